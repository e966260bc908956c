"""Puts on a translation's page the markers of its stale sections, each under its heading."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from knowledge_base.model.library import Library, Page
from knowledge_base.rendering.templates import render
from knowledge_base.views.translations import Marker, markers


def marked_stale(
    library: Library, page: Page[Any], locale: str, here: str, body: str
) -> tuple[Markup, tuple[Marker, ...]]:
    """The body with the markers of its sections; and those of texts that stand outside it."""
    above: list[Marker] = []
    for marker in markers(library, page, locale):
        heading = re.compile(rf'<h2 id="{re.escape(marker.key)}"[^>]*>.*?</h2>', re.DOTALL)
        found = heading.search(body)
        if found is None:
            above.append(marker)
            continue
        note = render(
            library.settings.overrides, "partials/stale.html", locale, here, marker=marker
        )
        body = f"{body[: found.end()]}\n{note}{body[found.end() :]}"
    return Markup(body), tuple(above)  # noqa: S704 - made by the site's own Markdown and templates
