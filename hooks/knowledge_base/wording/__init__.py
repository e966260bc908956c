"""The one place where labels, messages, dates and numbers get their words in each language.

A language is a file of labels (`fr.yml`) and one of messages (`problems.fr.yml`); a further
language needs those files and no code. Until they are there the source language's words stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from posixpath import normpath
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal

from knowledge_base.model.edtf import Edtf
from knowledge_base.problem import Problem, Severity
from knowledge_base.wording import dates
from knowledge_base.wording.typography import typeset

FOLDER = Path(__file__).parent
DEFAULT = "fr"


@dataclass(frozen=True)
class Wording:
    """The words of one language. A label that is missing raises KeyError: labels are checked."""

    locale: str
    labels: Mapping[str, str] = field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """The label with its blanks filled."""
        text = self.labels[key]
        return typeset(text.format(**values) if values else text, self.locale)

    def count(self, key: str, number: int) -> str:
        """A number with its noun, in the singular or the plural the language asks for."""
        form = "one" if plural_form(self.locale, number) == "one" else "other"
        return self(f"{key}.{form}", n=self.number(number))

    def has(self, key: str) -> bool:
        """True where there is such a label."""
        return key in self.labels

    def date(self, when: Any) -> str:
        """A date or an interval: « 1er mars 2024 », "1 March 2024"."""
        return typeset(dates.point(when, self.labels, self.locale), self.locale)

    def span(self, start: Any, end: Any = None) -> str:
        """From a date to another: « du 29 février au 1er mars 2024 »."""
        return typeset(dates.span(start, end, self.labels, self.locale), self.locale)

    def month_initials(self) -> tuple[str, ...]:
        """The letters that calendars head their months with: J, F, M…"""
        return dates.month_initials(babel_locale(self.locale))

    def number(self, value: int) -> str:
        """A whole number with the language's groups: « 1 500 », "1,500"."""
        return format_decimal(value, locale=babel_locale(self.locale))

    def as_of(self, when: Edtf) -> str:
        """The date a status holds for: « état au 4 juin 2025 », « état en août 2025 »."""
        if when.approximate or when.interval:
            return self("page.as_of_about", date=self.date(when))
        exact = when.precision == "day"
        return self("page.as_of" if exact else "page.as_of_period", date=self.date(when))

    def listing(self, items: Sequence[str]) -> str:
        """« a, b et c », "a, b and c"."""
        text = format_list(list(items), locale=babel_locale(self.locale)) if items else ""
        return text.replace(", and ", " and ") if self.locale == "en" else text

    def language(self, code: str) -> str:
        """A language's name in this language: « anglais »."""
        return str(babel_locale(self.locale).languages.get(code, code))

    def territory(self, code: str) -> str:
        """A country's name in this language, by its ISO 3166-1 code."""
        return str(babel_locale(self.locale).territories.get(code, code))

    def text(self, text: str) -> str:
        """A writer's text with the language's spaces and quotation marks."""
        return typeset(text, self.locale)


def plural_form(locale: str, number: int) -> str:
    """The plural category of a number in a language (CLDR)."""
    return str(babel_locale(locale).plural_form(number))


@cache
def babel_locale(locale: str) -> Locale:
    """Babel's knowledge of a language; the default's where it has none."""
    try:
        return Locale.parse("en_GB" if locale == "en" else locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(DEFAULT)


@cache
def wording(locale: str) -> Wording:
    """The words of a language."""
    own = _read(f"{locale}.yml")
    return Wording(locale, {**_read(f"{DEFAULT}.yml"), **own})


def known(locale: str) -> bool:
    """True where the language has its own file of labels."""
    return (FOLDER / f"{locale}.yml").is_file()


def missing(locale: str, than: str = DEFAULT) -> Iterator[str]:
    """The labels that one language has and another lacks."""
    yield from sorted(set(_read(f"{than}.yml")) - set(_read(f"{locale}.yml")))


@cache
def messages(locale: str) -> Mapping[str, Mapping[str, Any]]:
    """What each code says: `what` (or `what` by variant), `why` there is such a rule, `cure`."""
    path = FOLDER / f"problems.{locale}.yml"
    path = path if path.is_file() else FOLDER / f"problems.{DEFAULT}.yml"
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return found


@cache
def examples() -> Mapping[str, Mapping[str, Any]]:
    """Of each code the `lines` that are wrong, and what is `told` of them in each language."""
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (FOLDER / "examples.yml").read_text("utf-8")
    )
    return found


def tell(problem: Problem, locale: str, prefix: str = "") -> str:
    """A problem as people read it: where, what is wrong, its code; then how to cure it."""
    message = messages(locale)[problem.code]
    what = message["what"]
    if isinstance(what, Mapping):
        what = what[problem.value("variant") or "plain"]
    values = {name: _value(name, value, locale) for name, value in problem.values}
    place = f"{normpath(f'{prefix}{problem.uri}')}:{problem.line}"
    grade = "" if problem.severity is Severity.ERROR else wording(locale)("problem.warning") + " "
    told = f"{place}: {grade}{what.format(**values)} [{problem.code}]"
    return f"{told}\n    → {message['cure'].format(**values)}"


def failure(fault: Exception, locale: str = DEFAULT) -> str:
    """Why a build ended that met something else than a problem of the content, in one line."""
    words, code = wording(locale), getattr(fault, "code", "")
    if words.has(f"publication.{code}"):
        return words(f"publication.{code}", path=getattr(fault, "path", ""))
    said = " ".join(f"{type(fault).__name__}: {fault}".split())
    return words("publication.failed", why=said)


def _value(name: str, value: str, locale: str) -> str:
    if name == "expected":
        return wording(locale)(f"expected.{value}")
    return value


@cache
def _read(name: str) -> Mapping[str, str]:
    path = FOLDER / name
    return dict(_flat(yaml.safe_load(path.read_text("utf-8")))) if path.is_file() else {}


def _flat(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)
