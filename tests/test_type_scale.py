"""Letters come in few sizes and two weights: each more costs a phone time before it shows a page."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT

SHEETS = sorted((ROOT / "docs/assets/css").glob("*.css"))
SCALE = ("--tiny", "--small", "--lead", "--large", "--huge")
# Sizes of their own: the page's, paper's and a slide's letters, the first page's title, code and
# printed addresses in the size of what they stand in.
ALONE = {
    "100%", "1rem", "10pt", "inherit", ".9em", ".8em", "clamp(2rem, 1.4rem + 3vw, 3rem)", "1.1rem", "1.25rem", "1.75rem",
}  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_sizes_are_those_of_the_scale(sheet):
    sizes = {one.strip() for one in re.findall(r"font-size:([^;}]*)", sheet.read_text("utf-8"))}
    known = ALONE | {f"var({name})" for name in SCALE}
    assert {one for one in sizes if "var(--unit)" not in one} <= known


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_weights_are_two(sheet):
    weights = {one.strip() for one in re.findall(r"font-weight:([^;}]*)", sheet.read_text("utf-8"))}
    assert weights <= {"400", "700", "inherit"}


def test_the_scale_is_stated_once():
    css = (ROOT / "docs/assets/css/site.css").read_text("utf-8")
    stated = re.findall(r"^  (--tiny: .*)$", css, re.MULTILINE)
    assert len(stated) == 1
    assert all(f"{name}: " in stated[0] for name in SCALE)
