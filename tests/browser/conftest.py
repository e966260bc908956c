"""One browser for all the tests that need one, and the real site as it is served."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright
from searching import ARGUMENTS, chromium, served

from conftest import ROOT, read


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)


@pytest.fixture(scope="session")
def base(real_site):
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def module():
    """The module that trainers' stories are lived with."""
    return read(ROOT)[0].records["la-strategie"]


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()
