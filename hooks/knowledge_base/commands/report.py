"""What a change does to the site, against a commit (BASE), as Markdown for its reviewers."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge_base import settings as site_settings
from knowledge_base.checks import check
from knowledge_base.commands.request import Request
from knowledge_base.editing.comparing import Changed, Comparison, Side, compared
from knowledge_base.history import extract
from knowledge_base.load import load
from knowledge_base.problem import Problem
from knowledge_base.wording import Wording, tell, wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with, and whether to weigh built pages."""
    parser.add_argument("base", help="a commit, a branch or a tag")
    parser.add_argument("--build", action="store_true", help="build both sides and weigh the pages")


def run(request: Request) -> int:
    """Prints the report; 1 where the content has an error, 2 where there is no such commit."""
    words = wording(request.locale)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "base"
        if not extract(request.library.settings.root, request.options.base, root):
            print(words("kb.report.no_base", base=request.options.base), file=sys.stderr)
            return 2
        base = _read(request, root)
        head = Side(request.library, request.problems)
        if request.options.build:
            base, head = _weighed(base, head, Path(folder), words)
        found = compared(base, head)
    print("\n".join(_report(found, request, built=head.site is not None)))
    return 1 if found.errors else 0


def _read(request: Request, root: Path) -> Side:
    name = request.options.config.name
    site = site_settings.read(root / name, request.library.today)
    library, problems = load(site)
    return Side(library, sorted({*problems, *check(library)}))


def _weighed(base: Side, head: Side, folder: Path, words: Wording) -> tuple[Side, Side]:
    """Both sides with their sites; without, and said so, where one of them cannot be built."""
    before, after = _built(base, folder / "before"), _built(head, folder / "after")
    if before and after:
        return replace(base, site=before), replace(head, site=after)
    print(words("kb.report.not_built"), file=sys.stderr)
    return base, head


def _built(side: Side, target: Path) -> Path | None:
    """The site of a side, built apart; None where it cannot be."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(target)]
    root = side.library.settings.root
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)  # noqa: S603
    return target if done.returncode == 0 else None


def _report(found: Comparison, request: Request, *, built: bool) -> Iterator[str]:
    words = wording(request.locale)
    yield f"## {words('kb.report.title')}\n"
    stopped = words.count("kb.report.bad", found.errors)
    yield (stopped if found.errors else words("kb.report.good")) + "\n"
    yield from _pages(found.pages, words, built=built)
    yield from _listed(words("kb.report.registries"), [f"`{uri}`" for uri in found.registries])
    yield from _listed(words("kb.report.added"), [f"`{path}`" for path in found.added])
    moves = [f"`{before}` → `{after}`" for before, after in found.moved]
    yield from _listed(words("kb.report.moved"), moves)
    yield from _listed(words("kb.report.withdrawn"), [f"`{path}`" for path in found.withdrawn])
    yield f"### {words('kb.report.translations')}\n"
    yield _change(words("kb.report.words"), *found.words)
    yield _change(words("kb.report.stale"), *found.stale) + "\n"
    yield from _listed(words("kb.report.wanted"), [_place(p) for p in found.wanted])
    yield from _listed(words("kb.report.problems"), [_told(p, request) for p in found.new])
    if found.solved:
        yield words("kb.report.solved", n=found.solved)


def _pages(pages: Sequence[Changed], words: Wording, *, built: bool) -> Iterator[str]:
    if not pages:
        yield words("kb.report.no_page") + "\n"
        return
    yield f"### {words('kb.report.pages', n=len(pages))}\n"
    weight = words("kb.report.weight" if built else "kb.report.text")
    yield f"| {words('kb.report.page')} | {words('kb.report.languages')} | {weight} |"
    yield "|---|---|---|"
    for page in pages:
        languages = ", ".join(
            f"{locale} `{path}`" for locale, path in zip(page.locales, page.paths, strict=True)
        )
        title = page.title.replace("|", "\\|")
        yield f"| {title} | {languages} | {page.before} → {page.after} ({_sign(page)}) |"
    yield ""


def _sign(page: Changed) -> str:
    return f"{page.after - page.before:+d}"


def _listed(title: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f"### {title}\n"
        yield from (f"- {row}" for row in rows)
        yield ""


def _change(label: str, before: int, after: int) -> str:
    return f"- {label} {before} → {after} ({after - before:+d})"


def _place(problem: Problem) -> str:
    return f"`{problem.uri}:{problem.line}`"


def _told(problem: Problem, request: Request) -> str:
    prefix = f"{request.library.settings.docs.name}/"
    return tell(problem, request.locale, prefix).replace("\n    ", "<br>")
