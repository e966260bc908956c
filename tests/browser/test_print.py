"""What `make print` gives: tagged PDF with bookmarks and page numbers, and no answer on a sheet."""

from __future__ import annotations

import importlib.util
import re
import sys

import pytest
from pypdf import PdfReader

from conftest import ROOT

pytestmark = pytest.mark.slow
KINDS = ("", "-animer", "-test", "-corrige", "-diapos")


@pytest.fixture(scope="module")
def pdf():
    spec = importlib.util.spec_from_file_location("pdf", ROOT / "printing" / "pdf.py")
    made = importlib.util.module_from_spec(spec)
    sys.modules["pdf"] = made  # where its dataclass looks for itself
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def paper(pdf, world, world_site, tmp_path_factory, browser):
    target = tmp_path_factory.mktemp("print")
    for locale in world.settings.locales:
        pdf.language(pdf.Press(browser, world, world_site), locale, target / locale)
    return target


def notes(reader):
    return [note for page in reader.pages for note in page.get("/Annots", ())]


def text_of(reader):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def test_every_module_and_the_handbook_are_there(paper, world):
    names = {f"{module.id}{kind}.pdf" for module in world.modules for kind in KINDS}
    without = {
        f"{m.id}{kind}.pdf"
        for m in world.modules
        if not m.facts.quiz
        for kind in ("-test", "-corrige")
    }
    for locale in ("fr", "en"):
        assert {path.name for path in (paper / locale).iterdir()} == names - without | {
            "manuel.pdf"
        }


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_has_structure_language_title_and_a_foot(paper, world, locale):
    site = dict(world.settings.site_names)[locale]
    for path in sorted((paper / locale).glob("*.pdf")):
        reader = PdfReader(path)
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], path
        assert "/StructTreeRoot" in root, path
        assert root["/Lang"].startswith(locale), path
        assert reader.metadata.title, path
        assert reader.outline, path
        led = [note.get_object().get("/A", {}).get("/URI", "") for note in notes(reader)]
        assert not any(target.startswith("file:") for target in led), path
        for number, page in enumerate(reader.pages, 1):
            foot = re.sub(r"\s+", " ", page.extract_text())
            assert f"{number} / {len(reader.pages)}" in foot, (path, number)
            assert site in foot, (path, number)
            assert "2026" in foot, (path, number)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_handbook_says_where_each_chapter_starts(paper, pdf, world, locale):
    reader = PdfReader(paper / locale / "manuel.pdf")
    begins = pdf.starts(reader)
    first = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    for module in world.modules:
        title = re.sub(r"\s+", " ", module.versions[locale].words.title).strip()
        page = begins[title]
        assert re.search(rf"{re.escape(title)} *(… *)?{page}\b", first), title
        assert title in re.sub(r"\s+", " ", reader.pages[page - 1].extract_text())


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_sheet_has_no_answer_in_it(paper, world, locale):
    for module in world.modules:
        path = paper / locale / f"{module.id}-test.pdf"
        if not path.is_file():
            continue
        reader = PdfReader(path)
        kept = text_of(reader) + str(reader.metadata) + str(reader.trailer["/Root"])
        for question in module.versions[locale].words.quiz.values():
            for choice in question.choices.values():
                assert re.sub(r"\s+", " ", choice.feedback) not in kept
        assert [one for one in notes(reader) if one.get_object().get("/Subtype") == "/Link"] == []
        assert reader.attachments == {}
        assert not re.search(
            r"corrige|animer|/r/|data-right", kept + path.read_bytes().decode("latin-1")
        )
