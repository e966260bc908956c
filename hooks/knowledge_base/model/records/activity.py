"""Objectives of a strategy, activities of a plan, and what has been said of them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge_base.model.fields import (
    DocumentRef,
    Id,
    ModuleRef,
    ObjectiveRef,
    PartyRef,
    PlaceRef,
    Strict,
    Text,
    When,
    Whole,
)
from knowledge_base.model.records.common import (
    Facts,
    Sources,
    Span,
    Texts,
    Words,
)


class ObjectiveFacts(Facts):
    """A specific objective of a strategy."""

    order: Whole
    document: DocumentRef


Status = Literal["not-started", "limited", "substantial", "complete", "abandoned"]
Assessor = Literal["official", "independent", "civil-society", "press", "editors"]


class Reply(Strict):
    """What the body concerned answered to an assessment."""

    by: PartyRef
    date: When
    statement: Text
    sources: Sources = ()


class Event(Strict):
    """What one kind of assessor said of an activity, on a day, and on which source."""

    id: Id
    date: When
    status: Status
    assessor: Assessor
    statement: Text
    sources: Sources = ()
    after_sources: Text | None = None
    reply: Reply | None = None


class ActivityWords(Words):
    """The texts of an activity; events and replies by the id of the event."""

    questions: Texts = ()
    events: dict[str, Text] = Field(default_factory=dict)
    replies: dict[str, Text] = Field(default_factory=dict)


class ActivityFacts(Facts):
    """A strand of work, and what has been said of it; `ask` is whom the questions go to."""

    plan: DocumentRef
    official_code: Text | None = None
    objective: ObjectiveRef | None = None
    lead: tuple[PartyRef, ...] = ()
    partners: tuple[PartyRef, ...] = ()
    period: Span | None = None
    places: tuple[PlaceRef, ...] = ()
    modules: tuple[ModuleRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    events: tuple[Event, ...] = ()
    questions: Texts = ()
    ask: tuple[PartyRef, ...] = ()

    def words(self) -> ActivityWords:
        """The texts of the source file, in the shape a translation has."""
        return ActivityWords(
            **super().words().model_dump(),
            questions=self.questions,
            events={e.id: e.statement for e in self.events},
            replies={e.id: e.reply.statement for e in self.events if e.reply},
        )
