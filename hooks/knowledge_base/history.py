"""Older texts of a file, where the site stands in a git repository; nothing rests on it."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

MOST = 400


def older(root: Path, path: Path) -> Iterator[str]:
    """The texts a file has had, the newest first; none where there is no history."""
    found = git(root, "log", f"-{MOST}", "--follow", "--format=%x00%H", "--name-only", "--", path)
    for entry in (found or "").split("\0")[1:]:
        commit, *names = entry.split()
        text = git(root, "show", f"{commit}:{names[0]}") if names else None
        if text is not None:
            yield text


def git(root: Path, *arguments: str | Path) -> str | None:
    """What git answers; None where it is not there, or refuses."""
    command = ["git", "-c", "core.quotepath=off", *map(str, arguments)]
    try:
        done = subprocess.run(  # noqa: S603 - the command is git, its words are ours
            command, cwd=root, capture_output=True, check=False
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def extract(root: Path, commit: str, target: Path) -> bool:
    """Puts the tree of a commit, as it stands under `root`, into a folder; False without one."""
    command = ["git", "archive", "--format=tar", commit]
    try:
        done = subprocess.run(  # noqa: S603 - the command is git; a commit is an argument of it
            command, cwd=root, capture_output=True, check=False
        )
    except OSError:
        return False
    if done.returncode:
        return False
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return True
