"""Changes values in YAML and leaves every other line as it was: comments, order, quotes, folds."""

from __future__ import annotations

import textwrap
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

from knowledge_base.yaml_text import LONG, WIDTH, dumped

INDENTS = ((4, 2), (2, 0))
FENCE = "\n---\n"


class UnkeptError(Exception):
    """The file would not be written back as it stands, so it is not touched."""


class Document:
    """One YAML text, its values, and the way it is indented."""

    def __init__(self, text: str) -> None:
        """Reads the text; UnkeptError where writing it back unchanged would change it."""
        for indents in INDENTS:
            self._yaml = _yaml(indents)
            try:
                self.data = self._yaml.load(text)
            except ValueError:  # such as a day that no month has, which stays a text for the site
                raise UnkeptError from None
            if self.text() == text:
                return
        raise UnkeptError

    def text(self) -> str:
        """The YAML as it now is."""
        out = StringIO()
        self._yaml.dump(self.data, out)
        return out.getvalue()

    def set(self, holder: CommentedMap, path: tuple[str, ...], value: Any) -> None:
        """Sets a value, groups on the way to it made; None takes the field out."""
        for part in path[:-1]:
            if holder.get(part) is None:
                if value is None:
                    return
                holder[part] = CommentedMap()
            holder = holder[part]
        self._set(holder, path[-1], value)

    def _set(self, holder: CommentedMap, name: str, value: Any) -> None:
        if value is None:
            holder.pop(name, None)
        elif isinstance(value, list):
            self._list(holder, name, value)
        elif isinstance(value, str) and len(value) > LONG:
            holder[name] = _folded(value)
        else:
            holder[name] = self._plain(value)

    def _plain(self, value: Any) -> Any:
        """The value as YAML writes it, without quotes where it can be read back so."""
        try:
            return self._yaml.load(dumped(value).removesuffix("...\n"))
        except ValueError:
            return DoubleQuotedScalarString(value)

    def _list(self, holder: CommentedMap, name: str, items: list[str]) -> None:
        own = holder.get(name)
        if not isinstance(own, CommentedSeq):
            own = CommentedSeq()
            own.fa.set_flow_style()
            holder[name] = own
        for index in reversed(range(len(own))):
            if str(own[index]) not in items:
                del own[index]
        kept = [str(item) for item in own]
        if kept != [item for item in items if item in kept]:
            own.clear()
        for index, item in enumerate(items):
            if index >= len(own) or str(own[index]) != item:
                own.insert(index, self._plain(item))


def _yaml(indents: tuple[int, int]) -> YAML:
    made = YAML()
    made.preserve_quotes = True
    made.width = 1_000_000
    made.indent(mapping=2, sequence=indents[0], offset=indents[1])
    made.representer.add_representer(type(None), _nothing)
    return made


def _nothing(representer: Any, _value: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "")


def _folded(text: str) -> Any:
    made = FoldedScalarString(text)
    places, at = [], -1
    for line in textwrap.wrap(text, WIDTH - 4, break_long_words=False, break_on_hyphens=False)[:-1]:
        at += len(line) + 1
        places.append(at)
    made.fold_pos = places
    return made


def in_front_matter(page: str, change: Any) -> str:
    """A page's text with its front matter changed by `change(document)`."""
    head, fence, body = page.partition(FENCE)
    opening, _, inside = head.partition("\n")
    document = Document(inside + "\n")
    change(document)
    return f"{opening}\n{document.text().removesuffix(chr(10))}{fence}{body}"
