"""The state of translations as data: the same figures as the page that shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from knowledge_base.model.library import Library
from knowledge_base.views.translations import LanguageState, PageRow, SectionRow, translations_view

PATH = "data/translations.json"


def translations(library: Library) -> Iterator[tuple[str, str]]:
    """One file for all languages."""
    yield PATH, written(library)


def written(library: Library) -> str:
    """The text of the file."""
    source = library.settings.source
    languages = translations_view(library, source, "")
    data = {"source": source, "languages": {own.locale: _language(own) for own in languages}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _language(own: LanguageState) -> dict[str, Any]:
    return {
        "pages": len(own.rows),
        "states": dict(own.by_state),
        "stale_sections": own.stale,
        "words_to_do": own.words,
        "oldest_stale": own.since or None,
        "by_page": [_page(row) for row in own.rows],
    }


def _page(row: PageRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "file": row.file,
        "path": row.path,
        "state": row.state,
        "stale_sections": [_section(section) for section in row.stale],
        "words_to_do": row.words,
        "oldest_stale": row.since or None,
        "reviewer": row.reviewer or None,
        "unchanged": {section.key: section.why for section in row.unchanged},
    }


def _section(section: SectionRow) -> dict[str, Any]:
    return {"id": section.key, "words": section.words, "since": section.since or None}
