"""The search index: folding by the shared table, one language each, shards that stay small."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from datetime import date

import pytest
import yaml

from conftest import ROOT, TESTS
from grown import grown, text_weight
from knowledge_base import settings
from knowledge_base.load import load
from knowledge_base.model.folding import fold
from knowledge_base.search.entries import entries
from knowledge_base.search.files import index_files, index_of
from knowledge_base.search.postings import NAME, OTHER_NAME, TEXT, rows
from knowledge_base.search.shards import SCALES

FOLDING = yaml.safe_load((TESTS / "search" / "folding.yml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), FOLDING.items())
def test_words_are_folded_by_the_shared_table(text, folded):
    assert fold(text) == folded


@pytest.fixture(scope="module")
def real():
    return load(settings.read(ROOT / "mkdocs.yml", date(2026, 1, 15)))[0]


def data(content):
    name, given = re.fullmatch(r'found\("([^"]+)",(.*)\)\n', content, re.DOTALL).groups()
    return name, json.loads(given)


def test_every_file_is_one_call_that_names_it(real):
    for path, content in index_files(real):
        name, given = data(content)
        assert path == f"assets/search/{name}.js"
        assert given


def test_an_index_holds_one_language(real):
    for path, content in index_files(real):
        if path.endswith("head.js"):
            paths = data(content)[1]["path"].split("\n")
            assert all(p.startswith("en/") == ("/en/" in path) for p in paths)


def test_a_shard_is_split_until_it_is_small(real):
    for path, content in index_files(real):
        if "/w-" in path:
            assert len(zlib.compress(content.encode(), 9)) <= SCALES[0].shard + 100, path


def test_the_whole_index_is_small_beside_the_pages(real_site):
    pages = [page for page in real_site.rglob("*.html") if "en" not in page.parts]
    index = (real_site / "assets" / "search" / "fr").glob("*.js")

    def weight(files):
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)

    assert weight(index) < 0.2 * weight(pages)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_of_two_thousand_pages_the_index_is_under_a_quarter_of_the_text(real, locale):
    many = grown(entries(real, locale), 2000)
    sizes = {
        path.rpartition("/")[2]: len(zlib.compress(content.encode(), 9))
        for path, content in index_of(real, locale, many)
    }
    assert sum(sizes.values()) < 0.25 * text_weight(many)
    # The first query of three words, at its worst: script, head, their shards, four blocks.
    script = len(gzip.compress((ROOT / "docs/assets/js/search.js").read_bytes(), 9))
    shards, blocks = (sorted(n for name, n in sizes.items() if name[0] == c) for c in "wb")
    assert script + sizes["head.js"] + sum(shards[-3:]) + sum(blocks[-4:]) < 60_000


def test_a_common_word_of_a_large_site_leads_where_it_stands_strongly(real):
    many = grown(entries(real, "fr"), 2000)
    rows_of = "\n".join(content for _, content in index_of(real, "fr", many))
    common, marks = re.search(r"\\nsecurite[^=]*=(\d+)\+(\w[^\\]*)", rows_of).groups()
    assert int(common) > SCALES[1].common
    assert re.fullmatch(r"(\d*[A-Za-z]['*~!])+", marks)  # none that only mentions the word


def test_a_name_leads_more_strongly_than_a_text_and_another_language_between(world):
    found = entries(world, "fr")
    by_form = {form: row for row in rows(found, "fr", frozenset()) for form in row.forms}
    levels = {posting.level for row in by_form.values() for posting in row.postings}
    assert {TEXT, OTHER_NAME, NAME} <= levels
    title = next(entry for entry in found if entry.kind == "session")
    number = found.index(title)
    for word in fold(title.title).split():
        if word in by_form:
            posting = next(p for p in by_form[word].postings if p.entry == number)
            assert posting.level == NAME


def test_words_of_one_stem_share_a_row(real):
    by_form = {
        form: row for row in rows(entries(real, "fr"), "fr", frozenset()) for form in row.forms
    }
    assert by_form["national"] is by_form["nationale"]
