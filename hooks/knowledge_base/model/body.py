"""The prose of a page, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of the prose; `id` is None where the writer gave none."""

    level: int
    id: str | None
    text: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or an image (`alt` is then its alternative text) as written."""

    target: str
    text: str
    line: int


@dataclass(frozen=True)
class Fence:
    """A block of code: what its fence says beside it, and whether it ends."""

    info: str
    line: int
    closed: bool = True


@dataclass(frozen=True)
class Passage:
    """A run of plain text, the section it stands in ("" before the first), and its line."""

    section: str
    text: str
    line: int


@dataclass(frozen=True)
class Body:
    """The Markdown of a page, and what stands in it; lines count from the file's first."""

    markdown: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    citations: tuple[Link, ...] = ()
    views: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    passages: tuple[Passage, ...] = ()
    fences: tuple[Fence, ...] = ()
    definitions: tuple[Link, ...] = ()
    # Lines of code that is set in: its first and the one after its last, from 0.
    indented: tuple[tuple[int, int], ...] = ()
