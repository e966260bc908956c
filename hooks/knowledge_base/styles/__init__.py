"""The style sheets of the theme and of the site as one, and what each page needs of it."""

from __future__ import annotations

from knowledge_base.styles.sheet import Sheet, without
from knowledge_base.styles.words import STATES, Words, words_of_page, words_of_script

__all__ = ["STATES", "Sheet", "Words", "without", "words_of_page", "words_of_script"]
