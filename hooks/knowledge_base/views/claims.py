"""How many statements still wait for their source: the figures of the method page."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.checks.claims import figures_are_sourced
from knowledge_base.checks.drafts import statements_are_sourced
from knowledge_base.checks.upkeep import sources_are_looked_at
from knowledge_base.model.library import Library
from knowledge_base.wording import wording


@dataclass(frozen=True)
class Claims:
    """In words: statements marked, figures without a source, sources without a copy or a look."""

    marked: str
    unsourced: str
    archived: str
    looked_at: str


def claims(library: Library, locale: str, _argument: str) -> Claims:
    """Counted by the same rules as the warnings; a mark is counted once, in the source language."""
    words = wording(locale)
    own = {page.source.uri for page in library.pages}
    marked = sum(problem.uri in own for problem in statements_are_sourced(library))
    unsourced = sum(1 for _ in figures_are_sourced(library))
    kept = sum(bool(row.archived_url) for row in library.sources.values())
    old = sum(1 for _ in sources_are_looked_at(library))
    return Claims(
        words.count("claims.marked", marked),
        words.count("claims.unsourced", unsourced),
        words("claims.archived", n=words.number(kept), of=words.number(len(library.sources))),
        words.count("claims.old", old),
    )
