"""Sessions by kind, by place, by organiser: lists that need no script to be gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library, Page
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording

Keys = Callable[[Library, Page[Any], str], Iterator[tuple[str, Named]]]


FEW = 3  # lines that are not worth a touch to see


@dataclass(frozen=True)
class Shelf:
    """The sessions that share a kind, a place or an organiser, the newest first.

    `folded` tells how many, where they are too many to stand open: each stands in the list above.
    """

    id: str
    name: Named
    sessions: tuple[tuple[Named, str], ...]
    number: str
    folded: str


def sessions_by(library: Library, locale: str, argument: str) -> tuple[Shelf, ...]:
    """Shelves by `kind`, `place` or `organiser`, in alphabetical order."""
    words = wording(locale)
    shelves: dict[str, list[tuple[Named, str]]] = {}
    names_of: dict[str, Named] = {}
    for page in library.sessions:
        row = (names.page(library, page, locale), names.when_text(page, locale))
        for id_, name in BY[argument](library, page, locale):
            names_of[id_] = name
            shelves.setdefault(id_, []).append(row)
    made = (
        Shelf(
            f"{argument}-{id_}",
            names_of[id_],
            tuple(rows),
            words.number(len(rows)),
            words.count("archive.sessions", len(rows)) if len(rows) > FEW else "",
        )
        for id_, rows in shelves.items()
    )
    return tuple(sorted(made, key=lambda shelf: plain(shelf.name.text)))


def _kind(_library: Library, page: Page[Any], locale: str) -> Iterator[tuple[str, Named]]:
    yield page.facts.kind, Named(names.kind(page, locale))


def _place(library: Library, page: Page[Any], locale: str) -> Iterator[tuple[str, Named]]:
    if page.facts.place:
        yield page.facts.place.town, names.place(library, page.facts.place.town, locale)


def _organiser(library: Library, page: Page[Any], locale: str) -> Iterator[tuple[str, Named]]:
    for id_ in page.facts.organisers:
        yield id_, names.record(library, id_, locale)


BY: dict[str, Keys] = {"kind": _kind, "place": _place, "organiser": _organiser}
