"""Both languages speak of the same bodies: the acronyms of a section are in its translation (10).

An acronym is matched by its term of the glossary, in the other language's acronym, name or another
form of it (French RSS is English SSR, or "security sector reform"); one that the glossary lacks
must stand in both as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial

from knowledge_base.checks.language import acronyms, folded
from knowledge_base.checks.parity import differences, pairs, texts
from knowledge_base.model.library import Library
from knowledge_base.model.registries import Term
from knowledge_base.problem import Problem

Said = Mapping[str, set[str]]  # of an acronym, how another language may say it


def acronyms_are_the_same(library: Library) -> Iterator[Problem]:
    """What one language names by an acronym, the other names too, section by section."""
    sayings = cache(partial(_sayings, library))
    for page, version in pairs(library):
        there, here = page.source_locale, version.locale
        onward, back = sayings(there, here), sayings(here, there)
        subject = {page.facts.acronym} if hasattr(page.facts, "acronym") else set()
        source, own = texts(page.source), texts(version)
        for section in source.keys() & own.keys():
            left, right = source[section], own[section]
            lost = _unsaid(left, right, onward, subject)
            added = _unsaid(right, left, back, subject)
            yield from differences(version, section, lost, added, "parity-acronyms")


def _unsaid(text: str, other: str, sayings: Said, subject: set[str | None]) -> Counter[str]:
    """The acronyms of a text that the other has in no form; a page may call its subject "it"."""
    used = set(acronyms(text)) - subject
    said = f" {folded(other)} " if used else ""
    return Counter(
        acronym
        for acronym in used
        if not any(f" {folded(name)} " in said for name in sayings.get(acronym, {acronym}))
    )


def _sayings(library: Library, locale: str, into: str) -> Said:
    """Each name of the glossary with its sayings in a language; a part of one where it has none."""
    whole: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for term in library.terms.values():
        other = _names(term, into)
        for name in _names(term, locale) if other else ():
            whole.setdefault(name, set()).update(other)
            for part in name.split():
                parts.setdefault(part, set()).update(other)
    return parts | whole


def _names(term: Term, locale: str) -> list[str]:
    words = term.names.get(locale)
    if words is None:
        return []
    return [words.label, *((words.acronym,) if words.acronym else ()), *words.aliases, *words.forms]
