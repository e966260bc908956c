"""A kind's CSV goes to a spreadsheet and comes back (C6): only what changed is written."""

from __future__ import annotations

import csv
import io
import re

import pytest

from conftest import ROOT, WORLD, read
from knowledge_base.__main__ import main
from knowledge_base.editing.columns import rows, table_kinds
from knowledge_base.editing.round_trip import Document

COMMENTED = "docs/plan/forages.md"


def table(library, kind, edit=None, delimiter=";", end="\r\n"):
    """The CSV of a kind as a spreadsheet in French saves it, after `edit(id, cells)`."""
    found = rows(library)[kind]
    out = io.StringIO()
    names = list(next(iter(found.values())))
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    for id_, cells in found.items():
        if edit:
            edit(id_, cells)
        writer.writerow(cells)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def run(root, raw, name="activities.csv"):
    path = root / name
    path.write_bytes(raw)
    try:
        return main(
            ["import", str(path), "--config", str(root / "mkdocs.yml"), "--today", "2026-01-15"]
        )
    finally:
        path.unlink()


def snapshot(root):
    return {
        p.relative_to(root).as_posix(): p.read_text("utf-8")
        for p in (root / "docs").rglob("*")
        if p.suffix in {".md", ".yml"}
    }


def changed(before, after):
    return {
        name: [
            (a, b)
            for a, b in zip(before[name].split("\n"), after[name].split("\n"), strict=False)
            if a != b
        ]
        for name in after
        if before.get(name) != after[name]
    }


@pytest.mark.parametrize("delimiter, end", [(";", "\r\n"), (",", "\n"), ("\t", "\r\n")])
@pytest.mark.parametrize("kind", sorted(table_kinds()))
def test_a_table_that_comes_back_as_it_went_changes_nothing(spoilt, capsys, kind, delimiter, end):
    root = spoilt()
    before = snapshot(root)
    library, _ = read(root)
    assert run(root, table(library, kind, None, delimiter, end)) == 0
    assert "Aucun changement" in capsys.readouterr().out
    assert snapshot(root) == before


def test_c6_one_row_changed_changes_that_line_of_that_file(spoilt):
    root = spoilt()
    path = root / COMMENTED
    text = path.read_text("utf-8").replace("places: [port-blanc]", "places: [port-blanc] # au port")
    path.write_text(text, "utf-8")
    before = snapshot(root)
    library, _ = read(root)

    def edit(id_, row):
        if id_ == "forages":
            row["title.en"] = "Deep boreholes"
            row["places"] = "port-blanc | valdore"

    assert run(root, table(library, "activity", edit)) == 0
    assert changed(before, snapshot(root)) == {
        COMMENTED: [("places: [port-blanc] # au port", "places: [port-blanc, valdore] # au port")],
        "docs/plan/forages.en.md": [("title: Boreholes", "title: Deep boreholes")],
    }


def test_figures_and_dates_come_back_from_what_a_spreadsheet_made_of_them(spoilt):
    root = spoilt()
    before = snapshot(root)
    library, _ = read(root)

    def edit(id_, row):
        if id_ == "2020-02-29-port-blanc":
            row |= {"dates.start": "28/02/2020", "dates.end": "01/03/2020"}
            row |= {
                "participants.total": "1\u202f020,0",
                "participants.women": "1 009,00",
                "participants.men": "11",
            }
        else:
            row["participants.approximate"] = "VRAI"

    assert run(root, table(library, "session", edit), "sessions.csv") == 0
    assert changed(before, snapshot(root)) == {
        "docs/sessions/2020-02-29-port-blanc.md": [
            ("  start: 2020-02-29", "  start: 2020-02-28"),
            ("  total: 18", "  total: 1020"), ("  women: 7", "  women: 1009"),
        ]
    }  # fmt: skip


