"""Pages to look at again: those whose day has passed, then those whose day comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.model.upkeep import review_due
from knowledge_base.wording import wording

NEXT = 20  # of those to come; the rest are counted


@dataclass(frozen=True)
class Review:
    """A page, who answers for it, when it was looked at, and when it is to be again."""

    id: str
    title: str
    path: str
    owner: str
    reviewed: str
    due: str


@dataclass(frozen=True)
class Reviews:
    """What is late and what comes next, each by day; how many pages come later, as text."""

    late: tuple[Review, ...]
    coming: tuple[Review, ...]
    state: str
    later: str


def reviews(library: Library, locale: str, _argument: str) -> Reviews:
    """Every page that names a day, on the day the site is built for."""
    days = [(day, page.uri, page) for page in library.pages if (day := review_due(page.facts))]
    dated = [(day, page) for day, _, page in sorted(days, key=lambda row: row[:2])]
    late = [row for row in dated if row[0] < library.today]
    coming = [row for row in dated if row[0] >= library.today]
    words, later = wording(locale), len(coming[NEXT:])
    return Reviews(
        late=tuple(_row(library, page, day, locale) for day, page in late),
        coming=tuple(_row(library, page, day, locale) for day, page in coming[:NEXT]),
        state=words.count("reviews.late", len(late)) if late else words("reviews.none"),
        later=words.count("reviews.later", later) if later else "",
    )


def _row(library: Library, page: Page[Any], day: date, locale: str) -> Review:
    words = wording(locale)
    return Review(
        id=page.id,
        title=words.text(page.version(locale).words.title),
        path=address(library, page, locale),
        owner=words(f"reviews.owner.{page.facts.owner}"),
        reviewed=words.date(page.facts.reviewed_on) if page.facts.reviewed_on else "",
        due=words.date(day),
    )
