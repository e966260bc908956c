"""Tests that can be answered, exercises that fit, results that can be true (rules 14 to 16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import Assessment, ModuleFacts, Question, SessionFacts
from knowledge_base.problem import Problem, error, warning

SMALLEST_CELL = 5


def questions_can_be_answered(library: Library) -> Iterator[Problem]:
    """A question has two choices or more, each with its own id, and a right one among them."""
    for page in library.modules:
        yield from _repeated(page, (question.id for question in page.facts.quiz), "quiz")
        for index, question in enumerate(page.facts.quiz):
            yield from _choices(page, index, question)


def _choices(page: Page[ModuleFacts], index: int, question: Question) -> Iterator[Problem]:
    line = page.line("quiz", index, "id")
    if len(question.choices) < 2:
        yield error(page.uri, line, "quiz-choices", question=question.id)
    elif not any(choice.right for choice in question.choices):
        yield error(page.uri, line, "quiz-right", question=question.id)
    yield from _repeated(page, (c.id for c in question.choices), "quiz", index, "choices")


def _repeated(page: Page[ModuleFacts], ids: Iterable[str], *path: str | int) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield error(page.uri, page.line(*path, index, "id"), "row-repeated", id=id_)
        seen.add(id_)


def choices_are_translated(library: Library) -> Iterator[Problem]:
    """A question has the same choices in every language."""
    for page in library.modules:
        for version in page.versions.values():
            if version is not page.source:
                yield from _translated(page, version)


def _translated(page: Page[ModuleFacts], version: Version) -> Iterator[Problem]:
    own = getattr(version.words, "quiz", {})
    for question in page.facts.quiz:
        if question.id not in own:
            continue  # told as a text without its translation
        here, there = set(own[question.id].choices), {choice.id for choice in question.choices}
        if here != there:
            yield error(
                version.uri,
                version.line("quiz", question.id),
                "quiz-translation",
                question=question.id,
                lost=_listed(there - here),
                added=_listed(here - there),
            )


def _listed(ids: set[str]) -> str:
    return ", ".join(sorted(ids)) or "∅"


def exercises_make_the_minutes(library: Library) -> Iterator[Problem]:
    """The minutes of a module are those of its exercises together."""
    for page in library.modules:
        minutes, parts = page.facts.minutes, [e.minutes for e in page.facts.exercises]
        if parts and minutes is not None and minutes != sum(parts):
            yield error(
                page.uri,
                page.line("minutes"),
                "minutes-total",
                parts=" + ".join(map(str, parts)),
                sum=sum(parts),
                total=minutes,
            )


def results_can_be_true(library: Library) -> Iterator[Problem]:
    """No more right answers than answers, no more answers than people, and of known questions."""
    for page in library.sessions:
        results = page.facts.assessment
        if results is not None:
            yield from _answers(page, results)
            yield from _people(page, results)
            yield from _questions(library, page, results)


def _answers(page: Page[SessionFacts], results: Assessment) -> Iterator[Problem]:
    for index, row in enumerate(results.questions):
        for name, right, most in (
            ("before", row.before, results.n_pre),
            ("after", row.after, results.n_post),
        ):
            if right > most:
                line = page.line("assessment", "questions", index, name)
                yield error(
                    page.uri, line, "assessment-right", question=row.id, right=right, most=most
                )


def _people(page: Page[SessionFacts], results: Assessment) -> Iterator[Problem]:
    people = page.facts.participants
    for name, count in (("n_pre", results.n_pre), ("n_post", results.n_post)):
        line = page.line("assessment", name)
        if people is not None and not people.approximate and count > people.total:
            yield error(
                page.uri, line, "assessment-people", field=name, count=count, total=people.total
            )
        elif 0 < count < SMALLEST_CELL:
            yield warning(
                page.uri, line, "assessment-small", field=name, count=count, least=SMALLEST_CELL
            )


def _questions(
    library: Library, page: Page[SessionFacts], results: Assessment
) -> Iterator[Problem]:
    module = library.records.get(results.module)
    known = [question.id for question in module.facts.quiz] if module else []
    times = Counter(row.id for row in results.questions)
    for index, row in enumerate(results.questions):
        line = page.line("assessment", "questions", index, "id")
        if module and row.id not in known:
            near = get_close_matches(row.id, known, 1, 0.6)
            told = {"near": near[0], "variant": "near"} if near else {}
            yield error(
                page.uri, line, "assessment-question", id=row.id, module=results.module, **told
            )
        elif times[row.id] > 1:
            yield error(page.uri, line, "row-repeated", id=row.id)
