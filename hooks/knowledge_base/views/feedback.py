"""Telling the editors of a fault on a page: its file to edit, and messages begun for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from knowledge_base.model.library import Library, Page
from knowledge_base.views.sharing import MESSENGER
from knowledge_base.wording import Wording, wording

FORM = "correction.yml"  # the form for corrections, where the repository has forms


@dataclass(frozen=True)
class Feedback:
    """The address where the page's own file is edited (or empty), and ways to write, each named."""

    edit: str
    ways: tuple[tuple[str, str], ...]


def feedback(library: Library, page: Page[Any], locale: str) -> Feedback:
    """What a page offers, of what the site's configuration names; nothing goes out by itself."""
    settings, words = library.settings, wording(locale)
    shown = page.version(locale)
    about = words("feedback.page", id=page.id, locale=shown.locale, version=library.build_id)
    number = settings.feedback_whatsapp
    message = quote(f"{about} {words('feedback.begin')} ")
    ways = (
        ("issue", _issue(settings.repo_url, page, about, words)),
        ("email", _email(settings.feedback_email, about, message)),
        ("whatsapp", number and MESSENGER.replace("/?", f"/{number}?") + message),
    )
    edit = settings.edit_url and settings.edit_url + quote(shown.uri)
    return Feedback(edit, tuple((words(f"feedback.{n}"), to) for n, to in ways if to))


def _issue(repository: str, page: Page[Any], about: str, words: Wording) -> str:
    """A new issue with the page and the edition filled in, as each kind of host takes them."""
    text = f"{about} {words('feedback.begin')} "
    if "github" in repository:
        asked = {"template": FORM, "title": f"[correction] {about}", "page": page.id}
    elif "gitlab" in repository:
        asked = {"issue[title]": about, "issue[description]": text}
        repository += "/-"
    else:
        asked = {"title": about, "body": text}
    return f"{repository}/issues/new?{urlencode(asked, quote_via=quote)}" if repository else ""


def _email(to: str, subject: str, message: str) -> str:
    return f"mailto:{to}?subject={quote(subject)}&body={message}" if to else ""
