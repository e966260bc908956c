"""What time wears out: sources (rule 20), reviews (rule 22); and labels every language needs."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base import wording
from knowledge_base.model.library import Library
from knowledge_base.model.upkeep import months_later, review_due
from knowledge_base.problem import Problem, error, warning

LOOKED_AT = 18  # months
CONFIGURATION = "../mkdocs.yml"


def reviews_are_current(library: Library) -> Iterator[Problem]:
    """A page is looked at again before its review date has passed."""
    for page in library.pages:
        due, reviewed = review_due(page.facts), page.facts.reviewed_on
        if due and due < library.today:
            line = page.line("review_in")
            yield warning(page.uri, line, "review-passed", reviewed=reviewed, due=due)


def sources_have_copies(library: Library) -> Iterator[Problem]:
    """A page may vanish: each source with an address has an archived copy; told once, counted."""
    registry = library.registries.get("source")
    lacking = [row.id for row in library.sources.values() if row.url and not row.archived_url]
    if registry and lacking:
        line = registry.line(lacking[0])
        yield warning(registry.uri, line, "source-archive", id=lacking[0], n=len(lacking))


def sources_are_looked_at(library: Library) -> Iterator[Problem]:
    """Each source has been looked at in the last eighteen months."""
    registry = library.registries.get("source")
    for row in library.sources.values() if registry else ():
        due = months_later(row.accessed, LOOKED_AT)
        if registry and due < library.today:
            line = registry.line(row.id, "accessed")
            yield warning(registry.uri, line, "source-look", id=row.id, accessed=row.accessed)


def labels_exist(library: Library) -> Iterator[Problem]:
    """Each language of the site has each label; a language being started may have none yet."""
    for locale in library.settings.locales:
        if locale in library.settings.partial and not wording.known(locale):
            yield warning(CONFIGURATION, 0, "labels-none", locale=locale)
            continue
        for label in wording.missing(locale):
            yield error(CONFIGURATION, 0, "label-missing", locale=locale, label=label)
