"""Odd but right: what looks wrong to a careless gate, and must build."""

from __future__ import annotations

from hostile.cases import PAGE, TOP, Case, file, front, pdf, picture, prose, source, svg
from hostile.media import PLAIN

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
    "nko tones": "ߞߊ߬ߙߊ߲߬ߘߊ ߊ߬ ߞߍ߫ ߁߂߃", "arabic vowels": "بِسْمِ ٱللَّهِ", "arabic stretched": "مـــالي ٢٠٢٤؟", "ajami": "ڧُلْڧُلْدٜ", "right to left inside": "Le mot الأمن (sécurité) vient ici.",
    "tamasheq": "Tămašăqq ə ɣ ḍ ḷ ṣ", "vai": "ꕙꔤ", "bamum": "ꚠꚡ", "ethiopic": "አማርኛ", "emoji judge": "👩🏾‍⚖️ 🏳️‍🌈", "emoji as text": "☎︎ ⚖︎",
    "hyphen that holds": "porte‑parole", "spaces of all widths": "1 500 500 000 F", "letters alike": "m² m³ x⁴ CO₂ ½ 1⁄2 № ℃", "modifier apostrophe": "lʼÉtat", "turkish": "İ ı Łódź",
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
    "set of letters": "Un ensemble {a, b}", "set of numbers": "On note {1, 2, 3}", "escaped braces": "Un \\{a\\} et \\{\\{ b \\}\\}",
    "link in angles": "[a](<plan/index.md>)", "code set in": "Ainsi :\n\n    <b>gras</b> {{ x }} &lt;\n    <script>\n",
    "code set in by a tab": "Ainsi :\n\n\t<b>gras</b>", "wide table": "|" + " a |" * 12 + "\n|" + "---|" * 12 + "\n|" + " 1 |" * 12,
    "table without edges": "a | b\n--|--\n1 | 2", "uneven table": "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
    "table of empty cells": "| a | b |\n|---|---|\n|   | 2 |", "long table": "| a | b |\n|---|---|\n" + "| c | d |\n" * 200,
    "table in a box": "!!! note\n    | a |\n    |---|\n    | b |", "list of seven levels": "\n".join("  " * n + "- a" for n in range(7)),
    "list then code": "- a\n\n    ```\n    <b>\n    ```", "ordered by brackets": "1) a\n2) b", "year that begins a line": "En\n2024. Le plan.",
    "quote of code": "> ```\n> a\n> ```", "lazy quote": "> a\nb", "box in a box": "!!! note\n    a\n\n    !!! tip\n        b",
    "box with code": "!!! note\n    ```\n    <b>\n    ```", "fence of four": "````markdown\n```\n## T\n```\n````",
    "fence of front matter": "```yaml\n---\ntitle: x\n---\n```", "fence of a box": "```\n!!! foo\n    a\n```", "long line of code": "```\n" + "x" * 3000 + "\n```",
    "code over two lines": "`a\nb`", "link with a picture": "[![a](assets/images/icon.svg)](plan/index.md)", "link over two lines": "[a\nb](plan/index.md)",
    "numbered address": "[a](http://192.0.2.1/)", "address of six": "[a](http://[2001:db8::1]/)", "letters of all": "[a](https://réforme.example.org/)",
    "at in a path": "[a](https://example.org/@user)", "archived": "[a](https://web.archive.org/web/2024*/http://example.org)",
    "subject": "[a](mailto:contact@example.org?subject=Bonjour%20à%20tous)", "upper address": "[a](HTTPS://EXAMPLE.ORG/)", "long address": "[a](https://example.org/" + "a" * 1500 + ")",
    "path of windows": "C:\\Users\\a et /etc/passwd", "word of a query": "Robert'); DROP TABLE--", "word of a handler": 'onclick=alert(1) style="x"', "law": "Loi 15-047, S/RES/2100 (2013), ISBN 978-2-7654-1005-4",
    "hour": "de 8 h 30 à 12 h 05, 2024-03-01T12:30:00Z", "coordinates": "12.65, -8.0", "drawn by letters": "```\n├── a\n└── b\n```", "doi": "[a](https://doi.org/10.1000/xyz123)",
    "titles alike": "### A\n\n### A", "title of signs": "### « Pourquoi ? » : l’État & co.", "title of code": "### `kb check`", "title of arabic": "### الأمن",
    "question in a fold": '??? question "Pourquoi ?"\n    a', "citation twice": "a[^gazette-2020][^journal-2021]", "citation in a table": "| a |\n|---|\n| b[^gazette-2020] |",
    "underscores": "un_nom_de_fichier.md", "tilde": "environ ~5", "caret": "2^10", "backslash": "C:\\dossier", "at": "@mention",
}  # fmt: skip
FRONT = {
    "colon in quotes": 'aliases: ["12:30"]', "time": "aliases: [12:30]", "octal": "aliases: [0123]",
    "decimal": "aliases: [1.10]", "no": "aliases: [no, oui, on, off, y, n]", "date": "aliases: [2024-02-30]",
    "exponent": "aliases: [1e3, 0x1F, 1_000, .inf]", "folded": "aliases:\n  - >-\n    Un\n    texte", "literal": "aliases:\n  - |\n    Un",
    "comment": "aliases: [a]  # un commentaire", "quotes": "aliases: ['l''État', \"dit \\\"oui\\\"\"]", "empty list": "aliases: []",
    "emoji": "aliases: [🇲🇱]", "html": "aliases: ['<script>alert(1)</script>']", "macro": "aliases: ['{{ x }}']",
    "indent": "aliases:\n- a\n- b", "flow lines": "aliases: [a,\n  b]", "quoted key": '"aliases": [a]', "null like": "aliases: ['null', '~']",
    "hash in text": "aliases: ['a # b']", "minus": "aliases: ['- tiret', '– tiret', '1+1=2', 'a@b']", "star": "aliases: ['*a', '&b', '!c', '`e`']", "long key": "reviewed_on: 2025-12-01",
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
    file("page of another folder", "annexes/a/index.md", TOP.replace("---\n\n", FALLBACK + "---\n\n").encode()),
    file("word that YAML knows", "null.md", TOP.replace("---\n\n", FALLBACK + "---\n\n").encode()),
    *PLAIN,
]  # fmt: skip
