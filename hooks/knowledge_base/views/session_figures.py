"""Sessions in figures: by year and kind; women and men where a source counts them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.views.charts import Chart, chart
from knowledge_base.views.small_cells import SMALLEST_BASE, percentage
from knowledge_base.wording import wording


@dataclass(frozen=True)
class SessionFigures:
    """A table of years and kinds with its chart, and what is known of those who took part."""

    chart: Chart | None
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]
    people: str


def session_figures(library: Library, locale: str, _argument: str) -> SessionFigures:
    """Counted from the records, by the year in which a session starts."""
    words = wording(locale)
    found = Counter((p.facts.dates.start.year, p.facts.kind) for p in library.sessions)
    years = sorted({year for year, _ in found})
    kinds = sorted({kind for _, kind in found}, key=lambda kind: words(f"session.{kind}"))
    totals = {year: sum(found[year, kind] for kind in kinds) for year in years}
    rows = tuple(
        (str(y), tuple(words.number(found[y, k]) for k in kinds), words.number(totals[y]))
        for y in years
    )
    drawing = chart(
        "sessions-by-year",
        words("chart.sessions"),
        [(str(year), totals[year]) for year in years],
        locale,
    )
    labels = tuple(words(f"session.{kind}") for kind in kinds)
    return SessionFigures(drawing, labels, rows, _people(library, locale))


def _people(library: Library, locale: str) -> str:
    """Women and men over the sessions that tell both, and how many sessions tell nothing."""
    words = wording(locale)
    told = [p.facts.participants for p in library.sessions if p.facts.participants]
    stated = [people for people in told if people.women or people.men]
    women, men = sum(p.women for p in stated), sum(p.men for p in stated)
    # A share of a few sessions, some held for women alone, would say nothing of the others.
    share = percentage(women, women + men) if len(stated) >= SMALLEST_BASE else None
    parts = [
        words("chart.people_known", n=len(told), of=len(library.sessions)),
        words("chart.people_stated", n=len(stated), women=women, men=men) if stated else "",
        words("chart.people_share", share=share) if share is not None else "",
        words("chart.as_of", date=words.date(library.today)),
    ]
    return " ".join(filter(None, parts))
