"""A kind as a table: a row a record, a column a field that holds one value or a list of texts.

A column is named by its field, with a dot inside a group (`participants.total`); a field of the
words in another language ends with it (`title.en`). Lists of groups (events, series) are tables of
their own and stand in none of these. What `row` writes, `editing.importing` reads back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from knowledge_base.model.edtf import Edtf
from knowledge_base.model.fields import UNDATED
from knowledge_base.model.kinds import KINDS, REGISTRIES, Kind, RegistryKind
from knowledge_base.model.library import Library
from knowledge_base.model.records import UNTRANSLATED

SEPARATOR = " | "
PAIR = 2


@dataclass(frozen=True)
class Column:
    """A column: its name, the language whose file holds it, where in it, and the type of a value.

    `type` is one of int, bool, date (a day or an EDTF date) and str.
    """

    name: str
    locale: str
    path: tuple[str, ...]
    type: str
    many: bool = False


def table_kinds() -> dict[str, Kind | RegistryKind]:
    """Every kind that is a table, by its name."""
    return {kind.name: kind for kind in (*KINDS, *REGISTRIES)}


def columns(kind: Kind | RegistryKind, locales: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of a kind after `id`, in the order of the model."""
    source = locales[0]
    if isinstance(kind, RegistryKind):
        found = _of_model(kind.row, source, (), "", locales)
        return tuple(column for column in found if column.path != ("id",))
    own = list(_of_model(kind.facts, source, (), "", ()))
    for locale in locales[1:]:
        words = _of_model(kind.words, locale, (), f".{locale}", ())
        own += [c for c in words if c.path[0] not in UNTRANSLATED]
    return tuple(own)


def _of_model(
    model: type[BaseModel], locale: str, above: tuple[str, ...], end: str, names: tuple[str, ...]
) -> Iterator[Column]:
    for name, info in model.model_fields.items():
        yield from _of_field(info.annotation, locale, (*above, name), end, names)


def _of_field(
    annotation: Any, locale: str, path: tuple[str, ...], end: str, names: tuple[str, ...]
) -> Iterator[Column]:
    many, inner = _unwrapped(annotation)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        if not many:
            yield from _of_model(inner, locale, path, end, names)
    elif get_origin(inner) is dict:
        inside = get_args(inner)[1]
        for own in names if path[-1] == "names" else ():
            yield from _of_field(inside, locale, (*path, own), end, ())
    else:
        yield Column(".".join(path) + end, locale, path, _type(inner), many)


def _unwrapped(annotation: Any) -> tuple[bool, Any]:
    """Whether a type is a list, and what one value of it is; `X | None` is X."""
    arguments = [a for a in get_args(annotation) if a is not type(None)]
    if get_origin(annotation) is tuple and len(arguments) == PAIR and arguments[1] is Ellipsis:
        return True, _unwrapped(arguments[0])[1]
    if len(arguments) < len(get_args(annotation)):
        return _unwrapped(arguments[0])
    return False, annotation


def _type(annotation: Any) -> str:
    plain = get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
    dates = {Edtf, date, Edtf | None}
    return {bool: "bool", int: "int"}.get(plain, "date" if plain in dates else "str")


def rows(library: Library, kind: Kind | RegistryKind) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each record of a kind: its id, and the text of each column by its name."""
    made = columns(kind, library.settings.locales)
    if isinstance(kind, RegistryKind):
        registry = library.registries.get(kind.name)
        for id_, own in (registry.rows if registry else {}).items():
            yield id_, {column.name: _cell(own, column.path) for column in made}
        return
    for page in sorted(library.by_kind.get(kind.name, ()), key=lambda p: p.id):
        cells = {}
        for column in made:
            is_source = column.locale == page.source_locale
            version = page.versions.get(column.locale)
            holder = page.facts if is_source else version.words if version else None
            cells[column.name] = _cell(holder, column.path)
        yield page.id, cells


def _cell(value: Any, path: tuple[str, ...]) -> str:
    holder: Any = None
    for part in path:
        if value is None:
            return ""
        holder = value
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part)
    if value is None:  # a field that must be there and holds nothing is a date that nobody gives
        fields = getattr(type(holder), "model_fields", {})
        return UNDATED if path[-1] in fields and fields[path[-1]].is_required() else ""
    if isinstance(value, tuple):
        return SEPARATOR.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
