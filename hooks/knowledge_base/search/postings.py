"""Which words lead to which entries: postings, with the section and how strongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from knowledge_base.model.folding import fold, joined, plain
from knowledge_base.search.entry import Entry

# How strongly a word leads to an entry, weakest first.
TEXT, OFTEN, HEADING, OTHER_NAME, NAME = range(5)
MANY = 3
STEMMERS = {"fr": "french", "en": "english"}
# Two spellings of one word, made alike before stemming: organise, organize; programme, program.
SPELLINGS = {"en": ((re.compile(r"is(?=e|ing|ation|ed$)"), "iz"), (re.compile(r"mme$"), "m"))}


@dataclass(frozen=True)
class Posting:
    """An entry by its number, the number of the section the word stands in, and how strongly."""

    entry: int
    section: int
    level: int


@dataclass(frozen=True)
class Row:
    """Forms of one word, and where they lead, in order of entries."""

    forms: tuple[str, ...]
    postings: tuple[Posting, ...]


def words_of(text: str) -> list[str]:
    """The folded words of a text; a word with hyphens whole and in its parts, `N’Ko` as written."""
    words = fold(text).split()
    whole = fold(joined(text)).split()
    return words if whole == words else [*words, *(set(whole) - set(words))]


def dated(path: str) -> str:
    """The part of a path that begins with a date, for dates written in digits."""
    last = path.rstrip("/").rpartition("/")[2]
    return last if last[:1].isdigit() else ""


def rows(found: Iterable[Entry], locale: str, ignored: frozenset[str]) -> list[Row]:
    """The postings of every word, in alphabetical order of their first forms.

    Words that share a stem (Snowball, at the time of building) share a row.
    """
    leads: dict[str, dict[int, Posting]] = {}
    for number, entry in enumerate(found):
        for word, posting in _words(number, entry).items():
            if word not in ignored and (len(word) > 1 or word.isdigit()):
                leads.setdefault(word, {})[number] = posting
    groups: dict[str, list[str]] = {}
    for word in sorted(leads):
        groups.setdefault(_stem(word, locale), []).append(word)
    made = (Row(tuple(forms), _merged(leads[form] for form in forms)) for forms in groups.values())
    return sorted(made, key=lambda row: row.forms)


def _merged(leads: Iterable[Mapping[int, Posting]]) -> tuple[Posting, ...]:
    best: dict[int, Posting] = {}
    for lead in leads:
        for number, posting in lead.items():
            if number not in best or posting.level > best[number].level:
                best[number] = posting
    return tuple(best[number] for number in sorted(best))


def _words(number: int, entry: Entry) -> dict[str, Posting]:
    """Each word of an entry, where it stands most strongly."""
    found: dict[str, Posting] = {}

    def add(words: Iterable[str], section: int, level: int) -> None:
        for word in words:
            known = found.get(word)
            if known is None or level > known.level:
                found[word] = Posting(number, section, level)

    for text in (entry.title, *entry.aliases):
        add(words_of(text), 0, NAME)
    # The date of a session is a name of it; that of an article's state is not.
    add(words_of(f"{entry.date} {dated(entry.path)}"), 0, NAME if entry.year else TEXT)
    for text, _code in entry.others:
        add(words_of(text), 0, OTHER_NAME)
    for index, section in enumerate(entry.sections):
        add(words_of(section.heading), index, HEADING)
    add(words_of(entry.summary), 0, OFTEN)
    for index, section in enumerate(entry.sections):
        counted = Counter(words_of(section.text))
        add((word for word, times in counted.items() if times >= MANY), index, OFTEN)
        add(counted, index, TEXT)
    return found


def _stem(word: str, locale: str) -> str:
    return word if word.isdigit() else _stemmed(word, locale)


@cache
def _stemmed(word: str, locale: str) -> str:
    """The stem; words of languages without a stemmer are their own."""
    for pattern, other in SPELLINGS.get(locale, ()):
        word = pattern.sub(other, word)
    name = STEMMERS.get(locale)
    return plain(snowballstemmer.stemmer(name).stemWord(word)) if name else word
