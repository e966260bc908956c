"""One folding of words, to compare them: case, accents, ligatures, elision, plurals.

`docs/assets/js/search.js` folds what a reader types in the same way; `tests/search/folding.yml`
holds both to it.
"""

from __future__ import annotations

import re
import unicodedata

ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]", re.IGNORECASE)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
WORD = re.compile(r"[a-z0-9]+")
COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
FIRST = re.compile(r"^(\d+)(?:er|ere|e|st|nd|rd|th)$")
SHORT = 4


def plain(text: str) -> str:
    """Lower-case letters without accents, ligatures or elision."""
    text = ELISION.sub(" ", text.translate(LIGATURES))
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def singular(word: str) -> str:
    """The word without a plural's ending, in French and in English alike; `y` is as `ie`.

    Numbers lose what ordinals add and leading zeros: `1er` is `1`, `0208` is `208`.
    """
    if word[0].isdigit():
        return FIRST.sub(r"\1", word).lstrip("0") or "0"
    if len(word) < SHORT:
        return word
    word = word[:-1] if word[-1] in "sx" and not word.endswith("ss") else word
    return word[:-1] + "ie" if word.endswith("y") else word


def fold(text: str) -> str:
    """The words of a text, folded, with one space between."""
    return " ".join(singular(word) for word in WORD.findall(plain(text)))


def joined(text: str) -> str:
    """The same text with the hyphens inside words taken out: `SN-RSS` is `SNRSS`."""
    return COMPOUND.sub(lambda match: re.sub("[-‐‑]", "", match.group()), text)
