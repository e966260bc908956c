"""One folding of words, to compare them: case, accents, ligatures, elision, plurals."""

from __future__ import annotations

import re
import unicodedata

ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
WORD = re.compile(r"[a-z0-9]+")
SHORT = 4


def plain(text: str) -> str:
    """Lower-case letters without accents, ligatures or elision."""
    text = ELISION.sub(" ", text.translate(LIGATURES))
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def singular(word: str) -> str:
    """The word without a plural's ending, in French and in English alike; `y` is as `ie`."""
    if len(word) < SHORT or word.isdigit():
        return word
    word = word[:-1] if word[-1] in "sx" and not word.endswith("ss") else word
    return word[:-1] + "ie" if word.endswith("y") else word


def fold(text: str) -> str:
    """The words of a text, folded, with one space between."""
    return " ".join(singular(word) for word in WORD.findall(plain(text)))
