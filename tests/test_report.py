"""The report of a change (C7): pages in both languages, addresses, weights, words, problems."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from conftest import EPOCH, ROOT
from knowledge_base.__main__ import main
from test_translations import edit, git

PAGE = "---\ntitle: Neuve\nsummary: Neuve.\n---\n\n## A {#a}\n\nValdore. [à sourcer]\n"


@pytest.fixture
def repository(spoilt):
    root = spoilt()
    git(root, "init", "-q", "-b", "base")
    git(root, "add", ".")
    git(root, "commit", "-qm", "un")
    return root


def report(root, *arguments):
    return main(
        [
            "report",
            "base",
            *arguments,
            "--config",
            str(root / "mkdocs.yml"),
            "--today",
            "2026-01-15",
        ]
    )


def test_c7_a_change_is_told_whole(repository, capsys):
    root = repository
    edit(root, "docs/membres/puits-ouverts.md", ("puits le", "puits ouverts le"))
    (root / "docs/neuve.md").write_text(PAGE, "utf-8")
    (root / "docs/neuve.en.md").write_text(PAGE.replace("[à sourcer]", "[source needed]"), "utf-8")
    for name in ("docs/a-propos.md", "docs/a-propos.en.md"):
        (root / name).unlink()
    for end in (".md", ".en.md"):
        (root / f"docs/methode{end}").rename(root / f"docs/plan-methode{end}")
    edit(root, "docs/lieux/lieux.yml", ("White Harbour", "White Port"))
    report(root, "--lang", "en")
    told = capsys.readouterr().out
    assert re.search(
        r"\| Puits ouverts \| fr `/membres/puits-ouverts/` \| \d+ → \d+ \(\+\d+\) \|", told
    )
    assert re.search(r"\| Neuve \| fr `/neuve/`, en `/en/neuve/` \| 0 → \d+", told)
    added, moved, withdrawn = (told.index(f"### Addresses {w}") for w in ("added", "moved", "with"))
    assert added < told.index("- `/en/neuve/`") < moved
    assert "- `/en/methode/` → `/en/plan-methode/`" in told
    assert withdrawn < told.index("- `/en/a-propos/`")
    assert "- Words to translate: 0 → 14 (+14)" in told
    assert "- Stale sections: 0 → 1 (+1)" in told
    assert "- `neuve.md:8`" in told[told.index("### Statements to source") :]
    assert "[translation-stale]" in told
    assert "- `lieux/lieux.yml`" in told


def test_no_change_is_told_in_few_words(repository, capsys):
    assert report(repository) == 0
    told = capsys.readouterr().out
    assert "Aucune page ne change." in told
    assert "###" not in told.replace("### Traductions", "")


def test_a_commit_that_is_none_is_said_in_a_line(repository, capsys):
    options = ["--config", str(repository / "mkdocs.yml")]
    assert main(["report", "nulle-part", *options]) == 2
    assert len(capsys.readouterr().err.strip().split("\n")) == 1
    subprocess.run(["rm", "-rf", str(repository / ".git")], check=True)
    assert main(["report", "base", *options]) == 2


@pytest.mark.slow
def test_c7_pages_are_weighed_as_built_before_and_after(spoilt, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    root = spoilt()
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    edit(root, "mkdocs.yml", ("../../overrides", "overrides"), ("../../hooks", "hooks"))
    git(root, "init", "-q", "-b", "base")
    git(root, "add", ".")
    git(root, "commit", "-qm", "un")
    more = " ".join(f"mot{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(100))
    edit(root, "docs/membres/puits-ouverts.md", ("puits le", f"puits {more} le"))
    assert report(root, "--build") == 0
    told = capsys.readouterr().out
    (row,) = re.findall(r"\| Puits ouverts \|.*\| (\d+) → (\d+) \(\+(\d+)\) \|", told)
    before, after, more_bytes = map(int, row)
    assert before > 1500  # a whole page, compressed, and not its text alone
    assert 100 < more_bytes == after - before < 1000


@pytest.mark.slow
def test_a_state_that_does_not_build_is_said(repository, capsys):
    edit(repository, "docs/membres/puits-ouverts.md", ("puits le", "puits ouverts le"))
    report(repository, "--build")  # the state of the commit has no hooks beside it
    told = capsys.readouterr()
    assert "ne se construit pas" in told.err
    assert "| Puits ouverts |" in told.out
