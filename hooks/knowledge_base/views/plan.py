"""The plan: whether it runs, and what sources attest of its activities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import ActivityFacts
from knowledge_base.views import names
from knowledge_base.views.lists import Card, card
from knowledge_base.views.names import Named
from knowledge_base.views.status import Ended, ended, newest
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Row:
    """One activity of the table, and the values that it can be filtered and sorted by."""

    card: Card
    objective: Named | None
    sources: tuple[Named, ...]
    keys: Mapping[str, str]


@dataclass(frozen=True)
class Filter:
    """A choice that narrows the table: its name in the address, its label, its options."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tally:
    """How many activities have a status."""

    status: str
    label: str
    number: str


@dataclass(frozen=True)
class Plan:
    """The state of a plan, counted from the activities that name it."""

    title: Named
    ended: Ended | None
    counted: str
    planned: str
    planned_sources: tuple[str, ...]
    filters: tuple[Filter, ...]
    tallies: tuple[Tally, ...]
    silent: str
    rows: tuple[Row, ...]


STATUSES = ("complete", "substantial", "limited", "not-started", "abandoned", "no-information")


def plan(library: Library, locale: str, argument: str) -> Plan:
    """The plan whose id is the argument, with its activities by the order of their objectives."""
    words = wording(locale)
    order = {page.id: page.facts.order for page in library.objectives}
    mine = [a for a in library.activities if a.facts.plan == argument]
    mine.sort(key=lambda a: (order.get(a.facts.objective or "", len(order) + 1), a.id))
    rows = tuple(_row(library, activity, locale) for activity in mine)
    found = [row.card.state.status for row in rows if row.card.state]
    tallies = tuple(
        Tally(status, words(f"status.{status}"), words.number(found.count(status)))
        for status in STATUSES
        if status in found or status == "no-information"
    )
    return Plan(
        names.record(library, argument, locale),
        ended(library, argument, locale),
        words.count("plan.counted", len(rows)),
        *_planned(library, argument, locale),
        tuple(_filters(library, rows, locale)),
        tallies,
        _silent(library, found, locale),
        rows,
    )


def _silent(library: Library, found: list[str], locale: str) -> str:
    """Of how many nothing is known, and the day of the count: no share is told without them."""
    words = wording(locale)
    none = words.number(found.count("no-information"))
    day = words.date(library.today)
    return words("plan.without", n=none, of=words.number(len(found)), date=day)


def _row(library: Library, activity: Page[ActivityFacts], locale: str) -> Row:
    facts, last = activity.facts, newest(activity.facts.events)
    objective = names.record(library, facts.objective, locale) if facts.objective else None
    keys = {
        "objective": facts.objective or "",
        "status": last.status if last else "no-information",
        "assessor": last.assessor if last else "",
        "place": " ".join(facts.places),
        "year": " ".join(sorted({str(event.date.year) for event in facts.events})),
        "date": last.date.text if last else "",
    }
    sources = tuple(names.source(library, id_, locale) for id_ in (last.sources if last else ()))
    return Row(card(library, activity, locale), objective, sources, keys)


def _filters(library: Library, rows: tuple[Row, ...], locale: str) -> Iterator[Filter]:
    """A filter for each key that some row has a value of; options in order of their labels."""
    words = wording(locale)
    label: dict[str, Callable[[str], str]] = {
        "objective": lambda value: names.record(library, value, locale).text,
        "status": lambda value: words(f"status.{value}"),
        "assessor": lambda value: words(f"assessor.{value}"),
        "place": lambda value: names.place(library, value, locale).text,
        "year": str,
    }
    for name, told in label.items():
        values = {value for row in rows for value in row.keys[name].split()}
        options = sorted(((value, told(value)) for value in values), key=lambda o: plain(o[1]))
        if options:
            yield Filter(name, words(f"plan.by.{name}"), tuple(options))


def _planned(library: Library, id_: str, locale: str) -> tuple[str, tuple[str, ...]]:
    """How many activities the plan holds according to a source; nothing where none says so."""
    record = library.records.get(id_)
    planned = record.facts.planned if record else None
    if planned is None:
        return "", ()
    publishers = [library.sources[source].publisher for source in planned.sources]
    words = wording(locale)
    told = words("plan.planned", n=words.number(planned.count), who=words.listing(publishers))
    return told, planned.sources
