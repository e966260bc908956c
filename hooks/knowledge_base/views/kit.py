"""Where the files of a module's kit are, and what each is called."""

from __future__ import annotations

from typing import Any

from knowledge_base.model import kit
from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.model.timetable import first_day
from knowledge_base.wording import wording

Links = tuple[tuple[str, str], ...]


def kit_links(library: Library, page: Page[Any], locale: str) -> Links:
    """The label and the path of each file of a page's kit; none for most pages."""
    words, folder = wording(locale), address(library, page, locale)
    if page.kind != "module":
        others = _of_others(library, page)
        return tuple((words(f"kit.{name}"), folder + file) for name, file in others)
    files = [("trainer", kit.TRAINER), ("slides", kit.SLIDES)]
    if page.facts.quiz:
        files += [("sheet", kit.SHEET), ("key", kit.KEY), ("gift", kit.GIFT), ("qti", kit.QTI)]
    files.append(("download", kit.download(page.id)))
    return tuple((words(f"kit.{name}"), folder + file) for name, file in files)


def _of_others(library: Library, page: Page[Any]) -> list[tuple[str, str]]:
    """A page that declares a timetable has it to print; a session that used modules has a kit."""
    files = [("timetable", kit.TIMETABLE)] if getattr(page.facts, "timetable", None) else []
    files += [("course", kit.COURSE)] if page.uri == kit.INDEX else []
    if page.kind == "session":
        coming = files and first_day(page, library.today)
        files += [("calendar", kit.CALENDAR)] if coming else []
        files += [("session", kit.SESSION)] if taught(page) else []
    return files


def taught(page: Page[Any]) -> bool:
    """Whether a session is one that trainers ran with modules, or mean to run."""
    facts = page.facts
    is_course = page.kind == "session" and (facts.kind == "training" or facts.timetable)
    return bool(is_course and facts.modules)
