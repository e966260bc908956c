"""Somebody who is no developer corrects or adds something: stories C1, C2, C3, C5 and C9."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, build, read
from hostile.cases import picture
from knowledge_base.__main__ import main

SESSION = "docs/sessions/2024-02-29-bamako.md"
TODAY = "2026-11-25"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site's own content."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "docs", root / "docs")
    for name in ("mkdocs.yml", "ledger.yml", "urls.lock"):
        shutil.copy(ROOT / name, root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.fixture
def edit(real: Path) -> Iterator[object]:
    """Changes a text of a file; the file is as it was when the test ends."""
    kept: dict[Path, bytes] = {}

    def change(file: str, before: str, after: str) -> int:
        path = real / file
        kept.setdefault(path, path.read_bytes())
        text = path.read_text("utf-8")
        assert text.count(before) == 1, before
        path.write_text(text.replace(before, after), "utf-8")
        return text[: text.index(before)].count("\n") + 1

    yield change
    for path, content in kept.items():
        path.write_bytes(content)


def kb(root: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(root / "mkdocs.yml"), "--today", TODAY])


@pytest.mark.slow
def test_c1_a_new_session_fails_only_on_what_is_left_to_fill_each_named_in_french(real, capsys):
    before = set((real / "docs").rglob("*.md"))
    assert kb(real, "new", "session", "--date", "2024-02-29", "--place", "bamako") == 0
    made = sorted(set((real / "docs").rglob("*.md")) - before)
    told = capsys.readouterr().out
    files = [path.relative_to(real).as_posix() for path in made]
    assert len(files) == 2
    for file in files:
        assert f": {file}\n" in told  # written
        for field in ("title", "summary"):
            assert f"{file}:" in told
            assert f"le champ « {field} » reste à remplir" in told
    assert "le champ « kind » reste à remplir" in told
    assert kb(real, "check") == 1
    told = capsys.readouterr().out.split("\n")
    errors = [line for line in told if line.startswith("docs/") and "avertissement" not in line]
    assert {line.rpartition("[")[2].rstrip("]") for line in errors} <= {
        "field-empty", "text-to-write", "source-missing",
    }  # fmt: skip
    assert {line.partition(":")[0] for line in errors} == set(files)
    for path in made:
        path.unlink()


@pytest.mark.slow
def test_c2_a_wrong_total_stops_the_build_with_file_line_numbers_and_cure(
    real, edit, capsys, tmp_path
):
    line = edit(SESSION, "  total: 18\n", "  total: 19\n")
    assert kb(real, "check") == 1
    told = capsys.readouterr().out
    message = (
        f"{SESSION}:{line}: participants: 7 femmes + 11 hommes font 18, mais total dit 19 "
        "[participants-total]\n    → Corrigez l’un de ces nombres, ou donnez le reste dans not_stated."
    )
    assert message in told
    done = build(real, tmp_path / "site")
    assert done.returncode != 0
    assert "participants-total" in done.stderr
    assert not (tmp_path / "site").exists()
    edit(SESSION, "  total: 19\n", "  total: 18\n")
    assert kb(real, "check") == 0


@pytest.mark.slow
def test_c3_the_nearest_member_is_proposed(real, edit, capsys):
    line = edit(SESSION, "organisers: [wanep-mali]", "organisers: [wanep-malii]")
    assert kb(real, "check") == 1
    told = capsys.readouterr().out
    assert f"{SESSION}:{line}: organisers : « wanep-malii » n’existe pas" in told
    assert "vouliez-vous dire « wanep-mali » ?" in told


@pytest.mark.parametrize("sources, period, found", [
    ("", "", {("source-missing", "error")}),
    ("    sources: [journal-2021]\n", "", set()),
    ("    sources: [journal-2021]\n", "period: {start: 2024}\n", {("source-before-period", "warning")}),
])  # fmt: skip
def test_c5_complete_wants_a_source_and_one_as_old_as_the_activity(spoilt, sources, period, found):
    root = spoilt()
    path = root / "docs/plan/forages.md"
    text = path.read_text("utf-8")
    text = text.replace("    status: substantial\n", "    status: complete\n", 1)
    text = text.replace("    sources: [journal-2021]\n", sources, 1)
    text = text.replace("period: {start: 2020, end: 2021}\n", period, 1)
    path.write_text(text, "utf-8")
    assert {(p.code, str(p.severity)) for p in read(root)[1]} == found


def page(root: Path, text: str = "", field: str = "") -> None:
    """Adds a text to a page in both languages, and a field to its French front matter."""
    for file in ("docs/membres/puits-ouverts.md", "docs/membres/puits-ouverts.en.md"):
        path = root / file
        written = path.read_text("utf-8") + (f"\n{text}\n" if text else "")
        if field and not file.endswith(".en.md"):
            written = written.replace("kind:", f"{field}\nkind:", 1)
        path.write_text(written, "utf-8")


@pytest.mark.parametrize("text, code", [
    ("Appelez le +223 76 12 34 56.", "private-phone"),
    ("Écrivez à awa.d@gmail.com.", "private-email"),
    ("Participants :\n\n- Awa DIALLO\n- Moussa KONE\n- Fanta TRAORE", "participants-named"),
])  # fmt: skip
def test_c9_what_is_private_is_refused_with_advice(spoilt, capsys, text, code):
    root = spoilt()
    page(root, text)
    assert kb(root, "check") == 1
    told = capsys.readouterr().out
    message = next(row for row in told.split("\ndocs/") if f"[{code}]" in row)
    assert "\n    → Retirez" in message


def test_c9_a_photo_that_tells_where_it_was_taken_is_refused_with_advice(spoilt, capsys):
    root = spoilt()
    photo = TESTS / "problems/image-position/docs/assets/images/photo.jpg"
    shutil.copy(photo, root / "docs/assets/images/photo.jpg")
    assert kb(root, "check") == 1
    assert "Enlevez ses métadonnées (EXIF)" in capsys.readouterr().out
    (root / "docs/assets/images/photo.jpg").write_bytes(picture("JPEG"))
    assert kb(root, "check") == 0


def test_c9_the_contact_of_a_function_passes(spoilt):
    root = spoilt()
    page(
        root,
        field="contact: {role: Secrétariat, email: secretariat@example.org, phone: +223 20 22 23 24}",
    )
    english = root / "docs/membres/puits-ouverts.en.md"
    text = english.read_text("utf-8").replace("source:", "contact: Secretariat\nsource:", 1)
    english.write_text(text, "utf-8")
    assert [p for p in read(root)[1] if p.severity == "error"] == []
