"""A change to several files, gathered first and written at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge_base.model.kinds import REGISTRIES
from knowledge_base.model.library import Library


@dataclass
class Changes:
    """The new text of each file, by its path under docs."""

    library: Library
    files: dict[str, str] = field(default_factory=dict)

    def text(self, uri: str) -> str:
        """A file as it will stand; empty where there is none."""
        path = self.library.settings.docs / uri
        if uri not in self.files and path.is_file():
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return self.files.get(uri, "")

    def add_row(self, kind: str, text: str) -> str:
        """Adds rows at the end of a registry's file, and returns its path."""
        uri = next(registry.uri for registry in REGISTRIES if registry.name == kind)
        before = self.text(uri).rstrip("\n")
        self.files[uri] = f"{before}\n{text}" if before else text
        return uri

    def write(self) -> None:
        """Writes every file."""
        for uri, text in self.files.items():
            path = self.library.settings.docs / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
