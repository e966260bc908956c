"""Nothing but what the site makes stands on a page: elements, attributes, scripts, addresses.

Read with a browser's parser. What depends on scripting being on or off (`noscript`) is refused,
so both readings are one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge_base.model.policy import policy
from knowledge_base.model.scripts import SCRIPTS
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site

NAMES = """
html head body title meta link script style main header footer nav article section aside div p span
a h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td
strong em b i u s small sub sup code pre kbd samp var q cite abbr time data mark del ins dfn bdi
bdo ruby rt rp blockquote figure figcaption hr br wbr img picture source details summary dialog
form fieldset legend label input button select optgroup option textarea output progress meter
svg g path rect circle ellipse line polyline polygon text tspan title desc defs lineargradient
radialgradient stop clippath mask pattern symbol use marker
"""
ELEMENTS = frozenset(NAMES.split())
LED = frozenset({"href", "xlink:href", "cite", "action"})  # where a reader is led
LOADED = frozenset({"src", "srcset", "poster", "data", "background", "manifest"})
LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "manifest", "modulepreload"}
)
NEVER = frozenset(
    {"style", "srcdoc", "formaction", "ping", "nonce", "http-equiv", "is", "attributionsrc"}
)
SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
DATA = frozenset({"application/ld+json", "application/json"})
ONWARD = re.compile(r"\d;url=[./a-z0-9#-]*")
ICON = re.compile(r"data:image/png;base64,[A-Za-z0-9+/]+=*")  # a mark that stands in its page
UNSEEN = re.compile(r"[\x00-\x20]")


def pages_hold_what_the_site_makes(site: Site) -> Iterator[Problem]:
    """Each element and attribute of each page, once; told with the line of the prose it is in."""
    for uri, tree in site.pages.items():
        for node in tree.root.traverse() if tree.root else ():
            for code, what in _faults(site, node, uri):
                yield error(uri, 0, code, what=what, place=site.place(uri, what))


def pages_say_the_policy_first(site: Site) -> Iterator[Problem]:
    """The policy stands before anything it should hold for."""
    for uri, tree in site.pages.items():
        first = tree.css_first("head > *")
        said = first.attributes if first is not None else {}
        styles = [node.text() for node in tree.css("style")]
        wanted = {policy(styles), policy(styles, _listed(site, tree))}
        if said.get("http-equiv") != "Content-Security-Policy" or said.get("content") not in wanted:
            yield error(uri, 0, "site-policy")


def _listed(site: Site, tree: LexborHTMLParser) -> list[str]:
    """The scripts inside a page that are the site's own."""
    return [node.text() for node in tree.css("script:not([src]):not([type])") if _own(site, node)]


def _own(site: Site, node: LexborNode) -> bool:
    return "src" not in node.attributes and node.text().strip() in site.scripts


def pages_have_one_frame(site: Site) -> Iterator[Problem]:
    """One main part, and at most one header and one footer of the page; ids are unique."""
    for uri, tree in site.pages.items():
        if len(tree.css("main")) != 1:
            yield error(uri, 0, "site-frame", what="<main>")
        for name in ("header", "footer"):
            own = [node for node in tree.css(name) if not _inside(node)]
            if len(own) > 1:
                yield error(uri, 0, "site-frame", what=f"<{name}>")
        counted = Counter(str(node.attributes["id"]) for node in tree.css("[id]"))
        for id_, number in counted.items():
            if number > 1 or _taken(tree, id_):
                yield error(uri, 0, "site-id", what=id_, place=site.place(uri, f"#{id_}"))


PARTS = frozenset({"main", "article", "section", "aside", "nav"})


def _inside(node: LexborNode, tags: Collection[str] = PARTS) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _taken(tree: LexborHTMLParser, id_: str) -> bool:
    """True where an id of the theme's kind stands in an article."""
    return id_.startswith("__") and bool(tree.css(f'article [id="{id_}"]'))


def _faults(site: Site, node: LexborNode, uri: str) -> Iterator[tuple[str, str]]:
    tag, said = str(node.tag), node.attributes
    if tag not in ELEMENTS or (tag == "style" and _inside(node, {"body"})):
        yield "site-element", f"<{tag}>"
    if tag == "script" and not _own(site, node):
        yield from _script(node, said, uri)
    for name, value in said.items():
        if name in NEVER or name.startswith("on"):
            if not (name == "http-equiv" and _meant(said)):
                yield "site-attribute", f"{name}="
        elif name in LED or name in LOADED:
            yield from _address(tag, said, name, value or "")


def _meant(said: dict[str, str | None]) -> bool:
    """True for a policy, and for a page that sends its reader to another of the site."""
    if said.get("http-equiv") == "refresh":
        return bool(ONWARD.fullmatch(said.get("content") or ""))
    return said.get("http-equiv") == "Content-Security-Policy"


def _script(node: LexborNode, said: dict[str, str | None], uri: str) -> Iterator[tuple[str, str]]:
    source, type_ = said.get("src"), said.get("type") or ""
    if source is None and type_ in DATA:
        try:
            json.loads(node.text())
        except ValueError:
            yield "site-script", type_
    elif source is None:
        yield "site-script", node.text()[:40].strip() or "<script>"
    elif normpath(join("/", dirname(uri), source)) not in {f"/assets/js/{s}" for s in SCRIPTS}:
        yield "site-script", source


def _address(
    tag: str, said: dict[str, str | None], name: str, value: str
) -> Iterator[tuple[str, str]]:
    seen = UNSEEN.sub("", value)
    if tag == "link" and said.get("rel") == "icon" and ICON.fullmatch(seen):
        return
    try:
        parts = urlsplit(seen)
    except ValueError:
        yield "site-attribute", f"{name}={value[:60]}"
        return
    loads = (
        name in LOADED
        or tag in {"use", "image"}
        or name == "action"
        or (tag == "link" and not LOADING_LINKS.isdisjoint((said.get("rel") or "").split()))
    )
    elsewhere = bool(parts.scheme or parts.netloc)
    if (
        parts.scheme.lower() not in SCHEMES
        or seen.startswith(("//", "\\"))
        or (loads and elsewhere)
    ):
        yield "site-attribute", f"{name}={value[:60]}"
