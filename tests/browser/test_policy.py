"""Every page of the site in a browser under its policy: nothing refused, nothing missing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow
REFUSED = """
addEventListener("securitypolicyviolation", function (event) {
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI);
});
"""


# A browser asks for this by itself where a page that stands alone names no picture of its own.
ICON = "/favicon.ico"


def _wrong(message):
    return message.type in {"error", "warning"} and not message.location["url"].endswith(ICON)


def _missing(response):
    return response.status >= 400 and not response.url.endswith(ICON)


@pytest.fixture(scope="module")
def watched(browser, base):
    """A page that notes what goes wrong on it."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.add_init_script(REFUSED)
    page = context.new_page()
    wrong = []
    page.on("console", lambda m: wrong.append(m.text) if _wrong(m) else None)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if _missing(r) else None)
    page.on(
        "request",
        lambda r: wrong.append(r.url) if not r.url.startswith((base, "data:")) else None,
    )
    yield page, wrong
    context.close()


def test_every_page_keeps_the_policy(watched, real_site, base):
    page, wrong = watched
    for path in sorted(real_site.rglob("*.html")):
        if path.name != "404.html" and "r" not in path.relative_to(real_site).parts:
            uri = path.relative_to(real_site).as_posix().removesuffix("index.html")
            page.goto(base + uri, wait_until="load")
            assert wrong == [], uri


def test_searching_and_the_theme_keep_the_policy(watched, base):
    page, wrong = watched
    page.goto(base)
    page.locator("[data-theme-switch]").click()
    page.locator("input[type=search]").fill("strategie")
    page.locator('[data-search-results][data-search-state="ready"]').wait_for()
    assert wrong == []


@pytest.mark.parametrize("storage", [
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})",
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
])  # fmt: skip
def test_the_site_works_where_storage_is_refused_or_full(browser, base, storage):
    context = browser.new_context()
    context.add_init_script(storage)
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.goto(base)
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.theme") in {"dark", "light"}
    page.locator("input[type=search]").fill("strategie")
    page.locator("[data-search-results] a[href]").first.wait_for()
    assert wrong == []
    context.close()


def test_a_page_works_without_scripts(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for prefix in ("", "en/"):
        page.goto(base + prefix)
        assert page.locator("h1").is_visible()
        link = page.locator("article a[href]").first
        address = link.evaluate("a => a.href")
        link.click()
        page.wait_for_url(address)
        assert page.locator("h1").is_visible()
    context.close()


def test_an_injected_script_is_refused(browser, base):
    """The test can fail: the policy itself stops what would slip through every gate."""
    page = browser.new_page()
    page.goto(base)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.bad = 1\">')"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.bad") is None
    page.close()
