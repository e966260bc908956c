"""The site's own templates: values escaped, names that are not there refused."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from knowledge_base.model.address import relative
from knowledge_base.rendering.markdown import paragraphs
from knowledge_base.wording import wording


@cache
def environment(folder: Path) -> Environment:
    """The templates of a folder; `autoescape` is on for all of them."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(folder: Path, template: str, locale: str, here: str, **values: Any) -> Markup:
    """A template filled; `here` is the path of the page it stands on, which links start from."""
    page = environment(folder).get_template(template)
    link = partial(_link, here=here)
    words = wording(locale)
    text = page.render(
        w=words, wording_of=wording, locale=locale, link=link, paragraphs=paragraphs, **values
    )
    return Markup(text)  # noqa: S704 - the template has escaped every value


def _link(path: str, here: str) -> str:
    return path if path.startswith(("http://", "https://", "#")) else relative(path, here)
