"""A timetable that no page declares, as one file to print: its style stands in it."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.address import absolute
from knowledge_base.model.library import Library
from knowledge_base.model.records import Timetable
from knowledge_base.rendering.templates import render
from knowledge_base.styles import STATES, Sheet, Words, words_of_page
from knowledge_base.views.timetable import timetable_view
from knowledge_base.wording import wording


def timetable_file(library: Library, plan: Timetable, locale: str, first: date | None) -> str:
    """The timetable in HTML; modules lead to the site, where it has an address."""
    view = timetable_view(library, plan, locale, first=first)
    settings, words = library.settings, wording(locale)
    values = {
        "plan": view,
        "site": dict(settings.site_names).get(locale, ""),
        "state": words("kit.state", date=words.date(settings.today)),
        "to": lambda path: absolute(library, path),
    }
    bare = render(settings.overrides, "kit/timetable-alone.html", locale, "", style="", **values)
    style = Markup(_style(library, bare))  # noqa: S704 - the site's own sheets
    whole = render(
        settings.overrides, "kit/timetable-alone.html", locale, "", style=style, **values
    )
    return f"{whole}\n"


def _style(library: Library, html: str) -> str:
    """The rules of the site's own sheets that the file uses."""
    paths = (library.settings.docs / name for name in library.settings.styles)
    sheet = Sheet(path.read_text("utf-8") for path in paths if path.is_file())
    return sheet.for_words(Words(words_of_page(LexborHTMLParser(html)), STATES))
