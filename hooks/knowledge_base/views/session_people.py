"""Who took part in sessions: how many sources count them, and women and men where they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.views import names
from knowledge_base.views.charts import Chart, grouped
from knowledge_base.views.citations import sources_of
from knowledge_base.views.names import Named
from knowledge_base.views.small_cells import percentage
from knowledge_base.wording import wording

PARTS = ("women", "men", "not_stated")


@dataclass(frozen=True)
class PeopleRow:
    """A session whose participants are counted: each part in words, and who counts."""

    session: Named
    date: str
    parts: tuple[str, ...]
    total: str
    sources: tuple[Named, ...]


@dataclass(frozen=True)
class People:
    """Every session that tells how many took part; the chart holds those that tell women or men."""

    text: str
    rows: tuple[PeopleRow, ...]
    chart: Chart | None


def people(library: Library, locale: str) -> People:
    """The newest session first."""
    counted = [page for page in library.sessions if page.facts.participants]
    stated = [page for page in counted if _stated(page)]
    return People(
        _text(library, counted, locale),
        tuple(_row(library, page, locale) for page in counted),
        _chart(library, stated, locale) if stated else None,
    )


def _stated(page: Page[Any]) -> bool:
    told = page.facts.participants
    return bool(told.women or told.men)


def _parts(page: Page[Any]) -> dict[str, int]:
    """What is counted of each; no men beside women and a rest unknown is no count of men."""
    told = page.facts.participants
    found = {part: getattr(told, part) for part in PARTS}
    return {
        part: n for part, n in found.items() if n or (part != "not_stated" and not told.not_stated)
    }


def _chart(library: Library, stated: list[Page[Any]], locale: str) -> Chart:
    words = wording(locale)
    groups = [
        (_heading(library, page, locale),
         [(words(f"attending.{part}"), n) for part, n in _parts(page).items()])
        for page in stated
    ]  # fmt: skip
    return grouped("people", words("attending.chart"), groups, locale)


def _heading(library: Library, page: Page[Any], locale: str) -> str:
    where = names.place(library, page.facts.place.town, locale).text if page.facts.place else ""
    return ", ".join(filter(None, (where, names.when_text(page, locale))))


def _row(library: Library, page: Page[Any], locale: str) -> PeopleRow:
    words, told, found = wording(locale), page.facts.participants, _parts(page)
    total = words.number(told.total)
    cited = told.sources or sources_of(page, locale)[:1]
    return PeopleRow(
        names.page(library, page, locale),
        names.when_text(page, locale),
        tuple(words.number(found[p]) if p in found else words("plan.none") for p in PARTS),
        words("attending.about", n=total) if told.approximate else total,
        tuple(names.source(library, id_, locale) for id_ in cited),
    )


def _text(library: Library, counted: list[Page[Any]], locale: str) -> str:
    """How many sessions tell, how many do not, and the day of the count."""
    words, every = wording(locale), len(library.sessions)
    silent = every - len(counted)
    share = percentage(silent, every)
    whole = [
        p.facts.participants for p in counted if _stated(p) and not p.facts.participants.not_stated
    ]
    women, men = (sum(getattr(told, part) for told in whole) for part in PARTS[:2])
    parts = [
        words("attending.known", n=len(counted), of=every),
        words("attending.silent", n=silent, share=share) if share is not None else "",
        words("attending.whole", n=len(whole), women=women, men=men) if whole else "",
        words("chart.as_of", date=words.date(library.today)),
    ]
    return " ".join(filter(None, parts))
