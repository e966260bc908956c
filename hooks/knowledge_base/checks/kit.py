"""What a module says of its sections for those who teach it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import ModuleFacts
from knowledge_base.model.timetable import declared, slots
from knowledge_base.problem import Problem, error


def slides_and_notes_are_of_sections(library: Library) -> Iterator[Problem]:
    """A slide, and a note for the trainer, names a section of the module."""
    for page in library.modules:
        named: list[tuple[str, str | int, str]] = [
            ("slides", index, id_) for index, id_ in enumerate(page.facts.slides)
        ]
        named += [("notes", id_, id_) for id_ in page.facts.notes]
        yield from _unknown(page, named)


def _unknown(page: Page[ModuleFacts], named: list[tuple[str, str | int, str]]) -> Iterator[Problem]:
    known = [h.id for h in page.source.body.headings if h.level == 2 and h.id]
    for field, place, id_ in named:
        if id_ not in known:
            near = get_close_matches(id_, known, 1, 0.6)
            told = {"near": near[0], "variant": "near"} if near else {}
            yield error(
                page.uri, page.line(field, place), "section-unknown", id=id_, field=field, **told
            )


def timetables_fit(library: Library) -> Iterator[Problem]:
    """Every exercise of a timetable finds its room in the hours given."""
    for page in library.pages:
        plan = declared(page)
        if plan and all(id_ in library.records for id_ in plan.modules):
            left = slots(library, plan)[1]
            if left:
                yield error(page.uri, page.line("timetable"), "timetable-full", minutes=left)
