"""What sessions asked for: of whom, and what has been said of it since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Recommendation
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Asked:
    """A recommendation, whom it is made to, where, and where it stands by which sources."""

    text: str
    owner: Named | None
    session: Named
    date: str
    sources: tuple[str, ...]
    status: str
    label: str
    as_of: str
    status_sources: tuple[Named, ...]


def asked_in(library: Library, page: Page[Any], locale: str) -> Iterator[Asked]:
    """What a session asked for, in the order of its record."""
    for row in getattr(page.facts, "recommendations", ()):
        yield _asked(library, page, row, locale)


def asked_of(library: Library, id_: str, locale: str) -> Iterator[Asked]:
    """What sessions asked of a body, the newest first."""
    for page in library.sessions:
        for row in page.facts.recommendations:
            if row.owner == id_:
                yield _asked(library, page, row, locale)


def _asked(library: Library, page: Page[Any], row: Recommendation, locale: str) -> Asked:
    words, follow = wording(locale), row.follow_up
    texts: dict[str, str] = getattr(page.version(locale).words, "recommendations", {})
    status = follow.status if follow else "no-information"
    return Asked(
        text=words.text(texts.get(row.id, row.text)),
        owner=names.record(library, row.owner, locale) if row.owner else None,
        session=names.page(library, page, locale),
        date=names.when_text(page, locale),
        sources=row.sources,
        status=status,
        label=words(f"status.{status}"),
        as_of=words.as_of(follow.date) if follow else "",
        status_sources=tuple(
            names.source(library, id_, locale) for id_ in (follow.sources if follow else ())
        ),
    )
