"""A translation says what its source says: the same sections, sources and numbers (rule 10)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from babel.dates import get_month_names

from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import UNTRANSLATED, Facts
from knowledge_base.problem import Problem, error
from knowledge_base.wording import babel_locale

GROUPED = {"fr": "[ \u00a0\u202f]", "en": ","}
DECIMAL = {"fr": ",", "en": r"\."}
Pair = tuple[Page[Facts], Version]


def headings_are_the_same(library: Library) -> Iterator[Problem]:
    """Both languages have the same sections, by id, level and order."""
    for page, version in pairs(library):
        source = [(h.level, h.id) for h in page.source.body.headings]
        own = [(h.level, h.id) for h in version.body.headings]
        if source == own:
            continue
        at = next(
            (n for n, (a, b) in enumerate(zip(source, own, strict=False)) if a != b),
            min(len(source), len(own)),
        )
        line = version.body.headings[at].line if at < len(own) else 0
        yield error(
            version.uri,
            line,
            "parity-headings",
            own=_mark(own[at]) if at < len(own) else "∅",
            source=_mark(source[at]) if at < len(source) else "∅",
        )


def citations_are_the_same(library: Library) -> Iterator[Problem]:
    """Both languages cite the same sources in the same section."""
    for page, version in pairs(library):
        source, own = _citations(page.source), _citations(version)
        for section in source.keys() | own.keys():
            yield from differences(
                version,
                section,
                source.get(section, Counter()),
                own.get(section, Counter()),
                "parity-citations",
            )


def numbers_are_the_same(library: Library) -> Iterator[Problem]:
    """Both languages give the same numbers and months, section by section and field by field."""
    for page, version in pairs(library):
        source, own = _numbers(page.source), _numbers(version)
        for section in source.keys() | own.keys():
            yield from differences(
                version,
                section,
                source.get(section, Counter()),
                own.get(section, Counter()),
                "parity-numbers",
            )


def pairs(library: Library) -> Iterator[Pair]:
    """Each page with each of its translations."""
    for page in library.pages:
        for locale, version in page.versions.items():
            if locale != page.source_locale:
                yield page, version


def _mark(heading: tuple[int, str | None]) -> str:
    level, id_ = heading
    return f"{'#' * level} {{#{id_ or ''}}}"


def differences(
    version: Version, section: str, source: Counter[str], own: Counter[str], code: str
) -> Iterator[Problem]:
    """One problem where something of a section is lost or added in its translation."""
    lost, added = source - own, own - source
    if lost or added:
        line = next(
            (h.line for h in version.body.headings if h.id == section), version.line("title")
        )
        yield error(
            version.uri,
            line,
            code,
            section=section or "summary",
            lost=_listed(lost),
            added=_listed(added),
        )


def _listed(items: Counter[str]) -> str:
    return ", ".join(sorted(items)) or "∅"


def _citations(version: Version) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for mark in version.body.citations:
        found.setdefault(mark.text, Counter())[mark.target] += 1
    return {section: Counter(dict.fromkeys(marks, 1)) for section, marks in found.items()}


def _numbers(version: Version) -> dict[str, Counter[str]]:
    return {
        section: Counter(set(numbers(text, version.locale)))
        for section, text in texts(version).items()
    }


def texts(version: Version) -> dict[str, str]:
    """What a page says, section by section and field by field; title and summary under ""."""
    parts: dict[str, list[str]] = {"": [version.words.title, version.words.summary]}
    for name in type(version.words).model_fields:
        value = getattr(version.words, name)
        if name not in UNTRANSLATED and isinstance(value, dict):
            parts |= {f"{name}.{id_}": [text] for id_, text in value.items() if _plain(text)}
        elif name not in UNTRANSLATED and isinstance(value, tuple):
            parts[name] = list(value)
    for passage in version.body.passages:
        parts.setdefault(passage.section, []).append(passage.text)
    return {section: " ".join(said) for section, said in parts.items()}


def _plain(text: object) -> bool:
    return isinstance(text, str)


def numbers(text: str, locale: str) -> Iterator[str]:
    """The numbers of a text, and the months that stand beside one, in one notation.

    French `157,524` and English `157.524` are the same, as are `1 500` and `1,500`.
    """
    group, decimal = GROUPED.get(locale, "[ \u00a0\u202f]"), DECIMAL.get(locale, ",")
    pattern = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)|\d+(?:{decimal}\d+)?"
    for match in re.finditer(pattern, text):
        written = (
            re.sub(group, "", match.group())
            if re.search(group + r"\d{3}", match.group())
            else match.group()
        )
        yield re.sub(decimal, ".", written) if written == match.group() else written
    for number, names in enumerate(_months(locale), 1):
        beside = rf"(?:\d(?:er|st|nd|rd|th)?\s+{names}\b|\b{names}\s+\d)"
        if re.search(beside, text, re.IGNORECASE):
            yield f"m{number}"


def _months(locale: str) -> tuple[str, ...]:
    names = get_month_names("wide", locale=babel_locale(locale))
    return tuple(re.escape(names[number]) for number in range(1, 13))
