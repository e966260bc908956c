"""A timetable as people read it: each day with its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge_base.model.address import address
from knowledge_base.model.library import Library
from knowledge_base.model.records import Timetable
from knowledge_base.model.timetable import Slot, clock, slots
from knowledge_base.views.names import Named
from knowledge_base.views.training import exercise_title
from knowledge_base.wording import wording

MEAL = 45  # minutes from which a break is a meal


@dataclass(frozen=True)
class Row:
    """A row of a day as people read it."""

    start: str
    end: str
    what: str
    module: Named | None
    pause: bool


@dataclass(frozen=True)
class Day:
    """A day with its rows."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TimetableView:
    """Every day of a timetable, and what it is."""

    note: str
    days: tuple[Day, ...]


def timetable_view(
    library: Library,
    plan: Timetable,
    locale: str,
    note: str = "proposed",
    first: date | None = None,
) -> TimetableView:
    """The timetable in words, dated where its first day is known; `note` names what it is."""
    placed, _ = slots(library, plan)
    days = (
        Day(
            day_title(number, locale, first),
            tuple(row(library, slot, locale) for slot in placed if slot.day == number),
        )
        for number in range(1, len(plan.days) + 1)
    )
    return TimetableView(wording(locale)(f"timetable.{note}"), tuple(days))


def day_title(number: int, locale: str, first: date | None) -> str:
    """A day of the timetable by its number, and its date where that is known."""
    words = wording(locale)
    title = words("timetable.day", n=number)
    return f"{title}, {words.date(first + timedelta(days=number - 1))}" if first else title


def row(library: Library, slot: Slot, locale: str) -> Row:
    """A slot in words."""
    task, words = slot.task, wording(locale)
    times = (clock(slot.start), clock(slot.end))
    if task is None:
        meal = slot.end - slot.start >= MEAL
        return Row(*times, words("timetable.meal" if meal else "timetable.pause"), None, pause=True)
    if task.test:
        return Row(*times, words(f"timetable.{task.test}"), None, pause=False)
    page = library.records[task.module]
    title = words.text(page.version(locale).words.title)
    module = Named(title, address(library, page, locale))
    what = exercise_title(page, task.exercise, locale) if task.exercise else title
    return Row(*times, what, module if task.exercise else None, pause=False)
