"""A style sheet as rules in their order, each with its conditions and what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from knowledge_base.styles.selectors import Need, need, split, text

# These hold rules; every other rule that begins with @ is kept or dropped whole.
CONDITIONS = frozenset({"media", "supports", "layer", "container"})


@dataclass(frozen=True)
class Declaration:
    """One property and the custom properties and animations that its value names."""

    name: str
    text: str
    uses: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """Selectors and declarations, or a whole rule that begins with @ and its `name`."""

    conditions: tuple[str, ...]
    selectors: tuple[tuple[str, Need], ...] = ()
    declarations: tuple[Declaration, ...] = ()
    name: str = ""
    whole: str = ""


def rules(css: str) -> tuple[Rule, ...]:
    """Every rule of a sheet."""
    parsed = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(parsed, ()))


def _rules(nodes: list[Any], conditions: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield _qualified(node, conditions)
        elif node.type == "at-rule" and node.lower_at_keyword in CONDITIONS and node.content:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            prelude = tinycss2.serialize(node.prelude).strip()
            yield from _rules(inner, (*conditions, f"@{node.lower_at_keyword} {prelude}"))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            yield _whole(node, conditions)


def _whole(node: Any, conditions: tuple[str, ...]) -> Rule:
    name = tinycss2.serialize(node.prelude).strip() if "keyframes" in node.lower_at_keyword else ""
    return Rule(conditions, name=name, whole=node.serialize())


def _qualified(node: Any, conditions: tuple[str, ...]) -> Rule:
    selectors = tuple((text(part), need(_trimmed(part))) for part in split(node.prelude))
    return Rule(conditions, selectors, tuple(_declarations(node.content)))


def _trimmed(tokens: list[Any]) -> list[Any]:
    """A selector without the spaces around it."""
    solid = [n for n, token in enumerate(tokens) if token.type not in ("whitespace", "comment")]
    return tokens[solid[0] : solid[-1] + 1] if solid else []


def _declarations(content: list[Any]) -> Iterator[Declaration]:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for node in parsed:
        if node.type == "declaration":
            uses = frozenset(_idents(node.value, named="animation" in node.lower_name))
            yield Declaration(node.name, node.serialize().strip(), uses)


def _idents(tokens: list[Any], *, named: bool) -> Iterator[str]:
    """Custom properties anywhere in a value; every name where the property is an animation."""
    for token in tokens:
        if token.type == "ident" and (named or token.value.startswith("--")):
            yield token.value
        elif token.type == "function":
            yield from _idents(token.arguments, named=named)
        elif token.type.endswith("block"):
            yield from _idents(token.content, named=named)
