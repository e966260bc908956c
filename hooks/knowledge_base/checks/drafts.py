"""Marks that a writer leaves: a text still to write, which stops the build; a source to find."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.body import Body
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error, warning
from knowledge_base.wording import wording


def texts_are_written(library: Library) -> Iterator[Problem]:
    """No section still bears the mark of a text to write."""
    marks = _marks(library, "mark.to_write")
    for uri, body in _bodies(library):
        for passage in body.passages:
            if any(mark in passage.text for mark in marks):
                yield error(uri, passage.line, "text-to-write", section=passage.section)


def statements_are_sourced(library: Library) -> Iterator[Problem]:
    """A statement whose source is still to find says so, and is told until it is found."""
    marks = _marks(library, "mark.to_source")
    for uri, body in _bodies(library):
        for passage in body.passages:
            if any(mark in passage.text for mark in marks):
                yield warning(uri, passage.line, "source-wanted", section=passage.section or "–")


def _marks(library: Library, label: str) -> set[str]:
    return {wording(locale)(label) for locale in library.settings.locales}


def _bodies(library: Library) -> Iterator[tuple[str, Body]]:
    yield from ((version.uri, version.body) for _, version in library.versions())
    yield from library.drafts.items()
