"""The archive of the site, unzipped on a machine without a network, opened from its disk."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from searching import DONE
from test_training import ANSWER, MODULE, chosen, marked

from knowledge_base.model import kit

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(real_site, tmp_path_factory) -> Path:
    """Where a reader has unzipped it; the name has what names of folders have."""
    unzipped = tmp_path_factory.mktemp("clé d’été (1)")
    with zipfile.ZipFile(real_site / "hors-ligne.zip") as archive:
        archive.extractall(unzipped)
    return unzipped / "hors-ligne"


@pytest.fixture
def reader(browser):
    """A phone without a network; nothing is asked of a host, and the console stays silent."""
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 640})
    asked, told = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    yield context.new_page()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert told == []
    context.close()


def here(page, folder: Path) -> str:
    return page.url.removeprefix(folder.as_uri() + "/")


@pytest.mark.parametrize("path, said", [
    ("donnees/", r"\(\d,\d Mo\)"), ("en/donnees/", r"\(\d\.\d MB\)"),
    ("modules/", r"\(\d,\d Mo\)"), ("en/modules/", r"\(\d\.\d MB\)"),
])  # fmt: skip
def test_a9_its_size_is_told_where_it_is_offered(phone, base, path, said):
    phone.goto(base + path)
    offered = phone.locator("[data-offline]")
    size = re.search(r"\d[.,]\d", offered.inner_text())[0].replace(",", ".")
    assert re.search(said, offered.inner_text().replace("\u202f", " ").replace("\xa0", " "))
    with phone.expect_download() as taken:
        offered.locator("a").click()
    weight = Path(taken.value.path()).stat().st_size
    assert round(weight / 1e6, 1) == float(size)
    assert weight <= 3_000_000


@pytest.mark.parametrize("prefix, other, word", [("", "en/", "comité"), ("en/", "", "committee")])
def test_a9_navigation_search_and_language(reader, folder, prefix, other, word):
    reader.goto((folder / prefix / "index.html").as_uri())
    assert "rgb" in reader.evaluate("getComputedStyle(document.querySelector('.bar')).color")
    reader.locator("header .menu summary").click()
    reader.locator('header .menu a[href*="institutions/"]').click()
    assert here(reader, folder) == f"{prefix}institutions/index.html"
    reader.locator(".bar__languages a").click()
    assert here(reader, folder) == f"{other}institutions/index.html"
    reader.go_back()
    reader.locator("input[type=search]").fill(word)
    reader.locator(DONE).wait_for(state="attached")
    reader.locator("[data-search-results] a").first.click()
    assert here(reader, folder).startswith(f"{prefix}institutions/")
    assert reader.locator("[data-summary]").is_visible()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a9_a_search_sent_from_its_field_is_answered(reader, folder, prefix):
    reader.goto((folder / prefix / "index.html").as_uri())
    reader.locator("input[type=search]").fill("CCS")
    reader.locator(DONE).wait_for(state="attached")
    reader.locator("input[type=search]").press("Enter")
    reader.wait_for_url("**/a-z/index.html?q=CCS")
    reader.locator(DONE).wait_for(state="attached")
    reader.locator("input[type=search]").fill("CRSS")
    reader.wait_for_url("**/a-z/index.html?q=CRSS")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a9_t7_test_and_slides(reader, folder, module, prefix):
    reader.goto((folder / prefix / MODULE / "index.html").as_uri())
    reader.evaluate(ANSWER, chosen(module, 1))
    assert marked(reader)[0] == len(module.facts.quiz) - 1
    reader.locator(f'nav.kit a[href="{kit.SLIDES}"]').click()
    reader.wait_for_selector("[data-now=true]", state="attached")
    first = reader.locator("[data-now=true]").get_attribute("id")
    reader.keyboard.press("ArrowRight")
    assert reader.locator("[data-now=true]").get_attribute("id") != first
    with reader.context.expect_page() as opened:
        reader.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector("[data-view=notes]", state="attached")
    reader.locator("nav.deck__bar a").first.click()
    assert here(reader, folder) == f"{prefix}{MODULE}index.html"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_plan_is_filtered_from_a_disk(reader, folder, prefix):
    reader.goto((folder / prefix / "plan/index.html").as_uri())
    rows = reader.locator("[data-plan-table] tbody tr:visible")
    before = rows.count()
    reader.locator("[data-plan-filter] select").first.select_option(index=1)
    assert 0 < rows.count() < before
