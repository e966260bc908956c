"""A module as it is taught: its exercises with their minutes, its notes, its test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import ModuleFacts, ModuleWords, QuestionWords
from knowledge_base.model.timetable import minutes_of
from knowledge_base.views import names
from knowledge_base.views.names import Named
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Choice:
    """A choice, whether it is right, and what is said to those who take it."""

    id: str
    text: str
    feedback: str
    right: bool


@dataclass(frozen=True)
class Question:
    """A question of a test; `several` where more than one choice is right."""

    id: str
    prompt: str
    choices: tuple[Choice, ...]

    @property
    def several(self) -> bool:
        """True where the right answer is more than one choice."""
        return sum(choice.right for choice in self.choices) > 1


@dataclass(frozen=True)
class Exercise:
    """An exercise; `minutes` is told with its unit, longer texts are Markdown."""

    id: str
    title: str
    minutes: str
    group: str
    needs: str
    instructions: str
    expect: str


@dataclass(frozen=True)
class Training:
    """What a module has beside its prose; `minutes` is empty where nobody has counted them."""

    minutes: str
    exercises: tuple[Exercise, ...]
    notes: Mapping[str, str]
    questions: tuple[Question, ...]
    prerequisites: tuple[Named, ...]


def training(library: Library, page: Page[Any], locale: str) -> Training | None:
    """The training side of a module; None for a record of another kind."""
    if page.kind != "module":
        return None
    words, own = wording(locale), _own(page, locale)
    minutes = minutes_of(page)
    return Training(
        minutes=words.count("kit.minutes", minutes) if minutes else "",
        exercises=tuple(_exercises(page, own, locale)),
        notes={id_: words.text(text) for id_, text in {**page.facts.notes, **own.notes}.items()},
        questions=tuple(_questions(page, own, locale)),
        prerequisites=tuple(names.record(library, id_, locale) for id_ in page.facts.prerequisites),
    )


def exercise_title(page: Page[ModuleFacts], id_: str, locale: str) -> str:
    """The name of an exercise in a language."""
    texts = {**page.facts.words().exercises, **_own(page, locale).exercises}
    return wording(locale).text(texts[id_].title)


def _own(page: Page[ModuleFacts], locale: str) -> ModuleWords:
    words = page.version(locale).words
    return words if isinstance(words, ModuleWords) else page.facts.words()


def _exercises(page: Page[ModuleFacts], own: ModuleWords, locale: str) -> Iterator[Exercise]:
    words = wording(locale)
    for row in page.facts.exercises:
        texts = own.exercises.get(row.id, row)
        yield Exercise(
            id=row.id,
            title=words.text(texts.title),
            minutes=words.count("kit.minutes", row.minutes),
            group=words.count("kit.group", row.group_size) if row.group_size else "",
            needs=words.text(texts.needs or ""),
            instructions=words.text(texts.instructions or ""),
            expect=words.text(texts.expect or ""),
        )


def _questions(page: Page[ModuleFacts], own: ModuleWords, locale: str) -> Iterator[Question]:
    for row in page.facts.quiz:
        texts = own.quiz.get(row.id, row.words())
        choices = (_choice(choice, texts, locale) for choice in row.choices)
        yield Question(row.id, wording(locale).text(texts.prompt), tuple(choices))


def _choice(choice: Any, texts: QuestionWords, locale: str) -> Choice:
    words, own = wording(locale), texts.choices.get(choice.id, choice)
    return Choice(choice.id, words.text(own.text), words.text(own.feedback), choice.right)
