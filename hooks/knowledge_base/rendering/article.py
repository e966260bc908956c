"""The content of a page: its prose with the views it asks for, in the template of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from knowledge_base.model.address import address, path_of
from knowledge_base.model.library import Library, Page
from knowledge_base.rendering.captions import captioned
from knowledge_base.rendering.citations import numbered
from knowledge_base.rendering.kept import with_old_sections
from knowledge_base.rendering.marking import marked_stale
from knowledge_base.rendering.segments import typeset_html
from knowledge_base.rendering.templates import render
from knowledge_base.views import VIEWS, names
from knowledge_base.views.record import record_view
from knowledge_base.wording import wording

ASKED = re.compile(r"<!--\s*view:\s*(\S+)(?:\s+(\S+))?\s*-->")


def article(library: Library, page: Page[Any], locale: str, html: str) -> str:
    """The whole article of a page built for a language; its words may be a fallback's."""
    said = locale if locale in page.versions else library.settings.source
    here = address(library, page, locale)
    folder = library.settings.overrides
    view = record_view(library, page, said)

    def asked(match: re.Match[str]) -> str:
        name, argument = match.group(1), match.group(2) or ""
        value = VIEWS[name](library, locale, argument)
        return render(folder, f"views/{name}.html", locale, here, view=value, page_id=page.id)

    body = Markup(ASKED.sub(asked, captioned(html)))  # noqa: S704 - made by the site's own Markdown
    body, above = marked_stale(library, page, locale, here, body)
    path = path_of(page.uri, library.settings.source, library.settings.source)
    body = with_old_sections(library, path, said, here, body)
    text = render(
        folder,
        f"records/{page.kind}.html",
        said,
        here,
        record=view,
        body=body,
        fallback=_fallback(library, page, locale),
        stale=above,
    )
    marked = numbered(text, view.sources, wording(locale)("kind.source"))
    set_, used = typeset_html(marked, said, library.acronyms(said))
    return set_ + _explanations(library, used, said, here)


def _fallback(library: Library, page: Page[Any], locale: str) -> Mapping[str, str] | None:
    """What to tell a reader whose language the page is not in."""
    if locale in page.versions:
        return None
    words = wording(locale)
    declared = page.facts.fallback
    return {
        "locale": locale,
        "notice": words(
            "fallback.notice",
            language=words.language(locale),
            source=words.language(library.settings.source),
        ),
        "reason": words("fallback.reason", reason=declared.reason) if declared else "",
    }


def _explanations(library: Library, used: list[str], locale: str, here: str) -> str:
    if not used:
        return ""
    rows = []
    for id_ in used:
        own = names.term_words(library, library.terms[id_], locale)
        record = library.records.get(id_)
        path = (
            address(library, record, locale)
            if record
            else names.glossary_path(library, id_, locale)
        )
        rows.append((id_, own, path))
    folder = library.settings.overrides
    html = render(folder, "partials/acronyms.html", locale, here, rows=rows)
    return typeset_html(html, locale, {})[0]
