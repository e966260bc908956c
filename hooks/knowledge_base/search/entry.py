"""One thing to find, and the order in which such things stand in the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# The order in which kinds are told apart where all else is equal, and that of the head's rows.
ORDER = (
    "page",
    "objective",
    "document",
    "institution",
    "activity",
    "member",
    "module",
    "term",
    "place",
    "session",
    "milestone",
    "source",
)


@dataclass(frozen=True)
class Section:
    """A part of a page under its own heading; `id` is empty before the first."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One thing to find; `others` are names in other languages, with the language's code."""

    kind: str
    title: str
    path: str
    date: str = ""
    year: str = ""
    place: str = ""
    aliases: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    sections: tuple[Section, ...] = ()


def in_order(found: Iterable[Entry]) -> list[Entry]:
    """Kinds in their order; index pages before others; sessions the newest first."""
    return sorted(found, key=_place_in_order)


def _place_in_order(entry: Entry) -> tuple[int, int, str, str]:
    depth = entry.path.count("/")
    newest = "" if entry.kind != "session" else "".join(chr(255 - ord(c)) for c in entry.path)
    return ORDER.index(entry.kind), depth, newest, entry.path
