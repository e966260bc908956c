"""Shards of words `w-<prefix>.js`: rows of postings by the first letters of their forms."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from sys import maxsize

from knowledge_base.search.postings import TEXT, Posting, Row

DEEPEST = 5
SECTIONS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LEVELS = ("", "'", "*", "~", "!")
Line = tuple[tuple[str, ...], str]  # the forms of a word, and its line


@dataclass(frozen=True)
class Scale:
    """How an index is cut: a small one so that a query costs little, a large one as a whole."""

    most: int  # entries it is meant for
    head: int  # entries the head holds: whole blocks
    block: int  # entries a block
    shard: int  # compressed bytes above which a shard is split by one more letter
    gist: int  # letters of a summary that a result shows
    common: int  # entries above which a word leads only to where it stands strongly


SCALES = (Scale(1_000, 192, 16, 2_200, 110, 1_000), Scale(maxsize, 192, 32, 4_000, 70, 40))


def scale_of(found: Sized) -> Scale:
    """The scale of an index of so many entries."""
    return next(scale for scale in SCALES if len(found) <= scale.most)


def shards(found: Iterable[Row], scale: Scale) -> Iterator[tuple[str, str]]:
    """Each shard: the first letters it is for, and its rows, a line each."""
    yield from _split([(row.forms, _line(row, scale)) for row in found], scale, "")


def _split(found: list[Line], scale: Scale, prefix: str) -> Iterator[tuple[str, str]]:
    """A row stands wherever one of its forms does."""
    text = "\n".join(line for _, line in found)
    if prefix and (len(prefix) >= DEEPEST or _small(text, scale)):
        yield prefix, text
        return
    size = len(prefix) + 1
    by: dict[str, list[Line]] = {}
    for forms, line in found:
        for start in dict.fromkeys(form[:size] for form in forms if form.startswith(prefix)):
            by.setdefault(start, []).append((forms, line))
    for start, some in sorted(by.items()):
        if start == prefix:  # words no longer than the prefix itself
            yield f"{prefix}_", "\n".join(line for _, line in some)
        else:
            yield from _split(some, scale, start)


def _small(text: str, scale: Scale) -> bool:
    return len(zlib.compress(text.encode(), 9)) <= scale.shard


def _line(row: Row, scale: Scale) -> str:
    """`form form=12A3C'`: for each entry its distance from the last, its section, its level.

    `form=231+12C'`: of 231 entries that hold a common word, those where it stands strongly.
    """
    kept, before = row.postings, ""
    if len(kept) > scale.common:
        before = f"{len(kept)}+"
        kept = tuple(posting for posting in kept if posting.level > TEXT)
    return f"{' '.join(row.forms)}={before}{''.join(_marks(kept))}"


def _marks(postings: tuple[Posting, ...]) -> Iterator[str]:
    last = 0
    for posting in postings:
        step = posting.entry - last
        section = SECTIONS[min(posting.section, len(SECTIONS) - 1)]
        yield f"{step or ''}{section}{LEVELS[posting.level]}"
        last = posting.entry
