"""In each page, first of all, the policy that names its own style and the listed scripts in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from knowledge_base.model.library import Library
from knowledge_base.model.policy import policy

HEAD = "<head>"


def stated(_library: Library, site: Path) -> Callable[[str], str]:
    """Puts the policy into a page; a script inside it is named where it is one of the site's."""
    listed = {path.read_text("utf-8").strip() for path in (site / "assets/js").glob("*.js")}

    def finish(html: str) -> str:
        tree = LexborHTMLParser(html)
        styles = [node.text() for node in tree.css("style")]
        inside = [node.text() for node in tree.css("script:not([src]):not([type])")]
        said = policy(styles, [text for text in inside if text.strip() in listed])
        meta = f'<meta http-equiv="Content-Security-Policy" content="{said}">'
        return html.replace(HEAD, HEAD + meta, 1)

    return finish
