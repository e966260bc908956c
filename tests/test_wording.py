"""Dates, numbers and spaces, as each language prints them."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from knowledge_base.checks.parity import numbers
from knowledge_base.model.address import path_of, relative
from knowledge_base.model.edtf import parse
from knowledge_base.model.folding import fold
from knowledge_base.wording import FOLDER, missing, wording
from knowledge_base.wording.typography import typeset

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize("written, french, english", [
    ("2024-03-01", "1er mars 2024", "1 March 2024"),
    ("2024-03-02", "2 mars 2024", "2 March 2024"),
    ("2024-03", "mars 2024", "March 2024"),
    ("2024", "2024", "2024"),
    ("2022-12~", "vers décembre 2022", "about December 2022"),
    ("2021-01-18~", "vers le 18 janvier 2021", "about 18 January 2021"),
    ("2019/2021", "entre 2019 et 2021", "between 2019 and 2021"),
    ("../2022-01", "janvier 2022 au plus tard", "January 2022 or earlier"),
    ("2013/..", "2013 ou après", "2013 or later"),
])  # fmt: skip
def test_dates(written, french, english):
    assert wording("fr").date(parse(written)) == french
    assert wording("en").date(parse(written)) == english


@pytest.mark.parametrize("start, end, french, english", [
    ("2024-02-29", "2024-03-01", "du 29 février au 1er mars 2024", "29 February–1 March 2024"),
    ("2023-04-04", "2023-04-12", "du 4 au 12 avril 2023", "4–12 April 2023"),
    ("2024-07-06", "2024-07-07", "6 et 7 juillet 2024", "6–7 July 2024"),
    ("2021-01-18~", "2021-01-19", "18 et 19 janvier 2021 environ", "about 18–19 January 2021"),
    ("2022", "2024", "2022-2024", "2022–2024"),
    ("2023-12-30", "2024-01-02", "du 30 décembre 2023 au 2 janvier 2024", "30 December 2023 to 2 January 2024"),
])  # fmt: skip
def test_periods(start, end, french, english):
    assert wording("fr").span(parse(start), parse(end)) == french
    assert wording("en").span(parse(start), parse(end)) == english


@pytest.mark.parametrize("written, french, english", [
    ("2025-06-04", "état au 4 juin 2025", "as of 4 June 2025"),
    ("2025-08", "état en août 2025", "as of August 2025"),
    ("2024~", "état vers 2024", "as of about 2024"),
])  # fmt: skip
def test_a_status_holds_for_its_date(written, french, english):
    assert wording("fr").as_of(parse(written)) == french
    assert wording("en").as_of(parse(written)) == english


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-02-30", "mars 2024", "../..", "2024/2023", "0000", ""]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - every message will do
        parse(text)


@pytest.mark.parametrize("text, set_", [
    ("« oui »", f"«{NARROW}oui{NARROW}»"),
    ("Quoi ?", f"Quoi{NARROW}?"),
    ("ceci : cela", f"ceci{WIDE}: cela"),
    ("l'État", "l’État"),
    ("1 500 puits, 57 %", f"1{NARROW}500 puits, 57{NARROW}%"),
    ("n°2022-0208", f"n°{WIDE}2022-0208"),
    ("à 12:30", "à 12:30"),
])  # fmt: skip
def test_french_typography(text, set_):
    assert typeset(text, "fr") == set_
    assert typeset(typeset(text, "fr"), "fr") == set_


def test_numbers_have_their_languages_groups():
    assert wording("fr").number(1500) == f"1{NARROW}500"
    assert wording("en").number(1500) == "1,500"


@pytest.mark.parametrize("french, english", [
    ("1 500 le 1er mars 2024", "1,500 on 1 March 2024"),
    ("157,524 milliards", "157.524 billion"),
    ("2022-2024 et n°2022-0208", "2022–2024 and No. 2022-0208"),
    ("les 6 et 7 juillet", "6 and 7 July"),
])  # fmt: skip
def test_the_same_numbers_are_the_same_whatever_their_format(french, english):
    assert set(numbers(french, "fr")) == set(numbers(english, "en"))


def test_different_numbers_differ():
    assert set(numbers("1 500", "fr")) != set(numbers("1,600", "en"))
    assert set(numbers("1er mars 2024", "fr")) != set(numbers("1 May 2024", "en"))


@pytest.mark.parametrize("one, other", [
    ("L’appropriation", "appropriation"), ("Stratégies", "strategie"), ("cœur", "coeur"),
    ("SN-RSS", "sn rss"), ("committees", "committee"),
])  # fmt: skip
def test_folding(one, other):
    assert fold(one) == fold(other)


def test_no_language_lacks_a_label():
    assert list(missing("en")) == []
    assert list(missing("fr", "en")) == []


@pytest.mark.parametrize("target, here, link", [
    ("sessions/x/", "institutions/y/", "../../sessions/x/"),
    ("en/sessions/x/", "sessions/x/", "../../en/sessions/x/"),
    ("", "en/", "../"), ("en/", "", "en/"), ("", "", "./"),
    ("glossaire/#rss", "glossaire/", "#rss"), ("glossaire/#rss", "", "glossaire/#rss"),
])  # fmt: skip
def test_links_work_from_any_path(target, here, link):
    assert relative(target, here) == link


def test_addresses_are_the_same_in_both_languages():
    assert path_of("index.md", "fr", "fr") == ""
    assert path_of("index.md", "en", "fr") == "en/"
    assert path_of("sessions/x.md", "en", "fr") == "en/sessions/x/"
    assert path_of("plan/index.md", "fr", "fr") == "plan/"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_no_label_is_given_twice(path):
    """YAML itself keeps the last and says nothing."""
    mappings = [yaml.compose(path.read_text("utf-8"))]
    twice = []
    for node in mappings:
        names = Counter(key.value for key, _ in node.value)
        twice += [name for name, times in names.items() if times > 1]
        mappings += [value for _, value in node.value if isinstance(value, yaml.MappingNode)]
    assert twice == []
