"""What is made for trainers, on files: the trainer's view, the test on paper, GIFT, one file."""

from __future__ import annotations

import gzip
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, read
from gift import parsed
from knowledge_base.exports.kit.gift import written
from knowledge_base.model import kit
from knowledge_base.views.papers import forms, key
from knowledge_base.views.training import Choice, Question, training

TRICKY = (
    Question("q-1", "Été : {a} = ~b~ ?", (
        Choice("oui", "L’été #1: a=b", "Oui : c’est {ça}.", right=True),
        Choice("non", "Non \\ ~", "Non = # non", right=False),
    )),
    Question("q-2", "Lesquels ?", (
        Choice("a", "Œuvre", "Oui", right=True), Choice("b", "Çà", "Oui", right=True),
        Choice("c", "Là", "Non", right=False), Choice("d", "Ici", "Oui", right=True),
    )),
)  # fmt: skip


@pytest.fixture(scope="module")
def library():
    return read(ROOT)[0]


def all_tests(library):
    for page in library.modules:
        for locale in page.versions:
            yield page, locale, training(library, page, locale).questions


def as_questions(rows):
    return tuple(
        Question(row["name"].partition(".")[2], row["prompt"],
                 tuple(Choice(id_, text, said, right) for id_, text, right, said in row["choices"]))
        for row in rows
    )  # fmt: skip


def test_gift_reads_back_as_the_questions(library):
    assert as_questions(parsed(written("m", "T", TRICKY))) == TRICKY
    for page, _, questions in all_tests(library):
        assert as_questions(parsed(written(page.id, "T", questions))) == questions


def test_a_seed_decides_the_order_and_forms_differ(library):
    differing = 0
    for _, locale, questions in all_tests(library):
        made = forms(questions, "7")
        assert made == forms(questions, "7")
        a, b = made
        differing += [q.prompt for q in a.questions] != [q.prompt for q in b.questions]
        assert {q.prompt for q in a.questions} == {q.prompt for q in b.questions}
        letters = {place[2] for row in key(questions, "7") for place in row.places}
        assert len(letters) > 1, locale  # the right answer is not always the same letter
    assert differing
    assert forms(TRICKY, "1") != forms(TRICKY, "2") or forms(TRICKY, "1") != forms(TRICKY, "3")


def test_the_key_answers_the_sheet(library):
    for _, _, questions in all_tests(library):
        sheets = {form.name: form for form in forms(questions)}
        for question, row in zip(questions, key(questions), strict=True):
            right = {choice.text for choice in question.choices if choice.right}
            for form, number, letters in row.places:
                printed = sheets[form].questions[number - 1]
                assert printed.prompt == question.prompt
                chosen = {c.text for c in printed.choices if c.letter in letters.split(", ")}
                assert chosen == right


def test_both_languages_have_the_same_paper(library):
    for page in library.modules:
        rows = [key(training(library, page, locale).questions) for locale in ("fr", "en")]
        places = [[row.places for row in own] for own in rows]
        assert places[0] == places[1]


@pytest.mark.slow
def test_a_sheet_says_nothing_of_its_answers(library, real_site):
    for page, locale, questions in all_tests(library):
        folder = real_site / ("" if locale == "fr" else locale) / "modules" / page.id
        html = (folder / kit.SHEET).read_text("utf-8")
        for question in questions:
            for choice in question.choices:
                assert choice.feedback not in html
        assert not re.search(r"data-right|☑|corrige|animer|data-choice|checked", html)
        tree = LexborHTMLParser(html)
        shapes = {re.sub(r">[^<]*<", "><", li.html) for li in tree.css(".paper__questions li li")}
        assert len(shapes) == 1, "right and wrong choices are written alike"
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"


@pytest.mark.slow
def test_the_trainers_view_has_the_same_sections_and_its_minutes_add_up(library, real_site):
    for page in library.modules:
        for locale in page.versions:
            folder = real_site / ("" if locale == "fr" else locale) / "modules" / page.id
            reader = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
            own = LexborHTMLParser((folder / kit.TRAINER).read_text("utf-8"))
            sections = {h.id for h in page.source.body.headings if h.level == 2}
            assert sections <= {h.attributes.get("id") for h in reader.css("h2")}
            assert sections <= {h.attributes.get("id") for h in own.css("h2")}
            assert {n.attributes["data-note"] for n in own.css("[data-note]")} == set(
                page.facts.notes
            )
            minutes = [int(re.search(r"\d+", n.text()).group()) for n in own.css("[data-minutes]")]
            total = int(re.search(r"\d+", own.css_first("[data-minutes-total]").text()).group())
            assert total == sum(minutes) == page.facts.minutes
            assert len(own.css("[data-answers] > li")) == len(page.facts.quiz)
            assert f'href="{kit.TRAINER}"' in reader.html
            assert own.css_first("meta[name=robots]").attributes["content"] == "noindex"


@pytest.mark.slow
def test_made_pages_are_in_no_index(real_site):
    for path in (real_site / "assets" / "search").rglob("*.js"):
        text = path.read_text("utf-8")
        assert kit.TRAINER not in text
        assert kit.KEY not in text


@pytest.mark.slow
def test_a_deck_is_light_and_a_quiz_script_small(library, real_site):
    for name, most in (("quiz.js", 4_000), ("slides.js", 4_000)):
        script = (real_site / "assets" / "js" / name).read_bytes()
        assert len(gzip.compress(script, 9)) <= most
    for path in real_site.rglob(kit.SLIDES):
        deck = LexborHTMLParser(path.read_text("utf-8"))
        page = library.records[path.parent.name]
        shown = [s.attributes["data-slide"] for s in deck.css("[data-slide]")][1:]
        declared = page.facts.slides or tuple(
            h.id for h in page.source.body.headings if h.level == 2
        )
        assert shown == list(declared)
        sheets = [
            path.parent / link.attributes["href"] for link in deck.css("link[rel=stylesheet]")
        ]
        files = [path, real_site / "assets" / "js" / "slides.js", *sheets]
        assert sum(len(gzip.compress(f.read_bytes(), 9)) for f in files) <= 60_000
