"""The browser editor: its page, its configuration, its packages; nothing where it is off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from knowledge_base.exports.editor.collections import configuration
from knowledge_base.model.editor import FOLDER, OWN, PAGE, packaged, translated
from knowledge_base.model.library import Library
from knowledge_base.model.policy import editor_policy
from knowledge_base.rendering.templates import render

HERE = Path(__file__).parent


def editor(library: Library) -> Iterator[tuple[str, str | bytes]]:
    """Every file of the editor; the package's own words as the modules that it asks for."""
    settings = library.settings
    if not settings.editor:
        return
    yield f"{FOLDER}/config.json", json.dumps(configuration(library), ensure_ascii=False) + "\n"
    yield from ((f"{FOLDER}/{name}", (HERE / name).read_text("utf-8")) for name in OWN)
    yield from ((uri, path.read_bytes()) for uri, path in packaged(settings.root).items())
    words = translated(settings.root, settings.locales)
    for name, path in words.items():
        yield f"{FOLDER}/cms/locales/{name}.js", f"export default {path.read_text('utf-8')};\n"
    addresses = {f"./cms/locales/{name}.json": f"./cms/locales/{name}.js" for name in words}
    imports = json.dumps({"imports": addresses})
    values = {"policy": editor_policy(imports), "imports": imports}
    names = {"names": dict(settings.site_names), "locales": settings.locales}
    yield (
        PAGE,
        render(settings.overrides, "site/editor.html", settings.source, "", **values, **names),
    )
