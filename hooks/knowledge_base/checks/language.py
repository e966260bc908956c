"""Words: acronyms and approved terms (rule 12), short summaries (13), linkable sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import groupby

from knowledge_base.model.folding import fold
from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import Facts
from knowledge_base.model.registries import TermWords
from knowledge_base.model.views import VIEW_NAMES
from knowledge_base.problem import Problem, error, warning

ACRONYM = re.compile(r"(?<![\w/.-])[A-Z][A-Za-z]*[A-Z]{1,}(?:-[A-Z0-9]+)*\b")
ROMAN = re.compile(r"^[IVXLC]+(?:e|er)?$")
COMPOUND = re.compile(r"\b[A-Z]{2,}(?:-[A-Z]+)+\b")
LONGEST_SUMMARY = 60


def acronyms_are_in_the_glossary(library: Library) -> Iterator[Problem]:
    """Each acronym of the prose has its row in the glossary, in the page's language or another."""
    names = [
        name
        for term in library.terms.values()
        for words in term.names.values()
        for name in (words.acronym or "", words.label, *words.aliases)
    ]
    names += [name for place in library.places.values() for name in place.names.values()]
    known = {part for name in names for part in (name, *re.split(r"[\s/]+", name))}
    for _, version in library.versions():
        told: set[str] = set()
        for passage in version.body.passages:
            for acronym in acronyms(passage.text):
                if acronym in known | told:
                    continue
                told.add(acronym)
                yield warning(version.uri, passage.line, "acronym-unknown", acronym=acronym)


def acronyms(text: str) -> Iterator[str]:
    """The acronyms of a text, as they stand; Roman numbers are none."""
    found = (match.group() for match in ACRONYM.finditer(text))
    yield from (word for word in found if not ROMAN.match(word) and _all_capitals(word))


def _all_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) >= len(word.replace("-", "")) - 1


def approved_terms_are_used(library: Library) -> Iterator[Problem]:
    """Where the source uses a term of the glossary, the translation uses its approved name."""
    for page in library.pages:
        for locale, version in page.versions.items():
            if locale != page.source_locale:
                yield from _approved(library, page, version)


def _approved(library: Library, page: Page[Facts], version: Version) -> Iterator[Problem]:
    own = _sections(version)
    for section, text in _sections(page.source).items():
        if section not in own:
            continue
        for term in library.terms.values():
            source, target = term.names.get(page.source_locale), term.names.get(version.locale)
            if (
                source
                and target
                and _says(text, _names(source))
                and not _says(own[section], [*_names(target), *target.aliases, *target.forms])
            ):
                line = _line(version, section)
                yield _unapproved(version, line, section, source, target)


def _unapproved(
    version: Version, line: int, section: str, source: TermWords, target: TermWords
) -> Problem:
    return warning(
        version.uri,
        line,
        "term-not-approved",
        section=section or "summary",
        term=source.label,
        approved=target.label,
    )


def _says(text: str, names: list[str]) -> bool:
    return any(f" {folded(name)} " in text for name in names)


@cache  # the glossary's names are looked for in each section of each page
def folded(text: str) -> str:
    """The words of a text, an acronym with a hyphen being one word and not two."""
    return fold(COMPOUND.sub(lambda match: match.group().replace("-", ""), text))


def _names(words: TermWords) -> list[str]:
    return [words.label, *((words.acronym,) if words.acronym else ())]


def _sections(version: Version) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    if version.words.summary:
        texts[""] = [version.words.summary]
    for section, passages in groupby(version.body.passages, key=lambda p: p.section):
        texts.setdefault(section, []).extend(p.text for p in passages)
    return {section: f" {folded(' '.join(parts))} " for section, parts in texts.items()}


def _line(version: Version, section: str) -> int:
    return next((h.line for h in version.body.headings if h.id == section), version.line("summary"))


def summaries_are_short(library: Library) -> Iterator[Problem]:
    """A summary is read at a glance: sixty words at the most."""
    for _, version in library.versions():
        words = len([w for w in version.words.summary.split() if re.search(r"\w", w)])
        if words > LONGEST_SUMMARY:
            line = version.line("summary")
            yield error(version.uri, line, "summary-long", words=words, most=LONGEST_SUMMARY)


def sections_have_ids(library: Library) -> Iterator[Problem]:
    """A second-level heading bears an id of its own, and no first-level one stands in the body."""
    for _, version in library.versions():
        seen: set[str] = set()
        for heading in version.body.headings:
            if heading.level == 1:
                yield error(version.uri, heading.line, "heading-first", text=heading.text)
            elif heading.level == 2 and not heading.id:
                yield error(version.uri, heading.line, "heading-id", text=heading.text)
            elif heading.id in seen:
                yield error(version.uri, heading.line, "heading-duplicate", id=heading.id)
            seen.add(heading.id or "")


def views_exist(library: Library) -> Iterator[Problem]:
    """A page asks only for views that there are."""
    for _, version in library.versions():
        for view in version.body.views:
            if view.target not in VIEW_NAMES:
                names = ", ".join(get_close_matches(view.target, VIEW_NAMES, 3, 0))
                yield error(version.uri, view.line, "view-unknown", view=view.target, names=names)
