"""What a page that declares a timetable, or a session that used modules, gives to take away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event
from markupsafe import Markup

from knowledge_base.exports.kit.desk import Desk, File, desk, made, short_link
from knowledge_base.model import kit
from knowledge_base.model.library import Library
from knowledge_base.model.records import Timetable
from knowledge_base.model.timetable import Slot, declared, first_day, slots
from knowledge_base.views.kit import taught
from knowledge_base.views.papers import Form, KeyRow, forms, key
from knowledge_base.views.timetable import row
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Part:
    """A module in a session's kit; its code and address are empty where the site has none."""

    desk: Desk
    forms: tuple[Form, ...]
    rows: tuple[KeyRow, ...]
    address: str
    code: Markup


def timetable(own: Desk) -> Iterator[File]:
    """The timetable on a page that prints on one; as a calendar before the day."""
    plan = declared(own.page)
    if plan is None:
        return
    title = f"{wording(own.locale)('timetable.title')} – {own.record.title}"
    yield made(own, kit.TIMETABLE, "timetable", title)
    first = first_day(own.page, own.library.today)
    if first:
        text = calendar(own.library, plan, first, own.page.id, own.locale)
        yield own.folder + kit.CALENDAR, text


def calendar(library: Library, plan: Timetable, first: date, name: str, locale: str) -> bytes:
    """The timetable from its first day on, at the time of the place, whichever that is."""
    made_on = datetime.combine(library.today, time(), UTC)
    own = Calendar()
    own.add("prodid", f"-//{name}//{locale}")
    own.add("version", "2.0")
    for number, slot in enumerate(slots(library, plan)[0], 1):
        own.add_component(_event(library, slot, first, f"{name}-{number}", made_on, locale))
    return bytes(own.to_ical())


def _event(  # noqa: PLR0913, PLR0917 - each says when or what
    library: Library, slot: Slot, first: date, uid: str, made_on: datetime, locale: str
) -> Event:
    midnight = datetime.combine(first + timedelta(days=slot.day - 1), time())
    shown = row(library, slot, locale)
    event = Event()
    event.add("uid", f"{uid}@{locale}")
    event.add("dtstamp", made_on)
    event.add("dtstart", midnight + timedelta(minutes=slot.start))
    event.add("dtend", midnight + timedelta(minutes=slot.end))
    event.add("summary", f"{shown.module.text} – {shown.what}" if shown.module else shown.what)
    return event


def session(own: Desk, site: Path) -> Iterator[File]:
    """One page with all that a session's trainers need: timetable, modules, tests, codes."""
    if taught(own.page):
        parts = [_part(own, site, id_) for id_ in own.page.facts.modules]
        yield made(own, kit.SESSION, "session", own.record.title, parts=parts)


def _part(own: Desk, site: Path, id_: str) -> Part:
    library = own.library
    module = library.records[id_]
    locale = own.locale if own.locale in module.versions else library.settings.source
    its = desk(library, site, module, locale)
    trainers = tuple(f"{kit.TRAINER} {kit.SLIDES} {kit.SHEET} {kit.KEY}".split())
    links = tuple(link for link in its.record.kit if link[1].endswith(trainers))
    address, drawn = short_link(library, id_, own.locale)
    questions = its.training.questions
    return Part(
        replace(its, record=replace(its.record, kit=links)),
        forms(questions, own.seed) if questions else (),
        key(questions, own.seed),
        address,
        drawn,
    )
