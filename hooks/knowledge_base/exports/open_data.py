"""Open data under /data/: each kind as CSV and JSON, its schema, a data package, one archive."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from knowledge_base.exports.archive import zipped
from knowledge_base.exports.data_package import descriptor
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library
from knowledge_base.model.schemas import record_schema
from knowledge_base.views.dataset import PLURALS, objects
from knowledge_base.views.tables import Table, tables, told

FOLDER = "data"
ARCHIVE = f"{FOLDER}/data.zip"
BOM = "\ufeff"  # tells a spreadsheet that the text is UTF-8
File = tuple[str, str]


def open_data(library: Library) -> Iterator[tuple[str, str | bytes]]:
    """Every file of the data, then the archive of them all."""
    files = sorted(_files(library))
    yield from ((f"{FOLDER}/{name}", text) for name, text in files)
    yield ARCHIVE, zipped((f"{FOLDER}/{name}", text) for name, text in files)


def _files(library: Library) -> Iterator[File]:
    found = tuple(tables(library))
    for table in found:
        yield f"{table.name}.csv", written(table, ",")
        yield f"{table.name}-semicolon.csv", written(table, ";")
    for kind in (*KINDS, *REGISTRIES):
        name = PLURALS[kind.name]
        yield f"{name}.json", _json(objects(library, kind.name))
        yield f"schemas/{name}.json", _json(_list_schema(kind.name))
    yield "datapackage.json", _json(descriptor(library, found))


def written(table: Table, separator: str) -> str:
    """A table as CSV (RFC 4180 with LF), with the mark that spreadsheets look for."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[told(cell) for cell in row] for row in table.rows])
    return BOM + text.getvalue()


def _list_schema(kind: str) -> dict[str, Any]:
    """Of the file that lists every record of a kind."""
    item = record_schema(kind)
    dialect = item.pop("$schema")
    defs = {**item.pop("$defs", {}), "Record": item}
    return {"$schema": dialect, "type": "array", "items": {"$ref": "#/$defs/Record"}, "$defs": defs}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
