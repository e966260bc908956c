"""JSON-LD read back by pyld, without the network; and the same facts as the page and the data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyld import jsonld

from knowledge_base.views.dataset import objects
from knowledge_base.views.linked_data import TYPES, described, linked_data

VOCABULARY = {"@context": {"@vocab": "https://schema.org/"}}


def expanded(data):
    def loader(_url, _options):
        return {"contextUrl": None, "documentUrl": None, "document": VOCABULARY}

    return jsonld.expand(data, {"documentLoader": loader})[0]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_record_is_read_back(world, locale):
    for page in world.records.values():
        found = expanded(described(world, page, locale))
        assert found["https://schema.org/identifier"] == [{"@value": page.id}]
        assert found["@type"][0].startswith("https://schema.org/")
        assert "@id" not in found  # no invented address


def test_it_says_what_the_data_say(world):
    for record in objects(world, "session"):
        made = described(world, world.records[record["id"]], "fr")
        assert made["name"] == record["title"]
        assert made["startDate"] == record["dates"]["start"]
    law = described(world, world.records["decret-1"], "en")
    assert law["@type"] == "Legislation"
    assert law["translationOfWork"] == {"identifier": "decret-1"}


def test_with_an_address_records_have_absolute_ids(world):
    there = replace(world, settings=replace(world.settings, site_url="https://example.org/v/"))
    page = there.records["premiers-pas"]
    made = described(there, page, "en")
    assert made["@id"] == "https://example.org/v/en/modules/premiers-pas/"
    assert made["translationOfWork"] == {"@id": "https://example.org/v/modules/premiers-pas/"}


def test_nothing_in_it_can_close_the_script(world):
    page = world.records["forages"]
    words = page.source.words.model_copy(update={"title": "</script><b>&"})
    version = replace(page.source, words=words)
    spoilt = replace(page, versions={**page.versions, "fr": version})
    assert "<" not in linked_data(world, spoilt, "fr")
    assert set(TYPES) == {p.kind for p in world.records.values()}
