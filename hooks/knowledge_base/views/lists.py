"""Lists of the records of a kind: sorted, grouped, readable without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library, Page
from knowledge_base.views import names
from knowledge_base.views.status import State, state
from knowledge_base.wording import wording

LATEST = 3


@dataclass(frozen=True)
class Card:
    """A record at a glance."""

    id: str
    title: str
    path: str
    kind: str
    date: str
    place: str
    summary: str
    state: State | None = None


@dataclass(frozen=True)
class Group:
    """Records under a heading; `id` is the heading's anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Listing:
    """Groups of records, and how many there are in all."""

    groups: tuple[Group, ...]
    total: int


def documents(library: Library, locale: str, _argument: str) -> Listing:
    """Documents by type, each type in order of date."""
    order = sorted(library.documents, key=_first_day)
    return _by_kind(library, order, locale, "document")


def institutions(library: Library, locale: str, _argument: str) -> Listing:
    """Institutions by type, each type in order of names."""
    return _by_kind(library, _by_title(library.institutions, locale), locale, "institution")


def members(library: Library, locale: str, _argument: str) -> Listing:
    """Members in order of names."""
    return _one(library, _by_title(library.members, locale), locale, "member")


def sessions(library: Library, locale: str, _argument: str) -> Listing:
    """Sessions by year, the newest first."""
    return _grouped(
        library, library.sessions, locale, lambda p: (str(p.facts.dates.start.year),) * 2
    )


def latest_sessions(library: Library, locale: str, _argument: str) -> Listing:
    """The newest sessions."""
    return _one(library, library.sessions[:LATEST], locale, "session")


def modules(library: Library, locale: str, _argument: str) -> Listing:
    """Modules in the order of the course."""
    return _one(library, library.modules, locale, "module")


def objectives(library: Library, locale: str, _argument: str) -> Listing:
    """Objectives in their order."""
    return _one(library, library.objectives, locale, "objective")


def activities(library: Library, locale: str, _argument: str) -> Listing:
    """Activities in order of names."""
    return _one(library, _by_title(library.activities, locale), locale, "activity")


def card(library: Library, page: Page[Any], locale: str) -> Card:
    """A record at a glance, in a language."""
    words = wording(locale)
    where = getattr(page.facts, "place", None)
    named = names.page(library, page, locale)
    return Card(
        id=page.id,
        title=named.text,
        path=named.path or "",
        kind=names.kind(page, locale),
        date=names.when_text(page, locale),
        place=names.place(library, where.town, locale).text if where else "",
        summary=words.text(page.version(locale).words.summary),
        state=state(page, locale) if page.kind == "activity" else None,
    )


def _first_day(page: Page[Any]) -> date:
    found = names.when(page)
    return found[0].first if found else date.max


def _by_title(pages: Iterable[Page[Any]], locale: str) -> list[Page[Any]]:
    return sorted(pages, key=lambda p: plain(p.version(locale).words.title))


def _by_kind(library: Library, pages: Iterable[Page[Any]], locale: str, kind: str) -> Listing:
    words = wording(locale)
    return _grouped(
        library,
        sorted(pages, key=_rank),
        locale,
        lambda p: (p.facts.kind, words(f"{kind}.{p.facts.kind}")),
    )


def _rank(page: Page[Any]) -> int:
    """The place of a record's type in the model's own list: the same order in each language."""
    return get_args(type(page.facts).model_fields["kind"].annotation).index(page.facts.kind)


def _grouped(
    library: Library,
    pages: Iterable[Page[Any]],
    locale: str,
    group: Callable[[Page[Any]], tuple[str, str]],
) -> Listing:
    groups: dict[tuple[str, str], list[Card]] = {}
    for page in pages:
        groups.setdefault(group(page), []).append(card(library, page, locale))
    made = tuple(Group(id_, title, tuple(cards)) for (id_, title), cards in groups.items())
    return Listing(made, sum(len(g.cards) for g in made))


def _one(library: Library, pages: Iterable[Page[Any]], locale: str, kind: str) -> Listing:
    cards = tuple(card(library, page, locale) for page in pages)
    return Listing((Group(kind, "", cards),) if cards else (), len(cards))
