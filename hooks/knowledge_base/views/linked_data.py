"""What a record is in the words of schema.org (JSON-LD), from the same values as its page."""

from __future__ import annotations

import json
from typing import Any

from knowledge_base.model.address import absolute, address
from knowledge_base.model.library import Library, Page
from knowledge_base.views import names
from knowledge_base.wording import wording

CONTEXT = "https://schema.org"
TYPES = {
    "session": "EducationEvent", "institution": "Organization", "member": "Organization",
    "module": "LearningResource", "document": "CreativeWork", "activity": "CreativeWork",
    "objective": "CreativeWork",
}  # fmt: skip
LEGISLATION = frozenset({"decree", "order", "decision", "law", "bill", "resolution", "charter"})
SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(library: Library, page: Page[Any], locale: str) -> str:
    """The JSON-LD of a record, safe inside a page; an empty text for a page of prose."""
    made = described(library, page, locale)
    return (
        json.dumps(made, ensure_ascii=False, separators=(",", ":")).translate(SAFE) if made else ""
    )


def described(library: Library, page: Page[Any], locale: str) -> dict[str, Any]:
    """A record as schema.org describes it; addresses only where the site has one."""
    if page.kind not in TYPES:
        return {}
    words, facts = wording(locale), page.facts
    is_law = page.kind == "document" and facts.kind in LEGISLATION
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Legislation" if is_law else TYPES[page.kind],
        "@id": absolute(library, address(library, page, locale)),
        "identifier": page.id,
        "name": words.text(page.version(locale).words.title),
        "alternateName": getattr(facts, "acronym", None),
        **_dated(page),
        **_placed(library, page, locale),
        **_language(library, page, locale),
    }
    if is_law and facts.number:
        made["legislationIdentifier"] = facts.number
    return {name: value for name, value in made.items() if value}


def _dated(page: Page[Any]) -> dict[str, Any]:
    """Days, months and years are dates of ISO 8601; an approximate one is left to the page."""
    found = names.when(page)
    if found is None or page.kind == "activity":
        return {}
    start, end = (when.text if when and _iso(when.text) else None for when in (*found, None)[:2])
    if page.kind == "session":
        return {"startDate": start, "endDate": end}
    return {"datePublished": start}


def _iso(text: str) -> bool:
    return not set(text) & {"~", "/"}


def _placed(library: Library, page: Page[Any], locale: str) -> dict[str, Any]:
    where = getattr(page.facts, "place", None)
    if page.kind != "session" or not where:
        return {}
    town = names.place(library, where.town, locale).text
    return {"location": {"@type": "Place", "name": town}}


def _language(library: Library, page: Page[Any], locale: str) -> dict[str, Any]:
    """Works say their language, and what they translate."""
    if TYPES[page.kind] in ("EducationEvent", "Organization"):
        return {}
    source = page.source_locale
    work = absolute(library, address(library, page, source)) or page.id
    key = "@id" if library.settings.site_url else "identifier"
    translated = {"translationOfWork": {key: work}} if locale != source else {}
    return {"inLanguage": locale, **translated}
