"""Bodies, partners, and the organisations of the alliance."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge_base.model.fields import (
    Country,
    DocumentRef,
    Id,
    InstitutionRef,
    PlaceRef,
    Strict,
    TermRef,
    Text,
    Web,
    When,
    Whole,
)
from knowledge_base.model.records.common import (
    Claim,
    Contact,
    Facts,
    Sources,
    Words,
)


class Point(Strict):
    """One dated count of a series, with what it counts and who says so."""

    id: Id
    date: When
    value: Whole
    definition: Text
    sources: Sources = ()


class Series(Strict):
    """Dated counts of one thing; points that count different things say so."""

    id: Id
    label: Text
    points: tuple[Point, ...]


class InstitutionWords(Words):
    """The texts of an institution; series and points by their ids."""

    series: dict[str, Text] = Field(default_factory=dict)
    points: dict[str, Text] = Field(default_factory=dict)
    contact: Text | None = None


class InstitutionFacts(Facts):
    """A body of the State, an oversight or local body, civil society, an international partner."""

    kind: Literal["state", "oversight", "local", "civil-society", "international"]
    acronym: Text | None = None
    created: When | None = None
    ended: When | None = None
    created_by: DocumentRef | None = None
    parent: InstitutionRef | None = None
    website: Web | None = None
    series: tuple[Series, ...] = ()
    contact: Contact | None = None

    def words(self) -> InstitutionWords:
        """The texts of the source file, in the shape a translation has."""
        return InstitutionWords(
            **super().words().model_dump(),
            series={s.id: s.label for s in self.series},
            points={p.id: p.definition for s in self.series for p in s.points},
            contact=self.contact.role if self.contact else None,
        )


class Membership(Strict):
    """Since when, and until when, a member takes part in a programme."""

    programme: TermRef
    start: When
    end: When | None = None


class MemberWords(Words):
    """The texts of a member."""

    contact: Text | None = None


class MemberFacts(Facts):
    """An organisation of the alliance."""

    kind: Literal["ngo", "network", "association", "coalition", "consortium", "research"]
    acronym: Text | None = None
    country: Country | None = None
    town: PlaceRef | None = None
    website: Web | None = None
    founded: tuple[Claim, ...] = ()
    membership: tuple[Membership, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    contact: Contact | None = None

    def words(self) -> MemberWords:
        """The texts of the source file, in the shape a translation has."""
        role = self.contact.role if self.contact else None
        return MemberWords(**super().words().model_dump(), contact=role)
