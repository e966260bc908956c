"""Published addresses: what people linked to still leads to the right place, or the build refuses."""

from __future__ import annotations

import gzip
import re
from datetime import date
from posixpath import join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, WORLD, build, read
from knowledge_base import urls
from knowledge_base.__main__ import main
from knowledge_base.model.published import Published

CONFIG = ["--config", "mkdocs.yml", "--today", date(2026, 1, 15).isoformat()]


def kb(root, monkeypatch, *arguments):
    monkeypatch.chdir(root)
    command, *rest = arguments
    return main([command, *CONFIG, *rest])


def test_a_place_is_followed_through_all_its_moves():
    published = Published(moved={"a/": "b/", "b/": "c/", "c/#x": "d/#y", "e/": "f/", "f/": "e/"})
    assert published.now_at("a/") == "c/"
    assert published.now_at("a/#x") == "d/#y"
    assert published.now_at("a/#z") == "c/#z"
    assert published.now_at("z/") == "z/"
    assert published.now_at("e/") in {"e/", "f/"}


def test_what_is_written_is_read_back(tmp_path):
    made = Published({"": ("b", "a"), "x/": ()}, {"x/#a": "#b"}, {"y/": {"fr": "é : «"}})
    (tmp_path / urls.NAME).write_text(urls.written(made), "utf-8")
    found, problems = urls.read(tmp_path)
    assert problems == []
    assert found == Published({"": ("a", "b"), "x/": ()}, made.moved, made.withdrawn)


@pytest.mark.parametrize(
    "text, told", [
        ("- a\n", {("field-type", 1)}), ("pages: [", {("yaml-invalid", 2)}), ("", set()),
        ("pages: 3\nmoved: x\n", {("field-type", 1), ("field-type", 2)}),
        ("pages:\n  a/: \n", {("url-gone", 2)}), ("pages:\n  a/: [x]\n", {("field-type", 2)}),
        ("moved:\n  a/: {b: c}\n", {("field-type", 2)}), ("withdrawn:\n  a/: x\n", {("field-type", 2)}),
        ("pages: &a {}\nmoved: *a\n", {("yaml-alias", 1)}),
    ]
)  # fmt: skip
def test_a_broken_lock_is_told_at_its_line(spoilt, text, told):
    root = spoilt()
    (root / urls.NAME).write_text(text, "utf-8")
    _, problems = read(root)
    assert {(p.code, p.line) for p in problems} == told


def test_the_worlds_addresses_are_recorded(spoilt, monkeypatch, capsys):
    root = spoilt()
    before = (root / urls.NAME).read_text("utf-8")
    assert kb(root, monkeypatch, "urls", "add") == 0
    assert (root / urls.NAME).read_text("utf-8") == before, "run kb urls add in tests/world"
    assert kb(root, monkeypatch, "urls") == 0
    assert re.match(r"\d+ adresses publiées\n$", capsys.readouterr().out.split("\n", 1)[1])


def test_a_reason_is_asked_in_each_language(spoilt, monkeypatch, capsys):
    root = spoilt()
    assert kb(root, monkeypatch, "urls", "withdraw", "plan/mesure/", "--why", "fr=Doublon.") == 1
    assert "en" in capsys.readouterr().out
    assert kb(root, monkeypatch, "urls", "move", "plan/rien/", "plan/mesure/") == 1
    assert kb(root, monkeypatch, "urls", "move", "plan/mesure/", "plan/rien/") == 1


def page(site, path):
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


