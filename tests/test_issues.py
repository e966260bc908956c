"""A filled form becomes the files of a record (C10), and the forms are those of the model."""

from __future__ import annotations

import pytest
import yaml

from conftest import ROOT, read
from knowledge_base.__main__ import main
from knowledge_base.editing import forms

SESSION = {
    "title.fr": "Un atelier à Baie-Verte", "title.en": "A workshop in Green Bay",
    "summary.fr": "Vingt personnes parlent de l’eau.", "summary.en": "Twenty people speak of water.",
    "kind": "Atelier (workshop)", "dates.start": "2020-05-02", "dates.end": "_No response_",
    "place.town": "Port-Blanc", "organisers": "one", "participants.total": "20",
    "participants.women": "12", "participants.men": "8",
    "sources": "gazette-2020\nhttps://example.org/gazette",
    "body.fr": "## Objet {#objet}\n\nL’ONE reçoit vingt personnes.[^gazette-2020]",
    "body.en": "## Purpose {#objet}\n\nThe NWO receives twenty people.[^gazette-2020]",
}  # fmt: skip


def body(library, name, answers, end="\n"):
    """The text GitHub makes of a filled form: a heading for each question, then its answer."""
    form = next(f for f in forms.of_library(library) if f.name == name)
    parts = []
    for field in form.fields:
        answer = answers.get(field.name, "_No response_")
        parts.append(f"### {forms.label(form, field, library)}\n\n{answer}\n")
    return "\n".join(parts).replace("\n", end)


def run(root, text):
    path = root / "issue.md"
    path.write_bytes(text.encode())
    return main(
        ["from-issue", str(path), "--config", str(root / "mkdocs.yml"), "--today", "2026-01-15"]
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_c10_a_whole_session_checks_clean(spoilt, capsys, end):
    root = spoilt()
    assert run(root, body(read(root)[0], "session", SESSION, end)) == 0
    told = capsys.readouterr().out
    assert "git switch -c session-2020-05-02-port-blanc" in told
    library, problems = read(root)
    assert [p for p in problems if p.severity == "error"] == []
    page = library.by_uri["sessions/2020-05-02-port-blanc.md"]
    assert page.facts.participants.women == 12
    assert page.facts.sources == ("gazette-2020",)
    assert page.version("en").words.title == "A workshop in Green Bay"


def test_what_the_form_left_out_is_named(spoilt):
    root = spoilt()
    answers = {k: v for k, v in SESSION.items() if not k.endswith(".en")}
    answers |= {"place.town": "Kati l’Ancien", "sources": "https://www.example.net/a?b=c"}
    assert run(root, body(read(root)[0], "session", answers)) == 0
    left = {(p.uri, p.value("field") or p.code) for p in read(root)[1] if p.severity == "error"}
    english = "sessions/2020-05-02-kati-ancien.en.md"
    assert left >= {(english, "title"), (english, "summary"), ("lieux/lieux.yml", "names.en")}
    assert ("sources/sources.yml", "publisher") in left
    assert "example-net-2026" in (root / "docs/sources/sources.yml").read_text("utf-8")


def test_c10_a_correction_changes_that_text_and_nothing_else(spoilt):
    root = spoilt()
    path = root / "docs/membres/puits-ouverts.md"
    before = path.read_text("utf-8")
    answers = {"page": "https://example.org/v/membres/puits-ouverts/#objet", "now": "compte 1 500\npuits",
               "then": "compte 1 500 forages", "why": "gazette-2020"}  # fmt: skip
    assert run(root, body(read(root)[0], "correction", answers)) == 0
    assert path.read_text("utf-8") == before.replace("1 500 puits", "1 500 forages")
    assert run(root, body(read(root)[0], "correction", answers)) == 1


def test_a_source_and_a_term_are_rows(spoilt):
    root = spoilt()
    source = {"title": "Un: titre # étrange", "publisher": "Revue", "kind": "Recherche (academic)",
              "language": "fr", "date": "undated", "url": "https://example.org/x",
              "archived_url": "https://example.org/archive/x"}  # fmt: skip
    term = {"label.fr": "Nappe", "label.en": "Water table", "definition.fr": "Eau du sous-sol.",
            "definition.en": "Water under the ground.", "sources": "gazette-2020"}  # fmt: skip
    for name, answers in (("source", source), ("term", term)):
        assert run(root, body(read(root)[0], name, answers)) == 0
    library, problems = read(root)
    assert problems == []
    assert library.terms["nappe"].names["en"].label == "Water table"
    assert any(row.title == "Un: titre # étrange" for row in library.sources.values())


@pytest.mark.parametrize("text", ["", "Bonjour", "### Autre chose\n\nx\n"])
def test_a_text_that_is_no_form_is_refused(spoilt, text):
    assert run(spoilt(), text) == 1


@pytest.mark.parametrize("spoil", ["../../x", "a\n---\ntitle: b", "{{ x }}", "'\"", "- [", "null"])
def test_odd_answers_stay_answers(spoilt, spoil):
    root = spoilt()
    answers = SESSION | {"title.fr": spoil, "place.town": spoil, "dates.start": spoil}
    before = set(root.rglob("*"))
    run(root, body(read(root)[0], "session", answers))
    made = set(root.rglob("*")) - before - {root / "issue.md"}
    assert {path.parent for path in made} <= {root / "docs/sessions"}


def test_the_forms_are_the_models():
    library, _ = read(ROOT)
    for name, text in forms.files(library):
        assert (ROOT / name).read_text("utf-8") == text, "run: kb forms"
        data = yaml.safe_load(text)
        assert {"name", "description", "body"} <= set(data)
        ids = [item["id"] for item in data["body"] if "id" in item]
        labels = [item["attributes"]["label"] for item in data["body"] if "id" in item]
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels)
        assert all(
            isinstance(i["validations"]["required"], bool) for i in data["body"] if "id" in i
        )
