"""Walks the text of an HTML fragment: sets its typography, and explains acronyms once a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from knowledge_base.wording.typography import typeset

TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z0-9]+)")
FOREIGN = "@lang"  # stands for an element that holds another language
AS_WRITTEN = {"code", "pre", "script", "style", "kbd", FOREIGN}
NO_BUTTONS = AS_WRITTEN | {"a", "button", "h1", "h2", "h3", "h4", "nav", "summary", "dt", "caption",
                           "th", "title", "abbr", "sup"}  # fmt: skip
LANG = re.compile(r"\slang=\"([^\"]*)\"")
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"}
WORD = re.compile(
    r"(?<![\w-])(\(?(?:(?:[cdjlmnstCDJLMNST]|[Qq]u)’)?)([A-Z][\w-]*[A-Z]\w*)(?![\w-])([),.;]*)"
)


def typeset_html(html: str, locale: str, terms: Mapping[str, str]) -> tuple[str, list[str]]:
    """The fragment with its language's spaces, and the first use of each acronym made a button.

    `terms` gives the id of the term behind each acronym; the ids used are returned in order.
    """
    out: list[str] = []
    used: list[str] = []
    open_tags: list[str] = []
    for part in TAG.split(html):
        if part.startswith("<"):
            _track(part, open_tags, locale)
            out.append(part)
        elif AS_WRITTEN.isdisjoint(open_tags):
            text = typeset(part, locale)
            if NO_BUTTONS.isdisjoint(open_tags):
                text = _explained(text, terms, used)
            out.append(text)
        else:
            out.append(part)
    return "".join(out), used


def _track(tag: str, open_tags: list[str], locale: str) -> None:
    match = NAME.match(tag)
    if not match or match.group(1).lower() in VOID or tag.endswith("/>"):
        return
    name = match.group(1).lower()
    if not tag.startswith("</"):
        open_tags.append(name)
        said = LANG.search(tag)
        if said and said.group(1) != locale:
            open_tags.append(FOREIGN)
    elif name in open_tags:
        while open_tags.pop() != name:
            pass


def _explained(text: str, terms: Mapping[str, str], used: list[str]) -> str:
    def button(match: re.Match[str]) -> str:
        before, acronym, after = match.groups()
        id_ = terms.get(acronym)
        if id_ is None or id_ in used:
            return match.group()
        used.append(id_)
        made = (
            f'<button type="button" class="term" popovertarget="term-{id_}">'
            f"{escape(acronym)}</button>"
        )
        # A line may break beside a button: what is elided, brackets and points stay with it.
        held = before or after
        return f'<span class="nowrap">{before}{made}{after}</span>' if held else made

    return WORD.sub(button, text)
