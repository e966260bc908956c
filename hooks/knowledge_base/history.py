"""Older texts of a file, where the site stands in a git repository; nothing rests on it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
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
