"""Codes to scan, one for each page in each language, for paper and for slides."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import segno
from markupsafe import Markup

from knowledge_base.model.address import absolute, code_path, passed_on
from knowledge_base.model.library import Library

SIZE = re.compile(r'width="(\d+)" height="\1"')


def codes(library: Library) -> Iterator[tuple[str, str]]:
    """A drawing for each page; nothing where the site has no address to lead to."""
    for page in library.pages if library.settings.site_url else ():
        for locale in library.settings.locales:
            drawn = code(absolute(library, passed_on(library, page, locale)))
            yield code_path(library, page, locale), drawn


def code(text: str) -> str:
    """The QR code of a text as SVG, the same for the same text."""
    out = io.BytesIO()
    drawn = segno.make(text, error="m", micro=False)
    drawn.save(out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, border=2)
    return out.getvalue().decode()


def inside(text: str) -> Markup:
    """The same drawing to stand in a page, as large as the page draws it; empty for no text."""
    sized = SIZE.sub(r'viewBox="0 0 \1 \1"', code(text)) if text else ""
    return Markup(sized)  # noqa: S704 - drawn here
