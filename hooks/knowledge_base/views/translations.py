"""The state of the translations: the page of figures, and the markers of stale sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base import translation
from knowledge_base.model.address import address
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Facts
from knowledge_base.states import PageState, SectionState, State, page_state, states
from knowledge_base.wording import Wording, wording


@dataclass(frozen=True)
class SectionRow:
    """A stale section, or one accepted unchanged for a reason; `path` leads to it."""

    key: str
    words: int
    since: str
    path: str
    why: str = ""


@dataclass(frozen=True)
class PageRow:
    """A page as the table shows it; `since` is the earliest day of its stale sections."""

    id: str
    kind: str
    title: str
    file: str
    path: str
    state: str
    state_label: str
    words: int
    words_told: str
    since: str
    since_told: str
    reviewer: str
    stale: tuple[SectionRow, ...]
    unchanged: tuple[SectionRow, ...]


@dataclass(frozen=True)
class LanguageState:
    """A language's figures: pages by state, stale sections, words to do, the oldest stale day."""

    locale: str
    name: str
    counts: tuple[tuple[str, int], ...]
    by_state: tuple[tuple[str, int], ...]
    stale: int
    stale_told: str
    words: int
    words_told: str
    since: str
    since_told: str
    rows: tuple[PageRow, ...]


@dataclass(frozen=True)
class Marker:
    """What a reader is told on a stale section: `path` is the section in the source language."""

    key: str
    text: str
    link: str
    path: str
    locale: str
    source: str


def translations_view(library: Library, locale: str, _argument: str) -> tuple[LanguageState, ...]:
    """Every language of the site but the source's."""
    found = states(library)
    return tuple(
        _language(library, [s for s in found if s.locale == other], other, locale)
        for other in library.settings.locales[1:]
    )


def _language(
    library: Library, found: list[PageState], language: str, locale: str
) -> LanguageState:
    words = wording(locale)
    counts = [(state, sum(s.state is state for s in found)) for state in State]
    stale = sum(len(s.stale) for s in found)
    to_do = sum(s.words for s in found)
    since = min((s.since for s in found if s.since), default=None)
    return LanguageState(
        locale=language,
        name=words.language(language),
        counts=tuple((words(f"translations.state.{s.label}"), n) for s, n in counts),
        by_state=tuple((state.label, n) for state, n in counts),
        stale=stale,
        stale_told=words.count("translations.sections", stale),
        words=to_do,
        words_told=words.count("translations.words", to_do),
        since=since.isoformat() if since else "",
        since_told=words.date(since) if since else "",
        rows=tuple(_row(library, state, words) for state in found),
    )


def _row(library: Library, state: PageState, words: Wording) -> PageRow:
    page = state.page
    path = address(library, page, state.locale)
    uri = translation.file_of(page.uri, state.locale, page.source_locale)
    return PageRow(
        id=page.id,
        kind=page.kind,
        title=words.text(page.version(words.locale).words.title),
        file=f"{library.settings.docs.name}/{uri}",
        path=path,
        state=state.state.label,
        state_label=words(f"translations.state.{state.state.label}"),
        words=state.words,
        words_told=words.count("translations.words", state.words),
        since=state.since.isoformat() if state.since else "",
        since_told=words.date(state.since) if state.since else "",
        reviewer=state.reviewer,
        stale=tuple(_section(page, s, path) for s in state.stale),
        unchanged=tuple(_section(page, s, path) for s in state.sections if s.unchanged),
    )


def _section(page: Page[Facts], row: SectionState, path: str) -> SectionRow:
    since = row.since.isoformat() if row.since else ""
    return SectionRow(row.key, row.words, since, path + anchor(page, row.key), row.unchanged)


def anchor(page: Page[Facts], key: str) -> str:
    """Where a section stands on its page; texts of the front matter stand near the top."""
    return f"#{key}" if any(h.id == key for h in page.source.body.headings) else ""


def markers(library: Library, page: Page[Facts], locale: str) -> Iterator[Marker]:
    """A marker for each stale section of a page built for a language that it is translated into."""
    if locale == page.source_locale or locale not in page.versions:
        return
    words = wording(locale)
    source = library.settings.source
    path = address(library, page, source)
    for row in page_state(page, locale).stale:
        text = words("stale.text", source=words.language(source), part=_part(row.key, words))
        yield Marker(row.key, text, words("stale.link", source=words.language(source)),
                     path + anchor(page, row.key), locale, source)  # fmt: skip


def _part(key: str, words: Wording) -> str:
    """What of the page a marker speaks of."""
    field = key[1:].partition(".")[0] if key.startswith(".") else "section"
    label = f"stale.part.{field}"
    return words(label) if words.has(label) else words("stale.part.other")
