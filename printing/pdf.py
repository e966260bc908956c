"""Prints the built site's modules, tests and a handbook as tagged PDF, with Chromium.

`make print` writes them to print/<language>/; the pages are those of site/, opened from disk.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from knowledge_base import settings
from knowledge_base.load import load
from knowledge_base.model import kit
from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.views.printed import printed as printed_view
from knowledge_base.views.printed import written
from knowledge_base.wording import wording

ROOT = Path(__file__).parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FOOT = (
    '<div style="font-size:8px;width:100%;padding:0 16mm;display:flex;color:#444">'
    '<span style="flex:1">{said}</span>'
    '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
)
# Page numbers into the contents; links of the disk to the site's address, or to nowhere.
READY = """({ pages, root, base }) => {
  for (const span of document.querySelectorAll('[data-page-of]'))
    span.textContent = pages[span.dataset.pageOf.replace(/\\s+/g, ' ').trim()] || '';
  for (const link of [...document.links]) {
    if (link.protocol !== 'file:' || link.href.startsWith(location.pathname + '#', 7)) continue;
    if (base) link.href = base + link.href.slice(root.length); else link.removeAttribute('href');
    link.dataset.inside = ''; // its address would crowd the line
  }
  document.styleSheets[0]?.insertRule('[data-inside]::after { content: none !important }');
}"""
FILES = (
    ("", "index.html"), ("-animer", kit.TRAINER), ("-test", kit.SHEET), ("-corrige", kit.KEY),
    ("-diapos", kit.SLIDES),
)  # fmt: skip


@dataclass(frozen=True)
class Press:
    """A browser, and the site that it prints."""

    browser: Browser
    library: Library
    site: Path


def main(site: Path, target: Path) -> None:
    """Prints everything, in each language."""
    library, _ = load(settings.read(ROOT / "mkdocs.yml"))
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        for locale in library.settings.locales:
            language(Press(browser, library, site), locale, target / locale)
        browser.close()


def language(press: Press, locale: str, target: Path) -> None:
    """Every PDF of one language."""
    library, site = press.library, press.site
    target.mkdir(parents=True, exist_ok=True)
    for module in library.modules:
        folder = site / address(library, module, locale)
        for suffix, name in FILES:
            if (folder / name).is_file():
                foot = foot_of(library, module, locale, name)
                printed(press, folder / name, target / f"{module.id}{suffix}.pdf", foot)
    index = library.by_uri[kit.INDEX]
    page = site / address(library, index, locale) / kit.COURSE
    _handbook(press, page, target / "manuel.pdf", foot_of(library, index, locale, kit.COURSE))


def foot_of(library: Library, page: Page[Any], locale: str, name: str) -> str:
    """What stands under each sheet of paper; a test's address would lead to its answers."""
    words, own = wording(locale), written(library, address(library, page, locale) + name)
    site = dict(library.settings.site_names).get(locale, "")
    state = words("kit.state", date=words.date(library.today))
    where = "" if name == kit.SHEET else printed_view(library, page, locale).short or own
    return " · ".join(filter(None, (site, state, where)))


def printed(
    press: Press,
    page: Path,
    target: Path,
    foot: str,
    pages: Mapping[str, int] | None = None,
) -> None:
    """One page of the site as a PDF with structure, bookmarks and page numbers."""
    tab = press.browser.new_page()
    tab.goto(page.resolve().as_uri())
    root, base = press.site.resolve().as_uri() + "/", press.library.settings.site_url
    tab.evaluate(READY, {"pages": dict(pages or {}), "root": root, "base": base})
    tab.pdf(
        path=target,
        format="A4",
        tagged=True,
        outline=True,
        print_background=False,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOT.format(said=escape(foot)),
    )
    tab.close()


def _handbook(press: Press, page: Path, target: Path, foot: str) -> None:
    """Printed twice: the first time says on which page each chapter starts."""
    printed(press, page, target, foot)
    printed(press, page, target, foot, starts(PdfReader(target)))


def starts(paper: PdfReader) -> dict[str, int]:
    """The page, from 1, on which each bookmark's text stands."""
    found: dict[str, int] = {}
    rows = [row for part in paper.outline for row in (part if isinstance(part, list) else [part])]
    for row in rows:
        if not isinstance(row, list):
            number = paper.get_destination_page_number(row)
            title = re.sub(r"\s+", " ", str(row.title)).strip()
            found.setdefault(title, (number or 0) + 1)
    return found


if __name__ == "__main__":
    main(*(Path(name) for name in (*sys.argv[1:], "site", "print")[:2]))
