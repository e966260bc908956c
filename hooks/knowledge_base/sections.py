"""The sections of a page as a translation is held against them: what they say, not how it is set.

A section of the prose is known by its heading's id; a text of the front matter by its field after
a dot (`.title`, `.events.debut`); what stands before the first heading is `.body`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from knowledge_base.model.library import Version
from knowledge_base.model.records import UNTRANSLATED
from knowledge_base.prose import ADMONITION, GIVEN_ID

DIGITS = 8
BEFORE = ".body"
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"',
                        "\u2011": "-", "\u00ad": None})  # fmt: skip
GUILLEMETS = re.compile(r"«\s*|\s*»")
CLOSE = re.compile(r"\s+(?=[;:!?%])")
UNSAID = re.compile(r"\{:?[^{}]*\}|\[\^[^\]]*\]")
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
READ = ("inline", "fence", "code_block")
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(frozen=True)
class Section:
    """One section: its words alone, what people read of it, and all that its hash is taken of."""

    key: str
    plain: str
    readable: str
    canonical: str

    @property
    def hash(self) -> str:
        """Eight hexadecimal digits that change with what the section says."""
        return hashlib.sha256(self.canonical.encode()).hexdigest()[:DIGITS]

    @property
    def words(self) -> int:
        """How many words there are to translate."""
        return len(WORD.findall(self.plain))


def sections(version: Version) -> dict[str, Section]:
    """The sections of a page in one language, texts of the front matter first."""
    found = {key: _section(key, text, version.uri) for key, text in _texts(version.words)}
    return found | {s.key: s for s in of_body(version.body.markdown, version.uri)}


@lru_cache(maxsize=4096)
def of_body(markdown: str, uri: str) -> tuple[Section, ...]:
    """The sections of a page's prose; `uri` is the file's, from which its links start."""
    groups: list[tuple[str, list[Token]]] = [(BEFORE, [])]
    tokens = _PARSER.parse(_opened(markdown))
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            given = GIVEN_ID.search(tokens[index + 1].content)
            groups.append((given.group(1) if given else f"#{len(groups)}", []))
        groups[-1][1].append(token)
    made = (_of_tokens(key, group, uri) for key, group in groups)
    return tuple(section for section in made if section.canonical or section.key != BEFORE)


@lru_cache(maxsize=16384)
def _section(key: str, text: str, uri: str) -> Section:
    return _of_tokens(key, _PARSER.parse(text), uri)


def _of_tokens(key: str, tokens: list[Token], uri: str) -> Section:
    blocks = [(token, part) for token in tokens for part in _block(token, uri)]
    canonical = "\n".join(part for _, part in blocks)
    readable = "\n".join(part for token, part in blocks if token.type in READ)
    inlines = (child for token in tokens for child in token.children or ())
    said = " ".join(c.content or " " for c in inlines if c.type in ("text", "code_inline"))
    return Section(key, _folded(UNSAID.sub("", said)), readable, canonical)


def _texts(words: BaseModel) -> Iterator[tuple[str, str]]:
    for name in type(words).model_fields:
        value = getattr(words, name)
        if name in UNTRANSLATED or not value:
            continue
        if isinstance(value, Mapping):
            yield from ((f".{name}.{id_}", _joined(text)) for id_, text in value.items())
        else:
            yield f".{name}", _joined(value)


def _joined(value: Any) -> str:
    """The texts of a value, rows with ids in the order of these."""
    if isinstance(value, BaseModel):
        parts = [getattr(value, name) for name in sorted(type(value).model_fields)]
    elif isinstance(value, Mapping):
        parts = [part for id_ in sorted(value) for part in (id_, value[id_])]
    elif isinstance(value, tuple):
        parts = list(value)
    else:
        return str(value or "")
    return "\n\n".join(_joined(part) for part in parts)


def _opened(markdown: str) -> str:
    """The prose with what stands inside admonitions taken out of its indent."""
    lines: list[str] = []
    inside = False
    for line in markdown.split("\n"):
        if ADMONITION.match(line):
            inside = True
            lines += ["", line, ""]
            continue
        inside = inside and (not line.strip() or line.startswith("    "))
        lines.append(line[4:] if inside else line)
    return "\n".join(lines)


def _block(token: Token, uri: str) -> Iterator[str]:
    if token.type == "inline":
        yield _folded("".join(_inline(child, uri) for child in token.children or ()))
    elif token.type in ("fence", "code_block"):
        yield f"<code {token.info.strip()}>{token.content}"
    elif token.type == "html_block":
        yield _folded(token.content)
    elif token.tag != "p":
        yield f"<{'/' if token.nesting < 0 else ''}{token.tag}{token.attrs.get('start', '')}>"


def _inline(token: Token, uri: str) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "link_open":
        return f"[{target_id(str(token.attrs.get('href', '')), uri)}|"
    if token.type == "image":
        file = str(token.attrs.get("src", "")).rpartition("/")[2]
        return f"![{token.content}|{file}]"
    if token.type == "link_close":
        return "]"
    return token.content or (f"<{token.tag}>" if token.tag else "")


def target_id(target: str, uri: str) -> str:
    """What a link leads to, wherever the two pages stand: the id of the page, and the section."""
    path, mark, anchor = target.partition("#")
    if "://" in path or path.startswith("mailto:"):
        return target
    stem = normpath(join(dirname(uri), path)).removesuffix(".md") if path else ""
    id_ = stem.removesuffix("/index").rpartition("/")[2]
    return f"{id_}{mark}{anchor}"


def _folded(text: str) -> str:
    """The text in one form of letters, quotation marks, spaces and ellipses."""
    text = unicodedata.normalize("NFC", text).translate(QUOTES)
    text = GUILLEMETS.sub('"', text).replace("…", "...").replace("&nbsp;", " ")
    return CLOSE.sub("", " ".join(text.split()))
