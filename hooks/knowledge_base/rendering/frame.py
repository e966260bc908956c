"""What the frame around an article says: languages, canonical address, edit link, notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.address import absolute, address, path_of, relative
from knowledge_base.model.library import Library, Page
from knowledge_base.views.feedback import Feedback, feedback
from knowledge_base.views.linked_data import linked_data
from knowledge_base.views.printed import Printed, printed
from knowledge_base.views.social_card import social_card
from knowledge_base.wording import wording

# Pages that every page leads to, by the field of the frame that holds the way there.
WAYS = {
    "home": "index.md",
    "find": "a-z.md",
    "about": "a-propos.md",
    "access": "accessibilite.md",
    "legal": "mentions-legales.md",
    "method": "methode.md",
}


@dataclass(frozen=True)
class Alternate:
    """The same page in another language; `absolute` is empty where the site has no address."""

    locale: str
    name: str
    path: str
    absolute: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """The values main.html needs, all of them for one page in one language."""

    locale: str
    content_locale: str
    title: str
    description: str
    alternates: tuple[Alternate, ...]
    default: str
    canonical: str
    index: bool
    home: str
    find: str
    about: str
    access: str
    legal: str
    method: str
    built: str
    is_home: bool
    linked_data: str
    feedback: Feedback
    printed: Printed
    code: str
    card: str
    card_said: str


def frame(library: Library, page: Page[Any], locale: str) -> Frame:
    """The frame of a page built for a language."""
    settings, words = library.settings, wording(locale)
    here = address(library, page, locale)
    fallback = locale not in page.versions
    own = page.version(locale).words
    content = settings.source if fallback else locale

    shown, paper = address(library, page, content), printed(library, page, locale)
    card = social_card(library, page, content)
    return Frame(
        locale=locale,
        content_locale=content,
        title=wording(content).text(own.title),
        description=wording(content).text(own.summary),
        alternates=tuple(_alternates(library, page, locale, here)),
        default=absolute(library, address(library, page, settings.source)),
        canonical=absolute(library, shown) or (relative(shown, here) if fallback else ""),
        index=not fallback,
        **{name: _to(library, uri, locale, here) for name, uri in WAYS.items()},
        built=words("site.built", date=words.date(settings.today), id=library.build_id),
        is_home=page.uri == "index.md",
        linked_data=linked_data(library, page, content),
        feedback=feedback(library, page, locale),
        printed=paper,
        code=relative(paper.code, here) if paper.code else "",
        card=absolute(library, card.path) or relative(card.path, here),
        card_said=card.said,
    )


def _to(library: Library, uri: str, locale: str, here: str) -> str:
    return relative(path_of(uri, locale, library.settings.source), here)


def _alternates(library: Library, page: Page[Any], locale: str, here: str) -> Iterator[Alternate]:
    for code, name in library.settings.names:
        path = address(library, page, code)
        yield Alternate(code, name, relative(path, here), absolute(library, path), code == locale)
