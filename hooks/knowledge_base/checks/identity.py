"""Ids: well formed, assigned once, never used again (rule 1)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base import ledger
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error


def ids_are_unique(library: Library) -> Iterator[Problem]:
    """No two records bear the same id, whatever their kinds; terms may bear a record's."""
    seen: dict[str, str] = {}
    for page in sorted(library.pages, key=lambda p: p.uri):
        if page.kind == "page":
            continue
        if page.id in seen:
            yield error(page.uri, 0, "id-duplicate", id=page.id, other=seen[page.id])
        seen.setdefault(page.id, page.uri)


def retired_ids_are_not_used(library: Library) -> Iterator[Problem]:
    """An id that was withdrawn stays withdrawn: links to it still exist."""
    retired = ledger.read(library.settings.root).retired
    for page in library.pages:
        if page.kind != "page" and page.id in retired:
            yield error(page.uri, 0, "id-retired", id=page.id)
    for registry in library.registries.values():
        for row in registry.rows:
            if row in retired:
                yield error(registry.uri, registry.line(row, "id"), "id-retired", id=row)
