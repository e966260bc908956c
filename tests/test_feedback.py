"""What a page offers to those who found a fault: its own file, and messages begun with its id."""

from __future__ import annotations

import gzip
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, ROOT, build, read
from knowledge_base import contacts
from knowledge_base.editing.issues import _page
from knowledge_base.views.feedback import feedback

REPOSITORY = "https://github.com/example/reference"


def offered(library, id_, locale, repository=REPOSITORY, **more):
    settings = replace(library.settings, **contacts.read({"repo_url": repository}) | more)
    page = next(p for p in library.pages if p.id == id_)
    return feedback(replace(library, settings=settings), page, locale)


@pytest.mark.parametrize("id_, locale, file", [
    ("puits-ouverts", "fr", "membres/puits-ouverts.md"),
    ("puits-ouverts", "en", "membres/puits-ouverts.en.md"),
    ("index", "en", "index.en.md"),
])  # fmt: skip
def test_the_file_to_edit_is_the_one_of_the_language(world, id_, locale, file):
    assert offered(world, id_, locale).edit == f"{REPOSITORY}/edit/main/docs/{file}"
    other = offered(world, id_, locale, "https://gitlab.com/a/b").edit
    assert other == f"https://gitlab.com/a/b/-/edit/main/docs/{file}"


def test_a_page_shown_in_the_source_language_is_edited_there(world):
    page = next(p for p in world.pages if p.id == "puits-ouverts")
    alone = replace(page, versions={"fr": page.source})
    made = offered(replace(world, pages=(alone,)), "puits-ouverts", "en")
    assert made.edit.endswith("/docs/membres/puits-ouverts.md")


@pytest.mark.parametrize("repository", [
    REPOSITORY, "https://gitlab.com/a/b", "https://codeberg.org/a/b"])  # fmt: skip
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_message_names_the_page_and_the_edition(world, repository, locale):
    more = {"feedback_email": "a@example.org", "feedback_whatsapp": "22370000000"}
    ways = [urlsplit(to) for _, to in offered(world, "forages", locale, repository, **more).ways]
    assert [w.scheme for w in ways] == ["https", "mailto", "https"]
    for way in ways:
        said = " ".join(value for values in parse_qs(way.query).values() for value in values)
        assert f"forages ({locale})" in said
        assert world.build_id in said
    assert ways[1].path == "a@example.org"
    assert ways[2].netloc + ways[2].path == "wa.me/22370000000"


def test_the_issue_is_the_form_that_the_command_reads(world):
    issue = urlsplit(offered(world, "forages", "fr").ways[0][1])
    asked = parse_qs(issue.query)
    assert (ROOT / ".github/ISSUE_TEMPLATE" / asked["template"][0]).is_file()
    assert _page(world, asked["page"][0]).id == "forages"


def test_what_the_configuration_does_not_name_is_not_shown(world):
    made = offered(world, "forages", "fr", "")
    assert (made.edit, made.ways) == ("", ())
    assert len(offered(world, "forages", "fr").ways) == 1


@pytest.mark.parametrize("data", [
    {"repo_url": "javascript:alert(1)"}, {"repo_url": "https://example.org/a b"},
    {"extra": {"knowledge_base": {"feedback": {"email": "a@b"}}}},
    {"extra": {"knowledge_base": {"feedback": {"whatsapp": "+223 70"}}}},
])  # fmt: skip
def test_a_way_of_another_form_is_refused(data):
    with pytest.raises(ValueError, match=r"mkdocs.yml"):
        contacts.read(data)


@pytest.mark.slow
def test_pages_show_them_within_their_budget(spoilt, world_site, tmp_path):
    root = spoilt()
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8").replace("site_url:", f"repo_url: {REPOSITORY}\nsite_url:")
    ways = "feedback: {email: a@example.org, whatsapp: '22370000000'}, budgets: {'plan/*': 22}"
    path.write_text(f"{text}\nextra: {{knowledge_base: {{{ways}}}}}\n", "utf-8")
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    for prefix, end in (("", ""), ("en/", ".en")):
        page = tmp_path / "site" / prefix / "plan/forages/index.html"
        tree = LexborHTMLParser(page.read_text("utf-8"))
        edit = tree.css_first("a[rel~=edit]").attributes["href"]
        assert edit == f"{REPOSITORY}/edit/main/docs/plan/forages{end}.md"
        assert len(tree.css("[data-feedback]")) == 3
        without = (world_site / page.relative_to(tmp_path / "site")).read_bytes()
        assert len(gzip.compress(page.read_bytes())) - len(gzip.compress(without)) < 600
    library, _ = read(root)
    assert library.settings.repo_url == REPOSITORY
