"""Nothing about private persons: no numbers, no private mail, no lists of who came (rule 18).

How to reach a function stands in the field `contact`, which these checks leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge_base.model.library import Library, Version
from knowledge_base.problem import Problem, error

GAP = "[ .\u00a0\u202f-]"
PHONE = re.compile(
    rf"(?<![\d/#=-])(?:(?:\+|00)\d{{1,3}}{GAP}?)?\(?\d{{2}}\)?(?:{GAP}\d{{2}}){{3,4}}(?![\d/-])"
    r"|(?<!\w)\+\d{8,14}\b"
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ROLES = re.compile(
    r"^(contact|info|infos|secretariat|bureau|presse|press|communication|accueil|webmaster|office)\b"
)
PRIVATE = re.compile(r"@(gmail|yahoo|hotmail|outlook|live|icloud|protonmail|proton|orange)\.")
LIST_TITLE = re.compile(
    r"(liste|feuille)\s+(nominative\s+)?(des?\s+)?(participant|présent|presence|présence|signataire)"
    r"|(list of|attendance)\s*(participants|list|sheet|attendees)|attendees",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"^\s*(?:[-*+]|\d+[.)]|\|)\s*(?:(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)?"
    r"[A-ZÀ-Ý][a-zà-ÿ’'-]+(?:\s+[A-ZÀ-Ý][a-zà-ÿ’'-]+)*\s+[A-ZÀ-Ý]{3,}\b"
    r"|^\s*(?:[-*+]|\d+[.)]|\|)\s*(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?)\s+[A-ZÀ-Ý]"
)
MANY = 3


def no_phone_numbers(library: Library) -> Iterator[Problem]:
    """The prose and the summary hold nothing that looks like a telephone number."""
    for _, version in library.versions():
        for line, text in _texts(version):
            match = PHONE.search(text)
            if match:
                yield error(version.uri, line, "private-phone", found=match.group().strip())


def no_private_addresses(library: Library) -> Iterator[Problem]:
    """The prose holds no private e-mail address."""
    for _, version in library.versions():
        for line, text in _texts(version):
            for found in MAIL.findall(text):
                if PRIVATE.search(found) or not ROLES.match(found):
                    yield error(version.uri, line, "private-email", found=found)


def no_lists_of_participants(library: Library) -> Iterator[Problem]:
    """The prose does not list the people who came."""
    for _, version in library.versions():
        lines = version.body.markdown.split("\n")
        offset = version.first_line
        people = [n for n, text in enumerate(lines) if PERSON.match(text)]
        run = next((n for n in people if all(n + k in people for k in range(MANY))), None)
        title = next((n for n, text in enumerate(lines) if _announces(lines, n, text)), None)
        found = run if run is not None else title
        if found is not None:
            yield error(version.uri, offset + found, "participants-named")


def _announces(lines: list[str], number: int, text: str) -> bool:
    """A title or a lead-in that announces a list of people, with a list or a table under it."""
    if not LIST_TITLE.search(text):
        return False
    below = [line for line in lines[number + 1 :] if line.strip()][:2]
    return any(line.lstrip().startswith(("-", "*", "+", "|", "1.")) for line in below)


def _texts(version: Version) -> Iterator[tuple[int, str]]:
    yield version.line("summary"), version.words.summary
    for passage in version.body.passages:
        yield passage.line, passage.text
    for link in version.body.links:
        if link.target.startswith(("mailto:", "tel:")):
            yield link.line, link.target.partition(":")[2]
