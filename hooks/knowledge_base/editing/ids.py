"""Ids made from what people write, and never one that is taken."""

from __future__ import annotations

import re

from knowledge_base import ledger
from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library

WORD = re.compile(r"[a-z0-9]+")
LONGEST = 60


def slug(text: str) -> str:
    """The text as an id: lower-case letters without accents, figures, hyphens."""
    made = "-".join(WORD.findall(plain(text)))
    return made if len(made) <= LONGEST else made[:LONGEST].rpartition("-")[0]


def free(library: Library, wanted: str) -> str:
    """The id, or the first of `id-2`, `id-3`… that no record has or had."""
    taken = {page.id for page in library.pages} | library.broken
    taken |= ledger.read(library.settings.root).retired
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def place(library: Library, name: str) -> str | None:
    """The id of the place that people call so, in any language."""
    folded = slug(name)
    for id_, row in library.places.items():
        if folded in (id_, *(slug(own) for own in row.names.values())):
            return id_
    return None
