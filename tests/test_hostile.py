"""Each bad input is refused at its file and line, fast; each odd but right one is read."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from conftest import WORLD, read
from hostile.cases import BAD, Case
from hostile.limits import limited
from hostile.media import MEDIA, counted
from hostile.odd import ODD
from knowledge_base.files import _shown
from knowledge_base.wording import tell

UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}


def write(root: Path, case: Case) -> None:
    path = root / "docs" / case.uri
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(case.content):
        case.content(path)
    else:
        path.write_bytes(case.content)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The world as it stood at the first of these tests, whatever is changed in it meanwhile."""
    root = tmp_path_factory.mktemp("kept") / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
    return root


@pytest.fixture
def site(tmp_path, kept):
    return shutil.copytree(kept, tmp_path / "world")


@pytest.mark.parametrize("case", [*BAD, *MEDIA], ids=lambda case: ascii(case.name))
def test_a_bad_input_is_refused_at_its_place(case, site):
    write(site, case)
    problems = limited(lambda: read(site)[1])
    place = _shown(case.uri)
    found = [
        p
        for p in problems
        if p.code == case.code and (place.startswith(p.uri) or case.uri in dict(p.values).values())
    ]
    assert found, [(p.uri, p.line, p.code) for p in problems]
    if case.line is not None:
        assert case.line in {p.line for p in found}, found
    for problem in problems:
        for locale in ("fr", "en"):
            told = tell(problem, locale, "docs/")
            assert told.startswith((f"docs/{problem.uri}:{problem.line}: ", f"{problem.uri[3:]}:"))
            assert problem.line > 0
            assert {unicodedata.category(c) for c in told.replace("\n", "")}.isdisjoint(UNSEEN)


@pytest.mark.parametrize("case", ODD, ids=lambda case: ascii(case.name))
def test_an_odd_but_right_input_is_read(case, site):
    write(site, case)
    problems = limited(lambda: read(site)[1])
    own = [p for p in problems if p.severity == "error" and not p.code.startswith("parity-")]
    assert own == []


def test_there_are_as_many_good_inputs_as_bad_ones():
    assert counted([*BAD, *MEDIA]) >= 300
    assert counted(ODD) >= 200
