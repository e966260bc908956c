"""The guide is true: each of its steps is followed in a fresh clone, and prints what is shown."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from conftest import ROOT
from guide import FENCE, GUIDE, Reader, matches, pages, steps
from knowledge_base.commands import COMMANDS
from knowledge_base.model.records import (
    ActivityFacts,
    ActivityWords,
    DocumentFacts,
    Event,
    SessionFacts,
)
from knowledge_base.wording import wording

SPOKEN = [*GUIDE.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
# Where each field that the guide shows is read.
FIELDS = {
    "events": ActivityFacts, "reply": Event, "ask": ActivityFacts, "recommendations": SessionFacts,
    "participants": SessionFacts, "compared": DocumentFacts,
}  # fmt: skip
SAID = re.compile(r"`((?:\.venv/bin/kb|kb|make) [^`]+)`")


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_following_only_the_guide_adds_a_session_with_its_source_and_its_english(
    locale, tmp_path, request
):
    reader, wrong = Reader(tmp_path), []
    for page in pages(locale):
        text, shift = page.read_text("utf-8"), 0
        for step in steps(page):
            printed = reader.follow(step)
            if step.shown is None or matches(step.shown, printed):
                continue
            wrong.append(f"{page.name}\n{step.text}\nshown:\n{step.shown}\nprinted:\n{printed}")
            start, end = (place + shift for place in step.span)
            text, shift = text[:start] + printed + text[end:], shift + len(printed) - (end - start)
        if request.config.getoption("--bless"):
            page.write_text(text, "utf-8")
    if not request.config.getoption("--bless"):
        assert wrong == [], "\n".join(wrong)
    site = reader.place / "site"
    for path in ("sessions", "en/sessions"):
        made = (site / path / "2015-03-31-bamako" / "index.html").read_text("utf-8")
        assert "data-fallback" not in made
        assert "data-stale" not in made
        assert "abamako-ndi-2015" in made


def test_the_guides_first_page_leads_to_each_page_that_has_steps():
    led = set(pages("fr")) | set(pages("en"))
    assert [page.name for page in GUIDE.glob("*.md") if steps(page) and page not in led] == []


@pytest.mark.parametrize("name", [page.name for page in pages("fr")])
def test_both_languages_have_the_same_steps(name):
    def shape(page):
        return [(step.kind, step.file, step.shown is not None) for step in steps(page)]

    french = GUIDE / name
    assert shape(french) == shape(french.with_suffix(".en.md"))


@pytest.mark.parametrize("page", SPOKEN, ids=lambda page: page.name)
def test_each_command_named_exists(page):
    text = page.read_text("utf-8")
    tasks = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    lines = [
        line for kind, body in FENCE.findall(text) if kind == "sh" for line in body.split("\n")
    ]
    for said in [*SAID.findall(text), *lines]:
        words = shlex.split(said.replace("’", " "), comments=True)
        if words and words[0] == "make":
            assert words[1] in tasks, said
        elif words and words[0].rpartition("/")[2] == "kb":
            assert words[1] in COMMANDS, said


@pytest.mark.parametrize("shown, printed, same", [
    ("a … b\n", "a x b\n", True), ("a\n…\nd\n", "a\nb\nc\nd\n", True), ("a\n", "a\nb\n", False),
    ("a … b\n", "a x\nb\n", False), ("…\n", "", True),
])  # fmt: skip
def test_what_varies_is_left_out_of_what_is_shown(shown, printed, same):
    assert matches(shown, printed) is same


@pytest.mark.parametrize("locale, file", [
    ("fr", "corriger-une-page.md"), ("fr", "index.md"), ("en", "corriger-une-page.en.md"), ("en", "index.en.md"),
])  # fmt: skip
def test_the_guide_names_the_link_as_the_pages_do(locale, file):
    assert wording(locale)("site.edit") in (GUIDE / file).read_text("utf-8")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_field_shown_for_following_an_activity_is_one_that_the_model_reads(locale):
    name = "suivre-une-activite.md" if locale == "fr" else f"suivre-une-activite.{locale}.md"
    text = (GUIDE / name).read_text("utf-8")
    shown = [yaml.load(body, yaml.BaseLoader) for kind, body in FENCE.findall(text) if kind]
    read = [(field, value) for block in shown for field, value in block.items()]
    assert {field for field, _ in read} == set(FIELDS)
    for field, value in read:
        model = ActivityWords if isinstance(value, dict) and field == "events" else FIELDS[field]
        TypeAdapter(model.model_fields[field].annotation).validate_python(value)
        if field != "ask":
            with pytest.raises(ValidationError):
                TypeAdapter(model.model_fields[field].annotation).validate_python({"x": {"y": 1}})
