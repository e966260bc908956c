"""Reading a page asks no other host for anything, and leaving it tells nobody about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

LOADED = (
    "link[rel=stylesheet]", "link[rel=icon]", "link[rel=preload]", "script[src]", "img[src]",
    "iframe", "source", "video", "audio", "object", "embed",
)  # fmt: skip
URL = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s]+)")
TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi))$")


def nothing_is_asked_of_other_hosts(site: Site) -> Iterator[Problem]:
    """What a browser loads of itself stands on the site; what its styles load, too."""
    for uri, tree in site.pages.items():
        nodes = tree.css(", ".join(LOADED))
        found = [n.attributes.get("href") or n.attributes.get("src") or "" for n in nodes]
        styles = (node.text() for node in tree.css("style"))
        found += (target for style in styles for target in URL.findall(style))
        for target in found:
            if urlsplit(target).netloc:
                yield error(uri, 0, "site-request", target=target)


def links_outside_say_nothing_of_the_reader(site: Site) -> Iterator[Problem]:
    """They carry `rel=noopener` and no parameter that follows people from site to site."""
    for uri, tree in site.pages.items():
        for node in tree.css('a[href^="http"]'):
            target = node.attributes.get("href") or ""
            if "noopener" not in (node.attributes.get("rel") or "").split():
                yield error(uri, 0, "site-opener", target=target)
            for name, _ in parse_qsl(urlsplit(target).query, keep_blank_values=True):
                if TRACKING.match(name):
                    yield error(uri, 0, "site-tracking", target=target, name=name)
