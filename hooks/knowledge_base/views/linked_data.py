"""What a page is in the words of schema.org (JSON-LD), from the same values as are shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from knowledge_base.model.address import absolute, address
from knowledge_base.model.edtf import Edtf
from knowledge_base.model.library import Library, Page
from knowledge_base.model.records import Claim
from knowledge_base.views import names
from knowledge_base.views.linked_sets import listed
from knowledge_base.wording import wording

CONTEXT = "https://schema.org"
TYPES = {
    "session": "EducationEvent", "institution": "Organization", "member": "Organization",
    "module": "LearningResource", "document": "CreativeWork", "activity": "CreativeWork",
    "objective": "CreativeWork", "page": "WebPage",
}  # fmt: skip
LEGISLATION = frozenset({"decree", "order", "decision", "law", "bill", "resolution", "charter"})
SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
Described = dict[str, Any]


def linked_data(library: Library, page: Page[Any], locale: str) -> str:
    """The JSON-LD of a page, safe inside it."""
    made = described(library, page, locale)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).translate(SAFE)


def described(library: Library, page: Page[Any], locale: str) -> Described:
    """A page as schema.org describes it; addresses only where the site has one."""
    facts = page.facts
    made: Described = {
        "@context": CONTEXT,
        "@type": "Legislation" if _is_law(page) else TYPES[page.kind],
        "@id": absolute(library, address(library, page, locale)),
        "identifier": page.id if page.kind != "page" else None,
        "name": wording(locale).text(page.version(locale).words.title),
        "alternateName": getattr(facts, "acronym", None),
        **_language(library, page, locale),
        **OWN.get(page.kind, _nothing)(library, page, locale),
    }
    return {name: value for name, value in made.items() if value}


def _nothing(_library: Library, _page: Page[Any], _locale: str) -> Described:
    return {}


def _session(library: Library, page: Page[Any], locale: str) -> Described:
    """When, where, and who held it; days, months and years are dates of ISO 8601."""
    facts = page.facts
    town = names.place(library, facts.place.town, locale).text if facts.place else ""
    return {
        "startDate": _iso(facts.dates.start),
        "endDate": _iso(facts.dates.end),
        "location": {"@type": "Place", "name": town} if town else None,
        "organizer": [_party(library, id_, locale) for id_ in facts.organisers],
    }


def _document(library: Library, page: Page[Any], locale: str) -> Described:
    """A text of law has a number, a day and a body that passed it; any text may be published."""
    facts = page.facts
    made: Described = {"datePublished": _iso(facts.dates.published)}
    if facts.period:
        ends = (facts.period.start, facts.period.end or facts.period.start)
        made["temporalCoverage"] = "/".join(filter(None, map(_iso, ends)))
    if _is_law(page):
        made["legislationIdentifier"] = facts.number
        made["legislationDate"] = _iso(facts.dates.adopted)
        made["legislationPassedBy"] = facts.issuer and _party(library, facts.issuer, locale)
    return made


def _organisation(_library: Library, page: Page[Any], _locale: str) -> Described:
    """A member's year of foundation only where sources agree on one."""
    facts = page.facts
    claims: tuple[Claim, ...] = getattr(facts, "founded", ())
    since = claims[0].value if len(claims) == 1 else getattr(facts, "created", None)
    return {
        "url": facts.website,
        "foundingDate": _iso(since),
        "dissolutionDate": _iso(getattr(facts, "ended", None)),
    }


def _module(_library: Library, page: Page[Any], _locale: str) -> Described:
    minutes = page.facts.minutes
    return {"timeRequired": f"PT{minutes}M" if minutes else None}


def _is_law(page: Page[Any]) -> bool:
    return page.kind == "document" and page.facts.kind in LEGISLATION


def _prose(library: Library, page: Page[Any], locale: str) -> Described:
    reviewed = page.facts.reviewed_on
    return {
        "lastReviewed": reviewed.isoformat() if reviewed else None,
        **listed(library, page, locale),
    }


OWN: Mapping[str, Callable[[Library, Page[Any], str], Described]] = {
    "session": _session,
    "document": _document,
    "institution": _organisation,
    "member": _organisation,
    "module": _module,
    "page": _prose,
}


def _party(library: Library, id_: str, locale: str) -> Described:
    return {"@type": "Organization", "name": names.in_full(library, id_, locale).text}


def _iso(when: Edtf | None) -> str | None:
    """A date as ISO 8601 writes it; an approximate one is left to the page."""
    return None if when is None or set(when.text) & {"~", "/"} else when.text


def _language(library: Library, page: Page[Any], locale: str) -> Described:
    """Works say their language, and what they translate."""
    if TYPES[page.kind] in ("EducationEvent", "Organization"):
        return {}
    source = page.source_locale
    if locale == source:
        return {"inLanguage": locale}
    there = absolute(library, address(library, page, source))
    known = {"@id": there} if there else {"name": wording(source).text(page.source.words.title)}
    return {"inLanguage": locale, "translationOfWork": {"@type": "CreativeWork", **known}}
