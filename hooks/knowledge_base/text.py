"""Bytes as text: strict UTF-8, no character that hides, and bounds on size and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge_base.problem import Problem, error

LARGEST = 2_000_000  # bytes, of any file that holds text
LONGEST_LINE = 4_000  # characters
MOST_MARKS = 6  # combining marks on one letter

# Never meant in a page: controls, overrides of direction, tags, fillers, private and no characters.
FORBIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff\ufdd0-\ufdef\ue000-\uf8ff"
    "\ufe00-\ufe0d\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
)
# Meant only beside what they act on: joiners, variation selectors, marks of direction.
_CURSIVE = "\u0600-\u08ff\u07c0-\u07ff\ufb50-\ufdff\ufe70-\ufefc\U0001e900-\U0001e95f\u0900-\u0dff"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U0001e800-\U0001efff"
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f\u20e3"
SUSPECT = re.compile(
    f"[{FORBIDDEN}]"
    f"|(?<![{_EMOJI}{_CURSIVE}])\u200d|\u200d(?![{_EMOJI}{_CURSIVE}])"
    f"|(?<![{_CURSIVE}])\u200c"
    f"|(?<![0-9#*{_EMOJI}])[\ufe0e\ufe0f]"
    f"|(?<![{_RIGHT_TO_LEFT}\\s!-/:-@])[\u200e\u200f\u061c](?![{_RIGHT_TO_LEFT}])"
)
MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
    f"{{{MOST_MARKS + 1},}}"
)


@dataclass
class Text:
    """A file as text with line feeds at its ends, or the problems that kept it from being read."""

    text: str = ""
    problems: list[Problem] = field(default_factory=list)


def decode(raw: bytes, uri: str) -> Text:
    """UTF-8 with or without a byte-order mark, LF or CRLF; anything else is a problem."""
    if len(raw) > LARGEST:
        return Text(problems=[error(uri, 1, "file-large", most=LARGEST // 1000)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        return Text(problems=[error(uri, line, "file-encoding", byte=f"0x{raw[fault.start]:02X}")])
    text = text.replace("\r\n", "\n")
    problems = list(_characters(text, uri)) or list(_lines(text, uri))
    return Text(text, problems)


def suspect(text: str) -> str | None:
    """The name of the first character that hides or overrides; None where all can be seen."""
    if text.isascii() and text.isprintable():
        return None
    found = SUSPECT.search(text) or MARKS.search(text)
    return f"U+{ord(found.group()[0]):04X}" if found else None


def _characters(text: str, uri: str) -> Iterator[Problem]:
    """The first on each line: a file spoilt throughout is told by its first ten lines."""
    if suspect(text):
        found = ((n, suspect(line)) for n, line in enumerate(text.split("\n"), 1))
        told = [(n, character) for n, character in found if character]
        for number, character in told[:10]:
            yield error(uri, number, "file-character", character=character)


def _lines(text: str, uri: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            yield error(uri, number, "line-long", most=LONGEST_LINE)
            return
