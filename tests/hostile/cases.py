"""What a stranger may propose: the bad, each with the code that refuses it, and the odd but right.

A case is a file under docs and its content. `prose` puts text into a page whose rest is right, so
that the line of the problem is known.
"""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, PngImagePlugin

PAGE = "a-propos.md"
TOP = "---\ntitle: À propos\nsummary: À propos, en quelques mots.\n---\n\n## Contenu {#contenu}\n\n"
FIRST = TOP.count("\n") + 1
SESSION = "sessions/2020-02-29-port-blanc.md"


class Case(NamedTuple):
    """A file, its content (bytes, or what makes the file at its path), the code expected there."""

    name: str
    uri: str
    content: bytes | Callable[[Path], None]
    code: str = ""
    line: int | None = None


def prose(name: str, text: str, code: str = "", line: int = 0) -> Case:
    """A page of prose that ends with this text; `line` counts from the first of the text."""
    place = FIRST + line if code else None
    return Case(f"prose {name}", PAGE, (TOP + text + "\n").encode(), code, place)


def front(name: str, text: str, code: str = "", line: int | None = 4) -> Case:
    """A page whose front matter has this text after its first two fields."""
    page = f"---\ntitle: T\nsummary: S.\n{text}\n---\n\n## Contenu {{#contenu}}\n\nTexte.\n"
    return Case(f"front {name}", PAGE, page.encode(), code, line if code else None)


def file(name: str, uri: str, content: bytes | Callable[[Path], None], code: str = "") -> Case:
    """A file of its own."""
    return Case(f"file {name}", uri, content, code, None)


def picture(kind: str, size: tuple[int, int] = (4, 4), **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size).save(buffer, kind, **options)
    return buffer.getvalue()


def with_exif(tag: int, value: object) -> bytes:
    exif = Image.Exif()
    exif[tag] = value
    return picture("JPEG", exif=exif)


def png_text(key: str) -> bytes:
    information = PngImagePlugin.PngInfo()
    information.add_text(key, "Quelqu’un")
    return picture("PNG", pnginfo=information)


