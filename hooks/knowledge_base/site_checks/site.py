"""The built site, as its checks see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.library import Library


@dataclass(frozen=True)
class Site:
    """The folder of the site and its pages, each by its path in it."""

    library: Library
    folder: Path
    pages: Mapping[str, LexborHTMLParser]


def read(library: Library, folder: Path) -> Site:
    """Every HTML file of the folder, read with a real parser."""
    pages = {
        path.relative_to(folder).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }
    return Site(library, folder, pages)
