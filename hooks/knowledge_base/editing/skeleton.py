"""The files of a new record, with what is known of it filled in and the rest left to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge_base import translation
from knowledge_base.checks.sources import SOURCED
from knowledge_base.model.kinds import Kind
from knowledge_base.model.records import UNTRANSLATED
from knowledge_base.model.settings import Settings
from knowledge_base.wording import wording
from knowledge_base.yaml_text import dumped

Values = Mapping[str, Any]


def page_files(
    settings: Settings, kind: Kind, id_: str, facts: Values, words: Mapping[str, Values]
) -> Iterator[tuple[str, str]]:
    """Each file of a page, by its path under docs: facts and words, then words in each language.

    `words` holds for each language what is known of its texts; its `body` is the prose.
    """
    uri = f"{kind.folder}/{id_}.md" if kind.folder else f"{id_}.md"
    for locale in settings.locales:
        own = dict(words.get(locale, {}))
        prose = own.pop("body", "") or _prose(kind.name, locale)
        model = kind.facts if locale == settings.source else kind.words
        known = {**facts, **own} if locale == settings.source else own
        fields = filled(model, known)
        if locale == settings.source and kind.name in SOURCED:
            fields.setdefault("sources", None)
        head = _commented(dumped(fields), model, settings.source)
        note = _optional(model, fields, settings.source)
        file = translation.file_of(uri, locale, settings.source)
        yield file, f"---\n{head}{note}---\n\n{prose.strip()}\n"


def row(model: type[BaseModel], known: Values, locales: tuple[str, ...]) -> str:
    """A row of a registry as it is added to its file."""
    fields = filled(model, known)
    names = model.model_fields.get("names")
    if names:
        inside = get_args(names.annotation)[1]
        given = known.get("names", {})
        fields["names"] = {locale: _inner(inside, given.get(locale)) for locale in locales}
    return _commented(dumped([fields]), model, locales[0])


def filled(model: type[BaseModel], known: Values) -> dict[str, Any]:
    """What is known, in the model's order, and nothing in the place of each field it must have."""
    found: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if name in known or info.is_required():
            found[name] = _inner(info.annotation, known.get(name))
    return found


def _inner(annotation: Any, known: Any) -> Any:
    inside = _model_in(annotation)
    if inside and get_origin(annotation) is not tuple and (known is None or _is_map(known)):
        return filled(inside, known or {})
    return known


def _is_map(value: Any) -> bool:
    return isinstance(value, Mapping)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _prose(kind: str, locale: str) -> str:
    words = wording(locale)
    above = f"skeleton.{kind}."
    ids = [key.removeprefix(above) for key in words.labels if key.startswith(above)]
    to_write = words("mark.to_write")
    return "\n\n".join(f"## {words(above + id_)} {{#{id_}}}\n\n{to_write}" for id_ in ids)


def _commented(text: str, model: type[BaseModel], locale: str) -> str:
    """The fields, with what may be chosen beside each choice that is still to make."""
    words = wording(locale)
    for name, info in model.model_fields.items():
        options = choices(info)
        if options:
            told = f"{name}: # {words('skeleton.choices')} {', '.join(options)}\n"
            text = text.replace(f"{name}:\n", told, 1)
    return text


def choices(info: FieldInfo) -> tuple[str, ...]:
    """The values a field is chosen among; none where it is free."""
    return get_args(info.annotation) if get_origin(info.annotation) is Literal else ()


def _optional(model: type[BaseModel], fields: Values, locale: str) -> str:
    rest = [name for name in model.model_fields if name not in (*fields, *UNTRANSLATED)]
    return f"# {wording(locale)('skeleton.optional')} {', '.join(rest)}\n" if rest else ""
