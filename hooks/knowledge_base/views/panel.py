"""The facts panel of a record: what it is, field by field, in the order of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Claim, Participants, Span
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording

# The fields of each kind's panel, in their order; those with no value are left out…
PANEL = {
    "document": ("kind", "number", "issuer", "adopted", "published", "period", "implements",
                 "supersedes", "url"),
    "objective": ("order", "document"),
    "activity": ("plan", "official_code", "objective", "lead", "cost", "partners", "period",
                 "places", "documents", "modules"),
    "institution": ("kind", "acronym", "created", "created_by", "ended", "parent", "website",
                    "contact"),
    "member": ("kind", "acronym", "founded", "town", "country", "places", "membership", "website",
               "contact"),
    "session": ("kind", "dates", "place", "chair", "organisers", "partners", "present",
                "participants", "activities", "documents", "modules"),
    "module": ("order", "prerequisites", "terms", "activities", "documents"),
}  # fmt: skip
# …but these say that nobody has published them.
NOT_PUBLISHED = {"activity": ("official_code", "lead", "cost")}


@dataclass(frozen=True)
class Fact:
    """A row of the facts panel."""

    label: str
    values: tuple[Named, ...]
    note: str = ""


def facts_panel(library: Library, page: Page[Any], locale: str) -> Iterator[Fact]:
    """The rows of a record's panel that have a value, or that nobody has published."""
    words = wording(locale)
    for name in PANEL.get(page.kind, ()):
        values = tuple(_values(library, page, name, locale))
        if values:
            note = words("page.claims") if name == "founded" and len(values) > 1 else ""
            yield Fact(words(f"field.{name}"), values, note)
        elif name in NOT_PUBLISHED.get(page.kind, ()):
            yield Fact(words(f"field.{name}"), (Named(words("not_published")),))


def _values(library: Library, page: Page[Any], name: str, locale: str) -> Iterator[Named]:
    special = SPECIAL.get(name)
    if special:
        return special(library, page, locale)
    return _plain(library, getattr(page.facts, name, None), locale)


def _kind(_library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    yield Named(names.kind(page, locale))


def _adopted(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    yield from _plain(library, page.facts.dates.adopted, locale)


def _published(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    yield from _plain(library, page.facts.dates.published, locale)


def _acronym(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    found = names.acronym(library, page, locale)
    if found:
        yield Named(found)


def _terms(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    yield from (names.in_full(library, id_, locale) for id_ in page.facts.terms)


def _country(_library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    if page.facts.country:
        yield Named(wording(locale).territory(page.facts.country))


def _town(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    if page.facts.town:
        yield names.place(library, page.facts.town, locale)


def _places(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    yield from (names.place(library, id_, locale) for id_ in page.facts.places)


def _place(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    where = page.facts.place
    if where:
        yield names.place(library, where.town, locale)
        venue = getattr(page.version(locale).words, "venue", None) or where.venue
        if venue:
            yield Named(wording(locale).text(venue))


def _chair(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    label = getattr(page.version(locale).words, "chair_label", None)
    if label:
        yield Named(wording(locale).text(label))
    elif page.facts.chair:
        yield names.record(library, page.facts.chair, locale)


def _membership(library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    words = wording(locale)
    for row in page.facts.membership:
        programme = names.in_full(library, row.programme, locale)
        span = words.span(row.start, row.end)
        text = words("membership.since", programme=programme.text, span=span)
        yield Named(text, programme.path)


def _contact(_library: Library, page: Page[Any], locale: str) -> Iterator[Named]:
    contact = page.facts.contact
    if contact:
        role = getattr(page.version(locale).words, "contact", None) or contact.role
        yield Named(", ".join(filter(None, (role, contact.email, contact.phone))))


def _web(_library: Library, page: Page[Any], _locale: str) -> Iterator[Named]:
    address = getattr(page.facts, "website", None) or getattr(page.facts, "url", None)
    if address:
        yield Named(address.split("//", 1)[1].rstrip("/"), address)


# Fields that are not shown as they stand.
SPECIAL: dict[str, Callable[[Library, Page[Any], str], Iterator[Named]]] = {
    "acronym": _acronym,
    "adopted": _adopted,
    "chair": _chair,
    "contact": _contact,
    "country": _country,
    "kind": _kind,
    "membership": _membership,
    "place": _place,
    "places": _places,
    "published": _published,
    "terms": _terms,
    "town": _town,
    "url": _web,
    "website": _web,
}


def _plain(library: Library, value: Any, locale: str) -> Iterator[Named]:
    words = wording(locale)
    if value is None:
        return
    if isinstance(value, Edtf):
        yield Named(words.date(value))
    elif isinstance(value, Span):
        yield Named(words.span(value.start, value.end))
    elif isinstance(value, Claim):
        yield Named(words.date(value.value), None, value.sources)
    elif isinstance(value, Participants):
        yield Named(_people(value, locale), None, value.sources)
    elif isinstance(value, tuple):
        for item in value:
            yield from _plain(library, item, locale)
    elif isinstance(value, int):
        yield Named(words.number(value))
    elif value in library.records or value in library.terms:
        yield names.record(library, value, locale)
    else:
        yield Named(words.text(value))


def _people(people: Participants, locale: str) -> str:
    words = wording(locale)
    parts = [
        words.count(f"people.{name}", getattr(people, name))
        for name in ("women", "men", "not_stated")
        if getattr(people, name)
    ]
    total = words.number(people.total)
    total = words("people.about", n=total) if people.approximate else total
    stated = people.women or people.men
    return words("people.total", n=total, parts=words.listing(parts)) if stated else total
