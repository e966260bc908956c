"""Reads every file under docs into one library; what cannot be read is told, and left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge_base import bounds, files, front_matter, prose, translation, urls
from knowledge_base.model.body import Body
from knowledge_base.model.kinds import REGISTRIES, RegistryKind, kind_of
from knowledge_base.model.library import Library, Page, Registry, Version
from knowledge_base.model.records import Facts, Words
from knowledge_base.model.settings import Settings
from knowledge_base.problem import Problem, error
from knowledge_base.validation import problems_of

M = TypeVar("M", bound=BaseModel)


@dataclass
class _Loaded:
    """What has been read so far."""

    pages: list[Page[Facts]] = field(default_factory=list)
    registries: dict[str, Registry] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    orphans: list[Version] = field(default_factory=list)
    drafts: dict[str, Body] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def load(settings: Settings) -> tuple[Library, list[Problem]]:
    """The library of a site, and every problem met while reading it."""
    loaded = _Loaded()
    uris, loaded.problems = files.find(settings)
    loaded.refused = {problem.uri for problem in loaded.problems}
    loaded.broken = {PurePosixPath(uri).stem for uri in loaded.refused}
    pages: dict[str, dict[str, front_matter.Parsed]] = {}
    for uri in uris:
        if uri.endswith(".md"):
            source_uri, locale = translation.split(uri, settings.locales)
            parsed = front_matter.read_page((settings.docs / uri).read_bytes(), uri)
            parsed.problems.extend(bounds.problems(parsed.body, uri, parsed.body_line))
            loaded.problems.extend(parsed.problems)
            pages.setdefault(source_uri, {})[locale] = parsed
    for uri, versions in pages.items():
        _page(uri, versions, settings, loaded)
    for kind in REGISTRIES:
        if kind.uri in uris:
            _registry(kind, settings, loaded)
    rows = {name: registry.rows for name, registry in loaded.registries.items()}
    published, problems = urls.read(settings.root)
    loaded.problems.extend(problems)
    library = Library(
        settings=settings,
        published=published,
        pages=tuple(loaded.pages),
        sources=rows.get("source", MappingProxyType({})),
        terms=rows.get("term", MappingProxyType({})),
        places=rows.get("place", MappingProxyType({})),
        milestones=rows.get("milestone", MappingProxyType({})),
        registries=MappingProxyType(loaded.registries),
        broken=frozenset(loaded.broken),
        orphans=tuple(loaded.orphans),
        drafts=MappingProxyType(loaded.drafts),
        build_id=_build_id(settings, uris),
        assets=frozenset(uri for uri in uris if not uri.endswith((".md", ".yml"))),
    )
    return library, loaded.problems


def _build_id(settings: Settings, uris: list[str]) -> str:
    """Twelve hexadecimal digits that name this content: every file's name and bytes, in order."""
    total = hashlib.sha256()
    for uri in uris:
        own = hashlib.sha256((settings.docs / uri).read_bytes()).hexdigest()
        total.update(f"{uri} {own}\n".encode())
    return total.hexdigest()[:12]


def _page(
    uri: str, versions: Mapping[str, front_matter.Parsed], settings: Settings, loaded: _Loaded
) -> None:
    kind = kind_of(uri)
    source = versions.get(settings.source)
    id_ = uri.removesuffix(".md").rpartition("/")[2]
    facts = _model(kind.facts, source, uri, loaded) if source else None
    if facts is None or source is None:
        loaded.broken.add(id_)
        if source is None and uri not in loaded.refused:
            _orphans(uri, versions, settings, loaded)
        elif source is not None:
            _draft(uri, versions, settings, loaded)
        return
    made = {settings.source: _version(settings.source, uri, facts.words(), source)}
    for locale in settings.locales[1:]:
        if locale in versions:
            file = translation.file_of(uri, locale, settings.source)
            words = _model(kind.words, versions[locale], file, loaded, facts=kind.facts)
            if words is None:
                loaded.broken.add(f"{id_}.{locale}")
            else:
                made[locale] = _version(locale, file, words, versions[locale])
    page_id = id_ if kind.folder else uri.removesuffix(".md")
    made_page = Page(kind.name, page_id, uri, facts, MappingProxyType(made), settings.source)
    loaded.pages.append(made_page)


def _draft(
    uri: str, versions: Mapping[str, front_matter.Parsed], settings: Settings, loaded: _Loaded
) -> None:
    """A page whose facts cannot be read yet: what else it lacks is told all the same."""
    kind = kind_of(uri)
    for locale, parsed in versions.items():
        file = translation.file_of(uri, locale, settings.source)
        loaded.drafts[file] = prose.read(parsed.body, parsed.body_line)
        if locale != settings.source:
            _model(kind.words, parsed, file, loaded, facts=kind.facts)


def _orphans(
    uri: str,
    versions: Mapping[str, front_matter.Parsed],
    settings: Settings,
    loaded: _Loaded,
) -> None:
    for locale in versions:
        file = translation.file_of(uri, locale, settings.source)
        loaded.problems.append(error(file, 1, "translation-orphan", source=uri))


def _version(locale: str, uri: str, words: Words, parsed: front_matter.Parsed) -> Version:
    body = prose.read(parsed.body, parsed.body_line)
    lines = MappingProxyType(parsed.lines)
    return Version(locale, uri, words, body, lines, parsed.body_line)


def _model(
    model: type[M],
    parsed: front_matter.Parsed,
    uri: str,
    loaded: _Loaded,
    facts: type[BaseModel] | None = None,
) -> M | None:
    """The data as this model, or None after telling why it is not one."""
    if parsed.problems:
        return None
    try:
        return model.model_validate(parsed.data if parsed.data is not None else {})
    except ValidationError as fault:
        loaded.problems.extend(problems_of(fault, model, parsed.lines, uri, facts))
        return None


def _registry(kind: RegistryKind, settings: Settings, loaded: _Loaded) -> None:
    parsed = front_matter.read_registry((settings.docs / kind.uri).read_bytes(), kind.uri)
    loaded.problems.extend(parsed.problems)
    items: Any = parsed.data
    if not isinstance(items, list):
        if not parsed.problems and items is not None:
            loaded.problems.append(error(kind.uri, 1, "registry-shape"))
        items = []
    rows: dict[str, BaseModel] = {}
    index: dict[str, int] = {}
    for number, item in enumerate(items):
        row = _row(kind, item, number, parsed, loaded)
        if row is None:
            continue
        if row.id in rows:
            line = parsed.lines.get((number, "id"), 1)
            loaded.problems.append(error(kind.uri, line, "id-duplicate", id=row.id, other=kind.uri))
            continue
        rows[row.id] = row
        index[row.id] = number
    loaded.registries[kind.name] = Registry(
        kind.name,
        kind.uri,
        MappingProxyType(rows),
        MappingProxyType(parsed.lines),
        MappingProxyType(index),
    )


def _row(
    kind: RegistryKind, item: Any, number: int, parsed: front_matter.Parsed, loaded: _Loaded
) -> Any:
    try:
        return kind.row.model_validate(item)
    except ValidationError as fault:
        problems = problems_of(fault, kind.row, parsed.lines, kind.uri, None, (number,))
        loaded.problems.extend(problems)
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            loaded.broken.add(item["id"])
        return None
