"""The plan: whether it runs, and what sources attest of its activities."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.views import names
from knowledge_base.views.lists import Card, card
from knowledge_base.views.names import Named
from knowledge_base.views.status import Ended, ended
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Row:
    """One activity of the table."""

    card: Card
    objective: Named | None


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
    tallies: tuple[Tally, ...]
    rows: tuple[Row, ...]


STATUSES = ("complete", "substantial", "limited", "not-started", "abandoned", "no-information")


def plan(library: Library, locale: str, argument: str) -> Plan:
    """The plan whose id is the argument, with its activities by the order of their objectives."""
    words = wording(locale)
    order = {page.id: page.facts.order for page in library.objectives}
    mine = [a for a in library.activities if a.facts.plan == argument]
    mine.sort(key=lambda a: (order.get(a.facts.objective or "", len(order) + 1), a.id))
    rows = tuple(
        Row(
            card(library, activity, locale),
            names.record(library, activity.facts.objective, locale)
            if activity.facts.objective
            else None,
        )
        for activity in mine
    )
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
        tallies,
        rows,
    )
