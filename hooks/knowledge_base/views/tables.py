"""The same records as tables, for spreadsheets; read off the JSON Schemas, no kind is named twice.

A group of fields gives columns named `group.field`; a list of groups gives a table of its own,
whose first columns name what it belongs to; words in another language follow as `title.en`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library
from knowledge_base.model.schemas import Schema, record_schema
from knowledge_base.model.translated import WORDS
from knowledge_base.views.dataset import PLURALS, objects
from knowledge_base.views.status import newest

BETWEEN = " | "  # between the values of one cell
# Columns that are computed; whoever reads a table back leaves them out, and `path`.
DERIVED = ("current.status", "current.date", "current.assessor")
LEFT_OUT = frozenset({"translations", "fallback", "notes"})
BY_LANGUAGE = "by-language"
Cell = str | int | bool | None


@dataclass(frozen=True)
class Column:
    """A column: its name, the type of its cells, and what a row's path in a translation is."""

    name: str
    type: str = "string"
    locale: str = ""
    words: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of a kind, or of a list that its records have; `key` names the columns of a row's id."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    part: bool = False


@dataclass(frozen=True)
class _Row:
    """A group of values, the record it belongs to, and the ids of the rows it stands in."""

    values: Mapping[str, Any]
    record: Mapping[str, Any]
    ids: tuple[str, ...] = ()


def tables(library: Library) -> Iterator[Table]:
    """Every table of every kind, each kind's own first."""
    for kind in (*KINDS, *REGISTRIES):
        schema = record_schema(kind.name)
        rows = [_Row(own, own) for own in objects(library, kind.name)]
        yield from _tables(library, kind.name, (), schema, rows)


def _tables(
    library: Library, kind: str, field: tuple[str, ...], schema: Schema, rows: list[_Row]
) -> Iterator[Table]:
    """The table of these rows, then those of the lists in them."""
    found = list(_fields(schema, schema.get("$defs", {})))
    locales = (
        library.settings.locales if "translations" in record_schema(kind)["properties"] else ()
    )
    own = [c for name, type_ in found for c in _columns(locales[1:], field, name, type_)]
    own = [c for column in own for c in _by_language(column, schema, library.settings.locales)]
    above = [kind, *field[:-1]] if field else []
    key = (*above, "id") if "id" in dict(found) else ()
    derived = DERIVED if (kind, field) == ("activity", ()) else ()
    cells = tuple(
        (
            *_ids(row)[: len(above)],
            *(_value(row, c) for c in own),
            *(_current(library, row) if derived else ()),
        )
        for row in rows
    )
    columns = (*(Column(name) for name in above), *own, *(Column(name) for name in derived))
    name = "-".join((kind, *field)).replace(".", "-") if field else PLURALS[kind]
    yield Table(name, kind, columns, cells, key, bool(field))
    for name, inner in _lists(schema, schema.get("$defs", {})):
        yield from _tables(library, kind, (*field, name), inner, list(_inside(rows, name)))


def _ids(row: _Row) -> tuple[str, ...]:
    return (str(row.record["id"]), *row.ids)


def _inside(rows: list[_Row], path: str) -> Iterator[_Row]:
    for row in rows:
        for values in _at(row.values, path) or ():
            id_ = (str(values["id"]),) if "id" in values else ()
            yield _Row(values, row.record, (*row.ids, *id_))


def _fields(schema: Schema, defs: Schema, above: str = "") -> Iterator[tuple[str, str]]:
    """Each column that a group of fields gives: its name, and the type of its cells."""
    for name, said in schema["properties"].items():
        shape = _resolved(said, defs)
        if name in LEFT_OUT or _grouped(shape, defs):
            continue
        if "properties" in shape:
            yield from _fields(shape, defs, f"{above}{name}.")
        elif shape.get("type") == "object":
            yield f"{above}{name}", BY_LANGUAGE
        else:
            day = shape.get("format") == "date"
            yield f"{above}{name}", "date" if day else str(shape.get("type", "string"))


def _lists(schema: Schema, defs: Schema, above: str = "") -> Iterator[tuple[str, Schema]]:
    """Each list of groups, by the path to it."""
    for name, said in schema["properties"].items():
        shape = _resolved(said, defs)
        inner = _grouped(shape, defs)
        if name in LEFT_OUT:
            continue
        if inner:
            yield f"{above}{name}", {**inner, "$defs": defs}
        elif "properties" in shape:
            yield from _lists(shape, defs, f"{above}{name}.")


def _grouped(shape: Schema, defs: Schema) -> Schema | None:
    items = _resolved(shape.get("items", {}), defs)
    return items if "properties" in items else None


def _resolved(said: Schema, defs: Schema) -> Schema:
    options = [o for o in said.get("anyOf", (said,)) if o.get("type") != "null"]
    reference = options[0].get("$ref")
    found: Schema = defs[reference.rpartition("/")[2]] if reference else options[0]
    return found


def _columns(
    locales: tuple[str, ...], field: tuple[str, ...], name: str, type_: str
) -> Iterator[Column]:
    """A column, and one for its text in each language of the translations."""
    yield Column(name, "string" if type_ == "array" else type_)
    words = WORDS.get(".".join((*field, name)))
    if words:
        yield from (Column(f"{name}.{locale}", "string", locale, words) for locale in locales)


def _by_language(column: Column, schema: Schema, locales: tuple[str, ...]) -> Iterator[Column]:
    """A text by language, or a group of them, as a column for each language of the site."""
    if column.type != BY_LANGUAGE:
        yield column
        return
    defs = schema.get("$defs", {})
    inner = _resolved(schema["properties"][column.name]["additionalProperties"], defs)
    parts = [f".{part}" for part in inner["properties"]] if "properties" in inner else [""]
    yield from (Column(f"{column.name}.{locale}{part}") for locale in locales for part in parts)


def _value(row: _Row, column: Column) -> Cell:
    if column.locale:
        translation = row.record.get("translations", {}).get(column.locale, {})
        return _cell(_at(translation, column.words.format(*row.ids, "", ""), "/"))
    return _cell(_at(row.values, column.name))


def _at(values: Any, path: str, separator: str = ".") -> Any:
    for part in path.split(separator):
        values = values.get(part) if isinstance(values, Mapping) else None
    return values


def _cell(value: Any) -> Cell:
    if isinstance(value, (list, tuple)):
        return BETWEEN.join(map(str, value)) or None
    return value if isinstance(value, (str, int, bool)) else None


def told(cell: Cell) -> str:
    """A cell as text."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def _current(library: Library, row: _Row) -> tuple[Cell, ...]:
    """What the newest event says; "no-information" where there is none."""
    event = newest(library.records[row.record["id"]].facts.events)
    return (event.status, event.date.text, event.assessor) if event else ("no-information", "", "")
