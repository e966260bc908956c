"""Which fields point at other records, and what they point at: read off the types, once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge_base.model.fields import Reference

Found = tuple[tuple[str | int, ...], Reference, str]


def references(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    """Each reference of a record: where it stands, which kinds it may name, and the id."""
    for name, info in type(model).model_fields.items():
        yield from _walk(getattr(model, name), reference_of(info), (*path, name))


def reference_of(info: FieldInfo) -> Reference | None:
    """What a field, or each of its values, names."""
    return _reference(info.metadata) or _inside(info.annotation)


def _walk(value: Any, kind: Reference | None, path: tuple[str | int, ...]) -> Iterator[Found]:
    if isinstance(value, BaseModel):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, kind, (*path, index))
    elif kind and isinstance(value, str):
        yield path, kind, value


def _reference(metadata: Any) -> Reference | None:
    return next((item for item in metadata if isinstance(item, Reference)), None)


def _inside(annotation: Any) -> Reference | None:
    found = _reference(getattr(annotation, "__metadata__", ()))
    if found:
        return found
    return next((ref for arg in get_args(annotation) if (ref := _inside(arg))), None)
