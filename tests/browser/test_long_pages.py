"""What a long page puts off is laid out soon, and nothing moves under the reader's eyes."""

from __future__ import annotations

import re

import pytest
from looking import PUT_OFF, laid_out, one_of_each

from conftest import ROOT

pytestmark = pytest.mark.slow
LONG = ("glossaire/", "sessions/", "plan/", "sources/", "en/chronologie/")
HEIGHT = "document.documentElement.scrollHeight"
WHOLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
}"""
WATCH = """window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => window.moved.push(
  ...one.sources.map((part) => (part.node?.outerHTML || '').slice(0, 120)))
)).observe({ type: 'layout-shift', buffered: true });"""
# A browser that never finds time and only keeps to the delay it was given.
BUSY = """window.requestIdleCallback = (call, asked) => asked?.timeout &&
  setTimeout(() => call({ didTimeout: true, timeRemaining: () => 0 }), 50);"""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


def test_what_is_put_off_is_said_alike_in_style_and_script():
    css = (ROOT / "docs/assets/css/site.css").read_text("utf-8")
    script = (ROOT / "docs/assets/js/theme.js").read_text("utf-8")
    put_off = re.search(r":not\(:has\(:target\)\) :is\((.*)\) \{ content-visibility: auto", css)
    taken_up = re.search(r'var later = document.querySelectorAll\("(.*)"\)', script)
    assert put_off[1] == taken_up[1]


@pytest.mark.parametrize("uri", LONG)
def test_a_long_page_is_soon_whole(phone, base, uri):
    phone.goto(base + uri)
    laid_out(phone)
    height = phone.evaluate(HEIGHT)
    phone.evaluate(WHOLE)
    assert phone.evaluate(HEIGHT) == height


def test_a_phone_that_is_never_idle_lays_out_a_few_parts_all_the_same(phone, base):
    phone.add_init_script(BUSY)
    phone.goto(base + "sources/")
    laid_out(phone)


@pytest.mark.parametrize("uri", LONG)
def test_without_a_script_parts_are_laid_out_as_they_come_near(browser, base, uri):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(base + uri)
    assert page.evaluate(PUT_OFF) > 2
    last = page.locator(".record > :last-child")
    last.scroll_into_view_if_needed()
    assert last.bounding_box()["y"] < 640
    context.close()


@pytest.mark.parametrize(
    "address", ["glossaire/#usip", "en/glossaire/#ddr", "plan/#inconnu", "sessions/#par-lieu"]
)
def test_an_address_leads_to_its_place(phone, base, address):
    uri, _, name = address.partition("#")
    phone.goto(base + address)
    assert phone.evaluate(PUT_OFF) == 0
    assert 0 <= phone.evaluate(TOP, name) < 80
    phone.goto(base)
    phone.goto(base + uri)
    phone.evaluate("(id) => { location.hash = id }", name)
    phone.wait_for_timeout(300)
    assert 0 <= phone.evaluate(TOP, name) < 80
    laid_out(phone)
    assert 0 <= phone.evaluate(TOP, name) < 80


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_nothing_moves_while_a_page_comes(phone, base, real_site, locale):
    phone.add_init_script(WATCH)
    moved = {}
    # A deck's script makes a show of the stack that it is without one.
    for uri in (one for one in one_of_each(real_site, locale) if not one.endswith("diapos.html")):
        phone.goto(base + uri)
        laid_out(phone)
        moved[uri] = phone.evaluate("window.moved")
    assert {uri: parts for uri, parts in moved.items() if parts} == {}
