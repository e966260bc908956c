"""The fields that the browser editor shows of a kind, read off the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge_base.model.fields import EDTF, ID, UNDATED, Reference
from knowledge_base.model.kinds import KINDS, Kind
from knowledge_base.model.library import Library
from knowledge_base.model.records import UNTRANSLATED
from knowledge_base.model.references import reference_of
from knowledge_base.model.shapes import plain, unwrapped
from knowledge_base.wording import Wording, wording

Shown = dict[str, Any]
# Texts that take more than a line.
LONG = frozenset(
    {"summary", "statement", "text", "definition", "instructions", "expect", "feedback"}
)
RECORDED = frozenset(UNTRANSLATED) - {
    "aliases"
}  # the record of a translation, that a command keeps
FOLDERS = frozenset(kind.name for kind in KINDS)
NAMED = frozenset({"institution", "member", "term", "place"})  # few enough to choose from a list
BODY = "body"
PLAIN: dict[str, Shown] = {
    "bool": {"widget": "boolean"},
    "int": {"widget": "number", "value_type": "int", "min": 0},
    "date": {"widget": "string", "pattern": [f"^({EDTF}|{UNDATED})$", "2024-03-01, 2024-03, 2024"]},
}


@dataclass(frozen=True)
class Shower:
    """What a field is shown with: the site it is of, and the kind."""

    library: Library
    kind: Kind

    def all(self) -> list[Shown]:
        """Every field of the kind's front matter that a person writes, then the prose."""
        words = {n: i for n, i in self.kind.words.model_fields.items() if n not in RECORDED}
        shown = [
            self.field(name, info) | {"i18n": _alike(info, words.get(name))}
            for name, info in self.kind.facts.model_fields.items()
            if _can(info.annotation)
        ]
        return [*shown, self._named(BODY) | {"widget": "text", "i18n": True, "required": False}]

    def field(self, name: str, info: FieldInfo) -> Shown:
        """A field by its type."""
        required = info.is_required() and type(None) not in get_args(info.annotation)
        shown = self._typed(name, info)
        return self._named(name) | {"required": required} | shown

    def _named(self, name: str) -> Shown:
        """A field and what it is called, on pages or else in the editor, in each language."""
        told = [_label(name, wording(locale)) for locale in self.library.settings.locales]
        return {"name": name, "label": " / ".join(dict.fromkeys(told))}

    def _typed(self, name: str, info: FieldInfo) -> Shown:
        inner, many = unwrapped(info.annotation)
        reference = reference_of(info)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            own = [self.field(n, i) for n, i in inner.model_fields.items() if _can(i.annotation)]
            return {"widget": "list" if many else "object", "fields": own, "collapsed": True}
        if reference:
            return self._referring(reference, many=many)
        if get_origin(inner) is Literal:
            return self._choice(name, get_args(inner), many=many)
        if many:
            return {"widget": "list"}
        return _plain(name, inner)

    def _choice(self, name: str, values: tuple[str, ...], *, many: bool) -> Shown:
        words = wording(self.library.settings.source)
        keys = (self.kind.name, name, "status", "assessor", "role")
        options = [
            {
                "value": v,
                "label": next((words(f"{k}.{v}") for k in keys if words.has(f"{k}.{v}")), v),
            }
            for v in values
        ]
        return {"widget": "select", "options": options, "multiple": many}

    def _referring(self, reference: Reference, *, many: bool) -> Shown:
        if len(reference.kinds) == 1 and reference.kinds[0] in FOLDERS:
            return {
                "widget": "relation", "collection": reference.kinds[0], "value_field": "{{slug}}",
                "search_fields": ["title"], "display_fields": ["title"], "multiple": many,
            }  # fmt: skip
        if set(reference.kinds) <= NAMED:
            kinds = reversed(reference.kinds)  # the first that has an id gives its name
            named = dict(pair for kind in kinds for pair in _names(self.library, kind))
            options = [{"value": i, "label": f"{named[i]} ({i})"} for i in sorted(named)]
            return {"widget": "select", "options": options, "multiple": many}
        return {"widget": "list" if many else "string"}


def _label(name: str, words: Wording) -> str:
    return words(f"field.{name}" if words.has(f"field.{name}") else f"editor.field.{name}")


def _names(library: Library, kind: str) -> Iterator[tuple[str, str]]:
    """The ids of a kind with what each is called in the source language."""
    if kind in FOLDERS:
        yield from ((page.id, page.source.words.title) for page in library.by_kind.get(kind, ()))
        return
    source = library.settings.source
    for id_, row in library.registries[kind].rows.items():
        name = row.names[source]
        yield id_, str(getattr(name, "label", name))


def _plain(name: str, annotation: Any) -> Shown:
    kind = plain(annotation)
    if kind in PLAIN:
        return PLAIN[kind]
    if name == "id":
        return {"widget": "string", "pattern": [ID.pattern, "a-z, 0-9, -"]}
    return {"widget": "text" if name in LONG else "string"}


def _can(annotation: Any) -> bool:
    """False for groups by id, which a form cannot show: they stay as they are."""
    return get_origin(unwrapped(annotation)[0]) is not dict


def _alike(info: FieldInfo, words: FieldInfo | None) -> bool:
    """True where a translation holds the field in the same shape."""
    return (
        words is not None
        and info.annotation == words.annotation
        and info.metadata == words.metadata
    )
