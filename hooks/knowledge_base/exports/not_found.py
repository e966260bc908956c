"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.rendering.templates import render


def page(library: Library) -> Iterator[tuple[str, str]]:
    """One page in every language, as it cannot know which its reader wants."""
    settings = library.settings
    values = {
        "locales": settings.locales,
        "names": dict(settings.site_names),
        "base": _base(library),
    }
    yield (
        "404.html",
        render(settings.overrides, "site/not-found.html", settings.source, "", **values),
    )


def _base(library: Library) -> str:
    """The path the site is served under, for the one page that cannot know where it stands."""
    path = library.settings.site_url.split("//", 1)[-1].partition("/")[2].strip("/")
    return f"/{path}/" if path else "/"
