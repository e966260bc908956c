"""What must hold of the library: named functions in one list, each yields the problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge_base.checks import (
    acronyms,
    addresses,
    claims,
    course,
    drafts,
    drawings,
    events,
    figures,
    identity,
    images,
    kit,
    language,
    links,
    markup,
    papers,
    parity,
    privacy,
    references,
    scripts,
    sources,
    staleness,
    translations,
    upkeep,
)
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem

Check = Callable[[Library], Iterator[Problem]]

# The numbers are those of the content model's rules.
CHECKS: tuple[Check, ...] = (
    identity.ids_are_unique,  # 1
    identity.retired_ids_are_not_used,  # 1
    references.references_resolve,  # 2
    references.citations_resolve,  # 2
    figures.participants_make_the_total,  # 3
    figures.periods_start_before_they_end,  # 4
    sources.statements_have_sources,  # 6
    events.events_are_not_in_the_future,  # 7
    events.events_rest_on_what_was_known,  # 7
    events.complete_is_not_the_editors_word,  # 7
    events.published_events_stay,  # 8
    translations.pages_are_translated,  # 9
    translations.fallbacks_are_current,  # 9
    translations.texts_are_translated,  # 9
    parity.headings_are_the_same,  # 10
    parity.citations_are_the_same,  # 10
    parity.numbers_are_the_same,  # 10
    acronyms.acronyms_are_the_same,  # 10
    staleness.translations_follow_their_source,  # 11
    language.acronyms_are_in_the_glossary,  # 12
    language.approved_terms_are_used,  # 12
    language.summaries_are_short,  # 13
    course.questions_can_be_answered,  # 14
    course.choices_are_translated,  # 14
    course.results_can_be_true,  # 15
    course.exercises_make_the_minutes,  # 16
    kit.slides_and_notes_are_of_sections,
    kit.timetables_fit,
    language.sections_have_ids,
    drafts.texts_are_written,
    drafts.statements_are_sourced,
    claims.figures_are_sourced,
    upkeep.sources_have_copies,  # 20
    upkeep.sources_are_looked_at,  # 20
    language.views_exist,
    markup.prose_is_markdown_alone,
    markup.code_is_closed_and_plain,
    markup.links_are_plain,
    images.images_have_alternative_text,  # 17
    images.images_tell_nothing_of_their_makers,  # 17
    images.images_are_what_they_say,
    images.images_are_the_sites,
    drawings.drawings_only_draw,
    papers.papers_are_still,
    scripts.scripts_are_the_sites,
    privacy.no_phone_numbers,  # 18
    privacy.no_private_addresses,  # 18
    privacy.no_lists_of_participants,  # 18
    links.links_resolve,  # 19
    addresses.published_addresses_stay,  # 21
    addresses.moves_lead_to_pages,  # 21
    addresses.withdrawn_places_are_gone,  # 21
    upkeep.reviews_are_current,  # 22
    upkeep.labels_exist,
)


def check(library: Library) -> list[Problem]:
    """Every problem of a library, in the order of files and lines."""
    return sorted(problem for rule in CHECKS for problem in rule(library))
