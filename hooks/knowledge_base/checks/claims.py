"""A figure or a date in the prose has its source, or says that it is still to find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge_base.checks.sources import SOURCED
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Facts
from knowledge_base.problem import Problem, warning
from knowledge_base.prose import Statement, statements
from knowledge_base.wording import wording

FIGURE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\d+(?:[ \u00a0\u202f.,]\d+)*[ \u00a0\u202f]?%|\b\d{2,}\b"
)


def figures_are_sourced(library: Library) -> Iterator[Problem]:
    """Each run of prose with a figure cites a source, or bears the mark of one to find.

    A figure told again on the page of its source needs no second citation; nor do pages that
    cite nothing at all, which speak of the site. Translations follow their source (rule 10).
    """
    for page in library.pages:
        if page.kind in SOURCED or page.source.body.citations:
            yield from _unsourced(page)


def _unsourced(page: Page[Facts]) -> Iterator[Problem]:
    mark = wording(page.source_locale)("mark.to_source")
    found = list(statements(page.source.body.markdown, page.source.first_line))
    known = _figures(page.facts.model_dump_json()) | {
        figure for said in found if said.cited for figure in _figures(said.text)
    }
    for said in found:
        figure = _first(said, known)
        if figure and not said.cited and mark not in said.text:
            section = said.section or "–"
            yield warning(page.uri, said.line, "claim-unsourced", figure=figure, section=section)


def _figures(text: str) -> set[str]:
    return set(FIGURE.findall(text))


def _first(said: Statement, known: set[str]) -> str:
    return next((figure for figure in FIGURE.findall(said.text) if figure not in known), "")
