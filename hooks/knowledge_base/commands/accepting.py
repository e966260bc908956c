"""Records that a translation is right: everything is checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge_base.commands.naming import RefusedError
from knowledge_base.front_matter_edit import with_fields
from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import Words
from knowledge_base.problem import Problem, errors
from knowledge_base.sections import Section, sections
from knowledge_base.states import State, accepted, page_state
from knowledge_base.wording import Wording
from knowledge_base.yaml_text import Quoted

NUMBER = re.compile(r"^\d+(?:e\d+)?$")
TO_RECORD = (State.STALE, State.UNRECORDED)


@dataclass(frozen=True)
class Accepted:
    """A translation, the sections to record as right, and the text its file then has."""

    version: Version
    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Terms:
    """On which terms: the reason for leaving a text unchanged, the reviewer's role."""

    why: str = ""
    by: str = ""


def first_records(library: Library) -> Iterator[Accepted]:
    """Each translation with sections that were never recorded; stale ones are left stale."""
    for page in library.pages:
        for locale in page.versions:
            if locale != page.source_locale:
                rows = page_state(page, locale).sections
                keys = tuple(r.key for r in rows if r.state is State.UNRECORDED)
                if keys:
                    yield _accepted(library, page, page.versions[locale], keys, Terms())


def acceptance(  # noqa: PLR0913, PLR0917 - where, what, on which terms, in which words
    library: Library,
    problems: list[Problem],
    page: Page[Any],
    locale: str,
    named: tuple[str, ...],
    terms: Terms,
    words: Wording,
) -> Accepted:
    """The record of a page's translation, or of the sections named, all where one is "".

    RefusedError where it is not right.
    """
    version = page.versions[locale]
    faults = [p for p in errors(problems) if p.uri == version.uri]
    if faults:
        raise RefusedError(words("kb.accept.faults", file=version.uri, n=len(faults)))
    keys = _asked(page, version, named, words)
    if not terms.why:
        same = [key for key in keys if _same(page, version, key)]
        if same:
            raise RefusedError(
                words("kb.accept.unchanged", file=version.uri, sections=", ".join(same))
            )
    return _accepted(library, page, version, keys, terms)


def _asked(
    page: Page[Any], version: Version, named: tuple[str, ...], words: Wording
) -> tuple[str, ...]:
    rows = {row.key: row.state for row in page_state(page, version.locale).sections}
    unknown = [section for section in named if section and section not in rows]
    if unknown:
        raise RefusedError(words("kb.no_section", section=unknown[0], names=", ".join(rows)))
    wanted = rows if "" in named else named
    return tuple(key for key, state in rows.items() if key in wanted and state in TO_RECORD)


def _same(page: Page[Any], version: Version, key: str) -> bool:
    """True where the source has changed since, and the translation has not."""
    row = next(r for r in page_state(page, version.locale).sections if r.key == key)
    return row.state is State.STALE and accepted(version, key)[1] == sections(version)[key].hash


def _accepted(
    library: Library, page: Page[Any], version: Version, keys: tuple[str, ...], terms: Terms
) -> Accepted:
    text = (library.settings.docs / version.uri).read_bytes().decode("utf-8")
    fields = _fields(library, page, version, keys, terms)
    return Accepted(version, keys, with_fields(text, fields) if keys else text)


def _fields(
    library: Library, page: Page[Any], version: Version, keys: tuple[str, ...], terms: Terms
) -> Mapping[str, Any]:
    """The fields that hold the record, sections in the order of the source."""
    words: Words = version.words
    source, own = sections(page.source), sections(version)
    day = library.today.isoformat()
    hashes = words.source | {key: source[key].hash for key in keys}
    dates = words.accepted | {key: f"{day} {own[key].hash}" for key in keys}
    kept = {key: why for key, why in words.unchanged.items() if key not in keys}
    reasons = kept | {key: terms.why for key in keys if terms.why and _same(page, version, key)}
    record = {
        "source": _ordered(hashes, source),
        "accepted": _ordered(dates, source),
        "unchanged": _ordered(reasons, source),
    }
    return record | ({"reviewer": terms.by} if terms.by else {})


def _ordered(rows: Mapping[str, str], source: Mapping[str, Section]) -> dict[str, str]:
    rows = {key: Quoted(row) if NUMBER.match(row) else row for key, row in rows.items()}
    return {key: rows[key] for key in source if key in rows}
