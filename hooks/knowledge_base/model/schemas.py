"""JSON Schemas, read off the models: of what an editor writes, and of a record given away."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from knowledge_base.model.kinds import KINDS, PAGE, REGISTRIES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
# Groups of numbers that are left out where they stand for too few people.
SUPPRESSED = {"Answers", "Assessment"}

_FACTS: dict[str, type[BaseModel]] = {kind.name: kind.facts for kind in (*KINDS, PAGE)}
_WORDS: dict[str, type[BaseModel]] = {kind.name: kind.words for kind in (*KINDS, PAGE)}
_ROWS: dict[str, type[BaseModel]] = {kind.name: kind.row for kind in REGISTRIES}


def source_schema(kind: str) -> Schema:
    """Of the front matter of a source file of this kind, or of a row of this registry."""
    return _schema({**_FACTS, **_ROWS}[kind])


def words_schema(kind: str) -> Schema:
    """Of the front matter of a translation of this kind."""
    return _schema(_WORDS[kind])


def record_schema(kind: str) -> Schema:
    """Of one record of this kind as open data: what its file says, its id, its other languages."""
    made = source_schema(kind)
    if kind not in _FACTS:
        return made
    words = words_schema(kind)
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


def _schema(model: type[BaseModel]) -> Schema:
    return {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
