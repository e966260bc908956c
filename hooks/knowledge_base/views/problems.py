"""Every code a contributor may meet, family by family: what is wrong, why it matters, the cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from knowledge_base.model.address import address
from knowledge_base.model.library import Library
from knowledge_base.wording import examples, messages, wording

BLANK = re.compile(r"\{(\w+)\}")
# The page that explains a code, by how the code begins; the longest beginning counts.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "files": ("file-", "image-", "drawing-", "paper-", "script-"),
    "fields": ("front-matter-", "yaml-", "field-", "registry-", "row-", "id-", "reference-"),
    "facts": (
        "participants-", "dates-", "source-", "quiz-", "minutes-", "assessment-", "event-",
        "complete-", "private-", "review-", "section-unknown", "timetable-", "claim-",
    ),
    "text": (
        "acronym-", "summary-", "text-", "heading-", "view-", "link-", "anchor-", "line-",
        "prose-", "html-", "attribute-", "notation-", "fence-", "admonition-", "markup-",
    ),
    "translations": (
        "translation-", "fallback-", "words-", "parity-", "term-", "label-", "labels-",
        "quiz-translation",
    ),
    "site": ("site-", "url-", "section-gone", "move-"),
}  # fmt: skip
VIEW = "problem-family"


@dataclass(frozen=True)
class Told:
    """A code with its message, blanks shown as …; why, its cure, and an example as printed."""

    code: str
    what: str
    why: str
    cure: str
    lines: str
    told: str


@dataclass(frozen=True)
class Family:
    """The codes of a family, and the page that explains them."""

    name: str
    label: str
    path: str
    rows: tuple[Told, ...]


def problem_families(library: Library, locale: str, _argument: str) -> tuple[Family, ...]:
    """Every code, in its family."""
    return tuple(
        Family(name, wording(locale)(f"problems.family.{name}"), path, _rows(name, locale))
        for name, path in _paths(library, locale).items()
    )


def problem_family(_library: Library, locale: str, argument: str) -> tuple[Told, ...]:
    """The codes of one family, explained."""
    return _rows(argument, locale)


def family_of(code: str) -> str:
    """The family of a code; an empty text where it has none."""
    fits = [
        (len(part), name)
        for name, parts in FAMILIES.items()
        for part in parts
        if code.startswith(part)
    ]
    return max(fits, default=(0, ""))[1]


def _paths(library: Library, locale: str) -> dict[str, str]:
    """The page of each family: the one that asks for its view."""
    found = {
        view.text: address(library, page, locale)
        for page in library.pages
        for view in page.source.body.views
        if view.target == VIEW
    }
    return {name: found[name] for name in FAMILIES if name in found}


def _rows(family: str, locale: str) -> tuple[Told, ...]:
    return tuple(
        _told(code, locale) for code in sorted(messages(locale)) if family_of(code) == family
    )


def _told(code: str, locale: str) -> Told:
    message, example = messages(locale)[code], examples()[code]
    what = message["what"]
    what = what["plain"] if isinstance(what, Mapping) else what
    what, why, cure = (_shown(text, locale) for text in (what, message["why"], message["cure"]))
    return Told(code, _sentence(what), why, cure, dedent(example["lines"]), example["told"][locale])


def _sentence(text: str) -> str:
    """A message as a sentence of its own."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith("…") else f"{text}."


def _shown(text: str, locale: str) -> str:
    shown = BLANK.sub("…", text.replace("{{", "\0").replace("}}", "\1"))
    return wording(locale).text(shown.replace("\0", "{").replace("\1", "}"))
