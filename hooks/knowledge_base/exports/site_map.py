"""The site map, where the site has an address."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.address import address
from knowledge_base.model.library import Library
from knowledge_base.rendering.templates import render


def site_map(library: Library) -> Iterator[tuple[str, str]]:
    """Every page with its alternates; nothing where the site has no address."""
    if library.settings.site_url:
        folder, source = library.settings.overrides, library.settings.source
        urls = _urls(library)
        yield (
            "sitemap.xml",
            render(folder, "site/sitemap.html", source, "", urls=urls, source=source),
        )


def _urls(library: Library) -> list[dict[str, str]]:
    """For each page, its absolute address in each language it has."""
    base = library.settings.site_url.rstrip("/")
    return [
        {locale: f"{base}/{address(library, page, locale)}" for locale in page.versions}
        for page in sorted(library.pages, key=lambda p: p.uri)
    ]
