"""Where an activity stands: the newest word on it, who says so, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import ActivityFacts, Event
from knowledge_base.views import names
from knowledge_base.wording import wording


@dataclass(frozen=True)
class State:
    """A status in words, its date in words, and who says so."""

    status: str
    label: str
    date: str
    assessor: str
    sources: tuple[str, ...]
    as_of: str = ""


@dataclass(frozen=True)
class Said:
    """One event of an activity, as shown."""

    id: str
    state: State
    statement: str
    reply: str
    reply_intro: str
    reply_sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ended:
    """Whether a plan has ended by the day the site is built for, in words."""

    ended: bool
    text: str
    last: str


def state(page: Page[ActivityFacts], locale: str) -> State:
    """The newest status; "no information" where nobody has said anything."""
    event = newest(page.facts.events)
    if event is None:
        return State("no-information", wording(locale)("status.no-information"), "", "", ())
    return event_state(event, locale)


def newest(events: Sequence[Event]) -> Event | None:
    """The last word: the latest event; of two on one day, the one whose id comes last."""
    return max(events, key=lambda event: (event.date, event.id), default=None)


def said(library: Library, page: Page[ActivityFacts], locale: str) -> tuple[Said, ...]:
    """Every event of an activity, the newest first."""
    words = page.version(locale).words
    shown = []
    for event in sorted(page.facts.events, key=lambda e: (e.date, e.id), reverse=True):
        reply = event.reply
        intro = ""
        if reply:
            by = names.record(library, reply.by, locale).text
            intro = wording(locale)("page.reply", by=by, date=wording(locale).date(reply.date))
        texts: dict[str, str] = getattr(words, "events", {})
        replies: dict[str, str] = getattr(words, "replies", {})
        statement = texts.get(event.id, event.statement)
        shown.append(
            Said(
                event.id,
                event_state(event, locale),
                statement,
                replies.get(event.id, reply.statement if reply else ""),
                intro,
                reply.sources if reply else (),
            )
        )
    return tuple(shown)


def ended(
    library: Library, plan_id: str, locale: str, only: Page[ActivityFacts] | None = None
) -> Ended | None:
    """Whether the plan has ended; the date of the last word, or that on one activity if any."""
    plan = library.records.get(plan_id)
    period = plan.facts.period if plan else None
    if period is None or period.end is None:
        return None
    words = wording(locale)
    over = period.end.last < library.today
    every = [e.date for a in library.activities if a.facts.plan == plan_id for e in a.facts.events]
    dates = [event.date for event in only.facts.events] if only else []
    dates = dates or every
    last = words("plan.last", date=words.date(max(dates))) if dates else ""
    key = "plan.ended" if over else "plan.running"
    return Ended(over, words(key, date=words.date(period.end.last)), last)


def overdue(library: Library, page: Page[ActivityFacts], locale: str) -> str:
    """Told where the activity's own period is over and no source says that it is done."""
    period, last = page.facts.period, newest(page.facts.events)
    end = period.end if period else None
    settled = last is not None and last.status in ("complete", "abandoned")
    if end is None or end.last >= library.today or settled:
        return ""
    words = wording(locale)
    return words("overdue.text", date=words.date(end.last))


def event_state(event: Event, locale: str) -> State:
    """The status that an event gives, in words."""
    words = wording(locale)
    return State(
        event.status,
        words(f"status.{event.status}"),
        words.date(event.date),
        words(f"assessor.{event.assessor}"),
        event.sources,
        words.as_of(event.date),
    )
