"""What is said of a record is said alike on its page, in the CSV, in the JSON and in the JSON-LD.

Each is read back from the built site, by a reader that had no part in writing it (rule 23).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.address import address
from knowledge_base.model.library import Page
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site
from knowledge_base.views.dataset import PLURALS
from knowledge_base.wording import wording

Rows = Mapping[str, Mapping[str, Any]]


def everything_says_the_same(site: Site) -> Iterator[Problem]:
    """Ids, titles in each language, dates and statuses of every record."""
    for kind, pages in site.library.by_kind.items():
        if kind == "page":
            continue
        table, data = _csv(site, kind), _json(site, kind)
        ids = {page.id for page in pages}
        if not set(table) == set(data) == ids:
            yield error(f"data/{PLURALS[kind]}.json", 0, "site-disagree", what="id")
        for page in pages:
            own, record = table.get(page.id, {}), data.get(page.id, {})
            for locale in page.versions:
                yield from _page(site, page, locale, own, record)


def _csv(site: Site, kind: str) -> Rows:
    path = site.folder / "data" / f"{PLURALS[kind]}.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _json(site: Site, kind: str) -> Rows:
    path = site.folder / "data" / f"{PLURALS[kind]}.json"
    if not path.is_file():
        return {}
    return {row["id"]: row for row in json.loads(path.read_text("utf-8"))}


@dataclass(frozen=True)
class _Said:
    """What each of the four says of a record: its page, its linked data, its row, its object."""

    tree: LexborHTMLParser
    linked: Mapping[str, Any]
    row: Mapping[str, Any]
    object: Mapping[str, Any]


def _page(
    site: Site, page: Page[Any], locale: str, row: Mapping[str, Any], record: Mapping[str, Any]
) -> Iterator[Problem]:
    uri = f"{address(site.library, page, locale)}index.html"
    tree = site.pages.get(uri)
    if tree is None:
        return  # told by another check
    said = _Said(tree, _linked(tree), row, record)
    told = {
        "title": _titles(page, locale, said),
        "dates": _starts(page, said),
        "status": _statuses(page, locale, said),
    }
    for what, values in told.items():
        if len(values) > 1:
            yield error(uri, 0, "site-disagree", what=what)


def _titles(page: Page[Any], locale: str, said: _Said) -> set[str]:
    source = locale == page.source_locale
    words = said.object if source else said.object.get("translations", {}).get(locale, {})
    column = said.row.get("title" if source else f"title.{locale}")
    found = (_text(said.tree, "h1"), said.linked.get("name"), words.get("title"), column)
    return {_plain(title) for title in found}


def _linked(tree: LexborHTMLParser) -> Mapping[str, Any]:
    node = tree.css_first('script[type="application/ld+json"]')
    try:
        found = json.loads(node.text()) if node else {}
    except ValueError:
        return {}  # told by another check
    return found if isinstance(found, dict) else {}


def _starts(page: Page[Any], said: _Said) -> set[Any]:
    """The first day of a session; in linked data only where it is one of the calendar's."""
    if page.kind != "session":
        return set()
    found = {said.row.get("dates.start"), said.object.get("dates", {}).get("start")}
    return found | ({said.linked["startDate"]} if "startDate" in said.linked else set())


def _statuses(page: Page[Any], locale: str, said: _Said) -> set[str]:
    """The status shown, that of the table, and that of the newest event of the object."""
    if page.kind != "activity":
        return set()
    dates = {event.id: event.date for event in page.facts.events}  # compared as the model does
    events = sorted(said.object.get("events", ()), key=lambda e: (dates[e["id"]], e["id"]))
    last = events[-1]["status"] if events else "no-information"
    words = wording(locale)
    labels = {_plain(words(f"status.{one}")) for one in (said.row.get("current.status"), last)}
    return {_text(said.tree, "[data-status]"), *labels}


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(f"article {selector}")
    return _plain(node.text()) if node else ""


def _plain(text: Any) -> str:
    """A text without what typography makes of it."""
    return "".join(str(text or "").replace("’", "'").replace("‑", "-").split())
