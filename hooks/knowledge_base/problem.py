"""What is wrong, where, and how grave: the one thing checks yield."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one line of one file; its words live in `wording/problems.*.yml` under its code.

    `uri` is relative to the documentation folder, `line` counts from 1 (what is wrong with a whole
    file is told at its first), and `values` fill the blanks of the message, in the order given.
    """

    uri: str
    line: int
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    def value(self, name: str) -> str:
        """One of the values by its name; an empty text where there is none."""
        return dict(self.values).get(name, "")


def error(uri: str, line: int, code: str, **values: object) -> Problem:
    """A problem that stops the build."""
    return Problem(uri, max(line, 1), code, tuple((k, str(v)) for k, v in values.items()))


def warning(uri: str, line: int, code: str, **values: object) -> Problem:
    """A problem that is told, and stops nothing."""
    told = tuple((k, str(v)) for k, v in values.items())
    return Problem(uri, max(line, 1), code, told, Severity.WARNING)


def errors(problems: list[Problem]) -> list[Problem]:
    """Those that stop the build."""
    return [p for p in problems if p.severity is Severity.ERROR]
