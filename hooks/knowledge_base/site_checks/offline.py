"""The archive to read without a network: within its budget, each link to a file in it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site
from knowledge_base.views.offline import ARCHIVE

TARGET = re.compile(r'\b(?:href|src|action)="([^"#?]+)')


def the_archive_is_light_and_whole(site: Site) -> Iterator[Problem]:
    """A folder opens on a site and on no disk: there, a link names its file."""
    if not (site.folder / ARCHIVE).is_file():
        return  # the links of the pages that offer it lead nowhere, and are told
    size = (site.folder / ARCHIVE).stat().st_size
    limit = dict(site.library.settings.budgets).get(ARCHIVE)
    if limit and size > 1000 * limit:
        yield error(ARCHIVE, 0, "site-archive", weight=size, limit=int(1000 * limit))
    with zipfile.ZipFile(site.folder / ARCHIVE) as archive:
        names = frozenset(archive.namelist())
        for name in sorted(name for name in names if name.endswith(".html")):
            for target in sorted(set(TARGET.findall(archive.read(name).decode()))):
                path = normpath(join(dirname(name), unquote(target)))
                if not urlsplit(target).scheme and path not in names:
                    yield error(f"{ARCHIVE}/{name}", 0, "site-link", target=target)
