"""Every page of the real site asks no other host, keeps nothing and fits 320 px; each kind passes axe."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from searching import served

pytestmark = pytest.mark.slow
NARROW = {"width": 320, "height": 640}


def pages(site, locale):
    """The path of every page that is read, short links left out."""
    uris = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    own = (uri for uri in uris if uri.startswith("en/") == (locale == "en"))
    return [uri.removesuffix("index.html") for uri in own if not uri.startswith(("r/", "en/r/"))]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_no_page_asks_another_host_keeps_anything_or_scrolls_sideways(
    browser, base, real_site, locale
):
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append((page.url, request.url)))
    page.on("pageerror", lambda error: errors.append((page.url, str(error))))
    wide, kept = [], []
    for uri in pages(real_site, locale):
        page.goto(base + uri)
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
            wide.append(uri)
        if page.evaluate("localStorage.length + sessionStorage.length"):
            kept.append(uri)
    outside = [one for one in asked if not one[1].startswith((base, "data:"))]
    assert (wide, kept, outside, errors, context.cookies()) == ([], [], [], [], [])
    context.close()


@pytest.mark.parametrize("width, scheme", [(360, "dark"), (1280, "light")])
def test_one_page_of_each_kind_passes_axe(browser, base, real_site, width, scheme):
    """In one language with one theme and width, in the other with the other."""
    kinds = {}
    for uri in pages(real_site, "en" if scheme == "dark" else "fr"):
        folder, _, name = uri.rpartition("/")
        deep = "/".join(folder.split("/")[:-1]) if not name else folder.rpartition("/")[0]
        kinds.setdefault((deep, name), uri)
    view = {"width": width, "height": 900}
    context = browser.new_context(viewport=view, color_scheme=scheme)
    page = context.new_page()
    found = []
    for uri in kinds.values():
        page.goto(base + uri)
        violations = Axe().run(page).response["violations"]
        found += [(uri, one["id"], one["nodes"][0]["html"][:150]) for one in violations]
    assert found == []
    context.close()


def test_the_site_works_under_a_path(browser, real_site, tmp_path):
    (tmp_path / "some" / "path").mkdir(parents=True)
    (tmp_path / "some" / "path" / "site").symlink_to(real_site)
    with served(tmp_path) as address:
        page = browser.new_page()
        lost = []
        page.on("response", lambda answer: lost.append(answer.url) if answer.status > 399 else None)
        page.goto(address + "some/path/site/en/sessions/2024-02-29-bamako/")
        page.locator(".bar__languages a").first.click()
        page.wait_for_url("**/some/path/site/sessions/2024-02-29-bamako/")
        page.locator(".bar__name").click()
        page.wait_for_url("**/some/path/site/")
        page.locator("input[type=search]").fill("bamako")
        page.locator("[data-search-results] a").first.click()
        page.wait_for_url(re.compile(r"/some/path/site/.+/"))
        assert lost == []
        page.close()


def test_pages_read_without_colours_and_without_motion(browser, base):
    context = browser.new_context(forced_colors="active", reduced_motion="reduce", viewport=NARROW)
    page = context.new_page()
    page.goto(base + "plan/")
    mark = "getComputedStyle(document.querySelector('.status'), '::before').borderTopStyle"
    assert page.evaluate(mark) == "solid"
    moving = """[...document.querySelectorAll('*')].filter((one) =>
      parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
    assert page.evaluate(moving) == 0
    context.close()
