"""Hours of days of training, given to modules in their order."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from knowledge_base.model.fields import ModuleRef, Strict, Whole


def _clock(value: Any) -> str:
    """A time of the day as `08:30`."""
    hours, colon, minutes = str(value).partition(":")
    digits = hours.isdecimal() and minutes.isdecimal() and len(hours) == len(minutes) == 2
    if not (colon and digits and int(hours) < 24 and int(minutes) < 60):
        raise PydanticCustomError("clock", "another form")
    return str(value)


Clock = Annotated[str, BeforeValidator(_clock)]


class Hours(Strict):
    """From a time to another."""

    start: Clock
    end: Clock


class Timetable(Strict):
    """Hours of each day and breaks of every day; `test` minutes open it and close it."""

    days: tuple[Hours, ...]
    breaks: tuple[Hours, ...] = ()
    modules: tuple[ModuleRef, ...] = ()
    test: Whole = 0
