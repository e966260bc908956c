"""What someone does who answers for the reform with a phone: an activity, the plan, a message."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.slow
ACTIVITY = "plan/deploiement-ccs/"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_status_date_and_source_are_in_the_first_screen(phone, base, prefix):
    """A5."""
    phone.goto(base + prefix + ACTIVITY)
    standing = phone.locator(".standing")
    for part in ("[data-status]", "[data-as-of]", "a.cite"):
        box = standing.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= 640, part
    assert standing.locator("[data-status]").inner_text().strip()
    assert re.search("20[0-9]{2}", standing.locator("[data-as-of]").inner_text())
    mark = standing.locator("a.cite").first
    target = mark.get_attribute("href")
    mark.click()
    phone.wait_for_url("**" + target)
    source = phone.locator(f"[data-sources] {target}")
    assert source.is_visible()
    assert re.search("20[0-9]{2}", source.inner_text())
    assert source.locator(".badge").inner_text().strip()


def test_the_plan_counts_its_records_and_its_table(phone, base):
    """A6."""
    phone.goto(base + "plan/")
    told = [int(text) for text in phone.locator(".tally strong").all_inner_texts()]
    assert sum(told) == phone.locator("[data-plan-table] tbody tr").count()
    assert phone.locator(".tally .status--no-information").count() == 1
    assert "%" not in phone.locator(".tally").inner_text()
    text = phone.request.get(base + "data/activities-semicolon.csv").body().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len([r for r in rows if r["plan"] == "plan-actions-2022-2024"]) == sum(told)


def test_an_activity_of_an_ended_plan_says_so(phone, base):
    """A7; a site built before that day is read in `test_ended.py`."""
    for path in ("plan/", ACTIVITY, "en/plan/", "en/" + ACTIVITY):
        phone.goto(base + path)
        notice = phone.locator("[data-ended]").first.inner_text()
        assert "2024" in notice


@pytest.mark.parametrize("prefix, word", [("", "2025"), ("en/", "2025")])
def test_an_activity_is_sent_without_a_script(browser, base, prefix, word):
    """A10."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + prefix + ACTIVITY)
    link = page.locator('a[href^="https://wa.me/?text="]').get_attribute("href")
    text = parse_qs(urlsplit(link).query)["text"][0]
    assert len(text) <= 300
    assert text.startswith(page.locator("h1").inner_text().strip())
    assert page.locator(".standing [data-status]").inner_text() in text
    assert word in text
    assert text.endswith("/r/deploiement-ccs/")
    context.close()
