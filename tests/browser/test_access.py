"""One page of each kind passes axe in every look; large text, forced colours, no motion, no mouse."""

from __future__ import annotations

import pytest
from looking import faults, in_every_look, one_of_each, overflow, violations

pytestmark = pytest.mark.slow
FEW = ["", "plan/", "institutions/crss/", "en/modules/la-reforme/", "404.html"]
MOVING = """() => [...document.querySelectorAll('*')].flatMap((one) => {
  const style = getComputedStyle(one);
  const moves = [style.transitionDuration, style.animationDuration].some((s) => parseFloat(s) > .01);
  return moves ? [one.outerHTML.slice(0, 80)] : [];
})"""
MARK = "getComputedStyle(document.querySelector('.status'), '::before').borderTopStyle"
DOUBLED = "() => { document.documentElement.style.fontSize = '200%'; }"
CLIPPED = """() => [...document.querySelectorAll('main *, header *')].filter((one) => {
  const style = getComputedStyle(one);
  return style.overflowY === 'hidden' && !one.matches('.said') && one.scrollHeight > one.clientHeight + 2;
}).map((one) => one.outerHTML.slice(0, 80))"""
FOCUSED = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  return { name: (one.textContent.trim() || one.type || ''), tag: one.localName,
           id: one.id, seen: one.matches(':focus-visible'), shown: box.width > 0 && box.right > 0 };
}"""


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_one_page_of_each_kind_passes_axe_in_every_look(browser, base, real_site, locale):
    page = browser.new_page()
    wrong = {}
    for uri in one_of_each(real_site, locale):
        page.goto(base + uri)
        found = list(in_every_look(page))
        if found:
            wrong[uri] = found
    assert wrong == {}
    page.close()


@pytest.mark.parametrize("path", FEW)
def test_doubled_text_loses_nothing(browser, base, path):
    page = browser.new_page(viewport={"width": 640, "height": 800})
    page.goto(base + path)
    page.evaluate(DOUBLED)
    assert overflow(page, 640) == []
    assert page.evaluate(CLIPPED) == []
    page.close()


@pytest.mark.parametrize("path", FEW)
def test_forced_colours_and_no_motion_lose_nothing(browser, base, path):
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(base + path)
    assert page.evaluate(MOVING) == []
    assert violations(page) == []
    if path == "plan/":
        assert page.evaluate(MARK) == "solid"
    context.close()


def reached(page, most=40):
    """What the tab key reaches in turn, and whether one sees where one is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["seen"], focused
        assert focused["shown"], focused
        yield focused


@pytest.mark.parametrize("path, skip, menu", [
    ("", "Aller au contenu", "Menu"), ("en/institutions/crss/", "Skip to content", "Menu"),
])  # fmt: skip
def test_the_keyboard_reaches_all_that_the_bar_offers(phone, base, path, skip, menu):
    phone.goto(base + path)
    wanted = {skip, menu, "search", "◐"} | {"Français" if path else "English"}
    found = []
    for focused in reached(phone):
        found.append(focused["name"])
        if wanted <= set(found):
            break
    assert found[0] == skip
    assert wanted <= set(found)


def test_the_skip_link_leads_to_the_text(phone, base):
    phone.goto(base + "plan/")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    assert phone.evaluate(FOCUSED)["id"] == "content"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('main') !== null")


def test_the_theme_and_the_language_change_by_keyboard(phone, base):
    phone.goto(base + "plan/")
    phone.locator("[data-theme-switch]").focus()
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.documentElement.dataset.theme") == "dark"
    phone.locator(".bar__languages a").first.focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/en/plan/")


def test_search_works_by_keyboard_alone(phone, base):
    phone.goto(base)
    phone.keyboard.press("/")
    phone.keyboard.type("strategie nationale")
    phone.locator("[data-search-results] a").first.wait_for()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/strategie/")


@pytest.mark.parametrize("path, own, other", [
    ("institutions/crss/", "fr", "en"), ("en/institutions/crss/", "en", "fr"),
])  # fmt: skip
def test_parts_in_another_language_say_so(phone, base, path, own, other):
    phone.goto(base + path)
    assert phone.locator("html").get_attribute("lang") == own
    assert phone.locator(".bar__languages a").first.get_attribute("lang") == other
    titles = phone.locator("[data-sources] cite")
    said = titles.evaluate_all("all => all.map((one) => one.lang)")
    assert said
    assert all(said)
    assert "fr" in said


def test_the_missing_page_speaks_each_language(phone, base):
    phone.goto(base + "404.html")
    parts = phone.locator("main section").evaluate_all("all => all.map((one) => one.lang)")
    assert parts == ["fr", "en"]


def test_the_checks_can_fail(phone, base):
    phone.goto(base + "a-propos/")
    phone.evaluate(
        "() => document.querySelector('article').insertAdjacentHTML('beforeend',"
        ' \'<h5>x</h5><img src="/assets/images/icon.svg" width="900"><table><tr><td>1</td></tr></table>\')'
    )
    assert any(found.startswith("image-alt") for found in violations(phone))
    assert len(faults(phone)) == 3
    assert overflow(phone)
