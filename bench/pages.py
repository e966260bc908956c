"""A first visit on a slow phone: each kind of page as built, under the stock theme, and the floor.

Link of 400 kbit/s and 400 ms, a processor four times slower, 360 × 640, nothing cached, gzip.
The floor is the same text in one plain file. Medians of interleaved runs; times are ratios to the
floor of the same run, as the machine's own pace then falls out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright
from slow import slow_down
from stock import articles, floor, stock

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from searching import ARGUMENTS, Zipped, chromium, served  # noqa: E402

PAGES = {
    "home": "", "list": "sessions/", "record": "sessions/2024-02-29-bamako/", "plan": "plan/",
    "glossary": "glossaire/",
}  # fmt: skip
AIMS = {"first": 1.15, "largest": 1.3, "shift": 0.0, "task": 50.0}
AIMED = ("home", "record")
EMPTY = "<!doctype html><title>-</title>"
WATCH = """() => {
  const seen = window.seen = { largest: 0, shift: 0, task: 0 };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  watch('largest-contentful-paint', (one) => { seen.largest = one.startTime; });
  watch('layout-shift', (one) => { seen.shift += one.value; });
  watch('longtask', (one) => { seen.task = Math.max(seen.task, one.duration); });
}"""
SEEN = """() => ({ ...window.seen,
  first: (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime || 0 })"""


@dataclass(frozen=True)
class Visit:
    """What one first visit cost: bytes on the wire, requests, milliseconds, shift."""

    bytes: int
    requests: int
    first: float
    largest: float
    shift: float
    task: float


def visit(browser: Any, base: str, path: str) -> Visit:
    """Opens a page for the first time on the slow phone, in a browser that is already there.

    An empty page comes first, so that the start of the browser's own process is not measured.
    """
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.route(lambda url: not url.startswith((base, "data:")), lambda route: route.abort())
    page.route(base + "empty", lambda route: route.fulfill(content_type="text/html", body=EMPTY))
    page.goto(base + "empty")
    page.wait_for_timeout(400)
    page.add_init_script(f"({WATCH})()")
    session = context.new_cdp_session(page)
    asked, sizes = [], []
    session.on("Network.requestWillBeSent", lambda one: asked.append(one["request"]["url"]))
    session.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
    slow_down(session)
    page.goto(base + path, wait_until="load", timeout=120_000)
    page.wait_for_load_state("networkidle", timeout=120_000)
    page.wait_for_timeout(500)
    seen = page.evaluate(SEEN)
    context.close()
    requests = sum(not url.startswith("data:") for url in asked)
    return Visit(bytes=int(sum(sizes)), requests=requests, **seen)


def middle(visits: list[Visit]) -> Visit:
    """The median of each figure."""
    return Visit(**{name: median(getattr(v, name) for v in visits) for name in vars(visits[0])})


def measure(browser: Any, bases: dict[str, str], path: str, runs: int) -> dict[str, Visit]:
    """Each site's page in turn, several times over."""
    visits: dict[str, list[Visit]] = {name: [] for name in bases}
    for _ in range(runs):
        for name, base in bases.items():
            visits[name].append(visit(browser, base, path))
    return {name: middle(all_) for name, all_ in visits.items()}


def row(label: str, name: str, one: Visit, least: Visit) -> str:
    """A line of the table."""
    return (
        f"{label:12} {name:6} {one.bytes / 1000:>7.1f} {one.requests:>8.0f} "
        f"{one.first:>6.0f} {one.first / least.first:>5.2f} "
        f"{one.largest:>7.0f} {one.largest / least.largest:>5.2f} "
        f"{one.shift:>6.3f} {one.task:>5.0f}"
    )


def missed(label: str, one: Visit, least: Visit) -> Iterator[str]:
    """The aims that a page does not reach."""
    got = {
        "first": one.first / least.first, "largest": one.largest / least.largest,
        "shift": one.shift, "task": one.task,
    }  # fmt: skip
    for name, most in AIMS.items():
        if got[name] > most:
            yield f"{label}: {name} {got[name]:.3g}, aim {most}"


def built(work: Path) -> dict[str, Path]:
    """The three sites, each in a folder of its own."""
    sites = {name: work / name for name in ("own", "stock", "floor")}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(sites["own"])]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    pages = articles(sites["own"])
    floor(pages, sites["floor"])
    stock(pages, work / "work", sites["stock"])
    return sites


def table(browser: Any, bases: dict[str, str], kinds: list[str], runs: int) -> Iterator[str]:
    """Prints a line for each page and site; yields the aims that are missed."""
    print(
        "page         site        KB requests  first ratio largest ratio  shift  task", flush=True
    )
    for locale in ("fr", "en"):
        for kind in kinds:
            path = ("" if locale == "fr" else f"{locale}/") + PAGES[kind]
            found = measure(browser, bases, path, runs)
            for name, one in found.items():
                print(row(f"{kind} {locale}", name, one, found["floor"]), flush=True)
            if kind in AIMED:
                yield from missed(f"{kind} {locale}", found["own"], found["floor"])


def main() -> int:
    """Builds the three sites, prints the table and what is missed; fails where an aim is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", dest="kinds", action="append", choices=[*PAGES])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        ExitStack() as stack,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        sites = built(Path(folder))
        bases = {name: stack.enter_context(served(site, Zipped)) for name, site in sites.items()}
        told = list(table(browser, bases, asked.kinds or list(PAGES), asked.runs))
    print("\n".join(told) or "every aim of home and record is reached")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
