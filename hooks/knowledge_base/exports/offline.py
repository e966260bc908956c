"""The whole site as one archive to take away: unzipped, it is read from a disk.

On the site each page carries the rules it uses (decision 9). Here all share one sheet, and what
only a network makes useful is left out (decision 18).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import minify

from knowledge_base.exports.archive import zipped
from knowledge_base.exports.kit.built import path_from
from knowledge_base.exports.sizes import ASKED
from knowledge_base.model import kit
from knowledge_base.model.address import CARD, CODE, SHORT, absolute, locale_of, relative
from knowledge_base.model.editor import FOLDER as EDITOR
from knowledge_base.model.library import Library
from knowledge_base.model.policy import policy
from knowledge_base.search import FOLDER as INDEX
from knowledge_base.search import index_files
from knowledge_base.views.offline import ARCHIVE

FOLDER = ARCHIVE.removesuffix(".zip")
SHEET = "assets/site.css"
KEPT = frozenset(
    {".html", ".js", ".css", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf"}
)
WITHOUT = ("404.html", "data/", f"{SHORT}/", f"{EDITOR}/", f"{INDEX}/")

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
# What search engines read, readers of feeds and people who are sent a link.
FOR_THE_WEB = re.compile(
    r'<meta (?:property="og:|name="twitter:)[^>]*>\n?|<link rel="(?:alternate|canonical)"[^>]*>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?',
    re.DOTALL,
)
OFFERED = re.compile(r"<p data-offline>.*?</p>\n?", re.DOTALL)
# A line of a list that is a link and no more goes with what it led to.
LINE = re.compile(r'<li><a href="([^"]*)">[^<]*</a></li>\s*')
LINK = re.compile(r'<a [^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
# The code of a page's short link; beside it the address stays in letters.
PRINTED = re.compile(r"( data-printed>)<img [^>]*>")
FORM = re.compile(r'<form [^>]*?\baction="([^"]*)"[^>]*>')


def archive(library: Library, site: Path, sheets: Iterable[str]) -> bytes:
    """Everything that a finished site is without a network."""
    return zipped(sorted(_files(library, site, sheets)))


def _files(
    library: Library, site: Path, sheets: Iterable[str]
) -> Iterator[tuple[str, str | bytes]]:
    """Each file by its path in the archive."""
    left_out = _left_out(library)
    uris = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = frozenset(uri for uri in uris if not left_out(uri))
    for uri in kept:
        content = (site / uri).read_bytes()
        page = uri.endswith(".html")
        yield (
            f"{FOLDER}/{uri}",
            page_on_disk(library, kept, uri, content.decode()) if page else content,
        )
    yield f"{FOLDER}/{SHEET}", minify.string("text/css", "\n".join(sheets))
    for uri, text in index_files(library, lambda path: f"{path}index.html" in kept):
        yield f"{FOLDER}/{uri}", text


def _left_out(library: Library) -> Callable[[str], bool]:
    """What says of a path on the site that the archive does without it."""
    published, locales = library.published, library.settings.locales
    without = (*WITHOUT, *library.settings.offline_without, *published.moved, *published.withdrawn)
    alone = {kit.download(page.id) for page in library.modules}

    def left_out(uri: str) -> bool:
        path = PurePosixPath(locale_of(uri, locales)[1])
        other = path.suffix not in KEPT or path.name in {CARD, CODE, *alone}
        return other or path.as_posix().startswith(without)

    return left_out


def page_on_disk(library: Library, kept: frozenset[str], uri: str, html: str) -> str:
    """A page as it is read from a disk: one sheet, each link to a file, or to the site itself."""
    here = uri[: uri.rfind("/") + 1]
    to = partial(_target, library, kept, here)

    def linked(match: re.Match[str]) -> str:
        target = to(match[1])
        if target is None:
            return match[2]
        return match[0].replace(f'"{match[1]}"', f'"{target}"', 1)

    html = OFFERED.sub("", html).replace(ASKED, "")
    html = PRINTED.sub(r"\1", FOR_THE_WEB.sub("", html))
    html = LINE.sub(lambda m: "" if to(m[1]) is None else m[0], html)
    html = LINK.sub(linked, html)
    html = FORM.sub(lambda m: m[0].replace(f'"{m[1]}"', f'"{to(m[1])}"', 1), html)
    sheet = f'<link rel="stylesheet" href="{relative(SHEET, here)}">'
    html = STYLE.sub(sheet, html)
    return POLICY.sub(rf"\1{policy((), SCRIPT.findall(html))}", html)


def _target(library: Library, kept: frozenset[str], here: str, target: str) -> str | None:
    """Where a link leads from a page in this folder; None where only the site has it."""
    parts = urlsplit(target)
    if parts.scheme or not parts.path:
        return target
    there, rest = path_from(here, parts.path), target[len(parts.path) :]
    file = f"{there}index.html" if there.endswith("/") or not there else there
    if file in kept:
        return relative(file, here) + rest
    online = absolute(library, there)
    return online + rest if online else None
