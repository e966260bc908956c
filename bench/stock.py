"""The same articles twice more: under the stock theme with its defaults, and in plain files.

Both are made from the articles of the built site, so that all three say the same.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

HOOK = """from pathlib import Path
from mkdocs.structure.files import InclusionLevel
def on_page_content(html, page, config, files):
    return Path(config.docs_dir, "..", "articles", page.file.src_uri[:-3]).read_text("utf-8")
"""
CONFIG = """site_name: {name}
theme:
  name: material
  language: fr
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {{locale: fr, name: Français, default: true}}
        - {{locale: en, name: English}}
hooks: [content.py]
nav: {nav}
"""
PLAIN = """<!doctype html>
<html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
{body}
"""
KEPT = re.compile(r"<(/?[a-z][a-z0-9]*)((?:\s[^<>]*?)?)(/?)>")
ATTRIBUTE = re.compile(r'\s(?:href|id|lang|src|alt|scope)="[^"]*"')


def articles(site: Path) -> dict[str, tuple[str, str]]:
    """The title and the article's HTML of each page that is read, by its path without a name."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        article = tree.css_first("article[data-page]")
        if article is not None:
            for script in article.css("script"):
                script.decompose()
            title = tree.css_first("h1").text(strip=True)
            uri = path.parent.relative_to(site).as_posix().removeprefix(".")
            found[uri] = title, article.inner_html or ""
    return found


def floor(pages: dict[str, tuple[str, str]], target: Path) -> None:
    """One plain file for each page: its words, headings, lists, tables and links, and no more."""
    for uri, (title, html) in pages.items():
        body = KEPT.sub(lambda m: f"<{m[1]}{''.join(ATTRIBUTE.findall(m[2]))}>", html)
        lang = "en" if f"{uri}/".startswith("en/") else "fr"
        folder = target / uri
        folder.mkdir(parents=True, exist_ok=True)
        text = PLAIN.format(lang=lang, title=title, body=body)
        (folder / "index.html").write_text(text, "utf-8")


def stock(pages: dict[str, tuple[str, str]], work: Path, target: Path) -> None:
    """The stock theme, its search and its languages, over the same articles and the same menu."""
    docs = work / "docs"
    nav = []
    for uri, (title, html) in pages.items():
        english = f"{uri}/".startswith("en/")
        path = uri.removeprefix("en").lstrip("/")
        name = f"{path or 'index'}{'/index' if _has_children(path, pages) else ''}"
        name += ".en.md" if english else ".md"
        for folder in (docs, work / "articles"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(f"# {title}\n", "utf-8")
        (work / "articles" / name[:-3]).write_text(html, "utf-8")
        if not english and "/" not in path:
            nav.append(name)
    (work / "content.py").write_text(HOOK, "utf-8")
    (work / "mkdocs.yml").write_text(CONFIG.format(name="Stock", nav=nav), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True)


def _has_children(path: str, pages: dict[str, tuple[str, str]]) -> bool:
    return bool(path) and any(other.startswith(f"{path}/") for other in pages)
