"""Reads the bytes of a page or of a registry: strict text, strict YAML, the line of each field.

YAML is read by its events: scalars stay text (so `12:30`, `no` and `0123` are what was written),
and anchors, aliases, tags, second documents and repeated keys are problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from knowledge_base.problem import Problem, error
from knowledge_base.text import decode, suspect

Path = tuple[str | int, ...]
FENCE = "---"
DEEPEST = 16
LONGEST = 60_000  # characters of a page's front matter
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = {"", "~", "null"}


@dataclass
class Parsed:
    """Front matter (or a whole YAML file) as plain values, with the line of each path."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)


def read_page(raw: bytes, uri: str) -> Parsed:
    """A Markdown file: its front matter between two `---`, and the body after them."""
    text = decode(raw, uri)
    if text.problems:
        return Parsed(problems=text.problems)
    lines = text.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Parsed(problems=[error(uri, 1, "front-matter-missing")])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        return Parsed(problems=[error(uri, 1, "front-matter-open")])
    above = "\n".join(lines[1:end]) + "\n"
    if len(above) > LONGEST:
        return Parsed(problems=[error(uri, 1, "front-matter-long", most=LONGEST // 1000)])
    parsed = read_yaml(above, uri, 1)
    parsed.body = "\n".join(lines[end + 1 :])
    parsed.body_line = end + 2
    return parsed


def read_registry(raw: bytes, uri: str) -> Parsed:
    """A YAML file that holds one list."""
    text = decode(raw, uri)
    if text.problems:
        return Parsed(problems=text.problems)
    return read_yaml(text.text, uri, 0)


def read_yaml(text: str, uri: str, above: int) -> Parsed:
    """One YAML document as plain values; `above` lines stand before it in the file."""
    parsed = Parsed()
    try:
        events = list(_events(text))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = above + (mark.line if mark else 0) + 1
        what = getattr(fault, "problem", None) or str(fault)
        parsed.problems.append(error(uri, line, "yaml-invalid", what=what))
        return parsed
    builder = _Builder(iter(events), uri, above, parsed)
    try:
        parsed.data = builder.document()
    except _RefusedError as refused:
        parsed.data = None
        parsed.problems.append(refused.problem)
    return parsed


def _events(text: str) -> Iterator[Any]:
    """The events of a text, until one is nested too deep for any reader."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        yield event
        if depth > DEEPEST + 1:  # the builder refuses it at this event
            return


class _RefusedError(Exception):
    """A construct that cannot be read on from."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Builder:
    """Builds plain values from YAML events, noting where each stands."""

    def __init__(self, events: Iterator[Any], uri: str, above: int, parsed: Parsed) -> None:
        self.events = events
        self.uri = uri
        self.above = above
        self.parsed = parsed

    def document(self) -> Any:
        """The one document of the stream; None where it is empty."""
        starts = list(self._skip_to_content())
        if not starts:
            return None
        value = self.value(starts[0], ())
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self.refuse(event, "yaml-second-document")
        return value

    def _skip_to_content(self) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, (yaml.NodeEvent)):
                yield event
                return

    def refuse(self, event: Any, code: str, **values: object) -> _RefusedError:
        """The refusal of what stands at this event."""
        return _RefusedError(error(self.uri, self.line(event), code, **values))

    def line(self, event: Any) -> int:
        """The line of an event in the file, from 1."""
        return int(event.start_mark.line) + 1 + self.above

    def value(self, event: Any, path: Path) -> Any:
        """The value that begins at this event."""
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, "yaml-alias", name=event.anchor)
        if event.anchor:
            raise self.refuse(event, "yaml-alias", name=event.anchor)
        if event.tag:
            raise self.refuse(event, "yaml-tag", tag=event.tag)
        if len(path) > DEEPEST:
            raise self.refuse(event, "yaml-deep", most=DEEPEST)
        self.parsed.lines.setdefault(path, self.line(event))
        if isinstance(event, yaml.ScalarEvent):
            self.look(event, event.value)
            return None if event.implicit[0] and event.value in NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def look(self, event: Any, value: str) -> None:
        """Refuses what an escape wrote that could not stand in the file as it is."""
        character = suspect(value)
        if character:
            raise self.refuse(event, "file-character", character=character)

    def sequence(self, path: Path) -> list[Any]:
        """The items up to the end of a list."""
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Any]:
        """The fields up to the end of a mapping; a key given twice is a problem."""
        fields: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or key.tag or key.anchor:
                raise self.refuse(key, "yaml-key")
            self.look(key, key.value)
            if key.value in fields:
                problem = error(self.uri, self.line(key), "yaml-duplicate-key", key=key.value)
                self.parsed.problems.append(problem)
            self.parsed.lines[(*path, key.value)] = self.line(key)
            fields[key.value] = self.value(next(self.events), (*path, key.value))
        return fields
