"""Starts a record: writes its files and registry rows, and names what is left to fill."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from knowledge_base.checks import check
from knowledge_base.commands.naming import RefusedError
from knowledge_base.commands.request import Request
from knowledge_base.editing import ids
from knowledge_base.editing.changes import Changes
from knowledge_base.editing.skeleton import page_files, row
from knowledge_base.load import load
from knowledge_base.model import edtf
from knowledge_base.model.kinds import KINDS, PAGE, REGISTRIES, Kind, RegistryKind
from knowledge_base.wording import tell, wording

PAGES = {kind.name: kind for kind in (*KINDS, PAGE)}
ROWS = {kind.name: kind for kind in REGISTRIES}
# Where a date and a place go, by kind.
DATED = {"session": "dates", "document": "dates", "activity": "period",
         "milestone": "date", "source": "date"}  # fmt: skip
PLACED = {"session": "place", "activity": "places", "member": "town"}
DAY = {"session": "start", "document": "adopted", "activity": "start"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, and what is already known of the record."""
    parser.add_argument("kind", choices=sorted({*PAGES, *ROWS}))
    parser.add_argument("--date", default="", help="2024-02-29, or 2024-02-29/2024-03-01")
    parser.add_argument("--place", default="", help="a town, by its id or its name")
    parser.add_argument("--title", default="", help="in the source language")
    parser.add_argument("--id", default="", help="the id, where the title should not make it")
    parser.add_argument("--source", action="append", default=[], help="the id of a source")
    parser.add_argument("--url", default="", help="the address of a source")


def run(request: Request) -> int:
    """Writes the files; 1 where what is asked cannot be done."""
    try:
        changes = Changes(request.library)
        if request.options.kind in PAGES:
            _page(request, PAGES[request.options.kind], changes)
        else:
            _row(request, ROWS[request.options.kind], changes)
    except RefusedError as refused:
        print(refused)
        return 1
    changes.write()
    for line in told(request, changes):
        print(line)
    return 0


def _page(request: Request, kind: Kind, changes: Changes) -> None:
    options, library = request.options, request.library
    if kind.name == "session" and not (options.date and options.place):
        raise RefusedError(_words(request, "needs", options="--date, --place"))
    facts = _facts(request, changes)
    if options.source:
        facts["sources"] = options.source
    wanted = options.id or _id(request, kind.name)
    if not wanted:
        raise RefusedError(_words(request, "needs", options="--title, --id"))
    words = {library.settings.source: {"title": options.title}} if options.title else {}
    id_ = ids.free(library, ids.slug(wanted))
    changes.files.update(page_files(library.settings, kind, id_, facts, words))


def _row(request: Request, kind: RegistryKind, changes: Changes) -> None:
    options, library = request.options, request.library
    id_ = ids.slug(options.id or options.title)
    if not id_:
        raise RefusedError(_words(request, "needs", options="--title, --id"))
    if id_ in getattr(library, f"{kind.name}s"):
        raise RefusedError(_words(request, "taken", id=id_, file=kind.uri))
    known: dict[str, Any] = {"id": id_, **_facts(request, changes)}
    source = library.settings.source
    if kind.name == "source":
        known |= {"accessed": library.today.isoformat()}
        known |= {k: v for k, v in (("title", options.title), ("url", options.url)) if v}
    elif options.title:
        known["names"] = {source: _name(kind, options.title)}
    if options.source:
        known["sources"] = options.source
    changes.add_row(kind.name, row(kind.row, known, library.settings.locales))


def _name(kind: RegistryKind, title: str) -> Any:
    return {"label": title} if kind.name == "term" else title


def _id(request: Request, kind: str) -> str:
    """The id made from what is known: day and town of a session, title of any other record."""
    options = request.options
    if kind == "session":
        first = options.date.partition("/")[0].rstrip("~")
        return f"{first}-{_place_id(request)}"
    return str(options.title)


def _facts(request: Request, changes: Changes) -> dict[str, Any]:
    kind = request.options.kind
    facts: dict[str, Any] = {}
    if request.options.date and kind in DATED:
        facts[DATED[kind]] = _date(request, kind)
    if request.options.place and kind in PLACED:
        facts[PLACED[kind]] = _place(request, kind, changes)
    return facts


def _date(request: Request, kind: str) -> Any:
    """The date in the shape of the kind: a value, or a day by its name, with the end of a span."""
    text = request.options.date
    try:
        when = edtf.parse(text)
    except ValueError:
        raise RefusedError(_words(request, "date", date=text)) from None
    if kind not in DAY:
        return text
    start, _, end = text.partition("/") if when.interval else (text, "", "")
    return {DAY[kind]: start} | ({"end": end} if end else {})


def _place(request: Request, kind: str, changes: Changes) -> Any:
    """The place in the shape of the kind; a row is added for one that has none."""
    library, name = request.library, request.options.place
    id_ = _place_id(request)
    if ids.place(library, name) is None:
        names = {library.settings.source: name}
        place = row(ROWS["place"].row, {"id": id_, "names": names}, library.settings.locales)
        changes.add_row("place", place)
    shapes: dict[str, Any] = {"session": {"town": id_}, "activity": [id_]}
    return shapes.get(kind, id_)


def _place_id(request: Request) -> str:
    name = request.options.place
    return ids.place(request.library, name) or ids.slug(name)


def _words(request: Request, key: str, **values: object) -> str:
    return wording(request.locale)(f"kb.new.{key}", **values)


def told(request: Request, changes: Changes) -> Iterator[str]:
    """Each file written, then each problem left in one of them."""
    settings = request.library.settings
    prefix = f"{settings.docs.name}/"
    yield from (_words(request, "written", file=prefix + uri) for uri in changes.files)
    library, problems = load(settings)
    left = [p for p in sorted({*problems, *check(library)}) if p.uri in changes.files]
    yield _words(request, "left" if left else "whole")
    yield from (tell(problem, request.locale, prefix) for problem in left)
