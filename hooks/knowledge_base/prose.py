"""What stands in the Markdown of a page: headings, links, images, citations, views, plain text.

The reading is CommonMark's (markdown-it-py), which knows the line of every block; the site itself
is made by Python-Markdown, which does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge_base.model.body import Body, Fence, Heading, Link, Passage

CITATION = re.compile(r"\[\^([^\]\s]+)\]")
ADMONITION = re.compile(r"^(!!!|\?\?\?\+?) ")
VIEW = re.compile(r"^<!--\s*view:\s*(\S+)(?:\s+(\S+))?\s*-->$")
ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
GIVEN_ID = re.compile(r"#([\w-]+)")
ANY_ID = re.compile(r"\{:?[^{}]*#([\w-]+)[^{}]*\}")
FENCE = re.compile(
    r"(?P<above>[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})(?P<info>.*)"
)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
SEEN = re.compile(r"[^\n]")
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# A link to anything is read as one, so that the checks can say what is wrong with it.
setattr(_PARSER, "validateLink", lambda _url: True)  # noqa: B010 - the parser's own hook


@dataclass
class _Found:
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    citations: list[Link] = field(default_factory=list)
    views: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)
    section: str = ""


def read(markdown: str, first_line: int = 1) -> Body:
    """The structure of a page's Markdown, whose first line is `first_line` of its file."""
    found = _Found()
    known: dict[str, Any] = {}
    tokens = _PARSER.parse(_opened(markdown), known)
    line = first_line
    for index, token in enumerate(tokens):
        line = first_line + token.map[0] if token.map else line
        if token.type == "html_block":
            _html(token, line, found)
        elif token.type == "inline":
            opener = tokens[index - 1]
            if opener.type == "heading_open":
                _heading(token, opener, line, found)
            _inline(token, line, found)
    return Body(
        markdown=markdown,
        headings=tuple(found.headings),
        links=tuple(found.links),
        images=tuple(found.images),
        citations=tuple(found.citations),
        views=tuple(found.views),
        anchors=frozenset(found.anchors),
        passages=tuple(found.passages),
        fences=tuple(fence for fence, _ in _fences(markdown, first_line)),
        definitions=tuple(
            Link(str(row["href"]), "", first_line + row["map"][0])
            for row in known.get("references", {}).values()
        ),
        indented=tuple(_indented(tokens)),
    )


def _indented(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Code that is set in and follows no list: there, readers of Markdown differ."""
    before = ""
    for token in tokens:
        if token.type == "code_block" and token.level == 0 and token.map and "list" not in before:
            yield token.map[0], token.map[1]
        if token.level == 0:
            before = token.type


def without_code(body: Body) -> str:
    """The same text, each sign of its code a space: blocks, between fences or set in, and spans."""
    lines = body.markdown.split("\n")
    fenced = (place for _, place in _fences(body.markdown, 0))
    for start, end in (*fenced, *body.indented):
        lines[start:end] = [" " * len(line) for line in lines[start:end]]
    return SPAN.sub(lambda match: SEEN.sub(" ", match.group()), "\n".join(lines))


def _fences(markdown: str, first_line: int) -> Iterator[tuple[Fence, tuple[int, int]]]:
    """Each block of code between fences, with the lines it takes."""
    opened: re.Match[str] | None = None
    start = 0
    for number, line in enumerate(markdown.split("\n")):
        match = FENCE.match(line)
        if opened is None:
            if match and "`" not in match["info"]:
                opened, start = match, number
        elif match and _closes(match, opened):
            yield Fence(opened["info"].strip(), first_line + start), (start, number + 1)
            opened = None
    if opened is not None:
        yield Fence(opened["info"].strip(), first_line + start, closed=False), (start, start)


def _closes(line: re.Match[str], opener: re.Match[str]) -> bool:
    same = line["mark"][0] == opener["mark"][0] and len(line["mark"]) >= len(opener["mark"])
    return same and not line["info"].strip()


def _opened(markdown: str) -> str:
    """The same lines with what stands inside admonitions taken out of its indent."""
    lines: list[str] = []
    inside = False
    for line in markdown.split("\n"):
        if ADMONITION.match(line):
            inside = True
            lines.append("")
            continue
        inside = inside and (not line.strip() or line.startswith("    "))
        lines.append(line[4:] if inside else line)
    return "\n".join(lines)


def _html(token: Token, line: int, found: _Found) -> None:
    for offset, text in enumerate(token.content.splitlines()):
        match = VIEW.match(text.strip())
        if match:
            found.views.append(Link(match.group(1), match.group(2) or "", line + offset))


def _heading(token: Token, opener: Token, line: int, found: _Found) -> None:
    attributes = ATTRIBUTES.search(token.content)
    given = GIVEN_ID.search(attributes.group(1)) if attributes else None
    text = ATTRIBUTES.sub("", token.content).strip()
    id_ = given.group(1) if given else None
    found.headings.append(Heading(int(opener.tag[1]), id_, text, line))
    if id_:
        found.anchors.add(id_)
    if opener.tag == "h2":
        found.section = id_ or f"#{len(found.headings)}"


def _inline(token: Token, line: int, found: _Found) -> None:
    here = line
    for child, text in _texts(token, found, line):
        if child in ("softbreak", "hardbreak"):
            here += 1
            continue
        for match in CITATION.finditer(text):
            found.citations.append(Link(match.group(1), found.section, here))
        found.anchors.update(ANY_ID.findall(text))
        plain = CITATION.sub("", ATTRIBUTES.sub("", text))
        if plain.strip():
            found.passages.append(Passage(found.section, plain, here))


def _texts(token: Token, found: _Found, line: int) -> Iterator[tuple[str, str]]:
    here = line
    target = ""
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            here += 1
            yield child.type, ""
        elif child.type == "link_open":
            target = str(child.attrs.get("href", ""))
            found.links.append(Link(target, "", here))
        elif child.type == "image":
            found.images.append(Link(str(child.attrs.get("src", "")), child.content, here))
        elif child.type == "text":
            yield "text", child.content


@dataclass(frozen=True)
class Statement:
    """A paragraph, an item of a list or a row of a table, without its links: is a source cited?"""

    section: str
    line: int
    text: str
    cited: bool


def statements(markdown: str, first_line: int = 1) -> Iterator[Statement]:
    """Every run of prose that could be cited by itself, headings left out."""
    section = ""
    rows: dict[int, Statement] = {}
    tokens = _PARSER.parse(_opened(markdown))
    for index, token in enumerate(tokens):
        if token.type != "inline" or not token.map:
            continue
        if tokens[index - 1].type == "heading_open":
            given = GIVEN_ID.search(token.content)
            section = given.group(1) if given else section
            continue
        line = first_line + token.map[0]
        before = rows.get(line, Statement(section, line, "", cited=False))
        cited = before.cited or bool(CITATION.search(token.content))
        rows[line] = Statement(section, line, f"{before.text} {_unlinked(token)}", cited)
    yield from rows.values()


def _unlinked(token: Token) -> str:
    """The text of a run, without the words of its links: these lead to what they speak of."""
    inside, parts = 0, []
    for child in token.children or ():
        inside += (child.type == "link_open") - (child.type == "link_close")
        if child.type == "text" and not inside:
            parts.append(child.content)
    return CITATION.sub("", " ".join(parts))
