"""Files that belong to the whole site, written once every page is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge_base.exports import (
    calendars,
    cards,
    codes,
    feeds,
    headers,
    moved,
    not_found,
    offline,
    open_data,
    outside,
    policies,
    robots,
    schemas,
    scripts,
    sections,
    site_map,
    style_sheet,
    table_heads,
    translations,
)
from knowledge_base.exports.editor import editor
from knowledge_base.exports.kit import kit, plans
from knowledge_base.exports.kit.handbook import course
from knowledge_base.exports.sizes import tell_sizes
from knowledge_base.model.editor import of_editor
from knowledge_base.model.library import Library
from knowledge_base.search import index_files
from knowledge_base.views.offline import ARCHIVE
from knowledge_base.wording import wording

# A file's path in the site, and its content.
File = tuple[str, str | bytes]
Export = Callable[[Library], Iterator[File]]

EXPORTS: tuple[Export, ...] = (
    not_found.page,
    moved.short_links,
    codes.codes,
    moved.moved_pages,
    moved.withdrawn_pages,
    site_map.site_map,
    robots.robots,
    index_files,
    scripts.scripts,
    style_sheet.asked_later,
    translations.translations,
    open_data.open_data,
    schemas.schemas,
    calendars.calendars,
    feeds.feeds,
    headers.headers,
    cards.cards,
    cards.touch_icon,
    editor,
)
# Made from pages of the site as they were built.
MADE: tuple[Callable[[Library, Path], Iterator[File]], ...] = (kit, plans, course)
# Each makes, from the whole site, what turns the text of a page into the page as it is sent.
Finish = Callable[[Library, Path], Callable[[str], str]]
FINISHES: tuple[Finish, ...] = (
    outside.closed,
    table_heads.named,
    sections.marked,
    scripts.inside,
    style_sheet.inlined,
    policies.stated,
)
UNUSED = ("assets/javascripts", "assets/images/favicon.png", "sitemap.xml", "sitemap.xml.gz")


def write_exports(library: Library, site: Path) -> None:
    """Takes out what the theme ships and no page uses; adds every file that no page is."""
    for unused in UNUSED:
        _remove(site / unused)
    for leftover in site.rglob("*.map"):
        leftover.unlink()
    exported = (file for export in EXPORTS for file in export(library))
    made = (file for make in MADE for file in make(library, site))
    for uri, content in (*exported, *made):
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def finish_pages(library: Library, site: Path) -> None:
    """Last of all, each page but the editor's goes through every finish; then all are archived."""
    finishes = [make(library, site) for make in FINISHES]
    sheets = style_sheet.sheets(library, site)
    for path in sorted(site.rglob("*.html")):
        if of_editor(path.relative_to(site).as_posix()):
            continue
        html = path.read_text("utf-8")
        for finish in finishes:
            html = finish(html)
        path.write_text(html, "utf-8", newline="\n")
    style_sheet.remove_sheets(library, site)
    (site / ARCHIVE).write_bytes(offline.archive(library, site, sheets))
    tell_sizes(library, site)
    for folder in sorted(site.rglob("*/"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def done(library: Library, seconds: float, site: Path, weighed: tuple[int, int, str, int]) -> str:
    """What was built, in one line: records, pages in each language, files, how long, where.

    `weighed`: files, their bytes, the heaviest page, its bytes with all it loads.
    """
    words = wording(library.settings.source)
    pages = words.listing(
        [f"{len(library.pages)} ({locale})" for locale in library.settings.locales]
    )
    taken = f"{seconds:.1f}"
    records = words.number(len(library.records))
    files, size, page, weight = weighed
    weights = words(
        "site.weighed",
        files=words.number(files),
        size=words.number(round(size / 1e6)),
        page=page or "/",
        weight=words.number(round(weight / 1000)),
    )
    return words(
        "site.done", records=records, pages=pages, weights=weights, seconds=taken, path=site
    )


def _remove(path: Path) -> None:
    if path.is_dir():
        for child in path.iterdir():
            _remove(child)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
