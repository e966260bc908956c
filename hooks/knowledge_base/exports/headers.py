"""What the server should say with every answer, where the host reads it from the site."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.model.policy import netlify


def headers(_library: Library) -> Iterator[tuple[str, str]]:
    """The file that hosts of static sites look for."""
    yield "_headers", netlify()
