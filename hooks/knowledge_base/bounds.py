"""Bounds on prose: what no page needs and a Markdown reader takes minutes over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge_base.problem import Problem, error

MOST_LINES = 4_000
MOST_FENCES = 200
DEEPEST_INDENT = 32
MOST_MARKERS = 8
IN_BLOCK = 400  # of one mark, between two blank lines
IN_PAGE = 4_000
MARKS = "[]()!*_`<>{}\\~|&#"
INDENT = re.compile(rf"[ \t]{{{DEEPEST_INDENT + 1},}}\S")
MARKERS = re.compile(rf"(?:[ \t]*(?:>|[-*+][ \t]|[0-9]{{1,9}}[.)][ \t])){{{MOST_MARKERS + 1},}}")
FENCE = re.compile(r"[ \t>]*(?:```|~~~)", re.MULTILINE)


def problems(body: str, uri: str, first_line: int) -> Iterator[Problem]:
    """The first place where a page's prose is more than a reader of Markdown should be given."""
    if body.count("\n") > MOST_LINES:
        yield error(uri, first_line + MOST_LINES, "prose-large", most=MOST_LINES)
    elif len(FENCE.findall(body)) > MOST_FENCES:
        yield error(uri, first_line, "prose-large", variant="fences", most=MOST_FENCES)
    else:
        yield from _depth(body, uri, first_line)
        yield from _marks(body, uri, first_line)


def _depth(body: str, uri: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(body.split("\n"), first_line):
        if INDENT.match(line) or MARKERS.match(line):
            yield error(uri, number, "prose-deep", most=MOST_MARKERS, indent=DEEPEST_INDENT)
            return


def _marks(body: str, uri: str, first_line: int) -> Iterator[Problem]:
    for mark in MARKS:
        if body.count(mark) > IN_PAGE:
            line = first_line + body.count("\n", 0, body.index(mark))
            yield error(uri, line, "prose-marks", mark=mark, most=IN_PAGE)
            return
    if any(body.count(mark) > IN_BLOCK for mark in MARKS):
        yield from _blocks(body, uri, first_line)


def _blocks(body: str, uri: str, first_line: int) -> Iterator[Problem]:
    """A table's bars and the cells between them are read row by row: its rows are blocks."""
    line = first_line
    for block in _split(body):
        crowded = next((mark for mark in MARKS if block.count(mark) > IN_BLOCK), None)
        if crowded:
            yield error(uri, line, "prose-marks", mark=crowded, most=IN_BLOCK)
            return
        line += block.count("\n") + 1


def _split(body: str) -> Iterator[str]:
    start = 0
    lines = body.split("\n")
    for number, text in enumerate(lines):
        if not text.strip() or text.lstrip().startswith("|"):
            yield "\n".join(lines[start : number + 1])
            start = number + 1
    yield "\n".join(lines[start:])
