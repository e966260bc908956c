"""Each problem is explained: message, reason, cure and an example, in both languages."""

from __future__ import annotations

import re

import pytest

from examples import written
from knowledge_base.views.problems import family_of
from knowledge_base.wording import FOLDER, examples, messages

LINE = re.compile(r"(\.\w+):\d+")  # a line added to the small world makes no example untrue


def test_the_examples_are_what_is_printed_today(tmp_path, request):
    made = written(tmp_path)
    path = FOLDER / "examples.yml"
    if request.config.getoption("--bless"):
        path.write_text(made, "utf-8")
        examples.cache_clear()
    kept = path.read_text("utf-8")
    assert LINE.sub(r"\1", kept) == LINE.sub(r"\1", made), (
        "run: pytest tests/test_examples.py --bless"
    )


@pytest.mark.parametrize("code", sorted(messages("fr")))
def test_each_code_is_explained_in_both_languages(code):
    for locale in ("fr", "en"):
        message = messages(locale)[code]
        assert message["what"]
        assert message["why"].endswith(".")
        assert message["cure"]
        assert f"[{code}]\n    → " in examples()[code]["told"][locale]
    assert messages("fr")[code]["why"] != messages("en")[code]["why"]
    assert family_of(code)
