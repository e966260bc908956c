"""Search against Pagefind, MiniSearch and lunr: the same site, the same questions, the same run.

For each language: how often the right page is first and among the first three, results in
another language, compressed bytes and requests of a first query and of later ones; then the time
to the first result on a slow link (400 kbit/s, 400 ms, a processor four times slower).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from peers import answers
from playwright.sync_api import sync_playwright
from slow import slow_down

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from searching import (  # noqa: E402
    ARGUMENTS,
    DONE,
    FIRST,
    NO_PAUSE,
    Reader,
    Zipped,
    chromium,
    rank,
    served,
)

QUERIES = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
PAGEFIND = """async (query) => {
  const pagefind = await import(new URL("/pagefind/pagefind.js", location.href));
  const found = (await pagefind.search(query)).results.slice(0, 5);
  return (await Promise.all(found.map((one) => one.data()))).map((one) => one.url);
}"""
BLOCKED = """() => { window.blocked = []; new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.blocked.push(task.duration);
}).observe({ type: "longtask" }); }"""
THREE_WORDS = "formation comite bamako"
Ask = Callable[[str], list[str]]


@contextmanager
def pagefind_site(site: Path) -> Iterator[Path]:
    """A copy of the built site with Pagefind's index."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        command = [sys.executable, "-m", "pagefind", "--site", str(copy)]
        subprocess.run(command, check=True, capture_output=True)
        yield copy


def row(name: str, reader: Reader, ask: Ask, locale: str) -> None:
    """Asks every question once and prints what came."""
    prefix = "" if locale == "fr" else f"{locale}/"
    reader.bytes()
    ask(THREE_WORDS)
    requests, cost = len(reader.asked), reader.bytes()
    ranks, later, wrong = [], [], 0
    for query, expected in QUERIES[locale].items():
        paths = ask(str(query))
        ranks.append(rank(paths, expected, prefix))
        wrong += sum(path.startswith("en/") != (locale == "en") for path in paths)
        later.append(reader.bytes())
    told = f"{requests:>8} {cost:>8} {median(later):>8.0f} {max(later):>8}"
    print(shares(name, locale, ranks, wrong), told, flush=True)


def shares(name: str, locale: str, ranks: list[int], wrong: int) -> str:
    """How often the right page came first, among the first three, and not at all."""
    count = len(ranks)
    first = sum(place == 1 for place in ranks) / count
    three = sum(1 <= place <= 3 for place in ranks) / count
    return (
        f"{name:10} {locale}  {count:>4} {first:>7.1%} {three:>7.1%} {ranks.count(0):>6} {wrong:>6}"
    )


def whole_indexes(site: Path) -> None:
    """Engines that fetch one index whole, without a browser."""
    found = answers(site, {locale: list(map(str, rows)) for locale, rows in QUERIES.items()})
    for name, told in found.items():
        engine, locale = name.split()
        prefix = "" if locale == "fr" else f"{locale}/"
        pairs = zip(told["found"], QUERIES[locale].values(), strict=True)
        ranks = [rank(paths, expected, prefix) for paths, expected in pairs]
        english = [path.startswith("en/") for paths in told["found"] for path in paths]
        wrong = sum(is_english != (locale == "en") for is_english in english)
        print(shares(engine, locale, ranks, wrong), f"{1:>8} {told['bytes']:>8}", flush=True)
    if not found:
        print("minisearch and lunr: not measured, Node.js and npm are needed")


def slow_phone(browser: Any, base: str, site: Path) -> tuple[float, float]:
    """Seconds to the first result, and the longest task in ms, on a slow link and a slow phone."""
    page = browser.new_page()
    reader = Reader(page, base, site, "")
    slow_down(page.context.new_cdp_session(page))
    page.evaluate(BLOCKED)
    reader.field.focus()
    started = time.perf_counter()
    reader.field.fill("strategie nationale rss")
    page.locator(f"{FIRST} > *").first.wait_for(state="attached")
    taken = time.perf_counter() - started
    page.locator(DONE).wait_for(state="attached")
    blocked = page.evaluate("Math.max(0, ...window.blocked)")
    page.close()
    return taken, blocked


def main() -> None:
    """Builds the site once and prints the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        print(
            "engine     in     n   first   three missed  wrong requests  first B later B   most B"
        )
        for locale in QUERIES:
            path = "" if locale == "fr" else f"{locale}/"
            with served(site) as base:
                page = browser.new_page()
                page.add_init_script(NO_PAUSE)
                reader = Reader(page, base, site, path)
                row("own", reader, reader.search, locale)
            with pagefind_site(site) as copy, served(copy) as base:
                page = browser.new_page()
                reader = Reader(page, base, copy, path)
                row("pagefind", reader, _pagefind(page), locale)
        whole_indexes(site)
        with served(site, Zipped) as base:
            times, blocked = zip(*(slow_phone(browser, base, site) for _ in range(5)), strict=True)
        print(f"slow link, first result after {median(times):.2f} s (median of {len(times)})")
        print(f"longest task {median(blocked):.0f} ms (median; none over 50 ms counts as 0)")


def _pagefind(page: Any) -> Ask:
    return lambda query: [url.lstrip("/") for url in page.evaluate(PAGEFIND, query)]


if __name__ == "__main__":
    main()
