"""The files that are no pages: of known types, and as still as they should be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from knowledge_base.checks.drawings import drawing_problems
from knowledge_base.model.editor import of_editor
from knowledge_base.model.scripts import SCRIPTS
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

TYPES = frozenset(
    {".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf", ".json",
     ".jsonld", ".geojson", ".csv", ".tsv", ".xml", ".atom", ".rss", ".ics", ".txt", ".zip", ".md",
     ".webmanifest", ".gift", ".xlsx", ".ods", ".yml", ".yaml", ".bib", ".ris", ".gz", ".ttl"}
)  # fmt: skip
NAMES = frozenset({"_headers", "_redirects"})
SHARD = re.compile(r'found\("[\w/-]+",(.*)\)\n', re.DOTALL)
SHEET = re.compile(
    r"@import|expression\(|url\(\s*['\"]?\s*(?:[a-z][a-z0-9+.-]*:(?<!data:)|//)", re.IGNORECASE
)


def files_are_known_and_still(site: Site) -> Iterator[Problem]:
    """Each file of the site but its pages; the editor's have a check of their own."""
    for path in sorted(site.folder.rglob("*")):
        uri = path.relative_to(site.folder).as_posix()
        known = of_editor(uri) or _known(path)
        if path.is_symlink() or (path.is_file() and not known):
            yield error(uri, 0, "site-file", what=path.suffix or path.name)
        elif path.is_file() and path.suffix in LOOK and not of_editor(uri):
            yield from LOOK[path.suffix](uri, path)


def _known(path: Path) -> bool:
    return path.suffix in TYPES or path.name in NAMES


def _script(uri: str, path: Path) -> Iterator[Problem]:
    if uri.startswith("assets/search/"):
        shard = SHARD.fullmatch(path.read_text("utf-8"))
        if not shard or not _is_json(shard.group(1)):
            yield error(uri, 0, "site-file", what="found(…)")
    elif uri.removeprefix("assets/js/") not in SCRIPTS:
        yield error(uri, 0, "site-script", what=uri, place="")


def _data(uri: str, path: Path) -> Iterator[Problem]:
    if not _is_json(path.read_text("utf-8")):
        yield error(uri, 0, "site-file", what="JSON")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _feed(uri: str, path: Path) -> Iterator[Problem]:
    parser = expat.ParserCreate()
    found: list[str] = []
    parser.StartElementHandler = lambda name, _: found.append(name)
    parser.StartDoctypeDeclHandler = lambda *_: found.append("script")
    try:
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003 - expat's own order
    except expat.ExpatError:
        yield error(uri, 0, "site-file", what="XML")
    if any(name.rpartition(":")[2].lower() == "script" for name in found):
        yield error(uri, 0, "site-script", what="<script>", place="")


def _sheet(uri: str, path: Path) -> Iterator[Problem]:
    match = SHEET.search(path.read_text("utf-8"))
    if match:
        yield error(uri, 0, "site-request", target=match.group())


def _drawing(uri: str, path: Path) -> Iterator[Problem]:
    yield from drawing_problems(uri, path.read_bytes())


LOOK = {
    ".js": _script, ".json": _data, ".jsonld": _data, ".geojson": _data, ".webmanifest": _data,
    ".xml": _feed, ".atom": _feed, ".rss": _feed, ".css": _sheet, ".svg": _drawing,
}  # fmt: skip
