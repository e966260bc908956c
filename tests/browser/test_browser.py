"""The real site in a real Chromium: what people do with it, on a phone, without a mouse."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow


def test_a_page_asks_no_other_host_and_stores_nothing(phone, base):
    asked = []
    errors = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    phone.goto(base + "sessions/2024-02-29-bamako/")
    assert {url for url in asked if not url.startswith((base, "data:"))} == set()
    assert errors == []
    assert phone.evaluate("localStorage.length") == 0
    assert phone.context.cookies() == []


def test_the_language_switch_keeps_the_page_and_the_section(phone, base):
    phone.goto(base + "institutions/crss/#origine")
    phone.get_by_role("link", name="English").click()
    phone.wait_for_url("**/en/institutions/crss/#origine")
    assert phone.locator("html").get_attribute("lang") == "en"
    assert phone.locator("#origine").is_visible()


def test_an_acronym_is_explained_by_the_keyboard(phone, base):
    phone.goto(base + "institutions/crss/")
    button = phone.locator("button.term").first
    button.focus()
    phone.keyboard.press("Enter")
    card = phone.locator("#" + button.get_attribute("popovertarget"))
    assert card.is_visible()
    phone.keyboard.press("Escape")
    assert not card.is_visible()


def test_the_menu_opens_by_the_keyboard_and_without_a_script(browser, base):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(base)
    page.locator("details.menu summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Glossaire", exact=True).first.click()
    page.wait_for_url("**/glossaire/")
    context.close()


def test_the_theme_is_kept_only_when_chosen(phone, base):
    phone.goto(base)
    phone.locator("[data-theme-switch]").click()
    chosen = phone.evaluate("document.documentElement.dataset.theme")
    assert chosen == "dark"
    phone.reload()
    assert phone.evaluate("document.documentElement.dataset.theme") == chosen
    other = phone.context.new_page()
    other.goto(base + "en/")
    other.locator("html[data-theme=dark]").wait_for(state="attached")
    other.close()


ASKED_AT = """{ const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) { window.askedAt ??= performance.now(); return read.call(this, key); }; }"""
PAINTED_AT = "performance.getEntriesByName('first-paint')[0].startTime"


def test_the_storage_is_asked_only_once_something_is_seen(phone, base):
    phone.add_init_script(ASKED_AT)
    phone.goto(base)
    phone.wait_for_timeout(500)
    assert phone.evaluate("askedAt") > phone.evaluate(PAINTED_AT)


def test_a_citation_leads_to_its_source(phone, base):
    phone.goto(base + "institutions/crss/")
    phone.locator("a.cite").first.click()
    target = phone.url.rpartition("#")[2]
    assert phone.locator(f"[data-sources] #{target}").is_visible()
