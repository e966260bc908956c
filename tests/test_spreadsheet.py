"""Each kind's CSV as it is published, through a spreadsheet in French and back (C6)."""

from __future__ import annotations

import csv
import io
import re
from functools import cache

import pytest

from conftest import ROOT, WORLD, read
from knowledge_base.editing.columns import table_kinds
from knowledge_base.editing.importing import imported
from knowledge_base.exports.open_data import FOLDER, open_data
from knowledge_base.views.dataset import PLURALS
from knowledge_base.views.tables import DERIVED
from test_import import run, snapshot

COMPUTED = {"path", *DERIVED}
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
FIGURE = re.compile(r"[0-9]+")
# A text of each kind that may be anything, in a file of the source language or of another.
TEXTS = ("title", "title.en", "publisher", "names.fr", "names.fr.definition", "names.en.label")


@cache
def unspoilt(root):
    """The library of a site that no test changes, and its published files."""
    library, _ = read(root)
    return library, published(library)


def published(library):
    """The text of each file under /data/."""
    return {name.removeprefix(f"{FOLDER}/"): made for name, made in open_data(library)}


def through_a_spreadsheet(text, edit=lambda _rows: None):
    """What a spreadsheet set to French keeps: its separators, days, decimals, ends of lines."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows
    names = list(rows[0])
    edit(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(name, cell) for name, cell in row.items()} for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(name, text):
    day = DATE.fullmatch(text)
    if day:
        return "/".join(reversed(day.groups()))
    numbered = name.startswith("participants.") or name in {"order", "minutes", "review_in"}
    return f"{text},0" if numbered and FIGURE.fullmatch(text) else text


@pytest.mark.parametrize("kind", sorted(table_kinds()))
@pytest.mark.parametrize("file", ["{}.csv", "{}-semicolon.csv"])
@pytest.mark.parametrize("root", [WORLD, ROOT])
def test_c6_it_comes_back_as_it_went(root, kind, file):
    library, files = unspoilt(root)
    text = files[file.format(PLURALS[kind])]
    result = imported(library, through_a_spreadsheet(text) if file == "{}.csv" else text.encode())
    assert (result.faults, result.edited) == ([], [])
    assert set(result.ignored) <= COMPUTED


@pytest.mark.parametrize("kind", sorted(table_kinds()))
def test_c6_one_cell_changes_one_line_of_one_file(spoilt, kind):
    root = spoilt()
    library, _ = read(root)
    text = published(library)[f"{PLURALS[kind]}.csv"]

    def edit(rows):
        name = next(name for name in TEXTS if rows[-1].get(name))
        rows[-1][name] += " bis"

    before = snapshot(root)
    assert run(root, through_a_spreadsheet(text, edit), "t.csv") == 0
    after = snapshot(root)
    ((old, new),) = ((before[name], after[name]) for name in after if after[name] != before[name])
    lines = [(a, b) for a, b in zip(old.split("\n"), new.split("\n"), strict=True) if a != b]
    ((was, now),) = lines
    assert " bis" in now
    assert now.replace(" bis", "") == was
