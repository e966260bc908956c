"""What keeps a translation honest, as its maintainer lives it: stories M1 to M10 that others leave open."""

from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, build, read
from knowledge_base.exports.translations import written
from test_translations import ENGLISH, FRENCH, edit, git, kb

GLOSSARY = "docs/glossaire/termes.yml"


def added(root, french, english):
    edit(
        root, FRENCH, ("## Objet {#objet}", f"## Rôle {{#role}}\n\n{french}\n\n## Objet {{#objet}}")
    )
    edit(
        root,
        ENGLISH,
        ("## Purpose {#objet}", f"## Role {{#role}}\n\n{english}\n\n## Purpose {{#objet}}"),
    )


def test_m6_an_approved_term_that_is_not_used_is_told_with_its_section(spoilt):
    root = spoilt()
    added(root, "Le réseau défend la redevabilité.", "The network defends responsibility.")
    (found,) = [p for p in read(root)[1] if p.code == "term-not-approved"]
    assert (found.uri, found.severity) == ("membres/puits-ouverts.en.md", "warning")
    told = [found.value(name) for name in ("section", "term", "approved")]
    assert told == ["role", "Redevabilité", "Accountability"]
    line = (root / ENGLISH).read_text("utf-8").split("\n")[found.line - 1]
    assert "responsibility" in line or "{#role}" in line


@pytest.mark.parametrize(
    "english", ["Accountability is its aim.", "It wants an accountable State."]
)
def test_m6_the_approved_term_or_a_form_of_it_is_right(spoilt, english):
    root = spoilt()
    added(root, "Le réseau défend la redevabilité.", english)
    assert "term-not-approved" not in {p.code for p in read(root)[1]}


def test_m5_two_sections_that_changed_places_are_named(spoilt):
    root = spoilt()
    added(root, "Le réseau agit.", "The network acts.")
    assert "parity-headings" not in {p.code for p in read(root)[1]}
    text = (root / ENGLISH).read_text("utf-8")
    head, role, purpose = (
        text.partition("## Role")[0],
        *text.partition("## Role")[2].split("## Purpose"),
    )
    swapped = f"{head}## Purpose{purpose}\n## Role{role}"
    (root / ENGLISH).write_text(swapped, "utf-8")
    found = [p for p in read(root)[1] if p.code == "parity-headings"]
    assert {(p.value("own"), p.value("source")) for p in found} >= {("## {#objet}", "## {#role}")}
    assert all(p.severity == "error" for p in found)


def test_m8_the_figures_outlive_a_squash_and_a_rebase(spoilt):
    root = spoilt()
    git(root, "init", "-q", "-b", "base")
    git(root, "add", ".")
    git(root, "commit", "-qm", "un")
    git(root, "switch", "-qc", "travail")
    edit(root, FRENCH, ("puits le", "puits ouverts le"))
    git(root, "commit", "-qam", "deux")
    edit(root, "docs/plan/forages.md", ("ont commencé", "commencent"))
    git(root, "commit", "-qam", "trois")
    plain = written(read(root)[0])
    assert json.loads(plain)["languages"]["en"]["stale_sections"] == 2
    git(root, "switch", "-q", "base")
    edit(root, "docs/a-propos.md", ("summary:", "review_in: 12\nreviewed_on: 2026-01-10\nsummary:"))
    git(root, "commit", "-qam", "ailleurs")
    git(root, "switch", "-q", "travail")
    git(root, "rebase", "-q", "base")
    assert written(read(root)[0]) == plain
    git(root, "switch", "-q", "base")
    git(root, "merge", "-q", "--squash", "travail")
    git(root, "commit", "-qm", "en un")
    assert written(read(root)[0]) == plain


@pytest.mark.slow
def test_m1_m3_a_reason_is_on_the_status_page_and_a_fallback_points_to_its_source(spoilt, tmp_path):
    root = spoilt()
    edit(root, FRENCH, ("compte", "dénombre"))
    assert kb(root, "translations", "accept", "puits-ouverts", "--unchanged", "même sens") == 0
    (root / "docs/membres/amis-de-l-eau.en.md").unlink()
    edit(
        root,
        "docs/membres/amis-de-l-eau.md",
        ("kind:", "fallback:\n  reason: à traduire\n  until: 2026-06-01\nkind:"),
    )
    site = tmp_path / "site"
    done = build(root, site, SOURCE_DATE_EPOCH=EPOCH, SITE_URL="https://example.org/")
    assert done.returncode == 0, done.stderr

    def page(path):
        return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))

    assert "même sens" in page("traductions").body.text()
    assert page("traductions").css("tr[data-state=fallback]")
    canonical = page("en/membres/amis-de-l-eau").css_first("link[rel=canonical]")
    assert canonical.attributes["href"] == "https://example.org/membres/amis-de-l-eau/"
