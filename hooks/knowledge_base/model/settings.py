"""What the site's configuration says that the package needs: languages, folders, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`locales` holds the source language first; pages may be missing in `partial` ones."""

    root: Path
    docs: Path
    overrides: Path
    locales: tuple[str, ...]
    today: date
    names: tuple[tuple[str, str], ...] = ()
    site_names: tuple[tuple[str, str], ...] = ()
    partial: frozenset[str] = frozenset()
    site_url: str = ""
    styles: tuple[str, ...] = ()
    drawn_here: tuple[str, ...] = ()  # elements for which the theme's rules are left out
    budgets: tuple[tuple[str, float], ...] = ()
    offline_without: tuple[str, ...] = ()
    build_epoch: int | None = None
    repo_url: str = ""
    edit_url: str = ""
    editor: str = ""  # the repository that the browser editor writes to; it is off where empty
    feedback_email: str = ""
    feedback_whatsapp: str = ""
    test_seed: str = "1"

    @property
    def source(self) -> str:
        """The language that facts are written in, served at the root of the site."""
        return self.locales[0]

    @property
    def language_names(self) -> dict[str, str]:
        """Each language's own name for itself."""
        return dict(self.names)
