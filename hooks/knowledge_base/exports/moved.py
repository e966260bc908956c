"""Short links; what stands where a page has moved or was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.address import (
    absolute,
    address,
    in_locale,
    path_of,
    relative,
    short_path,
)
from knowledge_base.model.library import Library
from knowledge_base.rendering.frame import WAYS
from knowledge_base.rendering.templates import render
from knowledge_base.wording import wording


def short_links(library: Library) -> Iterator[tuple[str, str]]:
    """`r/x/` for every record, in every language."""
    for page in library.records.values():
        for locale in library.settings.locales:
            here = short_path(page.id, locale, library.settings.source)
            yield _redirect(library, locale, here, address(library, page, locale))


def moved_pages(library: Library) -> Iterator[tuple[str, str]]:
    """At each address that a page has left, the way to where it is now; its short link too."""
    source = library.settings.source
    for old in library.published.moved:
        target = library.published.now_at(old)
        if "#" in old or library.published.is_withdrawn(target):
            continue
        for locale in library.settings.locales:
            to = in_locale(target, locale, source)
            yield _redirect(library, locale, in_locale(old, locale, source), to)
            if _id(old) not in library.records:
                yield _redirect(library, locale, short_path(_id(old), locale, source), to)


def withdrawn_pages(library: Library) -> Iterator[tuple[str, str]]:
    """At each address taken back, a notice with the reason; its short link leads to it."""
    settings = library.settings
    for path, reasons in library.published.withdrawn.items():
        for locale in settings.locales if "#" not in path else ():
            here = in_locale(path, locale, settings.source)
            values = {
                "reason": wording(locale).text(reasons.get(locale) or reasons[settings.source]),
                "reason_locale": locale if locale in reasons else settings.source,
                "versions": {
                    code: in_locale(path, code, settings.source) for code in settings.locales
                },
                "languages": settings.language_names,
                "find": path_of(WAYS["find"], locale, settings.source),
                **_bar(library, locale),
            }
            html = render(settings.overrides, "site/withdrawn.html", locale, here, **values)
            yield f"{here}index.html", html
            yield _redirect(library, locale, short_path(_id(path), locale, settings.source), here)


def _id(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _bar(library: Library, locale: str) -> dict[str, str]:
    """What the bar of a page shows that is not a record's."""
    settings = library.settings
    return {
        "name": dict(settings.site_names).get(locale, "") or "•",
        "home": path_of(WAYS["home"], locale, settings.source),
    }


def _redirect(library: Library, locale: str, here: str, target: str) -> tuple[str, str]:
    """A page that sends its reader on, with a script (which keeps the section) or without."""
    values = {
        "target": relative(target, here),
        "canonical": absolute(library, target.partition("#")[0]),
        **_bar(library, locale),
    }
    html = render(library.settings.overrides, "site/moved.html", locale, here, **values)
    return f"{here}index.html", html
