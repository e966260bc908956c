"""Atom feeds, in each language: sessions, and what has been said of activities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from knowledge_base.model.address import address
from knowledge_base.model.library import Library
from knowledge_base.views.status import said
from knowledge_base.wording import wording

FOLDER = "data"
ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 30  # entries of a feed


@dataclass(frozen=True)
class Entry:
    """An entry of a feed; `path` is that of its page on the site."""

    id: str
    title: str
    text: str
    day: date
    path: str


def feeds(library: Library) -> Iterator[tuple[str, bytes]]:
    """`sessions.fr.atom`, `status.fr.atom`, and so on."""
    for locale in library.settings.locales:
        for name, entries in (("sessions", _sessions), ("status", _statuses)):
            newest = sorted(entries(library, locale), key=lambda e: (e.day, e.id), reverse=True)
            yield f"{FOLDER}/{name}.{locale}.atom", _feed(library, name, locale, newest[:LONGEST])


def _sessions(library: Library, locale: str) -> Iterator[Entry]:
    words = wording(locale)
    for page in library.sessions:
        own, dates = page.version(locale).words, page.facts.dates
        title = f"{words.span(dates.start, dates.end)} – {words.text(own.title)}"
        day = min(dates.start.last, library.today)
        path = address(library, page, locale)
        yield Entry(f"session/{page.id}", title, words.text(own.summary), day, path)


def _statuses(library: Library, locale: str) -> Iterator[Entry]:
    words = wording(locale)
    for page in library.activities:
        days = {event.id: event.date for event in page.facts.events}
        for event in said(library, page, locale):
            state, day = event.state, min(days[event.id].last, library.today)
            title = f"{words.text(page.version(locale).words.title)} – {state.label}, {state.date}"
            text = f"{state.assessor} – {words.text(event.statement)}"
            path = f"{address(library, page, locale)}#evenement-{event.id}"
            yield Entry(f"activity/{page.id}/{event.id}", title, text, day, path)


def _feed(library: Library, name: str, locale: str, entries: list[Entry]) -> bytes:
    words = wording(locale)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": locale})
    _add(root, "id", _urn(f"feed/{name}/{locale}"))
    _add(root, "title", words(f"data.feed.{name}"))
    _add(root, "updated", _moment(max((e.day for e in entries), default=library.today)))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = words("data.title")
    here = _address(library, f"{FOLDER}/{name}.{locale}.atom")
    ET.SubElement(root, "link", {"rel": "self", "href": here})
    for entry in entries:
        item = ET.SubElement(root, "entry")
        _add(item, "id", _urn(entry.id))
        _add(item, "title", entry.title)
        _add(item, "updated", _moment(entry.day))
        ET.SubElement(item, "link", {"href": _address(library, entry.path)})
        _add(item, "summary", entry.text)
    ET.indent(root, " ")
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _urn(name: str) -> str:
    """The same wherever the site stands: an address may change, what it names does not."""
    return uuid5(NAMESPACE_URL, name).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _address(library: Library, path: str) -> str:
    """Absolute where the site has an address; else from the folder that the feeds stand in."""
    base = library.settings.site_url
    return f"{base.rstrip('/')}/{path}" if base else f"../{path}"
