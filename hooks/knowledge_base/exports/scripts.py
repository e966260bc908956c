"""The site's scripts, without what only their writers need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import minify

from knowledge_base.model.library import Library
from knowledge_base.model.scripts import INSIDE

FOLDER = "assets/js"
TYPE = "application/javascript"
ASKED = re.compile(r'<script src="[^"]*assets/js/([\w-]+\.js)"></script>')


def scripts(library: Library) -> Iterator[tuple[str, str]]:
    """Every script of the site, made smaller; names at the top of a script are kept."""
    for path in sorted((library.settings.docs / FOLDER).glob("*.js")):
        yield f"{FOLDER}/{path.name}", minify.string(TYPE, path.read_text("utf-8")) + "\n"


def inside(_library: Library, site: Path) -> Callable[[str], str]:
    """Puts the scripts that stand inside pages in the place of the links to them."""
    texts = {name: (site / FOLDER / name).read_text("utf-8").strip() for name in INSIDE}

    def put(match: re.Match[str]) -> str:
        text = texts.get(match[1])
        return f"<script>{text}</script>" if text else match.group()

    return lambda html: ASKED.sub(put, html)
