"""How people name a page on the command line: its file, its path or its id, and a section of it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.wording import wording


class RefusedError(Exception):
    """What was asked cannot be done; the text says why, in the reader's words."""


@dataclass(frozen=True)
class Named:
    """A page, the languages meant, and the section meant; an empty text for all of them."""

    page: Page[Any]
    locales: tuple[str, ...]
    section: str


def named(library: Library, text: str, locale: str) -> Named:
    """What this text names; RefusedError, with the nearest name, where there is no such page."""
    name, _, section = text.partition("#")
    name = name.removeprefix(f"{library.settings.docs.name}/").removeprefix("./").strip("/")
    others = library.settings.locales[1:]
    for page, version in library.versions():
        if name == version.uri and version.locale != page.source_locale:
            return Named(page, (version.locale,), section)
    for page in library.pages:
        if name in (page.uri, page.uri.removesuffix(".md"), page.id):
            return Named(page, tuple(o for o in others if o in page.versions), section)
    near = get_close_matches(name, [n for p in library.pages for n in (p.id, p.uri)], 1, 0.5)
    words = wording(locale)
    hint = words("kb.near", near=near[0]) if near else ""
    raise RefusedError(words("kb.no_page", name=name) + hint)
