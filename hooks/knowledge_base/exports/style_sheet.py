"""In each page, the rules of the style sheets that it uses, in the place of its link to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.library import Library
from knowledge_base.styles import STATES, Sheet, Words, words_of_page, words_of_script

# What a page writes to have its rules; the file itself is never published.
LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/site\.css">')
SCRIPT = re.compile(r"assets/js/([\w-]+\.js)")
THEME = "assets/stylesheets"


def inlined(library: Library, site: Path) -> Callable[[str], str]:
    """What puts the rules that a page uses into it."""
    sheet = Sheet(sheets(library, site))
    scripts = cache(lambda name: _script(library.settings.docs / "assets/js" / name))

    def finish(html: str) -> str:
        tree = LexborHTMLParser(html)
        inside = (words_of_script(node.text()) for node in tree.css("script:not([src])"))
        named = (scripts(name) for name in set(SCRIPT.findall(html)))
        css = sheet.for_words(Words(words_of_page(tree), STATES.union(*named, *inside)))
        return LINK.sub(lambda _: f"<style>{css}</style>", html, count=1)

    return finish


def sheets(library: Library, site: Path) -> list[str]:
    """The theme's main sheet, then the site's own in the order of its configuration."""
    own = (library.settings.docs / name for name in library.settings.styles)
    paths = [*sorted((site / THEME).glob("main.*.css")), *own]
    return [path.read_text("utf-8") for path in paths]


def remove_sheets(library: Library, site: Path) -> None:
    """Takes the sheets out of the site, once every page has its rules."""
    for path in (*(site / THEME).glob("*"), *(site / name for name in library.settings.styles)):
        path.unlink(missing_ok=True)


def _script(path: Path) -> frozenset[str]:
    return words_of_script(path.read_text("utf-8")) if path.is_file() else frozenset()
