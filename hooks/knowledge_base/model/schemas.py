"""JSON Schemas, read off the models: of what an editor writes, and of a record given away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import BaseModel

from knowledge_base.model.kinds import KINDS, PAGE, REGISTRIES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EDITORS = "http://json-schema.org/draft-07/schema#"  # the newest that editors' tools know
Schema = dict[str, Any]
# Groups of numbers that are left out where they stand for too few people.
SUPPRESSED = {"Answers", "Assessment"}

_FACTS: dict[str, type[BaseModel]] = {kind.name: kind.facts for kind in (*KINDS, PAGE)}
_WORDS: dict[str, type[BaseModel]] = {kind.name: kind.words for kind in (*KINDS, PAGE)}
_ROWS: dict[str, type[BaseModel]] = {kind.name: kind.row for kind in REGISTRIES}


def record_schema(kind: str) -> Schema:
    """Of one record of this kind as open data: what its file says, its id, its other languages."""
    made = _schema({**_FACTS, **_ROWS}[kind])
    if kind not in _FACTS:
        return made
    words = _schema(_WORDS[kind])
    words.pop("$schema")
    made["$defs"] = {**made.get("$defs", {}), **words.pop("$defs", {}), "Words": words}
    added: Schema = {"id": {"type": "string"}, "path": {"type": "string"}}
    translations = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Words"}}
    made["properties"] = {**added, **made["properties"], "translations": translations}
    made["required"] = [*added, *made.get("required", ()), "translations"]
    for name in SUPPRESSED & set(made["$defs"]):
        made["$defs"][name]["required"] = [
            field for field in made["$defs"][name]["required"] if field in ("id", "module")
        ]
    return made


def front_matter_schema(kind: str) -> Schema:
    """Of the front matter of a source file of this kind, as an editor writes it."""
    return _written(_FACTS[kind])


def translation_schema(kind: str) -> Schema:
    """Of the front matter of a translation of this kind, as an editor writes it."""
    return _written(_WORDS[kind])


def registry_schema(kind: str) -> Schema:
    """Of the whole file of a registry, as an editor writes it: a list of rows."""
    row = _written(_ROWS[kind])
    dialect, shapes = row.pop("$schema"), row.pop("$defs", {})
    listed: Schema = {"type": "array", "items": {"$ref": "#/$defs/Row"}}
    return {"$schema": dialect, **listed, "$defs": {**shapes, "Row": row}}


def written_schemas() -> Iterator[tuple[str, Schema]]:
    """Each schema of what an editor writes, by the name of its file."""
    for kind in _FACTS:
        yield f"{kind}.json", front_matter_schema(kind)
        yield f"{kind}.translation.json", translation_schema(kind)
    for registry in REGISTRIES:
        yield registry_file(registry.uri), registry_schema(registry.name)


def registry_file(uri: str) -> str:
    """The name of the file that holds the schema of a registry."""
    return f"{PurePosixPath(uri).stem}.list.json"


def _written(model: type[BaseModel]) -> Schema:
    return _schema(model, "validation") | {"$schema": EDITORS}


def _schema(
    model: type[BaseModel], mode: Literal["validation", "serialization"] = "serialization"
) -> Schema:
    return {"$schema": DIALECT, **model.model_json_schema(mode=mode)}
