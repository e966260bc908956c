"""A test on paper: forms whose order a seed decides, and the letters that answer them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_uppercase
from typing import TypeVar

from knowledge_base.views.training import Choice, Question

FORMS = ("A", "B")
T = TypeVar("T")


@dataclass(frozen=True)
class PaperChoice:
    """A choice with the letter it has on this form."""

    letter: str
    text: str


@dataclass(frozen=True)
class PaperQuestion:
    """A question as a sheet prints it: nothing here tells which choice is right."""

    number: int
    prompt: str
    several: bool
    choices: tuple[PaperChoice, ...]


@dataclass(frozen=True)
class Form:
    """One form of a test."""

    name: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True)
class KeyRow:
    """The right letters of a question on each form: form, number, letters."""

    prompt: str
    answers: tuple[str, ...]
    places: tuple[tuple[str, int, str], ...]


def forms(questions: tuple[Question, ...], seed: str) -> tuple[Form, ...]:
    """The forms of a test."""
    return tuple(Form(name, tuple(_paper(questions, name, seed))) for name in FORMS)


def _paper(questions: tuple[Question, ...], form: str, seed: str) -> Iterable[PaperQuestion]:
    for number, question in enumerate(_ordered(questions, form, seed), 1):
        choices = tuple(
            PaperChoice(letter, choice.text)
            for letter, choice in zip(ascii_uppercase, _choices(question, form, seed), strict=False)
        )
        yield PaperQuestion(number, question.prompt, question.several, choices)


def key(questions: tuple[Question, ...], seed: str) -> tuple[KeyRow, ...]:
    """The right letters of each question, in the order of the module."""
    return tuple(_row(questions, question, seed) for question in questions)


def _row(questions: tuple[Question, ...], question: Question, seed: str) -> KeyRow:
    places = []
    for form in FORMS:
        number = _ordered(questions, form, seed).index(question) + 1
        choices = _choices(question, form, seed)
        letters = (
            letter for letter, choice in zip(ascii_uppercase, choices, strict=False) if choice.right
        )
        places.append((form, number, ", ".join(letters)))
    right = tuple(choice.text for choice in question.choices if choice.right)
    return KeyRow(question.prompt, right, tuple(places))


def _choices(question: Question, form: str, seed: str) -> list[Choice]:
    return _shuffled(question.choices, [c.id for c in question.choices], form + question.id, seed)


def _ordered(questions: tuple[Question, ...], form: str, seed: str) -> list[Question]:
    return _shuffled(questions, [q.id for q in questions], form, seed)


def _shuffled(items: Iterable[T], ids: Iterable[str], salt: str, seed: str) -> list[T]:
    """The same order wherever and whenever it is asked for, in every language."""
    digests = [sha256(f"{seed}/{salt}/{id_}".encode()).digest() for id_ in ids]
    return [item for _, item in sorted(zip(digests, items, strict=True), key=lambda pair: pair[0])]
