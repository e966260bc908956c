"""What is said of an activity: dated, known by then, never rewritten (rules 7 and 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge_base import ledger
from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library, Page
from knowledge_base.model.past import known_day
from knowledge_base.model.records import ActivityFacts, Event
from knowledge_base.problem import Problem, error, warning

Found = tuple[Page[ActivityFacts], int, Event]


def events_are_not_in_the_future(library: Library) -> Iterator[Problem]:
    """An event has happened by the day the site is built for, or its sources were last read."""
    for page, index, event in _events(library):
        said: list[tuple[Edtf, tuple[str, ...]]] = [(event.date, ("date",))]
        if event.reply:
            said.append((event.reply.date, ("reply", "date")))
        for day, field in said:
            if day.first > known_day(library):
                line = page.line("events", index, *field)
                yield error(page.uri, line, "event-future", date=day, today=library.today)


def events_rest_on_what_was_known(library: Library) -> Iterator[Problem]:
    """An event is not later than the newest of its sources, nor its sources older than the work."""
    for page, index, event in _events(library):
        line = page.line("events", index, "date")
        newest = _newest(library, event)
        if newest and event.date.first > newest and not event.after_sources:
            yield error(page.uri, line, "event-after-sources", date=event.date, newest=newest)
        period = page.facts.period
        if newest and period and newest < period.start.first and event.status == "complete":
            yield warning(page.uri, line, "source-before-period", newest=newest, start=period.start)


def complete_is_not_the_editors_word(library: Library) -> Iterator[Problem]:
    """Somebody other than the editors must say that an activity is complete."""
    for page, index, event in _events(library):
        if event.status == "complete" and event.assessor == "editors":
            yield error(page.uri, page.line("events", index, "assessor"), "complete-by-editors")


def published_events_stay(library: Library) -> Iterator[Problem]:
    """Published events are neither removed nor edited: a correction is a new event."""
    published = ledger.read(library.settings.root).events
    now = ledger.current(library)
    pages = {page.id: page for page in library.activities}
    for activity, rows in published.items():
        page = pages.get(activity)
        if page is None:
            if activity not in library.broken:
                yield error(f"plan/{activity}.md", 0, "event-removed", event=activity)
            continue
        for id_, print_ in rows.items():
            index = next((n for n, e in enumerate(page.facts.events) if e.id == id_), None)
            if index is None:
                yield error(page.uri, page.line("events"), "event-removed", event=id_)
            elif now[activity][id_] != print_:
                yield error(page.uri, page.line("events", index), "event-changed", event=id_)


def _events(library: Library) -> Iterator[Found]:
    for page in library.activities:
        for index, event in enumerate(page.facts.events):
            yield page, index, event


def _newest(library: Library, event: Event) -> date | None:
    """The last day on which the newest source may have appeared; None where one is undated."""
    sources = [library.sources[id_] for id_ in event.sources if id_ in library.sources]
    dates = [source.date.last if source.date else date.max for source in sources]
    return max(dates) if dates and max(dates) != date.max else None
