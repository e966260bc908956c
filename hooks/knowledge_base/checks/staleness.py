"""A translation whose source has changed is told, by the section (rule 11)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library, Version
from knowledge_base.problem import Problem, warning
from knowledge_base.states import PageState, State, states

CONFIGURATION = "../mkdocs.yml"


def translations_follow_their_source(library: Library) -> Iterator[Problem]:
    """Each stale section is told on its line; translations never recorded are told once for all."""
    without = 0
    for state in states(library):
        version = state.page.versions.get(state.locale)
        if version is None:
            continue
        if version.words.source:
            yield from _page(state, version)
        else:
            without += 1
    if without:
        values = {"variant": "site", "count": without, "page": "--all"}
        yield warning(CONFIGURATION, 0, "translation-unrecorded", **values)


def _page(state: PageState, version: Version) -> Iterator[Problem]:
    id_ = state.page.id
    for row in state.stale:
        line = _line(version, row.key)
        values = {"section": row.key, "words": row.words, "page": id_}
        yield warning(version.uri, line, "translation-stale", **values)
    new = [row.key for row in state.sections if row.state is State.UNRECORDED]
    if new:
        line = version.line("source")
        told = ", ".join(new)
        yield warning(version.uri, line, "translation-unrecorded", sections=told, page=id_)


def _line(version: Version, key: str) -> int:
    headings = (h.line for h in version.body.headings if h.id == key)
    return next(headings, version.line(*key.removeprefix(".").split(".")))