def test_fields_are_added_taken_out_and_folded(spoilt):
    root = spoilt()
    library, _ = read(root)
    long = "Des puits ouverts à tous, " * 6 + "en bref."

    def edit(id_, row):
        if id_ == "puits-ouverts":
            row |= {"summary": long, "town": "port-blanc", "country": "FR"}
        if id_ == "amis-de-l-eau":
            row |= {"town": "", "country": ""}

    assert run(root, table(library, "member", edit)) == 0
    library, problems = read(root)
    assert {p.code for p in problems} == {"translation-stale"}
    facts = {p.id: p.facts for p in library.by_kind["member"]}
    assert facts["puits-ouverts"].summary == long
    assert (facts["puits-ouverts"].town, facts["amis-de-l-eau"].town) == ("port-blanc", None)
    assert max(map(len, snapshot(root)["docs/membres/puits-ouverts.md"].split("\n")[:8])) <= 100


def test_a_row_of_a_registry_changes_alone(spoilt):
    root = spoilt()
    before = snapshot(root)
    library, _ = read(root)

    def edit(id_, row):
        if id_ == "journal-2021":
            row["archived_url"] = "https://archive.example.org/journal"

    assert run(root, table(library, "source", edit)) == 0
    ((name, lines),) = changed(before, snapshot(root)).items()
    assert name == "docs/sources/sources.yml"
    assert len(lines) == 1
    assert read(root)[1] == []


def test_every_fault_is_told_with_its_line_and_nothing_is_written(spoilt, capsys):
    root = spoilt()
    before = snapshot(root)
    library, _ = read(root)
    raw = table(library, "session", lambda _id, row: row.update({"participants.total": "beaucoup"}))
    raw += b"2020-02-29-port-blan;x\r\n"
    assert run(root, raw, "s.csv") == 1
    told = capsys.readouterr().out.split("\n")
    assert [line.partition(": ")[0] for line in told if line.startswith("s.csv")] == [
        "s.csv:2",
        "s.csv:3",
        "s.csv:4",
    ]
    assert snapshot(root) == before


def test_c6_a_change_that_breaks_a_rule_is_told_and_not_written(spoilt, capsys):
    root = spoilt()
    before = snapshot(root)
    library, _ = read(root)

    def edit(id_, row):
        if id_ == "2020-02-29-port-blanc":
            row["participants.total"] = "19"

    assert run(root, table(library, "session", edit), "s.csv") == 1
    told = capsys.readouterr().out
    assert "s.csv:2: docs/sessions/2020-02-29-port-blanc.md:14: " in told
    assert "[participants-total]" in told
    assert snapshot(root) == before


@pytest.mark.parametrize("raw", [b"", b"a;b\r\n1;2\r\n", b"id;title\r\nx;y\r\n", b"\xff\xfe"])
def test_a_file_that_is_no_table_is_refused_in_a_line(spoilt, capsys, raw):
    assert run(spoilt(), raw) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("root", [WORLD, ROOT])
def test_every_file_of_the_site_would_be_written_back_as_it_stands(root):
    for path in sorted((root / "docs").rglob("*.md")):
        head = path.read_text("utf-8").partition("\n---\n")[0].partition("\n")[2] + "\n"
        assert Document(head).text() == head, path
    for path in sorted((root / "docs").rglob("*.yml")):
        text = path.read_text("utf-8")
        assert Document(text).text() == text, path


@pytest.mark.parametrize(
    "value", ["2024-02-30", "=1+1", "[a", "&a", "!!x", ": b", "- a", "# x", '"', "{", "\u202ea"]
)
def test_a_cell_that_yaml_reads_otherwise_is_kept_as_text_or_refused(spoilt, capsys, value):
    root = spoilt()
    before = snapshot(root)
    code = run(root, table(read(root)[0], "source", lambda _, cells: cells.update(title=value)))
    told = capsys.readouterr()
    assert code in {0, 1}, told
    if code:
        assert snapshot(root) == before
        assert re.search(r"\.csv:[0-9]+: ", told.out)
    else:
        assert {s.title for s in read(root)[0].sources.values()} == {value}
