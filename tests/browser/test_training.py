"""What a trainer does, in a real browser: the test, slides, one file from disk, paper."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from knowledge_base.model import kit

pytestmark = pytest.mark.slow
MODULE = "modules/la-strategie/"
ANSWER = """chosen => { for (const [question, choice] of Object.entries(chosen))
  document.querySelector(`input[name="${question}"][value="${choice}"]`).click(); }"""


def chosen(module, wrong):
    """The right choice of each question, but a wrong one for the first `wrong` of them."""
    return {
        q.id: next(c.id for c in q.choices if c.right != (n < wrong))
        for n, q in enumerate(module.facts.quiz)
    }


def squeezed(text):
    """Letters alone: a PDF breaks lines and joins words as it likes."""
    return "".join(character for character in text if character.isalnum())


def marked(page):
    page.locator(".quiz__bar button").first.click()
    return [int(n) for n in page.locator(".quiz output").inner_text().split() if n.isdigit()]


@pytest.mark.parametrize("prefix, other", [("", "en/"), ("en/", "")])
def test_t1_the_trainers_view_opens_from_the_module(phone, base, module, prefix, other):
    phone.goto(base + prefix + MODULE)
    phone.locator(f'nav.kit a[href="{kit.TRAINER}"]').click()
    phone.wait_for_url(f"**/{prefix}{MODULE}{kit.TRAINER}")
    minutes = phone.locator("[data-minutes]").all_inner_texts()
    total = phone.locator("[data-minutes-total]").inner_text()
    assert str(sum(int(re.search(r"\d+", text).group()) for text in minutes)) in total.split()
    for section in module.facts.notes:
        assert phone.locator(f"[data-note={section}]").is_visible()
        assert phone.locator(f"h2#{section}").is_visible()
    assert phone.locator("[data-answers] [data-right]").count() >= len(module.facts.quiz)
    phone.locator(".bar__languages a").click()
    phone.wait_for_url(f"**/{other}{MODULE}{kit.TRAINER}")


@pytest.mark.parametrize("prefix, other", [("", "en/"), ("en/", "")])
def test_t3_a_copied_link_leads_to_the_section_in_the_other_language(browser, base, prefix, other):
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + prefix + MODULE)
    page.locator("h2#objectifs .mark").click()
    page.wait_for_selector("h2#objectifs .mark[data-copied]")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{base}{prefix}{MODULE}#objectifs"
    reader = context.new_page()
    reader.goto(copied)
    reader.locator(".bar__languages a").click()
    reader.wait_for_url(f"{base}{other}{MODULE}#objectifs")
    assert reader.locator("h2#objectifs").is_visible()
    context.close()
    # Without a script the link to the other language has no section; the same id stands there.
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{base}{other}{MODULE}#objectifs")
    assert plain.locator("h2#objectifs:target").count() == 1
    plain.context.close()


@pytest.mark.parametrize("wrong", [0, 3])
def test_t4_the_same_choices_have_the_same_score_in_both_languages(phone, base, module, wrong):
    total = len(module.facts.quiz)
    for prefix in ("", "en/"):
        phone.goto(base + prefix + MODULE)
        phone.evaluate(ANSWER, chosen(module, wrong))
        assert marked(phone) == [total - wrong, total]
        assert phone.locator("[data-marked=wrong]").count() == wrong
        assert phone.locator("[data-question] details[open]").count() == total


def test_t4_nothing_is_sent_and_nothing_kept_unless_asked(phone, base, module):
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


def test_t4_the_test_needs_no_script(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + MODULE)
    question = page.locator("[data-question]").first
    question.locator("summary").click()
    assert question.locator("[data-right]").is_visible()
    assert page.locator(".quiz__bar").count() == 0
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_t7_no_slide_is_fuller_than_the_projector(browser, real_site, prefix):
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


def test_t7_slides_turn_by_keys_and_their_notes_open_in_step(browser, real_site):
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


def test_t7_slides_print_two_a_page(browser, real_site, tmp_path, module):
    page = browser.new_page()
    page.goto((real_site / MODULE / kit.SLIDES).as_uri())
    count = page.locator("[data-slide]").count()
    page.pdf(path=tmp_path / "deck.pdf", format="A4")
    page.close()
    paper = PdfReader(tmp_path / "deck.pdf")
    assert len(paper.pages) == (count + 1) // 2
    text = squeezed("".join(sheet.extract_text() for sheet in paper.pages))
    assert squeezed(module.source.words.title) in text
    for note in module.source.words.notes.values():  # for the presenter alone
        assert squeezed(note)[:60] not in text


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_t9_a_module_is_one_file_that_works_from_a_downloads_folder(
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


@pytest.mark.parametrize("path, shown", [
    (MODULE + "index.html", "[data-question] summary"),
    (MODULE + kit.TRAINER, "[data-answers]"),
    (MODULE + kit.SLIDES, "[data-slide]"),
    (MODULE + kit.SHEET, "[data-form]"),
    ("sessions/2024-02-29-bamako/" + kit.SESSION, "[data-timetable]"),
    ("modules/" + kit.COURSE, "[data-right-answers]"),
])  # fmt: skip
def test_a_page_saved_alone_is_whole(browser, real_site, tmp_path, path, shown):
    """What is kept of a page without the rest of the site: its text, its looks, its answers."""
    saved = tmp_path / "saved.html"
    shutil.copy(real_site / path, saved)
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(saved.as_uri())
    assert page.locator(shown).first.is_visible()
    assert page.locator("h1").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Roboto")
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_whole_site_on_a_disk_keeps_its_test_and_its_slides(browser, real_site, module, prefix):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((real_site / prefix / MODULE / "index.html").as_uri())
    page.evaluate(ANSWER, chosen(module, 1))
    assert marked(page)[0] == len(module.facts.quiz) - 1
    page.locator(f'nav.kit a[href="{kit.SLIDES}"]').click()
    page.wait_for_selector("[data-now=true]", state="attached")
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-now=true]").get_attribute("data-slide")
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
def test_t2_a_timetable_prints_on_one_page(browser, real_site, tmp_path, prefix):
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
