"""The built site, as its checks see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.address import address
from knowledge_base.model.editor import of_editor
from knowledge_base.model.library import Library


@dataclass(frozen=True, eq=False)
class Site:
    """The folder of the site and its pages, each by its path in it."""

    library: Library
    folder: Path
    pages: Mapping[str, LexborHTMLParser]

    @cached_property
    def scripts(self) -> frozenset[str]:
        """The texts of the site's own scripts."""
        paths = (self.folder / "assets/js").glob("*.js")
        return frozenset(path.read_text("utf-8").strip() for path in paths)

    def place(self, uri: str, what: str) -> str:
        """Where the source of a built page says this: file and line, or nothing."""
        path = uri.removesuffix("index.html")
        for page, version in self.library.versions():
            if path == address(self.library, page, version.locale):
                lines = version.body.markdown.split("\n")
                found = next((n for n, line in enumerate(lines) if what.strip("<>=") in line), None)
                line = version.first_line + (found or 0) if found is not None else 1
                return f" ({self.library.settings.docs.name}/{version.uri}:{line})"
        return ""


def read(library: Library, folder: Path) -> Site:
    """Every HTML file of the folder but the editor's, read with a real parser."""
    pages = {
        uri: LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
        if not of_editor(uri := path.relative_to(folder).as_posix())
    }
    return Site(library, folder, pages)
