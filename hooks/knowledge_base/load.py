"""Reads every file under docs into one library; what cannot be read is told, and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge_base import front_matter, prose, translation
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
    orphans: list[Version] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(settings: Settings) -> tuple[Library, list[Problem]]:
    """The library of a site, and every problem met while reading it."""
    loaded = _Loaded()
    files = sorted(_files(settings.docs))
    pages: dict[str, dict[str, front_matter.Parsed]] = {}
    for uri in files:
        if uri.endswith(".md"):
            source_uri, locale = translation.split(uri, settings.locales)
            parsed = front_matter.read_page((settings.docs / uri).read_bytes(), uri)
            loaded.problems.extend(parsed.problems)
            pages.setdefault(source_uri, {})[locale] = parsed
    for uri, versions in pages.items():
        _page(uri, versions, settings, loaded)
    for kind in REGISTRIES:
        _registry(kind, settings, loaded)
    rows = {name: registry.rows for name, registry in loaded.registries.items()}
    library = Library(
        settings=settings,
        pages=tuple(loaded.pages),
        sources=rows.get("source", MappingProxyType({})),
        terms=rows.get("term", MappingProxyType({})),
        places=rows.get("place", MappingProxyType({})),
        milestones=rows.get("milestone", MappingProxyType({})),
        registries=MappingProxyType(loaded.registries),
        broken=frozenset(loaded.broken),
        orphans=tuple(loaded.orphans),
        assets=frozenset(uri for uri in files if not uri.endswith((".md", ".yml"))),
    )
    return library, loaded.problems


def _files(docs: Path) -> Iterator[str]:
    for path in docs.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.parts):
            yield path.relative_to(docs).as_posix()


def _page(
    uri: str, versions: Mapping[str, front_matter.Parsed], settings: Settings, loaded: _Loaded
) -> None:
    kind = kind_of(uri)
    source = versions.get(settings.source)
    id_ = uri.removesuffix(".md").rpartition("/")[2]
    facts = _model(kind.facts, source, uri, loaded) if source else None
    if facts is None or source is None:
        loaded.broken.add(id_)
        if source is None:
            _orphans(uri, versions, settings, loaded)
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
    path = settings.docs / kind.uri
    if not path.is_file():
        return
    parsed = front_matter.read_registry(path.read_bytes(), kind.uri)
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
