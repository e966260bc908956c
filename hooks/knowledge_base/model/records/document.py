"""Decrees, strategies, plans, guides."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from knowledge_base.model.fields import (
    DocumentRef,
    PartyRef,
    Strict,
    Text,
    Truth,
    Web,
    When,
    Whole,
)
from knowledge_base.model.records.common import (
    Facts,
    Sources,
    Span,
    Words,
)


class DocumentDates(Strict):
    """When a document was adopted, and when it was published."""

    adopted: When | None = None
    published: When | None = None


class Planned(Strict):
    """How many activities a plan is said to hold, and who says so."""

    count: Whole
    sources: Sources


Point = Literal["lead", "pillars", "budget", "monitoring", "civil-society"]
POINTS: tuple[str, ...] = get_args(Point)


class Compared(Strict):
    """One of the points that plans are compared on; `stated` is false where no source states it."""

    id: Point
    stated: Truth
    text: Text
    parties: tuple[PartyRef, ...] = ()
    sources: Sources = ()


class DocumentWords(Words):
    """The texts of a document; what is known of a point by the point."""

    compared: dict[str, Text] = Field(default_factory=dict)


class DocumentFacts(Facts):
    """A decree, a strategy, a plan, a guide…"""

    kind: Literal[
        "decree", "order", "decision", "law", "bill", "agreement", "charter", "resolution",
        "strategy", "plan", "framework", "communication", "evaluation", "guide", "study",
    ]  # fmt: skip
    number: Text | None = None
    issuer: PartyRef | None = None
    dates: DocumentDates = DocumentDates()
    period: Span | None = None
    planned: Planned | None = None
    compared: tuple[Compared, ...] = ()
    supersedes: tuple[DocumentRef, ...] = ()
    implements: DocumentRef | None = None
    url: Web | None = None

    def words(self) -> DocumentWords:
        """The texts of the source file, in the shape a translation has."""
        return DocumentWords(
            **super().words().model_dump(),
            compared={row.id: row.text for row in self.compared},
        )
