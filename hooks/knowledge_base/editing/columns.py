"""The columns of a kind's table as its files hold them: where a cell is written, and as what.

Names, rows and cells are those of the published table (`views.tables`); lists of groups (events,
series) are tables of their own and stand in none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from knowledge_base.model.kinds import KINDS, REGISTRIES, Kind, RegistryKind
from knowledge_base.model.library import Library
from knowledge_base.model.shapes import plain, unwrapped
from knowledge_base.model.translated import WORDS
from knowledge_base.views.tables import Table, tables, told

Rows = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Column:
    """A column: its name, the language whose file holds it, where in it, and the type of a value.

    `type` is one of `shapes.plain`.
    """

    name: str
    locale: str
    path: tuple[str, ...]
    type: str
    many: bool = False


def table_kinds() -> dict[str, Kind | RegistryKind]:
    """Every kind that is a table, by its name."""
    return {kind.name: kind for kind in (*KINDS, *REGISTRIES)}


def rows(library: Library) -> dict[str, Rows]:
    """For each kind, each record's cells as they are published, by the names of their columns."""
    return {table.kind: _cells(table) for table in tables(library) if not table.part}


def _cells(table: Table) -> Rows:
    names = [column.name for column in table.columns]
    said = (dict(zip(names, map(told, row), strict=True)) for row in table.rows)
    return {row["id"]: row for row in said}


def columns(kind: Kind | RegistryKind, locales: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of a kind after `id`, in the order of the model."""
    source = locales[0]
    if isinstance(kind, RegistryKind):
        found = _of_model(kind.row, source, (), locales)
        return tuple(column for column in found if column.path != ("id",))
    own = tuple(_of_model(kind.facts, source, (), ()))
    translated = (
        Column(f"{column.name}.{locale}", locale, (WORDS[column.name],), "str", column.many)
        for column in own
        for locale in locales[1:]
        if column.name in WORDS
    )
    return (*own, *translated)


def _of_model(
    model: type[BaseModel], locale: str, above: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Column]:
    for name, info in model.model_fields.items():
        yield from _of_field(info.annotation, locale, (*above, name), names)


def _of_field(
    annotation: Any, locale: str, path: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Column]:
    inner, many = unwrapped(annotation)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        if not many:
            yield from _of_model(inner, locale, path, names)
    elif get_origin(inner) is dict:
        inside = get_args(inner)[1]
        for own in names if path[-1] == "names" else ():
            yield from _of_field(inside, locale, (*path, own), ())
    else:
        yield Column(".".join(path), locale, path, plain(inner), many)
