"""Each code has a bad site that fails with it, on its line, and with nothing else."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from conftest import ALONGSIDE, TESTS, read
from hostile.cases import CODES
from knowledge_base.wording import messages, tell

PROBLEMS = TESTS / "problems"
CASES = sorted(path.name for path in PROBLEMS.iterdir())
MARK = re.compile(r"! ([a-z-]+)")
# Bad inputs that are made rather than kept are in `hostile/cases.py`.
# Found where there is no source file to spoil: in the built site, or in the wording itself.
ELSEWHERE = CODES | {
    "file-large", "label-missing", "labels-none",
    "site-link", "site-anchor", "site-language", "site-alternate", "site-request", "site-published",
    "site-element", "site-attribute", "site-script", "site-policy", "site-frame", "site-id",
    "site-file", "site-editor", "markup-removed", "site-disagree", "site-weight", "site-archive", "site-files", "site-opener", "site-tracking",
}  # fmt: skip


def expected(overlay: Path) -> set[str]:
    listed = overlay / "expected.txt"
    if listed.exists():
        return set(listed.read_text("utf-8").split("\n")) - {""}
    docs = overlay / "docs"
    return {
        f"{path.relative_to(docs).as_posix()}:{number}: {match.group(1)}"
        for path in docs.rglob("*.*")
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if (match := MARK.search(line))
    }


@pytest.mark.parametrize("case", CASES)
def test_a_bad_site_fails_with_its_code_on_its_line(case, spoilt):
    overlay = PROBLEMS / case
    _, problems = read(spoilt(overlay))
    problems = [p for p in problems if p.code == case or p.code not in ALONGSIDE]
    found = {f"{p.uri}:{p.line}: {p.code}" for p in problems}
    wanted = expected(overlay)
    assert wanted
    assert found == wanted
    assert any(row.endswith(f": {case}") for row in found)
    for problem in problems:
        for locale in ("fr", "en"):
            assert f"[{problem.code}]\n    → " in tell(problem, locale)


def test_every_code_has_a_bad_site_and_its_words_in_both_languages():
    assert set(CASES) | ELSEWHERE == set(messages("fr")) == set(messages("en"))


@pytest.mark.parametrize("code", sorted(messages("fr")))
def test_a_message_fills_the_same_blanks_in_both_languages(code):
    def blanks(locale):
        message = messages(locale)[code]
        texts = message["what"] if isinstance(message["what"], dict) else {"": message["what"]}
        texts = {**texts, "cure": message["cure"]}
        parse = string.Formatter().parse
        return {key: {name for _, name, _, _ in parse(text) if name} for key, text in texts.items()}

    assert blanks("fr") == blanks("en")


def test_a_file_too_large_is_told_and_not_read(spoilt):
    root = spoilt()
    (root / "docs" / "methode.md").write_bytes(b"---\ntitle: x\n---\n" + b"a" * 2_000_001)
    _, problems = read(root)
    assert {p.code for p in problems} == {"file-large"}


def test_all_problems_are_told_in_one_run_in_order_and_without_a_traceback(spoilt):
    root = spoilt()
    for case in ("participants-total", "yaml-invalid", "view-unknown"):
        for path in (PROBLEMS / case / "docs").rglob("*.md"):
            target = root / "docs" / path.relative_to(PROBLEMS / case / "docs")
            if case != "view-unknown":
                target.write_bytes(path.read_bytes())
    _, problems = read(root)
    assert {"participants-total", "yaml-invalid"} <= {p.code for p in problems}
    assert problems == sorted(problems)


def test_the_message_names_file_line_and_numbers(spoilt):
    _, problems = read(spoilt(PROBLEMS / "participants-total"))
    told = tell(problems[0], "fr", "docs/")
    assert told.startswith(
        "docs/sessions/2020-02-29-port-blanc.md:14: "
        "participants: 7 femmes + 11 hommes font 18, mais total dit 19 [participants-total]"
    )


def test_a_figure_in_an_event_must_be_the_same_in_both_languages(spoilt):
    root = spoilt()
    path = root / "docs" / "plan" / "forages.en.md"
    path.write_text(path.read_text("utf-8").replace("Thirty wells", "31 wells"), "utf-8")
    _, problems = read(root)
    assert [(p.code, p.value("section")) for p in problems] == [("parity-numbers", "events.suite")]
