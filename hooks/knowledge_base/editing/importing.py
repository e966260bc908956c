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
    if not ids.intersection(published[name]):
        result.faults.append(Fault(1, "no_kind", {}))
        return result
    kind = table_kinds()[name]
    known = {column.name: column for column in columns(kind, library.settings.locales)}
    result.ignored = [name for name in names if name != ID and name not in known]
    reading = _Reading(library, kind, known, published[name], result)
    for line, row in table[1:]:
        if len(row) == len(names):
            reading.row(line, dict(zip(names, row, strict=True)))
        else:
            result.faults.append(Fault(line, "width", {"n": str(len(row)), "of": str(len(names))}))
    return result


@dataclass
class _Reading:
    """The rows of a CSV, read one by one against the records of its kind."""

    library: Library
    kind: Kind | RegistryKind
    known: Mapping[str, Column]
    records: Rows
    result: Imported
    seen: set[str] = field(default_factory=set)

    def row(self, line: int, given: Mapping[str, str]) -> None:
        """Adds what a row changes, or what is wrong with it."""
        id_ = given[ID].strip()
        if id_ not in self.records or id_ in self.seen:
            self._unknown(line, id_)
            return
        self.seen.add(id_)
        for uri, edits in self._files(id_, list(self._edits(line, id_, given))):
            try:
                self.result.changes.files[uri] = self._changed(uri, id_, edits)
                self.result.lines[uri] = line
                self.result.edited += [(uri, column.name) for column, _ in edits]
            except UnkeptError:
                self._fault(line, "unkept", file=uri)

    def _unknown(self, line: int, id_: str) -> None:
        near = get_close_matches(id_, self.records, 1, 0.6)
        key = "twice" if id_ in self.seen else "near" if near else "no_record"
        self._fault(line, key, id=id_, near="".join(near))

    def _fault(self, line: int, key: str, **values: str) -> None:
        self.result.faults.append(Fault(line, key, values))

    def _edits(self, line: int, id_: str, given: Mapping[str, str]) -> Iterator[Edit]:
        """Each cell that says another thing than the record."""
        for name, column in self.known.items():
            if name in given and not cells.same(given[name], self.records[id_][name], column):
                try:
                    yield column, cells.value(given[name], column)
                except cells.UnreadableError as fault:
                    value = given[name]
                    self._fault(line, "value", field=name, value=value, expected=str(fault))

    def _files(self, id_: str, edits: list[Edit]) -> Iterator[tuple[str, list[Edit]]]:
        """The edits by the file that they are made in."""
        if isinstance(self.kind, RegistryKind):
            if edits:
                yield self.kind.uri, edits
            return
        page = self.library.records[id_]
        for locale in self.library.settings.locales:
            own = [edit for edit in edits if edit[0].locale == locale]
            if own:
                yield translation.file_of(page.uri, locale, page.source_locale), own

    def _changed(self, uri: str, id_: str, edits: list[Edit]) -> str:
        """The text of a file with these edits."""

        def on_page(document: Document) -> None:
            for column, value in edits:
                document.set(document.data, column.path, value)

        text = self.result.changes.text(uri)
        if isinstance(self.kind, Kind):
            return in_front_matter(text, on_page)
        document = Document(text)
        holder = next(row for row in document.data if row[ID] == id_)
        for column, value in edits:
            document.set(holder, column.path, value)
        return document.text()
