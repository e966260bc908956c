"""Dates in words: patterns from the language's labels, names of months from CLDR (Babel)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from knowledge_base.model.edtf import Edtf, parse

Labels = Mapping[str, str]


def point(when: Edtf | date, labels: Labels, locale: str) -> str:
    """One date, or an interval of possible dates."""
    if isinstance(when, date):
        when = parse(when.isoformat())
    if when.interval:
        return _interval(when, labels, locale)
    text = _plain(when, labels, locale)
    if not when.approximate:
        return text
    return labels["date.about_day" if when.precision == "day" else "date.about"].format(date=text)


def span(start: Edtf, end: Edtf | None, labels: Labels, locale: str) -> str:
    """A period from one date to another, said once where month or year are the same."""
    if end is None or end.text == start.text:
        return point(start, labels, locale)
    if start.precision == end.precision == "day" and not (start.interval or end.interval):
        told = _days(start, end, labels, locale)
        about = start.approximate or end.approximate
        return labels["date.about_days"].format(days=told) if about else told
    key = "date.years" if start.precision == end.precision == "year" else "date.span"
    return labels[key].format(first=point(start, labels, locale), last=point(end, labels, locale))


def _days(start: Edtf, end: Edtf, labels: Labels, locale: str) -> str:
    """Two days named together, or all the days from one to the other."""
    if start.year != end.year:
        first, last = _plain(start, labels, locale), _plain(end, labels, locale)
        return labels["date.far_days"].format(first=first, last=last)
    if start.first.month != end.first.month:
        pattern = "date.months"
    else:
        pattern = "date.pair" if end.first.day == start.first.day + 1 else "date.days"
    return labels[pattern].format(
        first=_day(start.first, labels),
        last=_day(end.first, labels),
        month=_month(start.first, locale),
        next_month=_month(end.first, locale),
        year=start.year,
    )


def _interval(when: Edtf, labels: Labels, locale: str) -> str:
    first, last = when.text.split("/", 1)
    if first == "..":
        return labels["date.before"].format(date=point(parse(last), labels, locale))
    if last == "..":
        return labels["date.after"].format(date=point(parse(first), labels, locale))
    return labels["date.between"].format(
        first=point(parse(first), labels, locale), last=point(parse(last), labels, locale)
    )


def _plain(when: Edtf, labels: Labels, locale: str) -> str:
    return labels[f"date.{when.precision}"].format(
        day=_day(when.first, labels), month=_month(when.first, locale), year=when.year
    )


def _day(day: date, labels: Labels) -> str:
    return labels["date.first"] if day.day == 1 else str(day.day)


def _month(day: date, locale: str) -> str:
    try:
        return str(get_month_names("wide", locale=locale)[day.month])
    except UnknownLocaleError:
        return str(get_month_names("wide", locale=Locale("fr"))[day.month])


def month_initials(locale: Locale) -> tuple[str, ...]:
    """The twelve narrow names of a language's months (CLDR)."""
    found = get_month_names("narrow", context="stand-alone", locale=locale)
    return tuple(found[number] for number in range(1, 13))
