"""The whole course on one page: read on a screen, and printed as the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from knowledge_base.exports.kit.built import CITED, Section, rebased, without_buttons
from knowledge_base.exports.kit.desk import Desk, File, desk, made
from knowledge_base.model import kit
from knowledge_base.model.library import Library
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Chapter:
    """A module with its sections, their ids made its own."""

    desk: Desk
    sections: tuple[Section, ...]


def course(library: Library, site: Path) -> Iterator[File]:
    """The course in each language, where there is a page of modules to stand beside."""
    if library.modules and kit.INDEX in library.by_uri:
        for locale in library.by_uri[kit.INDEX].versions:
            yield _course(library, site, locale)


def _course(library: Library, site: Path, locale: str) -> File:
    own = desk(library, site, library.by_uri[kit.INDEX], locale)
    here = own.folder + kit.COURSE
    chapters = [
        _chapter(desk(library, site, module, locale), here)
        for module in library.modules
        if locale in module.versions
    ]
    return made(own, kit.COURSE, "course", wording(locale)("kit.course"), chapters=chapters)


def _chapter(own: Desk, here: str) -> Chapter:
    sections = tuple(
        Section(
            f"{own.page.id}-{section.id}",
            section.title,
            rebased(_cited_here(own, section.html), own.folder, here, _sources(own)),
        )
        for section in own.built.sections
    )
    return Chapter(own, sections)


def _cited_here(own: Desk, html: str) -> Markup:
    """Marks of citations lead to the chapter's own list of sources."""
    led = CITED.sub(rf'href="#{own.page.id}-source-\1"', str(without_buttons(html)))
    return Markup(led)  # noqa: S704 - of a page the site has built


def _sources(own: Desk) -> frozenset[str]:
    return frozenset(f"{own.page.id}-source-{source.id}" for source in own.record.sources)
