"""What every page has: words, sources, fallback; and shapes that several kinds share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge_base.model.fields import (
    Day,
    Hash,
    SourceRef,
    Strict,
    Text,
    When,
    Whole,
)
from knowledge_base.model.records.timetable import Timetable

Texts = tuple[Text, ...]
Sources = tuple[SourceRef, ...]


# Fields of a page's words that are no text to translate: other names, and the record kept of it.
UNTRANSLATED = ("aliases", "source", "accepted", "unchanged", "reviewed_on", "reviewer")


class Words(Strict):
    """What a translation says: the texts of a page in one language, and nothing that is a fact.

    `kb translations accept` writes the record of the translation, by section: `source` holds the
    hash of the text it was made from, `accepted` the day and the hash of the translation then,
    `unchanged` why it stayed as it was; `reviewer` is a role, never a name.
    """

    title: Text
    summary: Text
    aliases: Texts = ()
    source: dict[str, Hash] = Field(default_factory=dict)
    accepted: dict[str, str] = Field(default_factory=dict)
    unchanged: dict[str, Text] = Field(default_factory=dict)
    reviewed_on: Day | None = None
    reviewer: Text | None = None


# Who answers for a page: a role, never a name.
Owner = Literal["editors", "trainers", "translators"]


class Fallback(Strict):
    """Declares that a page may be shown in the source language, for a reason and until a day."""

    reason: Text
    until: Day


class Contact(Strict):
    """How to reach a function, never a private person."""

    role: Text
    email: Text | None = None
    phone: Text | None = None


class Facts(Strict):
    """What every page may say in its source file."""

    title: Text
    summary: Text
    aliases: Texts = ()
    sources: Sources = ()
    reviewed_on: Day | None = None
    review_in: Whole | None = None
    owner: Owner = "editors"
    fallback: Fallback | None = None

    def words(self) -> Words:
        """The texts of the source file, in the shape a translation has."""
        return Words(title=self.title, summary=self.summary, aliases=self.aliases)


class PageFacts(Facts):
    """A page of prose, which is no record."""

    contact: Contact | None = None
    timetable: Timetable | None = None


class Claim(Strict):
    """A value and who says so; several claims on one thing are shown side by side."""

    value: When
    sources: Sources


class Span(Strict):
    """From a day to another; a single day has no end."""

    start: When
    end: When | None = None
