"""Where the files of a module's kit are, and what each is called."""

from __future__ import annotations

from typing import Any

from knowledge_base.model import kit
from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.wording import wording

Links = tuple[tuple[str, str], ...]


def kit_links(library: Library, page: Page[Any], locale: str) -> Links:
    """The label and the path of each file of a module's kit; none for another record."""
    if page.kind != "module":
        return ()
    words, folder = wording(locale), address(library, page, locale)
    files = [("trainer", kit.TRAINER), ("slides", kit.SLIDES)]
    if page.facts.quiz:
        files += [("sheet", kit.SHEET), ("key", kit.KEY), ("gift", kit.GIFT)]
    files.append(("download", kit.download(page.id)))
    return tuple((words(f"kit.{name}"), folder + file) for name, file in files)
