"""What every page says of itself on paper: its address, its short link, a code that leads back."""

from __future__ import annotations

import re
import shutil

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, ROOT, build
from knowledge_base.exports.codes import code
from knowledge_base.model import kit

pytestmark = pytest.mark.slow
BASE = "https://example.org/v/"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory):
    """The small world with the real style sheets, at an address."""
    folder = tmp_path_factory.mktemp("addressed")
    root = folder / "tests" / "world"
    shutil.copytree(ROOT / "tests" / "world", root, ignore=shutil.ignore_patterns("site", "css"))
    shutil.copytree(ROOT / "docs" / "assets" / "css", root / "docs" / "assets" / "css")
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    names = sorted(path.name for path in (root / "docs" / "assets" / "css").iterdir())
    sheets = ", ".join(f"assets/css/{name}" for name in [*names, "paper.css"])
    configuration = root / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    text = re.sub(r"extra_css: .*", f"extra_css: [{sheets}]", text)
    configuration.write_text(text, "utf-8")
    done = build(root, folder / "site", SITE_URL=BASE, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def read_pages(site):
    for path in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        if tree.css_first("article") or tree.css_first(".deck"):
            yield path.relative_to(site).as_posix(), tree


def test_every_page_bears_its_address_and_its_code(addressed):
    told = 0
    for uri, tree in read_pages(addressed):
        printed = tree.css_first("[data-printed]")
        if uri.endswith((kit.SHEET, kit.SLIDES)) or uri == "404.html":
            continue
        told += 1
        addresses = re.findall(r"https://\S+", printed.text(separator=" "))
        assert addresses[0] == BASE + uri.removesuffix("index.html"), uri
        drawing = printed.css_first("img")
        if drawing is None:  # a page that may be opened alone holds its code
            assert printed.css_first("svg path"), uri
            continue
        path = (addressed / uri).parent / drawing.attributes["src"]
        assert drawing.attributes["loading"] == "lazy"
        assert path.read_text("utf-8") == code(addresses[-1]), uri
        assert tree.css_first("article [data-kind]") is None or len(addresses) in {1, 2}
    assert told > 50


def test_every_page_says_of_when_it_is(addressed):
    for uri, tree in read_pages(addressed):
        if uri != "404.html":
            foot = tree.css_first(".foot, .slide__foot")
            assert "2026" in foot.text(), uri


def test_a_test_on_paper_leads_nowhere(addressed):
    for path in addressed.rglob(kit.SHEET):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        assert tree.css_first("[data-printed]") is None
        assert tree.css("article a") == []


def test_the_code_is_fetched_for_paper_alone(browser, addressed, tmp_path):
    context, asked = browser.new_context(color_scheme="dark"), []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((addressed / "plan" / "forages" / "index.html").as_uri())
    assert not page.locator("[data-printed]").is_visible()
    assert not any("/r/" in url for url in asked)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert any(url.endswith("/r/forages.svg") for url in asked)
    page.emulate_media(media="print")
    assert page.locator("[data-printed]").is_visible()
    for screen_only in (".bar", ".foot nav", ".share__link"):
        assert not page.locator(screen_only).first.is_visible(), screen_only
    assert page.locator("[data-sources]").is_visible()
    context.close()
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages)
    assert f"{BASE}r/forages/" in text
    assert f"{BASE}plan/forages/" in text
