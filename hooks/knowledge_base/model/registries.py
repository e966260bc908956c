"""Rows that are no pages: sources, terms, places and milestones."""

from __future__ import annotations

from typing import Literal

from knowledge_base.model.fields import (
    Dated,
    Day,
    Id,
    Language,
    PlaceRef,
    RecordRef,
    SourceRef,
    Strict,
    TermRef,
    Text,
    Web,
    When,
)


class Source(Strict):
    """Something published that a statement rests on."""

    id: Id
    title: Text
    publisher: Text
    kind: Literal["official", "un", "ngo", "academic", "media"]
    language: Language
    date: Dated
    url: Web | None = None
    archived_url: Web | None = None
    accessed: Day


class TermWords(Strict):
    """A term in one language; `forms` are other endings of it that count as the same words."""

    label: Text
    acronym: Text | None = None
    definition: Text
    aliases: tuple[Text, ...] = ()
    forms: tuple[Text, ...] = ()


class Term(Strict):
    """A word of the field; one that bears the id of a record is that record's name."""

    id: Id
    names: dict[str, TermWords]
    sources: tuple[SourceRef, ...] = ()
    see_also: tuple[TermRef, ...] = ()


class Place(Strict):
    """A town, a region, a country: its name in each language."""

    id: Id
    names: dict[str, Text]
    within: PlaceRef | None = None


class Milestone(Strict):
    """A dated event too small for a page of its own: a row of the timeline."""

    id: Id
    date: When
    names: dict[str, Text]
    sources: tuple[SourceRef, ...]
    see: tuple[RecordRef, ...] = ()
