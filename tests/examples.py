"""An example of each problem: the lines that are wrong, and what `kb` prints of them.

Made from the bad sites of `problems/`, the bad inputs of `hostile/`, and the built pages below.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

import yaml

from conftest import TESTS, WORLD, read
from hostile.cases import BAD, Case
from knowledge_base.checks.upkeep import labels_exist
from knowledge_base.exports.archive import zipped
from knowledge_base.front_matter import read_page
from knowledge_base.model.body import Body
from knowledge_base.model.library import Library, Version
from knowledge_base.model.records import Words
from knowledge_base.problem import Problem
from knowledge_base.rendering.sanitiser import sanitised
from knowledge_base.site_checks import check_site
from knowledge_base.views.offline import ARCHIVE
from knowledge_base.wording import tell

Example = dict[str, object]
NOTHING: Mapping[str, bytes] = MappingProxyType({})
MARK = re.compile(r"\s*#?\s*(?<!!)! [a-z-]+\s*$")
LONGEST, MOST = 90, 5
HEAD = "<!doctype html><html lang=fr><head><title>T</title></head>"
# What stands wrong on a built page, by the problem it is found by.
BUILT = {
    "site-link": '<a href="nulle-part/">le plan</a>',
    "site-anchor": '<a href="#absent">le plan</a>',
    "site-language": '<html lang="xx">',
    "site-alternate": '<body data-page="plan"></body>',
    "site-request": '<script src="https://x.example/a.js"></script>',
    "site-opener": '<a href="https://x.example/">x</a>',
    "site-tracking": '<a rel="noopener" href="https://x.example/?utm_source=y">x</a>',
    "site-element": "<iframe></iframe>",
    "site-attribute": '<p onclick="x()">a</p>',
    "site-script": "<script>x()</script>",
    "site-policy": "<head><title>T</title></head>",
    "site-frame": "<main></main><main></main>",
    "site-id": '<p id="a"></p><p id="a"></p>',
}
# Of several bad inputs with one code, the one that says most.
TELLING = {
    "html-raw": "prose tag bold", "html-comment": "prose comment in line", "link-scheme": "prose link script",
    "file-type": "file word", "file-character": "prose zero width", "attribute-list": "prose handler",
    "image-elsewhere": "prose image elsewhere", "file-large": "bytes large", "file-locale": "file locale",
    "prose-deep": "prose list in line", "prose-large": "prose many lines", "file-content": "file false png",
    "file-author": "file author", "fence-open": "prose open fence", "file-path-long": "file deep folders", "notation-foreign": "prose contents",
}  # fmt: skip

# What is wrong is the file itself: no line of it shows why.
OF_A_FILE = {
    "file-address", "file-author", "file-content", "file-hidden", "file-kind", "file-link", "file-locale",
    "file-name", "file-place", "file-registry", "file-reserved", "file-type", "id-duplicate", "id-malformed",
    "id-retired", "paper-active", "script-unknown", "translation-missing",
}  # fmt: skip


def examples(folder: Path) -> dict[str, Example]:
    """The example of each code, in alphabetical order."""
    found = {case.code: case for case in reversed(BAD)}
    found |= {case.code: case for case in BAD if TELLING.get(case.code) == case.name}
    made = {code: _hostile(case, folder / "hostile") for code, case in found.items()}
    for path in sorted((TESTS / "problems").iterdir()):
        made[path.name] = _kept(path, folder / "kept")
    library, _ = read(WORLD)
    made |= dict(_labels(library)) | dict(_built(library, folder / "site"))
    return dict(sorted(made.items()))


def _kept(overlay: Path, root: Path) -> Example:
    """The example in a bad site of `problems/`."""
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
    shutil.copytree(overlay, root, dirs_exist_ok=True)
    _, problems = read(root)
    made = _example(next(p for p in problems if p.code == overlay.name), root / "docs")
    shutil.rmtree(root)
    return made


def _hostile(case: Case, root: Path) -> Example:
    """The example in a bad input of `hostile/`."""
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
    path = root / "docs" / case.uri
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(case.content):
        case.content(path)
    else:
        path.write_bytes(case.content)
    _, problems = read(root)
    made = _example(next(p for p in problems if p.code == case.code), root / "docs")
    shutil.rmtree(root)
    return made


def _labels(library: Library) -> Iterator[tuple[str, Example]]:
    """A language that lacks all its labels, and one that lacks some."""
    begun = replace(library.settings, locales=("fr", "bm"), partial=frozenset({"bm"}))
    yield "labels-none", _example(next(labels_exist(replace(library, settings=begun))))
    whole = replace(begun, partial=frozenset())
    yield "label-missing", _example(next(labels_exist(replace(library, settings=whole))))


def _built(library: Library, folder: Path) -> Iterator[tuple[str, Example]]:
    """What is found on built pages."""
    for code, line in BUILT.items():
        head = "" if line.startswith(("<html", "<head")) else HEAD
        yield code, _on_a_page(library, folder, code, head + line, line)
    yield "site-published", _on_a_page(library, folder, "site-published", HEAD)
    yield "site-disagree", _on_a_page(library, folder, "site-disagree", HEAD)
    light = replace(library, settings=replace(library.settings, budgets=(("*", 1),)))
    heavy = "".join(sha256(bytes([n])).hexdigest() for n in range(50))
    yield "site-weight", _on_a_page(light, folder, "site-weight", HEAD + heavy)
    thin = replace(library, settings=replace(library.settings, budgets=((ARCHIVE, 0.1),)))
    archive = {ARCHIVE: zipped([("a.html", heavy)])}
    yield "site-archive", _on_a_page(thin, folder, "site-archive", HEAD, beside=archive)
    yield (
        "site-files",
        _on_a_page(library, folder, "site-files", HEAD, beside={f"{n}.doc": b"" for n in range(9)}),
    )
    on = replace(library, settings=replace(library.settings, editor="a/b"))
    yield "site-editor", _on_a_page(on, folder, "site-editor", HEAD)
    yield "site-file", _on_a_page(library, folder, "site-file", HEAD, beside={"0.doc": b""})
    prose = read_page(b"---\ntitle: T\nsummary: S\n---\n\n*a*{onclick=x}\n", "a-propos.md").body
    html = "<p onclick=x>a</p>"
    words = Words(title="T", summary="S")
    _, problems = sanitised(Version("fr", "a-propos.md", words, Body(prose), {}, 6), html)
    yield "markup-removed", _example(problems[0]) | {"lines": html}


def _on_a_page(  # noqa: PLR0913, PLR0917 - where, what, and what is shown
    library: Library,
    folder: Path,
    code: str,
    html: str,
    shown: str = "",
    beside: Mapping[str, bytes] = NOTHING,
) -> Example:
    page = folder / "plan" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(html, "utf-8")
    for name, content in beside.items():
        (folder / name).write_bytes(content)
    problems = [p for p in check_site(library, folder) if p.code == code]
    shutil.rmtree(folder)
    return _example(problems[0], prefix="site/") | ({"lines": shown} if shown else {})


def _example(problem: Problem, docs: Path | None = None, prefix: str = "docs/") -> Example:
    shown = docs is not None and problem.code not in OF_A_FILE
    made: Example = {"lines": _lines(docs / problem.uri, problem.line) if docs and shown else ""}
    return made | {"told": {locale: tell(problem, locale, prefix) for locale in ("fr", "en")}}


def _lines(path: Path, line: int) -> str:
    """The line that is wrong, with what stands inside it where it only opens a field or section."""
    if not path.is_file():
        return ""
    try:
        every = path.read_text("utf-8").split("\n")[line - 1 :]
    except UnicodeDecodeError:
        return ""
    every = [MARK.sub("", text) for text in every]
    shown = [every[0], *_inside(every)]
    return "" if shown == ["---"] else "\n".join(_visible(_short(text)) for text in shown)


def _inside(every: list[str]) -> list[str]:
    """The lines that belong to the first."""
    first = every[0]
    if first.startswith("## "):
        return every[1:3]
    opens = first.rstrip().endswith(":") or re.match(r"\s*- id: [\w-]+$", first)
    column = _indent(first) + (first.lstrip().startswith("- "))
    rest = every[1:MOST] if opens else []
    return list(
        takewhile(lambda text: _indent(text) > column or text.lstrip().startswith("- id"), rest)
    )


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def written(folder: Path) -> str:
    """The examples as their file holds them."""
    dumped: str = yaml.safe_dump(
        examples(folder), allow_unicode=True, sort_keys=False, width=10_000
    )
    return (
        "# Written by `pytest --bless`: an example of each problem, as `kb` prints it.\n" + dumped
    )
