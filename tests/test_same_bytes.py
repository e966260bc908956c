"""Two builds of one content on one day are the same to the byte, wherever and whenever they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import EPOCH, ROOT, WORLD, build

pytestmark = pytest.mark.slow


def content(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def usual(world_site):
    return content(world_site)


VARIABLES = {
    "time zone": {"TZ": "Pacific/Kiritimati"}, "locale": {"LC_ALL": "C", "LANG": "C"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}, "hash seed": {"PYTHONHASHSEED": "7"},
    "home": {"HOME": "/nonexistent"}, "columns and user": {"COLUMNS": "20", "USER": "x", "HOSTNAME": "y"},
}  # fmt: skip


@pytest.mark.parametrize("variation", VARIABLES)
def test_the_surroundings_change_no_byte(variation, usual, tmp_path):
    done = build(WORLD, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH, **VARIABLES[variation])
    assert done.returncode == 0, done.stderr
    assert content(tmp_path / "site") == usual


def copied(folder: Path) -> Path:
    root = folder / "tests" / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    return root


def committed(folder: Path) -> None:
    """A history of two commits of what is in a folder."""
    git = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (
        ["init", "-q"], ["add", "."], ["commit", "-qm", "Un"], ["commit", "-q", "--allow-empty", "-m", "Deux"],
    ):  # fmt: skip
        subprocess.run([*git, *command], check=True)


def cloned(root: Path, folder: Path) -> Path:
    """The same site in a clone that knows its last commit alone."""
    whole = root.parent.parent
    committed(whole)
    address = f"file://{whole}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", address, str(folder)], check=True)
    return folder / "tests" / "world"


def unzipped(root: Path, folder: Path) -> Path:
    """The same site as a forge gives it for download: no history, the times of the archive."""
    committed(root)
    archive = folder.with_suffix(".zip")
    command = ["git", "-C", str(root), "archive", "--format=zip", "-o", str(archive), "HEAD"]
    subprocess.run(command, check=True)
    target = folder / "tests" / "world"
    shutil.unpack_archive(archive, target)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    return target


def dated(root: Path, _folder: Path) -> None:
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (number, number))


def reordered(root: Path, _folder: Path) -> None:
    """Files made in another order lie in another order on the disk."""
    for path in sorted(root.rglob("*.md"), reverse=True):
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)


def with_history(root: Path, _folder: Path) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)


PLACES = {
    "path": lambda _root, _folder: None, "file times": dated, "order": reordered, "git": with_history,
    "shallow clone": cloned, "zip": unzipped,
}  # fmt: skip
BEFORE = {
    "umask": "import os; os.umask(0o077); ", "clock": "import time; time.time = lambda: 0.0; ",
    "network": "import socket; socket.socket.connect = None; ",
}  # fmt: skip


@pytest.mark.parametrize("variation", [*PLACES, *BEFORE])
def test_the_place_and_the_hour_change_no_byte(variation, usual, tmp_path):
    root = copied(tmp_path / "un autre chemin, plus long é")
    if variation in PLACES:
        root = PLACES[variation](root, tmp_path / "ailleurs") or root
    before = BEFORE.get(variation, "")
    run = f"{before}import sys; from mkdocs.__main__ import cli; cli()"
    command = [sys.executable, "-c", run, "build", "-q", "-d", str(tmp_path / "site")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert content(tmp_path / "site") == usual


def test_a_changed_word_changes_the_edition(usual, tmp_path):
    root = copied(tmp_path / "x")
    page = root / "docs" / "a-propos.md"
    page.write_text(page.read_text("utf-8").replace("imaginaire", "inventé"), "utf-8")
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    pages = (usual["index.html"].decode(), (tmp_path / "site" / "index.html").read_text("utf-8"))
    said = [text.partition("édition ")[2][:12] for text in pages]
    assert len(set(said)) == 2
    assert all(edition.isalnum() for edition in said)
