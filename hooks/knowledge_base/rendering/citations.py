"""`[^source-id]` in the prose becomes the number of a source in the list below the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markupsafe import escape

MARK = r"\[\^([a-z0-9-]+)\]"
MADE = re.compile(r'<a class="cite" href="#source-([a-z0-9-]+)">[^<]*</a>')
# A number stays with the word it belongs to, and with the numbers beside it.
BEFORE = re.compile(r'\s+(?=<sup><a class="cite" )')
NARROW = "\u202f"


class _Citation(InlineProcessor):
    """One mark."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        sup = ET.Element("sup")
        link = ET.SubElement(sup, "a", {"class": "cite", "href": f"#source-{m.group(1)}"})
        link.text = m.group(1)
        return sup, m.start(0), m.end(0)


class CitationExtension(Extension):
    """Adds the marks to Python-Markdown; numbers come once the whole page is known."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers the mark before links, which would take its brackets."""
        md.inlinePatterns.register(_Citation(MARK, md), "citation", 175)


def numbered(html: str, sources: Sequence[Any], label: str) -> str:
    """The same HTML with each mark's number; `label` names a mark for those who hear it."""
    numbers = {source.id: number for number, source in enumerate(sources, 1)}

    def link(match: re.Match[str]) -> str:
        number = numbers[match.group(1)]
        title = escape(f"{label} {number} : {sources[number - 1].publisher}")
        return f'<a class="cite" href="#source-{match.group(1)}" title="{title}">{number}</a>'

    return BEFORE.sub(NARROW, MADE.sub(link, html))
