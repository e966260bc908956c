"""The search as its readers live it: right, light, by keyboard, without a script, from disk."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from searching import DONE, FIRST, NO_PAUSE, Reader, rank, served

from grown import grown
from knowledge_base import settings
from knowledge_base.load import load
from knowledge_base.search.entries import entries
from knowledge_base.search.files import index_of

pytestmark = pytest.mark.slow
TESTS = Path(__file__).parent.parent
QUERIES = yaml.safe_load((TESTS / "search" / "queries.yml").read_text("utf-8"))
FOLDING = yaml.safe_load((TESTS / "search" / "folding.yml").read_text("utf-8"))


@pytest.fixture
def phone(phone):
    phone.add_init_script(NO_PAUSE)
    return phone


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_right_page_comes_first_and_never_one_of_another_language(
    phone, base, real_site, locale
):
    prefix = "" if locale == "fr" else "en/"
    reader = Reader(phone, base, real_site, prefix)
    ranks = {}
    for query, expected in QUERIES[locale].items():
        paths = reader.search(str(query))
        assert all(path.startswith("en/") == (locale == "en") for path in paths), query
        ranks[query] = rank(paths, expected, prefix)
    late = [query for query, place in ranks.items() if not 1 <= place <= 3]
    assert len(late) <= 0.02 * len(ranks), late
    assert sum(place == 1 for place in ranks.values()) >= 0.9 * len(ranks)


def test_words_are_folded_as_the_generator_folds_them(phone, base, real_site):
    Reader(phone, base, real_site, "").search("rss")
    folded = {text: phone.evaluate("text => found.fold(text)", text) for text in FOLDING}
    assert folded == FOLDING


def test_a_search_costs_nothing_before_and_little_after(phone, base, real_site):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    reader = Reader(phone, base, real_site, "plan/")
    assert not [url for url in asked if url.endswith("search.js") or "assets/search/" in url]
    reader.search("formation comite bamako")
    costs = [reader.bytes()]
    for query in ("redevabilite", "police de proximité", "qui préside le ccs", "mopti 2025"):
        reader.search(query)
        costs.append(reader.bytes())
    assert costs[0] <= 40_000, costs
    assert max(costs[1:]) <= 10_000, costs


def test_first_results_need_the_script_and_the_head_alone(browser, base, real_site):
    page = browser.new_page()  # with the pauses that a reader has
    reader = Reader(page, base, real_site, "")
    reader.search("strategie nationale rss", FIRST)
    assert reader.bytes() <= 15_000
    page.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_results_are_accessible_and_fit_a_small_phone_and_large_text(
    browser, base, real_site, prefix
):
    for width, size in ((320, "100%"), (360, "200%"), (1280, "100%")):
        context = browser.new_context(viewport={"width": width, "height": 640})
        page = context.new_page()
        reader = Reader(page, base, real_site, prefix)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        reader.search("ccs bamako")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
        context.close()


def test_the_whole_search_by_keyboard(phone, base, real_site):
    reader = Reader(phone, base, real_site, "methode/")
    phone.keyboard.press("/")
    assert reader.field.evaluate("field => field === document.activeElement")
    reader.search("crss")
    assert reader.field.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("ArrowDown")
    active = phone.locator("#" + reader.field.get_attribute("aria-activedescendant"))
    assert active.get_attribute("aria-selected") == "true"
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("Escape")
    assert reader.field.get_attribute("aria-expanded") == "false"
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/institutions/crss/**")


def test_the_count_is_told_and_filters_narrow_it(phone, base, real_site):
    reader = Reader(phone, base, real_site, "")
    reader.search("bamako formation")
    total = int(phone.locator("[role=status]").inner_text().split()[0])
    phone.locator("select[name=kind]").select_option("Session")
    fewer = int(phone.locator("[role=status]").inner_text().split()[0])
    assert 0 < fewer < total
    kinds = phone.locator(".hit__about").all_inner_texts()
    assert {kind.split(" · ")[0] for kind in kinds} == {"Session"}


def test_a_name_in_the_other_language_is_told(phone, base, real_site):
    Reader(phone, base, real_site, "").search("security advisory committee")
    assert "security advisory committee" in phone.locator(".hit__name").first.inner_text()


def test_where_nothing_is_found_other_ways_are_shown(phone, base, real_site):
    reader = Reader(phone, base, real_site, "")
    reader.search("xyzzyx")
    assert phone.locator("[data-search-state=empty]").count() == 1
    phone.get_by_role("link", name="Chercher en anglais").click()
    phone.wait_for_url("**/en/a-z/?q=xyzzyx")


def test_a_search_has_an_address(phone, base, real_site):
    reader = Reader(phone, base, real_site, "a-z/?q=redevabilite")
    phone.locator(DONE).wait_for(state="attached")
    assert phone.locator("article [data-search-results] a").count() >= 3
    reader.search("crss")
    assert phone.url.endswith("?q=crss")
    phone.emulate_media(media="print")
    assert phone.locator("article [data-search-results] a").first.is_visible()


def test_without_a_script_the_field_leads_to_the_index(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "plan/")
    page.locator("input[type=search]").fill("crss")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z/?q=crss")
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_without_a_script_every_record_is_two_links_away(browser, base, real_site, prefix):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + prefix)
    page.locator("header a[href*='a-z']").click()
    # The whole page: on a busy machine its first half is there well before its last.
    page.wait_for_url("**/a-z/", wait_until="load")
    hrefs = page.locator("article a[href]").evaluate_all(
        "all => all.map(a => a.href.split('#')[0])"
    )
    for kind in ("sessions", "documents", "membres", "institutions", "plan"):
        records = [folder.name for folder in (real_site / kind).iterdir() if folder.is_dir()]
        missing = [name for name in records if f"{base}{prefix}{kind}/{name}/" not in hrefs]
        assert len(records) >= 10
        assert missing == []
    context.close()


def test_the_search_works_from_disk(browser, real_site):
    page = browser.new_page()
    page.add_init_script(NO_PAUSE)
    page.goto((real_site / "index.html").as_uri())
    page.locator("input[type=search]").fill("crss")
    page.wait_for_selector("[data-search-state=ready] a")
    assert "institutions/crss" in page.locator("[data-search-results] a").first.get_attribute(
        "href"
    )
    page.close()


@pytest.fixture(scope="module")
def large_site(real_site, tmp_path_factory):
    """The real site, with the index of two thousand pages."""
    copy = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(real_site, copy)
    library = load(settings.read(TESTS.parent / "mkdocs.yml", date(2026, 1, 15)))[0]
    shutil.rmtree(copy / "assets" / "search" / "fr")
    (copy / "assets" / "search" / "fr").mkdir()
    for path, content in index_of(library, "fr", grown(entries(library, "fr"), 2000)):
        (copy / path).write_text(content, "utf-8")
    return copy


def test_among_two_thousand_pages_names_are_found_for_few_bytes(phone, large_site):
    with served(large_site) as base:
        reader = Reader(phone, base, large_site, "")
        reader.search("formation comite bamako")
        assert reader.bytes() <= 60_000
        assert phone.locator("[data-search-results] a").count() > 0
        ranks = {
            query: rank(reader.search(str(query)), expected, "")
            for query, expected in QUERIES["fr"].items()
        }
    late = [query for query, place in ranks.items() if not 1 <= place <= 3]
    assert len(late) <= 0.05 * len(ranks), late
