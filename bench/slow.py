"""A costly link and a cheap phone: 400 kbit/s, 400 ms, a processor four times slower, gzip."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LINK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def slow_down(session: Any) -> None:
    """Puts a page behind the link and on the phone, through its DevTools session."""
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


class Zipped(SimpleHTTPRequestHandler):
    """Files as a server sends them: compressed, and kept alive."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The file, compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = gzip.compress(path.read_bytes(), 9) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def zipped(site: Path) -> Iterator[str]:
    """A folder as a server would give it; its address ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Zipped, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
