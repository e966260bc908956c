"""The browser editor's configuration: a collection for each kind, one for the pages of prose."""

from __future__ import annotations

from typing import Any

from knowledge_base.exports.editor.fields import Shower
from knowledge_base.model.kinds import KINDS, PAGE, Kind
from knowledge_base.model.library import Library
from knowledge_base.wording import wording

INDEX = "index"
PROSE = "frontmatter"  # the one name of a format that the editor takes for single files


def configuration(library: Library) -> dict[str, Any]:
    """All that the editor is told; what is proposed waits for review as a pull request."""
    settings = library.settings
    return {
        "load_config_file": False,
        "backend": {"name": "github", "repo": settings.editor, "auth_methods": ["token"]},
        "publish_mode": "editorial_workflow",
        "media_folder": f"{settings.docs.name}/assets/images",
        "public_folder": "/assets/images",
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(settings.locales),
            "default_locale": settings.source,
            "initial_locales": "all",
            "omit_default_locale_from_file_path": True,
        },
        "collections": [*(_kind(library, kind) for kind in KINDS), _prose(library)],
    }


def _kind(library: Library, kind: Kind) -> dict[str, Any]:
    """The records of a kind; the page that lists them is their index."""
    words = wording(library.settings.source)
    index = {"name": INDEX, "format": PROSE, "fields": Shower(library, PAGE).all()}
    return {
        "name": kind.name,
        "label": words(f"kind.{kind.name}"),
        "folder": f"{library.settings.docs.name}/{kind.folder}",
        "format": kind.name,
        "i18n": True,
        "create": True,
        "delete": False,
        "publish": False,
        "slug": {"template": "{{title}}", "editable": ["create"]},
        "aliases_field": False,
        "index_file": index,
        "fields": Shower(library, kind).all(),
    }


def _prose(library: Library) -> dict[str, Any]:
    """The pages that are no records and list none."""
    docs, folders = library.settings.docs.name, {kind.folder for kind in KINDS}
    pages = [p for p in library.by_kind[PAGE.name] if p.uri.rpartition("/")[0] not in folders]
    fields = Shower(library, PAGE).all()
    files = [
        {
            "name": page.uri.removesuffix(".md").replace("/", "-"),
            "label": page.source.words.title,
            "file": f"{docs}/{page.uri.removesuffix('.md')}.{{{{locale}}}}.md",
            "i18n": True,
            "format": PROSE,
            "fields": fields,
        }
        for page in sorted(pages, key=lambda page: page.uri)
    ]
    label = wording(library.settings.source)(f"kind.{PAGE.name}")
    return {"name": PAGE.name, "label": label, "publish": False, "i18n": True, "files": files}
