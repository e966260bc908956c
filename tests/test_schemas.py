"""The schemas that text editors are given: every file fits its own, and a wrong one does not."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import yaml

from conftest import ROOT, WORLD, read
from knowledge_base.editing import editor_settings
from knowledge_base.exports.schemas import schemas
from knowledge_base.model.kinds import KINDS, PAGE, REGISTRIES, kind_of
from knowledge_base.model.schemas import registry_file, written_schemas
from knowledge_base.problem import error, warning
from knowledge_base.translation import split
from knowledge_base.wording import tell

SCHEMAS = dict(written_schemas())


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors' tools read it."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"(~|null|Null|NULL|)", "~nN"),
    ("bool", r"(true|True|TRUE|false|False|FALSE)", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^{pattern}$"), [*first, *([""] * (tag == "null"))]
    )


def validator(name):
    return jsonschema.validators.validator_for(SCHEMAS[name])(SCHEMAS[name])


def front_matter(path):
    return yaml.load(path.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n"), Core)


def schema_of(uri):
    source, locale = split(uri, ("fr", "en"))
    return f"{kind_of(source).name}{'' if locale == 'fr' else '.translation'}.json"


@pytest.mark.parametrize("root", [ROOT, WORLD], ids=["site", "world"])
def test_every_file_fits_its_schema(root):
    faults, seen = [], set()
    for path in sorted((root / "docs").rglob("*.md")):
        name = schema_of(path.relative_to(root / "docs").as_posix())
        seen.add(name)
        faults += [(path.name, e.message) for e in validator(name).iter_errors(front_matter(path))]
    for registry in REGISTRIES:
        name = registry_file(registry.uri)
        seen.add(name)
        data = yaml.load((root / "docs" / registry.uri).read_text("utf-8"), Core)
        faults += [(name, e.message) for e in validator(name).iter_errors(data)]
    assert faults == []
    assert seen == set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_wrong_file_does_not_fit(name):
    check = validator(name)
    check.check_schema(SCHEMAS[name])
    if name.endswith(".list.json"):
        registry = next(r for r in REGISTRIES if registry_file(r.uri) == name)
        rows = yaml.load((WORLD / "docs" / registry.uri).read_text("utf-8"), Core)
        assert check.is_valid(rows)
        wrong = [[{**rows[0], "unheard-of": 1}], [{**rows[0], "id": "Not An Id"}], rows[0]]
    else:
        path = next(p for p in sorted((WORLD / "docs").rglob("*.md"))
                    if schema_of(p.relative_to(WORLD / "docs").as_posix()) == name)  # fmt: skip
        good = front_matter(path)
        assert check.is_valid(good)
        wrong = [{**good, "unheard-of": 1}, {**good, "title": ["a"]}, {**good, "id": "x"},
                 {k: v for k, v in good.items() if k != "title"}]  # fmt: skip
    assert not any(check.is_valid(each) for each in wrong)


@pytest.mark.parametrize("date, good", [
    (2022, True), ("2022-03-01", True), ("2022-12~", True), ("undated", True), ("2022/2024", True),
    (22, False), ("mars 2022", False), (None, False), (2022.5, False),
])  # fmt: skip
def test_a_bare_year_is_a_date(date, good):
    rows = yaml.load((WORLD / "docs/sources/sources.yml").read_text("utf-8"), Core)
    assert validator("sources.list.json").is_valid([{**rows[0], "date": date}]) is good


def test_the_settings_of_editors_are_the_models():
    library, _ = read(ROOT)
    for name, text in editor_settings.files(library):
        assert (ROOT / name).read_text("utf-8") == text, "run: kb forms"
    kept = {path.name for path in (ROOT / "schemas").iterdir()}
    assert kept == set(SCHEMAS) == {name.rpartition("/")[2] for name, _ in schemas(library)}


def test_each_kind_of_file_is_told_its_schema():
    told = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for registry in REGISTRIES:
        path = ROOT / "docs" / registry.uri
        first = path.read_text("utf-8").split("\n")[0]
        target = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / target).resolve() == ROOT / "schemas" / registry_file(registry.uri)
        assert told[f"./schemas/{registry_file(registry.uri)}"] == f"docs/{registry.uri}"
    remark = json.loads((ROOT / ".remarkrc.json").read_text("utf-8"))["plugins"][1][1]["schemas"]
    kinds = [kind.name for kind in (*KINDS, PAGE)]
    assert set(remark) == {f"./schemas/{k}{t}.json" for k in kinds for t in ("", ".translation")}
    assert all((ROOT / schema).is_file() for schema in remark)


@pytest.mark.parametrize("made, severity", [(error, "error"), (warning, "warning")])
def test_an_editor_reads_what_the_command_tells(made, severity):
    told = tell(made("sessions/x.md", 14, "front-matter-open"), "fr", "docs/").split("\n")[0]
    task = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]
    found = {m["severity"]: re.search(m["pattern"]["regexp"], told) for m in task["problemMatcher"]}
    assert [each for each, match in found.items() if match] == [severity]
    match = found[severity]
    assert (match[1], match[2], match[4]) == ("docs/sessions/x.md", "14", "front-matter-open")
