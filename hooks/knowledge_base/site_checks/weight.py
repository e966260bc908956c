"""What a page costs its reader, and how many files the site is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from fnmatch import fnmatch
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

LOADED = "script[src], img[src], link[rel=icon], link[rel=stylesheet]"
FILES_PER_PAGE = 3


def pages_keep_their_budget(site: Site) -> Iterator[Problem]:
    """A page with all it loads, each file compressed, against the first budget that fits it."""
    budgets = site.library.settings.budgets
    sizes: dict[str, int] = {}
    for uri in site.pages if budgets else ():
        limit = next((kb for pattern, kb in budgets if fnmatch(_common(site, uri), pattern)), None)
        files = {uri, *_loaded(site, uri)}
        for file in files - set(sizes):
            sizes[file] = len(gzip.compress((site.folder / file).read_bytes(), 9, mtime=0))
        weight = sum(sizes[file] for file in files)
        if limit and weight > 1000 * limit:
            yield error(uri, 0, "site-weight", weight=weight, limit=1000 * limit)


def the_site_has_few_files(site: Site) -> Iterator[Problem]:
    """Of everything published, three files a page at most."""
    files = sum(path.is_file() for path in site.folder.rglob("*"))
    most = FILES_PER_PAGE * len(site.pages)
    if files > most:
        yield error("index.html", 0, "site-files", files=files, most=most)


def _common(site: Site, uri: str) -> str:
    """The path of a page without its language."""
    first, _, rest = uri.partition("/")
    return rest if first in site.library.settings.locales else uri


def _loaded(site: Site, uri: str) -> Iterator[str]:
    for node in site.pages[uri].css(LOADED):
        target = urlsplit(node.attributes.get("src") or node.attributes.get("href") or "")
        path = normpath(join(dirname(uri), unquote(target.path)))
        if not target.netloc and target.path and (site.folder / path).is_file():
            yield path
