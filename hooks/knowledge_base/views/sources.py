"""The registry of sources: what each is, and every page that rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library
from knowledge_base.views import names
from knowledge_base.views.citations import Cited, cited, sources_of
from knowledge_base.views.names import Named
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Registered:
    """A source of the registry, in how many places it is cited, and which they are."""

    source: Cited
    used: str
    users: tuple[Named, ...]


def sources(library: Library, locale: str, _argument: str) -> tuple[Registered, ...]:
    """Every source that is cited, in alphabetical order of publishers, then of titles."""
    words, users = wording(locale), source_users(library, locale)
    rows = (
        Registered(
            cited(library, id_, locale), words.count("sources.cited", len(users[id_])), users[id_]
        )
        for id_ in library.sources
        if users.get(id_)
    )
    return tuple(sorted(rows, key=lambda r: (plain(r.source.publisher), plain(r.source.title))))


def source_users(library: Library, locale: str) -> Mapping[str, tuple[Named, ...]]:
    """The pages that cite each source, in order of titles; then terms and rows of the timeline."""
    found: dict[str, list[Named]] = {}
    pages = sorted(library.pages, key=lambda p: plain(p.version(locale).words.title))
    for page in pages:
        named = names.page(library, page, locale)
        for id_ in sources_of(page, library.settings.source):
            found.setdefault(id_, []).append(named)
    for term in library.terms.values():
        label = names.term_words(library, term, locale).label
        named = Named(wording(locale).text(label), names.glossary_path(library, term.id, locale))
        for id_ in term.sources:
            found.setdefault(id_, []).append(named)
    for row in library.milestones.values():
        named = names.milestone(library, row, locale)
        for id_ in row.sources:
            found.setdefault(id_, []).append(named)
    return {id_: tuple(rows) for id_, rows in found.items()}
