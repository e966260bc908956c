"""What is made for trainers, on files: the trainer's view, the test on paper, GIFT, one file."""

from __future__ import annotations

import gzip
import itertools
import re
from dataclasses import replace

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, WORLD, read
from gift import parsed
from knowledge_base.__main__ import main
from knowledge_base.exports.kit.gift import written
from knowledge_base.exports.site_map import site_map
from knowledge_base.model import kit
from knowledge_base.model.records import Hours, Timetable
from knowledge_base.model.timetable import clock, minutes_at, slots
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


def test_t10_gift_reads_back_as_the_questions(library):
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
        sheets = {form.name: form for form in forms(questions, "1")}
        for question, row in zip(questions, key(questions, "1"), strict=True):
            right = {choice.text for choice in question.choices if choice.right}
            for form, number, letters in row.places:
                printed = sheets[form].questions[number - 1]
                assert printed.prompt == question.prompt
                chosen = {c.text for c in printed.choices if c.letter in letters.split(", ")}
                assert chosen == right


def test_both_languages_have_the_same_paper(library):
    for page in library.modules:
        rows = [key(training(library, page, locale).questions, "1") for locale in ("fr", "en")]
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
def test_t1_the_trainers_view_has_the_same_sections_and_its_minutes_add_up(library, real_site):
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
def test_t1_made_pages_are_in_no_index(library, real_site):
    made = {kit.TRAINER, kit.SLIDES, kit.SHEET, kit.KEY, kit.SESSION, kit.COURSE, kit.TIMETABLE}
    texts = [path.read_text("utf-8") for path in (real_site / "assets" / "search").rglob("*.js")]
    assert texts
    addressed = replace(library, settings=replace(library.settings, site_url="https://x.org/"))
    for name in made:
        assert not any(name in text for text in [*texts, *dict(site_map(addressed)).values()])
        for path in real_site.rglob(name):
            robots = LexborHTMLParser(path.read_text("utf-8")).css_first("meta[name=robots]")
            assert robots.attributes["content"] == "noindex", path


@pytest.mark.slow
def test_t7_a_deck_is_light_and_a_quiz_script_small(library, real_site):
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


def plan_of(*days, breaks=(), **more):
    def hours(text):
        start, _, end = text.partition("-")
        return Hours(start=start, end=end)

    return Timetable(days=tuple(map(hours, days)), breaks=tuple(map(hours, breaks)), **more)


def test_t2_a_timetable_of_two_days_fits_and_has_its_breaks(library):
    five = tuple(page.id for page in library.modules[:5])
    plan = plan_of(
        "08:30-16:30", "08:30-13:00", breaks=("10:30-10:45", "13:00-14:00"), modules=five, test=20
    )
    placed, left = slots(library, plan)
    assert left == 0
    assert {slot.day for slot in placed} == {1, 2}
    assert [(clock(s.start), clock(s.end)) for s in placed if s.day == 1 and s.task is None] == [
        ("10:30", "10:45"), ("13:00", "14:00"),
    ]  # fmt: skip
    for before, after in itertools.pairwise(placed):
        assert before.day < after.day or before.end <= after.start
    for slot in placed:
        hours = plan.days[slot.day - 1]
        assert minutes_at(hours.start) <= slot.start < slot.end <= minutes_at(hours.end)
    work = sum(slot.end - slot.start for slot in placed if slot.task)
    assert work == sum(library.records[id_].facts.minutes for id_ in five) + 40


def test_t2_a_timetable_follows_an_exercise_and_says_when_it_does_not_fit(library):
    page = library.modules[0]
    first, *others = page.facts.exercises
    longer = first.model_copy(update={"minutes": first.minutes + 5})
    facts = page.facts.model_copy(update={"exercises": (longer, *others)})
    changed = replace(
        library,
        pages=tuple(replace(p, facts=facts) if p is page else p for p in library.pages),
    )
    plan = plan_of("08:30-12:00", modules=(page.id,))
    was, now = slots(library, plan)[0], slots(changed, plan)[0]
    assert now[0].end == was[0].end + 5
    assert slots(library, plan_of("08:30-08:35", modules=(page.id,)))[1] == sum(
        exercise.minutes for exercise in page.facts.exercises
    )


def test_kb_timetable_prints_text_and_a_calendar(capsys):
    asked = ["timetable", "--config", str(WORLD / "mkdocs.yml"), "--today", "2026-01-15"]
    hours = ["--day", "08:30-10:00", "--break", "08:50-09:00", "--test", "10", "--lang", "en"]
    assert main([*asked, *hours]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Day 1\n  08:30-08:40  Opening test\n")
    assert "  08:50-09:00  Break\n" in out
    assert main([*asked, *hours, "--ics", "--date", "2026-03-02"]) == 0
    events = Calendar.from_ical(capsys.readouterr().out).walk("VEVENT")
    assert next(str(e["summary"]) for e in events) == "Opening test"
    assert events[0].decoded("dtstart").isoformat() == "2026-03-02T08:30:00"
    assert main([*asked, *hours, "--html", "--date", "2026-03-02"]) == 0
    tree = LexborHTMLParser(capsys.readouterr().out)
    captions = [caption.text() for caption in tree.css("caption")]
    assert captions[0] == "Day 1, 2 March 2026"
    assert "08:30–08:40" in tree.css_first("[data-timetable]").text()
    assert tree.css("a, link, script, img") == []  # whole in itself
    assert main([*asked, "--day", "08:30-08:40"]) == 1
    assert main([*asked, "--day", "08:30-10:00", "--module", "rien"]) == 1
