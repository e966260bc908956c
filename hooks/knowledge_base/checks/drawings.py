"""Drawings (SVG) hold shapes and text, and nothing that runs, loads or leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error
from knowledge_base.text import decode

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
     "tspan", "title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath",
     "mask", "pattern", "symbol", "use", "marker"}
)  # fmt: skip
LINKS = ("href", "http://www.w3.org/1999/xlink href")
OUTSIDE = re.compile(
    r"url\(\s*['\"]?(?!#)|(?:expression|image|image-set|src)\(|javascript:|\\|/\*", re.IGNORECASE
)
DEEPEST = 40
MOST_SHOWN = 5_000  # times that `use` may show something, in all
MOST_STEPS = 12  # from one `use` to the next


def drawings_only_draw(library: Library) -> Iterator[Problem]:
    """Each SVG file is read as XML, and told at the line of the first thing it may not hold."""
    for uri in sorted(library.assets):
        if uri.endswith(".svg"):
            yield from drawing_problems(uri, (library.settings.docs / uri).read_bytes())


def drawing_problems(uri: str, raw: bytes) -> Iterator[Problem]:
    """What is wrong with the bytes of a drawing."""
    yield from decode(raw, uri).problems or _Drawing(uri).problems(raw)


class _Drawing:
    """One file, read to its first fault."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.depth = 0
        self.open: list[str] = []  # the id of each element around, "" where it has none
        self.shows: dict[str, list[str]] = {"": []}  # what is shown again inside each id
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = lambda *_: self._refuse("<!DOCTYPE>")
        self.parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target}?>")

    def problems(self, raw: bytes) -> Iterator[Problem]:
        """At most one: what stands after it has not been read."""
        try:
            self.parser.Parse(raw.removeprefix(b"\xef\xbb\xbf"), True)  # noqa: FBT003 - expat's own order
            if self._shown("", 0) > MOST_SHOWN:
                self._refuse(f"<use> × {MOST_SHOWN}")
        except expat.ExpatError as fault:
            yield error(
                self.uri, fault.lineno, "drawing-broken", what=expat.ErrorString(fault.code)
            )
        except _RefusedError as refused:
            yield error(self.uri, self.parser.CurrentLineNumber, "drawing-holds", what=refused)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        space, _, local = name.rpartition(" ")
        if space != SVG or local not in ELEMENTS or (self.depth == 1) != (local == "svg"):
            self._refuse(f"<{local}>")
        if self.depth > DEEPEST:
            self._refuse(f"<{local}> × {DEEPEST}")
        for attribute, value in attributes.items():
            self._attribute(attribute, value)
        if local == "use":
            shown = next((attributes[link][1:] for link in LINKS if link in attributes), "")
            for id_ in {"", *self.open}:
                self.shows[id_].append(shown)
        self.open.append(attributes.get("id", ""))
        self.shows.setdefault(self.open[-1], [])

    def _end(self, _name: str) -> None:
        self.depth -= 1
        self.open.pop()

    def _shown(self, id_: str, steps: int) -> int:
        """How often something is shown again; a `use` in what a `use` shows counts each time."""
        if steps > MOST_STEPS:
            self._refuse("<use> → <use> …")
        total = 0
        for shown in self.shows.get(id_, ()):
            total += 1 + (self._shown(shown, steps + 1) if shown else 0)
            if total > MOST_SHOWN:
                break
        return total

    def _attribute(self, name: str, value: str) -> None:
        local = name.rpartition(" ")[2].lower()
        leads = name in LINKS and not value.startswith("#")
        asks = name not in LINKS and OUTSIDE.search(value)
        if local.startswith("on") or local in {"style", "base"} or leads or asks:
            self._refuse(f"{local}=")

    @staticmethod
    def _refuse(what: str) -> None:
        raise _RefusedError(what)


class _RefusedError(Exception):
    """Something that a drawing may not hold."""
