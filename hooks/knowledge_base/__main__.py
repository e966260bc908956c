"""The command `kb`: the same reading and checks as the site's, without the site generator."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import yaml

from knowledge_base import ledger, settings
from knowledge_base.checks import check
from knowledge_base.load import load
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, errors
from knowledge_base.wording import tell, wording


def main(arguments: list[str] | None = None) -> int:
    """Runs a command; 0 where no problem stops it, 1 where one does, 2 where it cannot start."""
    options = _parser().parse_args(arguments)
    try:
        site = settings.read(options.config.resolve(), options.today)
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as fault:
        print(f"{options.config}: {fault}", file=sys.stderr)
        return 2
    library, problems = load(site)
    problems = sorted({*problems, *check(library)})
    command = {"check": _check, "ledger": _ledger}[options.command]
    return command(options, library, problems)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kb", description=__doc__)
    parser.add_argument("command", choices=("check", "ledger"))
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="mkdocs.yml")
    parser.add_argument("--lang", default=None, help="fr, en: the language of messages")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="YYYY-MM-DD")
    parser.add_argument("--json", action="store_true", help="problems as JSON lines")
    return parser


def _check(options: argparse.Namespace, library: Library, problems: list[Problem]) -> int:
    """Tells every problem; fails where one is an error."""
    locale = options.lang or library.settings.source
    prefix = f"{library.settings.docs.name}/"
    for problem in problems:
        if options.json:
            row = asdict(problem) | {"values": dict(problem.values)}
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(tell(problem, locale, prefix))
    if not options.json:
        print(summary(library, problems, locale))
    return 1 if errors(problems) else 0


def _ledger(options: argparse.Namespace, library: Library, problems: list[Problem]) -> int:
    """Adds the events that are new to the ledger, once nothing is wrong."""
    if errors(problems):
        return _check(options, library, problems)
    path = library.settings.root / ledger.NAME
    path.write_text(ledger.written(library), "utf-8")
    return 0


def summary(library: Library, problems: list[Problem], locale: str) -> str:
    """How many problems there are; or what was read, where there is none."""
    words = wording(locale)
    if problems:
        return words.count("problem.total", len(problems))
    pages = f"{len(library.pages)} × {len(library.settings.locales)}"
    return words("problem.none", pages=pages, records=len(library.records))


if __name__ == "__main__":
    sys.exit(main())
