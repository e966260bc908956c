"""The short Markdown of texts in the front matter: paragraphs and lists, no HTML."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup

READER = MarkdownIt("commonmark", {"html": False})


def paragraphs(text: str) -> Markup:
    """A text as blocks of HTML; what looks like HTML in it is shown as it was written."""
    return Markup(READER.render(text))  # noqa: S704 - the reader escapes what is not Markdown
