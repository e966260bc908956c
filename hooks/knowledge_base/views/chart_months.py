"""What happened month by month: a row for each year, a mark of its own shape for each sort.

What is known by its year alone stands in a last column, so that no month is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from knowledge_base.model.edtf import Edtf
from knowledge_base.wording import wording

LEFT, CELL, MARK, PER_ROW = 40, 23, 7, 3  # units of the drawing; marks beside one another
UNKNOWN = 12  # the column after December


@dataclass(frozen=True)
class Mark:
    """One event: its sort, and the middle of its mark."""

    sort: str
    x: float
    y: float


@dataclass(frozen=True)
class Row:
    """One year: its label and the top of its row."""

    label: str
    y: int
    height: int


@dataclass(frozen=True)
class Months:
    """The drawing, with what it shows in words, and what each shape means."""

    id: str
    title: str
    description: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    key: tuple[tuple[str, str], ...]
    height: int


Moments = Sequence[tuple[Edtf, str]]


def months(
    id_: str, title: str, moments: Moments, sorts: Mapping[str, str], locale: str
) -> Months | None:
    """A mark for each moment: its date, and its sort, whose name `sorts` gives."""
    years = sorted({when.year for when, _ in moments})
    if len(years) < 2:
        return None
    rows, marks, y = list[Row](), list[Mark](), 20
    for year in years:
        own = [(column(when), sort) for when, sort in moments if when.year == year]
        deepest = max(sum(at == each for at, _ in own) for each in range(UNKNOWN + 1))
        height = ceil(deepest / PER_ROW) * MARK + MARK
        rows.append(Row(str(year), y, height))
        marks += _marks(own, y, list(sorts))
        y += height
    words = wording(locale)
    heads = (*words.month_initials(), words("timeline.no_month"))
    columns = tuple((head, LEFT + (i + 0.5) * CELL) for i, head in enumerate(heads))
    text = words("chart.between").join(_told(years, moments, sorts, locale))
    return Months(id_, title, text, columns, tuple(rows), tuple(marks), tuple(sorts.items()), y)


def column(when: Edtf) -> int:
    """The month, from 0, where one is known; else the last column."""
    one = (when.first.year, when.first.month) == (when.last.year, when.last.month)
    return when.first.month - 1 if one else UNKNOWN


def _marks(own: Sequence[tuple[int, str]], y: int, order: list[str]) -> Iterator[Mark]:
    """The marks of a year, those of one month side by side, sort after sort."""
    for at in range(UNKNOWN + 1):
        here = sorted((sort for place, sort in own if place == at), key=order.index)
        for i, sort in enumerate(here):
            across, down = i % PER_ROW, i // PER_ROW
            yield Mark(sort, LEFT + at * CELL + (across + 0.7) * MARK, y + (down + 1) * MARK)


def _told(
    years: Sequence[int], moments: Moments, sorts: Mapping[str, str], locale: str
) -> Iterator[str]:
    words = wording(locale)
    for year in years:
        found = [sort for when, sort in moments if when.year == year]
        parts = [f"{name} {found.count(sort)}" for sort, name in sorts.items() if sort in found]
        yield words("chart.row", label=year, value=words.listing(parts))
