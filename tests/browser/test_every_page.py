"""Every page of the real site asks no other host, keeps nothing, fits 320 px and has its headings in order."""

from __future__ import annotations

import re

import pytest
from looking import NARROW, faults, overflow, pages
from searching import served

pytestmark = pytest.mark.slow
PHONE = {"width": NARROW, "height": 640}


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_page_is_private_narrow_and_in_order(browser, base, real_site, locale):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked, wrong = [], {}
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    for uri in pages(real_site, locale):
        page.goto(base + uri)
        outside = [one for one in asked if not one.startswith((base, "data:"))]
        asked.clear()
        found = [*outside, *faults(page), *overflow(page)]
        if found:
            wrong[uri] = found
    assert (wrong, context.cookies()) == ({}, [])
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
