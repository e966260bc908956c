"""What a selector needs of a page: names of elements, classes, ids and attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import tinycss2

from knowledge_base.styles.words import Words

# Of these, the selector holds where one of the selectors inside does.
ALTERNATIVES = frozenset({"is", "where", "has", "-webkit-any", "-moz-any"})


@dataclass(frozen=True)
class Need:
    """`all` must be there; of each group of `choices`, one must be met."""

    all: frozenset[str]
    choices: tuple[tuple[Need, ...], ...] = ()

    def words(self) -> Iterator[str]:
        """Every word that it asks for."""
        yield from self.all
        for group in self.choices:
            for one in group:
                yield from one.words()

    def met(self, words: Words) -> bool:
        """Whether a page that has these words may have an element for the selector."""
        return all(map(words.have, self.all)) and all(
            any(need.met(words) for need in group) for group in self.choices
        )


def split(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """The selectors of a list, at its commas."""
    part: list[Any] = []
    for token in tokens:
        if _is(token, ","):
            yield part
            part = []
        else:
            part.append(token)
    yield part


def need(tokens: list[Any]) -> Need:
    """What must be on a page; what stands in `:not()` need not be, states may always come."""
    words: list[str] = []
    choices: list[tuple[Need, ...]] = []
    for before, token in pairwise([None, *tokens]):
        words.extend(_simple(before, token))
        if token.type == "function" and token.lower_name in ALTERNATIVES:
            choices.append(tuple(need(part) for part in split(token.arguments)))
    return Need(frozenset([*words, *_within(tokens, words)]), tuple(choices))


def _simple(before: Any, token: Any) -> Iterator[str]:
    if token.type == "hash":
        yield f"#{token.value}"
    elif token.type == "[] block":
        yield from _attribute(token.content)
    elif token.type == "ident" and before != ":":
        yield f".{token.value}" if before == "." else token.lower_value


def _within(tokens: list[Any], words: list[str]) -> Iterator[str]:
    """The last word inside each class, where elements stand one in another and never beside."""
    beside = any(_is(token, "+~") for token in tokens)
    gaps = [n for n, token in enumerate(tokens) if token.type == "whitespace" or _is(token, ">")]
    if not beside and gaps:
        last = [
            word for pair in pairwise([None, *tokens[gaps[-1] + 1 :]]) for word in _simple(*pair)
        ]
        outer = words[: len(words) - len(last)]
        yield from (f"{o} {word}" for o in outer if o.startswith(".") for word in last)


def _attribute(content: list[Any]) -> Iterator[str]:
    """The attribute's name, and its value where the selector wants that value and no other."""
    tokens = [token for token in content if token.type != "whitespace"]
    name = tokens[0].lower_value
    yield f"[{name}]"
    if len(tokens) == 3 and tokens[1] == "=":
        yield f"[{name}={tokens[2].value}]"


def _is(token: Any, marks: str) -> bool:
    return token.type == "literal" and token.value in marks


def text(tokens: list[Any]) -> str:
    """A selector as it is written."""
    return str(tinycss2.serialize(tokens)).strip()
