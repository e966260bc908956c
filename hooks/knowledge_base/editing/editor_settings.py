"""What text editors are told of the files: the schema of each, and how to show what `kb` finds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from knowledge_base.model.kinds import KINDS, PAGE, REGISTRIES
from knowledge_base.model.library import Library
from knowledge_base.model.schemas import registry_file, written_schemas
from knowledge_base.wording import wording

FOLDER = "schemas"


def files(library: Library) -> Iterator[tuple[str, str]]:
    """The text of each file, by its path from the root."""
    for name, schema in written_schemas():
        yield f"{FOLDER}/{name}", written(schema)
    yield ".vscode/settings.json", written({"yaml.schemas": _registries(library)})
    yield ".vscode/extensions.json", written({"recommendations": list(EXTENSIONS)})
    yield ".vscode/tasks.json", written(_tasks(library))
    yield ".remarkrc.json", written(_remark(library))


EXTENSIONS = ("redhat.vscode-yaml", "unifiedjs.vscode-remark")


def written(value: Any) -> str:
    """A value as the JSON of these files."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _registries(library: Library) -> dict[str, str]:
    """For each registry, the schema of its file."""
    docs = library.settings.docs.name
    return {f"./{FOLDER}/{registry_file(r.uri)}": f"{docs}/{r.uri}" for r in REGISTRIES}


def _remark(library: Library) -> dict[str, Any]:
    """Front matter against the schema of its kind, where remark runs (`npm ci`)."""
    plugin = ["remark-lint-frontmatter-schema", {"schemas": _pages(library)}]
    return {"plugins": ["remark-frontmatter", plugin]}


def _pages(library: Library) -> dict[str, list[str]]:
    """For each kind of page and of translation, the files that are one."""
    docs, others = library.settings.docs.name, library.settings.locales[1:]
    no_record = "|".join(("index", *(f"*.{locale}" for locale in others)))
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        folder = f"./{docs}/{kind.folder}"
        found[_schema(kind.name)] = [f"{folder}/!({no_record}).md"]
        found[_schema(f"{kind.name}.translation")] = [
            f"{folder}/!(index).{locale}.md" for locale in others
        ]
    folders = "|".join(kind.folder for kind in KINDS)
    translated = "|".join(f"*.{locale}" for locale in others)
    found[_schema(PAGE.name)] = [
        f"./{docs}/!({translated}).md",
        f"./{docs}/!({folders})/!({translated}).md",
        f"./{docs}/+({folders})/index.md",
    ]
    found[_schema(f"{PAGE.name}.translation")] = [
        pattern
        for locale in others
        for pattern in (
            f"./{docs}/*.{locale}.md",
            f"./{docs}/!({folders})/*.{locale}.md",
            f"./{docs}/+({folders})/index.{locale}.md",
        )
    ]
    return found


def _schema(name: str) -> str:
    return f"./{FOLDER}/{name}.json"


def _tasks(library: Library) -> dict[str, Any]:
    """A task that runs the checks, and underlines what they find in the files themselves."""
    graded = re.escape(wording(library.settings.source)("problem.warning"))
    matchers = [_matcher("error", f"(?!{graded})"), _matcher("warning", f"{graded} ")]
    task = {
        "label": "kb check",
        "type": "shell",
        "command": ".venv/bin/kb check",
        "group": {"kind": "build", "isDefault": True},
        "problemMatcher": matchers,
    }
    return {"version": "2.0.0", "tasks": [task]}


def _matcher(severity: str, graded: str) -> dict[str, Any]:
    """How a problem of this severity is told: the file, the line, what is wrong, its code."""
    regexp = rf"^(\S+?):(\d+): {graded}(.+) \[([a-z0-9-]+)\]$"
    return {
        "owner": f"kb-{severity}",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "severity": severity,
        "pattern": {"regexp": regexp, "file": 1, "line": 2, "message": 3, "code": 4},
    }
