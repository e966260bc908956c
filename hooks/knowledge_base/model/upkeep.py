"""When a page is to be looked at again."""

from __future__ import annotations

from datetime import date

from knowledge_base.model.records import Facts

LAST_DAY = 28  # of every month


def review_due(facts: Facts) -> date | None:
    """The day, of the last look and the months it holds for; None where the page names none."""
    if facts.reviewed_on and facts.review_in:
        return months_later(facts.reviewed_on, facts.review_in)
    return None


def months_later(day: date, months: int) -> date:
    """The same day of a later month; no later than one that every month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(min(year, date.max.year), month + 1, min(day.day, LAST_DAY))
