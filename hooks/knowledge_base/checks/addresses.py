"""A published address still leads somewhere, in its place or by another name (rule 21)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from knowledge_base import urls
from knowledge_base.model.library import Library
from knowledge_base.model.published import Published
from knowledge_base.problem import Problem, error


def published_addresses_stay(library: Library) -> Iterator[Problem]:
    """None is lost: it is there, or it has moved, or it was withdrawn with a notice."""
    now = urls.current(library)
    for place in urls.gone(library.published, now):
        page, _, section = place.partition("#")
        if _unread(library, page, section):
            continue  # told already: the file cannot be read
        if section and page not in now:
            continue  # its page is told
        near = get_close_matches(place, Published(now).addresses(), 1, 0.6)
        code = "section-gone" if section else "url-gone"
        line = library.published.line("pages", place)
        yield error(urls.URI, line, code, address=place, near=near[0] if near else "…")


def _unread(library: Library, page: str, section: str) -> bool:
    """True where what stood there is in a file, or a row, that cannot be read."""
    rows = [registry.rows for registry in library.registries.values()]
    lost = bool(section) and not all(rows)
    return lost or not {page.rstrip("/").rpartition("/")[2], section}.isdisjoint(library.broken)


def moves_lead_to_pages(library: Library) -> Iterator[Problem]:
    """What has moved is no longer at its old place, and is at the new one."""
    there = set(Published(urls.current(library)).addresses())
    for old in library.published.moved:
        target = library.published.now_at(old)
        line = library.published.line("moved", old)
        if old in there:
            yield error(urls.URI, line, "move-taken", address=old)
        elif target not in there and not library.published.is_withdrawn(target):
            yield error(urls.URI, line, "move-broken", address=old, target=target)


def withdrawn_places_are_gone(library: Library) -> Iterator[Problem]:
    """A page that was withdrawn does not come back under its old address."""
    there = set(Published(urls.current(library)).addresses())
    for place in library.published.withdrawn:
        if place in there:
            line = library.published.line("withdrawn", place)
            yield error(urls.URI, line, "move-taken", address=place)
