"""Passing a record on: a message to send, and how to cite the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from knowledge_base.model.address import absolute, short_path
from knowledge_base.model.library import Library, Page
from knowledge_base.views.status import State
from knowledge_base.wording import wording

MESSENGER = "https://wa.me/?text="
LONGEST = 300  # characters of a message


@dataclass(frozen=True)
class Sharing:
    """An address that sends the message, and a reference.

    Where the site has no address of its own, both give the short path, and the message the site.
    """

    message: str
    cite: str


def sharing(library: Library, page: Page[Any], state: State | None, locale: str) -> Sharing:
    """What a page offers to those who pass it on."""
    words = wording(locale)
    title = words.text(page.version(locale).words.title)
    name = dict(library.settings.site_names).get(locale, "")
    path = short_path(page.id, locale, library.settings.source)
    link = absolute(library, path) or f"{name}, /{path}"
    day = words.date(library.today)
    made = words("share.cite", title=title, site=name, date=day, id=library.build_id)
    text = message(title, state, link)
    return Sharing(MESSENGER + quote(text), f"{made} {absolute(library, path) or f'/{path}'}")


def message(title: str, state: State | None, link: str) -> str:
    """Title, status and its date, permalink; the title is cut where it would be too long."""
    end = f"\n{', '.join(filter(None, (state.label, state.date)))}" if state else ""
    end += f"\n{link}"
    room = LONGEST - len(end)
    return (title if len(title) <= room else title[: room - 1].rstrip() + "…") + end
