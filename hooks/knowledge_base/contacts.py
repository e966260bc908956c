"""Where readers may write, as mkdocs.yml says it: the repository, an address, a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

FORMS = {
    "repo_url": re.compile(r"https://[\w.-]+(/[\w.~-]+)+"),
    "email": re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"),
    "whatsapp": re.compile(r"[1-9][0-9]{6,14}"),  # digits alone, with the country's
}
ON = {"true", "yes", "on", "1"}
# Where a file of the main branch is edited, on hosts that have such a page.
EDIT = {"github": "edit/main/", "gitlab": "-/edit/main/"}


def read(data: Mapping[str, Any]) -> dict[str, str]:
    """The settings by their names, each empty where it is not set.

    Raises ValueError where one is not of its form.
    """
    own = data.get("extra", {}).get("knowledge_base", {}) or {}
    written = own.get("feedback") or {}
    repository = _formed("repo_url", data.get("repo_url")).removesuffix("/")
    return {
        "repo_url": repository,
        "edit_url": _edit(repository, data.get("edit_uri"), str(data.get("docs_dir", "docs"))),
        "editor": _editor(repository, own.get("editor")),
        "feedback_email": _formed("email", written.get("email")),
        "feedback_whatsapp": _formed("whatsapp", written.get("whatsapp")),
    }


def _formed(name: str, value: object) -> str:
    text = str(value or "").removesuffix("/")
    if text and not FORMS[name].fullmatch(text):
        raise ValueError(f"mkdocs.yml: {name}: {text}")
    return text


def _edit(repository: str, said: object, docs: str) -> str:
    """The address that a file's path under the documentation folder is added to."""
    known = next((path for host, path in EDIT.items() if host in repository), "")
    path = str(said or "") or (f"{known}{docs}/" if known else "")
    return f"{repository}/{path.strip('/')}/" if repository and path else ""


def _editor(repository: str, said: object) -> str:
    """The repository's owner and name where the editor is on: it can write to GitHub alone."""
    if str(said or "").lower() not in ON:
        return ""
    host, _, name = repository.removeprefix("https://").partition("/")
    if host != "github.com" or name.count("/") != 1:
        raise ValueError(f"mkdocs.yml: editor: repo_url: {repository or '-'}")
    return name
