"""Reads the steps out of the guide's own text, and follows them in a fresh clone.

A block named `sh` is run; a `text` block straight after it is what it must print, `…` standing for
what varies. A block after a line that names a file in `docs/` is written there: `diff` replaces
lines, a registry's `yaml` is added at the end, any other is the whole file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from conftest import ROOT
from knowledge_base.__main__ import main
from knowledge_base.front_matter_edit import with_fields

SPACES = {0x202F: " ", 0xA0: " "}
RECORD = ("source", "accepted", "unchanged")
GUIDE = ROOT / "docs" / "contribuer"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(docs/[^`\s]+\.(?:md|yml))`")
LINE = re.compile(r"(\.md):\d+")
LINK = re.compile(r"\]\(([\w/-]+\.md)\)")
EPOCH = "1795600000"  # the guide was written on 25 November 2026: "today" in all it shows
FORGES = ("https://github.com/VOTRE-COMPTE/", "https://github.com/YOUR-ACCOUNT/")


@dataclass(frozen=True)
class Step:
    """One block of the guide: where it stands, what it is, its text, the file it is for."""

    page: Path
    kind: str
    text: str
    file: str
    shown: str | None
    span: tuple[int, int]


def pages(locale: str) -> list[Path]:
    """The pages of the guide in the order in which its first page sends its reader."""
    first = GUIDE / "index.md"
    names = list(dict.fromkeys(LINK.findall(first.read_text("utf-8").split("## ")[1])))
    french = [first, *(GUIDE / name for name in names)]
    return french if locale == "fr" else [p.with_suffix(f".{locale}.md") for p in french]


def steps(page: Path) -> list[Step]:
    """The blocks of a page that a reader follows, each `sh` with the output shown after it."""
    text = page.read_text("utf-8")
    blocks = list(FENCE.finditer(text))
    found = []
    for block, after in zip_longest(blocks, blocks[1:]):
        kind, body = block.groups()
        above = text[: block.start()].rstrip().rpartition("\n\n")[2]
        files = FILE.findall(above) if above.endswith(":") else []
        if kind == "sh":
            shows = after is not None and after.group(1) == "text"
            shown = after.group(2) if after is not None and shows else None
            span = after.span(2) if after is not None and shows else (0, 0)
            found.append(Step(page, kind, body, "", shown, span))
        elif files and kind in ("diff", "yaml", "markdown"):
            found.append(Step(page, kind, body, files[-1], None, (0, 0)))
    return found


def matches(shown: str, printed: str) -> bool:
    """True where both are the same, `…` standing for anything, a line of it for any lines.

    The number of a line may differ: a line added to a page makes no other page untrue.
    """
    shown, printed = (LINE.sub(r"\1", text) for text in (shown, printed))
    pattern = "".join(
        r"(?:.*\n)*" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in shown.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, printed) is not None


class Reader:
    """Somebody who follows the guide: a folder, a clone of the repository, the tools installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "home"
        self.place.mkdir()
        self._publish(folder / "forge" / "reperes-rss-mali.git")

    def _publish(self, bare: Path) -> None:
        """The repository as it stands in the working tree, where the guide says to clone it."""
        work = self.folder / "work"
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
        for name in filter(None, names.stdout.split("\0")):
            if (ROOT / name).is_file():
                (work / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, work / name)
        self._translated(work)
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "…"]):
            self.git(*command, cwd=work)
        self.git("clone", "-q", "--bare", str(work), str(bare), cwd=self.folder)

    def _translated(self, work: Path) -> None:
        """Every translation follows its source: only what the guide changes is told as stale."""
        for path in (work / "docs").rglob("*.en.md"):
            text = path.read_text("utf-8")
            path.write_text(with_fields(text, {field: {} for field in RECORD}), "utf-8")
        main(["translations", "accept", "--all", "--config", str(work / "mkdocs.yml")])

    def git(self, *arguments: str, cwd: Path) -> None:
        subprocess.run(
            ["git", *arguments], cwd=cwd, env=self.environment(), check=True, capture_output=True
        )

    def environment(self) -> dict[str, str]:
        settings = [(f"url.{self.folder}/forge/.insteadOf", forge) for forge in FORGES]
        settings += [("user.name", "Lectrice"), ("user.email", "lectrice@example.org")]
        numbered = {"GIT_CONFIG_COUNT": str(len(settings)), "GIT_CONFIG_GLOBAL": os.devnull}
        for number, (key, value) in enumerate(settings):
            numbered |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        # What `make test` tells the programs it starts would make the reader's `make` speak more.
        kept = {
            k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
        }
        return {**kept, **numbered, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}

    def follow(self, step: Step) -> str:
        """Does what a step says; what was printed."""
        if step.kind != "sh":
            self._write(step)
            return ""
        return "".join(self._run(line, step) for line in step.text.strip().split("\n"))

    def _run(self, command: str, step: Step) -> str:
        here = self.folder / "here"
        done = subprocess.run(
            ["sh", "-c", f"{command}\nended=$?\npwd > {here}\nexit $ended"],
            cwd=self.place,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        self.place = Path(here.read_text("utf-8").strip())
        self._equip()
        ends_well = done.returncode == 0 or (step.shown is not None and " check" in command)
        assert ends_well, f"{step.page.name}: {command}\n{done.stdout}{done.stderr}"
        return done.stdout.translate(SPACES)

    def _equip(self) -> None:
        """The tools that `make site` would fetch stand ready in a new clone: these, no others."""
        own = self.place / ".venv"
        if (self.place / "Makefile").exists() and not own.exists():
            own.mkdir()
            (own / "bin").symlink_to(ROOT / ".venv" / "bin")
            for name in ("pip", "site", "dev"):
                (own / f"{name}.stamp").touch()

    def _write(self, step: Step) -> None:
        path = self.place / step.file
        if step.kind == "diff":
            text = path.read_text("utf-8")
            for old, new in changes(step.text):
                assert text.count(old) == 1, f"{step.page.name}: {step.file}: {old}"
                text = text.replace(old, new)
            path.write_text(text, "utf-8")
        elif path.suffix == ".yml":
            path.write_text(path.read_text("utf-8") + step.text, "utf-8")
        else:
            path.write_text(step.text, "utf-8")


def changes(text: str) -> list[tuple[str, str]]:
    """What a diff takes out and puts in, change by change."""
    found: list[tuple[str, str]] = []
    for run in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", text, re.MULTILINE):
        old, new = ("".join(line[1:] for line in part.splitlines(keepends=True)) for part in run)
        found.append((old, new))
    return found
