"""The size of a heavy file, beside the link that offers it."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge_base.model.address import locale_of
from knowledge_base.model.library import Library
from knowledge_base.wording import wording
from knowledge_base.wording.decimals import decimal

HEAVY = 100_000  # bytes; below, a reader on a slow link need not be warned
MEGABYTE = 1e6
# A template writes it after a link to a file that is only there once the site is built.
ASKED = "<span data-size></span>"
OFFERED = re.compile(rf'(<a href="([^"]*)">[^<]*</a>){ASKED}')


def tell_sizes(library: Library, site: Path) -> None:
    """Puts the sizes into the pages that ask for them."""
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        if ASKED in html:
            locale, _ = locale_of(path.relative_to(site).as_posix(), library.settings.locales)
            path.write_text(_told(html, path.parent, locale), "utf-8", newline="\n")


def _told(html: str, folder: Path, locale: str) -> str:
    def told(match: re.Match[str]) -> str:
        size = (folder / match[2]).stat().st_size
        if size < HEAVY:
            return match[1]
        n = decimal(size / MEGABYTE, locale)
        return f"{match[1]} {wording(locale)('site.size', n=n)}"

    return OFFERED.sub(told, html)
