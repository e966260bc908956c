"""Decrees, strategies, plans, guides."""

from __future__ import annotations

from typing import Literal

from knowledge_base.model.fields import (
    DocumentRef,
    PartyRef,
    Strict,
    Text,
    Web,
    When,
    Whole,
)
from knowledge_base.model.records.common import (
    Facts,
    Sources,
    Span,
)


class DocumentDates(Strict):
    """When a document was adopted, and when it was published."""

    adopted: When | None = None
    published: When | None = None


class Planned(Strict):
    """How many activities a plan is said to hold, and who says so."""

    count: Whole
    sources: Sources


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
    supersedes: tuple[DocumentRef, ...] = ()
    implements: DocumentRef | None = None
    url: Web | None = None
