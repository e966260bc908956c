"""A table of the prose is told by its section's title, and scrolls alone where it is too wide."""

from __future__ import annotations

import re

HEADING_OR_TABLE = re.compile(
    r"<h(?P<level>[1-6])[^>]*>(?P<heading>.*?)</h(?P=level)>|<table>(?P<rows>.*?)</table>",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]*>")
HEAD = re.compile(r"<th([^>]*)>(?=\s*[^\s<])")


def captioned(html: str) -> str:
    """The same prose, each table with a caption, in a box that the keyboard can scroll.

    The caption is read out and not shown: the heading above it says the same.
    """
    heading = ""

    def told(match: re.Match[str]) -> str:
        nonlocal heading
        if match["rows"] is None:
            heading = _text(match["heading"])
            return match.group()
        return _told(match["rows"], heading)

    return HEADING_OR_TABLE.sub(told, html)


def _told(rows: str, heading: str) -> str:
    caption = heading or ", ".join(map(_text, re.findall(r"<th[^>]*>(.*?)</th>", rows)))
    label = caption.replace('"', "&quot;")
    heads = HEAD.sub(r'<th\1 scope="col">', rows)
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
        f'<table><caption class="said">{caption}</caption>{heads}</table></div>'
    )


def _text(html: str) -> str:
    return TAG.sub("", html).strip()
