"""The descriptor of the tables (Frictionless Data Package, v1): what each column is."""

from __future__ import annotations

from typing import Any

from knowledge_base.model.library import Library
from knowledge_base.model.licence import LICENCE
from knowledge_base.views.tables import Column, Table
from knowledge_base.wording import wording


def descriptor(library: Library, found: tuple[Table, ...]) -> dict[str, Any]:
    """The package of all tables; its version is the day of the state and the content's own id."""
    words = wording(library.settings.source)
    made: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "data",
        "title": words("data.title"),
        "version": f"{library.today.isoformat()}+{library.build_id}",
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in found],
    }
    return made | ({"homepage": library.settings.site_url} if library.settings.site_url else {})


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    made: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns]}
    return made | ({"primaryKey": list(table.key)} if table.key else {})


def _field(table: Table, column: Column) -> dict[str, Any]:
    needed = {"constraints": {"required": True}} if column.name in table.key else {}
    return {"name": column.name, "type": column.type, **needed}
