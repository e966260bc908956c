"""What a page says of itself on paper: its address, its short link, the code that leads back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.address import absolute, address, code_path, passed_on
from knowledge_base.model.library import Library, Page


@dataclass(frozen=True)
class Printed:
    """`short` is empty for pages of prose; `code` is the path of a drawing, or empty.

    Where the site has no address of its own, addresses are paths on it.
    """

    address: str
    short: str
    code: str


def printed(library: Library, page: Page[Any], locale: str) -> Printed:
    """The foot of a page on paper."""
    own = address(library, page, locale)
    short = passed_on(library, page, locale)
    return Printed(
        address=written(library, own),
        short=written(library, short) if short != own else "",
        code=code_path(library, page, locale) if library.settings.site_url else "",
    )


def written(library: Library, path: str) -> str:
    """An address to type: whole where the site has one, its path otherwise."""
    return absolute(library, path) or f"/{path}"
