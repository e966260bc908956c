"""The archive to read without a network: what is in it, and where its links lead."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import WORLD, read
from knowledge_base.exports.archive import zipped
from knowledge_base.exports.offline import page_on_disk
from knowledge_base.exports.sizes import tell_sizes
from knowledge_base.model.address import address
from knowledge_base.views.offline import ARCHIVE

HOME = '<head><meta http-equiv="Content-Security-Policy" content="x"><style>a{b:c}</style></head>'


@pytest.fixture(scope="module")
def library():
    return read(WORLD)[0]


@pytest.mark.parametrize("target, offline, online", [
    ("../x/", "../x/index.html", "../x/index.html"),
    ("../x/#part", "../x/index.html#part", "../x/index.html#part"),
    ("../..", "../../index.html", "../../index.html"),
    ("../../", "../../index.html", "../../index.html"),
    ("../../?q=a", "../../index.html?q=a", "../../index.html?q=a"),
    ("", "", ""),
    ("#here", "#here", "#here"),
    ("slides.html", "slides.html", "slides.html"),
    ("https://x.example/a/", "https://x.example/a/", "https://x.example/a/"),
    ("mailto:a@x.example", "mailto:a@x.example", "mailto:a@x.example"),
    ("../../data/a.csv", None, "https://s.example/r/data/a.csv"),
    ("../../guide/#how", None, "https://s.example/r/guide/#how"),
])  # fmt: skip
def test_a_link_leads_to_a_file_or_to_the_site_or_nowhere(library, target, offline, online):
    kept = frozenset({"index.html", "m/x/index.html", "m/y/index.html", "m/y/slides.html"})
    link = f'<p><a class="c" href="{target}">To <b>it</b></a> and on</p>'
    for site_url, expected in (("", offline), ("https://s.example/r/", online)):
        own = replace(library, settings=replace(library.settings, site_url=site_url))
        wanted = link.replace(f'"{target}"', f'"{expected}"')
        if expected is None:
            wanted = "<p>To <b>it</b> and on</p>"
        assert page_on_disk(own, kept, "m/y/index.html", link) == wanted


def test_a_line_of_a_list_goes_with_what_it_led_to(library):
    kept = frozenset({"index.html"})
    lines = '<li><a href="guide/">Guide</a></li>\n<li><a href="x/">X</a> and Y</li>'
    own = replace(library, settings=replace(library.settings, site_url=""))
    assert page_on_disk(own, kept, "index.html", lines) == "<li>X and Y</li>"


def test_a_page_shares_the_sheet_and_says_nothing_to_the_web(library):
    web = (
        '<meta property="og:title" content="T">\n<link rel="canonical" href="https://s.example/">\n'
        '<link rel="alternate" type="x" href="data/a.atom">\n<script>kept()</script>'
        '<script type="application/ld+json">{"a": 1}</script>\n'
    )
    offer = '<p data-offline><a href="hors-ligne.zip">Z</a></p>\n'
    code = '<div class="printed" data-printed><img src="code.svg" alt="">\n<p>A</p></div>'
    made = page_on_disk(library, frozenset(), "en/index.html", HOME + web + offer + code)
    assert '<link rel="stylesheet" href="../assets/site.css"></head>' in made
    assert made.endswith(
        '<script>kept()</script><div class="printed" data-printed>\n<p>A</p></div>'
    )
    said = re.search(r'Policy" content="([^"]*)"', made)[1].split("; ")
    assert "style-src 'self'" in said
    assert any(rule.startswith("script-src 'self' 'sha256-") for rule in said)


def test_the_size_of_a_heavy_file_is_told_beside_its_link(library, tmp_path):
    for folder, name, size in (("", "a.zip", 2_750_001), ("en", "b.json", 99_999)):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(b"0" * size)
    line = '<a href="{}">A</a><span data-size></span>, '
    for page, path in (("index.html", ""), ("en/index.html", "../")):
        lines = line.format(f"{path}a.zip") + line.format(f"{path}en/b.json")
        (tmp_path / page).write_text(lines, "utf-8")
    tell_sizes(library, tmp_path)
    told = [
        LexborHTMLParser((tmp_path / p).read_text("utf-8")).text()
        for p in ("index.html", "en/index.html")
    ]
    assert [text.replace("\xa0", " ").replace("\u202f", " ") for text in told] == [
        "A (2,8 Mo), A, ",
        "A (2.8 MB), A, ",
    ]


def test_the_same_files_are_the_same_bytes():
    files = [("b", "é"), ("a/c.png", b"\x00")]
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == [
            ("b", "é".encode()),
            ("a/c.png", b"\x00"),
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert zipped(files) == zipped(files)


@pytest.mark.slow
def test_what_the_archive_of_a_site_holds(library, world_site):
    with zipfile.ZipFile(world_site / ARCHIVE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    pages = {name for name in files if name.endswith(".html")}
    for page in library.pages:
        for locale in library.settings.locales:
            assert f"hors-ligne/{address(library, page, locale)}index.html" in pages
    assert "hors-ligne/modules/premiers-pas/diapos.html" in pages
    assert "hors-ligne/modules/premiers-pas/premiers-pas.html" not in pages
    assert not [name for name in files if re.match(r"hors-ligne/(en/)?(r|data)/", name)]
    assert not [name for name in files if name.endswith((".zip", "card.png", "404.html"))]
    assert not [name for name in pages if b"<style>" in files[name]]
    sheet = files["hors-ligne/assets/site.css"].decode()
    inside = (world_site / "plan/index.html").read_text("utf-8")
    rules = re.search("<style>(.*?)</style>", inside, re.DOTALL)[1]
    selectors = re.findall(r"[}](\.[a-z_-]+)\{", rules)
    assert len(selectors) > 2
    assert [each for each in selectors if f"{each}{{" not in sheet] == []
