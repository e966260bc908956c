"""A test as QTI is read back: the same questions, choices, right answers and feedback."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, TODAY, read
from knowledge_base.exports.kit.qti import archive
from knowledge_base.views.training import Choice, Question, training

NS = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
TRICKY = (
    Question("q-1", "Été : {a} = *b* $c$ _d_ <e> `f` ?", (
        Choice("oui", "L’été #1: a=b & [c](d)", "Oui : c’est {ça} \\ $5$.", right=True),
        Choice("non", "1. Non ~ ![x](y)", "* Non = # non", right=False),
    )),
    Question("q-2", "Lesquels ?", (
        Choice("a", "Œuvre", "Oui", right=True), Choice("b", "Çà", "Oui", right=True),
        Choice("c", "Là", "Non", right=False),
    )),
)  # fmt: skip


def said(node):
    """The text that a reader of the platform sees."""
    return LexborHTMLParser(node.find(".//q:mattext", NS).text).text().strip()


def parsed(data):
    """Each question: its wording, then each choice with its feedback and whether it is right."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        name = next(n for n in file.namelist() if n.count("text2qti_assessment") == 2)
        tree = ET.fromstring(file.read(name))
    for item in tree.iterfind(".//q:item", NS):
        scored = next(
            c for c in item.iterfind(".//q:respcondition", NS) if c.find("q:setvar", NS) is not None
        )
        wrong = {one.text for one in scored.iterfind(".//q:not//q:varequal", NS)}
        right = {one.text for one in scored.iterfind(".//q:varequal", NS)} - wrong
        feedback = {one.get("ident"): said(one) for one in item.iterfind("q:itemfeedback", NS)}
        yield (
            said(item.find("q:presentation", NS)),
            [
                (said(label), feedback[f"{label.get('ident')}_fb"], label.get("ident") in right)
                for label in item.iterfind(".//q:response_label", NS)
            ],
        )


def plain(text):
    return " ".join(text.split())


def told(questions):
    return [
        (plain(q.prompt), [(plain(c.text), plain(c.feedback), c.right) for c in q.choices])
        for q in questions
    ]


def read_back(data):
    return [
        (plain(prompt), [(plain(text), plain(why), right) for text, why, right in choices])
        for prompt, choices in parsed(data)
    ]


def test_qti_reads_back_as_the_questions():
    assert read_back(archive("Été", TRICKY, TODAY)) == told(TRICKY)
    library, _ = read(ROOT)
    for page in library.modules:
        for locale in page.versions:
            questions = training(library, page, locale).questions
            assert read_back(archive("T", questions, TODAY)) == told(questions), (page.id, locale)


def test_the_same_test_is_the_same_file():
    assert archive("T", TRICKY, TODAY) == archive("T", TRICKY, TODAY)
    with zipfile.ZipFile(io.BytesIO(archive("T", TRICKY, date(2020, 2, 29)))) as file:
        assert "2020-02-29" in file.read("imsmanifest.xml").decode()
