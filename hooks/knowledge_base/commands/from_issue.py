"""Turns a filled issue form (a file with its text) into the files of a record."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge_base.commands import new
from knowledge_base.commands.request import Request
from knowledge_base.editing import issues
from knowledge_base.wording import wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, or `-` for what is piped in."""
    parser.add_argument("file", type=Path, help="the body of the issue; - reads what is piped in")


def run(request: Request) -> int:
    """Writes the files; 1 where the form cannot be used."""
    path = request.options.file
    body = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8-sig")
    try:
        form, answers = issues.read(request.library, body)
        changes = issues.changes(request.library, form, answers)
    except issues.UnreadableError as fault:
        print(issues.told(fault, request.locale))
        return 1
    changes.write()
    for line in new.told(request, changes):
        print(line)
    name = min(changes.files, key=lambda uri: not uri.endswith(".md"))
    print(wording(request.locale)("kb.new.branch", branch=f"{form.name}-{Path(name).stem}"))
    return 0
