"""A filled form, as the repository's site sends it, turned into the files of a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from knowledge_base.editing import ids
from knowledge_base.editing.changes import Changes
from knowledge_base.editing.forms import Form, label, of_library, option
from knowledge_base.editing.skeleton import page_files, row
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library, Page
from knowledge_base.wording import wording

ANSWER = re.compile(r"^### (?P<label>.+?)\s*$", re.MULTILINE)
NOTHING = {"", "_No response_", "None"}
SPACES = re.compile(r"\s+")
HOST = re.compile(r"^https?://(?:www\.)?([^/]+)")
LIST = re.compile(r"[\n,;]+")
ROWS = {registry.name: registry for registry in REGISTRIES}
SESSION = next(kind for kind in KINDS if kind.name == "session")
Answers = dict[str, str]


class UnreadableError(Exception):
    """The form cannot be turned into files; its label's key says why, with what it names."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = f"kb.issue.{key}"
        self.values = values


def read(library: Library, body: str) -> tuple[Form, Answers]:
    """Which form this is, and the answers given, each by the name of its field."""
    parts = ANSWER.split(body.replace("\r\n", "\n"))[1:]
    given = {_plain(name): text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}
    found = max(of_library(library), key=lambda form: len(_known(library, form, given)))
    answers = _known(library, found, given)
    if not answers:
        raise UnreadableError("unknown")
    return found, answers


def _known(library: Library, form: Form, given: dict[str, str]) -> Answers:
    answers = {}
    for field in form.fields:
        text = given.get(_plain(label(form, field, library)), "")
        values = {option(form, value, library): value for value in field.options}
        if text not in NOTHING:
            answers[field.name] = values.get(text, text)
    return answers


def _plain(text: str) -> str:
    return SPACES.sub(" ", text).strip()


def changes(library: Library, form: Form, answers: Answers) -> Changes:
    """The files that the form asks for."""
    made = Changes(library)
    MAKERS[form.name](made, answers)
    return made


def _session(made: Changes, answers: Answers) -> None:
    library = made.library
    facts = _nested(answers, ("dates", "participants"))
    if "kind" in answers:
        facts["kind"] = answers["kind"]
    facts["place"] = {"town": _town(made, answers.get("place.town", ""))}
    if "organisers" in answers:
        facts["organisers"] = _items(answers["organisers"])
    facts["sources"] = _sources(made, answers)
    words = _words(library, answers, ("title", "summary", "venue", "body"))
    venue = words[library.settings.source].pop("venue", None)
    if venue:
        facts["place"]["venue"] = venue
    start = answers.get("dates.start", "")
    id_ = ids.free(library, ids.slug(f"{start}-{facts['place']['town'] or 'lieu'}"))
    made.files.update(page_files(library.settings, SESSION, id_, facts, words))


def _words(library: Library, answers: Answers, names: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    return {
        locale: {n: answers[f"{n}.{locale}"] for n in names if f"{n}.{locale}" in answers}
        for locale in library.settings.locales
    }


def _nested(answers: Answers, groups: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in answers.items():
        group, _, field = name.partition(".")
        if group in groups:
            found.setdefault(group, {})[field] = text
    return found


def _items(text: str) -> list[str]:
    return [item.strip(" -*") for item in LIST.split(text) if item.strip(" -*")]


def _town(made: Changes, name: str) -> str | None:
    """The id of the town; a town that is new gets its row."""
    known = ids.place(made.library, name)
    if known or not name:
        return known
    source = made.library.settings.source
    place = {"id": ids.slug(name), "names": {source: name}}
    made.add_row("place", row(ROWS["place"].row, place, made.library.settings.locales))
    return ids.slug(name)


def _sources(made: Changes, answers: Answers) -> list[str] | None:
    """The ids of the sources named, each once."""
    items = _items(answers.get("sources", ""))
    return list(dict.fromkeys(_source(made, item) for item in items)) or None


def _source(made: Changes, text: str) -> str:
    """The id of a source; one given by an address or a title that is new gets its row."""
    library = made.library
    by_address = {row.url: id_ for id_, row in library.sources.items() if row.url}
    if text in library.sources or text in by_address:
        return by_address.get(text, text)
    host = HOST.match(text)
    id_ = ids.slug(f"{host.group(1)} {library.today.year}" if host else text)
    known = {"id": id_, "accessed": library.today.isoformat()}
    known |= {"url": text} if host else {"title": text}
    made.add_row("source", row(ROWS["source"].row, known, library.settings.locales))
    return id_


def _source_row(made: Changes, answers: Answers) -> None:
    year = answers.get("date", "")[:4]
    id_ = ids.slug(f"{answers.get('publisher', '')} {answers.get('title', '')[:30]} {year}")
    if id_ in made.library.sources:
        raise UnreadableError("taken", id=id_)
    known = {"id": id_, **answers, "accessed": made.library.today.isoformat()}
    made.add_row("source", row(ROWS["source"].row, known, made.library.settings.locales))


def _term(made: Changes, answers: Answers) -> None:
    library = made.library
    source = library.settings.source
    name = answers.get(f"acronym.{source}") or answers.get(f"label.{source}", "")
    id_ = ids.slug(name)
    if not id_ or id_ in library.terms:
        raise UnreadableError("taken", id=id_)
    names = _words(library, answers, ("label", "acronym", "definition"))
    known: dict[str, Any] = {"id": id_, "names": names}
    if "sources" in answers:
        known["sources"] = _sources(made, answers)
    made.add_row("term", row(ROWS["term"].row, known, library.settings.locales))


def _correction(made: Changes, answers: Answers) -> None:
    """The text in question is replaced where it stands, once, in one file of the page."""
    page = _page(made.library, answers.get("page", ""))
    now = re.escape(_plain(answers.get("now", "")))
    pattern = re.compile(re.sub(r"(?:\\ )+", lambda _: r"\\s+", now).replace(r"\\s", r"\s"))
    found = [
        (version.uri, text)
        for version in page.versions.values()
        if len(pattern.findall(text := made.text(version.uri))) == 1
    ]
    if not now or len(found) != 1:
        raise UnreadableError("text", file=page.uri)
    uri, text = found[0]
    made.files[uri] = pattern.sub(lambda _: answers.get("then", ""), text)


def _page(library: Library, text: str) -> Page[Any]:
    """The page that people name by its address, its file or its id."""
    last = text.strip().partition("#")[0].rstrip("/").removesuffix(".md").rpartition("/")[2]
    found = [p for p in library.pages if text.strip() in (p.uri, p.id) or p.id == last]
    if not found:
        raise UnreadableError("page", page=text)
    return found[0]


MAKERS: dict[str, Callable[[Changes, Answers], None]] = {
    "session": _session,
    "correction": _correction,
    "source": _source_row,
    "term": _term,
}


def told(fault: UnreadableError, locale: str) -> str:
    """Why the form cannot be used, in the reader's words."""
    return wording(locale)(fault.key, **fault.values)
