"""Brings back a kind's CSV changed in a spreadsheet: only changed records' files are written."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

from knowledge_base.checks import check
from knowledge_base.commands.request import Request
from knowledge_base.editing.changes import Changes
from knowledge_base.editing.importing import Fault, imported
from knowledge_base.load import load
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, errors
from knowledge_base.wording import tell, wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file."""
    parser.add_argument("file", type=Path, help="the CSV, as the spreadsheet saved it")


def run(request: Request) -> int:
    """Writes what changed once all of it is right; 1 where anything is wrong."""
    library, words = request.library, wording(request.locale)
    result = imported(library, request.options.file.read_bytes())
    if result.ignored:
        print(words("kb.import.ignored", names=", ".join(result.ignored)))
    for fault in result.faults:
        print(_told(fault, request))
    if result.faults:
        print(words("kb.import.refused"))
        return 1
    worse = list(_new_errors(request, result.changes))
    for problem in worse:
        line = result.lines.get(problem.uri)
        at = f"{request.options.file.name}:{line}: " if line else ""
        print(at + tell(problem, request.locale, f"{library.settings.docs.name}/"))
    if worse:
        print(words("kb.import.refused"))
        return 1
    result.changes.write()
    for uri, column in result.edited:
        print(words("kb.import.done", file=f"{library.settings.docs.name}/{uri}", field=column))
    if not result.edited:
        print(words("kb.import.nothing"))
    return 0


def _told(fault: Fault, request: Request) -> str:
    words = wording(request.locale)
    values = dict(fault.values)
    if "expected" in values:
        values["expected"] = words(f"expected.{values['expected']}")
    told = words(f"kb.import.fault.{fault.key}", **values)
    return f"{request.options.file.name}:{fault.line}: {told}"


def _new_errors(request: Request, changes: Changes) -> Iterator[Problem]:
    """The errors the content would have with these changes, and has not now."""
    if not changes.files:
        return
    settings = request.library.settings
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        docs = root / settings.docs.relative_to(settings.root)
        copytree(settings.docs, docs)
        for name in ("ledger.yml", "urls.lock"):
            if (settings.root / name).is_file():
                (root / name).write_bytes((settings.root / name).read_bytes())
        library = replace(request.library, settings=replace(settings, root=root, docs=docs))
        Changes(library, changes.files).write()
        known = {(p.uri, p.code, p.values) for p in errors(request.problems)}
        yield from (p for p in _checked(library) if (p.uri, p.code, p.values) not in known)


def _checked(library: Library) -> list[Problem]:
    fresh, problems = load(library.settings)
    return sorted(set(errors([*problems, *check(fresh)])))
