"""MiniSearch and lunr over the built site, in Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

HERE = Path(__file__).parent


def answers(site: Path, queries: Mapping[str, list[str]]) -> dict[str, Any]:
    """By engine and language (`lunr fr`): the paths `found` for each query, the index's `bytes`.

    Nothing where Node.js or npm is missing.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        return {}
    documents: dict[str, list[dict[str, str]]] = {locale: [] for locale in queries}
    for file in sorted(site.rglob("index.html")):
        uri = file.relative_to(site).as_posix().removesuffix("index.html")
        locale = "en" if uri.startswith("en/") else "fr"
        if not uri.startswith(("r/", "en/r/")):
            documents[locale].append({"id": uri, **_texts(file)})
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE, folder, dirs_exist_ok=True)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, cwd=folder, check=True)
        told = subprocess.run(
            ["node", "search.mjs"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
            input=json.dumps({"documents": documents, "queries": queries}),
        )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def _texts(file: Path) -> dict[str, str]:
    tree = LexborHTMLParser(file.read_text("utf-8"))
    title, main = tree.css_first("h1"), tree.css_first("article")
    return {
        "title": title.text(strip=True) if title else "",
        "text": main.text(separator=" ") if main else "",
    }
