"""What the tests share: the small world, a copy of it to spoil, its built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge_base import settings
from knowledge_base.checks import check
from knowledge_base.load import load
from knowledge_base.model.library import Library
from knowledge_base.problem import Problem

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
WORLD = TESTS / "world"
TODAY = date(2026, 1, 15)
# What follows of itself where a test changes the French and not the English.
ALONGSIDE = {"translation-stale", "translation-unrecorded", "section-gone"}
EPOCH = "1768435200"  # that day, in seconds


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept what the world gives now")


def read(root: Path, today: date = TODAY) -> tuple[Library, list[Problem]]:
    """The library of a site and all its problems."""
    library, problems = load(settings.read(root / "mkdocs.yml", today))
    return library, sorted({*problems, *check(library)})


def build(root: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds a site as its makers would, and says how it went."""
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(target)]
    return subprocess.run(
        command, cwd=root, env=variables, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def world() -> Library:
    library, problems = read(WORLD)
    assert not [p for p in problems if p.code not in ALONGSIDE]
    return library


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the world that a test may change; its hooks and templates are the project's."""

    def copy(overlay: Path | None = None) -> Path:
        root = tmp_path / "tests" / "world"
        shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
        for name in ("hooks", "overrides"):
            (tmp_path / name).symlink_to(ROOT / name)
        if overlay:
            shutil.copytree(overlay, root, dirs_exist_ok=True)
        return root

    return copy


@pytest.fixture(scope="session")
def world_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("world") / "site"
    done = build(WORLD, target, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("real") / "site"
    done = build(ROOT, target, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return target
