"""Trainings, workshops, meetings: dated events with who was there."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge_base.model.fields import (
    ActivityRef,
    DocumentRef,
    Id,
    ModuleRef,
    PartyRef,
    PlaceRef,
    Strict,
    Text,
    Truth,
    When,
    Whole,
)
from knowledge_base.model.records.activity import Status
from knowledge_base.model.records.common import (
    Facts,
    Sources,
    Span,
    Words,
)
from knowledge_base.model.records.timetable import Timetable


class Where(Strict):
    """The town, by its id, and the venue as people name it."""

    town: PlaceRef
    venue: Text | None = None


class Participants(Strict):
    """How many took part; `women + men + not_stated` make the total."""

    total: Whole
    women: Whole = 0
    men: Whole = 0
    not_stated: Whole = 0
    approximate: Truth = False
    sources: Sources = ()


class Answers(Strict):
    """How many answered one question rightly, before and after."""

    id: Id
    before: Whole
    after: Whole


class Assessment(Strict):
    """Results of a test as totals; nothing that could point at a person."""

    module: ModuleRef
    n_pre: Whole
    n_post: Whole
    questions: tuple[Answers, ...]


class FollowUp(Strict):
    """What a source says has become of a recommendation, and when."""

    status: Status
    date: When
    sources: Sources


class Recommendation(Strict):
    """What a session asked for, of whom, and what has been said of it since."""

    id: Id
    text: Text
    owner: PartyRef | None = None
    sources: Sources = ()
    follow_up: FollowUp | None = None


class SessionWords(Words):
    """The texts of a session; recommendations by their ids."""

    venue: Text | None = None
    chair_label: Text | None = None
    recommendations: dict[str, Text] = Field(default_factory=dict)


class SessionFacts(Facts):
    """A training, a workshop, a meeting: a dated event with who was there and what came of it."""

    kind: Literal["training", "workshop", "meeting", "forum", "launch", "conference"]
    dates: Span
    place: Where | None = None
    chair: PartyRef | None = None
    chair_label: Text | None = None
    organisers: tuple[PartyRef, ...] = ()
    partners: tuple[PartyRef, ...] = ()
    present: tuple[PartyRef, ...] = ()
    participants: Participants | None = None
    modules: tuple[ModuleRef, ...] = ()
    activities: tuple[ActivityRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    assessment: Assessment | None = None
    recommendations: tuple[Recommendation, ...] = ()
    timetable: Timetable | None = None

    def words(self) -> SessionWords:
        """The texts of the source file, in the shape a translation has."""
        return SessionWords(
            **super().words().model_dump(),
            venue=self.place.venue if self.place else None,
            chair_label=self.chair_label,
            recommendations={r.id: r.text for r in self.recommendations},
        )