def svg(inside: str, attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"{attributes}>{inside}</svg>\n'.encode()


def pdf(inside: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside + b" >>\nendobj\ntrailer\n%%EOF\n"


def packed(inside: bytes) -> bytes:
    stream = zlib.compress(inside)
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
    return head + stream + b"\nendstream\nendobj\n%%EOF\n"


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


BAD_BYTES = [
    Case("bytes latin-1", PAGE, TOP.encode("latin-1") + b"Texte.\n", "file-encoding", 2),
    Case("bytes utf-16", PAGE, (TOP + "Texte.\n").encode("utf-16"), "file-encoding", 1),
    Case("bytes overlong", PAGE, TOP.encode() + b"\xc0\xaf\n", "file-encoding", FIRST),
    Case("bytes surrogate", PAGE, TOP.encode() + b"\xed\xa0\x80\n", "file-encoding", FIRST),
    Case("bytes cut", PAGE, TOP.encode() + b"\xe2\x80", "file-encoding", FIRST),
    Case("bytes beyond", PAGE, TOP.encode() + b"\xf4\x90\x80\x80", "file-encoding", FIRST),
    Case("bytes empty", PAGE, b"", "front-matter-missing", 1),
    Case("bytes no front matter", PAGE, b"Texte.\n", "front-matter-missing", 1),
    Case("bytes open front matter", PAGE, b"---\ntitle: T\n", "front-matter-open", 1),
    Case("bytes only rule", PAGE, b"---", "front-matter-open", 1),
    Case(
        "bytes second mark", PAGE, b"\xef\xbb\xbf\xef\xbb\xbf" + TOP.encode(), "file-character", 1
    ),
    Case("bytes large", PAGE, TOP.encode() + b"a\n" * 150_000, "file-large", 1),
    Case("bytes registry", "glossaire/termes.yml", b"\xff", "file-encoding", 1),
    Case("bytes not a list", "glossaire/termes.yml", b"a: b\n", "registry-shape", 1),
]

HIDING = {
    "nul": "\x00", "bell": "\x07", "escape": "\x1b", "delete": "\x7f", "next line": "\x85",
    "lone return": "a\rb", "form feed": "\x0c", "soft hyphen": "pu\xadits", "zero width": "a\u200bb",
    "right override": "\u202eabc\u202c", "left embed": "\u202aa", "isolate": "\u2066a\u2069",
    "line separator": "a\u2028b", "word joiner": "a\u2060b", "mark inside": "a\ufeffb",
    "tag": "\U000e0041", "flag tags": "\U0001f3f4\U000e0067\U000e007f", "private": "\ue000",
    "noncharacter": "\ufdd0", "last of plane": "\U0001ffff", "hangul filler": "\u3164",
    "braille blank": "\u2800", "joiner in latin": "a\u200db", "non-joiner in latin": "a\u200cb",
    "variation on letter": "a\ufe0f", "supplement variation": "a\U000e0100", "lost": "\ufffd",
    "mark of direction": "a\u200fb", "pile of marks": "e" + "\u0301" * 12, "annotation": "\ufff9a",
}  # fmt: skip
BAD_CHARACTERS = [prose(n, f"Texte.\n{t}", "file-character", 1) for n, t in HIDING.items()] + [
    prose("entity override", "Un &#x202e;mot.", "file-character"),
    prose("entity name", "Un &ZeroWidthSpace;mot.", "file-character"),
    prose("entity decimal", "Un &#8203;mot.", "file-character"),
    front("escape", 'aliases: ["\\u202Eabc"]', "file-character"),
    front("nul escape", 'aliases: ["a\\0b"]', "file-character"),
    front("key escape", '"a\\e": b', "file-character"),
]

BAD_BOUNDS = [
    prose("long line", "a" * 5_000, "line-long"),
    prose("many lines", "a\n" * 4_500, "prose-large", 4_000 - FIRST + 5),
    prose("many fences", "```\n```\n" * 150, "prose-large", 5 - FIRST),
    prose("brackets", "[" * 1_000, "prose-marks"),
    prose("images", "![" * 900, "prose-marks"),
    prose("half links", "[a](" * 900, "prose-marks"),
    prose("stars", "**a *b " * 500, "prose-marks"),
    prose("backticks", "`a " * 1_000, "prose-marks"),
    prose("less", "<" * 500, "prose-marks"),
    prose("many paragraphs of brackets", ("[" * 300 + "\n\n") * 30, "prose-marks"),
    prose("quotes", "> " * 40 + "a", "prose-deep"),
    prose("lists", "\n".join("  " * n + "- a" for n in range(60)), "prose-deep", 17),
    prose("list in line", "- " * 40 + "a", "prose-deep"),
    prose("numbers in line", "1. " * 40 + "a", "prose-deep"),
    prose("indent", " " * 60 + "a", "prose-deep"),
    front("deep", "aliases: " + "[" * 40 + "]" * 40, "yaml-deep"),
    front("deep block", "\n".join("  " * n + "a:" for n in range(40)), "yaml-deep", 21),
    front("long", "aliases:\n" + "  - x\n" * 15_000, "front-matter-long", 1),
    front("long text", "aliases:\n  - >-\n" + ("    " + "mot " * 200 + "\n") * 5, "field-type", 5),
]

BAD_YAML = [
    front("anchor", "aliases: &a [x]", "yaml-alias"),
    front("alias", "aliases: [*a]", "yaml-alias"),
    front("merge", "<<: {title: U}", "field-unknown"),
    front("tag", "aliases: !!set {a, b}", "yaml-tag"),
    front("python", "aliases: !!python/object/apply:os.system [id]", "yaml-tag"),
    front("own tag", "aliases: !x [a]", "yaml-tag"),
    front("second document", "--- \ntitle: V", "", None)._replace(code="", line=None),
    front("twice", "title: U", "yaml-duplicate-key"),
    front(
        "twice below", "fallback: {reason: a, reason: b, until: 2026-06-01}", "yaml-duplicate-key"
    ),
    front("key list", "? [a]\n: b", "yaml-key"),
    front("tab", "\taliases: [x]", "yaml-invalid"),
    front("unclosed", "aliases: [x", "yaml-invalid", 5),
    front("quote", 'aliases: "x', "yaml-invalid", None),
    front("colon", "aliases: a: b", "yaml-invalid"),
    front("unknown", "colour: red", "field-unknown"),
    front("near", "alias: [x]", "field-unknown"),
    front("number for list", "aliases: 3", "field-type"),
    front("date", "reviewed_on: 2024-02-30", "field-type"),
    front("date time", "reviewed_on: 2024-02-03 12:30", "field-type"),
    front("sexagesimal", "review_in: 12:30", "field-type"),
    front("octal", "review_in: 0123", "field-type"),
    front("decimal", "review_in: 1.10", "field-type"),
    front("negative", "review_in: -1", "field-type"),
    front("no", "review_in: no", "field-type"),
    front("exponent", "review_in: 1e3", "field-type"),
    front("hexadecimal", "review_in: 0x1F", "field-type"),
    front("infinite", "review_in: .inf", "field-type"),
    front("grouped", "review_in: 1_000", "field-type"),
    front("arabic digits", "review_in: ١٢", "field-type"),
    front("list for text", "sources: [[a]]", "field-type"),
    front("formula", "aliases: ['=HYPERLINK(\"https://e.org\")']", "field-type"),
    front("formula after a space", "aliases: [' =1+1']", "field-type"),
    front("formula of plus", "aliases: ['+1+1']", "field-type"),
    front("formula of minus", "aliases: [-1+1]", "field-type"),
    front("formula of at", "aliases: ['@SUM(A1)']", "field-type"),
    front("formula over lines", "aliases:\n  - |\n    =1+1", "field-type", 5),
    front("unknown source", "sources: [nulle-part]", "reference-unknown"),
    front("private mail", "contact: {role: R, email: 3, phone: [1]}", "field-type"),
    Case("front is a list", PAGE, b"---\n- a\n---\n\nTexte.\n", "field-type", 2),
    Case("front is a text", PAGE, b"---\nabc\n---\n\nTexte.\n", "field-type", 2),
    Case("front is nothing", PAGE, b"---\n---\n\nTexte.\n", "field-missing", None),
    Case("title is nothing", PAGE, b"---\ntitle:\nsummary: S.\n---\n", "field-empty", 2),
    Case("title is blank", PAGE, b'---\ntitle: " "\nsummary: S.\n---\n', "field-type", 2),
    Case("title is a list", PAGE, b"---\ntitle: [a]\nsummary: S.\n---\n", "field-type", 2),
    *(
        front(f"theme {key}", f"{key}: x", "field-theme")
        for key in ("template", "location", "icon", "status", "hide", "tags", "search", "robots")
    ),
]

SOURCE = (
    "- {{id: {id}, title: {title}, publisher: P, kind: {kind}, language: {language}, date: {date},"
    ' url: "{url}", accessed: {accessed}}}\n'
)
RIGHT = {
    "id": "a", "title": "T", "kind": "media", "language": "fr", "date": "2024",
    "url": "https://example.org/", "accessed": "2026-01-01",
}  # fmt: skip


def source(name: str, code: str = "field-type", **values: str) -> Case:
    row = SOURCE.format(**{**RIGHT, **values}).encode()
    return Case(f"source {name}", "sources/sources.yml", row, code, 1 if code else None)


BAD_ROWS = [
    source("script", url="javascript:alert(1)"), source("data", url="data:text/html,x"),
    source("user", url="https://a@example.org/"), source("no scheme", url="//example.org/"),
    source("space", url="https://exam ple.org/"), source("angle", url="https://e.org/<b>"),
    source("backslash", url="https:\\\\\\\\e.org"), source("id", id="A_b"), source("empty", "field-empty", id="~"),
    source("list for a date", date='["/"]'), source("formula", title='"=1+1"'), source("kind", "field-choice", kind="blog"), source("language", language="français"),
    source("language html", language="'fr\" onload=\"x'"), source("day", accessed="2026-13-01"),
    source("date", date="hier"), source("date of zero", date="0000"),
]  # fmt: skip

TAGS = {
    "script": "<script>alert(1)</script>", "upper": "<SCRIPT SRC=x></SCRIPT>", "bold": "Un <b>mot</b>.",
    "image": "<img src=x onerror=alert(1)>", "svg": "<svg/onload=alert(1)>", "frame": "<iframe src=x>",
    "form": "<form action=x><input></form>", "style": "<style>*{display:none}</style>",
    "break": "Un<br>mot", "closing": "</main>", "body": "</body></html>", "details": "<details open>",
    "mathml": "<math><mi xlink:href=x>", "base": "<base href=//x>", "meta": '<meta http-equiv="refresh">',
    "link": "<link rel=stylesheet href=x>", "object": "<object data=x>", "custom": "<x-y a=b>",
    "id": '<p id="__config">', "over lines": "<a\nhref=x\nonclick=y>", "unclosed": "<img src=x ",
    "in a list": "- un\n- <b>deux</b>", "in a table": "| a |\n|---|\n| <b>c</b> |", "in a quote": "> <b>a</b>",
    "in a heading": "### <b>a</b>", "in an admonition": "!!! note\n    <b>a</b>",
    "in a title": '!!! note "<b>a</b>"', "in a link": "[<b>a</b>](index.md)", "video": "<video src=x>",
    "noscript": "<noscript>a</noscript>", "template": "<template>a</template>", "slash": "<a/href=x>",
}  # fmt: skip
LINES = {"in a list": 1, "in a table": 2, "in an admonition": 1}
BAD_MARKUP = [prose(f"tag {n}", t, "html-raw", LINES.get(n, 0)) for n, t in TAGS.items()] + [
    prose("comment", "<!-- secret -->", "html-comment"),
    prose("comment in line", "Un <!-- secret --> mot", "html-comment"),
    prose("open comment", "Un <!-- secret", "html-comment"),
    prose("condition", "<![endif]>", "html-comment"),
    prose("instruction", "<?php x ?>", "html-comment"),
    prose("doctype", "<!DOCTYPE html>", "html-comment"),
    prose("view in line", "Un <!-- view: plan --> mot", "html-comment"),
    prose("unknown view", "<!-- view: nulle-part -->", "view-unknown"),
    prose("handler", "*mot*{onclick=x}", "attribute-list"),
    prose("handler colon", 'Texte\n{: onclick="x" }', "attribute-list", 1),
    prose("class", "### Titre {.md-overlay}", "attribute-list"),
    prose("style", "Texte\n{: style='x' }", "attribute-list", 1),
    prose("id and more", "### Titre {#a onclick=x}", "attribute-list"),
    prose("id of the theme", "### Titre {#__config}", "attribute-list"),
    prose("hidden", "*mot*{hidden}", "attribute-list"),
    prose("macro", "Un {{ config }}", "notation-foreign"),
    prose("statement", "Un {% include 'x' %}", "notation-foreign"),
    prose("snippet", '--8<-- "../.git/config"', "notation-foreign"),
    prose("math", "$$x$$", "notation-foreign"),
    prose("contents", "[TOC]", "notation-foreign"),
    prose("abbreviation", "*[ONE]: Un", "notation-foreign"),
    prose("tabs", '=== "Un"\n    a', "notation-foreign"),
    prose("directive", "::: module", "notation-foreign"),
    prose("diagram", "```mermaid\ngraph\n```", "fence-kind"),
    prose("fence attributes", "``` {.python onclick=x}\na\n```", "fence-kind"),
    prose("fence options", '```python hl_lines="1"\na\n```', "fence-kind"),
    prose("open fence", "```\na", "fence-open"),
    prose("box", "!!! annonce\n    a", "admonition-kind"),
    prose("box class", "!!! note md-overlay\n    a", "admonition-kind"),
    prose("box title", '!!! note "a" "b"\n    a', "admonition-kind"),
]  # fmt: skip

TARGETS = {
    "script": "javascript:alert(1)", "case": "JaVaScRiPt:alert(1)", "entity": "javascript&#58;alert(1)",
    "entities": "&#106;avascript:alert(1)", "named": "javascript&colon;alert(1)", "data": "data:text/html,a",
    "vbscript": "vbscript:a", "file": "file:///etc/passwd", "blob": "blob:a", "ftp": "ftp://a.org/",
    "no scheme": "//example.org/", "user": "https://a@example.org/",
    "one slash": "https:/example.org", "none": "https:example.org", "about": "about:blank",
    "intent": "intent://a", "spaced": "<java script:alert(1)>", "view source": "view-source:x",
}  # fmt: skip
BAD_LINKS = [prose(f"link {n}", f"[a]({t})", "link-scheme") for n, t in TARGETS.items()] + [
    prose("link reference", "[a][b]\n\n[b]: javascript:alert(1)", "link-scheme", 2),
    prose("link unused reference", "a\n\n[b]: data:text/html,x", "link-scheme", 2),
    prose("link auto", "<javascript:alert(1)>", "link-scheme"),
    prose("image elsewhere", "![a](https://example.org/a.png)", "image-elsewhere"),
    prose("image data", "![a](data:image/png;base64,AAAA)", "image-elsewhere"),
    prose("image script", "![a](javascript:alert(1))", "image-elsewhere"),
    prose("link nowhere", "[a](nulle-part.md)", "link-broken"),
    prose("link up", "[a](../../../etc/passwd)", "link-broken"),
    prose("image nowhere", "![a](assets/images/rien.png)", "link-broken"),
]

PNG, JPEG = picture("PNG"), picture("JPEG")
BAD_FILES = [
    file("link inside", "assets/images/a.svg", link("icon.svg"), "file-link"),
    file("link outside", "assets/images/b.png", link("/etc/hostname"), "file-link"),
    file("link to a folder", "ailleurs", link("/etc"), "file-link"),
    file("link in a circle", "boucle", link("."), "file-link"),
    file("link to nothing", "rien.md", link("/nulle/part"), "file-link"),
    file("pipe", "tube.md", os.mkfifo, "file-kind"),
    file("html", "page.html", b"<script>x</script>", "file-type"),
    file("worker", "sw.js", b"x", "file-place"),
    file("script", "assets/js/autre.js", b"x", "script-unknown"),
    file("module", "assets/js/a.mjs", b"x", "file-type"),
    file("headers", "_headers", b"/*", "file-type"),
    file("redirects", "_redirects", b"/*", "file-type"),
    file("domain", "CNAME", b"example.org", "file-type"),
    file("access", ".htaccess", b"x", "file-hidden"),
    file("environment", ".env", b"x", "file-hidden"),
    file("swap", ".a-propos.md.swp", b"x", "file-hidden"),
    file("folder of git", ".git/config", b"x", "file-hidden"),
    file("well known", ".well-known/security.txt", b"x", "file-hidden"),
    file("robots", "robots.txt", b"x", "file-type"),
    file("xml", "sitemap.xml", b"<a/>", "file-type"),
    file("word", "note.docx", b"x", "file-type"),
    file("archive", "a.zip", b"PK", "file-type"),
    file("program", "a.exe", b"MZ", "file-type"),
    file("no type", "lisezmoi", b"x", "file-type"),
    file("backup", "a-propos.md~", b"x", "file-type"),
    file("other markdown", "page.markdown", b"x", "file-type"),
    file("capitals", "README.md", b"x", "id-malformed"),
    file("capitals of type", "assets/images/a.PNG", PNG, "file-type"),
    file("accent", "réforme.md", b"x", "id-malformed"),
    file("decomposed", "re\u0301forme.md", b"x", "id-malformed"),
    file("space", "une page.md", b"x", "id-malformed"),
    file("line", "une\npage.md", b"x", "id-malformed"),
    file("quote", "a'b.md", b"x", "id-malformed"),
    file("override", "a\u202eb.md", b"x", "id-malformed"),
    file("picture name", "assets/images/a_b.png", PNG, "file-name"),
    file("folder name", "Dossier/a.md", b"x", "file-name"),
    file("hyphens", "a--b.md", b"x", "id-malformed"),
    file("long name", "a" * 120 + ".md", b"x", "file-path-long"),
    file("deep folders", "a/b/c/d/e/f/g.md", b"x", "file-path-long"),
    file("locale", "annexe.ii.md", b"x", "file-locale"),
    file("locale of another", "a-propos.de.md", b"x", "file-locale"),
    file("source locale", "a-propos.fr.md", b"x", "file-locale"),
    file("device", "con.md", b"x", "file-reserved"),
    file("device folder", "aux/a.md", b"x", "file-reserved"),
    file("language folder", "en/a.md", b"x", "file-reserved"),
    file("language page", "en.md", b"x", "file-reserved"),
    file("data", "data/a.md", b"x", "file-reserved"),
    file("short links", "r/a.md", b"x", "file-reserved"),
    file("lost page", "404.md", b"x", "file-reserved"),
    file("templates", "templates/a.md", b"x", "file-reserved"),
    file("sheets of the theme", "assets/stylesheets/main.svg", svg(""), "file-reserved"),
    file("search", "assets/search/a.svg", svg(""), "file-reserved"),
    file("registry", "glossaire/autre.yml", b"- a\n", "file-registry"),
    file("sheet elsewhere", "plan/a.css", b"a{}", "file-place"),
    file("same address", "plan.md", TOP.encode(), "file-address"),
    file("heavy", "assets/images/lourd.png", PNG + b"\0" * 1_600_000, "file-large"),
    file("false png", "assets/images/a.png", JPEG, "file-content"),
    file("false jpeg", "assets/images/a.jpg", b"<script>", "file-content"),
    file("empty picture", "assets/images/a.webp", b"", "file-content"),
    file("false avif", "assets/images/a.avif", PNG, "file-content"),
    file("wide", "assets/images/a.png", picture("PNG", (12_000, 1)), "image-points"),
    file("author", "assets/images/a.jpg", with_exif(0x013B, "Quelqu’un"), "file-author"),
    file("rights", "assets/images/a.jpg", with_exif(0x8298, "Quelqu’un"), "file-author"),
    file("author of png", "assets/images/a.png", png_text("Author"), "file-author"),
    file("svg script", "assets/images/a.svg", svg("<script>x</script>"), "drawing-holds"),
    file("svg handler", "assets/images/a.svg", svg("", ' onload="x"'), "drawing-holds"),
    file("svg html", "assets/images/a.svg", svg("<foreignObject/>"), "drawing-holds"),
    file("svg link", "assets/images/a.svg", svg('<use href="https://e.org/a.svg#b"/>'), "drawing-holds"),
    file("svg style", "assets/images/a.svg", svg("<style>a{}</style>"), "drawing-holds"),
    file("svg picture", "assets/images/a.svg", svg('<image href="data:x"/>'), "drawing-holds"),
    file("svg fill", "assets/images/a.svg", svg('<path fill="url(https://e.org/a)"/>'), "drawing-holds"),
    file("svg animation", "assets/images/a.svg", svg('<set attributeName="href"/>'), "drawing-holds"),
    file("svg doctype", "assets/images/a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "drawing-holds"),
    file("svg sheet", "assets/images/a.svg", b"<?xml-stylesheet href='a'?>" + svg(""), "drawing-holds"),
    file("svg broken", "assets/images/a.svg", b"<svg", "drawing-broken"),
    file("svg not svg", "assets/images/a.svg", b"<html/>", "drawing-holds"),
    file("svg deep", "assets/images/a.svg", svg("<g>" * 60 + "</g>" * 60), "drawing-holds"),
    file("pdf script", "assets/a.pdf", pdf(b"/OpenAction << /S /JavaScript /JS (x) >>"), "paper-active"),
    file("pdf file", "assets/a.pdf", pdf(b"/Names << /EmbeddedFiles 2 0 R >>"), "paper-active"),
    file("pdf launch", "assets/a.pdf", pdf(b"/A << /S /Launch >>"), "paper-active"),
    file("pdf hidden", "assets/a.pdf", pdf(b"/J#61vaScript (x)"), "paper-active"),
    file("pdf packed", "assets/a.pdf", packed(b"<< /S /JavaScript /JS (x) >>"), "paper-active"),
    file("pdf secret", "assets/a.pdf", pdf(b"/Encrypt 3 0 R"), "paper-active"),
    file("pdf author", "assets/a.pdf", pdf(b"/Author (Quelqu'un)"), "file-author"),
    file("pdf false", "assets/a.pdf", b"<html>", "file-content"),
]  # fmt: skip

BAD = [
    case
    for case in (
        *BAD_BYTES, *BAD_CHARACTERS, *BAD_BOUNDS, *BAD_YAML, *BAD_ROWS, *BAD_MARKUP, *BAD_LINKS,
        *BAD_FILES,
    )
    if case.code
]  # fmt: skip
CODES = {case.code for case in BAD}
