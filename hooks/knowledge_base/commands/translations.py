"""The state of translations: the list, what changed (diff PAGE), and accepting (accept PAGE)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from knowledge_base.commands.accepting import Accepted, Terms, acceptance, first_records
from knowledge_base.commands.differing import differences
from knowledge_base.commands.naming import RefusedError, named
from knowledge_base.commands.request import Request
from knowledge_base.exports.translations import written
from knowledge_base.model.library import Page
from knowledge_base.views.translations import LanguageState, PageRow, translations_view
from knowledge_base.wording import wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, on which pages, on which terms."""
    parser.add_argument("action", nargs="?", default="list", choices=sorted(ACTIONS))
    parser.add_argument("pages", nargs="*", metavar="PAGE[#SECTION]")
    parser.add_argument("--all", action="store_true", help="accept: sections never recorded")
    parser.add_argument("--unchanged", metavar="WHY", default="", help="accept: the text stays")
    parser.add_argument("--by", metavar="ROLE", default="", help="accept: the reviewer's role")
    parser.add_argument("--json", action="store_true", help="list: as /data/translations.json")


def run(request: Request) -> int:
    """Does what is asked; 1 where it is refused."""
    try:
        for line in ACTIONS[request.options.action](request):
            print(line)
    except RefusedError as refused:
        print(refused)
        return 1
    return 0


def listed(request: Request) -> Iterator[str]:
    """Each language's figures, and each page that is not up to date."""
    if request.options.json:
        yield written(request.library).rstrip()
        return
    for language in translations_view(request.library, request.locale, ""):
        yield _head(language, request.locale)
        yield from (_row(row) for row in language.rows if row.state != "up-to-date")


def _head(language: LanguageState, locale: str) -> str:
    counts = ", ".join(f"{label} {count}" for label, count in language.counts if count)
    words = wording(locale)
    stale = words.count("translations.sections", language.stale)
    return words(
        "kb.language", name=language.name, counts=counts, stale=stale, words=language.words_told
    )


def _row(row: PageRow) -> str:
    stale = ", ".join(f"#{section.key}" for section in row.stale)
    parts = (row.file, row.state_label, stale, row.words_told if row.words else "")
    return "  " + "  ".join(part for part in parts if part)


def different(request: Request) -> Iterator[str]:
    """What changed in the source of each page named."""
    words = wording(request.locale)
    for text in request.options.pages or _needed(request):
        found = named(request.library, text, request.locale)
        for locale in found.locales:
            yield from differences(request.library, found.page, locale, found.section, words)


def accept(request: Request) -> Iterator[str]:
    """Writes the record of each page named, once all of them are right."""
    library = request.library
    made = list(first_records(library) if request.options.all else _named(request))
    for row in made:
        (library.settings.docs / row.version.uri).write_bytes(row.text.encode())
    yield from (_told(request, row) for row in made)
    if not made:
        yield wording(request.locale)("kb.accept.nothing")


def _named(request: Request) -> Iterator[Accepted]:
    """What is accepted of each translation named, its sections together."""
    asked: dict[str, tuple[Page[Any], str, tuple[str, ...]]] = {}
    for text in request.options.pages or _needed(request):
        found = named(request.library, text, request.locale)
        for locale in found.locales:
            uri = found.page.versions[locale].uri
            before = asked[uri][2] if uri in asked else ()
            asked[uri] = (found.page, locale, (*before, found.section))
    terms = Terms(request.options.unchanged, request.options.by)
    words = wording(request.locale)
    for page, locale, wanted in asked.values():
        made = acceptance(request.library, request.problems, page, locale, wanted, terms, words)
        if made.keys:
            yield made


def _told(request: Request, row: Accepted) -> str:
    sections = ", ".join(f"#{key}" for key in row.keys)
    return wording(request.locale)("kb.accept.done", file=row.version.uri, sections=sections)


def _needed(request: Request) -> list[str]:
    raise RefusedError(wording(request.locale)("kb.page_needed"))


ACTIONS: dict[str, Callable[[Request], Iterator[str]]] = {
    "accept": accept,
    "diff": different,
    "list": listed,
}
