"""The schemas of what an editor writes, for the settings of text editors anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.model.schemas import written_schemas

FOLDER = "data/schemas/files"


def schemas(_library: Library) -> Iterator[tuple[str, str]]:
    """One file for the front matter of each kind, of its translation, and for each registry."""
    for name, schema in written_schemas():
        yield f"{FOLDER}/{name}", json.dumps(schema, ensure_ascii=False) + "\n"
