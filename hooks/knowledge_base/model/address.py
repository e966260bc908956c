"""Addresses: of a page on the site, and from one page to another, so that any path will do."""

from __future__ import annotations

from posixpath import relpath

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Facts

SHORT = "r"
CODE = "code.svg"  # beside a page that has no short link
CARD = "card.png"  # beside each page, for who shares its link


def path_of(uri: str, locale: str, source_locale: str) -> str:
    """The path on the site of the page made from this source file: `en/sessions/x/`."""
    stem = uri.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem[: -len("index")].rstrip("/")
    return in_locale(f"{stem}/" if stem else "", locale, source_locale)


def in_locale(path: str, locale: str, source_locale: str) -> str:
    """The same path in a language; the source language stands at the root of the site."""
    return path if locale == source_locale else f"{locale}/{path}"


def locale_of(uri: str, locales: tuple[str, ...]) -> tuple[str, str]:
    """The language of a path on the site, and the same path without it."""
    first, _, rest = uri.partition("/")
    return (first, rest) if first in locales[1:] else (locales[0], uri)


def short_path(id_: str, locale: str, source_locale: str) -> str:
    """The path of a record's short link, for paper and for slides: `r/x/`."""
    return in_locale(f"{SHORT}/{id_}/", locale, source_locale)


def passed_on(library: Library, page: Page[Facts], locale: str) -> str:
    """The path that people are given: a record's short link; its own, where a page has none."""
    if page.kind == "page":
        return address(library, page, locale)
    return short_path(page.id, locale, library.settings.source)


def code_path(library: Library, page: Page[Facts], locale: str) -> str:
    """The path of the drawn code that leads to a page."""
    path = passed_on(library, page, locale)
    return f"{path}{CODE}" if page.kind == "page" else f"{path.rstrip('/')}.svg"


def absolute(library: Library, path: str) -> str:
    """The whole address of a path; empty where the site has none."""
    base = library.settings.site_url
    return f"{base.rstrip('/')}/{path}" if base else ""


def address(library: Library, page: Page[Facts], locale: str) -> str:
    """The path on the site of a page in a language."""
    return path_of(page.uri, locale, library.settings.source)


def relative(target: str, here: str) -> str:
    """How to write the path `target` on the page at path `here`; anchors are kept."""
    path, _, anchor = target.partition("#")
    if anchor and path == here:
        return f"#{anchor}"
    directory = path.endswith("/") or not path
    link = relpath("/" + path, "/" + (here if here.endswith("/") or not here else here + "/.."))
    link += "/" if directory else ""
    return f"{link}#{anchor}" if anchor else link
