"""Files that belong to the whole site, written once every page is there."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.model.address import address
from knowledge_base.model.library import Library
from knowledge_base.rendering.templates import render
from knowledge_base.wording import wording

UNUSED = ("assets/javascripts", "assets/images/favicon.png", "sitemap.xml", "sitemap.xml.gz")


def write_exports(library: Library, site: Path) -> None:
    """The page for addresses that lead nowhere, and the site map where the site has an address."""
    for unused in UNUSED:
        _remove(site / unused)
    for leftover in site.rglob("*.map"):
        leftover.unlink()
    folder, source = library.settings.overrides, library.settings.source
    locales = library.settings.locales
    page = render(folder, "site/not-found.html", source, "", locales=locales, base=_base(library))
    (site / "404.html").write_text(page, "utf-8")
    if library.settings.site_url:
        urls = _urls(library)
        text = render(folder, "site/sitemap.html", source, "", urls=urls, source=source)
        (site / "sitemap.xml").write_text(text, "utf-8")


def done(library: Library, seconds: float, site: Path) -> str:
    """What was built, in one line: records and pages in each language, how long, where."""
    words = wording(library.settings.source)
    pages = words.listing(
        [f"{len(library.pages)} ({locale})" for locale in library.settings.locales]
    )
    taken = f"{seconds:.1f}"
    records = words.number(len(library.records))
    return words("site.done", records=records, pages=pages, seconds=taken, path=site)


def _remove(path: Path) -> None:
    if path.is_dir():
        for child in path.iterdir():
            _remove(child)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _base(library: Library) -> str:
    """The path the site is served under, for the one page that cannot know where it stands."""
    return "/" + library.settings.site_url.split("//", 1)[-1].partition("/")[2].strip("/")


def _urls(library: Library) -> list[dict[str, str]]:
    """For each page, its absolute address in each language it has."""
    base = library.settings.site_url.rstrip("/")
    return [
        {locale: f"{base}/{address(library, page, locale)}" for locale in page.versions}
        for page in sorted(library.pages, key=lambda p: p.uri)
    ]
