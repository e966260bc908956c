"""The words that selectors may find on a page: those in its HTML, those its scripts may add."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What a browser sets of itself.
STATES = frozenset({"[open]", "[hidden]"})
STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
NAME = re.compile(r"[A-Za-z][\w-]*")
DATA = re.compile(r"dataset\.(\w+)")
ARIA = re.compile(r"\.aria([A-Z]\w*)")
# What a script asks for is on the page already, or made by another of its strings.
ASKED = re.compile(r"\b(?:querySelector(?:All)?|closest|matches)\((?:\"[^\"\n]*\"|'[^'\n]*')\)")


@dataclass(frozen=True)
class Words:
    """What stands on the page, `.card a` for a link inside a card; what may be `added` anywhere."""

    present: frozenset[str]
    added: frozenset[str] = STATES

    def have(self, word: str) -> bool:
        """Whether an element for this word is there or may come."""
        return word in self.present or any(part in self.added for part in (word, *word.split(" ")))


def words_of_page(tree: LexborHTMLParser) -> frozenset[str]:
    """Elements, classes, ids and attributes, as selectors write them, alone and within a class."""
    found: set[str] = set()
    if tree.root:
        _collect(tree.root, frozenset(), found)
    return frozenset(found)


def _collect(node: LexborNode, around: frozenset[str], found: set[str]) -> None:
    """`around` are the classes of the elements that the node stands in."""
    attributes = node.attributes
    own = tuple(_words(str(node.tag), attributes))
    found.update(own)
    found.update(f"{outer} {word}" for outer in around for word in own)
    inside = around.union(word for word in own if word.startswith("."))
    for child in node.iter():
        _collect(child, inside, found)


def _words(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    yield tag
    for name, value in attributes.items():
        yield f"[{name}]"
        yield f"[{name}={value or ''}]"
    yield from (f".{name}" for name in (attributes.get("class") or "").split())
    yield f"#{attributes.get('id')}"


def words_of_script(script: str) -> frozenset[str]:
    """Every word in the strings that a script may write: an element, a class, an id or a value."""
    script = ASKED.sub("", script)
    names = {name for text in STRING.findall(script) for name in NAME.findall(text)}
    attributes = {f"data-{_dashed(name)}" for name in DATA.findall(script)}
    attributes |= {f"aria-{name.lower()}" for name in ARIA.findall(script)}
    attributes |= {name for name in names if name.startswith(("aria-", "data-"))}
    values = {f"[{name}={value}]" for name in attributes for value in {*names, "true"}}
    marked = {f"{mark}{name}" for name in names for mark in ("", ".", "#")}
    return frozenset(marked | values | {f"[{name}]" for name in attributes | names})


def _dashed(name: str) -> str:
    return re.sub(r"([A-Z])", lambda found: f"-{found[1].lower()}", name)
