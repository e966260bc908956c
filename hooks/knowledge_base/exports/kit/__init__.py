"""Pages and files for those who teach, made from the pages of the site once they are built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge_base.exports.kit import modules, sessions
from knowledge_base.exports.kit.desk import Desk, File, desk
from knowledge_base.exports.kit.download import download
from knowledge_base.exports.kit.gift import gift
from knowledge_base.exports.kit.qti import qti
from knowledge_base.model.library import Library

MODULE_FILES: tuple[Callable[[Desk], Iterator[File]], ...] = (
    modules.trainer,
    modules.slides,
    modules.sheet,
    modules.answers,
    gift,
    qti,
    download,
)


def kit(library: Library, site: Path) -> Iterator[File]:
    """Every file of every module's kit, in each language that the module is written in."""
    for page in library.modules:
        for locale in page.versions:
            own = desk(library, site, page, locale)
            for make in MODULE_FILES:
                yield from make(own)


def plans(library: Library, site: Path) -> Iterator[File]:
    """Timetables that pages declare, and the kits of sessions that used modules."""
    for page in library.pages:
        if getattr(page.facts, "timetable", None) or getattr(page.facts, "modules", None):
            for locale in page.versions if page.kind in {"session", "page"} else ():
                own = desk(library, site, page, locale)
                yield from sessions.timetable(own)
                yield from sessions.session(own, site)
