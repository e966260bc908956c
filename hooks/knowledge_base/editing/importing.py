"""A kind's CSV, changed in a spreadsheet, brought back: only what changed is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from knowledge_base import translation
from knowledge_base.editing import cells
from knowledge_base.editing.changes import Changes
from knowledge_base.editing.columns import Column, Rows, columns, rows, table_kinds
from knowledge_base.editing.round_trip import Document, UnkeptError, in_front_matter
from knowledge_base.model.kinds import Kind, RegistryKind
from knowledge_base.model.library import Library

ID = "id"


@dataclass(frozen=True)
class Fault:
    """What is wrong at a line of the CSV: the key of its words, and what they name."""

    line: int
    key: str
    values: Mapping[str, str]


@dataclass
class Imported:
    """The changes a CSV asks for, and everything that is wrong with it."""

    changes: Changes
    faults: list[Fault] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    edited: list[tuple[str, str]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)


Edit = tuple[Column, Any]


def imported(library: Library, raw: bytes) -> Imported:
    """What the CSV changes; where there is a fault, nothing is to be written."""
    result = Imported(Changes(library))
    table = cells.table(raw)
    names = cells.header(table[0][1]) if table else []
    if ID not in names:
        result.faults.append(Fault(1, "no_id", {}))
        return result
    published = rows(library)
    ids = {row[names.index(ID)].strip() for _, row in table[1:] if len(row) == len(names)}
    name = max(published, key=lambda name: len(ids.intersection(published[name])))
    kind, records = table_kinds()[name], published[name]
    if not ids.intersection(records):
        result.faults.append(Fault(1, "no_kind", {}))
        return result
    known = {column.name: column for column in columns(kind, library.settings.locales)}
    result.ignored = [name for name in names if name != ID and name not in known]
    seen: set[str] = set()
    for line, row in table[1:]:
        if len(row) != len(names):
            result.faults.append(Fault(line, "width", {"n": str(len(row)), "of": str(len(names))}))
            continue
        given = dict(zip(names, row, strict=True))
        _row(library, kind, line, given, known, records, seen, result)
    return result


def _row(  # noqa: PLR0913, PLR0917 - one row, and all that it is read against
    library: Library,
    kind: Kind | RegistryKind,
    line: int,
    given: Mapping[str, str],
    known: Mapping[str, Column],
    records: Rows,
    seen: set[str],
    result: Imported,
) -> None:
    id_ = given[ID].strip()
    if id_ not in records or id_ in seen:
        near = get_close_matches(id_, records, 1, 0.6)
        key = "twice" if id_ in seen else "near" if near else "no_record"
        result.faults.append(Fault(line, key, {"id": id_, "near": "".join(near)}))
        return
    seen.add(id_)
    edits: list[Edit] = []
    for name, column in known.items():
        if name in given and not cells.same(given[name], records[id_][name], column):
            try:
                edits.append((column, cells.value(given[name], column)))
            except cells.UnreadableError as fault:
                values = {"field": name, "value": given[name], "expected": str(fault)}
                result.faults.append(Fault(line, "value", values))
    for uri, own in _files(library, kind, id_, edits):
        try:
            result.changes.files[uri] = _changed(result.changes, kind, uri, id_, own)
            result.lines[uri] = line
            result.edited += [(uri, column.name) for column, _ in own]
        except UnkeptError:
            result.faults.append(Fault(line, "unkept", {"file": uri}))


def _files(
    library: Library, kind: Kind | RegistryKind, id_: str, edits: list[Edit]
) -> Iterator[tuple[str, list[Edit]]]:
    """The edits by the file that they are made in."""
    if isinstance(kind, RegistryKind):
        if edits:
            yield kind.uri, edits
        return
    page = library.records[id_]
    for locale in library.settings.locales:
        own = [edit for edit in edits if edit[0].locale == locale]
        if own:
            yield translation.file_of(page.uri, locale, page.source_locale), own


def _changed(
    changes: Changes, kind: Kind | RegistryKind, uri: str, id_: str, edits: list[Edit]
) -> str:
    def on_page(document: Document) -> None:
        for column, value in edits:
            document.set(document.data, column.path, value)

    text = changes.text(uri)
    if isinstance(kind, Kind):
        return in_front_matter(text, on_page)
    document = Document(text)
    holder = next(row for row in document.data if row[ID] == id_)
    for column, value in edits:
        document.set(holder, column.path, value)
    return document.text()
