"""The rules in each page are those of the whole sheet that it needs, in every state, on screen and paper."""

from __future__ import annotations

from pathlib import Path

import material
import minify
import pytest
import yaml
from looking import laid_out
from searching import Reader

from knowledge_base.styles import without

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent.parent
FOUND = ROOT / "docs" / "assets" / "css" / "found.css"
# Each kind of element once: its way from the root and whether it is the first or last there.
LOOK = """() => {
  const seen = new Map();
  const way = (one) => !one || one === document.documentElement ? '' : way(one.parentElement) + '>' +
    one.tagName + '.' + one.className + (one.matches(':first-child') ? '^' : '') + (one.matches(':last-child') ? '$' : '');
  for (const element of document.body.querySelectorAll('*')) {
    const name = way(element);
    if (seen.has(name)) continue;
    seen.set(name, ['', '::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part);
      const names = part && style.content === 'none' ? [] : [...style].filter((one) => !one.startsWith('--'));
      return names.map((one) => part + ' ' + one + ': ' + style.getPropertyValue(one));
    }));
  }
  return seen;
}"""
KEEP = f"() => {{ window.kept = ({LOOK})() }}"
LOST = f"""() => [...({LOOK})()].flatMap(([name, values]) => {{
  const kept = new Set(window.kept.get(name));
  const lost = values.filter((one) => !kept.has(one));
  return lost.length ? [name.slice(-120) + ' ' + lost.slice(0, 5)] : [];
}}).slice(0, 5)"""
OPEN = "() => document.querySelectorAll('details').forEach((one) => { one.open = true })"
# A sheet made by a script is not inline text: the policy, which knows the page's own, has no say in it.
WHOLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  document.querySelector('style').sheet.disabled = true;
}"""
OWN = """() => {
  document.adoptedStyleSheets = [];
  document.querySelector('style').sheet.disabled = false;
}"""


@pytest.fixture(scope="module")
def whole():
    """Every rule of the theme's main sheet, less what the site draws, and of the site's own."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_constructor("!ENV", lambda *_: None)
    configured = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=loader)
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    drawn = configured["extra"]["knowledge_base"]["drawn_here"]
    (main,) = theme.glob("main.*.css")
    own = (ROOT / "docs" / name for name in configured["extra_css"])
    sheets = [without(main.read_text("utf-8"), drawn), *(path.read_text("utf-8") for path in own)]
    return minify.string("text/css", "\n".join(sheets))


def one_of_each(site: Path) -> list[str]:
    """A page of each folder and the pages at the root, in the source language."""
    folders = {}
    for path in sorted(site.rglob("index.html")):
        uri = path.parent.relative_to(site).as_posix()
        if not uri.startswith("en"):
            folders.setdefault((path.parent.parent, len(uri.split("/"))), []).append(uri)
    return [
        uri for (_, depth), uris in folders.items() for uri in (uris[:1] if depth > 1 else uris)
    ]


def test_no_page_loses_a_rule_it_needs(browser, base, real_site, whole):
    # From paper to screen, the theme lets shadows come slowly: without motion they are there at once.
    page = browser.new_page(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    for uri in one_of_each(real_site):
        page.goto(base + uri)
        page.evaluate(OPEN)
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            laid_out(page)
            page.evaluate(KEEP)
            page.evaluate(WHOLE, whole)
            assert page.evaluate(LOST) == [], (uri, media)
            page.evaluate(OWN)
    page.close()


def test_what_scripts_add_keeps_its_rules(phone, base, real_site, whole):
    reader = Reader(phone, base, real_site, "")
    reader.search("comite bamako")
    phone.keyboard.press("ArrowDown")
    phone.evaluate(KEEP)
    phone.evaluate(WHOLE, whole + minify.string("text/css", FOUND.read_text("utf-8")))
    assert phone.evaluate(LOST) == []


def test_of_the_sheets_only_what_a_search_asks_for_is_published(real_site):
    assert [path.name for path in real_site.rglob("*.css")] == ["found.css"]
    for path in real_site.rglob("*.html"):
        assert 'rel="stylesheet"' not in path.read_text("utf-8"), path
