"""The archive of the whole site, offered on a page."""

from __future__ import annotations

from knowledge_base.model.library import Library

ARCHIVE = "hors-ligne.zip"


def offline(_library: Library, _locale: str, _argument: str) -> str:
    """The archive's path; its size is known, and told, once the site is built."""
    return ARCHIVE
