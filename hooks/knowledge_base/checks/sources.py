"""No statement without a source (rule 6)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import (
    ActivityFacts,
    DocumentFacts,
    Facts,
    InstitutionFacts,
    MemberFacts,
    SessionFacts,
)
from knowledge_base.problem import Problem, error

SOURCED = ("document", "objective", "activity", "institution", "member", "session")


def statements_have_sources(library: Library) -> Iterator[Problem]:
    """Each record, event, claim and figure names at least one source."""
    for page in library.pages:
        if page.kind in SOURCED and not page.facts.sources:
            yield error(page.uri, page.line("sources"), "source-missing", what=page.id)
        facts = page.facts
        if isinstance(facts, ActivityFacts):
            yield from _events(page, facts)
        elif isinstance(facts, InstitutionFacts):
            yield from _points(page, facts)
        elif isinstance(facts, MemberFacts):
            yield from _claims(page, facts)
        elif isinstance(facts, DocumentFacts):
            yield from _compared(page, facts)
        elif isinstance(facts, SessionFacts):
            yield from _recommendations(page, facts)


def _events(page: Page[Facts], facts: ActivityFacts) -> Iterator[Problem]:
    for index, event in enumerate(facts.events):
        if not event.sources:
            line = page.line("events", index, "status")
            yield error(page.uri, line, "source-missing", what=event.id)


def _points(page: Page[Facts], facts: InstitutionFacts) -> Iterator[Problem]:
    for index, series in enumerate(facts.series):
        for number, point in enumerate(series.points):
            if not point.sources:
                line = page.line("series", index, "points", number)
                yield error(page.uri, line, "source-missing", what=point.id)


def _claims(page: Page[Facts], facts: MemberFacts) -> Iterator[Problem]:
    for index, claim in enumerate(facts.founded):
        if not claim.sources:
            line = page.line("founded", index)
            yield error(page.uri, line, "source-missing", what=claim.value.text)


def _compared(page: Page[Facts], facts: DocumentFacts) -> Iterator[Problem]:
    for index, row in enumerate(facts.compared):
        if row.stated and not row.sources:
            yield error(page.uri, page.line("compared", index), "source-missing", what=row.id)


def _recommendations(page: Page[Facts], facts: SessionFacts) -> Iterator[Problem]:
    for index, recommendation in enumerate(facts.recommendations):
        if not recommendation.sources and not facts.sources:
            line = page.line("recommendations", index)
            yield error(page.uri, line, "source-missing", what=recommendation.id)
        if recommendation.follow_up and not recommendation.follow_up.sources:
            line = page.line("recommendations", index, "follow_up", "status")
            yield error(page.uri, line, "source-missing", what=recommendation.id)
