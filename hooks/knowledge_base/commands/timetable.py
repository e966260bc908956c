"""Fits modules into hours, and prints the timetable: as text, as a page, for a calendar."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from knowledge_base.commands.request import Request
from knowledge_base.exports.kit.alone import timetable_file
from knowledge_base.exports.kit.sessions import calendar
from knowledge_base.model.library import Library
from knowledge_base.model.records import Hours, Timetable
from knowledge_base.model.timetable import slots
from knowledge_base.views.timetable import timetable_view
from knowledge_base.wording import wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """Hours of each day, breaks of every day, modules in their order."""
    parser.add_argument("--day", action="append", required=True, type=_hours, metavar="08:30-16:30")
    parser.add_argument("--break", action="append", default=[], type=_hours, dest="breaks")
    parser.add_argument("--module", action="append", default=[], help="all of them by default")
    parser.add_argument("--test", type=int, default=0, help="minutes of the test at both ends")
    parser.add_argument("--date", type=date.fromisoformat, help="the first day, YYYY-MM-DD")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="as a page to print, whole in one file")
    form.add_argument("--ics", action="store_true", help="as a calendar, from --date on")


def run(request: Request) -> int:
    """Prints the timetable; 1 where it does not fit, or a module is not known."""
    options, library, words = request.options, request.library, wording(request.locale)
    unknown = set(options.module) - {page.id for page in library.modules}
    if unknown:
        print(words("kb.no_page", name=", ".join(sorted(unknown))), file=sys.stderr)
        return 1
    plan = Timetable(
        days=tuple(options.day),
        breaks=tuple(options.breaks),
        modules=tuple(options.module),
        test=options.test,
    )
    left = slots(library, plan)[1]
    if left:
        print(words("timetable.full", n=left), file=sys.stderr)
        return 1
    if options.ics:
        return _calendar(request, plan)
    as_page = timetable_file if options.html else _told
    sys.stdout.write(as_page(library, plan, request.locale, options.date))
    return 0


def _calendar(request: Request, plan: Timetable) -> int:
    if request.options.date is None:
        print(wording(request.locale)("timetable.date_needed"), file=sys.stderr)
        return 1
    made = calendar(request.library, plan, request.options.date, "timetable", request.locale)
    sys.stdout.write(made.decode())
    return 0


def _told(library: Library, plan: Timetable, locale: str, first: date | None) -> str:
    lines: list[str] = []
    for day in timetable_view(library, plan, locale, first=first).days:
        lines.append(day.title)
        for row in day.rows:
            module = f" ({row.module.text})" if row.module else ""
            lines.append(f"  {row.start}-{row.end}  {row.what}{module}")
    return "\n".join([*lines, ""])


def _hours(text: str) -> Hours:
    start, _, end = text.partition("-")
    return Hours(start=start, end=end)
