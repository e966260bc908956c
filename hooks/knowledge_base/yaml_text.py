"""YAML as this project's files write it: blocks, lists set in, scalars as they are, no tags."""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 100
LONG = 80
NOTHING = '"\\0"'
READ_AS_NOTHING = {"", "~", "null"}


class Quoted(str):
    """A text that other readers of YAML would take for a number: it is written in quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Text is written without quotes where it is read back as text; nothing is an empty place."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - how PyYAML is told

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Lists are set in under their field."""
        return super().increase_indent(flow, indentless=False)


def _nothing(dumper: yaml.SafeDumper, _value: None) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "\0")


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = '"' if value in READ_AS_NOTHING else "|" if "\n" in value else None
    style = ">" if style is None and len(value) > LONG else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _quoted(dumper: yaml.SafeDumper, value: Quoted) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"')


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    short = all(isinstance(item, str) for item in value) and sum(map(len, value)) < WIDTH - 20
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


_Dumper.add_representer(type(None), _nothing)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(Quoted, _quoted)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(tuple, lambda dumper, value: _list(dumper, list(value)))


def dumped(data: Any) -> str:
    """The data as YAML; None is a field with nothing after its colon."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    lines = (line.replace(NOTHING, "").rstrip() for line in str(text).split("\n"))
    return "\n".join(lines)
