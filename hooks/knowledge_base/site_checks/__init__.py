"""What must hold of the built site: named functions in one list, each yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem
from knowledge_base.site_checks import (
    agreement,
    artefacts,
    editor,
    gate,
    languages,
    links,
    offline,
    published,
    requests,
    weight,
)
from knowledge_base.site_checks.site import Site, read

SiteCheck = Callable[[Site], Iterator[Problem]]

SITE_CHECKS: tuple[SiteCheck, ...] = (
    links.links_lead_somewhere,
    published.published_addresses_answer,
    languages.pages_say_their_language,
    requests.nothing_is_asked_of_other_hosts,
    requests.links_outside_say_nothing_of_the_reader,
    weight.pages_keep_their_budget,
    weight.the_site_has_few_files,
    offline.the_archive_is_light_and_whole,
    gate.pages_hold_what_the_site_makes,
    gate.pages_say_the_policy_first,
    gate.pages_have_one_frame,
    artefacts.files_are_known_and_still,
    editor.the_editor_is_whole_and_alone,
    agreement.everything_says_the_same,
)


def check_site(library: Library, folder: Path) -> list[Problem]:
    """Every problem of the built pages."""
    return problems_of(read(library, folder))


def problems_of(site: Site) -> list[Problem]:
    """The same of a site that has been read."""
    return sorted({problem for rule in SITE_CHECKS for problem in rule(site)})
