"""Going back shows the page again from memory: no request, no script that starts anew."""

from __future__ import annotations

import pytest
from searching import ARGUMENTS, chromium

from knowledge_base.model.policy import netlify, nginx

pytestmark = pytest.mark.slow
# Playwright turns the memory off, as it tells of no navigation there; the page itself still says.
OFF = "--disable-back-forward-cache"
PLACES = ("", "plan/", "sessions/2024-02-29-bamako/", "modules/les-ccs/", "en/a-z/?q=ccs")


@pytest.fixture(scope="module")
def remembering(browser):
    own = browser.browser_type.launch(
        executable_path=chromium(), args=ARGUMENTS, ignore_default_args=[OFF]
    )
    yield own
    own.close()


@pytest.mark.parametrize("uri", PLACES)
def test_going_back_is_from_memory(remembering, base, uri):
    page = remembering.new_page()
    page.goto(base + uri)
    page.evaluate("addEventListener('pageshow', (event) => { window.again = event.persisted })")
    page.locator(".foot nav a").first.click()
    page.wait_for_selector("article[data-page$='a-propos/']")
    page.evaluate("history.back()")
    page.wait_for_selector(f"article[data-page='{uri.partition('?')[0]}']")
    assert page.evaluate("window.again") is True, page.evaluate(
        "performance.getEntriesByType('navigation')[0].notRestoredReasons"
    )
    page.close()


def test_no_header_forbids_it():
    assert "no-store" not in netlify() + nginx()
