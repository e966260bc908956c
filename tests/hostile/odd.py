"""Odd but right: what looks wrong to a careless gate, and must build."""

from __future__ import annotations

from hostile.cases import PAGE, TOP, Case, file, front, pdf, picture, prose, source, svg

FALLBACK = "fallback: {reason: à traduire, until: 2026-06-01}\n"


def added(name: str, **values: str) -> Case:
    """A further row in the registry of sources."""
    row = source(name, "", **values).content
    return file(
        f"source {name}", "sources/sources.yml", lambda p: p.write_bytes(p.read_bytes() + row)
    )


WRITINGS = {
    "bambara": "Ɛ ɛ Ɔ ɔ Ɲ ɲ Ŋ ŋ, kɛ́lɛ̀, ɲɔgɔn.", "nko": "ߒߞߏ ߞߊ߲ ߛߓߍߛߎ߲", "arabic": "الأمن والعدالة في مالي",
    "arabic joined": "می\u200cخواهم", "tifinagh": "ⵜⴰⵎⴰⵣⵉⵖⵜ", "fula": "Fulfulde ɓ ɗ ƴ ŋ", "songhay": "Soŋay",
    "adlam": "𞤆𞤵𞤤𞤢𞤪", "emoji family": "👨\u200d👩\u200d👧", "emoji skin": "👍🏿", "keycap": "1\ufe0f\u20e3",
    "flag": "🇲🇱", "heart": "❤\ufe0f", "narrow space": "«\u202foui\u202f» et 1\u202f500",
    "wide space": "Quoi\u00a0: ceci", "decomposed": "re\u0301forme", "greek": "Ελλάδα", "chinese": "改革",
    "combining tones": "à\u0301 é\u0300", "quotes": "« l’État “dit” ‘oui’ » — non – si…", "ligature": "œuvre ﬁn",
    "arrows": "→ ↔ ≤ ≠ × ÷ ± µ § ¶ † ‡", "money": "5 000 F CFA, 3 €, £2, $1", "zwj devanagari": "क्\u200dष",
    "arabic mark": "مالي\u200f (RSS)", "hebrew": "שלום", "superscript": "1ᵉʳ 2ᵉ m²", "roman": "XIVᵉ siècle",
}  # fmt: skip
MARKUP = {
    "less": "a < b et c > d", "less number": "moins de <3 ans", "arrow": "a -> b <- c => d", "heart": "<3",
    "less letter": "si x<y alors", "ampersand": "R&D, A & B, AT&T", "entity": "&lt;script&gt; et &amp; et &eacute;",
    "code tag": "La balise `<script>` est refusée.", "code macro": "Le code `{{ config }}` se lit.",
    "code double": "Le signe `` ` `` et ``<b>``.", "fence tag": "```html\n<script>alert(1)</script>\n```",
    "fence tilde": "~~~\n<b>\n~~~", "fence long": "````\n```\n<b>\n````", "fence in list": "- un\n\n    ```\n    <b>\n    ```",
    "fence language": "```c++\nint a;\n```", "braces": "Un ensemble (de {a, b} par exemple) existe.",
    "escaped": "\\*pas italique\\* \\[pas un lien\\] 1\\. \\# \\_", "id": "### Titre {#autre-titre}",
    "id colon": "### Titre {: #autre-titre }", "autolink": "Voir <https://example.org/a?b=c&d=e#f>.",
    "query link": "[a](https://example.org/?q=javascript:alert)", "port": "[a](https://example.org:8080/x)",
    "percent": "[a](https://example.org/%C3%A9t%C3%A9)", "unicode link": "[a](https://fr.wikipedia.org/wiki/Réforme)",
    "brackets in link": "[a](https://example.org/a_(b))", "title": '[a](https://example.org/ "Titre « ici »")',
    "telephone word": "Voir [le plan](plan/index.md).", "reference": "[a][b]\n\n[b]: https://example.org/",
    "mail": "[Écrire](mailto:contact@example.org)", "table": "| a | b |\n|:--|--:|\n| 1 | `x|y` |",
    "table escaped": "| a |\n|---|\n| b \\| c |", "quote": "> Un\n>\n> > Deux", "rule": "a\n\n---\n\nb", "rule stars": "***",
    "nested list": "- a\n    - b\n        - c\n            - d", "ordered": "3. a\n4. b", "task like": "- [ ] a",
    "box": '!!! warning "Titre : l’essentiel"\n    Texte.', "box folded": '??? note "Plus"\n    Texte.',
    "box open": '???+ tip "Plus"\n    Texte.', "box without title": '!!! note ""\n    Texte.',
    "view": "<!-- view: plan -->", "hard break": "a  \nb\\\nc", "strong": "***a*** __b__ *c*", "percent sign": "50 % {de} tout",
    "dollar": "Entre $5 et $10.", "colon": "Note : ceci :: cela", "equals": "a === b", "dashes": "-- tiret -- et -8-",
    "hash": "# de diese\\n".replace("# ", "n# "), "url text": "example.org/a_b_c et www.example.org", "many stars": "* a\n* b\n* c\n",
    "long word": "anticonstitutionnellement" * 10, "bracket": "[sic], [...] et [non]", "paren": "(a (b (c)))",
    "footnote": "Texte.[^gazette-2020]", "heading deep": "#### Quatre", "setext": "Titre {#autre-titre}\n-----", "html words": "HTML, script, javascript:",
    "underscores": "un_nom_de_fichier.md", "tilde": "environ ~5", "caret": "2^10", "backslash": "C:\\dossier", "at": "@mention",
}  # fmt: skip
FRONT = {
    "colon in quotes": 'aliases: ["12:30"]', "time": "aliases: [12:30]", "octal": "aliases: [0123]",
    "decimal": "aliases: [1.10]", "no": "aliases: [no, oui, on, off, y, n]", "date": "aliases: [2024-02-30]",
    "exponent": "aliases: [1e3, 0x1F, 1_000, .inf]", "folded": "aliases:\n  - >-\n    Un\n    texte", "literal": "aliases:\n  - |\n    Un",
    "comment": "aliases: [a]  # un commentaire", "quotes": "aliases: ['l''État', \"dit \\\"oui\\\"\"]", "empty list": "aliases: []",
    "emoji": "aliases: [🇲🇱]", "html": "aliases: ['<script>alert(1)</script>']", "macro": "aliases: ['{{ x }}']",
    "indent": "aliases:\n- a\n- b", "flow lines": "aliases: [a,\n  b]", "quoted key": '"aliases": [a]', "null like": "aliases: ['null', '~']",
    "hash in text": "aliases: ['a # b']", "star": "aliases: ['*a', '&b', '!c', '@d', '`e`']", "long key": "reviewed_on: 2025-12-01",
}  # fmt: skip
ODD = [
    *(prose(name, text) for name, text in WRITINGS.items()),
    *(prose(name, text) for name, text in MARKUP.items()),
    *(front(name, text) for name, text in FRONT.items()),
    Case("mark of order", PAGE, b"\xef\xbb\xbf" + (TOP + "Texte.\n").encode()),
    Case("windows lines", PAGE, (TOP + "Texte.\n").replace("\n", "\r\n").encode()),
    Case("no last line feed", PAGE, (TOP + "Texte.").encode()),
    Case("spaces after the rule", PAGE, (TOP + "Texte.\n").replace("---\n", "---  \n").encode()),
    Case("nothing but a heading", PAGE, TOP.encode()),
    Case("blank lines", PAGE, (TOP + "\n\n\n\nTexte.\n\n\n").encode()),
    Case("line of 3,900", PAGE, (TOP + "mot " * 975 + "\n").encode()),
    Case("rules in the body", PAGE, (TOP + "a\n\n---\n\ntitle: b\n\n---\n").encode()),
    Case("title looks like html", PAGE, (TOP + "T\n").replace("À propos", "A <b> & c", 1).encode()),
    Case("title looks like a number", PAGE, (TOP + "T\n").replace("À propos", "2024", 1).encode()),
    Case("title in quotes", PAGE, (TOP + "T\n").replace("À propos", '"A: b"', 1).encode()),
    added("port", url="https://example.org:8443/a"),
    added("archive", url="https://web.archive.org/web/2024/https://a.org/"),
    added("accents", url="https://example.org/été?q=l’eau"),
    added("http", url="http://example.org"),
    added("bambara", language="bm"),
    file("png", "assets/images/a.png", picture("PNG")),
    file("jpeg", "assets/images/a.jpeg", picture("JPEG")),
    file("webp", "assets/images/a.webp", picture("WEBP")),
    file("avif", "assets/images/a.avif", picture("AVIF")),
    file("picture beside a page", "plan/carte.png", picture("PNG", (300, 200))),
    file("svg", "assets/images/a.svg", svg('<title>É</title><g fill="none"><path d="M0 0"/></g>')),
    file("svg use", "assets/images/a.svg", svg('<defs><path id="a"/></defs><use href="#a"/>')),
    file("svg gradient", "assets/images/a.svg", svg('<path fill="url(#a)"/>', ' viewBox="0 0 1 1"')),
    file("svg head", "assets/images/a.svg", b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg("")),
    file("pdf", "assets/a.pdf", pdf(b"/Lang (fr) /Title (Un titre)")),
    file("git keep", "plan/.gitkeep", b""),
    file("finder", ".DS_Store", b"\0\0\0\1Bud1"),
    file("empty folder kept", "assets/plans/.gitkeep", b""),
    file("digits", "2024.md", TOP.replace("---\n\n", FALLBACK + "---\n\n").encode()),
    file("sheet", "assets/css/autre.css", b"a{color:red}"),
]  # fmt: skip
