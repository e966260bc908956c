"""The command `kb`: the same reading and checks as the site's, without the site generator."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

import yaml

from knowledge_base import settings
from knowledge_base.checks import check
from knowledge_base.commands import COMMANDS
from knowledge_base.commands.request import Request
from knowledge_base.load import load


def main(arguments: list[str] | None = None) -> int:
    """Runs a command; 0 where no problem stops it, 1 where one does, 2 where it cannot start."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:  # the reader, `head` or `less`, has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return 0
    except Exception as fault:
        if os.environ.get("KB_DEBUG"):
            raise
        print(f"kb {options.command}: {type(fault).__name__}: {fault}", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    try:
        site = settings.read(options.config.resolve(), options.today)
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as fault:
        print(f"{options.config}: {fault}", file=sys.stderr)
        return 2
    library, problems = load(site)
    problems = sorted({*problems, *check(library)})
    return int(COMMANDS[options.command].run(Request(options, library, problems)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kb", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.__doc__, description=command.__doc__)
        _shared(own)
        command.arguments(own)
    return parser


def _shared(parser: argparse.ArgumentParser) -> None:
    """The options of every command."""
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="mkdocs.yml")
    parser.add_argument("--lang", default=None, help="fr, en: the language of messages")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="YYYY-MM-DD")


if __name__ == "__main__":
    sys.exit(main())
