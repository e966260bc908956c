"""One browser for all the tests that need one, and the real site as it is served."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import sync_playwright
from searching import ARGUMENTS, chromium, served


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        # What tests evaluate in a page is not the page's; test_policy.py keeps the policy.
        for name in ("new_context", "new_page"):
            setattr(one, name, partial(getattr(one, name), bypass_csp=True))
        yield one


@pytest.fixture(scope="session")
def base(real_site):
    with served(real_site) as address:
        yield address


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()
