"""Who assesses an activity how: the last word of each kind of assessor, where they differ."""

from __future__ import annotations

from knowledge_base.model.library import Page
from knowledge_base.model.records import ActivityFacts, Event
from knowledge_base.views.status import State, event_state


def voices(page: Page[ActivityFacts], locale: str) -> tuple[State, ...]:
    """Each kind of assessor's last word, the newest first; none where they say the same.

    They are shown side by side and never averaged: each holds for its date.
    """
    last: dict[str, Event] = {}
    for event in sorted(page.facts.events, key=lambda e: (e.date, e.id)):
        last[event.assessor] = event
    if len({event.status for event in last.values()}) < 2:
        return ()
    newest_first = sorted(last.values(), key=lambda e: (e.date, e.id), reverse=True)
    return tuple(event_state(event, locale) for event in newest_first)