@pytest.mark.slow
def test_moved_and_withdrawn_pages_and_sections_still_answer(spoilt, monkeypatch, tmp_path):
    root = spoilt()
    docs = root / "docs"
    # A page moves, a section is renamed and another taken back, a page is withdrawn.
    for suffix in (".md", ".en.md"):
        (docs / f"documents/decret-1{suffix}").rename(docs / f"documents/decret-un{suffix}")
        (docs / f"plan/mesure{suffix}").unlink()
        for file in docs.rglob(f"*{suffix}"):
            text = file.read_text("utf-8")
            text = text.replace("decret-1.md", "decret-un.md").replace("[decret-1", "[decret-un")
            text = re.sub(r"\bdecret-1$", "decret-un", text, flags=re.MULTILINE)
            file.write_text(text, "utf-8")
    _, problems = read(root)
    assert "url-gone" in {p.code for p in problems}
    assert kb(root, monkeypatch, "urls", "move", "documents/decret-1/", "documents/decret-un/") == 0
    why = ["--why", "fr=Comptée deux fois.", "--why", "en=Counted twice."]
    assert kb(root, monkeypatch, "urls", "withdraw", "plan/mesure/", *why) == 0
    ledger = root / "ledger.yml"
    if ledger.is_file():
        ledger.unlink()
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    for old in ("documents/decret-1", "r/decret-1", "r/decret-un"):
        link = page(site, old).css_first("a[data-moved]").attributes["href"]
        assert link.endswith("/decret-un/"), old
        link = page(site, f"en/{old}").css_first("a[data-moved]").attributes["href"]
        assert link.endswith("/decret-un/")
        assert "http-equiv" in page(site, old).html
    gone = page(site, "en/plan/mesure")
    assert "Counted twice." in gone.css_first("[data-withdrawn]").text()
    assert gone.css_first(".bar__languages a").attributes["href"] == "../../../plan/mesure/"
    for tree in (gone, page(site, "documents/decret-1")):  # both are the site's, and tiny
        assert ".md-typeset" in tree.css_first("style").text()
        assert len(gzip.compress(tree.html.encode())) < 3_500
    link = page(site, "r/mesure").css_first("a[data-moved]").attributes["href"]
    assert link == "../../plan/mesure/"


@pytest.mark.slow
def test_an_old_section_answers_at_its_new_name(spoilt, monkeypatch, tmp_path):
    root = spoilt()
    library, _ = read(root)
    path, old = next(
        (p, s[0]) for p, s in library.published.pages.items() if p == "institutions/one/" and s
    )
    for suffix in (".md", ".en.md"):
        file = root / "docs" / f"institutions/one{suffix}"
        file.write_text(file.read_text("utf-8").replace(f"#{old}}}", "#neuf}"), "utf-8")
    _, problems = read(root)
    assert "section-gone" in {p.code for p in problems}
    assert kb(root, monkeypatch, "urls", "move", f"{path}#{old}", f"{path}#neuf") == 0
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    for prefix in ("", "en/"):
        html = page(tmp_path / "site", f"{prefix}{path}").html
        assert f'<span id="{old}"></span><h2 id="neuf"' in html


@pytest.mark.slow
def test_a_short_link_has_a_code_to_scan_where_the_site_has_an_address(tmp_path):
    done = build(
        WORLD, tmp_path / "site", SITE_URL="https://example.org/v/", SOURCE_DATE_EPOCH=EPOCH
    )
    assert done.returncode == 0, done.stderr
    code = (tmp_path / "site" / "en" / "r" / "forages.svg").read_text("utf-8")
    assert code.startswith("<svg")
    assert "style=" not in code


