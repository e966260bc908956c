"""Sessions as calendars (iCalendar, RFC 5545): all of them, and each alone.

A session whose month alone is known fills that month, is tentative, and says so in its title; one
known by its year alone is in no calendar, as no day could be shown for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import SessionFacts
from knowledge_base.views import names
from knowledge_base.wording import wording

FOLDER = "data"
MAKER = "-//knowledge-base//sessions//"


def calendars(library: Library) -> Iterator[tuple[str, bytes]]:
    """A calendar of all sessions in each language, and one of each session in the source's."""
    source = library.settings.source
    shown = [page for page in reversed(library.sessions) if has_days(page)]
    for locale in library.settings.locales:
        suffix = "" if locale == source else f".{locale}"
        yield f"{FOLDER}/sessions{suffix}.ics", _calendar(library, shown, locale)
    for page in shown:
        yield f"{FOLDER}/sessions/{page.id}.ics", _calendar(library, [page], source)


def has_days(page: Page[SessionFacts]) -> bool:
    """Whether the session is known to a month or better."""
    return page.facts.dates.start.precision != "year"


def _calendar(library: Library, pages: list[Page[SessionFacts]], locale: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER + locale.upper())
    calendar.add("version", "2.0")
    for page in pages:
        calendar.add_component(_event(library, page, locale))
    return bytes(calendar.to_ical())


def _event(library: Library, page: Page[SessionFacts], locale: str) -> Event:
    words, own = wording(locale), page.version(locale).words
    dates = page.facts.dates
    end = (dates.end or dates.start).last
    exact = dates.start.precision == "day" and not dates.start.approximate
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"session/{page.id}")))
    event.add("dtstamp", datetime.combine(_stated(library, page), time(), UTC))
    event.add("dtstart", dates.start.first)
    event.add("dtend", end + timedelta(days=1))
    about = "" if exact else f" ({words('data.inexact', date=words.span(dates.start, dates.end))})"
    event.add("summary", words.text(own.title) + about)
    event.add("description", words.text(own.summary))
    event.add("status", "CONFIRMED" if exact else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    for name, value in _more(library, page, locale):
        event.add(name, value)
    return event


def _more(library: Library, page: Page[SessionFacts], locale: str) -> Iterator[tuple[str, Any]]:
    where = page.facts.place
    if where:
        town = names.place(library, where.town, locale).text
        venue = getattr(page.version(locale).words, "venue", None)
        yield "location", ", ".join(filter(None, (venue, town)))
    if library.settings.site_url:
        yield "url", f"{library.settings.site_url.rstrip('/')}/{address(library, page, locale)}"


def _stated(library: Library, page: Page[SessionFacts]) -> date:
    """The day the record speaks of: last reviewed, or else when its newest source was read."""
    read = (library.sources[id_].accessed for id_ in page.facts.sources)
    return page.facts.reviewed_on or max(read, default=library.today)
