"""Records the published events, which may then no longer be edited or removed."""

from __future__ import annotations

import argparse

from knowledge_base import ledger
from knowledge_base.commands.check import summary, tell_all
from knowledge_base.commands.request import Request
from knowledge_base.problem import errors


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(request: Request) -> int:
    """Adds the events that are new to the ledger, once nothing is wrong."""
    if errors(request.problems):
        tell_all(request)
        print(summary(request))
        return 1
    path = request.library.settings.root / ledger.NAME
    path.write_text(ledger.written(request.library), "utf-8")
    return 0
