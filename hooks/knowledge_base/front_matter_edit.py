"""Sets fields of a page's front matter in its text, and leaves every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from knowledge_base.yaml_text import dumped

FENCE = "---"
TOP = re.compile(r"^(?P<key>[^\s#:'\"][^:]*):(?:\s|$)")


def with_fields(text: str, fields: Mapping[str, Any]) -> str:
    """The page's text with these fields; one set to nothing is taken out.

    A field that is there keeps its place; a new one comes last.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ends)
    close = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    blocks = _blocks(lines[1:close])
    for key, value in fields.items():
        written = _written(key, value)
        at = next((n for n, block in enumerate(blocks) if _key(block) == key), None)
        if at is not None:
            blocks[at] = written
        elif written:
            blocks.append(written)
    inside = [line for block in blocks for line in block]
    return ends.join([lines[0], *inside, *lines[close:]])


def _blocks(lines: list[str]) -> list[list[str]]:
    """The lines of the front matter, a group for each field of the top level."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if TOP.match(line):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _key(block: list[str]) -> str:
    match = TOP.match(block[0]) if block else None
    return match["key"] if match else ""


def _written(key: str, value: Any) -> list[str]:
    if not value:
        return []
    return dumped({key: value}).rstrip("\n").split("\n")
