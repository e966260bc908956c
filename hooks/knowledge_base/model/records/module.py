"""Parts of the course, with their exercises and tests."""

from __future__ import annotations

from pydantic import Field

from knowledge_base.model.fields import (
    ActivityRef,
    DocumentRef,
    Id,
    ModuleRef,
    Prose,
    Strict,
    TermRef,
    Text,
    Truth,
    Whole,
)
from knowledge_base.model.records.common import (
    Facts,
    Texts,
    Words,
)


class ChoiceWords(Strict):
    """A choice and what is said to those who take it."""

    text: Text
    feedback: Text


class QuestionWords(Strict):
    """A question's wording, choices by their ids."""

    prompt: Text
    choices: dict[str, ChoiceWords]


class Choice(ChoiceWords):
    """One choice of a question, in the source file."""

    id: Id
    right: Truth = False


class Question(Strict):
    """One question of a test, in the source file."""

    id: Id
    prompt: Text
    choices: tuple[Choice, ...]

    def words(self) -> QuestionWords:
        """Its texts, in the shape a translation has."""
        texts = {c.id: ChoiceWords(text=c.text, feedback=c.feedback) for c in self.choices}
        return QuestionWords(prompt=self.prompt, choices=texts)


class ExerciseWords(Strict):
    """An exercise's texts."""

    title: Text
    needs: Text | None = None
    instructions: Prose | None = None
    expect: Prose | None = None


class Exercise(ExerciseWords):
    """One exercise of a module, in the source file."""

    id: Id
    minutes: Whole
    group_size: Whole | None = None


class ModuleWords(Words):
    """The texts of a module; exercises, notes and questions by their ids."""

    objectives: Texts = ()
    exercises: dict[str, ExerciseWords] = Field(default_factory=dict)
    notes: dict[str, Prose] = Field(default_factory=dict)
    quiz: dict[str, QuestionWords] = Field(default_factory=dict)


class ModuleFacts(Facts):
    """A part of the course, readable alone."""

    order: Whole
    minutes: Whole | None = None
    objectives: Texts = ()
    prerequisites: tuple[ModuleRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    activities: tuple[ActivityRef, ...] = ()
    terms: tuple[TermRef, ...] = ()
    slides: tuple[Id, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    notes: dict[str, Prose] = Field(default_factory=dict)
    quiz: tuple[Question, ...] = ()

    def words(self) -> ModuleWords:
        """The texts of the source file, in the shape a translation has."""
        fields = set(ExerciseWords.model_fields)
        return ModuleWords(
            **super().words().model_dump(),
            objectives=self.objectives,
            exercises={e.id: ExerciseWords(**e.model_dump(include=fields)) for e in self.exercises},
            notes=self.notes,
            quiz={q.id: q.words() for q in self.quiz},
        )
