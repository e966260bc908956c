"""What lies under docs, looked at without opening or following anything (`lstat`)."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from knowledge_base.model.address import path_of
from knowledge_base.model.kinds import REGISTRIES
from knowledge_base.model.settings import Settings
from knowledge_base.problem import Problem, error
from knowledge_base.translation import split, unknown_locale

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 80
LONGEST_PATH = 160
DEEPEST = 6
# What may lie under docs, and how many kilobytes it may weigh.
TYPES = {
    ".md": 200, ".yml": 2_000, ".css": 200, ".js": 200,
    ".svg": 200, ".png": 1_500, ".jpg": 1_500, ".jpeg": 1_500, ".webp": 1_500, ".avif": 1_500,
    ".pdf": 10_000,
}  # fmt: skip
PLACES = {".css": "assets/css", ".js": "assets/js"}
# Left by editors and systems; the site generator leaves them out.
IGNORED = frozenset(
    {".gitkeep", ".gitignore", ".gitattributes", ".editorconfig", ".ds_store", ".nojekyll"}
)
# The site writes these itself, or the generator keeps them for its own use.
TAKEN = frozenset({"404", "data", "r", "sitemap", "templates"})
TAKEN_ASSETS = frozenset({"search", "stylesheets", "javascripts", "fonts"})
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")


def find(settings: Settings) -> tuple[list[str], list[Problem]]:
    """The files of a site in order, and what is wrong with those left out."""
    uris: list[str] = []
    problems: list[Problem] = []
    for uri, entry in _walk(settings.docs, "", problems):
        found = list(_file(uri, entry, settings))
        problems.extend(found)
        if not found:
            uris.append(uri)
    problems.extend(_same_address(uris, settings))
    return sorted(uris), problems


def _walk(folder: Path, above: str, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            uri = above + _shown(entry.name)
            if entry.is_symlink():
                problems.append(error(uri, 0, "file-link"))
            elif not entry.is_dir(follow_symlinks=False):
                yield uri, entry
            elif entry.name.startswith("."):
                problems.append(error(uri, 0, "file-hidden"))
            elif found := list(_folder(uri, entry.name)):
                problems.extend(found)
            else:
                yield from _walk(Path(entry.path), f"{uri}/", problems)


def _shown(name: str) -> str:
    """A name as it can be printed: what cannot be seen or is no text is written out."""
    printable = name.isprintable() and not any("\ud800" <= letter <= "\udfff" for letter in name)
    return name if printable else name.encode("unicode_escape", "backslashreplace").decode()


def _folder(uri: str, name: str) -> Iterator[Problem]:
    if not NAME.fullmatch(name):
        yield error(uri, 0, "file-name", name=_shown(name))
    elif uri.count("/") >= DEEPEST - 1 or len(uri) > LONGEST_PATH or len(name) > LONGEST_NAME:
        yield error(uri, 0, "file-path-long", most=LONGEST_PATH, deepest=DEEPEST)
    elif DEVICES.fullmatch(name):
        yield error(uri, 0, "file-reserved", name=name)


def _file(uri: str, entry: os.DirEntry[str], settings: Settings) -> Iterator[Problem]:
    folder, _, name = uri.rpartition("/")
    status = entry.stat(follow_symlinks=False)
    stem, type_ = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if not stat.S_ISREG(status.st_mode):
        yield error(uri, 0, "file-kind")
    elif name.startswith("."):
        if name.lower() not in IGNORED:
            yield error(uri, 0, "file-hidden")
    elif type_ not in TYPES:
        known = ", ".join(sorted(TYPES))
        yield error(uri, 0, "file-type", type=type_ or name, known=known)
    elif len(uri) > LONGEST_PATH or len(name) > LONGEST_NAME:
        yield error(uri, 0, "file-path-long", most=LONGEST_PATH, deepest=DEEPEST)
    elif status.st_size > TYPES[type_] * 1000:
        yield error(uri, 1, "file-large", most=TYPES[type_])
    else:
        yield from _placed(uri, folder, stem, type_, settings)


def _placed(uri: str, folder: str, stem: str, type_: str, settings: Settings) -> Iterator[Problem]:
    locale = unknown_locale(uri, settings.locales)
    source, _ = split(uri, settings.locales)
    bare = source.rpartition("/")[2].removesuffix(".md") if type_ == ".md" else stem
    if locale:
        known = ", ".join(settings.locales[1:])
        yield error(uri, 0, "file-locale", locale=locale, known=known)
    elif not NAME.fullmatch(bare):
        code = "id-malformed" if type_ == ".md" else "file-name"
        name = "id" if type_ == ".md" else "name"
        yield error(uri, 0, code, **{name: bare})
    elif type_ == ".yml" and uri not in {kind.uri for kind in REGISTRIES}:
        yield error(uri, 0, "file-registry", known=", ".join(kind.uri for kind in REGISTRIES))
    elif folder != PLACES.get(type_, folder):
        yield error(uri, 0, "file-place", folder=PLACES[type_])
    elif DEVICES.fullmatch(bare) or _taken(uri, bare, settings):
        yield error(uri, 0, "file-reserved", name=bare)


def _taken(uri: str, bare: str, settings: Settings) -> bool:
    """True where the site writes something of its own at this address."""
    first, _, rest = uri.partition("/")
    if first == "assets":
        return rest.partition("/")[0] in TAKEN_ASSETS or uri.endswith(".md")
    top = first if rest else bare
    return top in TAKEN or top in settings.locales


def _same_address(uris: list[str], settings: Settings) -> Iterator[Problem]:
    """No two sources make one page: `x.md` and `x/index.md` would."""
    seen: dict[tuple[str, str], str] = {}
    for uri in sorted(uris):
        if uri.endswith(".md"):
            source, locale = split(uri, settings.locales)
            key = (path_of(source, locale, settings.source), locale)
            if key in seen:
                yield error(uri, 0, "file-address", other=seen[key], address=f"/{key[0]}")
            seen.setdefault(key, uri)
