"""Acronyms of both languages, section by section (rule 10): equivalents come from the glossary."""

from __future__ import annotations

import pytest

from conftest import read

FRENCH, ENGLISH = "docs/documents/decret-1.md", "docs/documents/decret-1.en.md"


@pytest.mark.parametrize("french, english, lost, added", [
    ("L’ONE agit.", "The NWO acts.", "∅", "∅"),
    ("L’ONE agit.", "The National Water Office acts.", "∅", "∅"),
    ("L’Office national de l’eau agit.", "The NWO acts.", "∅", "∅"),
    ("L’ONE agit.", "The Office acts.", "ONE", "∅"),
    ("L’Office agit.", "The NWO acts.", "∅", "NWO"),
    ("Le XYZ agit.", "The XYZ acts.", "∅", "∅"),
    ("Le XYZ agit.", "The ZYX acts.", "XYZ", "ZYX"),
    ("Au XXe siècle, article IV.", "In the last century, article IV.", "∅", "∅"),
])  # fmt: skip
def test_an_acronym_of_one_language_is_said_in_the_other(spoilt, french, english, lost, added):
    root = spoilt()
    for file, text in ((FRENCH, french), (ENGLISH, english)):
        path = root / file
        top, mark, _ = path.read_text("utf-8").partition("{#objet}\n")
        path.write_text(f"{top}{mark}\n{text}[^gazette-2020]\n", "utf-8")
    found = [p for p in read(root)[1] if p.code == "parity-acronyms"]
    told = [(p.value("lost"), p.value("added")) for p in found]
    assert told == ([] if lost == added else [(lost, added)])


def test_a_page_may_call_its_subject_it(spoilt):
    root = spoilt()
    path = root / "docs/institutions/one.en.md"
    path.write_text(path.read_text("utf-8").replace("The NWO has", "It has"), "utf-8")
    assert [p for p in read(root)[1] if p.code == "parity-acronyms"] == []
