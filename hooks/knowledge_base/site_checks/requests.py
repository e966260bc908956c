"""Reading a page asks no other host for anything."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

LOADED = ("link[rel=stylesheet]", "script[src]", "img[src]", "link[rel=icon]", "iframe", "source")


def nothing_is_asked_of_other_hosts(site: Site) -> Iterator[Problem]:
    """What a browser loads of itself stands on the site."""
    for uri, tree in site.pages.items():
        for node in tree.css(", ".join(LOADED)):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            if urlsplit(target).netloc:
                yield error(uri, 0, "site-request", target=target)
