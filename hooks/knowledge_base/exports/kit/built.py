"""The prose of a built page, cut into its sections, ready to stand on another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from typing import Any

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge_base.model.address import address, relative
from knowledge_base.model.library import Library, Page

STYLES = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
TARGET = re.compile(r'\b(href|src)="([^"]*)"')
CITED = re.compile(r'href="#source-([a-z0-9-]+)"')
MARKS = re.compile(r'<sup><a class="cite"[^>]*>.*?</a></sup>')
BUTTON = re.compile(r'<button [^>]*class="term"[^>]*>(.*?)</button>')
ANCHOR = re.compile(r"<a [^>]*>(.*?)</a>", re.DOTALL)
AWAY = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Section:
    """One section of the prose: the heading's id and text, and the HTML below it."""

    id: str
    title: str
    html: Markup

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources it cites, each once."""
        return tuple(dict.fromkeys(CITED.findall(self.html)))


@dataclass(frozen=True)
class Built:
    """A built page: its path, its sections, what the frame says, the explanations of acronyms."""

    path: str
    site: str
    styles: tuple[str, ...]
    sections: tuple[Section, ...]
    terms: Markup


def built(library: Library, site: Path, page: Page[Any], locale: str) -> Built:
    """A page of the site as it was built."""
    path = address(library, page, locale)
    html = (site / path / "index.html").read_text("utf-8")
    tree = LexborHTMLParser(html)
    ids = {h.id for h in page.version(locale).body.headings if h.level == 2}
    record, terms, name = (tree.css_first(c) for c in (".record", "aside.terms", ".bar__name"))
    return Built(
        path=path,
        site=name.text(strip=True) if name else "",
        styles=tuple(path_from(path, target) for target in STYLES.findall(html)),
        sections=tuple(_sections(record, ids)) if record else (),
        terms=_safe(terms.html) if terms else Markup(),
    )


def rebased(html: str, here: str, there: str, kept: frozenset[str] | None = None) -> Markup:
    """The HTML of the page at `here`, its links written for `there`.

    Anchors that stand on the new page too, all of them where `kept` is None, stay within it.
    """

    def moved(match: re.Match[str]) -> str:
        name, target = match.groups()
        inside = target.startswith("#") and (kept is None or target[1:] in kept)
        if inside or target.startswith(AWAY):
            return match.group()
        return f'{name}="{relative(path_from(here, target), there)}"'

    return _safe(TARGET.sub(moved, str(html)))


def without_marks(html: str) -> Markup:
    """The HTML without marks of citations and buttons of acronyms."""
    return _safe(BUTTON.sub(r"\1", MARKS.sub("", str(html))))


def without_buttons(html: str) -> Markup:
    """The HTML without buttons of acronyms, whose explanations stand on another page."""
    return _safe(BUTTON.sub(r"\1", str(html)))


def without_links(html: str) -> Markup:
    """The HTML with the text of its links alone."""
    return _safe(ANCHOR.sub(r"\1", str(html)))  # a Markup would escape what it joins


def path_from(here: str, target: str) -> str:
    """The path on the site that a page at `here` means by `target`."""
    path, _, anchor = target.partition("#")
    found = normpath(join(f"/{here}", path)).lstrip("/") if path else here
    found += "/" if path.endswith(("/", "..")) and found else ""
    return f"{found}#{anchor}" if anchor else found


def _sections(record: LexborNode, ids: set[str | None]) -> Iterator[Section]:
    """Each heading of the prose with all that stands before the next heading."""
    heading: LexborNode | None = None
    parts: list[str] = []
    for node in record.iter():
        ends = node.tag in {"h2", "section", "nav"}
        if heading and ends:
            yield _section(heading, parts)
            heading = None
        if node.tag == "h2" and node.attributes.get("id") in ids:
            heading, parts = node, []
        elif heading:
            parts.append(node.html or "")
    if heading:
        yield _section(heading, parts)


def _section(heading: LexborNode, parts: list[str]) -> Section:
    id_ = str(heading.attributes["id"])
    return Section(id_, heading.text(strip=True), _safe("\n".join(parts)))


def _safe(html: str | None) -> Markup:
    return Markup(html or "")  # noqa: S704 - cut from a page that the site itself has built
