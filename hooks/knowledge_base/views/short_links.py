"""The index card of short links: every record by kind, with the address to write on a board."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.address import absolute, short_path
from knowledge_base.model.folding import plain
from knowledge_base.model.library import Library
from knowledge_base.views import names
from knowledge_base.wording import wording

KINDS = ("module", "objective", "activity", "document", "institution", "member", "session")


@dataclass(frozen=True)
class ShortLink:
    """A record, its short path, and the address to write (the path, on a site without address)."""

    title: str
    path: str
    written: str


def short_links(
    library: Library, locale: str, _argument: str
) -> tuple[tuple[str, str, tuple[ShortLink, ...]], ...]:
    """For each kind its name, its heading, and its records in alphabetical order."""
    groups = []
    for kind in KINDS:
        rows = [short_link(library, page.id, locale) for page in library.by_kind.get(kind, ())]
        rows.sort(key=lambda row: plain(row.title))
        groups.append((kind, wording(locale)(f"related.{kind}"), tuple(rows)))
    return tuple(group for group in groups if group[2])


def short_link(library: Library, id_: str, locale: str) -> ShortLink:
    """The short link of a record."""
    path = short_path(id_, locale, library.settings.source)
    title = names.page(library, library.records[id_], locale).text
    whole = absolute(library, path)
    return ShortLink(title, path, whole.split("//", 1)[-1] if whole else path)
