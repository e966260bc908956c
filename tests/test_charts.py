"""Charts: what is drawn is what is counted, in words beside the drawing, and no share of a few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.edtf import parse
from knowledge_base.model.records import Participants
from knowledge_base.views.chart_months import UNKNOWN, column, months
from knowledge_base.views.charts import WIDEST, chart, grouped
from knowledge_base.views.session_figures import session_figures
from knowledge_base.views.timeline import timeline


def plain(text):
    """A text with ordinary spaces."""
    return " ".join(text.split())


SORTS = {"session": "Sessions", "milestone": "Repères"}


def with_participants(world, **told):
    """The world, its newest session with other participants."""
    newest = world.sessions[0]
    facts = newest.facts.model_copy(update={"participants": Participants(**told)})
    pages = tuple(replace(p, facts=facts) if p.id == newest.id else p for p in world.pages)
    return replace(world, pages=pages)


def test_a_bar_is_as_wide_as_its_number_and_the_words_say_the_same():
    made = chart("c", "Puits", [("2020", 1500), ("2021", 3000)], "fr")
    assert [bar.width for bar in made.bars] == [WIDEST // 2, WIDEST]
    assert plain(made.description) == "2020 : 1 500 ; 2021 : 3 000"
    assert chart("c", "Puits", [("2020", 1500)], "fr") is None


def test_groups_share_one_scale():
    made = grouped("g", "Qui", [("A", [("x", 2)]), ("B", [("x", 8)])], "en")
    assert [bar.width for bar in made.bars] == [round(WIDEST / 4), WIDEST]
    assert [h.text for h in made.headings] == ["A", "B"]
    assert plain(made.description) == "A (x: 2); B (x: 8)"
    assert len({bar.y for bar in made.bars} | {h.y for h in made.headings}) == 4


def test_there_is_a_square_for_each_session_of_its_year_and_kind(world):
    view = session_figures(world, "fr", "")
    drawn = {line.label: [one.kind for one in line.squares] for line in view.chart.lines}
    for page in world.sessions:
        drawn[str(page.facts.dates.start.year)].remove(page.facts.kind)
    assert not any(drawn.values())
    assert {line.label: line.total for line in view.chart.lines} == {
        year: total for year, _, total in view.rows
    }
    letters = [letter for _, letter, _ in view.chart.key]
    assert len(set(letters)) == len(letters)


def test_women_and_men_are_drawn_where_a_source_counts_them(world):
    people = session_figures(world, "fr", "").people
    assert {bar.label: bar.value for bar in people.chart.bars} == {"Femmes": "7", "Hommes": "11"}
    assert "1 (7 femmes, 11 hommes)" in people.text
    assert "15 janvier 2026" in people.text


def test_a_share_of_a_few_sessions_is_not_told(world):
    assert "%" not in session_figures(world, "fr", "").people.text


def test_no_men_told_beside_a_rest_unknown_is_not_a_count_of_none(world):
    people = session_figures(
        with_participants(world, total=60, women=40, not_stated=20), "fr", ""
    ).people
    assert people.rows[0].parts == ("40", "–", "20")
    assert plain(people.chart.description).startswith(
        "Port-Blanc, juin 2021 (Femmes : 40 ; Non précisé : 20)"
    )
    assert "1 (7 femmes, 11 hommes)" in people.text


def test_none_is_told_where_all_are_counted(world):
    people = session_figures(with_participants(world, total=12, women=12), "fr", "").people
    assert people.rows[0].parts == ("12", "0", "–")


@pytest.mark.parametrize(
    "date, at", [("2024-02-29", 1), ("2024-02", 1), ("2024-12~", 11), ("2024", UNKNOWN), ("2024~", UNKNOWN)]
)  # fmt: skip
def test_no_month_is_invented(date, at):
    assert column(parse(date)) == at


def test_marks_of_one_month_do_not_hide_one_another():
    moments = [(parse("2024-05"), "session")] * 5 + [(parse("2023"), "milestone")]
    made = months("m", "Mois", moments, SORTS, "fr")
    assert len({(mark.x, mark.y) for mark in made.marks}) == len(moments)
    bottom = {row.label: row.y + row.height for row in made.rows}["2024"]
    assert max(mark.y for mark in made.marks) < bottom <= made.height
    assert plain(made.description) == "2023 : Repères 1 ; 2024 : Sessions 5"


def test_the_timeline_draws_each_of_its_rows(world):
    view = timeline(world, "en", "")
    listed = sum(len(year.moments) for year in view.years)
    assert len(view.chart.marks) == listed
    assert f"{listed} rows" in view.note
    assert [row.label for row in view.chart.rows] == [year.year for year in view.years]
