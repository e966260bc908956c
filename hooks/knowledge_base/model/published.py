"""Addresses that have been published: pages with their sections, what has moved, what is withdrawn.

A path is that of the source language (`plan/x/`), a section `plan/x/#id`; both hold in every
language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Published:
    """`pages` gives the sections of each path, `moved` the new place, `withdrawn` the reasons."""

    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict, compare=False)

    def line(self, part: str, place: str) -> int:
        """The line of the file that speaks of a place; a section stands on its page's."""
        page = place.partition("#")[0]
        return self.lines.get((part, place)) or self.lines.get((part, page)) or 1

    def addresses(self) -> Iterator[str]:
        """Every address that has been published, sections after their page."""
        for path, sections in self.pages.items():
            yield path
            yield from (f"{path}#{section}" for section in sections)

    def now_at(self, place: str) -> str:
        """Where a place is found today, after all its moves; itself where it has not moved.

        A section of a page that has moved went with it. A circle ends at its first place.
        """
        seen = {place}
        while (after := self._next(place)) and after not in seen:
            seen.add(after)
            place = after
        return place

    def _next(self, place: str) -> str:
        page, _, section = place.partition("#")
        if place in self.moved or not section or page not in self.moved:
            return self.moved.get(place, "")
        target = self.moved[page]
        return target if "#" in target else f"{target}#{section}"

    def is_withdrawn(self, place: str) -> bool:
        """True where the place, or the page it stood on, was taken back with a notice."""
        return place in self.withdrawn or place.partition("#")[0] in self.withdrawn
