"""A square for each thing counted, a row for each year; a letter, not a colour, says its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.wording import wording

LEFT, SIDE, STEP = 40, 18, 24  # units of the drawing
Counts = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Kind:
    """A kind that is counted: its name, and the letter it is drawn with."""

    name: str
    letter: str


@dataclass(frozen=True)
class Square:
    """One thing: its kind, the letter of that kind, and where it stands."""

    kind: str
    letter: str
    x: int


@dataclass(frozen=True)
class Line:
    """One row: its label, its squares, and their number behind the last."""

    label: str
    squares: tuple[Square, ...]
    total: str
    end: int
    y: int


@dataclass(frozen=True)
class Squares:
    """The drawing, with what it shows in words and what each letter means."""

    id: str
    title: str
    description: str
    lines: tuple[Line, ...]
    key: tuple[tuple[str, str, str], ...]
    height: int


def squares(
    id_: str, title: str, rows: Sequence[tuple[str, Counts]], kinds: Mapping[str, Kind], locale: str
) -> Squares | None:
    """A row for each label, with how many there are of each kind; none for fewer than two rows."""
    if len(rows) < 2:
        return None
    words = wording(locale)
    lines = tuple(_line(label, found, kinds, i * STEP) for i, (label, found) in enumerate(rows))
    told = [words("chart.row", label=label, value=words.listing(list(_told(found, kinds))))
            for label, found in rows]  # fmt: skip
    key = tuple((id_, kind.letter, kind.name) for id_, kind in kinds.items())
    text = words("chart.between").join(told)
    return Squares(id_, title, text, lines, key, len(lines) * STEP)


def _line(label: str, found: Counts, kinds: Mapping[str, Kind], y: int) -> Line:
    each = [kind for kind, count in found for _ in range(count)]
    placed = tuple(
        Square(kind, kinds[kind].letter, LEFT + i * (SIDE + 1)) for i, kind in enumerate(each)
    )
    return Line(label, placed, str(len(each)), LEFT + len(each) * (SIDE + 1), y)


def _told(found: Counts, kinds: Mapping[str, Kind]) -> Iterator[str]:
    yield from (f"{kinds[kind].name} {count}" for kind, count in found if count)
