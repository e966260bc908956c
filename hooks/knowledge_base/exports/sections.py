"""The sections of a page: each with a link to itself, and a list of them where there are many."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from knowledge_base.model.library import Library
from knowledge_base.rendering.templates import render

PAGE = re.compile(r'<html lang="([\w-]+)"')
ARTICLE = re.compile(r'<article class="[^"]*"(?: lang="([\w-]+)")? data-page="')
HEADING = re.compile(r'(<h([23])(?=[^>]*\bid="([^"]+)")[^>]*>)(.*?)(</h\2>)', re.DOTALL)
# The list of sections follows the facts, or what is said in short.
BEFORE = re.compile(r'<p class="summary".*?</p>(?:.*?<dl [^>]*data-facts.*?</dl>)?', re.DOTALL)
TAG = re.compile(r"<[^>]*>|\s*\n\s*")
MANY, LONG = 6, 5000  # sections of the second level, characters of text
LETTER = 3  # characters of the longest title in an index, which has its own list of letters


def marked(library: Library, _site: Path) -> Callable[[str], str]:
    """What puts the links and the list into a page that is read; others stay as they are."""
    drawn = partial(render, library.settings.overrides, here="")

    def finish(html: str) -> str:
        article = ARTICLE.search(html)
        page = PAGE.search(html)
        if not article or not page:
            return html
        locale = article[1] or page[1]
        found = HEADING.findall(html, article.start())
        rows = [(id_, TAG.sub("", text)) for _, level, id_, text, _ in found if level == "2"]
        mark = drawn(template="partials/section.html", locale=locale).strip()
        html = HEADING.sub(lambda m: _linked(m, mark), html)
        if len(rows) < MANY or len(TAG.sub("", html)) < LONG or _letters(rows):
            return html
        told = drawn(template="partials/contents.html", locale=locale, rows=rows)
        return BEFORE.sub(lambda m: f"{m.group()}\n{told}", html, count=1)

    return finish


def _letters(rows: list[tuple[str, str]]) -> bool:
    return all(len(title) <= LETTER for _, title in rows)


def _linked(match: re.Match[str], mark: str) -> str:
    opening, _level, id_, text, closing = match.groups()
    return f"{opening}{text}{mark.replace('#', f'#{id_}', 1)}{closing}"
