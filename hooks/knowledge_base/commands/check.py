"""Every problem of the content, with its place and its cure."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from knowledge_base.commands.request import Request
from knowledge_base.problem import errors
from knowledge_base.wording import tell, wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """How the problems are told."""
    parser.add_argument("--json", action="store_true", help="problems as JSON lines")


def run(request: Request) -> int:
    """Tells every problem; fails where one is an error."""
    if request.options.json:
        for problem in request.problems:
            row = asdict(problem) | {"values": dict(problem.values)}
            print(json.dumps(row, ensure_ascii=False))
    else:
        tell_all(request)
        print(summary(request))
    return 1 if errors(request.problems) else 0


def tell_all(request: Request) -> None:
    """Each problem on its line."""
    prefix = f"{request.library.settings.docs.name}/"
    for problem in request.problems:
        print(tell(problem, request.locale, prefix))


def summary(request: Request) -> str:
    """How many errors and warnings there are; what was read, where nothing is wrong."""
    words, library = wording(request.locale), request.library
    wrong = len(errors(request.problems))
    warned = len(request.problems) - wrong
    warnings = words.count("problem.warnings", warned)
    if wrong:
        told = words.count("problem.errors", wrong)
        return f"{told}, {warnings}" if warned else told
    pages = f"{len(library.pages)} × {len(library.settings.locales)}"
    key = "problem.none_wrong" if warned else "problem.none"
    return words(key, warnings=warnings, pages=pages, records=len(library.records))
