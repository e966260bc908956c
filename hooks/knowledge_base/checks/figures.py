"""Numbers and periods that must agree with themselves (rules 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import DocumentDates, Membership, Span
from knowledge_base.problem import Problem, error


def participants_make_the_total(library: Library) -> Iterator[Problem]:
    """Women, men and those not stated add up to the total."""
    for page in library.sessions:
        people = page.facts.participants
        if people is None or people.women + people.men + people.not_stated == people.total:
            continue
        yield error(
            page.uri,
            page.line("participants", "total"),
            "participants-total",
            variant="" if people.not_stated else "stated",
            women=people.women,
            men=people.men,
            not_stated=people.not_stated,
            sum=people.women + people.men + people.not_stated,
            total=people.total,
        )


def periods_start_before_they_end(library: Library) -> Iterator[Problem]:
    """No period ends before it starts."""
    for page in library.pages:
        yield from _periods(page, page.facts, ())


def _periods(page: Page[Any], model: BaseModel, path: tuple[str | int, ...]) -> Iterator[Problem]:
    bounds = _bounds(model)
    if bounds and bounds[0] and bounds[1] and bounds[0].first > bounds[1].last:
        line = page.line(*path, bounds[2])
        yield error(page.uri, line, "dates-order", start=bounds[0].text, end=bounds[1].text)
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, item in items:
            if isinstance(item, BaseModel):
                below = (*path, name) if index is None else (*path, name, index)
                yield from _periods(page, item, below)


def _bounds(model: BaseModel) -> Any:
    if isinstance(model, (Span, Membership)):
        return model.start, model.end, "end"
    if isinstance(model, DocumentDates):
        return model.adopted, model.published, "published"
    return None
