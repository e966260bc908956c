"""What a spreadsheet made of a cell, read back as what was meant."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO

from knowledge_base.editing.columns import Column
from knowledge_base.model.edtf import parse
from knowledge_base.model.fields import UNDATED
from knowledge_base.views.tables import BETWEEN

DELIMITERS = ";,\t"
SPACES = re.compile(r"[\s\u00a0\u202f]+")
WHOLE = re.compile(r"^(\d+)(?:[.,]0+)?$")
DAY_FIRST = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")
TRUE, FALSE = {"true", "vrai", "oui", "yes", "1"}, {"false", "faux", "non", "no", "0"}


class UnreadableError(Exception):
    """The cell does not hold what its column asks for; its argument is the kind of value."""


def table(raw: bytes) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file, each with its line: UTF-8 or Windows Western, any separator."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    rows, line = [], 1
    for row in reader:
        if any(cell.strip() for cell in row):
            rows.append((line, row))
        line = reader.line_num + 1
    return rows


def value(text: str, column: Column) -> str | list[str] | None:
    """The value a cell means, as the record's file writes it; None for an empty cell."""
    text = SPACES.sub(" ", text).strip()
    if not text:
        return None
    if column.many:
        return [item.strip() for item in text.split(BETWEEN.strip()) if item.strip()]
    return READERS[column.type](text)


def _whole(text: str) -> str:
    match = WHOLE.match(text.replace(" ", ""))
    if not match:
        raise UnreadableError("whole")
    return str(int(match.group(1)))


def _truth(text: str) -> str:
    if text.lower() in TRUE | FALSE:
        return "true" if text.lower() in TRUE else "false"
    raise UnreadableError("truth")


def _date(text: str) -> str:
    """A date; a day that a spreadsheet has turned to its own way is turned back."""
    match = DAY_FIRST.match(text)
    try:
        if match:
            day, month, year = map(int, match.groups())
            return date(year, month, day).isoformat()
        return text if text == UNDATED else parse(text).text
    except ValueError:
        raise UnreadableError("date") from None


READERS: dict[str, Callable[[str], str]] = {
    "int": _whole,
    "bool": _truth,
    "date": _date,
    "str": str,
}


def same(cell: str, now: str, column: Column) -> bool:
    """True where the cell says what the record says, whatever a spreadsheet did to its form."""
    try:
        return value(cell, column) == value(now, column)
    except UnreadableError:
        return False


def header(row: Sequence[str]) -> list[str]:
    """The names of the columns."""
    return [name.strip() for name in row]
