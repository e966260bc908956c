"""Dates as the sources give them: a small part of EDTF (Library of Congress, levels 0 and 1).

`2024-03-01`, `2024-03`, `2024`, `2022-12~` (approximate), `2019/2021`, `../2022-01`, `2013/..`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
OPEN = ".."


@dataclass(frozen=True, order=True)
class Edtf:
    """A date, or a span, with its first and last possible day."""

    first: date
    last: date
    text: str

    @property
    def approximate(self) -> bool:
        """True where the writer says "about"."""
        return self.text.endswith("~")

    @property
    def interval(self) -> bool:
        """True for `a/b`."""
        return "/" in self.text

    @property
    def precision(self) -> str:
        """`year`, `month` or `day` of a date that is not an interval."""
        return ("year", "month", "day")[self.text.rstrip("~").count("-")]

    @property
    def year(self) -> int:
        """The year of its first possible day."""
        return self.first.year

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Edtf:
    """The date that the text writes; ValueError where it writes none, TypeError for no text."""
    if not isinstance(text, str):
        raise TypeError(text)
    if "/" in text:
        start, end = text.split("/", 1)
        first = date.min if start == OPEN else _point(start)[0]
        last = date.max if end == OPEN else _point(end)[1]
        if start == end == OPEN or first > last:
            raise ValueError(text)
        return Edtf(first, last, text)
    return Edtf(*_point(text), text)


def _point(text: str) -> tuple[date, date]:
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if year is None or year == 0:
        raise ValueError(text)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
