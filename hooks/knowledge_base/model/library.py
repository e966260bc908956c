"""The whole of what is known, in every language: one frozen value that all views read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from knowledge_base.model import records as r
from knowledge_base.model.body import Body
from knowledge_base.model.published import Published
from knowledge_base.model.references import references
from knowledge_base.model.registries import Milestone, Place, Source, Term
from knowledge_base.model.settings import Settings

Path = tuple[str | int, ...]
Lines = Mapping[Path, int]
F_co = TypeVar("F_co", bound=r.Facts, covariant=True)


@dataclass(frozen=True)
class Version:
    """One page in one language: the file it comes from, its words, its prose."""

    locale: str
    uri: str
    words: r.Words
    body: Body
    lines: Lines = field(repr=False)
    first_line: int = 1

    def line(self, *path: str | int) -> int:
        """The line of a field, or of the nearest field around it."""
        return nearest_line(self.lines, path)


@dataclass(frozen=True)
class Page(Generic[F_co]):
    """A record, or a page of prose: its facts once, its versions by language."""

    kind: str
    id: str
    uri: str
    facts: F_co
    versions: Mapping[str, Version] = field(repr=False)
    source_locale: str = "fr"

    @property
    def source(self) -> Version:
        """The version in the source language."""
        return self.versions[self.source_locale]

    def version(self, locale: str) -> Version:
        """The version in this language, or in the source language where there is none."""
        return self.versions.get(locale, self.source)

    def line(self, *path: str | int) -> int:
        """The line of a field in the source file."""
        return self.source.line(*path)


@dataclass(frozen=True)
class Registry:
    """The rows of one file, by id, in their order, with the line of each field."""

    kind: str
    uri: str
    rows: Mapping[str, Any]
    lines: Lines = field(repr=False)
    index: Mapping[str, int] = field(repr=False)

    def line(self, row: str, *path: str | int) -> int:
        """The line of a field of a row."""
        return nearest_line(self.lines, (self.index[row], *path))


@dataclass(frozen=True)
class Library:
    """Everything, loaded; `broken` holds the ids of records that could not be read.

    `drafts` holds the prose of those whose facts could not be read, by file.
    `build_id` names the content: it is the same wherever and whenever the same files are built.
    """

    settings: Settings
    pages: tuple[Page[r.Facts], ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    registries: Mapping[str, Registry] = field(default_factory=dict, repr=False)
    broken: frozenset[str] = frozenset()
    orphans: tuple[Version, ...] = ()
    drafts: Mapping[str, Body] = field(default_factory=dict, repr=False)
    published: Published = field(default_factory=Published, repr=False)
    assets: frozenset[str] = frozenset()
    build_id: str = ""

    @property
    def today(self) -> date:
        """The day the site is built for."""
        return self.settings.today

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Page[Any], ...]]:
        """The pages of each kind, in order of their ids."""
        kinds: dict[str, list[Page[Any]]] = {}
        for page in sorted(self.pages, key=lambda p: p.id):
            kinds.setdefault(page.kind, []).append(page)
        return MappingProxyType({kind: tuple(pages) for kind, pages in kinds.items()})

    @cached_property
    def by_uri(self) -> Mapping[str, Page[Any]]:
        """Each page by its source file's address under the documentation folder."""
        return MappingProxyType({page.uri: page for page in self.pages})

    @cached_property
    def records(self) -> Mapping[str, Page[Any]]:
        """Each record by its id; pages of prose are none."""
        return MappingProxyType({p.id: p for p in self.pages if p.kind != "page"})

    @property
    def documents(self) -> tuple[Page[r.DocumentFacts], ...]:
        """Decrees, strategies, plans, guides."""
        return self.by_kind.get("document", ())

    @property
    def objectives(self) -> tuple[Page[r.ObjectiveFacts], ...]:
        """Specific objectives, in their order."""
        found: tuple[Page[r.ObjectiveFacts], ...] = self.by_kind.get("objective", ())
        return tuple(sorted(found, key=lambda page: page.facts.order))

    @property
    def activities(self) -> tuple[Page[r.ActivityFacts], ...]:
        """Strands of work of the plans."""
        return self.by_kind.get("activity", ())

    @property
    def institutions(self) -> tuple[Page[r.InstitutionFacts], ...]:
        """Bodies and partners."""
        return self.by_kind.get("institution", ())

    @property
    def members(self) -> tuple[Page[r.MemberFacts], ...]:
        """Organisations of the alliance."""
        return self.by_kind.get("member", ())

    @property
    def sessions(self) -> tuple[Page[r.SessionFacts], ...]:
        """Sessions, the newest first."""
        found: tuple[Page[r.SessionFacts], ...] = self.by_kind.get("session", ())
        return tuple(sorted(found, key=lambda p: (p.facts.dates.start, p.id), reverse=True))

    @property
    def modules(self) -> tuple[Page[r.ModuleFacts], ...]:
        """Parts of the course, in their order."""
        found: tuple[Page[r.ModuleFacts], ...] = self.by_kind.get("module", ())
        return tuple(sorted(found, key=lambda page: page.facts.order))

    @cached_property
    def named_by(self) -> Mapping[str, frozenset[str]]:
        """For each id, the ids of the records that name it."""
        found: dict[str, set[str]] = {}
        for page in self.records.values():
            for _, kind, target in references(page.facts):
                if kind.kinds != ("source",):
                    found.setdefault(target, set()).add(page.id)
        return MappingProxyType({id_: frozenset(ids) for id_, ids in found.items()})

    def acronyms(self, locale: str) -> Mapping[str, str]:
        """The term behind each acronym of a language."""
        return self._acronyms.get(locale, {})

    @cached_property
    def _acronyms(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for term in self.terms.values():
            for locale, words in term.names.items():
                if words.acronym:
                    found.setdefault(locale, {}).setdefault(words.acronym, term.id)
        return found

    def versions(self) -> Iterator[tuple[Page[Any], Version]]:
        """Every page in every language it has."""
        for page in self.pages:
            for version in page.versions.values():
                yield page, version


def nearest_line(lines: Lines, path: Path) -> int:
    """The line of the field at this path, or of the closest group that holds it."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return lines.get((), 1)
