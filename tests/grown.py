"""A larger site made of a real one: pages of drawn titles and sections, for what an index costs."""

from __future__ import annotations

import random
import zlib
from dataclasses import replace

from knowledge_base.search.entry import Entry, in_order

SEED = 7


def grown(found: list[Entry], pages: int) -> list[Entry]:
    """The entries, and drawn ones until there are so many pages.

    Their names are words that no other has: those of a real name, read backwards.
    """
    own = [entry for entry in found if entry.sections]
    draw = random.Random(SEED)
    words = [word for entry in own for word in entry.title.split()]
    sections = [section for entry in own for section in entry.sections]

    def drawn(number: int) -> Entry:
        model = draw.choice(own)
        return replace(
            model,
            title=_backwards(" ".join(draw.sample(words, len(model.title.split())))),
            aliases=tuple(map(_backwards, model.aliases)),
            others=tuple((_backwards(name), code) for name, code in model.others),
            path=f"{model.path.rstrip('/')}-{number}/",
            summary=draw.choice(own).summary,
            sections=tuple(draw.choice(sections) for _ in model.sections),
        )

    return in_order([*found, *(drawn(number) for number in range(pages - len(own)))])


def _backwards(name: str) -> str:
    return " ".join(word[::-1] for word in name.split())


def text_weight(found: list[Entry]) -> int:
    """Bytes of the texts of pages, each compressed by itself."""
    return sum(len(zlib.compress(_text(entry).encode(), 9)) for entry in found if entry.sections)


def _text(entry: Entry) -> str:
    sections = (f"{section.heading}\n{section.text}" for section in entry.sections)
    return "\n".join((entry.title, *entry.aliases, entry.summary, *sections))