@pytest.mark.parametrize(
    "text, line", [
        ("retired: 3\n", 1), ("- a\n", 1), ("retired: []\nevents: [a]\n", 2), ("events:\n  forages: x\n", 2),
        ("retired: [a: b]\n", 1), ("events: &a {}\n", 1), ("retired: [\n", 2),
    ]
)  # fmt: skip
def test_a_broken_ledger_is_told_at_its_line(spoilt, text, line):
    root = spoilt()
    (root / "ledger.yml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=rf"^ledger\.yml:{line}: "):
        read(root)


BOTH = (".md", ".en.md")
COUNCIL = "institutions/conseil-eau"


def edit(root, name, change):
    for suffix in BOTH:
        file = root / "docs" / f"{name}{suffix}"
        file.write_text(change(file.read_text("utf-8")), "utf-8")


def reworded(root):
    """Another title, another heading; the file and the section keep their names."""
    edit(
        root,
        COUNCIL,
        lambda text: re.sub(r"^title: .*", "title: Tout autre", text, flags=re.MULTILINE),
    )
    edit(
        root,
        COUNCIL,
        lambda text: re.sub(r"^## .* (\{#objet\})", r"## Autrement \1", text, flags=re.MULTILINE),
    )


def reordered(root):
    edit(root, COUNCIL, lambda text: re.sub(
        r"(## [^\n]*\{#objet\}.*)(## [^\n]*\{#suite\}.*)", r"\2\n\1", text, flags=re.DOTALL))  # fmt: skip


def section_dropped(root):
    edit(root, COUNCIL, lambda text: re.sub(r"## [^\n]*\{#suite\}.*", "", text, flags=re.DOTALL))


def file_moved(root):
    docs = root / "docs"
    for suffix in BOTH:
        (docs / f"documents/decret-1{suffix}").rename(docs / f"documents/decret-un{suffix}")
        for file in docs.rglob(f"*{suffix}"):
            text = file.read_text("utf-8")
            text = text.replace("decret-1.md", "decret-un.md").replace("[decret-1", "[decret-un")
            file.write_text(re.sub(r"\bdecret-1$", "decret-un", text, flags=re.MULTILINE), "utf-8")


def retired(root):
    for suffix in BOTH:
        (root / "docs" / f"plan/mesure{suffix}").unlink()


@pytest.fixture
def published(spoilt, monkeypatch):
    """A world with a page of two sections, all of it published, and no ledger to mind."""
    root = spoilt()
    edit(root, COUNCIL, lambda text: text.rstrip("\n") + "\n\n## Suite {#suite}\n\nTexte.\n")
    assert kb(root, monkeypatch, "urls", "add") == 0
    (root / "ledger.yml").unlink(missing_ok=True)
    return root


@pytest.mark.parametrize("change, codes", [
    (reworded, set()), (reordered, set()), (section_dropped, {"section-gone"}),
    (file_moved, {"url-gone"}), (retired, {"url-gone"}),
])  # fmt: skip
def test_what_would_lose_a_link_is_refused(published, change, codes):
    change(published)
    _, problems = read(published)
    found = {problem.code for problem in problems}
    assert found & {"section-gone", "url-gone"} == codes


def followed(site, path):
    """The page that an address leads to, through every page that only sends on."""
    for _ in range(5):
        tree = page(site, path)
        onward = tree.css_first("a[data-moved]")
        if onward is None:
            return tree
        path = normpath(join(path, onward.attributes["href"].partition("#")[0]))
    raise AssertionError(path)


@pytest.mark.slow
def test_t3_every_address_of_before_leads_to_its_place_after_all_of_it(
    published, monkeypatch, tmp_path
):
    before = urls.read(published)[0]
    for change in (reworded, reordered, file_moved, retired):
        change(published)
    assert (
        kb(published, monkeypatch, "urls", "move", "documents/decret-1/", "documents/decret-un/")
        == 0
    )
    why = ["--why", "fr=Comptée deux fois.", "--why", "en=Counted twice."]
    assert kb(published, monkeypatch, "urls", "withdraw", "plan/mesure/", *why) == 0
    done = build(published, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    for prefix in ("", "en/"):
        for path, sections in before.pages.items():
            tree = followed(site, prefix + path)
            gone = tree.css_first("[data-withdrawn]") is not None
            assert gone == (path == "plan/mesure/"), path
            for section in () if gone else sections:
                assert tree.css_first(f'[id="{section}"]') is not None, (prefix, path, section)
        for short in sorted((site / prefix / "r").iterdir()):
            if short.is_dir():
                tree = followed(site, f"{prefix}r/{short.name}/")
                assert tree.css_first("article, [data-withdrawn]") is not None, short
        sections = [
            h2.id for h2 in page(site, prefix + COUNCIL).css("h2") if h2.id in {"objet", "suite"}
        ]
        assert sections == ["suite", "objet"]
