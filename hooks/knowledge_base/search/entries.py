"""What can be found: pages, terms, places, milestones and sources, with their names and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from knowledge_base.model.address import address, path_of
from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library, Page
from knowledge_base.model.references import references
from knowledge_base.model.registries import Term
from knowledge_base.search.entry import Entry, Section, in_order
from knowledge_base.views import names
from knowledge_base.views.sources import source_users
from knowledge_base.wording import wording

# Fields of a page's words that are no text of its own.
NO_TEXT = frozenset({"title", "aliases", "source", "reviewed_on"})
LONGEST_TITLE = 110


def entries(library: Library, locale: str) -> list[Entry]:
    """Everything a reader of a language can find, the most general first."""
    found = [
        *(_page(library, page, locale) for page in library.pages if locale in page.versions),
        *_terms(library, locale),
        *_places(library, locale),
        *_milestones(library, locale),
        *_sources(library, locale),
    ]
    return in_order(found)


def _page(library: Library, page: Page[Any], locale: str) -> Entry:
    own, words = page.version(locale).words, wording(locale)
    where = getattr(page.facts, "place", None)
    own_date = names.when(page)
    date = own_date or _newest(library, page)
    return Entry(
        kind=page.kind,
        title=words.text(own.title),
        path=address(library, page, locale),
        date=words.span(*date) if date else "",
        year=str(own_date[0].year) if own_date and page.kind in names.DATED else "",
        place=names.place(library, where.town, locale).text if where else "",
        aliases=(*own.aliases, *_identifiers(page), *_own_names(library, page.id, locale)),
        others=tuple(_other_names(library, page, locale)),
        summary=own.summary,
        sections=tuple(_sections(library, page, locale)),
    )


def _newest(library: Library, page: Page[Any]) -> tuple[Edtf, None] | None:
    """The date of the newest source a page cites: that of the state it tells."""
    cited = {mark.target for mark in page.source.body.citations} | set(page.facts.sources)
    dates = [date for date in (library.sources[id_].date for id_ in cited) if date]
    return (max(dates), None) if dates else None


def _identifiers(page: Page[Any]) -> Iterator[str]:
    """A decree's number, an organisation's acronym."""
    for field in ("number", "acronym"):
        value = getattr(page.facts, field, None)
        if value:
            yield value


def _own_names(library: Library, id_: str, locale: str) -> Iterator[str]:
    term = library.terms.get(id_)
    own = term.names.get(locale) if term else None
    if own:
        yield from filter(None, (own.acronym, own.label, *own.aliases))


def _other_names(library: Library, page: Page[Any], locale: str) -> Iterator[tuple[str, str]]:
    term = library.terms.get(page.id)
    for code, version in page.versions.items():
        if code != locale:
            own = version.words
            yield from ((name, code) for name in (own.title, *own.aliases))
    if term and page.kind != "page":
        yield from _foreign(term, locale)


def _foreign(term: Term, locale: str) -> Iterator[tuple[str, str]]:
    """A term's names in the other languages."""
    for code, own in term.names.items():
        if code != locale:
            yield from ((name, code) for name in (own.acronym, own.label, *own.aliases) if name)


def _sections(library: Library, page: Page[Any], locale: str) -> Iterator[Section]:
    """The page's sections; what its fields say stands before the first."""
    body = page.version(locale).body
    texts: dict[str, list[str]] = {
        "": [*_said(page.version(locale).words), *_tied(library, page, locale)]
    }
    for passage in body.passages:
        texts.setdefault(passage.section, []).append(passage.text)
    headings = {h.id: h.text for h in body.headings if h.id}
    for id_, parts in texts.items():
        known = id_ if id_ in headings else ""
        yield Section(known, wording(locale).text(headings.get(known, "")), " ".join(parts))


def _said(value: Any) -> Iterator[str]:
    """Every text inside the words of a page."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NO_TEXT:
                yield from _said(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _said(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif isinstance(value, str):
        yield value


def _tied(library: Library, page: Page[Any], locale: str) -> Iterator[str]:
    """The names of what the record's fields point at."""
    for _, kind, id_ in references(page.facts):
        if "place" in kind.kinds:
            yield names.place(library, id_, locale).text
        elif "source" not in kind.kinds:
            yield names.record(library, id_, locale).text


def _terms(library: Library, locale: str) -> Iterator[Entry]:
    """Terms that no record bears the name of."""
    for term in library.terms.values():
        if term.id in library.records:
            continue
        own, words = names.term_words(library, term, locale), wording(locale)
        title = f"{own.acronym} – {own.label}" if own.acronym else own.label
        aliases = (*((own.acronym, own.label) if own.acronym else ()), *own.aliases)
        path = names.glossary_path(library, term.id, locale)
        others = tuple(_foreign(term, locale))
        yield Entry(
            "term", words.text(title), path, aliases=aliases, others=others, summary=own.definition
        )


def _places(library: Library, locale: str) -> Iterator[Entry]:
    used = {p.facts.place.town for p in library.sessions if p.facts.place}
    for id_ in library.places:
        if id_ in used:
            named = names.place(library, id_, locale)
            yield Entry("place", named.text, named.path or "", place=named.text)


def _milestones(library: Library, locale: str) -> Iterator[Entry]:
    words, source = wording(locale), library.settings.source
    page = path_of("chronologie/index.md", locale, source)
    for row in library.milestones.values():
        text = words.text(row.names.get(locale) or row.names[source])
        title = shortened(text, LONGEST_TITLE)
        date = words.date(row.date)
        yield Entry("milestone", title, f"{page}#{row.id}", date, str(row.date.year), summary=text)


def _sources(library: Library, locale: str) -> Iterator[Entry]:
    """Sources that a page cites."""
    words = wording(locale)
    for id_ in source_users(library, library.settings.source):
        row = library.sources[id_]
        date = words.date(row.date) if row.date else ""
        year = str(row.date.year) if row.date else ""
        path = names.source(library, id_, locale).path or ""
        yield Entry("source", f"{row.publisher} – {row.title}", path, date, year)


def shortened(text: str, length: int) -> str:
    """The text's whole words up to a length in letters, with `…` where some are left out."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"
