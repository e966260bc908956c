"""What the project is made of and who may change it: locked, pinned, without rights it needs not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
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


def test_a_merge_request_is_built_reported_and_kept_without_a_secret():
    text = (ROOT / ".gitlab-ci.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)
    check = jobs["check"]
    assert [rule["if"] for rule in check["rules"]] == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"'
    ]
    assert any("kb report" in line for line in check["script"])
    assert check["artifacts"]["paths"] == ["site/", "report.md"]
    for name in ("build", "pages"):
        assert [r["if"] for r in jobs[name]["rules"]] == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]
    assert jobs["pages"]["needs"] == ["build"]
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert not any("make" in line for line in jobs["pages"]["script"])
    assert not re.search(
        r"token|secret|password", text.replace("needs a secret", ""), re.IGNORECASE
    )


def test_netlify_builds_as_everybody_does_and_hides_its_previews(tmp_path):
    said = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    assert said["build"]["publish"] == "site"
    assert said["build"]["command"] == "make site"
    assert all("make site" in context["command"] for context in said["context"].values())
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_headers").write_text("/*\n  A: b\n", "utf-8")
    command = said["context"]["deploy-preview"]["command"].replace("make site", "true")
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    headers = (tmp_path / "site/_headers").read_text("utf-8")
    assert headers == "/*\n  A: b\n/*\n  X-Robots-Tag: noindex\n"


def owners_of(path):
    """Who is asked about a path: the last line of CODEOWNERS that fits."""
    found = []
    for row in (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").split("\n"):
        pattern, *names = row.split("#")[0].split() or [""]
        if pattern and fits(pattern, path):
            found = names
    return found


def fits(pattern, path):
    if pattern.endswith("/"):
        return f"/{path}".startswith(pattern)
    return fnmatch(f"/{path}" if pattern.startswith("/") else path, pattern)


def test_everything_but_the_content_is_the_maintainers_alone():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = listed.stdout.split("\n")[:-1]
    assert len(paths) > 300
    for path in paths:
        open_to_editors = path.startswith("docs/") and not path.endswith((".js", ".css"))
        assert ("@editors" in owners_of(path)) == open_to_editors, path
        assert "@maintainers" in owners_of(path), path
    assert "@maintainers" in (ROOT / "README.md").read_text("utf-8")
