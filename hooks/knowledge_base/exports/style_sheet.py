"""In each page, the rules of the style sheets that it uses, in the place of its link to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import minify
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.library import Library
from knowledge_base.styles import STATES, Sheet, Words, without, words_of_page, words_of_script

# What a page writes to have its rules; the file itself is never published.
LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/site\.css">')
SCRIPT = re.compile(r"assets/js/([\w-]+\.js)")
THEME = "assets/stylesheets"
OWN = "assets/css"
TYPE = "text/css"


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
    """The theme's main sheet, less what the site draws, then its own as configured."""
    drawn = library.settings.drawn_here
    theme = sorted((site / THEME).glob("main.*.css"))
    own = (library.settings.docs / name for name in library.settings.styles)
    return [
        *(without(path.read_text("utf-8"), drawn) for path in theme),
        *(path.read_text("utf-8") for path in own),
    ]


def asked_later(library: Library) -> Iterator[tuple[str, str]]:
    """The sheets that a script asks for: those that no page carries."""
    carried = {library.settings.docs / name for name in library.settings.styles}
    for path in sorted((library.settings.docs / OWN).glob("*.css")):
        if path not in carried:
            yield f"{OWN}/{path.name}", minify.string(TYPE, path.read_text("utf-8"))


def remove_sheets(library: Library, site: Path) -> None:
    """Takes the sheets out of the site, once every page has its rules."""
    for path in (*(site / THEME).glob("*"), *(site / name for name in library.settings.styles)):
        path.unlink(missing_ok=True)


def _script(path: Path) -> frozenset[str]:
    return words_of_script(path.read_text("utf-8")) if path.is_file() else frozenset()
