"""Data to take away, read back by libraries that had no part in writing it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import feedparser
import icalendar
import jsonschema
import pytest

from conftest import WORLD, read
from knowledge_base.exports import EXPORTS
from knowledge_base.exports.calendars import calendars
from knowledge_base.exports.feeds import feeds
from knowledge_base.exports.open_data import ARCHIVE, open_data
from knowledge_base.model.kinds import KINDS, REGISTRIES
from knowledge_base.model.past import as_of_today
from knowledge_base.views.archive import sessions_by
from knowledge_base.views.assessments import voices
from knowledge_base.views.compared import plan_compared
from knowledge_base.views.dataset import PLURALS, objects
from knowledge_base.views.plan import plan
from knowledge_base.views.recommendations import asked_in, asked_of
from knowledge_base.views.results import results
from knowledge_base.views.sharing import message
from knowledge_base.views.small_cells import percentage
from knowledge_base.views.sources import sources
from knowledge_base.views.status import State, overdue

NAMES = [PLURALS[kind.name] for kind in (*KINDS, *REGISTRIES)]


@pytest.fixture(scope="module")
def files(world):
    return dict(open_data(world))


@pytest.fixture(scope="module")
def folder(files, tmp_path_factory):
    root = tmp_path_factory.mktemp("data")
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root / "data"


def rows(text, separator=","):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_data_package_validates(folder):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert len(report.tasks) == len(list(folder.glob("*.csv"))) / 2


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_data_package_can_fail(folder, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["resources"] = [r for r in package["resources"] if r["name"] == "sessions"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    text = (folder / "sessions.csv").read_text("utf-8").replace(",18,7,", ",eighteen,7,")
    (tmp_path / "sessions.csv").write_text(text, "utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type"]) == [["type-error"]]


@pytest.mark.parametrize("name", NAMES)
def test_each_json_is_what_its_schema_says(files, name):
    schema = json.loads(files[f"data/schemas/{name}.json"])
    data = json.loads(files[f"data/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(data)
    assert data
    assert not validator.is_valid([{**data[0], "unheard-of": 1}])
    assert not validator.is_valid([{**data[0], "id": 3}])


@pytest.mark.parametrize("name", NAMES)
def test_csv_and_json_hold_the_same_records_in_the_same_order(files, name):
    data = json.loads(files[f"data/{name}.json"])
    comma, semicolon = (
        rows(files[f"data/{name}.csv"]),
        rows(files[f"data/{name}-semicolon.csv"], ";"),
    )
    assert comma == semicolon
    assert [row["id"] for row in comma] == [record["id"] for record in data]
    assert [row["id"] for row in comma] == sorted(row["id"] for row in comma)
    for row, record in zip(comma, data, strict=True):
        for column, cell in row.items():
            value = record
            for part in column.split("."):
                value = value.get(part) if isinstance(value, dict) else None
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                assert cell == str(value), column


def test_csv_opens_in_a_spreadsheet_and_holds_every_language(files):
    text = files["data/sessions.csv"]
    assert text.startswith("\ufeffid,path,title,title.en,")
    assert "\r" not in text
    row = next(r for r in rows(text) if r["id"] == "2020-02-29-port-blanc")
    assert (row["title"], row["title.en"]) == ("Former les usagers", "Training users")
    assert (row["participants.women"], row["dates.end"]) == ("7", "2020-03-01")
    assert row["place.venue.en"] == "Blue Hall"
    row = rows(files["data/session-recommendations.csv"])[0]
    assert (row["session"], row["text.en"]) == ("2020-02-29-port-blanc", "Measure every month")
    row = rows(files["data/institution-series-points.csv"])[0]
    assert [row[n] for n in ("institution", "series", "id", "value", "definition.en")] == [
        "one", "puits", "p-2020", "1500", "wells opened"]  # fmt: skip


def test_the_newest_event_is_an_activitys_state(files):
    found = {row["id"]: row["current.status"] for row in rows(files["data/activities.csv"])}
    assert found["forages"] == "substantial"
    assert found["mesure"] == "no-information"


def test_the_archive_holds_every_file_and_is_the_same_each_time(world, files):
    assert files == dict(open_data(world))
    with zipfile.ZipFile(io.BytesIO(files[ARCHIVE])) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(set(files) - {ARCHIVE})
        for name in archive.namelist():
            assert archive.read(name) == files[name].encode()


def test_calendars_are_read_back(world):
    made = dict(calendars(world))
    assert set(made) >= {"data/sessions.ics", "data/sessions.en.ics"}
    events = icalendar.Calendar.from_ical(made["data/sessions.ics"]).events
    assert len(events) == len(made) - 2 == len(world.sessions)
    exact = next(e for e in events if "Former" in e["summary"])
    assert (str(exact.start), str(exact.end)) == ("2020-02-29", "2020-03-02")
    assert exact["status"] == "CONFIRMED"
    month = next(e for e in events if e is not exact)
    assert month.end - month.start == timedelta(days=30)
    assert month["status"] == "TENTATIVE"
    assert "juin 2021" in month["summary"]
    alone = icalendar.Calendar.from_ical(made["data/sessions/2020-02-29-port-blanc.ics"]).events
    assert [e["uid"] for e in alone] == [exact["uid"]]
    assert made == dict(calendars(read(WORLD)[0]))


@pytest.mark.parametrize("locale, title", [("fr", "Former les usagers"), ("en", "Training users")])
def test_feeds_are_read_back(world, locale, title):
    made = dict(feeds(world))
    sessions = feedparser.parse(made[f"data/sessions.{locale}.atom"])
    assert not sessions.bozo
    assert sessions.version == "atom10"
    assert sessions.feed.language == locale
    assert len(sessions.entries) == len(world.sessions)
    assert title in sessions.entries[-1].title
    status = feedparser.parse(made[f"data/status.{locale}.atom"])
    assert [e.updated for e in status.entries] == ["2021-06-10T00:00:00Z", "2020-04-30T00:00:00Z"]
    assert status.entries[0].link.endswith("plan/forages/#evenement-suite")
    assert len({e.id for e in (*sessions.entries, *status.entries)}) == 4
    assert all(b"RSS" not in text for text in made.values())


def test_results_of_few_people_are_suppressed_alike(spoilt):
    root = spoilt()
    path = root / "docs" / "sessions" / "2020-02-29-port-blanc.md"
    results = "\nassessment: {module: premiers-pas, n_pre: 18, n_post: 16, questions: [{id: puits, before: 3, after: 12}, {id: eau, before: 9, after: 8}]}\nsources:"
    path.write_text(path.read_text("utf-8").replace("\nsources:", results, 1), "utf-8")
    library, _ = read(root)
    record = next(r for r in objects(library, "session") if r["id"] == path.stem)
    assert record["assessment"]["questions"] == [
        {"id": "puits"},
        {"id": "eau", "before": 9, "after": 8},
    ]
    table = rows(dict(open_data(library))["data/session-assessment-questions.csv"])
    assert [(r["id"], r["before"], r["after"]) for r in table if r["session"] == path.stem] == [
        ("puits", "", ""),
        ("eau", "9", "8"),
    ]


def test_every_export_is_written_the_same_twice(world):
    for export in EXPORTS:
        assert dict(export(world)) == dict(export(world))


def test_the_import_reads_the_download_back_and_changes_nothing(world, files):
    from knowledge_base.editing.importing import imported

    for name in NAMES:
        result = imported(world, files[f"data/{name}-semicolon.csv"].encode())
        assert not result.faults, name
        assert not result.edited, name


@pytest.mark.parametrize("part, whole, share", [(1, 9, None), (5, 10, 50), (1, 8, None), (1, 16, 6), (0, 12, 0)])  # fmt: skip
def test_no_percentage_under_ten(part, whole, share):
    assert percentage(part, whole) == share


def test_a_message_is_never_longer_than_a_message_may_be():
    state = State("limited", "Avancée limitée", "vers août 2023", "", ())
    link = "https://example.org/r/x/"
    text = message("T" * 500, state, link)
    assert len(text) == 300
    assert text.endswith(f"\nAvancée limitée, vers août 2023\n{link}")
    assert message("Forages", None, link) == f"Forages\n{link}"


def test_the_plan_counts_what_the_csv_holds(world, files):
    view = plan(world, "fr", "plan-eau")
    found = [
        r["current.status"] for r in rows(files["data/activities.csv"]) if r["plan"] == "plan-eau"
    ]
    assert len(view.rows) == len(found)
    assert {t.status: int(t.number) for t in view.tallies} == {
        t.status: found.count(t.status) for t in view.tallies
    }
    assert sum(int(t.number) for t in view.tallies) == len(found)


def test_the_page_suppresses_what_the_data_suppress(spoilt):
    root = spoilt()
    path = root / "docs" / "sessions" / "2021-06-port-blanc.md"
    path.write_text(
        path.read_text("utf-8")
        .replace("before: 12", "before: 3")
        .replace("after: 35", "after: 30"),
        "utf-8",
    )
    library, _ = read(root)
    shown = results(library, library.records[path.stem], "fr")
    assert {row.before for row in shown.rows} == {"20 (50\u202f%)", "non publié (moins de 5)"}
    assert "0,5 avant" in shown.means


def test_events_later_than_the_day_of_the_build_are_left_out(world):
    past = as_of_today(replace(world, settings=replace(world.settings, today=date(2021, 1, 1))))
    assert [e.id for e in past.records["forages"].facts.events] == ["debut"]


def test_an_answer_given_later_than_the_day_of_the_build_is_left_out(world):
    past = as_of_today(replace(world, settings=replace(world.settings, today=date(2021, 6, 20))))
    (newest,) = (e for e in past.records["forages"].facts.events if e.id == "suite")
    assert newest.reply is None
    assert world.records["forages"].facts.events[-1].reply is not None


def test_assessments_that_differ_stand_side_by_side(world):
    found = voices(world.records["forages"], "fr")
    assert [(v.assessor, v.status) for v in found] == [
        ("Presse", "substantial"), ("Source officielle", "limited")]  # fmt: skip
    facts = world.records["forages"].facts
    same = tuple(e.model_copy(update={"status": "limited"}) for e in facts.events)
    page = replace(world.records["forages"], facts=facts.model_copy(update={"events": same}))
    assert voices(page, "fr") == ()


def test_overdue_is_told_apart_from_the_status_until_someone_says_it_is_done(world):
    page = world.records["forages"]
    assert "31 décembre 2021" in overdue(world, page, "fr")
    done = page.facts.events[-1].model_copy(update={"status": "complete"})
    settled = replace(page, facts=page.facts.model_copy(update={"events": (done,)}))
    assert overdue(world, settled, "fr") == ""
    before = replace(world, settings=replace(world.settings, today=date(2021, 12, 31)))
    assert overdue(before, page, "fr") == ""


def test_a_recommendation_stands_with_its_owner_and_says_who_told_what_became_of_it(world):
    (asked,) = asked_of(world, "one", "fr")
    assert (asked.status, asked.as_of) == ("limited", "état en juin 2021")
    assert [s.text for s in asked.status_sources] == ["Journal"]
    assert asked.session.path == "sessions/2020-02-29-port-blanc/"
    assert list(asked_in(world, world.records["2020-02-29-port-blanc"], "fr")) == [asked]


def test_a_plan_is_compared_on_points_in_the_order_that_all_plans_share(world):
    rows = plan_compared(world, "en", "plan-eau")
    assert [(row.id, row.stated) for row in rows] == [("lead", True), ("budget", False)]
    assert rows[0].text == "The office leads the plan."


def test_a_source_says_where_it_is_cited(world):
    row = next(r for r in sources(world, "fr", "") if r.source.id == "journal-2021")
    assert "plan/forages/" in {user.path for user in row.users}
    assert row.used == f"citée à {len(row.users)} endroits"


def test_sessions_stand_on_shelves_by_kind_place_and_organiser(world):
    for by, id_ in (("kind", "training"), ("place", "port-blanc"), ("organiser", "amis-de-l-eau")):
        shelf = next(s for s in sessions_by(world, "fr", by) if s.id == f"{by}-{id_}")
        assert "Former les usagers" in {named.text for named, _ in shelf.sessions}
