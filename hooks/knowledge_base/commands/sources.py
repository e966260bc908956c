"""Sources as they are on the network today: dead links, moved ones, copies that are missing."""

from __future__ import annotations

import argparse
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge_base.commands.request import Request
from knowledge_base.model.registries import Source
from knowledge_base.wording import wording

AGENT = "Mozilla/5.0 (compatible; kb sources check)"
REFUSED_TO_READERS_OF_MANY = frozenset({401, 403, 405, 429, 503})


@dataclass(frozen=True)
class Finding:
    """What was found of an address of a source: `state` is one of the labels `kb.sources.*`."""

    id: str
    state: str
    url: str
    detail: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and of which sources."""
    parser.add_argument("action", choices=["check"], help="check: ask each address")
    parser.add_argument("ids", nargs="*", help="sources; all of them where none is named")
    parser.add_argument("--timeout", type=float, default=20, help="seconds for an answer")
    parser.add_argument("--json", action="store_true", help="findings as JSON lines")


def run(request: Request) -> int:
    """Tells each finding; 1 where an address is dead, 2 where a source is unknown."""
    words, options = wording(request.locale), request.options
    sources = request.library.sources
    unknown = [id_ for id_ in options.ids if id_ not in sources]
    if unknown:
        print(words("kb.sources.unknown", id=", ".join(unknown)))
        return 2
    found = []
    for id_ in options.ids or sorted(sources):
        for finding in findings(sources[id_], options.timeout):
            found.append(finding)
            print(_told(finding, request), flush=True)
    if not options.json:
        print(words("kb.sources.total", n=len(options.ids or sources), found=len(found)))
    return 1 if any(finding.state == "dead" for finding in found) else 0


def _told(finding: Finding, request: Request) -> str:
    if request.options.json:
        return json.dumps(finding.__dict__, ensure_ascii=False)
    words = wording(request.locale)
    line = words("kb.sources.line", id=finding.id, state=words(f"kb.sources.{finding.state}"))
    return " ".join(filter(None, (line, finding.url, finding.detail)))


def findings(source: Source, timeout: float) -> Iterator[Finding]:
    """What is wrong with the addresses of a source, and the copy that it lacks."""
    for url in filter(None, (source.url, source.archived_url)):
        state, detail = asked(url, timeout)
        if state != "well":
            yield Finding(source.id, state, url, detail)
    if source.url and not source.archived_url:
        yield Finding(source.id, "no_copy", source.url, "")


def asked(url: str, timeout: float) -> tuple[str, str]:
    """Whether an address answers (`well`), has moved, refuses to say, or is dead; and how."""
    if urlsplit(url).scheme not in ("http", "https"):
        return "dead", ""
    question = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310 - looked at above
    try:
        with urllib.request.urlopen(question, timeout=timeout) as answer:  # noqa: S310 - the same
            reached = answer.geturl()
    except urllib.error.HTTPError as fault:
        state = "unsure" if fault.code in REFUSED_TO_READERS_OF_MANY else "dead"
        return state, str(fault.code)
    except (OSError, ValueError) as fault:
        return "dead", str(getattr(fault, "reason", fault))
    return ("well", "") if _same(url, reached) else ("moved", f"→ {reached}")


def _same(asked_of: str, reached: str) -> bool:
    """A page that answers under https, or with a slash at its end, has not moved."""
    return _bare(asked_of) == _bare(reached)


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/")
