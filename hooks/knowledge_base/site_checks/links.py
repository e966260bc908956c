"""Each link inside the site leads to a file, and each anchor to an id on it."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

LINKS = "a[href], link[href], img[src], script[src]"


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """The page for unknown addresses is left out: it stands nowhere."""
    anchors = {uri: _anchors(tree) for uri, tree in site.pages.items()}
    for uri in site.pages:
        if uri != "404.html":
            yield from _links(site, uri, anchors)


def _anchors(tree: LexborHTMLParser) -> frozenset[str]:
    return frozenset(str(node.attributes.get("id")) for node in tree.css("[id]"))


def _links(site: Site, uri: str, anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    for node in site.pages[uri].css(LINKS):
        target = node.attributes.get("href") or node.attributes.get("src") or ""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            continue
        path = normpath(join(dirname(uri), unquote(parts.path))) if parts.path else uri
        if parts.path.endswith("/") or (site.folder / path).is_dir():
            path = normpath(join(path, "index.html"))
        if path.startswith("..") or not (site.folder / path).is_file():
            yield error(uri, 0, "site-link", target=target)
        elif parts.fragment and unquote(parts.fragment) not in anchors.get(path, frozenset()):
            yield error(uri, 0, "site-anchor", target=target)
