"""What has been published and must not change: ids withdrawn, events of activities as they stood.

`ledger.yml` stands beside mkdocs.yml; `kb ledger` adds to it, and nothing takes away from it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

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
    try:
        data = yaml.safe_load(path.read_text("utf-8")) or {}
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise ValueError(f"{NAME}:{line}: {fault.problem}") from None
    if not isinstance(data, dict):
        raise ValueError(f"{NAME}:1: retired, events")  # noqa: TRY004 - told as any broken file
    return Ledger(frozenset(data.get("retired") or ()), data.get("events") or {})


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
