"""How each translation stands to its source, section by section: read off the files alone.

No history is asked: the translation's front matter holds the hash of the text it was made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import Facts
from knowledge_base.sections import Section, sections

# A text that a translation need not have.
OPTIONAL = (".venue",)


class State(IntEnum):
    """From the best to the worst; a page has the worst state of its sections."""

    CURRENT = 0
    UNRECORDED = 1
    STALE = 2
    FALLBACK = 3
    MISSING = 4

    @property
    def label(self) -> str:
        """The state's name in files and labels."""
        return ("up-to-date", "unrecorded", "stale", "fallback", "missing")[self]

    @property
    def to_do(self) -> bool:
        """True where there are words to translate."""
        return self >= State.STALE


@dataclass(frozen=True)
class SectionState:
    """A section of a page in a translation; `since` is the day a stale one was last right."""

    key: str
    state: State
    words: int
    since: date | None = None
    unchanged: str = ""


@dataclass(frozen=True)
class PageState:
    """A page in a language that is not its source's."""

    page: Page[Facts]
    locale: str
    sections: tuple[SectionState, ...]

    @property
    def state(self) -> State:
        """The worst state of its sections."""
        return max((s.state for s in self.sections), default=State.CURRENT)

    @property
    def stale(self) -> tuple[SectionState, ...]:
        """The sections whose source has changed."""
        return tuple(s for s in self.sections if s.state is State.STALE)

    @property
    def words(self) -> int:
        """Words of the source that are to be translated, or translated again."""
        return sum(s.words for s in self.sections if s.state.to_do)

    @property
    def since(self) -> date | None:
        """The day from which its oldest stale section has been out of date, at the earliest."""
        return min((s.since for s in self.stale if s.since), default=None)

    @property
    def reviewer(self) -> str:
        """The role that last looked at the translation, where it is given."""
        version = self.page.versions.get(self.locale)
        return (version.words.reviewer or "") if version else ""


def states(library: Library) -> tuple[PageState, ...]:
    """Every page in every language but its own, in the order of files and languages."""
    return tuple(
        page_state(page, locale)
        for page in sorted(library.pages, key=lambda p: p.uri)
        for locale in library.settings.locales
        if locale != page.source_locale
    )


def page_state(page: Page[Facts], locale: str) -> PageState:
    """One page in one language; its language must not be the source's."""
    version = page.versions.get(locale)
    if version is None:
        state = State.FALLBACK if page.facts.fallback else State.MISSING
        rows = (SectionState(s.key, state, s.words) for s in sections(page.source).values())
        return PageState(page, locale, tuple(rows))
    return PageState(page, locale, tuple(_translated(page, version)))


def _translated(page: Page[Facts], version: Version) -> Iterator[SectionState]:
    own = sections(version)
    for key, section in sections(page.source).items():
        if key in own:
            yield _state(section, version)
        elif key not in OPTIONAL:
            yield SectionState(key, State.MISSING, section.words)


def _state(section: Section, version: Version) -> SectionState:
    words = version.words
    recorded = words.source.get(section.key)
    since, _ = accepted(version, section.key)
    if recorded is None:
        return SectionState(section.key, State.UNRECORDED, section.words)
    if recorded != section.hash:
        return SectionState(section.key, State.STALE, section.words, since)
    why = words.unchanged.get(section.key, "")
    return SectionState(section.key, State.CURRENT, section.words, unchanged=why)


def accepted(version: Version, key: str) -> tuple[date | None, str]:
    """The day a section of a translation was accepted, and its own hash then."""
    day, _, own = version.words.accepted.get(key, "").partition(" ")
    try:
        return date.fromisoformat(day), own
    except ValueError:
        return None, own
