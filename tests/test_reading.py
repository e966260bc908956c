"""What is read is what was written, or a problem: never something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.front_matter import read_page, read_yaml
from knowledge_base.prose import read
from knowledge_base.text import decode

PAGE = "---\ntitle: Un titre\n---\n\nTexte.\n"


@pytest.mark.parametrize(
    "text", ["12:30", "0123", "1.10", "no", "2024-02-30", "1e3", "0x1F", "1_000"]
)
def test_scalars_stay_as_they_were_written(text):
    assert read_yaml(f"value: {text}\n", "x.md", 0).data == {"value": text}


@pytest.mark.parametrize("raw", [
    PAGE.encode(), b"\xef\xbb\xbf" + PAGE.encode(), PAGE.replace("\n", "\r\n").encode(),
])  # fmt: skip
def test_a_byte_order_mark_and_other_line_ends_are_read_rightly(raw):
    parsed = read_page(raw, "x.md")
    assert (parsed.data, parsed.problems) == ({"title": "Un titre"}, [])
    assert parsed.body.strip() == "Texte."


def test_aliases_without_end_are_refused_at_once():
    bomb = "a: &a [x]\n" + "".join(
        f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=False)
    )
    assert [p.code for p in read_yaml(bomb, "x.md", 0).problems] == ["yaml-alias"]


@given(st.binary(max_size=400))
def test_no_bytes_bring_a_traceback(raw):
    read_page(raw, "x.md")
    decode(raw, "x.md")


@given(st.text(max_size=300))
def test_no_text_brings_a_traceback(text):
    read_page(f"---\n{text}\n---\n{text}".encode("utf-8", "ignore"), "x.md")
    read(text)


def test_prose_knows_lines_sections_citations_and_what_is_code():
    body = read("\n".join([
        "## Un {#un}", "", "Texte[^a] et", "suite [lien](x.md).[^b]", "", "```", "[^c] ## Non", "```", "",
        '!!! note "Titre"', "    Dedans.[^d]", "", "## Deux {#deux}", "", "`[^e]` ![image](i.png)",
    ]), 10)  # fmt: skip
    assert [(h.id, h.line) for h in body.headings] == [("un", 10), ("deux", 22)]
    assert [(c.target, c.text, c.line) for c in body.citations] == [
        ("a", "un", 12), ("b", "un", 13), ("d", "un", 20),
    ]  # fmt: skip
    assert [(link.target, link.line) for link in body.links] == [("x.md", 13)]
    assert [(image.target, image.text) for image in body.images] == [("i.png", "image")]


def test_the_names_a_page_may_ask_by_are_those_of_the_views():
    from knowledge_base.model.views import VIEW_NAMES
    from knowledge_base.views import VIEWS

    assert tuple(VIEWS) == VIEW_NAMES
    folder = Path(__file__).parent.parent / "overrides" / "views"
    assert {path.stem for path in folder.glob("*.html")} == set(VIEW_NAMES)
