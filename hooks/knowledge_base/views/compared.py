"""A plan by the five points that plans are compared on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import POINTS
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording


@dataclass(frozen=True)
class ComparedRow:
    """One point: whether a source states it, in words, what is known of it, and who says so."""

    id: str
    question: str
    stated: bool
    answer: str
    text: str
    parties: tuple[Named, ...]
    sources: tuple[Named, ...]
    source_ids: tuple[str, ...]


def plan_compared(library: Library, locale: str, argument: str) -> tuple[ComparedRow, ...]:
    """The five points of the plan whose id is the argument, in their order."""
    page = library.records.get(argument)
    return tuple(compared_rows(library, page, locale)) if page else ()


def compared_rows(library: Library, page: Page[Any], locale: str) -> Iterator[ComparedRow]:
    """The points that a plan's record speaks of, in the order that all plans share."""
    words = wording(locale)
    texts: dict[str, str] = getattr(page.version(locale).words, "compared", {})
    rows = {row.id: row for row in getattr(page.facts, "compared", ())}
    for row in (rows[point] for point in POINTS if point in rows):
        yield ComparedRow(
            row.id,
            words(f"compared.{row.id}"),
            row.stated,
            words("compared.stated" if row.stated else "compared.not_stated"),
            words.text(texts.get(row.id, row.text)),
            tuple(names.record(library, id_, locale) for id_ in row.parties),
            tuple(names.source(library, id_, locale) for id_ in row.sources),
            row.sources,
        )
