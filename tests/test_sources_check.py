"""`kb sources check`, asked of a server on this machine alone."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge_base.__main__ import main
from knowledge_base.commands.sources import asked

ANSWERS = {"/here": 200, "/gone": 404, "/closed": 403, "/old": 301, "/slash": 302, "/slash/": 200}
TARGETS = {"/old": "/here", "/slash": "/slash/"}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(ANSWERS[self.path])
        if self.path in TARGETS:
            self.send_header("Location", TARGETS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


@pytest.mark.parametrize("path, state", [
    ("/here", "well"), ("/gone", "dead"), ("/closed", "unsure"), ("/old", "moved"),
    ("/slash", "well"),
])  # fmt: skip
def test_an_address_is_well_moved_unsure_or_dead(server, path, state):
    found, detail = asked(server + path, 5)
    assert found == state
    assert state != "moved" or detail.endswith("/here")


def test_an_address_where_nobody_answers_is_dead():
    assert asked("http://127.0.0.1:9/", 2)[0] == "dead"


def test_the_command_names_dead_moved_and_missing_copies(server, spoilt, capsys):
    root = spoilt()
    rows = "\n".join(
        f'- {{id: {id_}, title: t, publisher: p, kind: ngo, language: fr, date: undated, accessed: 2026-01-01, url: "{server}{path}"{copy}}}'
        for id_, path, copy in (
            ("a-morte", "/gone", f', archived_url: "{server}/here"'), ("b-partie", "/old", ""))
    )  # fmt: skip
    path = root / "docs/sources/sources.yml"
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + rows + "\n", "utf-8")
    arguments = ["sources", "check", "a-morte", "b-partie", "--config", str(root / "mkdocs.yml")]
    assert main([*arguments, "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["state"]) for row in found] == [
        ("a-morte", "dead"), ("b-partie", "moved"), ("b-partie", "no_copy")]  # fmt: skip
    assert (
        main(["sources", "check", "b-partie", "--lang", "en", "--config", str(root / "mkdocs.yml")])
        == 0
    )
    told = capsys.readouterr().out
    assert "b-partie" in told
    assert "moved" in told
    assert main(["sources", "check", "personne", "--config", str(root / "mkdocs.yml")]) == 2
