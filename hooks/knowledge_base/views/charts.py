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
class Chart:
    """A chart with what it shows in words, for those who do not see it."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int
    left: int

    @property
    def wide(self) -> int:
        """From where the longest label may begin to the end of the longest bar's number."""
        return WHOLE - self.left


def chart(id_: str, title: str, rows: Sequence[tuple[str, int]], locale: str) -> Chart | None:
    """A bar for each row, in the order given; none for fewer than two rows."""
    if len(rows) < 2:
        return None
    words = wording(locale)
    most = max(value for _, value in rows) or 1
    bars = tuple(
        Bar(label, words.number(value), round(WIDEST * value / most), index * STEP)
        for index, (label, value) in enumerate(rows)
    )
    told = " ; ".join(words("chart.row", label=bar.label, value=bar.value) for bar in bars)
    left = max(0, LABEL - 10 - LETTER * max(len(bar.label) for bar in bars))
    return Chart(id_, title, told, bars, len(bars) * STEP, left)
