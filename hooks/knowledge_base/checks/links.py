"""Links inside the site lead somewhere (rule 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath

from knowledge_base import translation
from knowledge_base.model.body import Link
from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import Facts
from knowledge_base.problem import Problem, error

SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
NOWHERE = ("", "#")


def links_resolve(library: Library) -> Iterator[Problem]:
    """Each link names a source file of the site, and each anchor an id on it."""
    for page, version in library.versions():
        for link in (*version.body.links, *version.body.images):
            if link.target in NOWHERE:
                yield error(version.uri, link.line, "link-empty")
            elif not SCHEME.match(link.target):
                yield from _link(library, page, version, link)


def _link(library: Library, page: Page[Facts], version: Version, link: Link) -> Iterator[Problem]:
    path, _, anchor = link.target.partition("#")
    uri = normpath(join(dirname(version.uri), path)) if path else page.uri
    target = library.by_uri.get(uri)
    if target is None:
        if (
            uri not in library.assets
            and uri.removesuffix(".md").rpartition("/")[2] not in library.broken
        ):
            yield _broken(library, version, link, uri)
    elif anchor and not _has(library, target, version.locale, anchor):
        ids = sorted(target.version(version.locale).body.anchors)
        near = get_close_matches(anchor, ids, 1, 0.5)
        values = {"anchor": anchor, "page": uri, "near": near[0] if near else ", ".join(ids)}
        yield error(version.uri, link.line, "anchor-broken", **values)


def _broken(library: Library, version: Version, link: Link, uri: str) -> Problem:
    source, locale = translation.split(uri, library.settings.locales)
    if locale != library.settings.source and source in library.by_uri:
        near = link.target.replace(f".{locale}.md", ".md")
        return error(
            version.uri, link.line, "link-broken", variant="near", target=link.target, near=near
        )
    candidates = [*library.by_uri, *library.assets]
    near_uri = next(iter(get_close_matches(uri, candidates, 1, 0.75)), "")
    if near_uri:
        return error(
            version.uri, link.line, "link-broken", variant="near", target=link.target, near=near_uri
        )
    return error(version.uri, link.line, "link-broken", target=link.target)


def _has(library: Library, target: Page[Facts], locale: str, anchor: str) -> bool:
    body = target.version(locale).body
    rows = (library.terms, library.sources, library.places, library.milestones)
    return anchor in body.anchors or (bool(body.views) and any(anchor in r for r in rows))
