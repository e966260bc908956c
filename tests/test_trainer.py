"""What a trainer needs of the files: results that say nothing of anyone, links that last."""

from __future__ import annotations

import csv
import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, read
from knowledge_base.exports.open_data import open_data
from knowledge_base.views.results import results

SESSION = "sessions/2021-06-port-blanc"
FEW = {"fr": "non publié (moins de 5)", "en": "not published"}


def test_every_module_is_whole():
    """Objectives, minutes that add up, exercises with what they need, eight questions and more."""
    library, _ = read(ROOT)
    assert len(library.modules) == 6
    for page in library.modules:
        facts = page.facts
        assert sum(exercise.minutes for exercise in facts.exercises) == facts.minutes
        assert all(exercise.group_size for exercise in facts.exercises)
        assert len(facts.quiz) >= 8, page.id
        assert facts.terms, page.id
        assert facts.documents, page.id
        assert "a-retenir" in {heading.id for heading in page.source.body.headings}
        for version in page.versions.values():
            words = version.words
            assert words.objectives
            assert words.notes
            assert all(one.needs and one.expect for one in words.exercises.values())
            feedback = [c.feedback for q in words.quiz.values() for c in q.choices.values()]
            assert all(feedback)


@pytest.mark.slow
@pytest.mark.parametrize("locale, prefix", [("fr", ""), ("en", "en/")])
def test_t6_results_are_totals_and_a_small_cell_is_nowhere(world_site, locale, prefix):
    page = LexborHTMLParser((world_site / prefix / SESSION / "index.html").read_text("utf-8"))
    told = page.css_first("#resultats + p").text()
    assert {"40", "38"} <= set(re.findall(r"\d+", told))
    assert re.search(r"0[.,]3\b.*0[.,]8\b.*\+0[.,]5\b", told), told  # before, after, gain
    table = page.css_first("#resultats ~ .scroll table")
    cells = [[td.text() for td in row.css("td")] for row in table.css("tbody tr")]
    assert [[re.findall(r"\d+", cell)[:2] for cell in row] for row in cells] == [
        [["12", "30"], ["30", "79"]],  # the hardest first
        [["20", "50"], ["5"]],
    ]
    assert FEW[locale] in cells[1][1]
    # Of those who knew when, 3 of 38 did not: neither number stands anywhere.
    data = json.loads((world_site / "data" / "sessions.json").read_text("utf-8"))
    rows = data["rows"] if isinstance(data, dict) else data
    own = next(row for row in rows if row["id"] == SESSION.rpartition("/")[2])
    assert own["assessment"]["questions"] == [
        {"id": "combien", "before": 12, "after": 30}, {"id": "quand", "before": 20},
    ]  # fmt: skip
    text = (world_site / "data" / "session-assessment-questions.csv").read_text("utf-8-sig")
    lines = list(csv.DictReader(text.splitlines()))
    assert [(row["before"], row["after"]) for row in lines] == [("12", "30"), ("20", "")]


@pytest.mark.parametrize("n, shown", [(4, False), (5, True)])
def test_t6_fewer_than_five_people_are_told_nowhere(spoilt, n, shown):
    root = spoilt()
    path = root / "docs" / f"{SESSION}.md"
    text = path.read_text("utf-8").replace("n_post: 38", f"n_post: {n}")
    path.write_text(re.sub(r"after: \d+", f"after: {n}", text), "utf-8")
    library, _ = read(root)
    page = library.records[SESSION.rpartition("/")[2]]
    for locale, few in FEW.items():
        view = results(library, page, locale)
        assert all((few in row.after) != shown for row in view.rows)
        assert bool(view.means) == shown
        assert (few in view.counted) != shown
    files = dict(open_data(library))
    table = files["data/session-assessment-questions.csv"]
    text = table if isinstance(table, str) else table.decode("utf-8-sig")
    after = {row["after"] for row in csv.DictReader(text.lstrip("\ufeff").splitlines())}
    assert after == ({str(n)} if shown else {""})
