"""What Markdown made is let through an allow-list; what had to be taken out is a problem."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

from knowledge_base.model.library import Version
from knowledge_base.problem import Problem, error
from knowledge_base.text import suspect

TAGS = {
    "a", "p", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "ul", "ol", "li",
    "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "img", "sup", "div",
    "details", "summary",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"id"}, "a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"},
    "details": {"open"},
}  # fmt: skip
KINDS = {
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug",
    "example", "quote",
}  # fmt: skip
CLASSES = {
    "a": {"cite"}, "div": {"admonition", *KINDS}, "details": KINDS, "p": {"admonition-title"},
    "pre": {"highlight"},
}  # fmt: skip
ALIGN = {"align": {"left", "center", "right"}}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    tag_attribute_values={"th": ALIGN, "td": ALIGN},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=False,
)
TAG = re.compile(r"<[^>]*>")
LANGUAGE = re.compile(r'<code class="language-[a-z0-9+-]*">')
COMMENT = re.compile(r"<!--(?!\s*view:\s*[a-z-]+(?:\s+[a-z0-9-]+)?\s*-->).*?(?:-->|$)", re.DOTALL)


def sanitised(version: Version, html: str) -> tuple[str, list[Problem]]:
    """The HTML of a page's prose as it may be published, and what it may not hold."""
    html = LANGUAGE.sub("<code>", html)  # no sheet and no script asks for the language
    clean = _CLEANER.clean(html)
    found = [match.group() for match in COMMENT.finditer(clean)]
    if TAG.findall(html.replace(" />", ">")) != TAG.findall(clean):
        found.extend(_removed(html, clean))
    problems = [
        error(version.uri, _line(version, what), "markup-removed", what=what[:80]) for what in found
    ]
    hidden = suspect(clean)
    if hidden:
        problems.append(error(version.uri, version.first_line, "file-character", character=hidden))
    return clean, problems


class _Tags(HTMLParser):
    """The tags of a text in order, each with its attributes as a browser would read them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An opening tag."""
        said = "".join(f" {name}={value or ''}" for name, value in attrs)
        self.tags.append(f"<{tag}{said}>")

    def handle_endtag(self, tag: str) -> None:
        """A closing tag."""
        self.tags.append(f"</{tag}>")


def _removed(html: str, clean: str) -> list[str]:
    """The first tag that is not in both; nothing where only its writing differs."""
    before, after = _Tags(html).tags, _Tags(clean).tags
    pairs = zip([*before, ""], [*after, ""], strict=False)
    return next(([one or other] for one, other in pairs if one != other), [])


def _line(version: Version, what: str) -> int:
    """The line that holds the words of the tag; the first of the prose where none does."""
    words = [word for word in re.split(r"[^\w.:/#-]+", what) if len(word) > 1]
    lines = version.body.markdown.lower().split("\n")
    best = max(range(len(lines)), key=lambda n: (sum(w.lower() in lines[n] for w in words), -n))
    return version.first_line + best
