"""The real site built in 2023 and in 2026: the plan runs, then has ended, and no page disagrees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, build, read
from knowledge_base.wording import wording

pytestmark = pytest.mark.slow
IN_2023 = "1686787200"  # 15 June
# What a page says of a plan by the day of the build, up to the date.
RUNNING = {
    locale: wording(locale)("plan.running", date="\0").split("\0")[0] for locale in ("fr", "en")
}
# Prose does not know the day of the build, and so must not say either.
TOLD = {
    "fr": r"\b(le|du) plan (est|a été) (fini|terminé|achevé|clos)|ans du plan sont (finis|passés)",
    "en": r"\b[Tt]he plan (is over|has ended|is finished)|plan’s three years are over",
}
ENDED = {locale: wording(locale)("plan.ended", date="\0").split("\0")[0] for locale in ("fr", "en")}


@pytest.fixture(scope="module")
def earlier(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("earlier") / "site"
    done = build(ROOT, target, SOURCE_DATE_EPOCH=IN_2023)
    assert done.returncode == 0, done.stderr
    return target


def pages(site: Path) -> Iterator[tuple[str, str, LexborHTMLParser]]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        yield (
            name,
            "en" if name.startswith("en/") else "fr",
            LexborHTMLParser(path.read_text("utf-8")),
        )


def said(site: Path) -> tuple[set[str], set[str]]:
    """The pages that say the plan runs, and those that say it has ended."""
    running, ended = set(), set()
    for name, locale, tree in pages(site):
        text = tree.body.text() if tree.body else ""
        if RUNNING[locale] in text:
            running.add(name)
        if (
            ENDED[locale] in text
            or re.search(TOLD[locale], text)
            or tree.css_first("[data-ended]") is not None
        ):
            ended.add(name)
    return running, ended


def wanted() -> set[str]:
    """The plan's page and each of its activities, in both languages."""
    library, _ = read(ROOT)
    paths = ["plan/index.html", *(f"plan/{a.id}/index.html" for a in library.activities)]
    return {f"{prefix}{path}" for prefix in ("", "en/") for path in paths}


def test_after_its_end_every_page_of_the_plan_says_so_and_none_that_it_runs(real_site):
    running, ended = said(real_site)
    assert running == set()
    assert wanted() <= ended


def test_a_page_gives_one_date_of_the_last_known_status(real_site):
    """An activity's own, in its state and in the notice that the plan has ended."""
    library, _ = read(ROOT)
    for activity in library.activities:
        tree = LexborHTMLParser((real_site / f"plan/{activity.id}/index.html").read_text("utf-8"))
        last = (
            tree.css_first("[data-ended]")
            .text()
            .rstrip(".")
            .partition("connu\N{NO-BREAK SPACE}: ")[2]
        )
        assert last
        assert tree.css_first("[data-as-of]").text().strip().endswith(last), activity.id


def test_before_its_end_no_page_says_that_it_has_ended(earlier):
    running, ended = said(earlier)
    assert ended == set()
    assert "plan/index.html" in running
    assert "en/plan/index.html" in running


def test_no_page_says_in_its_prose_what_only_the_build_knows(real_site):
    for name, locale, tree in pages(real_site):
        found = re.search(TOLD[locale], tree.body.text() if tree.body else "")
        assert found is None, (name, found.group())


def test_a_site_of_the_past_shows_and_gives_away_nothing_said_later(earlier):
    for name, _, tree in pages(earlier):
        for node in tree.css("[data-as-of]"):
            years = [
                int(word) for word in node.text().split() if word.isdecimal() and len(word) == 4
            ]
            assert all(year <= 2023 for year in years), (name, node.text())
    for record in json.loads((earlier / "data/activities.json").read_text("utf-8")):
        assert all(event["date"] < "2023-06-16" for event in record["events"]), record["id"]
