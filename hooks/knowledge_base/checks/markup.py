"""Prose is Markdown alone: no HTML, no attributes, no notation of other tools, no odd links.

What is looked at is the text outside code. What slips through a difference between readers of
Markdown is met by the sanitiser, once the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from knowledge_base.model.library import Library, Version
from knowledge_base.problem import Problem, error
from knowledge_base.prose import ADMONITION, VIEW, without_code
from knowledge_base.text import suspect

TAG = re.compile(
    r"<(?:/?([A-Za-z][A-Za-z0-9:-]*)(?=(?:(?!\n\s*\n)[^<])*>)|/?([A-Za-z][\w:-]*)(?=[\s/][^\n]*=)|[!?/])"
)
AUTOLINK = re.compile(
    r"<(?:https?://[^\s<>]+|[\w.+-]+@[\w.-]+|mailto:[^\s<>]+)>|(?<=\]\()<[^\s<>]+>(?=[ )])"
)
ESCAPED = re.compile(r"\\[\\{}]")
BRACES = re.compile(r"\{([^{}\n]*)\}")
IDENTIFIER = re.compile(r":?\s*#[a-z0-9]+(?:-[a-z0-9]+)*\s*")
PLAIN_BRACES = re.compile(r"[\w ,;'’.-]*[\w ]")
ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,32};?")
FOREIGN = {
    "macro": re.compile(r"\{\{|\}\}|\{%|%\}"),
    "snippet": re.compile(r"-{1,2}8<-{1,2}"),
    "math": re.compile(r"\$\$|\\begin\{"),
    "toc": re.compile(r"^\s*\[TOC\]\s*$", re.MULTILINE),
    "abbreviation": re.compile(r"^ {0,3}\*\[[^\]\n]*\]:", re.MULTILINE),
    "tabs": re.compile(r"^\s*===[!+]? +[\"']", re.MULTILINE),
    "directive": re.compile(r"^\s*(?::::?|/{3,}) *\w", re.MULTILINE),
    "braces": re.compile(r"^\s*\{\s*:", re.MULTILINE),
}
# How Markdown says what a tag would; the name stands for `…` where there is no other way.
INSTEAD = {
    "b": "**…**", "strong": "**…**", "i": "*…*", "em": "*…*", "a": "[…](page.md)",
    "img": "![…](image.png)", "br": "\\", "hr": "---", "ul": "- …", "ol": "1. …", "li": "- …",
    "h1": "## … {#id}", "h2": "## … {#id}", "h3": "### …", "h4": "#### …", "code": "`…`",
    "pre": "```", "table": "| … | … |", "tr": "| … | … |", "td": "| … | … |", "th": "| … | … |",
    "details": '??? note "…"', "summary": '??? note "…"', "div": '!!! note "…"',
    "aside": '!!! note "…"', "blockquote": "> …", "q": "« … »", "sup": "[^source]",
    "iframe": "[…](https://…)", "video": "[…](https://…)", "audio": "[…](https://…)",
    "embed": "[…](https://…)", "object": "[…](https://…)", "p": "…", "span": "…",
}  # fmt: skip
KINDS = frozenset(
    {"note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger",
     "bug", "example", "quote"}
)  # fmt: skip
ADMONITION_LINE = re.compile(r'\s*(?:!!!|\?\?\?\+?)\s*([\w -]*?)\s*(?:"[^"\n]*")?\s*')
SCHEMES = ("http", "https", "mailto", "tel")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
HIDDEN_SCHEME = re.compile(
    r"(?:\]\(|\]:|<)[^)\n]{0,9}?(?:javascript|vbscript|data):", re.IGNORECASE
)


def prose_is_markdown_alone(library: Library) -> Iterator[Problem]:
    """Each construct that is not Markdown is told at its line, with what to write instead."""
    for _, version in library.versions():
        text = without_code(version.body)
        yield from _tags(version, AUTOLINK.sub(lambda m: " " * len(m.group()), text))
        yield from _attributes(version, text)
        yield from _foreign(version, text)
        yield from _lines(version, text)
        yield from _entities(version, text)


def code_is_closed_and_plain(library: Library) -> Iterator[Problem]:
    """A block of code ends, and names a language at the most: it draws and computes nothing."""
    for _, version in library.versions():
        for fence in version.body.fences:
            if not fence.closed:
                yield error(version.uri, fence.line, "fence-open")
            elif not re.fullmatch(r"[a-z0-9+-]*", fence.info) or fence.info in DRAWN:
                yield error(version.uri, fence.line, "fence-kind", info=fence.info)


DRAWN = frozenset({"mermaid", "math", "plantuml", "dot", "graphviz", "vegalite", "latex"})


def links_are_plain(library: Library) -> Iterator[Problem]:
    """A link leads to a page of the site, to the web, or to an address for writing."""
    for _, version in library.versions():
        for link in (*version.body.links, *version.body.definitions):
            if not plain(link.target):
                yield error(version.uri, link.line, "link-scheme", target=link.target[:80])
        for number, line in enumerate(without_code(version.body).split("\n")):
            if HIDDEN_SCHEME.search(UNSEEN.sub("", unescape(line))):
                place = version.first_line + number
                yield error(version.uri, place, "link-scheme", target=line.strip()[:80])


def plain(target: str) -> bool:
    """True where an address has a scheme of the list or none, names no user and hides nothing."""
    seen = UNSEEN.sub("", unescape(target))
    scheme = SCHEME.match(seen)
    if "\\" in seen or seen.startswith("//") or (scheme and scheme[1].lower() not in SCHEMES):
        return False
    host = re.match(r"https?:/*([^/?#]*)", seen, re.IGNORECASE)
    return not host or (seen.lower().startswith(("http://", "https://")) and "@" not in host[1])


def _line(version: Version, text: str, position: int) -> int:
    return version.first_line + text.count("\n", 0, position)


def _tags(version: Version, text: str) -> Iterator[Problem]:
    for match in TAG.finditer(text):
        name = (match[1] or match[2] or "").lower()
        line = _line(version, text, match.start())
        if name:
            instead = INSTEAD.get(name, "&lt;")
            yield error(version.uri, line, "html-raw", tag=f"<{name}>", instead=instead)
        elif not VIEW.match(text.split("\n")[line - version.first_line].strip()):
            yield error(version.uri, line, "html-comment")


def _attributes(version: Version, text: str) -> Iterator[Problem]:
    text = ESCAPED.sub("  ", text)
    for match in BRACES.finditer(text):
        inner = match[1]
        if IDENTIFIER.fullmatch(inner) or not inner.strip():
            continue
        before = text[max(0, match.start() - 1) : match.start()]
        plain_text = PLAIN_BRACES.fullmatch(inner) and _in_a_sentence(text, match)
        if not plain_text and not inner.startswith("%") and before != "{":
            line = _line(version, text, match.start())
            yield error(version.uri, line, "attribute-list", found=match.group()[:60])


def _in_a_sentence(text: str, match: re.Match[str]) -> bool:
    """True for braces among words, which no reader of Markdown takes for attributes."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    last = text[match.end() : match.end() + 1] in {"", "\n"}
    begins_with_words = line.strip() and not line.lstrip().startswith(
        ("#", "|", "-", "*", "+", ">")
    )
    return line[-1:] in {"", " ", "("} and (not last or bool(begins_with_words))


def _foreign(version: Version, text: str) -> Iterator[Problem]:
    for name, pattern in FOREIGN.items():
        match = pattern.search(text)
        if match:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            line = _line(version, text, start)
            found = match.group().strip()
            code = "attribute-list" if name == "braces" else "notation-foreign"
            yield error(version.uri, line, code, found=found)


def _lines(version: Version, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), version.first_line):
        if ADMONITION.match(line.strip() + " "):
            found = ADMONITION_LINE.fullmatch(line)
            if not found or not found[1] or not KINDS.issuperset(found[1].split()):
                kinds = ", ".join(sorted(KINDS))
                yield error(version.uri, number, "admonition-kind", found=line.strip(), known=kinds)


def _entities(version: Version, text: str) -> Iterator[Problem]:
    for match in ENTITY.finditer(text):
        character = suspect(unescape(match.group()))
        if character:
            line = _line(version, text, match.start())
            yield error(version.uri, line, "file-character", character=character)
