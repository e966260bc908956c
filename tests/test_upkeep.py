"""Pages are looked at again: by whom, when, and what is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conftest import read
from knowledge_base.model.upkeep import months_later
from knowledge_base.views.reviews import reviews
from test_translations import edit

FILE = "docs/membres/puits-ouverts.md"


@pytest.mark.parametrize("day, months, later", [
    (date(2025, 1, 31), 1, date(2025, 2, 28)), (date(2025, 12, 5), 1, date(2026, 1, 5)),
    (date(2025, 6, 1), 24, date(2027, 6, 1)),
])  # fmt: skip
def test_a_day_some_months_later(day, months, later):
    assert months_later(day, months) == later


def test_what_is_late_comes_first_with_the_role_that_answers(spoilt):
    root = spoilt()
    edit(root, FILE, ("kind:", "reviewed_on: 2024-01-10\nreview_in: 6\nowner: trainers\nkind:"))
    library, problems = read(root)
    assert [p.code for p in problems if p.uri in FILE] == ["review-passed"]
    (row,) = reviews(library, "fr", "").late
    assert (row.id, row.owner, row.reviewed, row.due) == (
        "puits-ouverts", "les formateurs", "10 janvier 2024", "10 juillet 2024")  # fmt: skip
    assert "1 page" in reviews(library, "fr", "").state
    before = replace(library, settings=replace(library.settings, today=date(2024, 7, 10)))
    assert reviews(before, "en", "").late == ()
    assert "puits-ouverts" in [r.id for r in reviews(before, "en", "").coming]


def test_an_owner_is_a_role_and_no_name(spoilt):
    root = spoilt()
    edit(root, FILE, ("kind:", "owner: Awa Diarra\nkind:"))
    assert "field-choice" in {p.code for p in read(root)[1]}
