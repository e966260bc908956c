"""The sources of a page, numbered: first those of its facts, then those of its prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.fields import UNDATED
from knowledge_base.model.library import Library, Page
from knowledge_base.model.references import references
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Cited:
    """A source as a page shows it."""

    id: str
    title: str
    publisher: str
    kind: str
    kind_label: str
    date: str
    language: str
    language_label: str
    url: str
    archived_url: str
    accessed: str


def sources_of(page: Page[Any], locale: str) -> tuple[str, ...]:
    """The ids of a page's sources in the order of their numbers."""
    facts = [id_ for _, kind, id_ in references(page.facts) if kind.kinds == ("source",)]
    own = [id_ for path, kind, id_ in references(page.facts) if path[0] == "sources"]
    prose = [mark.target for mark in page.version(locale).body.citations]
    return tuple(dict.fromkeys((*own, *facts, *prose)))


def cited(library: Library, id_: str, locale: str) -> Cited:
    """A source of the registry, in a language."""
    source, words = library.sources[id_], wording(locale)
    date = words.date(source.date) if source.date else words(f"page.{UNDATED}")
    language = "" if source.language == locale else source.language
    return Cited(
        id_,
        words.text(source.title) if source.language == locale else source.title,
        source.publisher,
        source.kind,
        words(f"source.{source.kind}"),
        date,
        source.language,
        words("page.in_language", language=words.language(source.language)) if language else "",
        source.url or "",
        source.archived_url or "",
        words("page.accessed", date=words.date(source.accessed)),
    )
