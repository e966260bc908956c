"""The library as a day in the past knew it: what was said later of an activity is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Event


def known_day(library: Library) -> date:
    """The last day on which something was looked up: a build of an earlier day is of the past."""
    looked = (source.accessed for source in library.sources.values())
    return max([library.today, *looked])


def as_of_today(library: Library) -> Library:
    """The same library without events, and answers to them, later than the day it is built for."""
    pages = tuple(_known(page, library.today) if page.kind == "activity" else page
                  for page in library.pages)  # fmt: skip
    return replace(library, pages=pages)


def _known(page: Page[Any], today: date) -> Page[Any]:
    events = tuple(_heard(event, today) for event in page.facts.events if event.date.first <= today)
    return replace(page, facts=page.facts.model_copy(update={"events": events}))


def _heard(event: Event, today: date) -> Event:
    """The event without an answer that had not yet been given."""
    late = event.reply is not None and event.reply.date.first > today
    return event.model_copy(update={"reply": None}) if late else event
