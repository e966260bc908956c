"""What a trainer does, in a real browser: the test, slides, one file from disk, paper."""

from __future__ import annotations

import json
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from conftest import ROOT, read
from knowledge_base.model import kit

pytestmark = pytest.mark.slow
MODULE = "modules/la-strategie/"
ANSWER = """chosen => { for (const [question, choice] of Object.entries(chosen))
  document.querySelector(`input[name="${question}"][value="${choice}"]`).click(); }"""


@pytest.fixture(scope="module")
def module():
    return read(ROOT)[0].records["la-strategie"]


def chosen(module, wrong):
    """The right choice of each question, but a wrong one for the first `wrong` of them."""
    return {
        q.id: next(c.id for c in q.choices if c.right != (n < wrong))
        for n, q in enumerate(module.facts.quiz)
    }


def marked(page):
    page.locator(".quiz__bar button").first.click()
    return [int(n) for n in page.locator(".quiz output").inner_text().split() if n.isdigit()]


@pytest.mark.parametrize("wrong", [0, 3])
def test_the_same_choices_have_the_same_score_in_both_languages(phone, base, module, wrong):
    total = len(module.facts.quiz)
    for prefix in ("", "en/"):
        phone.goto(base + prefix + MODULE)
        phone.evaluate(ANSWER, chosen(module, wrong))
        assert marked(phone) == [total - wrong, total]
        assert phone.locator("[data-marked=wrong]").count() == wrong
        assert phone.locator("[data-question] details[open]").count() == total


def test_nothing_is_sent_and_nothing_kept_unless_asked(phone, base, module):
    phone.goto(base + MODULE)
    sent = []
    phone.on(
        "request",
        lambda request: sent.append(request.url) if "/assets/" not in request.url else None,
    )
    phone.evaluate(ANSWER, chosen(module, 0))
    marked(phone)
    assert sent == []
    assert phone.evaluate("localStorage.length") == 0
    phone.reload()
    assert phone.locator(".quiz input:checked").count() == 0
    phone.evaluate(ANSWER, chosen(module, 1))
    keep = phone.locator(".quiz > label input")
    keep.check()
    kept = json.loads(phone.evaluate("localStorage.getItem('quiz:la-strategie')"))
    assert kept == {question: [choice] for question, choice in chosen(module, 1).items()}
    phone.reload()
    assert phone.locator("fieldset input:checked").count() == len(module.facts.quiz)
    phone.locator(".quiz > label input").uncheck()
    assert phone.evaluate("localStorage.length") == 0


def test_the_test_needs_no_script(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + MODULE)
    question = page.locator("[data-question]").first
    question.locator("summary").click()
    assert question.locator("[data-right]").is_visible()
    assert page.locator(".quiz__bar").count() == 0
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_slide_is_fuller_than_the_projector(browser, real_site, prefix):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    for path in sorted((real_site / prefix / "modules").glob(f"*/{kit.SLIDES}")):
        page.goto(path.as_uri())
        for n in range(page.locator("[data-slide]").count()):
            now = page.locator("[data-now=true]")
            assert now.count() == 1
            foot, last = (
                now.locator(f".slide__page > {one}").bounding_box()
                for one in (".slide__foot", ":nth-last-child(2)")
            )
            assert last["y"] + last["height"] <= foot["y"] + 1, (path, n)
            assert not now.locator(".slide__notes").is_visible() if n else True
            page.keyboard.press("ArrowRight")
    page.close()


def test_slides_turn_by_keys_and_their_notes_open_in_step(browser, real_site):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto((real_site / MODULE / kit.SLIDES).as_uri())
    with context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector("[data-view=notes]", state="attached")
    for key in ("ArrowRight", "PageDown", " ", "ArrowLeft"):
        page.keyboard.press(key)
    at = page.locator("[data-now=true]").get_attribute("data-slide")
    assert page.url.endswith(f"#{at}")
    notes.wait_for_selector(f"[data-slide='{at}'][data-now=true]", state="attached")
    notes.keyboard.press("End")
    page.wait_for_selector("[data-slide]:last-child[data-now=true]", state="attached")
    page.keyboard.press("Home")
    assert page.locator("[data-now=true]").get_attribute("data-slide") == ""
    context.close()


def test_slides_print_two_a_page(browser, real_site, tmp_path):
    page = browser.new_page()
    page.goto((real_site / MODULE / kit.SLIDES).as_uri())
    count = page.locator("[data-slide]").count()
    page.pdf(path=tmp_path / "deck.pdf", format="A4")
    assert len(PdfReader(tmp_path / "deck.pdf").pages) == (count + 1) // 2
    page.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_module_is_one_file_that_works_from_a_downloads_folder(
    browser, real_site, tmp_path, module, prefix
):
    file = tmp_path / "la-strategie.html"
    shutil.copy(real_site / prefix / MODULE / file.name, file)
    assert file.stat().st_size <= 150_000
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(file.as_uri())
    page.evaluate(ANSWER, chosen(module, 2))
    assert marked(page)[0] == len(module.facts.quiz) - 2
    for term in module.facts.terms:
        assert page.locator(f"#terme-{term}").is_visible()
    assert asked == [file.as_uri()]
    assert told == []
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_printed_sheet_says_nothing_of_its_answers(browser, real_site, tmp_path, module, prefix):
    page = browser.new_page()
    page.goto((real_site / prefix / MODULE / kit.SHEET).as_uri())
    page.pdf(path=tmp_path / "sheet.pdf", format="A4", tagged=True, outline=True)
    page.close()
    paper = PdfReader(tmp_path / "sheet.pdf")
    assert len(paper.pages) == 2
    text = " ".join("".join(p.extract_text() for p in paper.pages).split())
    words = module.versions["en" if prefix else "fr"].words
    for question in words.quiz.values():
        for choice in question.choices.values():
            assert choice.feedback not in text
    raw = (tmp_path / "sheet.pdf").read_bytes()
    kept = (str(paper.metadata) + raw.decode("latin-1")).lower()
    for told in ("corrige", "data-right", "animer", "answer key"):
        assert told not in kept


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_timetable_prints_on_one_page(browser, real_site, tmp_path, prefix):
    page = browser.new_page()
    page.goto((real_site / prefix / "modules" / kit.TIMETABLE).as_uri())
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    assert len(PdfReader(tmp_path / "plan.pdf").pages) == 1
    page.close()


@pytest.mark.parametrize("path", [
    MODULE + kit.TRAINER, MODULE + kit.SHEET, MODULE + kit.KEY, MODULE + "la-strategie.html",
    "modules/" + kit.TIMETABLE, "modules/" + kit.COURSE, "sessions/2024-02-29-bamako/" + kit.SESSION,
    MODULE + kit.SLIDES,
])  # fmt: skip
def test_made_pages_are_accessible_and_fit_a_phone(browser, base, path):
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme)
        page = context.new_page()
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], scheme
        context.close()
