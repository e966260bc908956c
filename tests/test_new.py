"""Starting a record: both files and the registry rows, wanting only what is left to fill (C1)."""

from __future__ import annotations

import pytest

from conftest import read
from knowledge_base.__main__ import main
from knowledge_base.commands.new import PAGES, ROWS

TO_FILL = {"field-empty", "text-to-write"}


def new(root, *arguments):
    return main(["new", *arguments, "--config", str(root / "mkdocs.yml"), "--today", "2026-01-15"])


def left(root):
    _, problems = read(root)
    return {
        (p.uri, p.value("field") or p.value("section")) for p in problems if p.severity == "error"
    }


def test_a_session_wants_only_what_is_left_to_fill_each_named(spoilt, capsys):
    root = spoilt()
    assert (
        new(
            root,
            "session",
            "--date",
            "2020-02-29/2020-03-01",
            "--place",
            "Port-Blanc",
            "--source",
            "gazette-2020",
        )
        == 0
    )
    told = capsys.readouterr().out
    french, english = (
        "sessions/2020-02-29-port-blanc-2.md",
        "sessions/2020-02-29-port-blanc-2.en.md",
    )
    words = {"title", "summary", "objet", "deroulement", "resultats"}
    assert left(root) == {(french, w) for w in words | {"kind"}} | {(english, w) for w in words}
    assert "le champ « kind » reste à remplir" in told
    assert "docs/" + english in told


def test_filling_what_is_named_is_enough(spoilt):
    root = spoilt()
    new(root, "session", "--date", "2021-05", "--place", "Baie-Verte", "--source", "gazette-2020")
    sessions = root / "docs" / "sessions"
    for name, mark in (
        ("2021-05-baie-verte.md", "[à écrire]"),
        ("2021-05-baie-verte.en.md", "[to write]"),
    ):
        text = (sessions / name).read_text("utf-8").replace(mark, "Valdore.")
        text = text.replace("title:", "title: Valdore").replace("summary:", "summary: Valdore")
        (sessions / name).write_text(text.replace("kind: #", "kind: meeting #"), "utf-8")
    assert left(root) == {("lieux/lieux.yml", "names.en")}
    places = root / "docs/lieux/lieux.yml"
    places.write_text(
        places.read_text("utf-8").replace("    en:\n", "    en: Green Bay\n"), "utf-8"
    )
    assert left(root) == set()


@pytest.mark.parametrize("kind", sorted({*PAGES, *ROWS} - {"session"}))
def test_each_kind_can_be_started(spoilt, kind):
    root = spoilt()
    before, _ = read(root)
    assert new(root, kind, "--title", "Un essai", "--date", "2020-05", "--place", "port-blanc") == 0
    library, problems = read(root)
    errors = {p.code for p in problems if p.severity == "error"}
    assert errors <= TO_FILL
    assert errors
    assert set(before.by_uri) <= set(library.by_uri)


@pytest.mark.parametrize("arguments", [
    ["session"], ["session", "--date", "hier", "--place", "port-blanc"], ["document"],
    ["source", "--id", "gazette-2020"], ["term", "--title", "ONE"],
])  # fmt: skip
def test_what_cannot_be_started_is_said_and_nothing_is_written(spoilt, capsys, arguments):
    root = spoilt()
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    assert new(root, *arguments) == 1
    assert len(capsys.readouterr().out.strip().split("\n")) == 1
    assert {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()} == before
