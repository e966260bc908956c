"""Bars drawn as SVG by a template: their places are computed here, the table behind says the same.

Bars and not lines: nothing is drawn through points that count different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge_base.wording import wording

LABEL, WIDEST, STEP, WHOLE = 130, 170, 26, 340  # units of the drawing
LETTER = 7  # at most, of a label


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its number in words, and where it stands."""

    label: str
    value: str
    width: int
    y: int


@dataclass(frozen=True)
class Heading:
    """What the bars below it belong to."""

    text: str
    y: int


@dataclass(frozen=True)
class Chart:
    """A chart with what it shows in words, for those who do not see it."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int
    left: int
    headings: tuple[Heading, ...] = ()
    note: str = ""

    @property
    def wide(self) -> int:
        """From where the longest label may begin to the end of the longest bar's number."""
        return WHOLE - self.left


Rows = Sequence[tuple[str, int]]


def chart(id_: str, title: str, rows: Rows, locale: str, note: str = "") -> Chart | None:
    """A bar for each row, in the order given; none for fewer than two rows."""
    return grouped(id_, title, [("", rows)], locale, note) if len(rows) > 1 else None


def grouped(
    id_: str, title: str, groups: Sequence[tuple[str, Rows]], locale: str, note: str = ""
) -> Chart:
    """The same, under a heading for each group; one scale holds for all."""
    words = wording(locale)
    most = max((value for _, rows in groups for _, value in rows), default=0) or 1
    bars, headings, told, y = list[Bar](), list[Heading](), list[str](), 0
    for heading, rows in groups:
        if heading:
            headings.append(Heading(heading, y))
            y += STEP
        own = [
            _bar(label, value, most, y + i * STEP, locale) for i, (label, value) in enumerate(rows)
        ]
        said = words("chart.between").join(
            words("chart.row", label=bar.label, value=bar.value) for bar in own
        )
        told.append(f"{heading} ({said})" if heading else said)
        bars += own
        y += len(rows) * STEP
    return Chart(
        id_, title, words("chart.between").join(told), tuple(bars), y,
        _left(bars, headings), tuple(headings), note,
    )  # fmt: skip


def _left(bars: Sequence[Bar], headings: Sequence[Heading]) -> int:
    """Where the longest label may begin; a heading needs the whole width."""
    longest = max((len(bar.label) for bar in bars), default=0)
    return 0 if headings else max(0, LABEL - 10 - LETTER * longest)


def _bar(label: str, value: int, most: int, y: int, locale: str) -> Bar:
    return Bar(label, wording(locale).number(value), round(WIDEST * value / most), y)
