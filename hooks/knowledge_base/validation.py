"""Turns what pydantic found wrong into problems: the line, the field, and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge_base.model.library import Lines, nearest_line
from knowledge_base.problem import Problem, error

# What a field should have held, by the type of pydantic's error; worded in `problems.*.yml`.
EXPECTED = {
    "string_type": "text", "empty": "text", "tuple_type": "list", "dict_type": "fields",
    "model_type": "fields", "model_attributes_type": "fields", "whole_number": "whole",
    "truth": "truth", "edtf": "date", "day": "day", "id": "id", "web": "web",
    "language": "language", "long": "short", "formula": "no_formula",
    "country": "country", "clock": "clock", "literal_error": "choice",
}  # fmt: skip
# Keys that the theme obeys: a page's look and place are not its writer's to change.
STEERING = frozenset(
    {"template", "location", "icon", "status", "hide", "tags", "search", "subtitle", "redirect",
     "robots", "social", "render_macros", "slug", "draft", "categories", "extra_css", "layout",
     "extra_javascript", "og", "css", "js", "script", "style", "head", "noindex", "canonical"}
)  # fmt: skip


def problems_of(  # noqa: PLR0913, PLR0917 - each says where or what
    fault: ValidationError,
    model: type[BaseModel],
    lines: Lines,
    uri: str,
    facts: type[BaseModel] | None,
    above: tuple[int, ...] = (),
) -> Iterator[Problem]:
    """One problem for each thing wrong with a record.

    `facts` is the model whose facts a translation must not repeat, `above` where the record stands
    in its file.
    """
    for detail in fault.errors(include_url=False):
        path = tuple(part for part in detail["loc"])
        line = nearest_line(lines, (*above, *path))
        yield _problem(detail, path, model, line, uri, facts)


def _problem(  # noqa: PLR0913, PLR0917 - each says where or what
    detail: ErrorDetails,
    path: tuple[int | str, ...],
    model: type[BaseModel],
    line: int,
    uri: str,
    facts: type[BaseModel] | None,
) -> Problem:
    field = _dotted(path)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown(path, model, line, uri, facts)
    if detail["input"] is None:
        expected = EXPECTED.get(kind, "other")
        return error(uri, line, "field-empty", field=field, expected=expected)
    if kind == "missing":
        return error(uri, line, "field-missing", field=field)
    if kind in ("literal_error", "enum"):
        words = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        choices = ", ".join(words)
        return error(uri, line, "field-choice", field=field, value=detail["input"], choices=choices)
    expected = EXPECTED.get(kind, "other")
    return error(
        uri, line, "field-type", field=field, value=_short(detail["input"]), expected=expected
    )


def _unknown(
    path: tuple[int | str, ...],
    model: type[BaseModel],
    line: int,
    uri: str,
    facts: type[BaseModel] | None,
) -> Problem:
    """A field that the record has not: a fact in a translation, the theme's, or a slip."""
    field, top = _dotted(path), path[0] if len(path) == 1 else None
    if facts is not None and top in facts.model_fields:
        return error(uri, line, "translation-fact", field=field)
    if top in STEERING:
        return error(uri, line, "field-theme", field=field)
    near = get_close_matches(str(path[-1]), _keys(model, path[:-1]), 1, 0.6)
    if near:
        return error(uri, line, "field-unknown", variant="near", field=field, near=near[0])
    return error(uri, line, "field-unknown", field=field)


def _dotted(path: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _short(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The fields that may stand at this path of a model."""
    here: Any = model
    for part in path:
        if isinstance(part, str) and isinstance(here, type) and issubclass(here, BaseModel):
            info = here.model_fields.get(part)
            here = _model_in(info.annotation) if info else None
    is_model = isinstance(here, type) and issubclass(here, BaseModel)
    return list(here.model_fields) if is_model else []


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
