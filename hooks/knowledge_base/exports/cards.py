"""Pictures for those who pass the site on: a card beside each page, and a mark for home screens."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.rendering import drawing
from knowledge_base.views.social_card import social_card

TOUCH = "assets/images/touch.png"


def cards(library: Library) -> Iterator[tuple[str, bytes]]:
    """A card for each page in each language that it is written in."""
    for page in library.pages:
        for locale in page.versions:
            own = social_card(library, page, locale)
            yield own.path, drawing.card(own.site, own.kicker, own.title)


def touch_icon(library: Library) -> Iterator[tuple[str, bytes]]:
    """The first letter of the site's name, as large as a phone asks for."""
    name = dict(library.settings.site_names).get(library.settings.source, "") or "•"
    yield TOUCH, drawing.mark(name[0], 180)
