"""Sessions in figures: by year and kind; women and men where a source counts them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.views.chart_squares import Kind, Squares, squares
from knowledge_base.views.session_people import People, people
from knowledge_base.wording import wording


@dataclass(frozen=True)
class SessionFigures:
    """A table of years and kinds with its chart, and what is known of those who took part."""

    chart: Squares | None
    note: str
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]
    people: People


def session_figures(library: Library, locale: str, _argument: str) -> SessionFigures:
    """Counted from the records, by the year in which a session starts."""
    words = wording(locale)
    found = Counter((p.facts.dates.start.year, str(p.facts.kind)) for p in library.sessions)
    years = sorted({year for year, _ in found})
    kinds = _kinds({kind for _, kind in found}, locale)
    counts = [(str(year), [(kind, found[year, kind]) for kind in kinds]) for year in years]
    return SessionFigures(
        squares("sessions-by-year", words("chart.sessions"), counts, kinds, locale),
        words("chart.counted", n=words.number(found.total()), date=words.date(library.today)),
        tuple(kind.name for kind in kinds.values()),
        tuple(_row(year, [number for _, number in row], locale) for year, row in counts),
        people(library, locale),
    )


def _kinds(found: set[str], locale: str) -> dict[str, Kind]:
    """The kinds there are, in alphabetical order of their names."""
    words = wording(locale)
    made = {kind: Kind(words(f"session.{kind}"), words(f"session_letter.{kind}")) for kind in found}
    return dict(sorted(made.items(), key=lambda row: row[1].name))


def _row(year: str, numbers: list[int], locale: str) -> tuple[str, tuple[str, ...], str]:
    words = wording(locale)
    return year, tuple(words.number(number) for number in numbers), words.number(sum(numbers))
