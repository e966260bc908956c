"""What a page of prose lists, in the words of schema.org: the terms of a glossary, the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from knowledge_base.model.address import absolute
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.library import Library, Page
from knowledge_base.model.licence import LICENCE
from knowledge_base.views import names
from knowledge_base.views.dataset import PLURALS, objects
from knowledge_base.wording import wording

Described = dict[str, Any]
FORMATS = (
    (".csv", "text/csv"), ("-semicolon.csv", "text/csv"), (".json", "application/json"),
)  # fmt: skip


def listed(library: Library, page: Page[Any], locale: str) -> Described:
    """The first list that the page asks for and that schema.org has a word for."""
    asked = (view.target for view in page.source.body.views)
    made = (SETS[name](library, locale) for name in asked if name in SETS)
    return {"mainEntity": found} if (found := next(made, None)) else {}


def _terms(library: Library, locale: str) -> Described:
    """The glossary: each term by its anchor, its name, its acronym and its definition."""
    rows = [_term(library, id_, locale) for id_ in sorted(library.terms)]
    return {"@type": "DefinedTermSet", "inLanguage": locale, "hasDefinedTerm": rows}


def _term(library: Library, id_: str, locale: str) -> Described:
    own, words = names.term_words(library, library.terms[id_], locale), wording(locale)
    path = names.glossary_path(library, id_, locale)
    others = [own.acronym] if own.acronym else []
    made = {
        "@type": "DefinedTerm",
        "@id": absolute(library, path) or f"#{id_}",
        "termCode": id_,
        "name": words.text(own.label),
        "alternateName": [*others, *map(words.text, own.aliases)],
        "description": words.text(own.definition),
    }
    return {name: value for name, value in made.items() if value}


def _catalogue(library: Library, locale: str) -> Described:
    """The data: a dataset for each kind, with its files."""
    kinds = [kind.name for kind in (*KINDS, *REGISTRIES)]
    return {
        "@type": "DataCatalog",
        "name": wording(locale)("data.title"),
        "license": LICENCE["path"],
        "dataset": [_dataset(library, kind, locale) for kind in kinds],
    }


def _dataset(library: Library, kind: str, locale: str) -> Described:
    words, name = wording(locale), PLURALS[kind]
    label, rows = words(f"kinds.{kind}"), words.number(len(objects(library, kind)))
    return {
        "@type": "Dataset",
        "identifier": name,
        "name": label,
        "description": words("data.described", label=label, n=rows),
        "version": f"{library.today.isoformat()}+{library.build_id}",
        "license": LICENCE["path"],
        "inLanguage": list(library.settings.locales),
        "distribution": [_file(library, f"{name}{end}", type_) for end, type_ in FORMATS],
    }


def _file(library: Library, name: str, type_: str) -> Described:
    """A file of the data; its address only where the site has one."""
    made = {"@type": "DataDownload", "name": name, "encodingFormat": type_}
    there = absolute(library, f"data/{name}")
    return made | ({"contentUrl": there} if there else {})


SETS: Mapping[str, Callable[[Library, str], Described]] = {
    "glossary": _terms,
    "downloads": _catalogue,
}
