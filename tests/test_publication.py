"""The published site is always whole: killed, full, closed or met by another build."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from conftest import EPOCH, WORLD, build
from knowledge_base import publication

# A builder of small sites: each holds its number in every file, so that a mixture is seen.
BUILDER = """
import sys
from pathlib import Path
from knowledge_base import publication
if sys.argv[2] == "two":
    publication._exchanged = lambda one, other: False
number = int(sys.argv[3])
print("ready", flush=True)
while True:
    staging = publication.begin(Path(sys.argv[1]))
    for name in range(40):
        (staging.folder / f"{name}.html").write_text(str(number))
    (staging.folder / "index.html").write_text(str(number))
    publication.publish(staging)
    number += 1
"""
REAL_KILLS = int(os.environ.get("KILLS", "3"))  # beside fifty of the small builder


def start(site, way, number):
    """A builder that has begun, so that moments are counted from its first build."""
    command = [sys.executable, "-c", BUILDER, str(site), way, str(number)]
    builder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with builder.stdout as said:
        said.readline()
    return builder


def whole(site):
    files = sorted(site.iterdir())
    assert len(files) == 41
    assert len({file.read_text() for file in files}) == 1


def beside(site):
    return [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}.")]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["one", "two"])
def test_a_build_killed_at_any_of_fifty_moments_leaves_a_whole_site(tmp_path, way):
    chance = random.Random(way)
    site = tmp_path / "site"
    for kill in range(50):
        builder = start(site, way, kill * 1000)
        time.sleep(chance.random() * 0.08)
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        if site.exists() or beside(site):
            staging = publication.begin(site)  # what the next build does first
            publication.abandon(staging)
            if site.exists():
                whole(site)
            assert beside(site) == []
    assert site.exists()


@pytest.mark.slow
def test_a_reader_never_misses_the_home_page_during_a_hundred_builds(tmp_path):
    site = tmp_path / "site"
    looks, missed = 0, []
    builder = start(site, "one", 0)
    while not site.exists():
        time.sleep(0.01)
    while int((site / "index.html").read_text()) < 100:
        looks += 1
        try:
            (site / "index.html").read_text()
        except OSError as fault:
            missed.append(fault)
    builder.kill()
    builder.wait()
    assert looks > 100
    assert missed == []


@pytest.mark.slow
def test_builds_at_once_do_not_meet(tmp_path):
    site = tmp_path / "site"
    builders = [start(site, "one", number * 10_000) for number in (1, 2, 3)]
    time.sleep(2)
    ended = [builder.poll() for builder in builders]
    for builder in builders:
        builder.kill()
        builder.wait()
    assert ended == [None, None, None]
    whole(site)
    publication.abandon(publication.begin(site))
    assert beside(site) == []


@pytest.mark.slow
def test_three_real_builds_at_once_leave_one_whole_site(tmp_path, world_site):
    site = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    builds = [
        subprocess.Popen(command, cwd=WORLD, env=environment, stdout=-1, stderr=-1, text=True)
        for _ in range(3)
    ]
    told = [builder.communicate() for builder in builds]
    assert [builder.returncode for builder in builds] == [0, 0, 0], told
    assert [path.relative_to(site) for path in snapshot(site)] == [
        path.relative_to(world_site) for path in snapshot(world_site)
    ]
    assert beside(site) == []


@pytest.mark.slow
def test_the_preview_shows_whole_sites_and_a_page_that_breaks_stops_nothing(spoilt):
    """`mkdocs serve`: what is shown was whole; a wrong page is told, and the earlier site stays."""
    root, port = spoilt(), free_port()
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-q",
        "--no-strict",
        "-a",
        f"127.0.0.1:{port}",
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=-1, stderr=-2, text=True)
    page = root / "docs" / "a-propos.md"
    right = page.read_text("utf-8")
    try:
        assert "imaginaire" in seen(port, "a-propos/", "imaginaire", server)
        page.write_text(right.replace("imaginaire", "inventé"), "utf-8")
        assert "inventé" in seen(port, "a-propos/", "inventé", server)
        page.write_text("---\ntitle: [\n---\n", "utf-8")
        for _ in range(20):
            assert "inventé" in seen(port, "a-propos/", "inventé", server)
            time.sleep(0.1)
        page.write_text(right, "utf-8")
        assert "imaginaire" in seen(port, "a-propos/", "imaginaire", server)
    finally:
        server.terminate()
        told, _ = server.communicate()
    assert "Traceback" not in told


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def seen(port, path, wanted, server):
    """The page, once it says what is wanted: a build takes its time on a busy machine."""
    text = ""
    for _ in range(600):
        assert server.poll() is None, server.stdout.read()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60) as answer:
                text = answer.read().decode()
        except OSError:
            text = ""  # not up yet
        if wanted in text:
            break
        time.sleep(0.1)
    return text


def test_a_living_build_is_not_cleared_away(tmp_path):
    first = publication.begin(tmp_path / "site")
    (first.folder / "a").write_text("a")
    second = publication.begin(tmp_path / "site")
    assert (first.folder / "a").exists()
    publication.publish(second)
    publication.publish(first)
    assert (tmp_path / "site" / "a").exists()
    assert beside(tmp_path / "site") == []


def test_a_build_killed_between_two_renames_is_mended_by_the_next(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("a")
    site.rename(tmp_path / ".site.earlier")
    publication.abandon(publication.begin(site))
    assert (site / "index.html").read_text() == "a"


@pytest.mark.parametrize("spoil, code", [
    (lambda site: site.write_text(""), "file"), (lambda site: (site / ".git").mkdir(parents=True), "git"),
])  # fmt: skip
def test_what_is_no_site_is_left_alone(tmp_path, spoil, code):
    spoil(tmp_path / "site")
    with pytest.raises(publication.PublicationError) as refused:
        publication.begin(tmp_path / "site")
    assert refused.value.code == code


def snapshot(site):
    return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def earlier(tmp_path, world_site):
    site = tmp_path / "public" / "site"
    shutil.copytree(world_site, site)
    return site


def one_line(done):
    said = [line for line in (done.stdout + done.stderr).split("\n") if line.strip()]
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(said) <= 4, done.stderr


@pytest.mark.slow
def test_the_real_build_killed_leaves_the_earlier_site(earlier):
    kept = snapshot(earlier)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(earlier)]
    for moment in range(REAL_KILLS):
        builder = subprocess.Popen(
            command, cwd=WORLD, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
        )
        time.sleep(random.Random(moment).random() * 3)
        builder.kill()
        builder.wait()
        assert snapshot(earlier) == kept
    assert build(WORLD, earlier, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    assert snapshot(earlier) == kept
    assert beside(earlier) == []


@pytest.mark.slow
def test_an_interrupted_build_leaves_the_earlier_site_and_no_trace(earlier):
    kept = snapshot(earlier)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(earlier)]
    builder = subprocess.Popen(command, cwd=WORLD, stdout=-1, stderr=-1, text=True)
    while not beside(earlier) and builder.poll() is None:
        time.sleep(0.02)
    builder.send_signal(signal.SIGINT)
    _, stderr = builder.communicate()
    assert "Traceback" not in stderr
    assert snapshot(earlier) == kept
    assert beside(earlier) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", ["broken page", "template", "warning"])
def test_a_build_that_fails_leaves_the_earlier_site(spoilt, earlier, case):
    root, kept = spoilt(), snapshot(earlier)
    if case == "broken page":
        (root / "docs" / "a-propos.md").write_text("---\ntitle: [\n---\n", "utf-8")
    elif case == "template":
        (root.parent.parent / "overrides").unlink()
        shutil.copytree(Path(WORLD).parent.parent / "overrides", root.parent.parent / "overrides")
        (root.parent.parent / "overrides" / "records" / "session.html").write_text(
            "{{ nothing.x }}"
        )
    else:
        configuration = root / "mkdocs.yml"
        text = configuration.read_text("utf-8").replace("nav:\n", "nav:\n  - Rien: rien.md\n", 1)
        configuration.write_text(text, "utf-8")
    done = build(root, earlier, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert snapshot(earlier) == kept
    assert beside(earlier) == []


@pytest.fixture
def mounted(tmp_path):
    """A small file system of its own; where none may be mounted, the test is left out."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(*options):
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no file system may be mounted here")
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@pytest.mark.slow
def test_a_full_disk_leaves_the_earlier_site(mounted, world_site):
    disk = mounted("size=3m")
    shutil.copytree(world_site, disk / "site")
    kept = snapshot(disk / "site")
    with (disk / "filler").open("wb") as filler:
        filler.write(b"\0" * (shutil.disk_usage(disk).free - 200_000))
    done = build(WORLD, disk / "site", SOURCE_DATE_EPOCH=EPOCH)
    one_line(done)
    assert snapshot(disk / "site") == kept
    assert beside(disk / "site") == []


@pytest.mark.slow
def test_a_read_only_target_is_told_in_one_line(mounted, world_site):
    disk = mounted("size=3m")
    shutil.copytree(world_site, disk / "site")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    one_line(build(WORLD, disk / "site", SOURCE_DATE_EPOCH=EPOCH))
    assert (disk / "site" / "index.html").exists()


@pytest.mark.slow
def test_a_write_that_fails_leaves_the_earlier_site(earlier):
    kept = snapshot(earlier)
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); from mkdocs.__main__ import cli; sys.argv = ['mkdocs', 'build', '-q', '-d', sys.argv[1]]; cli()"
    done = subprocess.run(
        [sys.executable, "-B", "-c", limit, str(earlier)],
        cwd=WORLD,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    one_line(done)
    assert snapshot(earlier) == kept
