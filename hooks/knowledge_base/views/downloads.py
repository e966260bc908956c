"""The files of the open data, kind by kind, with what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.views.tables import tables
from knowledge_base.wording import wording

FOLDER = "data"


@dataclass(frozen=True)
class Download:
    """A table by its name, how many rows it has, and whether it has a JSON list of its own."""

    name: str
    label: str
    rows: str
    whole: bool


@dataclass(frozen=True)
class Downloads:
    """The tables, the calendar and the feeds of a language."""

    tables: tuple[Download, ...]
    calendar: str
    feeds: tuple[tuple[str, str], ...]


def downloads(library: Library, locale: str, _argument: str) -> Downloads:
    """Every table with its files; what else a reader of this language can take."""
    words = wording(locale)
    found = tuple(
        Download(
            table.name,
            table.name if table.part else words(f"kinds.{table.kind}"),
            words.number(len(table.rows)),
            not table.part,
        )
        for table in tables(library)
    )
    suffix = "" if locale == library.settings.source else f".{locale}"
    feeds = tuple(
        (f"{FOLDER}/{name}.{locale}.atom", words(f"data.feed.{name}"))
        for name in ("sessions", "status")
    )
    return Downloads(found, f"{FOLDER}/sessions{suffix}.ics", feeds)
