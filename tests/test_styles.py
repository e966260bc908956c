"""What is left out of a sheet, and which words of a script bring rules into a page."""

from __future__ import annotations

import pytest

from knowledge_base.styles import without, words_of_script


@pytest.mark.parametrize("css, left", [
    ("table{margin:0}", ""),
    ("h1,p{margin:0}", "p{margin:0}"),
    (".text h1:hover{margin:0}", ""),
    ("@media print{table{margin:0}p{margin:0}}", "@media print{p{margin:0}}"),
    (".table{margin:0}p:not(table){margin:0}", ".table{margin:0}p:not(table){margin:0}"),
    (":root{--ink:#000}", ":root{--ink:#000}"),
])  # fmt: skip
def test_only_the_selectors_that_ask_for_an_element_are_left_out(css, left):
    assert without(css, ["table", "h1"]) == left


def test_what_a_script_only_asks_for_brings_no_rule():
    script = 'root.querySelectorAll(".list > li"); one.closest("a"); one.className = "made";'
    words = words_of_script(script)
    assert ".made" in words
    assert words.isdisjoint({".list", "li", "a"})
