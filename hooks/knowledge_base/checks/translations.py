"""Every page is in every language, or says why not and until when (rule 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge_base import translation
from knowledge_base.model.library import Library, Page, Version
from knowledge_base.model.records import UNTRANSLATED, Facts
from knowledge_base.problem import Problem, error, warning


def pages_are_translated(library: Library) -> Iterator[Problem]:
    """A page has its translation, or declares that it falls back."""
    settings = library.settings
    for page in library.pages:
        for locale in settings.locales[1:]:
            broken = f"{page.uri.removesuffix('.md').rpartition('/')[2]}.{locale}"
            if locale in page.versions or broken in library.broken:
                continue
            if page.facts.fallback is None and locale not in settings.partial:
                file = translation.file_of(page.uri, locale, settings.source)
                yield error(page.uri, 0, "translation-missing", file=file, locale=locale)


def fallbacks_are_current(library: Library) -> Iterator[Problem]:
    """A declared fallback has not run out, and is dropped once the translation is there."""
    for page in library.pages:
        fallback = page.facts.fallback
        if fallback is None:
            continue
        line = page.line("fallback", "until")
        if set(library.settings.locales) <= set(page.versions):
            yield warning(page.uri, line, "fallback-needless")
        elif fallback.until < library.today:
            yield error(page.uri, line, "fallback-expired", until=fallback.until)


def texts_are_translated(library: Library) -> Iterator[Problem]:
    """Each text that stands inside the facts has its counterpart, and each counterpart its text."""
    for page in library.pages:
        for locale, version in page.versions.items():
            if locale != page.source_locale:
                yield from _texts(page, version)
    for registry in library.registries.values():
        for id_, row in registry.rows.items():
            names: Mapping[str, object] = getattr(row, "names", {})
            for locale in library.settings.locales:
                needed = locale not in library.settings.partial and names
                if needed and locale not in names:
                    line = registry.line(id_, "names")
                    yield error(
                        registry.uri, line, "words-missing", field=f"names.{locale}", id=id_
                    )


def _texts(page: Page[Facts], version: Version) -> Iterator[Problem]:
    for name in type(version.words).model_fields:
        source, own = getattr(page.source.words, name), getattr(version.words, name)
        if name in (*UNTRANSLATED, "title", "summary", "venue"):
            continue
        line = version.line(name)
        if isinstance(source, dict):
            for id_ in sorted(set(source) - set(own)):
                yield error(version.uri, line, "words-missing", field=name, id=id_)
            for id_ in sorted(set(own) - set(source)):
                yield error(
                    version.uri, version.line(name, id_), "words-unknown", field=name, id=id_
                )
        elif isinstance(source, tuple) and len(source) != len(own):
            yield error(
                version.uri, line, "words-count", field=name, source=len(source), own=len(own)
            )
        elif source and not own:
            yield error(version.uri, line, "words-missing", field=name, id=page.id)
