"""What a claim must rest on: a build that breaks a rule stops with its code."""

from __future__ import annotations

import pytest

from conftest import EPOCH, TESTS, build

pytestmark = pytest.mark.slow
# By the number that each rule has in the content model.
STOPS = {
    6: ("source-missing",),
    7: ("event-future", "event-after-sources"),
    8: ("event-changed", "event-removed", "complete-by-editors"),
    15: ("assessment-right", "assessment-people"),
    21: ("url-gone",),
}


@pytest.mark.parametrize("code", [code for codes in STOPS.values() for code in codes])
def test_a_broken_rule_stops_the_build_with_its_code(spoilt, tmp_path, code):
    done = build(spoilt(TESTS / "problems" / code), tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode != 0
    assert f"[{code}]" in done.stderr
    assert not (tmp_path / "site").exists()
