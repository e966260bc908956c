"""What the project is made of and who may change it: locked, pinned, without rights it needs not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")


def jobs():
    for path in WORKFLOWS:
        data = yaml.safe_load(path.read_text("utf-8"))
        for name, job in data["jobs"].items():
            yield path.name, data, name, job


def test_zizmor_finds_nothing_in_the_workflows():
    zizmor = shutil.which("zizmor") or str(Path(sys.executable).parent / "zizmor")
    command = [zizmor, "--pedantic", "--offline", "--no-progress", str(ROOT / ".github")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path, data, name, job", list(jobs()))
def test_a_job_has_the_rights_it_needs_and_runs_pinned_actions(path, data, name, job):
    assert data["permissions"] == {}
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(PINNED.fullmatch(action) for action in used)
    may_write = "write" in job.get("permissions", {}).values()
    runs_own_code = any("make" in step.get("run", "") for step in job["steps"])
    assert not (may_write and runs_own_code), f"{path}: {name} builds and may write"
    if True in data and "pull_request" in data[True]:  # YAML 1.1 reads `on` as true
        assert not may_write
        assert "secrets." not in (ROOT / ".github" / "workflows" / path).read_text("utf-8")


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.txt")), ids=lambda p: p.name)
def test_every_dependency_is_locked_by_hash(path):
    rows = re.split(r"\n(?=\S)", path.read_text("utf-8").strip())
    packages = [row for row in rows if re.match(r"[a-z0-9]", row, re.IGNORECASE)]
    assert len(packages) > 10
    for row in packages:
        assert "==" in row
        assert "--hash=sha256:" in row, row.split("\n")[0]


def test_packages_for_editors_are_locked_by_hash_and_come_from_no_named_host():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    named = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert named
    assert all(re.fullmatch(r"[0-9.]+", version) for version in named.values())
    packages = {path: row for path, row in lock["packages"].items() if path}
    assert {f"node_modules/{name}" for name in named} <= set(packages)
    for path, row in packages.items():
        assert row["integrity"].startswith("sha512-"), path
        assert "resolved" not in row, path


def test_everything_but_the_content_has_its_owners():
    owners = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8")
    for path in ("*", "/.github/", "/hooks/", "/overrides/", "/mkdocs.yml", "/docs/assets/js/"):
        assert re.search(rf"^{re.escape(path)}\s+@", owners, re.MULTILINE), path
