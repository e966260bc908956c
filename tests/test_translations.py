"""The state of translations, section by section: stories M1 to M10."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unicodedata
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, build, read
from knowledge_base.__main__ import main
from knowledge_base.commands.differing import by_words
from knowledge_base.exports.translations import written
from knowledge_base.front_matter_edit import with_fields
from knowledge_base.sections import of_body
from knowledge_base.states import states

FRENCH, ENGLISH = "docs/membres/puits-ouverts.md", "docs/membres/puits-ouverts.en.md"
BODY = """\
## Objet {#objet}

L’ONE compte 1 500 puits « ouverts » le 1er mars 2020.[^gazette-2020] Voir [le plan](../plan/index.md#contenu).

- un puits, deux puits
- trois puits

!!! note "À savoir"

    Le conseil en parle.

| An | Puits |
|---|---|
| 2020 | 1500 |
"""


def hashes(text, uri="membres/x.md"):
    return {section.key: section.hash for section in of_body(text, uri)}


@pytest.mark.parametrize("before, after", [
    ("compte 1 500 puits", "compte\n1 500 puits"),
    ("un puits, deux puits", "un puits,\n  deux puits"),
    ("Le conseil en parle.", "Le conseil\n    en parle."),
    ("« ouverts »", '"ouverts"'),
    ("« ouverts »", "«\u202fouverts\u202f»"),
    ("« ouverts »", "“ouverts”"),
    ("L’ONE", "L'ONE"),
    ("1 500", "1\u202f500"),
    ("1 500", "1\u00a0500"),
    ("../plan/index.md#contenu", "../ailleurs/plan/index.md#contenu"),
    ("../plan/index.md#contenu", "../plan.md#contenu"),
    ("|---|---|", "| ------ | ---: |"),
    ("À savoir", unicodedata.normalize("NFD", "À savoir")),
])  # fmt: skip
def test_how_a_text_is_set_makes_no_section_stale(before, after):
    assert before in BODY
    assert hashes(BODY.replace(before, after)) == hashes(BODY)


@pytest.mark.parametrize("before, after", [
    ("1 500", "1 501"), ("2020.", "2021."), ("#contenu", "#objet"), ("index.md", "autre.md"),
    ("gazette-2020", "gazette-2021"), ("À savoir", "À noter"), ("- trois", "1. trois"),
    ("le plan", "Le plan"), ("2020 | 1500", "2020 | 1501"), ("Objet {", "Buts {"),
])  # fmt: skip
def test_what_a_text_says_makes_its_section_stale(before, after):
    assert before in BODY
    assert hashes(BODY.replace(before, after)) != hashes(BODY)


def test_a_page_that_moves_with_its_links_makes_none_stale():
    moved = BODY.replace("../plan/", "../../plan/")
    assert hashes(moved, "membres/anciens/x.md") == hashes(BODY)


def edit(root, file, *pairs):
    path = root / file
    text = path.read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


def kb(root, *arguments):
    options = ["--config", str(root / "mkdocs.yml"), "--today", "2026-02-01"]
    return main([*arguments, *options])


def stale(root):
    library, _ = read(root)
    return {(s.page.id, row.key): row.words for s in states(library) for row in s.stale}


def test_the_order_of_keys_in_the_front_matter_changes_nothing(spoilt):
    root = spoilt()
    edit(root, FRENCH, ("kind: network\n", ""), ("title:", "kind: network\ntitle:"))
    assert stale(root) == {}


def test_m2_one_paragraph_makes_one_section_stale_and_no_other(spoilt):
    root = spoilt()
    edit(root, FRENCH, ("1 500 puits", "1 600 puits"))
    _, problems = read(root)
    assert stale(root) == {("puits-ouverts", "objet"): 13}
    assert {p.code for p in problems} == {"translation-stale", "parity-numbers"}


@pytest.mark.parametrize("before, after, key", [
    ("title: Forages", "title: Puits", ".title"),
    ("ont commencé", "commencent", ".events.debut"),
    ("Combien de puits", "Combien de forages", ".questions"),
])  # fmt: skip
def test_texts_of_the_front_matter_are_sections_too(spoilt, before, after, key):
    root = spoilt()
    edit(root, "docs/plan/forages.md", (before, after))
    assert list(stale(root)) == [("forages", key)]


def test_m3_accepting_wants_a_change_or_a_reason(spoilt, capsys):
    root = spoilt()
    edit(root, FRENCH, ("puits le", "puits ouverts le"))
    before = (root / ENGLISH).read_bytes()
    assert kb(root, "translations", "accept", "puits-ouverts#objet") == 1
    assert "--unchanged" in capsys.readouterr().out
    assert (root / ENGLISH).read_bytes() == before
    edit(root, ENGLISH, ("1,500 wells", "1,500 open wells"))
    assert kb(root, "translations", "accept", ENGLISH + "#objet", "--by", "relecteur") == 0
    assert stale(root) == {}
    text = (root / ENGLISH).read_text("utf-8")
    assert "reviewer: relecteur" in text
    rows = json.loads(written(read(root)[0]))["languages"]["en"]["by_page"]
    assert {r["id"]: r["reviewer"] for r in rows}["puits-ouverts"] == "relecteur"
    assert "objet: 2026-02-01 " in text
    assert text.count("2026-01-15") == 2


def test_two_sections_of_a_page_are_accepted_in_one_command(spoilt):
    root = spoilt()
    edit(root, FRENCH, ("puits le", "puits ouverts le"), ("title: Puits ouverts", "title: Puits"))
    edit(root, ENGLISH, ("wells", "open wells"), ("title: Open Wells", "title: Wells"))
    assert kb(root, "translations", "accept", "puits-ouverts#objet", "puits-ouverts#.title") == 0
    assert "translation-stale" not in {p.code for p in read(root)[1]}


def test_m3_accepting_unchanged_keeps_the_reason_and_shows_it(spoilt):
    root = spoilt()
    edit(root, FRENCH, ("compte", "dénombre"))
    assert kb(root, "translations", "accept", "puits-ouverts", "--unchanged", "même sens") == 0
    library, _ = read(root)
    row = json.loads(written(library))["languages"]["en"]["by_page"]
    assert next(r for r in row if r["id"] == "puits-ouverts")["unchanged"] == {"objet": "même sens"}


def test_a_translation_never_recorded_is_told_gently_and_recorded_at_once(spoilt):
    root = spoilt()
    path = root / ENGLISH
    path.write_text(with_fields(path.read_text("utf-8"), {"source": {}, "accepted": {}}), "utf-8")
    _, problems = read(root)
    assert [(p.code, p.severity) for p in problems] == [("translation-unrecorded", "warning")]
    assert kb(root, "check") == 0
    edit(root, "docs/plan/forages.md", ("title: Forages", "title: Puits"))
    assert kb(root, "translations", "accept", "--all") == 0
    assert list(stale(root)) == [
        ("forages", ".title")
    ]  # what is stale is not made clean by the way


def test_a_translation_with_errors_is_not_accepted(spoilt, capsys):
    root = spoilt()
    edit(root, FRENCH, ("1 500", "1 600"))
    assert kb(root, "translations", "accept", "puits-ouverts", "--unchanged", "x") == 1
    assert "kb check" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [
    ["accept"], ["diff"], ["accept", "puits-ouvert"], ["accept", "puits-ouverts#nulle-part"],
])  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_line(spoilt, capsys, arguments):
    assert kb(spoilt(), "translations", *arguments) == 1
    told = capsys.readouterr()
    assert len(told.out.strip().split("\n")) == 1
    assert told.err == ""


def git(root, *arguments):
    identity = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                for what, value in (("NAME", "a"), ("EMAIL", "a@example.org"))}  # fmt: skip
    command = ["git", "-c", "commit.gpgsign=false", *arguments]
    subprocess.run(
        command, cwd=root, check=True, capture_output=True, env={**os.environ, **identity}
    )


def test_what_changed_is_shown_word_by_word_from_the_history(spoilt, capsys):
    root = spoilt()
    edit(root, FRENCH, ("puits le", "puits ouverts le"))
    assert kb(root, "translations", "diff", "puits-ouverts") == 0
    assert "historique" in capsys.readouterr().out  # there is none yet: said, and no guess made
    edit(root, FRENCH, ("puits ouverts le", "puits le"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "un")
    edit(root, FRENCH, ("puits le", "puits ouverts le"))
    git(root, "commit", "-qam", "deux")
    edit(root, FRENCH, ("compte", "dénombre"))
    assert kb(root, "translations", "diff", "puits-ouverts#objet", "--lang", "en") == 0
    told = capsys.readouterr().out
    assert f"{ENGLISH}:14 #objet" in told
    assert "[-compte-] {+dénombre+}" in told
    assert "{+ouverts+}" in told


def test_words_taken_out_and_put_in():
    assert by_words("a b c", "a x c d") == "a [-b-] {+x+} c {+d+}"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_setting_a_field_leaves_every_other_byte(end):
    text = end.join(["---", "title: A # note", "source:", "  a: 1", "list:", "- x", "---", "", "B"])
    changed = with_fields(text, {"source": {"a": "2"}, "reviewer": "r"})
    wanted = [
        "---",
        "title: A # note",
        "source:",
        "  a: 2",
        "list:",
        "- x",
        "reviewer: r",
        "---",
        "",
        "B",
    ]
    assert changed == end.join(wanted)
    assert with_fields(changed, {"reviewer": ""}) == end.join([*wanted[:6], *wanted[7:]])


def test_m8_the_figures_need_no_history(spoilt, tmp_path):
    root = spoilt()
    edit(root, FRENCH, ("puits le", "puits ouverts le"))
    library, _ = read(root)
    plain = written(library)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "un")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(clone))
    for copy in (root, clone):
        assert written(read(copy)[0]) == plain
    shutil.rmtree(clone / ".git")
    assert written(read(clone)[0]) == plain


def test_m5_a_heading_without_counterpart_is_named(spoilt):
    root = spoilt()
    edit(root, FRENCH, ("## Objet", "## Avant {#avant}\n\nTexte.\n\n## Objet"))
    _, problems = read(root)
    found = [p for p in problems if p.code == "parity-headings"]
    assert [(p.value("own"), p.value("source")) for p in found] == [("## {#objet}", "## {#avant}")]


@pytest.mark.slow
def test_m2_m10_the_page_the_data_and_the_markers_agree(spoilt, tmp_path):
    root = spoilt()
    edit(root, FRENCH, ("puits le", "puits ouverts le"), ("Puits ouverts, en", "Des puits, en"))
    edit(root, "docs/plan/forages.md", ("ont commencé", "commencent"))
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    pages = {p: LexborHTMLParser(p.read_text("utf-8")) for p in site.rglob("index.html")}
    marked = {
        (p.parent.name, m.attributes["data-stale"])
        for p, t in pages.items()
        for m in t.css("[data-stale]")
    }
    assert marked == {
        ("puits-ouverts", "objet"),
        ("puits-ouverts", ".summary"),
        ("forages", ".events.debut"),
    }
    own = pages[site / "en/membres/puits-ouverts/index.html"]
    marker = own.css_first("h2#objet + [data-stale]")
    assert marker.attributes["lang"] == "en"
    assert marker.css_first("a").attributes["href"] == "../../../membres/puits-ouverts/#objet"
    data = json.loads((site / "data/translations.json").read_text("utf-8"))["languages"]["en"]
    table = pages[site / "traductions/index.html"].css_first("[data-language=en]")
    assert (
        data["stale_sections"]
        == 3
        == int(table.css_first("[data-stale-count]").attributes["data-stale-count"])
    )
    assert data["words_to_do"] == int(table.css_first("[data-words]").attributes["data-words"])
    assert data["words_to_do"] == sum(stale(root).values())
    assert data["oldest_stale"] == "2026-01-15"
    assert len(table.css("tbody tr")) == data["pages"] == sum(data["states"].values())


@pytest.mark.slow
def test_m1_a_fallback_is_declared_shown_and_listed_until_it_runs_out(spoilt, tmp_path):
    root = spoilt()
    (root / ENGLISH).unlink()
    assert {p.code for p in read(root)[1]} == {"translation-missing"}
    edit(root, FRENCH, ("kind:", "fallback:\n  reason: à traduire\n  until: 2026-06-01\nkind:"))
    assert read(root)[1] == []
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    data = json.loads((tmp_path / "site/data/translations.json").read_text("utf-8"))
    assert data["languages"]["en"]["states"]["fallback"] == 1
    path = tmp_path / "site/en/membres/puits-ouverts/index.html"
    tree = LexborHTMLParser(path.read_text("utf-8"))
    assert tree.css_first("[data-fallback]")
    assert tree.css_first("article").attributes["lang"] == "fr"
    library, problems = read(root, date(2026, 6, 2))
    assert {p.code for p in problems} == {"fallback-expired"}
    assert library.today == date(2026, 6, 2)
