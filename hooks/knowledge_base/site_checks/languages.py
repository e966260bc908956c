"""Each page says its language, and links to itself in each of the others."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.address import locale_of
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site


def pages_say_their_language(site: Site) -> Iterator[Problem]:
    """The page for unknown addresses is in every language at once, and left out.

    A file that is taken away (`data-download`) leads nowhere, and is left out too.
    """
    for uri, tree in site.pages.items():
        if uri != "404.html" and not tree.css_matches("[data-download]"):
            yield from _language(site, uri)


def _language(site: Site, uri: str) -> Iterator[Problem]:
    settings, tree = site.library.settings, site.pages[uri]
    expected, _ = locale_of(uri, settings.locales)
    root = tree.css_first("html")
    found = root.attributes.get("lang") if root else None
    if found != expected:
        yield error(uri, 0, "site-language", found=found, wanted=expected)
    if tree.css_first("[data-page]") is None:  # no page of its own: it sends its reader on
        return
    offered = {node.attributes.get("hreflang") for node in tree.css("a[hreflang]")}
    for locale in settings.locales:
        if locale != expected and locale not in offered:
            yield error(uri, 0, "site-alternate", locale=locale)
