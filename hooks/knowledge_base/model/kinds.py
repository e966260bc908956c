"""The kinds of records: the folder each lives in, and the fields of its two files."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model import records as r
from knowledge_base.model.registries import Milestone, Place, Source, Term


@dataclass(frozen=True)
class Kind:
    """A kind of page: its folder under docs, and the models of its source file and translation."""

    name: str
    folder: str
    facts: type[r.Facts]
    words: type[r.Words]


@dataclass(frozen=True)
class RegistryKind:
    """A kind of row: the file that lists them, and the model of a row."""

    name: str
    uri: str
    row: type[Source | Term | Place | Milestone]


PAGE = Kind("page", "", r.PageFacts, r.Words)
KINDS = (
    Kind("document", "documents", r.DocumentFacts, r.DocumentWords),
    Kind("objective", "strategie", r.ObjectiveFacts, r.Words),
    Kind("activity", "plan", r.ActivityFacts, r.ActivityWords),
    Kind("institution", "institutions", r.InstitutionFacts, r.InstitutionWords),
    Kind("member", "membres", r.MemberFacts, r.MemberWords),
    Kind("session", "sessions", r.SessionFacts, r.SessionWords),
    Kind("module", "modules", r.ModuleFacts, r.ModuleWords),
)
REGISTRIES = (
    RegistryKind("source", "sources/sources.yml", Source),
    RegistryKind("term", "glossaire/termes.yml", Term),
    RegistryKind("place", "lieux/lieux.yml", Place),
    RegistryKind("milestone", "chronologie/reperes.yml", Milestone),
)
_BY_FOLDER = {kind.folder: kind for kind in KINDS}


def kind_of(uri: str) -> Kind:
    """The kind of a page by its folder; an index, or a page elsewhere, is a page of prose."""
    folder, _, name = uri.rpartition("/")
    return PAGE if name == "index.md" else _BY_FOLDER.get(folder, PAGE)
