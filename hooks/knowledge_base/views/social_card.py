"""What the picture says that stands for a page where its link is shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.address import CARD, address
from knowledge_base.model.library import Library, Page
from knowledge_base.views import names
from knowledge_base.wording import wording


@dataclass(frozen=True)
class SocialCard:
    """The words of the picture, and its path on the site."""

    site: str
    kicker: str
    title: str
    path: str

    @property
    def said(self) -> str:
        """The same words for who does not see the picture."""
        return ". ".join(filter(None, (self.kicker, self.title, self.site)))


def social_card(library: Library, page: Page[Any], locale: str) -> SocialCard:
    """The card of a page in a language that it is written in."""
    kind = names.kind(page, locale) if page.kind != "page" else ""
    day = names.when_text(page, locale) if page.kind in names.DATED else ""
    return SocialCard(
        site=dict(library.settings.site_names).get(locale, ""),
        kicker=" · ".join(filter(None, (kind, day))),
        title=wording(locale).text(page.version(locale).words.title),
        path=f"{address(library, page, locale)}{CARD}",
    )
