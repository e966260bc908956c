"""What a change does to the site, read off the library before it and the library after it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.problem import Problem, errors
from knowledge_base.states import states

WANTED = frozenset({"source-wanted", "claim-unsourced"})
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Side:
    """One side of a change: what was read, what is wrong with it, its built pages if there are."""

    library: Library
    problems: list[Problem]
    site: Path | None = None


@dataclass(frozen=True)
class Changed:
    """A page that changed: its title, its address and weight by language, before and after."""

    title: str
    locales: tuple[str, ...]
    paths: tuple[str, ...]
    before: int
    after: int


@dataclass(frozen=True)
class Comparison:
    """All that a reviewer is told."""

    pages: tuple[Changed, ...]
    registries: tuple[str, ...]
    added: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    withdrawn: tuple[str, ...]
    words: tuple[int, int]
    stale: tuple[int, int]
    wanted: tuple[Problem, ...]
    new: tuple[Problem, ...]
    solved: int
    errors: int


def compared(base: Side, head: Side) -> Comparison:
    """The change from one side to the other."""
    addresses = _addresses(base.library), _addresses(head.library)
    moved = tuple(_moved(*addresses))
    gone = {before for before, _ in moved}
    fresh = {after for _, after in moved}
    known = {_key(p) for p in base.problems}
    new = tuple(p for p in head.problems if _key(p) not in known)
    now = {_key(p) for p in head.problems}
    return Comparison(
        pages=tuple(_changed(base, head)),
        registries=tuple(_registries(base.library, head.library)),
        added=tuple(sorted(set(addresses[1]) - set(addresses[0]) - fresh)),
        moved=moved,
        withdrawn=tuple(sorted(set(addresses[0]) - set(addresses[1]) - gone)),
        words=(_words(base.library), _words(head.library)),
        stale=(_stale(base.library), _stale(head.library)),
        wanted=tuple(p for p in new if p.code in WANTED),
        new=tuple(p for p in new if p.code not in WANTED),
        solved=len(known - now),
        errors=len(errors(head.problems)),
    )


def _key(problem: Problem) -> tuple[str, str, object]:
    """A problem wherever its line has moved to."""
    return problem.uri, problem.code, problem.values


def _addresses(library: Library) -> dict[str, tuple[str, str]]:
    """Each address of the site, with the title and the language of its page."""
    return {
        f"/{address(library, page, locale)}": (version.words.title, locale)
        for page in library.pages
        for locale, version in page.versions.items()
    }


def _moved(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    now = {own: path for path, own in after.items()}
    for path, own in sorted(before.items()):
        if path not in after and own in now and now[own] not in before:
            yield path, now[own]


def _changed(base: Side, head: Side) -> Iterator[Changed]:
    before = {page.uri: page for page in base.library.pages}
    for page in sorted(head.library.pages, key=lambda p: p.uri):
        old = before.get(page.uri)
        own = tuple(
            locale
            for locale in page.versions
            if _bytes(head, page, locale) != (_bytes(base, old, locale) if old else b"")
        )
        if own:
            yield Changed(
                title=page.source.words.title,
                locales=own,
                paths=tuple(f"/{address(head.library, page, locale)}" for locale in own),
                before=sum(_weight(base, old, locale) for locale in own) if old else 0,
                after=sum(_weight(head, page, locale) for locale in own),
            )


def _bytes(side: Side, page: Page[Any], locale: str) -> bytes:
    version = page.versions.get(locale)
    return (side.library.settings.docs / version.uri).read_bytes() if version else b""


def _weight(side: Side, page: Page[Any], locale: str) -> int:
    """Bytes of a page, compressed: as it is built where it is, else of its text."""
    if side.site:
        path = side.site / address(side.library, page, locale) / "index.html"
        content = path.read_bytes() if path.is_file() else b""
    else:
        content = _bytes(side, page, locale)
    return len(gzip.compress(content, mtime=0)) if content else 0


def _registries(base: Library, head: Library) -> Iterator[str]:
    for name, registry in sorted(head.registries.items()):
        old = base.registries.get(name)
        if old is None or dict(old.rows) != dict(registry.rows):
            yield registry.uri


def _words(library: Library) -> int:
    return sum(state.words for state in states(library))


def _stale(library: Library) -> int:
    return sum(len(state.stale) for state in states(library))
