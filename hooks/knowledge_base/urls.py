"""`urls.lock`, beside mkdocs.yml: what has been published and must still lead somewhere (rule 21).

`kb urls` writes it; nobody need edit it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from knowledge_base import front_matter
from knowledge_base.model.address import path_of
from knowledge_base.model.library import Library, Page
from knowledge_base.model.published import Published
from knowledge_base.problem import Problem, error

NAME = "urls.lock"
URI = f"../{NAME}"
HEADER = (
    "# Written by `kb urls`: every address that has been published, with its sections.\n"
    "# One may be added, moved or withdrawn, never lost.\n"
)
# Views all of whose rows can be linked to, and the registry the rows come from; sources and places
# come and go with what is tied to them.
ROWS = {"glossary": "term", "timeline": "milestone"}
Places = dict[str, tuple[str, ...]]
GROUPS = ("pages", "moved", "withdrawn")
Group = dict[front_matter.Path, Any]


def read(root: Path) -> tuple[Published, list[Problem]]:
    """The published addresses of a site, if there are any, and what is wrong with their file."""
    path = root / NAME
    if not path.is_file():
        return Published(), []
    parsed = front_matter.read_registry(path.read_bytes(), URI)
    problems = list(parsed.problems)
    if parsed.data is not None and not isinstance(parsed.data, dict):
        problems.append(_refused(parsed, (), "fields"))
    pages, moved, withdrawn = (_group(parsed, name, problems) for name in GROUPS)
    published = Published(
        {page: tuple(ids.split()) for page, ids in _texts(parsed, pages, problems).items()},
        _texts(parsed, moved, problems),
        {
            str(place[-1]): {
                str(key[-1]): said for key, said in reasons.items() if isinstance(said, str)
            }
            for place, value in withdrawn.items()
            if (reasons := _fields(parsed, place, value, problems))
        },
        {path: line for path, line in parsed.lines.items() if len(path) > 1},
    )
    return published, problems


def _group(parsed: front_matter.Parsed, name: str, problems: list[Problem]) -> Group:
    """The rows of one part of the file, each by its path in it."""
    data = parsed.data if isinstance(parsed.data, dict) else {}
    return _fields(parsed, (name,), data.get(name), problems)


def _fields(
    parsed: front_matter.Parsed, path: front_matter.Path, value: Any, problems: list[Problem]
) -> Group:
    if value is not None and not isinstance(value, dict):
        problems.append(_refused(parsed, path, "fields"))
    return {(*path, key): row for key, row in value.items()} if isinstance(value, dict) else {}


def _texts(parsed: front_matter.Parsed, group: Group, problems: list[Problem]) -> dict[str, str]:
    """The rows that are texts; what is something else is told."""
    problems.extend(
        _refused(parsed, path, "text")
        for path, row in group.items()
        if not isinstance(row, str | None)
    )
    return {str(path[-1]): row or "" for path, row in group.items() if isinstance(row, str | None)}


def _refused(parsed: front_matter.Parsed, path: front_matter.Path, expected: str) -> Problem:
    values = {"field": ".".join(map(str, path)) or NAME, "value": "…", "expected": expected}
    return error(URI, parsed.lines.get(path, 1), "field-type", **values)


def current(library: Library) -> Places:
    """Each page of the library by its path in the source language, with what can be linked to."""
    source = library.settings.source
    return {path_of(p.uri, source, source): tuple(_sections(library, p)) for p in library.pages}


def _sections(library: Library, page: Page[Any]) -> list[str]:
    own = [heading.id for heading in page.source.body.headings if heading.id]
    kinds = [ROWS[view.target] for view in page.source.body.views if view.target in ROWS]
    rows = [id_ for kind in kinds for id_ in library.registries[kind].rows]
    return [*own, *sorted(rows)]


def with_new(published: Published, now: Places) -> Published:
    """The published addresses with those of today that were not there yet."""
    pages = {path: list(sections) for path, sections in published.pages.items()}
    for path, sections in now.items():
        known = pages.setdefault(path, [])
        known.extend(section for section in sections if section not in known)
    return Published(
        {path: tuple(sections) for path, sections in pages.items()},
        published.moved,
        published.withdrawn,
        published.lines,
    )


def added(published: Published, now: Places) -> list[str]:
    """The addresses of today that have not been published, pages and sections."""
    known = set(published.addresses())
    return [place for place in Published(now).addresses() if place not in known]


def gone(published: Published, now: Places) -> list[str]:
    """The published addresses that lead nowhere today: not there, not moved, not withdrawn."""
    there = set(Published(now).addresses())
    return [
        place
        for place in published.addresses()
        if published.now_at(place) not in there and not published.is_withdrawn(place)
    ]


def written(published: Published) -> str:
    """The text of the file."""
    data: dict[str, Any] = {
        "pages": {path: " ".join(_sorted(ids)) for path, ids in published.pages.items()},
        "moved": dict(published.moved),
        "withdrawn": {place: dict(why) for place, why in published.withdrawn.items()},
    }
    return HEADER + yaml.safe_dump(data, allow_unicode=True, sort_keys=True, width=100)


def _sorted(sections: Iterable[str]) -> list[str]:
    return sorted(set(sections))
