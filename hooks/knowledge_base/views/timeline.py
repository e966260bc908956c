"""The timeline: sessions, adopted documents and milestones, drawn by month and told by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library
from knowledge_base.views import names
from knowledge_base.views.chart_months import Months, months
from knowledge_base.views.names import Named
from knowledge_base.wording import wording

SORTS = ("session", "document", "milestone")


@dataclass(frozen=True)
class Moment:
    """A row of the timeline; `sort` is what is drawn, `kind` what is said of it."""

    id: str
    when: Edtf
    sort: str
    date: str
    kind: str
    text: str
    path: str | None
    sources: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Year:
    """The rows of a year."""

    year: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Timeline:
    """The rows by year, the oldest first, and all of them in a drawing."""

    chart: Months | None
    years: tuple[Year, ...]
    note: str


def timeline(library: Library, locale: str, _argument: str) -> Timeline:
    """Every moment that a record or a row of the registry dates."""
    words, years = wording(locale), dict[int, list[Moment]]()
    found = sorted(_moments(library, locale), key=lambda m: (m.when.first, m.id))
    for moment in found:
        years.setdefault(moment.when.year, []).append(moment)
    sorts = {sort: words(f"kinds.{sort}") for sort in SORTS}
    drawn = [(moment.when, moment.sort) for moment in found]
    return Timeline(
        months("timeline-by-month", words("timeline.chart"), drawn, sorts, locale),
        tuple(Year(str(year), tuple(moments)) for year, moments in years.items()),
        words("timeline.note", n=words.number(len(found)), date=words.date(library.today)),
    )


def _moments(library: Library, locale: str) -> Iterator[Moment]:
    words = wording(locale)
    for page in (*library.sessions, *library.documents):
        dated = names.when(page)
        if dated:
            named, kind = names.page(library, page, locale), names.kind(page, locale)
            told = names.when_text(page, locale)
            yield Moment(page.id, dated[0], page.kind, told, kind, named.text, named.path)
    for row in library.milestones.values():
        text = words.text(row.names.get(locale) or row.names[library.settings.source])
        path = names.record(library, row.see[0], locale).path if row.see else None
        cited = tuple(names.source(library, id_, locale) for id_ in row.sources)
        told = words.date(row.date)
        yield Moment(row.id, row.date, "milestone", told, "", text, path, cited)
