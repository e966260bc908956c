"""Which file is which language's: `x.md` is the source, `x.en.md` its English."""

from __future__ import annotations

import re

SUFFIX = re.compile(r"^(?P<stem>.+)\.(?P<locale>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.md$")


def split(uri: str, locales: tuple[str, ...]) -> tuple[str, str]:
    """The source file a page belongs to, and the language of this file of it."""
    match = SUFFIX.match(uri)
    if match and match["locale"] in locales[1:]:
        return match["stem"] + ".md", match["locale"]
    return uri, locales[0]


def unknown_locale(uri: str, locales: tuple[str, ...]) -> str | None:
    """The suffix of a file that looks like a language, and is none of the site's."""
    match = SUFFIX.match(uri)
    return match["locale"] if match and match["locale"] not in locales[1:] else None


def file_of(uri: str, locale: str, source: str) -> str:
    """The file that holds a page in a language."""
    return uri if locale == source else f"{uri.removesuffix('.md')}.{locale}.md"
