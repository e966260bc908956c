"""The glossary, the places, and the index of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Entry:
    """A term as the glossary shows it."""

    id: str
    label: str
    acronym: str
    definition: str
    others: tuple[tuple[str, str, str], ...]
    aliases: str
    see: tuple[Named, ...]
    record: Named | None
    sources: tuple[Named, ...]


def glossary(library: Library, locale: str, _argument: str) -> tuple[Entry, ...]:
    """Every term in alphabetical order of its acronym, or of its label."""
    return tuple(
        sorted(
            (_entry(library, id_, locale) for id_ in library.terms),
            key=lambda e: plain(e.acronym or e.label),
        )
    )


def _entry(library: Library, id_: str, locale: str) -> Entry:
    term = library.terms[id_]
    own = names.term_words(library, term, locale)
    words = wording(locale)
    others = tuple(
        (words.language(code), code, f"{w.label} ({w.acronym})" if w.acronym else w.label)
        for code, w in term.names.items()
        if code != locale
    )
    record = library.records.get(id_)
    see = (names.Named(_label(library, i, locale), f"#{i}") for i in term.see_also)
    return Entry(
        id_,
        words.text(own.label),
        own.acronym or "",
        words.text(own.definition),
        others,
        ", ".join(own.aliases),
        tuple(see),
        names.page(library, record, locale) if record else None,
        tuple(names.source(library, id_, locale) for id_ in term.sources),
    )


def _label(library: Library, id_: str, locale: str) -> str:
    own = names.term_words(library, library.terms[id_], locale)
    return own.acronym or own.label


@dataclass(frozen=True)
class Where:
    """A place and the sessions held there."""

    id: str
    name: str
    sessions: tuple[tuple[Named, str], ...]


def places(library: Library, locale: str, _argument: str) -> tuple[Where, ...]:
    """Every place that something is tied to, in alphabetical order."""
    found: dict[str, list[tuple[Named, str]]] = {id_: [] for id_ in library.places}
    for page in library.sessions:
        if page.facts.place:
            row = (names.page(library, page, locale), names.when_text(page, locale))
            found[page.facts.place.town].append(row)
    for activity in library.activities:
        for town in activity.facts.places:
            found[town].append((names.page(library, activity, locale), ""))
    for member in library.members:
        for town in {*member.facts.places, *((member.facts.town,) if member.facts.town else ())}:
            found[town].append((names.page(library, member, locale), ""))
    rows = (
        Where(id_, names.place(library, id_, locale).text, tuple(rows))
        for id_, rows in found.items()
        if rows
    )
    return tuple(sorted(rows, key=lambda row: plain(row.name)))


@dataclass(frozen=True)
class Count:
    """How many of a kind."""

    kind: str
    number: str


def counts(library: Library, locale: str, _argument: str) -> tuple[Count, ...]:
    """How many records, terms and sources the site holds."""
    words = wording(locale)
    kinds = ("document", "objective", "activity", "institution", "member", "session", "module")
    rows = [(kind, len(library.by_kind.get(kind, ()))) for kind in kinds]
    rows += [("term", len(library.terms)), ("source", len(library.sources))]
    return tuple(Count(words(f"kinds.{kind}"), words.number(n)) for kind, n in rows)


@dataclass(frozen=True)
class Letter:
    """The names that begin with a letter; each with what it is called in full."""

    letter: str
    names: tuple[tuple[Named, str], ...]


def index(library: Library, locale: str, _argument: str) -> tuple[Letter, ...]:
    """Every record, page, term and alias from A to Z, the other languages' terms too."""
    letters: dict[str, list[tuple[Named, str]]] = {}
    for named, note in sorted(set(_names(library, locale)), key=_alphabetical):
        first = _bare(named.text)[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append((named, note))
    return tuple(Letter(letter, tuple(rows)) for letter, rows in letters.items())


def _alphabetical(row: tuple[Named, str]) -> tuple[str, str, str, str]:
    named, note = row
    return _bare(named.text), named.text, named.path or "", note


def _bare(text: str) -> str:
    """A name without the article, bracket or quotation mark that it begins with."""
    return plain(text).lstrip("«“\"' (")


def _names(library: Library, locale: str) -> Iterator[tuple[Named, str]]:
    words = wording(locale)
    for page in library.pages:
        named = names.page(library, page, locale)
        kind = names.kind(page, locale) if page.kind != "page" else ""
        yield named, kind
        for alias in page.version(locale).words.aliases:
            yield Named(words.text(alias), named.path), named.text
    for id_, term in library.terms.items():
        path = names.glossary_path(library, id_, locale)
        label = names.term_words(library, term, locale).label
        for code, own in term.names.items():
            note = words.text(label) if code == locale else f"{words.text(label)} ({code})"
            for name in filter(None, (own.label, own.acronym, *own.aliases)):
                yield Named(words.text(name), path), note if name != label else words("kind.term")
