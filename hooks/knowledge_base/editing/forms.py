"""The forms that people fill on the repository's site: their fields, read off the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.editing.skeleton import choices
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library
from knowledge_base.wording import wording
from knowledge_base.yaml_text import dumped

FOLDER = ".github/ISSUE_TEMPLATE"


@dataclass(frozen=True)
class Field:
    """One question: where its answer goes, whether it must be given, whether it is long."""

    name: str
    required: bool = False
    long: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One form: the name of its file and labels, and its questions in order."""

    name: str
    fields: tuple[Field, ...]


def _choice(kind: str, field: str) -> tuple[str, ...]:
    models: dict[str, Any] = {k.name: k.facts for k in KINDS} | {k.name: k.row for k in REGISTRIES}
    return choices(models[kind].model_fields[field])


def forms(source: str, others: tuple[str, ...]) -> tuple[Form, ...]:
    """Every form of a site with these languages."""

    def in_each(name: str, *, required: bool = False, long: bool = False) -> list[Field]:
        first = [Field(f"{name}.{source}", required, long)]
        return first + [Field(f"{name}.{other}", long=long) for other in others]

    return (
        Form("session", (
            *in_each("title", required=True), *in_each("summary", required=True, long=True),
            Field("kind", required=True, options=_choice("session", "kind")),
            Field("dates.start", required=True), Field("dates.end"),
            Field("place.town", required=True), *in_each("venue"), Field("organisers"),
            Field("participants.total"), Field("participants.women"), Field("participants.men"),
            Field("participants.not_stated"), Field("sources", required=True, long=True),
            *in_each("body", required=True, long=True))),
        Form("correction", (
            Field("page", required=True), Field("now", required=True, long=True),
            Field("then", required=True, long=True), Field("why", required=True, long=True))),
        Form("source", (
            Field("title", required=True), Field("publisher", required=True),
            Field("kind", required=True, options=_choice("source", "kind")),
            Field("language", required=True), Field("date", required=True),
            Field("url"), Field("archived_url"))),
        Form("term", (
            *in_each("label", required=True), *in_each("acronym"),
            *in_each("definition", required=True, long=True), Field("sources", long=True))),
    )  # fmt: skip


def of_library(library: Library) -> tuple[Form, ...]:
    """The forms of a site."""
    return forms(library.settings.source, library.settings.locales[1:])


def label(form: Form, field: Field, library: Library) -> str:
    """A question as it is asked: in each language, the one it is about named where it is needed."""
    name, _, about = field.name.partition(".")
    locales = library.settings.locales
    is_words = about in locales
    key = f"form.{form.name}.{name if is_words else field.name.replace('.', '_')}"
    told = []
    for locale in locales:
        words = wording(locale)
        text = words(key)
        told.append(f"{text} ({words.language(about)})" if is_words else text)
    return " / ".join(dict.fromkeys(told))


def option(form: Form, value: str, library: Library) -> str:
    """A choice as it is offered: its name in the source language, and the word the record holds."""
    return f"{wording(library.settings.source)(f'{form.name}.{value}')} ({value})"


def files(library: Library) -> Iterator[tuple[str, str]]:
    """The text of each form as GitHub reads it, by its path from the root."""
    for form in of_library(library):
        yield f"{FOLDER}/{form.name}.yml", _text(form, library)


def _text(form: Form, library: Library) -> str:
    words = [wording(locale) for locale in library.settings.locales]
    head = {
        "name": " / ".join(w(f"form.{form.name}.name") for w in words),
        "description": " / ".join(w(f"form.{form.name}.about") for w in words),
        "title": f"[{form.name}] ",
        "labels": [form.name],
    }
    body: list[dict[str, Any]] = [
        {"type": "markdown", "attributes": {"value": " / ".join(w("form.warning") for w in words)}}
    ]
    body += [_question(form, field, library) for field in form.fields]
    return f"# {words[0]('form.generated')}\n{dumped(head | {'body': body})}"


def _question(form: Form, field: Field, library: Library) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": label(form, field, library)}
    if field.options:
        attributes["options"] = [option(form, value, library) for value in field.options]
    type_ = "dropdown" if field.options else "textarea" if field.long else "input"
    return {
        "type": type_,
        "id": field.name.replace(".", "_"),
        "attributes": attributes,
        "validations": {"required": "true" if field.required else "false"},
    }
