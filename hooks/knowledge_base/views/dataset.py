"""The library as data to take away: each record as an object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge_base.model.address import address
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import UNTRANSLATED
from knowledge_base.views.small_cells import publishable

_NAMES = [kind.name for kind in (*KINDS, *REGISTRIES)]
PLURALS = {name: "activities" if name == "activity" else f"{name}s" for name in _NAMES}
KEPT_OUT = frozenset({*UNTRANSLATED} - {"aliases"})


def objects(library: Library, kind: str) -> list[dict[str, Any]]:
    """Every record of a kind, or row of a registry, in order of ids."""
    if kind in library.registries or kind in {registry.name for registry in REGISTRIES}:
        rows: Mapping[str, Any] = getattr(library, PLURALS[kind])
        return [_plain(rows[id_]) for id_ in sorted(rows)]
    return [record(library, page) for page in library.by_kind.get(kind, ())]


def record(library: Library, page: Page[Any]) -> dict[str, Any]:
    """What a record's source file says, and its words in the other languages."""
    own = _plain(page.facts)
    own.pop("fallback", None)
    if own.get("assessment"):
        own["assessment"] = _said(publishable(page.facts.assessment))
    others = {
        locale: {k: v for k, v in _plain(version.words).items() if v and k not in KEPT_OUT}
        for locale, version in page.versions.items()
        if locale != page.source_locale
    }
    path = address(library, page, library.settings.source)
    return {"id": page.id, "path": path, **own, "translations": others}


def _plain(model: Any) -> dict[str, Any]:
    """A model as JSON holds it, without what is not said."""
    said: dict[str, Any] = _said(model.model_dump(mode="json"))
    return said


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _said(v) for k, v in value.items() if v is not None}
    return [_said(item) for item in value] if isinstance(value, list) else value
