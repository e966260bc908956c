"""The index as files: `head.js`, blocks of entries `b<n>.js`, shards of words `w-<prefix>.js`.

Each is a script that hands its data to the one function the reader's side defines, so that an
index opened from disk works as one served. `head.js` also tells which shards there are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from knowledge_base.model.address import path_of
from knowledge_base.model.folding import fold
from knowledge_base.model.library import Library
from knowledge_base.search.entries import entries, shortened
from knowledge_base.search.entry import ORDER, Entry
from knowledge_base.search.postings import rows
from knowledge_base.search.shards import SECTIONS, Scale, scale_of, shards
from knowledge_base.wording import wording

INDEX = "a-z.md"
FOLDER = "assets/search"
FIRST_CODE = 48  # the character that stands for the first year, the first place
WORTH = {"milestone": 0.4, "source": 0.3}  # rows count for less than records
TOLD = (
    "one", "many", "none", "some", "mended", "loading", "ways", "az", "matched", "more",
    "kind", "year", "place",
)  # fmt: skip
File = tuple[str, str]


def index_files(
    library: Library, found_at: Callable[[str], bool] = lambda _path: True
) -> Iterator[File]:
    """The index of every language, of the entries whose page can be found at its path."""
    for locale in library.settings.locales:
        found = [e for e in entries(library, locale) if found_at(e.path.partition("#")[0])]
        yield from index_of(library, locale, found)


def index_of(library: Library, locale: str, found: list[Entry]) -> Iterator[File]:
    """The index of these entries, in order, in one language."""
    ignored = frozenset(fold(wording(locale)("search.ignored")).split())
    scale = scale_of(found)
    words = dict(shards(rows(found, locale, ignored), scale))
    head = _head(found, locale, ignored, sorted(words))
    yield _file(locale, "head", {**head, "elsewhere": _elsewhere(library, locale)})
    for first in range(0, len(found), scale.block):
        block = found[first : first + scale.block]
        known = {} if first < scale.head else _columns(block)
        data = {**known, **_details(block, scale)}
        yield _file(locale, f"b{first // scale.block}", data)
    for prefix, text in words.items():
        yield _file(locale, f"w-{prefix}", text)


def _file(locale: str, name: str, data: Any) -> File:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{locale}/{name}.js", f'found("{locale}/{name}",{text})\n'


def _head(
    found: list[Entry], locale: str, ignored: frozenset[str], shards: list[str]
) -> dict[str, Any]:
    """What every search needs: the most general entries, how to filter, where the rest is."""
    words, counted = wording(locale), Counter(entry.kind for entry in found)
    scale = scale_of(found)
    return {
        "head": scale.head,
        "block": scale.block,
        "words": {key: words(f"search.{key}") for key in TOLD},
        "ignored": " ".join(sorted(ignored)),
        "kinds": [words(f"kind.{kind}") for kind in ORDER],
        "counts": [counted[kind] for kind in ORDER],
        "worth": [WORTH.get(kind, 1) for kind in ORDER],
        "year": _coded([entry.year for entry in found]),
        "place": _coded([entry.place for entry in found]),
        "shards": " ".join(shards),
        **_columns(found[: scale.head]),
    }


def _elsewhere(library: Library, locale: str) -> list[tuple[str, str, str]]:
    """The same search in the other languages: code, address of the results, wording."""
    words, settings = wording(locale), library.settings
    return [
        (
            code,
            path_of(INDEX, code, settings.source),
            words("search.other", language=words.language(code)),
        )
        for code in settings.locales
        if code != locale
    ]


def _coded(values: list[str]) -> list[str]:
    """A column as one character an entry (a blank for none), after the values they stand for."""
    known = sorted({value for value in values if value})
    codes = {value: chr(FIRST_CODE + index) for index, value in enumerate(known)}
    return ["".join(codes.get(value, " ") for value in values), *known]


def _columns(found: list[Entry]) -> dict[str, str]:
    """Entries by column, a line each: what compresses best."""
    return {
        "title": "\n".join(e.title for e in found),
        "path": "\n".join(e.path for e in found),
        "date": "\n".join(e.date for e in found),
        "names": "\n".join("\t".join(_names(e)) for e in found),
    }


def _names(entry: Entry) -> list[str]:
    """The names an entry has beside its title, none twice."""
    known = {fold(entry.title): ""}
    return [name for name in entry.aliases if known.setdefault(fold(name), name) == name]


def _details(block: list[Entry], scale: Scale) -> dict[str, list[str]]:
    """For each entry its summary, its sections (id and heading, a line each), names elsewhere."""
    return {
        "summary": [shortened(e.summary, scale.gist) if e.sections else "" for e in block],
        "others": ["\t".join(f"{name}={code}" for name, code in e.others) for e in block],
        "sections": [
            "\n".join(f"{s.id}\t{s.heading}" for s in entry.sections[: len(SECTIONS)])
            for entry in block
        ],
    }
