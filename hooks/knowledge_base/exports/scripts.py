"""The site's scripts, without what only their writers need."""

from __future__ import annotations

from collections.abc import Iterator

import minify

from knowledge_base.model.library import Library

FOLDER = "assets/js"
TYPE = "application/javascript"


def scripts(library: Library) -> Iterator[tuple[str, str]]:
    """Every script of the site, made smaller; names at the top of a script are kept."""
    for path in sorted((library.settings.docs / FOLDER).glob("*.js")):
        yield f"{FOLDER}/{path.name}", minify.string(TYPE, path.read_text("utf-8")) + "\n"
