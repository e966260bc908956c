"""How things are named and linked in a language; every view names them by these functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.address import address, path_of
from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Facts
from knowledge_base.model.registries import Milestone, Term, TermWords
from knowledge_base.wording import wording

DATED = frozenset({"session", "document"})  # kinds whose date is a name of theirs


@dataclass(frozen=True)
class Named:
    """Something with a name, and the path on the site where more is told, if there is one."""

    text: str
    path: str | None = None
    citations: tuple[str, ...] = ()


def page(library: Library, record: Page[Facts], locale: str) -> Named:
    """A page by its title."""
    title = wording(locale).text(record.version(locale).words.title)
    return Named(title, address(library, record, locale))


def record(library: Library, id_: str, locale: str) -> Named:
    """A record by its id; an organisation that has no page by its term; acronyms where known."""
    found = library.records.get(id_)
    if found is not None:
        named = page(library, found, locale)
        return Named(acronym(library, found, locale) or named.text, named.path)
    term = library.terms.get(id_)
    return _term(library, term, locale) if term else Named(id_)


def in_full(library: Library, id_: str, locale: str) -> Named:
    """A record by its title, or a term by its label: where an acronym would say too little."""
    found = library.records.get(id_)
    if found is not None:
        return page(library, found, locale)
    term = library.terms.get(id_)
    if term is None:
        return Named(id_)
    return Named(term_words(library, term, locale).label, glossary_path(library, id_, locale))


def acronym(library: Library, record_: Page[Any], locale: str) -> str | None:
    """An organisation's acronym in a language, where the glossary has one; else its own."""
    own: str | None = getattr(record_.facts, "acronym", None)
    term = library.terms.get(record_.id) if own else None
    return (term_words(library, term, locale).acronym if term else None) or own


def _term(library: Library, term: Term, locale: str) -> Named:
    words = term_words(library, term, locale)
    return Named(words.acronym or words.label, glossary_path(library, term.id, locale))


def term_words(library: Library, term: Term, locale: str) -> TermWords:
    """A term's words in a language, or in the source language."""
    return term.names.get(locale) or term.names[library.settings.source]


def glossary_path(library: Library, id_: str, locale: str) -> str:
    """Where the glossary explains a term."""
    return f"{path_of('glossaire/index.md', locale, library.settings.source)}#{id_}"


def place(library: Library, id_: str, locale: str) -> Named:
    """A place by its name, leading to what happened there."""
    row = library.places[id_]
    text = row.names.get(locale) or row.names[library.settings.source]
    return Named(text, f"{path_of('lieux/index.md', locale, library.settings.source)}#{id_}")


def source(library: Library, id_: str, locale: str) -> Named:
    """A source by its publisher, leading to its row in the registry's page."""
    path = path_of("sources/index.md", locale, library.settings.source)
    return Named(library.sources[id_].publisher, f"{path}#{id_}")


def milestone(library: Library, row: Milestone, locale: str) -> Named:
    """A row of the timeline by its words, leading to it."""
    text = row.names.get(locale) or row.names[library.settings.source]
    path = path_of("chronologie/index.md", locale, library.settings.source)
    return Named(wording(locale).text(text), f"{path}#{row.id}")


def kind(record_: Page[Any], locale: str) -> str:
    """What a record is: « Atelier », "Decree"; its kind where it has no finer one."""
    own = getattr(record_.facts, "kind", None)
    words = wording(locale)
    return words(f"{record_.kind}.{own}") if own else words(f"kind.{record_.kind}")


def when(record_: Page[Any]) -> tuple[Edtf, Edtf | None] | None:
    """The date, or the span, that a record is known by; None where it has none."""
    facts = record_.facts
    if record_.kind == "session":
        return facts.dates.start, facts.dates.end
    if record_.kind == "document":
        date = facts.dates.adopted or facts.dates.published
        return (date, None) if date else None
    if record_.kind == "activity" and facts.events:
        return max(event.date for event in facts.events), None
    return None


def when_text(record_: Page[Any], locale: str) -> str:
    """That date in words; an empty text where there is none."""
    found = when(record_)
    return wording(locale).span(*found) if found else ""
