"""Every id that is named is the id of something (rule 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from knowledge_base.model.fields import Reference
from knowledge_base.model.library import Library
from knowledge_base.model.references import references
from knowledge_base.problem import Problem, error


def references_resolve(library: Library) -> Iterator[Problem]:
    """Each reference of a record or of a row names a record of a kind it may name."""
    for page in library.pages:
        for path, kind, id_ in references(page.facts):
            yield from _resolve(library, kind, id_, page.uri, page.line(*path), path)
    for registry in library.registries.values():
        for row_id, row in registry.rows.items():
            for path, kind, id_ in references(row):
                line = registry.line(row_id, *path)
                yield from _resolve(library, kind, id_, registry.uri, line, path)


def citations_resolve(library: Library) -> Iterator[Problem]:
    """Each citation of the prose names a source."""
    for _, version in library.versions():
        for mark in version.body.citations:
            kind = Reference(("source",))
            yield from _resolve(library, kind, mark.target, version.uri, mark.line, ("[^…]",))


def _resolve(  # noqa: PLR0913, PLR0917 - each says where or what
    library: Library, kind: Reference, id_: str, uri: str, line: int, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    known = [name for kind_name in kind.kinds for name in _ids(library, kind_name)]
    if id_ in known or id_ in library.broken:
        return
    near = get_close_matches(id_, known, 1, 0.6)
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if near:
        yield error(
            uri, line, "reference-unknown", variant="near", field=field, id=id_, near=near[0]
        )
    else:
        yield error(
            uri, line, "reference-unknown", field=field, id=id_, kinds=", ".join(kind.kinds)
        )


def _ids(library: Library, kind: str) -> Iterable[str]:
    rows = {
        "source": library.sources,
        "term": library.terms,
        "place": library.places,
        "milestone": library.milestones,
    }
    return rows[kind] if kind in rows else (page.id for page in library.by_kind.get(kind, ()))
