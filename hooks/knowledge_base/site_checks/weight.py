"""What a page costs its reader, and how many files the site is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge_base.model.address import CARD, locale_of
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

# A code to scan is fetched for paper alone: no reader of a screen pays for it.
CODES = "[data-printed] img[src]"
LOADED = "script[src], img[src]:not([data-printed] *), link[rel=icon], link[rel=stylesheet]"
FILES_PER_PAGE = 3


def pages_keep_their_budget(site: Site) -> Iterator[Problem]:
    """A page with all it loads, each file compressed, against the first budget that fits it."""
    budgets, locales = site.library.settings.budgets, site.library.settings.locales
    for uri, weight in weights(site).items() if budgets else ():
        limit = next(
            (kb for pattern, kb in budgets if fnmatch(locale_of(uri, locales)[1], pattern)), None
        )
        if limit and weight > 1000 * limit:
            yield error(uri, 0, "site-weight", weight=weight, limit=1000 * limit)


def the_site_has_few_files(site: Site) -> Iterator[Problem]:
    """Of everything published, three files a page at most, beside its picture and its code."""
    files = sum(path.is_file() and path.name != CARD for path in site.folder.rglob("*"))
    files -= sum(len(tree.css(CODES)) for tree in site.pages.values())
    most = FILES_PER_PAGE * len(site.pages)
    if files > most:
        yield error("index.html", 0, "site-files", files=files, most=most)


@lru_cache(maxsize=1)
def weights(site: Site) -> dict[str, int]:
    """The bytes of each page with all it loads, each file compressed."""
    loads = {uri: {uri, *_loaded(site, uri)} for uri in site.pages}
    sizes = {file: _compressed(site, file) for file in set().union(*loads.values())}
    return {uri: sum(sizes[file] for file in files) for uri, files in loads.items()}


def figures(site: Site) -> tuple[int, int, str, int]:
    """How many files the site is, their bytes as they lie, the heaviest page and its weight."""
    sizes = [path.stat().st_size for path in site.folder.rglob("*") if path.is_file()]
    heaviest, weight = max(weights(site).items(), key=lambda row: (row[1], row[0]))
    return len(sizes), sum(sizes), heaviest.removesuffix("index.html"), weight


def _compressed(site: Site, file: str) -> int:
    return len(gzip.compress((site.folder / file).read_bytes(), 9, mtime=0))


def _loaded(site: Site, uri: str) -> Iterator[str]:
    for node in site.pages[uri].css(LOADED):
        target = urlsplit(node.attributes.get("src") or node.attributes.get("href") or "")
        path = normpath(join(dirname(uri), unquote(target.path)))
        if not target.netloc and target.path and (site.folder / path).is_file():
            yield path
