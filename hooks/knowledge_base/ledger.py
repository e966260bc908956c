"""What has been published and must not change: ids withdrawn, events of activities as they stood.

`ledger.yml` stands beside mkdocs.yml; `kb ledger` adds to it, and nothing takes away from it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from knowledge_base import front_matter
from knowledge_base.model.library import Library
from knowledge_base.model.records import Event

NAME = "ledger.yml"
HEADER = "# Written by `kb ledger`: what is published. Rows are added, never taken away.\n"
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True)
class Ledger:
    """Withdrawn ids; and for each activity, its published events' fingerprints by event id."""

    retired: frozenset[str] = frozenset()
    events: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read(root: Path) -> Ledger:
    """The ledger of a site; an empty one where there is none yet."""
    path = root / NAME
    if not path.is_file():
        return Ledger()
    parsed = front_matter.read_registry(path.read_bytes(), NAME)
    if parsed.problems:
        first = parsed.problems[0]
        raise ValueError(f"{NAME}:{first.line}: {first.value('what') or first.code}")
    data = _fields(parsed, ())
    retired = data.get("retired") or []
    if not isinstance(retired, list) or not all(isinstance(id_, str) for id_ in retired):
        raise ValueError(f"{NAME}:{parsed.lines['retired',]}: retired")
    events = {id_: _fields(parsed, ("events", id_)) for id_ in _fields(parsed, ("events",))}
    return Ledger(frozenset(retired), events)


def _fields(parsed: front_matter.Parsed, path: tuple[str, ...]) -> dict[str, Any]:
    """The fields at this place of the file; ValueError, with the line, where something else is."""
    value = parsed.data
    for key in path:
        value = (value or {}).get(key)
    if value is not None and not isinstance(value, dict):
        raise ValueError(
            f"{NAME}:{parsed.lines.get(path, 1)}: {'.'.join(path) or 'retired, events'}"
        )
    return value or {}


def fingerprint(event: Event) -> str:
    """Twelve hexadecimal digits that change with the event's facts or words, not its typography."""
    said = unicodedata.normalize("NFC", event.statement).translate(QUOTES)
    parts = (event.date.text, event.status, event.assessor, *sorted(event.sources), said)
    text = "\n".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def current(library: Library) -> dict[str, dict[str, str]]:
    """The events of a library as the ledger would hold them."""
    return {
        page.id: {event.id: fingerprint(event) for event in page.facts.events}
        for page in library.activities
        if page.facts.events
    }


def written(library: Library) -> str:
    """The text of the ledger with this library's new events added."""
    kept = read(library.settings.root)
    events = {activity: dict(rows) for activity, rows in kept.events.items()}
    for activity, rows in current(library).items():
        known = events.setdefault(activity, {})
        known.update({id_: print_ for id_, print_ in rows.items() if id_ not in known})
    data = {"retired": sorted(kept.retired), "events": events}
    return HEADER + yaml.safe_dump(data, allow_unicode=True, sort_keys=True)
