"""A test as QTI 1.2, the archive that Canvas and platforms like it import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge_base.exports.archive import zipped
from knowledge_base.exports.kit.desk import Desk, File
from knowledge_base.model import kit
from knowledge_base.views.training import Choice, Question

# The library reads Markdown and LaTeX; a sign written by its number is only itself.
SIGN = re.compile(r"[!-/:-@\[-`{-~]")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def qti(own: Desk) -> Iterator[File]:
    """Every question with its choices and what is said to those who take each."""
    if own.training.questions:
        title, questions = own.record.title, own.training.questions
        yield own.folder + kit.QTI, archive(title, questions, own.library.today)


def archive(title: str, questions: tuple[Question, ...], made: date) -> bytes:
    """The file: the same for the same test and day."""
    # Here, for the library brings a Markdown reader that checking the content does without.
    from text2qti.config import Config  # noqa: PLC0415
    from text2qti.qti import QTI  # noqa: PLC0415
    from text2qti.quiz import Quiz  # noqa: PLC0415
    from text2qti.xml_imsmanifest import imsmanifest  # noqa: PLC0415

    own = QTI(Quiz(_written(title, questions), config=Config(), source_name=title))
    manifest = imsmanifest(
        manifest_identifier=own.manifest_identifier,
        assessment_identifier=own.assessment_identifier,
        dependency_identifier=own.dependency_identifier,
        images={},
        date=made.isoformat(),
    )
    folder = own.assessment_identifier
    texts = {
        "imsmanifest.xml": manifest,
        f"{folder}/assessment_meta.xml": own.assessment_meta,
        f"{folder}/{folder}.xml": own.assessment,
    }
    return zipped(texts.items())


def _written(title: str, questions: tuple[Question, ...]) -> str:
    """The text that the library reads."""
    rows = [f"Quiz title: {title}"]
    for number, question in enumerate(questions, 1):
        rows += ["", f"{number}.  {_plain(question.prompt)}"]
        for letter, choice in zip(LETTERS, question.choices, strict=False):
            mark = _of_several(choice) if question.several else _of_one(choice, letter)
            rows += [f"{mark} {_plain(choice.text)}", f"... {_plain(choice.feedback)}"]
    return "\n".join(rows) + "\n"


def _of_several(choice: Choice) -> str:
    return "[*]" if choice.right else "[ ]"


def _of_one(choice: Choice, letter: str) -> str:
    return f"*{letter})" if choice.right else f"{letter})"


def _plain(text: str) -> str:
    return SIGN.sub(lambda sign: f"&#{ord(sign.group())};", " ".join(text.split()))
