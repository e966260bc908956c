"""Prints the built site's modules, tests and a handbook as tagged PDF, with Chromium.

`make print` writes them to print/<language>/; the pages are those of site/, opened from disk.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from knowledge_base import settings
from knowledge_base.load import load
from knowledge_base.model import kit
from knowledge_base.model.address import address
from knowledge_base.model.library import Library

ROOT = Path(__file__).parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FOOT = (
    '<div style="font-size:8px;width:100%;text-align:center;color:#555">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)
FILL = """pages => document.querySelectorAll('[data-page-of]').forEach(
  span => { span.textContent = pages[span.dataset.pageOf] || ''; })"""
FILES = (("", "index.html"), ("-animer", kit.TRAINER), ("-test", kit.SHEET), ("-corrige", kit.KEY))


def main(site: Path, target: Path) -> None:
    """Prints everything, in each language."""
    library, _ = load(settings.read(ROOT / "mkdocs.yml"))
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        for locale in library.settings.locales:
            _language(browser, library, locale, site, target / locale)
        browser.close()


def _language(browser: Browser, library: Library, locale: str, site: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for module in library.modules:
        folder = site / address(library, module, locale)
        for suffix, name in FILES:
            if (folder / name).is_file():
                printed(browser, folder / name, target / f"{module.id}{suffix}.pdf")
    index = library.by_uri[kit.INDEX]
    _handbook(browser, site / address(library, index, locale) / kit.COURSE, target / "manuel.pdf")


def printed(
    browser: Browser, page: Path, target: Path, pages: Mapping[str, int] | None = None
) -> None:
    """One page of the site as a PDF with structure, bookmarks and page numbers."""
    tab = browser.new_page()
    tab.goto(page.resolve().as_uri())
    tab.evaluate(FILL, dict(pages or {}))
    tab.pdf(
        path=target,
        format="A4",
        tagged=True,
        outline=True,
        print_background=False,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOT,
        margin={"top": "15mm", "bottom": "18mm", "left": "15mm", "right": "15mm"},
    )
    tab.close()


def _handbook(browser: Browser, page: Path, target: Path) -> None:
    """Printed twice: the first time says on which page each chapter starts."""
    printed(browser, page, target)
    printed(browser, page, target, starts(PdfReader(target)))


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
