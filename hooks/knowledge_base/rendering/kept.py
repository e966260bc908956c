"""Old sections of a page: links to them still arrive, at the section's new name or at a notice."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from knowledge_base.model.address import in_locale
from knowledge_base.model.library import Library
from knowledge_base.rendering.templates import render


def with_old_sections(library: Library, path: str, locale: str, here: str, html: Markup) -> Markup:
    """The same article where `path#old` still answers for each section that has moved or gone.

    `path` is the page's in the source language, `here` the page's own.
    """
    published, notices = library.published, []
    old = [
        place for place in (*published.moved, *published.withdrawn) if place.startswith(f"{path}#")
    ]
    for place in dict.fromkeys(old):
        section, target = place.partition("#")[2], published.now_at(place)
        page, _, new = target.partition("#")
        heading = re.compile(rf'(?=<h[2-6][^>]*\bid="{re.escape(new)}")')
        if page == path and new and heading.search(html):
            html = Markup(heading.sub(f'<span id="{section}"></span>', html, count=1))  # noqa: S704
        else:
            notices.append(_notice(library, place, target, locale))
    folder = library.settings.overrides
    return html + render(folder, "partials/old-sections.html", locale, here, notices=notices)


def _notice(library: Library, place: str, target: str, locale: str) -> dict[str, Any]:
    """A section that stands elsewhere now, or that was withdrawn and why."""
    source = library.settings.source
    reasons = library.published.withdrawn.get(place, {})
    return {
        "id": place.partition("#")[2],
        "target": "" if reasons else in_locale(target, locale, source),
        "reason": Markup.escape(reasons.get(locale) or reasons.get(source, "")),
    }
