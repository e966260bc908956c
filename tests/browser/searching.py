"""A reader who searches the built site in a browser, and what it costs."""

from __future__ import annotations

import functools
import gzip
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# The list's states as selectors: the site's policy lets no test evaluate a text on a page.
LIST = "[data-search-results]"
DONE = f'{LIST}[aria-busy="false"]'
FIRST = (
    f"{LIST}:is([data-search-state=ready], [data-search-state=empty], [data-search-state=error])"
)
HREFS = "all => all.map(a => a.getAttribute('href'))"
NO_PAUSE = "{ const later = window.setTimeout; window.setTimeout = (f, ms) => later(f, 0); }"


class Quiet(SimpleHTTPRequestHandler):
    """Files without a log."""

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class Zipped(Quiet):
    """Files as a server on the web sends them: compressed, over a connection that stays open."""

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


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """A folder as a site; its address ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def chromium() -> str | None:
    """Where the browser is."""
    return (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


class Reader:
    """One page with its search field; `asked` are the files fetched since `forget`."""

    def __init__(self, page: Any, base: str, site: Path, path: str) -> None:
        self.page, self.base, self.site = page, base, site
        self.asked: list[str] = []
        page.goto(base + path)
        page.on("request", lambda request: self.asked.append(request.url))
        self.field = page.locator("input[type=search]")

    def bytes(self) -> int:
        """Compressed bytes of what was fetched since the last call."""
        asked, self.asked = self.asked, []
        files = (self.site / unquote(urlsplit(url).path).lstrip("/") for url in asked)
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())

    def search(self, query: str, until: str = DONE) -> list[str]:
        """The paths found, in order, once the search is done (or has its first answer)."""
        self.field.fill(query)
        asked = f"[data-search-query={json.dumps(query, ensure_ascii=False)}]"
        self.page.locator(until + asked).wait_for(state="attached")
        links = self.page.locator("[data-search-results] a").evaluate_all(HREFS)
        here = self.page.url
        return [urljoin(here, link).removeprefix(self.base) for link in links]


def rank(paths: list[str], expected: str | list[str], prefix: str) -> int:
    """The place of the right page, from 1; 0 where it is not among those shown."""
    wanted = {prefix + path for path in ([expected] if isinstance(expected, str) else expected)}
    pages = (path if path in wanted else path.partition("#")[0] for path in paths)
    return next((place for place, path in enumerate(pages, 1) if path in wanted), 0)
