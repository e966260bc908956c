"""Every code a contributor may meet: what is wrong and how to cure it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.wording import messages, wording

BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Told:
    """A code with its message and its cure, blanks shown as …"""

    code: str
    what: str
    cure: str


def problem_rows(_library: Library, locale: str, _argument: str) -> tuple[Told, ...]:
    """The codes in alphabetical order."""
    rows = []
    for code, message in sorted(messages(locale).items()):
        what = message["what"]
        what = what["plain"] if isinstance(what, Mapping) else what
        rows.append(Told(code, _shown(what, locale), _shown(message["cure"], locale)))
    return tuple(rows)


def _shown(text: str, locale: str) -> str:
    shown = BLANK.sub("…", text.replace("{{", "\0").replace("}}", "\1"))
    return wording(locale).text(shown.replace("\0", "{").replace("\1", "}"))
