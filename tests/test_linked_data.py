"""JSON-LD read back by rdflib, without the network; and the same facts as the page and the data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rdflib import RDF, SDO, Graph, Literal, URIRef

from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.views.dataset import PLURALS, objects
from knowledge_base.views.linked_data import TYPES, described, linked_data

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's
VOCABULARY = {"@vocab": str(SDO)}
HERE = "https://example.org/v/"


def graph(made) -> Graph:
    """What rdflib understands; the context is that of schema.org without what it fetches."""
    assert made["@context"] == "https://schema.org"
    return Graph().parse(
        data=json.dumps({**made, "@context": VOCABULARY}), format="json-ld", publicID=HERE
    )


def unknown(found: Graph) -> set[str]:
    """Types and properties that the vocabulary has not, by rdflib's own list of its terms."""
    used = {str(p) for p in found.predicates() if p != RDF.type}
    used |= {str(kind) for kind in found.objects(None, RDF.type)}
    return {name for name in used if name not in SDO}


def there(world):
    return replace(world, settings=replace(world.settings, site_url=HERE))


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("site", [lambda world: world, there])
def test_each_page_is_read_back_in_words_that_schema_org_has(world, locale, site):
    library = site(world)
    for page in library.pages:
        found = graph(json.loads(linked_data(library, page, locale)))
        assert len(found) > 1, page.uri
        assert unknown(found) == set(), page.uri


def test_a_word_that_schema_org_has_not_is_found_out():
    made = {"@context": "https://schema.org", "@type": "Thingy", "naem": "x"}
    assert unknown(graph(made)) == {f"{SDO}Thingy", f"{SDO}naem"}


def test_every_kind_of_the_vocabulary_that_readers_look_for_is_there(world):
    library, types = there(world), set()
    for page in library.pages:
        for locale in ("fr", "en"):
            found = graph(described(library, page, locale))
            types |= {str(kind).removeprefix(str(SDO)) for kind in found.objects(None, RDF.type)}
            types |= {"translated" for _ in found.triples((None, SDO.translationOfWork, None))}
    assert types >= {
        "EducationEvent", "Organization", "LearningResource", "DefinedTerm", "DefinedTermSet",
        "Dataset", "DataCatalog", "DataDownload", "Legislation", "CreativeWork", "WebPage",
        "translated",
    }  # fmt: skip


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_term_has_its_anchor_its_name_and_its_definition(world, locale):
    library = there(world)
    found = graph(described(library, library.by_uri["glossaire/index.md"], locale))
    prefix = "en/" if locale == "en" else ""
    for id_, term in library.terms.items():
        node = URIRef(f"{HERE}{prefix}glossaire/#{id_}")
        assert (node, RDF.type, SDO.DefinedTerm) in found
        assert (node, SDO.termCode, Literal(id_)) in found
        said = str(found.value(node, SDO.description))
        assert said.replace("’", "'").split()[0] == term.names[locale].definition.split()[0]
    assert len(set(found.subjects(RDF.type, SDO.DefinedTerm))) == len(library.terms)


def test_each_kind_has_a_dataset_with_files_that_are_written(world):
    from knowledge_base.exports.open_data import open_data

    library = there(world)
    found = graph(described(library, library.by_uri["donnees.md"], "fr"))
    sets = {str(name) for node in found.subjects(RDF.type, SDO.Dataset)
            for name in found.objects(node, SDO.identifier)}  # fmt: skip
    assert sets == {PLURALS[kind.name] for kind in (*KINDS, *REGISTRIES)}
    files = {str(url).removeprefix(HERE) for url in found.objects(None, SDO.contentUrl)}
    assert len(files) == 3 * len(sets)
    assert files <= {name for name, _ in open_data(library)}


def test_without_an_address_none_is_invented(world):
    for page in world.records.values():
        made = described(world, page, "fr")
        assert made["identifier"] == page.id
        assert "@id" not in made
    catalogue = described(world, world.by_uri["donnees.md"], "fr")["mainEntity"]
    assert "contentUrl" not in json.dumps(catalogue)


def test_it_says_what_the_data_say(world):
    for record in objects(world, "session"):
        made = described(world, world.records[record["id"]], "fr")
        assert made["name"] == record["title"]
        assert made["startDate"] == record["dates"]["start"]
        assert len(made.get("organizer", ())) == len(record["organisers"])
    law = described(world, world.records["decret-1"], "en")
    assert law["@type"] == "Legislation"
    assert law["translationOfWork"]["name"] == world.records["decret-1"].source.words.title


def test_with_an_address_records_have_absolute_ids(world):
    library = there(world)
    made = described(library, library.records["premiers-pas"], "en")
    assert made["@id"] == f"{HERE}en/modules/premiers-pas/"
    assert made["translationOfWork"]["@id"] == f"{HERE}modules/premiers-pas/"


def test_an_organisation_whose_founding_is_disputed_has_no_founding_date(world):
    page = world.records["amis-de-l-eau"]
    assert len(page.facts.founded) == 2
    assert "foundingDate" not in described(world, page, "fr")
    agreed = page.facts.model_copy(update={"founded": page.facts.founded[:1]})
    assert described(world, replace(page, facts=agreed), "fr")["foundingDate"] == "1998"


def test_nothing_in_it_can_close_the_script(world):
    page = world.records["forages"]
    words = page.source.words.model_copy(update={"title": "</script><b>&"})
    version = replace(page.source, words=words)
    spoilt = replace(page, versions={**page.versions, "fr": version})
    assert "<" not in linked_data(world, spoilt, "fr")
    assert set(TYPES) == {page.kind for page in world.pages}
