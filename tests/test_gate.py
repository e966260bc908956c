"""The last gates: the sanitiser after Markdown, and the parser's look at each built file."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from knowledge_base.model.body import Body
from knowledge_base.model.library import Version
from knowledge_base.model.policy import HEADERS, netlify, nginx, policy
from knowledge_base.model.records import Words
from knowledge_base.rendering.citations import CitationExtension
from knowledge_base.rendering.sanitiser import sanitised
from knowledge_base.site_checks import check_site

EXTENSIONS = [
    "admonition", "attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences",
    "pymdownx.highlight", CitationExtension(),
]  # fmt: skip
CONFIGS = {
    "tables": {"use_align_attribute": True},
    "pymdownx.highlight": {"use_pygments": False},
}


def made(text):
    """What the generator would publish of a text, were the checks of the source not there."""
    html = Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS).convert(text)
    words = Words(title="T", summary="S")
    return sanitised(Version("fr", "x.md", words, Body(text), {}, 10), html)


@pytest.mark.parametrize("text, line", [
    ("a\n\n<script>alert(1)</script>", 12), ("<img src=x onerror=alert(1)>", 10), ("*a*{onclick=x}", 10),
    ("[a](javascript:alert(1))", 10), ("[a](JAVA&#83;CRIPT:alert(1))", 10), ("[a](data:text/html,x)", 10),
    ("a\n{: style='x' }", 11), ("### T {.md-overlay}", 10), ("<iframe src=x></iframe>", 10),
    ('!!! note "<b onclick=x>a</b>"\n    b', 10), ("!!! note md-overlay\n    b", 10), ("<!-- a -->", 10),
    ("<form action=x><input></form>", 10), ("a\n\n<style>a{}</style>", 12), ("[TOC]\n\n## A", 10), ("</main>", 10),
    ("<svg/onload=alert(1)>", 10), ("[a][b]\n\n[b]: javascript:x", 12), ("<javascript:alert(1)>", 10),
    ("![a](data:image/png;base64,AAAA)", 10), ("a &#x202e;b", 10), ("*a*{hidden}", 10), ("<x-y>a</x-y>", 10),
    ("``` {.python onclick=x}\na\n```", 10), ("<math><mi xlink:href=x></math>", 10), ("a<br>b<hr/ onclick=x>", 10),
])  # fmt: skip
def test_what_the_sanitiser_takes_out_is_told_at_its_line(text, line):
    clean, problems = made(text)
    assert {p.code for p in problems} & {"markup-removed", "file-character"}
    assert {p.line for p in problems} == {line}
    tree = LexborHTMLParser(clean)
    assert not tree.css("script, iframe, form, style, svg, math, [onclick], [onerror], [style]")
    for node in tree.css("[href], [src]"):
        target = node.attributes.get("href") or node.attributes.get("src") or ""
        assert not target.lower().startswith(("javascript:", "data:"))


PIECES = [
    "<", ">", "/", "script", "img", "svg", " onerror=x", " onclick=", "javascript:", "data:", "[a](", ")", "![", "](",
    "]: ", "{", "}", "{: ", "`", "```", "\n", "\n\n", "    ", "!!! note ", '"', "'", "&#58;", "&lt;", "<!--", "-->", "* ",
    "**", "_", "\\", "# ", "| ", "|-|", "> ", "1. ", "a", " ", "style=", "<a href=", "<math", "]]>", "<![CDATA[", "\t",
]  # fmt: skip


READ = {"alt", "title"}  # texts that are read, and lead nowhere


@example("![javascript:]()")
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_nothing_active_comes_out_of_any_markdown(text):
    clean, _ = made(text)
    tree = LexborHTMLParser(clean)
    for node in tree.root.traverse() if tree.root else ():
        assert node.tag not in {"script", "svg", "math", "iframe", "style", "form"}
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name != "style"
            if name not in READ:
                assert not (value or "").strip().lower().startswith(("javascript:", "data:"))


@pytest.mark.parametrize("text", [
    '## T {#t}\n\na *b* **c** `<d>` [e](https://e.org/?a=b&c=d "f") ![g "h"](i.png)', "a  \nb & c &lt; d &eacute; « e »",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |", "```yaml\na: <b>\n```", "    a <b>", '!!! note "T & « t »"\n    a', "??? tip\n    a",
    "3. a\n4. b\n    - c", "> a\n\n---\n\n<!-- view: plan -->", "<a@b.org> <https://e.org/>", "a[^b-c]", '???+ note "x"\n    y',
    "<!-- view: places kayes -->", "[a](b.md#c) [d](mailto:e@f.org)", "# not <3 but a < b", "\\*a\\* \\<b\\>",
])  # fmt: skip
def test_right_markdown_passes_whole(text):
    assert made(text)[1] == []


@pytest.fixture
def copy(world_site, tmp_path):
    shutil.copytree(world_site, tmp_path / "site")
    return tmp_path / "site"


PAGE = "documents/decret-1/index.html"


@pytest.mark.slow
@pytest.mark.parametrize("put, code", [
    ("<script>alert(1)</script>", "site-script"), ("<script src=https://e.org/a.js></script>", "site-script"),
    ("<script src=../../assets/js/autre.js></script>", "site-script"), ("<img src=x onerror=a>", "site-attribute"),
    ("<p style=color:red>a", "site-attribute"), ("<iframe src=x></iframe>", "site-element"), ("<noscript>a</noscript>", "site-element"),
    ("<a href='java\tscript:alert(1)'>a</a>", "site-attribute"), ("<a href=data:text/html,x>a</a>", "site-attribute"),
    ("<form action=https://e.org/><input></form>", "site-attribute"), ("<button formaction=x>a</button>", "site-attribute"),
    ("<link rel=icon href=data:text/html,x>", "site-attribute"), ("<img src='data:image/png;base64,AAAA'>", "site-attribute"),
    ("<base href=x>", "site-element"), ("<main>a</main>", "site-frame"), ("<p id=results>a", "site-id"), ("<p id=__config>a", "site-id"),
    ("<meta http-equiv=refresh content=0>", "site-attribute"), ("<object data=x></object>", "site-element"),
    ("<svg><script>a</script></svg>", "site-script"), ("<svg><use href=https://e.org/#a /></svg>", "site-attribute"),
    ("<img srcset='https://e.org/a 1x'>", "site-attribute"), ("<link rel=stylesheet href=//e.org/a.css>", "site-attribute"),
    ("<script type=application/ld+json>{a}</script>", "site-script"), ("<template>a</template>", "site-element"),
    ("<math><mi>a</mi></math>", "site-element"), ("<style>a{}</style>", "site-element"), ("<video src=x></video>", "site-element"),
    ("<a href=x ping=https://e.org>a</a>", "site-attribute"), ("<svg onload=a></svg>", "site-attribute"),
    ("<svg><foreignObject></foreignObject></svg>", "site-element"), ("<a href='vbscript:a'>a</a>", "site-attribute"),
])  # fmt: skip
def test_the_gate_finds_what_no_page_of_the_site_holds(world, copy, put, code):
    path = copy / PAGE
    path.write_text(path.read_text("utf-8").replace("</article>", f"{put}</article>", 1), "utf-8")
    found = [p for p in check_site(world, copy) if p.uri == PAGE]
    assert code in {p.code for p in found}


@pytest.mark.slow
@pytest.mark.parametrize("uri, content, code", [
    ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', "drawing-holds"), ("a.json", "{", "site-file"),
    ("feed.xml", "<a", "site-file"), ("feed.xml", "<a><script/></a>", "site-script"), ("assets/js/autre.js", "a", "site-script"),
    ("assets/search/fr/head.js", "alert(1)", "site-file"), ("assets/css/a.css", "@import 'b'", "site-request"),
    ("assets/css/a.css", "a{background:url(https://e.org/a)}", "site-request"), ("sw.js", "a", "site-script"),
    ("CNAME", "e.org", "site-file"), ("a.exe", "MZ", "site-file"), ("a.html", "<html><head></head><main></main>", "site-policy"),
])  # fmt: skip
def test_the_gate_looks_at_every_file(world, copy, uri, content, code):
    (copy / uri).parent.mkdir(parents=True, exist_ok=True)
    (copy / uri).write_text(content, "utf-8")
    assert code in {p.code for p in check_site(world, copy)}


@pytest.mark.slow
def test_the_gate_tells_the_line_of_the_source(world, copy):
    path = copy / "institutions/one/index.html"
    path.write_text(
        path.read_text("utf-8").replace("</article>", '<p id="objet">a</article>'), "utf-8"
    )
    found = [p for p in check_site(world, copy) if p.code == "site-id"]
    assert [p.value("place") for p in found] == [" (docs/institutions/one.md:15)"]


@pytest.mark.slow
def test_titles_that_look_like_html_stay_text(spoilt, tmp_path):
    from conftest import EPOCH, build

    root = spoilt()
    page = root / "docs" / "a-propos.md"
    hostile = '"</title><script>alert(x)</script><b> & « x » {{ config }}"'
    text = page.read_text("utf-8").replace("title: À propos", f"title: {hostile}")
    page.write_text(
        text.replace("summary: À propos", "summary: '\"><img src=x onerror=a>' #"), "utf-8"
    )
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH, SITE_URL="https://example.org/")
    assert done.returncode == 0, done.stderr
    for file in (tmp_path / "site").rglob("*.html"):
        assert "<script>alert" not in file.read_text("utf-8"), file
        assert "<img src=x" not in file.read_text("utf-8"), file
    for file in (tmp_path / "site").rglob("*.json"):
        json.loads(file.read_text("utf-8"))


def test_the_policy_allows_nothing_inline_and_the_files_for_servers_say_it():
    said = policy(["a{}"], ["b()"])
    assert "unsafe" not in said
    assert "default-src 'none'" in said
    # printf 'a{}' | openssl dgst -sha256 -binary | base64
    assert "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='" in said
    assert "script-src 'self' 'sha256-" in said
    assert "style-src 'self';" in policy([])
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]
    assert (ROOT / "deploy" / "nginx-headers.conf").read_text("utf-8") == nginx()
    assert netlify().startswith("/*\n  Content-Security-Policy: ")


def test_the_headers_earn_the_observatorys_best_grade(world_policy):
    """The rules of MDN's HTTP Observatory that decide the grade; 100 and more is A+."""
    both = f"{world_policy}; {HEADERS['Content-Security-Policy']}"
    said = HEADERS["Strict-Transport-Security"]
    age = re.search(r"max-age=([0-9]+)", said)
    earned = {
        "csp": 10 if "default-src 'none'" in both and "unsafe" not in both else -25,
        "framing": 5 if "frame-ancestors 'none'" in both else -20,
        "referrer": 5 if HEADERS["Referrer-Policy"] in PRIVATE else -5,
        "resource": 10 if HEADERS["Cross-Origin-Resource-Policy"] == "same-origin" else 0,
        "https": 0 if age and int(age[1]) >= 15_768_000 else -20,
        "type": 0 if HEADERS["X-Content-Type-Options"] == "nosniff" else -5,
        "sharing": 0 if "Access-Control-Allow-Origin" not in HEADERS else -50,
        "cookies": 0 if "Set-Cookie" not in HEADERS else -40,
    }
    assert 100 + sum(earned.values()) == 130, earned


PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


@pytest.fixture
def world_policy():
    return policy(["a{}"], ["b()"])


@pytest.mark.slow
def test_a_body_that_begins_like_metadata_loses_nothing(spoilt, tmp_path):
    from conftest import EPOCH, build

    root = spoilt()
    page = root / "docs" / "a-propos.md"
    text = page.read_text("utf-8").replace(
        "---\n\n## ", "---\ntemplate: redirect.html\nlocation: ailleurs\n\n## ", 1
    )
    page.write_text(text, "utf-8")
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    assert "location: ailleurs" in (tmp_path / "site" / "a-propos" / "index.html").read_text(
        "utf-8"
    )


@pytest.mark.slow
def test_all_that_is_odd_but_right_builds_on_one_page(spoilt, tmp_path):
    from conftest import EPOCH, build
    from hostile.cases import TOP
    from hostile.odd import FALLBACK, MARKUP, WRITINGS

    root = spoilt()
    alone = {"heading deep", "setext", "id", "id colon", "view"}
    texts = [*WRITINGS.values(), *(text for name, text in MARKUP.items() if name not in alone)]
    body = "\n\n".join(f"Texte.\n\n{text}" for text in texts)
    top = TOP.replace("---\n\n", FALLBACK + "---\n\n")
    (root / "docs" / "a-propos.md").write_text(f"{top}{body}\n", "utf-8")
    (root / "docs" / "a-propos.en.md").unlink()
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "a-propos" / "index.html").read_text("utf-8")
    for text in ("ߒߞߏ", "الأمن", "Ɛ ɛ Ɔ ɔ", "&lt;script&gt;", "👨\u200d👩\u200d👧"):
        assert text in page
