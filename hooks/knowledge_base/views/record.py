"""A record's page: what it is, what it is tied to in both directions, on which sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Facts, InstitutionWords
from knowledge_base.model.timetable import declared, first_day, is_over
from knowledge_base.views import names
from knowledge_base.views.assessments import voices
from knowledge_base.views.charts import Chart, chart
from knowledge_base.views.citations import Cited, cited, sources_of
from knowledge_base.views.compared import ComparedRow, compared_rows
from knowledge_base.views.kit import Links, kit_links
from knowledge_base.views.lists import Card, card
from knowledge_base.views.names import Named
from knowledge_base.views.panel import Fact, facts_panel
from knowledge_base.views.recommendations import Asked, asked_in, asked_of
from knowledge_base.views.results import Results, results
from knowledge_base.views.sharing import Sharing, sharing
from knowledge_base.views.status import Ended, Said, State, ended, overdue, said, state
from knowledge_base.views.timetable import TimetableView, timetable_view
from knowledge_base.views.training import Training, training
from knowledge_base.wording import wording

RELATED = ("objective", "activity", "session", "document", "institution", "member", "module")


@dataclass(frozen=True)
class PointRow:
    """A dated count as the table of a series shows it."""

    date: str
    value: str
    definition: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class SeriesTable:
    """A series with its rows."""

    label: str
    rows: tuple[PointRow, ...]
    chart: Chart | None = None


@dataclass(frozen=True)
class RecordView:
    """All that the template of a record's page shows, but the prose."""

    kind: str
    id: str
    title: str
    kind_label: str
    date: str
    summary: str
    facts: tuple[Fact, ...]
    related: tuple[tuple[str, tuple[Card, ...]], ...]
    sources: tuple[Cited, ...]
    updated: str
    state: State | None = None
    ended: Ended | None = None
    events: tuple[Said, ...] = ()
    voices: tuple[State, ...] = ()
    questions: tuple[str, ...] = ()
    ask: tuple[Named, ...] = ()
    objectives: tuple[str, ...] = ()
    series: tuple[SeriesTable, ...] = ()
    recommendations: tuple[Asked, ...] = ()
    owed: tuple[Asked, ...] = ()
    compared: tuple[ComparedRow, ...] = ()
    sharing: Sharing | None = None
    overdue: str = ""
    results: Results | None = None
    training: Training | None = None
    kit: Links = ()
    timetable: TimetableView | None = None


def record_view(library: Library, page: Page[Any], locale: str) -> RecordView:
    """A page, of any kind, in a language."""
    words, own = wording(locale), page.version(locale).words
    reviewed = page.facts.reviewed_on
    is_activity = page.kind == "activity"
    return RecordView(
        kind=page.kind,
        id=page.id,
        title=words.text(own.title),
        kind_label=names.kind(page, locale) if page.kind != "page" else "",
        date=names.when_text(page, locale) if page.kind in ("session", "document") else "",
        summary=words.text(own.summary),
        facts=tuple(facts_panel(library, page, locale)),
        related=tuple(_related(library, page, locale)) if page.kind != "page" else (),
        sources=tuple(cited(library, id_, locale) for id_ in sources_of(page, locale)),
        updated=words("page.updated", date=words.date(reviewed)) if reviewed else "",
        state=state(page, locale) if is_activity else None,
        ended=ended(library, page.facts.plan, locale, page) if is_activity else None,
        events=said(library, page, locale) if is_activity else (),
        voices=voices(page, locale) if is_activity else (),
        questions=getattr(own, "questions", ()),
        ask=tuple(names.record(library, id_, locale) for id_ in getattr(page.facts, "ask", ())),
        objectives=getattr(own, "objectives", ()),
        series=tuple(_series(page, own, locale)),
        recommendations=tuple(asked_in(library, page, locale)),
        owed=tuple(asked_of(library, page.id, locale)),
        compared=tuple(compared_rows(library, page, locale)),
        training=training(library, page, locale),
        kit=kit_links(library, page, locale),
        timetable=timetable_of(library, page, locale),
        sharing=_sharing(library, page, locale),
        overdue=overdue(library, page, locale) if is_activity else "",
        results=results(library, page, locale),
    )


def _sharing(library: Library, page: Page[Any], locale: str) -> Sharing | None:
    """Records are passed on; pages of prose have no short link."""
    if page.kind == "page":
        return None
    known = state(page, locale) if page.kind == "activity" else None
    return sharing(library, page, known, locale)


def timetable_of(library: Library, page: Page[Any], locale: str) -> TimetableView | None:
    """The timetable that a page declares; its modules are the session's where it names none."""
    plan = declared(page)
    note = "replayed" if is_over(page, library.today) else "proposed"
    return (
        timetable_view(library, plan, locale, note, first_day(page, library.today))
        if plan
        else None
    )


def _related(
    library: Library, page: Page[Facts], locale: str
) -> Iterator[tuple[str, tuple[Card, ...]]]:
    """Records that name this one; those it names itself stand in its panel."""
    backward = library.named_by.get(page.id, frozenset())
    for kind in RELATED:
        pages = [p for p in library.by_kind.get(kind, ()) if p.id in backward and p.id != page.id]
        if kind == "session":
            pages.sort(key=lambda p: (p.facts.dates.start, p.id), reverse=True)
        if pages:
            label = wording(locale)(f"related.{kind}")
            yield label, tuple(card(library, p, locale) for p in pages)


def _series(page: Page[Any], own: Any, locale: str) -> Iterator[SeriesTable]:
    words = wording(locale)
    texts = own if isinstance(own, InstitutionWords) else None
    for series in getattr(page.facts, "series", ()):
        rows = tuple(
            PointRow(
                words.date(point.date),
                words.number(point.value),
                words.text(texts.points.get(point.id, point.definition) if texts else ""),
                point.sources,
            )
            for point in sorted(series.points, key=lambda p: p.date)
        )
        label = texts.series.get(series.id, series.label) if texts else series.label
        text, points = words.text(label), sorted(series.points, key=lambda p: p.date)
        bars = [(words.date(point.date), point.value) for point in points]
        yield SeriesTable(
            text, rows, chart(f"chart-{series.id}", text, bars, locale, words("chart.series_note"))
        )
