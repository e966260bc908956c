"""Fits the exercises of modules, in their order, into the hours that are left between breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Hours, ModuleFacts, Timetable


@dataclass(frozen=True)
class Task:
    """Something to fit in: its minutes, and the module and exercise, or the test, that it is."""

    minutes: int
    module: str = ""
    exercise: str = ""
    test: str = ""


@dataclass(frozen=True)
class Slot:
    """A task, or a break, at its time in minutes from midnight."""

    day: int
    start: int
    end: int
    task: Task | None = None


def declared(page: Page[Any]) -> Timetable | None:
    """The timetable that a page declares; a session's modules are its own where it names none."""
    plan: Timetable | None = getattr(page.facts, "timetable", None)
    if plan and not plan.modules and page.kind == "session":
        return plan.model_copy(update={"modules": page.facts.modules})
    return plan


def is_over(page: Page[Any], today: date) -> bool:
    """Whether a page tells of a session that has been held; its timetable is then for another."""
    dates = page.facts.dates if page.kind == "session" else None
    return bool(dates and (dates.end or dates.start).last < today)


def first_day(page: Page[Any], today: date) -> date | None:
    """The day on which a session still to come begins, where it is known."""
    start = page.facts.dates.start if page.kind == "session" else None
    known = start and start.precision == "day" and not is_over(page, today)
    return start.first if start and known else None


def slots(library: Library, plan: Timetable) -> tuple[tuple[Slot, ...], int]:
    """Every task and break at its time; and the minutes that found no room."""
    tasks = list(_tasks(library, plan))
    placed: list[Slot] = []
    for number, hours in enumerate(plan.days, 1):
        placed.extend(_day(number, hours, plan.breaks, tasks))
    return tuple(placed), sum(task.minutes for task in tasks)


def minutes_of(page: Page[ModuleFacts]) -> int:
    """How long a module takes: its own count, or its exercises' together."""
    return page.facts.minutes or sum(exercise.minutes for exercise in page.facts.exercises)


def minutes_at(time: str) -> int:
    """A time of the day in minutes from midnight."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def clock(minutes: int) -> str:
    """A time of the day as `08:30`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _tasks(library: Library, plan: Timetable) -> Iterator[Task]:
    chosen = plan.modules or tuple(page.id for page in library.modules)
    if plan.test:
        yield Task(plan.test, test="before")
    for id_ in chosen:
        yield from _of_module(library.records[id_])
    if plan.test:
        yield Task(plan.test, test="after")


def _of_module(page: Page[Any]) -> Iterator[Task]:
    for exercise in page.facts.exercises:
        yield Task(exercise.minutes, page.id, exercise.id)
    if not page.facts.exercises and minutes_of(page):
        yield Task(minutes_of(page), page.id)


def _day(number: int, hours: Hours, breaks: tuple[Hours, ...], tasks: list[Task]) -> Iterator[Slot]:
    """Gives a day to the first tasks, which leave the list; a break stands where work is left."""
    now, end = minutes_at(hours.start), minutes_at(hours.end)
    pauses = sorted((minutes_at(p.start), minutes_at(p.end)) for p in breaks)
    for start, stop in [p for p in pauses if now <= p[0] and p[1] <= end]:
        yield from _fill(number, now, start, tasks)
        if tasks:
            yield Slot(number, start, stop)
        now = stop
    yield from _fill(number, now, end, tasks)


def _fill(number: int, now: int, end: int, tasks: list[Task]) -> Iterator[Slot]:
    while tasks and now + tasks[0].minutes <= end:
        task = tasks.pop(0)
        yield Slot(number, now, now + task.minutes, task)
        now += task.minutes
