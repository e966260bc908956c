"""Scripts and sheets: those that the project lists, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.model.scripts import SCRIPTS
from knowledge_base.problem import Problem, error

FOLDER = "assets/js/"


def scripts_are_the_sites(library: Library) -> Iterator[Problem]:
    """A script that stands in the folder is one of the list in `model/scripts.py`."""
    for uri in sorted(library.assets):
        if uri.endswith(".js") and uri.removeprefix(FOLDER) not in SCRIPTS:
            yield error(uri, 0, "script-unknown", known=", ".join(SCRIPTS))
