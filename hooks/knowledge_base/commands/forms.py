"""Writes what editors' tools need of the model: issue forms, settings of text editors."""

from __future__ import annotations

import argparse

from knowledge_base.commands.request import Request
from knowledge_base.editing import editor_settings, forms


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(request: Request) -> int:
    """Writes each file, and says which."""
    root = request.library.settings.root
    for name, text in (*forms.files(request.library), *editor_settings.files(request.library)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        print(name)
    return 0
