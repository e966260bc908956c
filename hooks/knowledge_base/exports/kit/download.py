"""A module as one file that is taken away: read, answered and looked up without a network."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

import minify
from markupsafe import Markup

from knowledge_base.exports.kit.built import Section, path_from
from knowledge_base.exports.kit.desk import Desk, File, made
from knowledge_base.model import kit
from knowledge_base.model.registries import TermWords
from knowledge_base.rendering import drawing
from knowledge_base.views import names

SCRIPT = "assets/js/quiz.js"
LINK = re.compile(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TERM = re.compile(r'<button [^>]*popovertarget="term-([a-z0-9-]+)"[^>]*>(.*?)</button>')


@dataclass(frozen=True)
class Explained:
    """A word of the glossary that the module uses."""

    id: str
    words: TermWords


def download(own: Desk) -> Iterator[File]:
    """Everything a reader needs of the module; links lead into the file, or are left out."""
    script = _script(own)
    sections = [Section(s.id, s.title, _alone(own, s.html)) for s in own.built.sections]
    yield made(
        own,
        kit.download(own.page.id),
        "download",
        own.record.title,
        sections=sections,
        terms=_terms(own),
        script=script,
        icon=_icon(own),
    )


def _alone(own: Desk, html: str) -> Markup:
    """Marks of sources and acronyms lead into the file; other links to the site's address."""
    base = own.library.settings.site_url

    def kept(match: re.Match[str]) -> str:
        target, text = match.groups()
        if target.startswith(("http", "#source-")):
            return match.group()
        if not base:
            return text
        return match.group().replace(target, base.rstrip("/") + "/" + path_from(own.folder, target))

    return Markup(LINK.sub(kept, TERM.sub(r'<a href="#terme-\1">\2</a>', str(html))))  # noqa: S704 - of a page the site has built


def _terms(own: Desk) -> tuple[Explained, ...]:
    """The terms that the module names, then those whose acronyms stand in its prose."""
    text = "".join(section.html for section in own.built.sections)
    used = [id_ for id_, _ in TERM.findall(text)]
    ids = dict.fromkeys((*own.page.facts.terms, *used))
    return tuple(
        Explained(id_, names.term_words(own.library, own.library.terms[id_], own.locale))
        for id_ in ids
    )


def _icon(own: Desk) -> str:
    """The site's mark, inside its address: a file that was taken away has nowhere to ask for it."""
    name = dict(own.library.settings.site_names).get(own.locale, "") or "•"
    drawn = base64.b64encode(drawing.mark(name[0], 32)).decode()
    return f"data:image/png;base64,{drawn}"


def _script(own: Desk) -> Markup:
    path = own.library.settings.docs / SCRIPT
    text = path.read_text("utf-8") if path.is_file() else ""
    return Markup(minify.string("application/javascript", text))  # noqa: S704 - the site's own
