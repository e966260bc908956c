"""What search engines are told of the site."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library


def robots(library: Library) -> Iterator[tuple[str, str]]:
    """All of it may be read; the map is named where the site has an address."""
    base = library.settings.site_url.rstrip("/")
    yield "robots.txt", "User-agent: *\nDisallow:\n" + (base and f"Sitemap: {base}/sitemap.xml\n")
