"""A test as GIFT, the text that Moodle imports (docs.moodle.org, "GIFT format")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge_base.exports.kit.desk import Desk, File
from knowledge_base.model import kit
from knowledge_base.views.training import Choice, Question

SPECIAL = re.compile(r"([~=#{}:\\])")


def gift(own: Desk) -> Iterator[File]:
    """Every question with its choices and what is said to those who take each."""
    if own.training.questions:
        yield own.folder + kit.GIFT, written(own.page.id, own.record.title, own.training.questions)


def written(module: str, title: str, questions: tuple[Question, ...]) -> str:
    """The text of the file."""
    parts = [f"$CATEGORY: {_escaped(title)}", *(_question(module, q) for q in questions)]
    return "\n\n".join(parts) + "\n"


def _question(module: str, question: Question) -> str:
    name = f"{module}.{question.id}"
    ids = " ".join(choice.id for choice in question.choices)
    rows = [f"// [id:{name}] choices: {ids}", f"::{name}::{_escaped(question.prompt)} {{"]
    share = _share(question)
    rows += [_choice(choice, share) for choice in question.choices]
    return "\n".join([*rows, "}"])


def _share(question: Question) -> str:
    """What each right choice is worth where there are several; Moodle wants the sum to be 100."""
    right = sum(choice.right for choice in question.choices)
    return f"{100 / right:.5f}".rstrip("0").rstrip(".") if right > 1 else ""


def _choice(choice: Choice, share: str) -> str:
    alone = "=" if choice.right else "~"
    among = f"~%{share}%" if choice.right else "~%-100%"
    mark = among if share else alone
    return f"  {mark}{_escaped(choice.text)}#{_escaped(choice.feedback)}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
