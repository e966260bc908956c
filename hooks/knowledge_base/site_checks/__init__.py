"""What must hold of the built site, read with a real HTML parser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

LOADED = ("link[rel=stylesheet]", "script[src]", "img[src]", "link[rel=icon]", "iframe", "source")
Built = dict[str, LexborHTMLParser]


def check_site(library: Library, site: Path) -> list[Problem]:
    """Every problem of the built pages."""
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    anchors = {uri: _anchors(tree) for uri, tree in pages.items()}
    problems = [p for uri, tree in pages.items() for p in _links(uri, tree, site, anchors)]
    for uri, tree in pages.items():
        problems += [*_language(library, uri, tree), *_requests(uri, tree)]
    return sorted(set(problems))


def _anchors(tree: LexborHTMLParser) -> frozenset[str]:
    return frozenset(str(node.attributes.get("id")) for node in tree.css("[id]"))


def _links(
    uri: str, tree: LexborHTMLParser, site: Path, anchors: dict[str, frozenset[str]]
) -> Iterator[Problem]:
    """Each link inside the site leads to a file, and each anchor to an id on it."""
    if uri == "404.html":
        return
    for node in tree.css("a[href], link[href], img[src], script[src]"):
        target = node.attributes.get("href") or node.attributes.get("src") or ""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            continue
        path = normpath(join(dirname(uri), unquote(parts.path))) if parts.path else uri
        if parts.path.endswith("/") or (site / path).is_dir():
            path = normpath(join(path, "index.html"))
        if path.startswith("..") or not (site / path).is_file():
            yield error(uri, 0, "site-link", target=target)
        elif parts.fragment and unquote(parts.fragment) not in anchors.get(path, frozenset()):
            yield error(uri, 0, "site-anchor", target=target)


def _language(library: Library, uri: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Each page says its language, and links to itself in each of the others."""
    if uri == "404.html":
        return
    settings = library.settings
    first = uri.split("/", 1)[0]
    expected = first if first in settings.locales[1:] else settings.source
    root = tree.css_first("html")
    found = root.attributes.get("lang") if root else None
    if found != expected:
        yield error(uri, 0, "site-language", found=found, expected=expected)
    offered = {node.attributes.get("hreflang") for node in tree.css("a[hreflang]")}
    for locale in settings.locales:
        if locale != expected and locale not in offered:
            yield error(uri, 0, "site-alternate", locale=locale)


def _requests(uri: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Reading a page asks no other host for anything."""
    for node in tree.css(", ".join(LOADED)):
        target = node.attributes.get("href") or node.attributes.get("src") or ""
        if urlsplit(target).netloc:
            yield error(uri, 0, "site-request", target=target)
