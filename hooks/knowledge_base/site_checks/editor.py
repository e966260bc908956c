"""The browser editor is whole and holds nothing else; where it is off, nothing of it is there."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.editor import FOLDER, expected
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site


def the_editor_is_whole_and_alone(site: Site) -> Iterator[Problem]:
    """Its files by their paths; the other checks leave its folder to this one."""
    settings, folder = site.library.settings, site.folder / FOLDER
    wanted = expected(settings.root, settings.locales) if settings.editor else frozenset()
    found = {p.relative_to(site.folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    for uri in sorted(found ^ wanted):
        yield error(uri, 0, "site-editor")
