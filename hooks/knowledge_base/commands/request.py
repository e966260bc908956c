"""What a command works on."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem


@dataclass(frozen=True)
class Request:
    """The options given, the library as read, and every problem found in it, sorted."""

    options: argparse.Namespace
    library: Library
    problems: list[Problem]

    @property
    def locale(self) -> str:
        """The language to answer in."""
        return str(self.options.lang or self.library.settings.source)
