"""One sheet made of many; for each page, the rules that may hold on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

import minify

from knowledge_base.styles.rules import Declaration, Rule, rules
from knowledge_base.styles.selectors import Need
from knowledge_base.styles.words import Words

TYPE = "text/css"


class Sheet:
    """Every rule of the sheets given, in their order."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self.rules = rules(minify.string(TYPE, "\n".join(sheets)))
        needs = (need for rule in self.rules for _, need in rule.selectors)
        self._asked = frozenset(word for need in needs for word in need.words())
        self._for = cache(self._chosen)

    def for_words(self, words: Words) -> str:
        """The rules whose selectors a page with these words may meet, and all they refer to."""
        return self._for(Words(words.present & self._asked, words.added))

    def _chosen(self, words: Words) -> str:
        chosen = _where(self.rules, lambda need: need.met(words))
        return _text(chosen, _used(chosen))


Chosen = tuple[tuple[Rule, tuple[str, ...]], ...]


def without(css: str, elements: Iterable[str]) -> str:
    """A sheet less every selector that asks for one of these elements."""
    left = frozenset(elements)
    kept = _where(rules(css), lambda need: not left & need.all)
    return _text(kept, frozenset(_names(kept)))


def _where(found: Iterable[Rule], holds: Callable[[Need], bool]) -> Chosen:
    """The rules with those of their selectors for which this holds."""
    chosen = []
    for rule in found:
        selectors = tuple(own for own, need in rule.selectors if holds(need))
        if selectors or rule.whole:
            chosen.append((rule, selectors))
    return tuple(chosen)


def _names(chosen: Chosen) -> Iterator[str]:
    """Every custom property and animation, used or not."""
    for rule, _ in chosen:
        yield rule.name
        yield from (one.name for one in rule.declarations)


def _text(chosen: Chosen, used: frozenset[str]) -> str:
    parts = []
    for conditions, group in groupby(chosen, key=lambda one: one[0].conditions):
        inner = "".join(_rule(rule, selectors, used) for rule, selectors in group)
        if inner:
            opened = "".join(f"{condition}{{" for condition in conditions)
            parts.append(f"{opened}{inner}{'}' * len(conditions)}")
    return "".join(parts)


def _used(chosen: Chosen) -> frozenset[str]:
    """Custom properties and animations that the rules use, those used by others included."""
    declarations = [one for rule, _ in chosen for one in rule.declarations]
    used: frozenset[str] = frozenset()
    while True:
        more = frozenset(name for one in declarations if _counts(one, used) for name in one.uses)
        if more <= used:
            return used
        used |= more


def _counts(declaration: Declaration, used: frozenset[str]) -> bool:
    return not declaration.name.startswith("--") or declaration.name in used


def _rule(rule: Rule, selectors: tuple[str, ...], used: frozenset[str]) -> str:
    if rule.whole:
        return rule.whole if not rule.name or rule.name in used else ""
    declarations = ";".join(_kept(rule.declarations, used))
    return f"{','.join(selectors)}{{{declarations}}}" if declarations else ""


def _kept(declarations: Iterable[Declaration], used: frozenset[str]) -> Iterator[str]:
    return (one.text.rstrip(";") for one in declarations if _counts(one, used))
