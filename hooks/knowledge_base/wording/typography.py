"""The spaces and apostrophes each language's printers use, put in by one hand.

French: a narrow no-break space (U+202F) before ; ! ? and inside « », a no-break space before :,
and curly apostrophes (Imprimerie nationale, « Lexique des règles typographiques »).
"""

from __future__ import annotations

import re

NARROW = "\u202f"
WIDE = "\u00a0"
SPACE = "[ \u00a0\u202f]"
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
FRENCH = (
    (re.compile(rf"«{SPACE}*"), f"«{NARROW}"),
    (re.compile(rf"{SPACE}*»"), f"{NARROW}»"),
    (re.compile(rf"{SPACE}+([;!?])(?=\s|$|[)»\]…])"), rf"{NARROW}\1"),
    (re.compile(rf"{SPACE}+:(?=\s|$)"), f"{WIDE}:"),
    (re.compile(rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))"), NARROW),
    (re.compile(rf"(?<=\d){SPACE}(?=%)"), NARROW),
    (re.compile(r"\b(n°|art\.) ?(?=\d)", re.IGNORECASE), rf"\1{WIDE}"),
)


def typeset(text: str, locale: str) -> str:
    """The same text with its language's spaces; languages without rules are left alone."""
    text = APOSTROPHE.sub("’", text)
    if locale == "fr":
        for pattern, replacement in FRENCH:
            text = pattern.sub(replacement, text)
    return text
