"""Published addresses: which there are, which are new or gone; adds, moves and withdraws them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace

from knowledge_base import urls
from knowledge_base.commands.request import Request
from knowledge_base.model.published import Published
from knowledge_base.wording import wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which addresses."""
    parser.add_argument(
        "action", nargs="?", choices=("show", "add", "move", "withdraw"), default="show"
    )
    parser.add_argument("address", nargs="?", help="plan/x/, plan/x/#section")
    parser.add_argument("target", nargs="?", help="where it is now")
    parser.add_argument(
        "--why", action="append", default=[], metavar="fr=…", help="a reason, by language"
    )


def run(request: Request) -> int:
    """Shows the addresses, or writes `urls.lock` anew."""
    library, options = request.library, request.options
    published, now = library.published, urls.current(library)
    if options.action == "show":
        return _show(request, published, now)
    if options.action == "add":
        return _write(request, urls.with_new(published, now))
    if options.address not in set(published.addresses()):
        return _refused(request, "urls.unknown", address=options.address or "?")
    return _move(request, now) if options.action == "move" else _withdraw(request)


def _move(request: Request, now: urls.Places) -> int:
    published, options = request.library.published, request.options
    if options.target not in set(Published(now).addresses()):
        return _refused(request, "urls.unknown", address=options.target or "?")
    moved = {**published.moved, options.address: options.target}
    return _write(request, replace(published, moved=moved))


def _withdraw(request: Request) -> int:
    published, options = request.library.published, request.options
    reasons = dict(why.partition("=")[::2] for why in options.why)
    missing = [locale for locale in request.library.settings.locales if not reasons.get(locale)]
    if missing:
        listed = wording(request.locale).listing(missing)
        return _refused(request, "urls.reason", locale=listed)
    withdrawn: Mapping[str, Mapping[str, str]] = {**published.withdrawn, options.address: reasons}
    return _write(request, replace(published, withdrawn=withdrawn))


def _refused(request: Request, key: str, **values: str) -> int:
    print(wording(request.locale)(key, **values))
    return 1


def _show(request: Request, published: Published, now: urls.Places) -> int:
    words, lost = wording(request.locale), urls.gone(published, now)
    for key, places in (("new", urls.added(published, now)), ("gone", lost)):
        for place in places:
            print(words(f"urls.{key}", address=place))
    print(words.count("urls.total", len(list(published.addresses()))))
    return 1 if lost else 0


def _write(request: Request, published: Published) -> int:
    path = request.library.settings.root / urls.NAME
    path.write_text(urls.written(published), "utf-8", newline="\n")
    print(wording(request.locale).count("urls.total", len(list(published.addresses()))))
    return 0
