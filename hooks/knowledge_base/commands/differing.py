"""What changed in the source since a section was translated, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from textwrap import indent
from typing import Any

from knowledge_base import prose
from knowledge_base.front_matter import read_page
from knowledge_base.history import older
from knowledge_base.model.kinds import kind_of
from knowledge_base.model.library import Library, Page, Version
from knowledge_base.sections import Section, sections
from knowledge_base.states import page_state
from knowledge_base.wording import Wording

WORD = re.compile(r"\S+|\n+")
SPACES = re.compile(r" *\n *")


def differences(
    library: Library, page: Page[Any], locale: str, section: str, words: Wording
) -> Iterator[str]:
    """For each stale section, or the one named, a heading and the words taken out and put in."""
    version = page.versions[locale]
    now = sections(page.source)
    stale = [row.key for row in page_state(page, locale).stale if section in ("", row.key)]
    if not stale:
        yield words("kb.diff.none", file=version.uri)
    for key in stale:
        line = _line(version, key)
        yield f"{library.settings.docs.name}/{version.uri}:{line} #{key}"
        before = _before(library, page, key, version.words.source[key])
        if before is None:
            yield words("kb.diff.unknown")
            yield f"  {now[key].readable}"
        else:
            yield indent(by_words(before.readable, now[key].readable), "  ")


def by_words(before: str, after: str) -> str:
    """The later text, with `[-words taken out-]` and `{+words put in+}` marked."""
    old, new = WORD.findall(before), WORD.findall(after)
    parts: list[str] = []
    for change, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append(" ".join(new[c:d]))
            continue
        if b > a:
            parts.append(f"[-{' '.join(old[a:b])}-]")
        if d > c:
            parts.append(f"{{+{' '.join(new[c:d])}+}}")
    return SPACES.sub("\n", " ".join(parts))


def _before(library: Library, page: Page[Any], key: str, hash_: str) -> Section | None:
    """The section as it was when it was translated: the text in the history with that hash."""
    path = library.settings.docs / page.uri
    for text in older(library.settings.root, path):
        version = _version(text, page)
        found = sections(version).get(key) if version else None
        if found and found.hash == hash_:
            return found
    return None


def _version(text: str, page: Page[Any]) -> Version | None:
    """An older text of a source file as a version; None where it could not be read then."""
    parsed = read_page(text.encode(), page.uri)
    try:
        facts = kind_of(page.uri).facts.model_validate(parsed.data)
    except ValueError:
        return None
    body = prose.read(parsed.body, parsed.body_line)
    return Version(page.source_locale, page.uri, facts.words(), body, parsed.lines)


def _line(version: Version, key: str) -> int:
    if key.startswith("."):
        return version.line(*key[1:].split("."))
    return next((h.line for h in version.body.headings if h.id == key), version.first_line)
