"""The browser editor in a browser: whom it asks, what it writes, and what it leaves alone."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest
from forge import API, Forge
from playwright.sync_api import expect
from searching import served

from conftest import ROOT, WORLD, build, read
from knowledge_base.exports.editor import editor
from knowledge_base.model.editor import FOLDER, PACKAGES

pytestmark = pytest.mark.slow
PAGE, ENGLISH = "docs/plan/forages.md", "docs/plan/forages.en.md"
NOTES = (
    ("places: [port-blanc]", "# dit par la gazette\nplaces:   [port-blanc]  # au port"),
    ("    status: limited", "    # premier état connu\n    status: limited"),
)
BACK = """
async ([fields, texts]) => {
  const { formatOf } = await import(new URL("format.js", location.href));
  const { fromFile, toFile } = formatOf(fields);
  return texts.map((text) => toFile(fromFile(text.trim())).trim() + "\\n");
}
"""
CHANGE = """
async ([fields, text, path, value]) => {
  const { formatOf } = await import(new URL("format.js", location.href));
  const { fromFile, toFile } = formatOf(fields);
  const content = structuredClone(text ? fromFile(text.trim()) : {});
  const last = path.pop();
  const holder = path.reduce((own, name) => (own[name] ??= {}), content);
  if (value === null) delete holder[last]; else holder[last] = value;
  return toFile(content);
}
"""


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """The editor's packages, by the hashes of the lock."""
    if (ROOT / PACKAGES / "@sveltia/cms").is_dir():
        return ROOT / PACKAGES
    if not shutil.which("npm"):
        pytest.skip("npm is not there to install what the lock names")
    folder = tmp_path_factory.mktemp("packages")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    npm = ["npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(npm, cwd=folder, check=True)
    return folder / PACKAGES


def with_editor(library, packages):
    root = packages.parent
    return replace(library, settings=replace(library.settings, editor="o/r", root=root))


@pytest.fixture(scope="session")
def address(packages, tmp_path_factory):
    """The editor of the small world, served; and its collections by their names."""
    site = tmp_path_factory.mktemp("editor")
    library, _ = read(WORLD)
    for uri, content in editor(with_editor(library, packages)):
        (site / uri).parent.mkdir(parents=True, exist_ok=True)
        (site / uri).write_bytes(content.encode() if isinstance(content, str) else content)
    with served(site) as base:
        yield base


@pytest.fixture
def forge():
    files = {
        path.relative_to(WORLD).as_posix(): path.read_text("utf-8")
        for path in sorted((WORLD / "docs").rglob("*.md"))
    }
    for old, new in NOTES:
        assert old in files[PAGE]
        files[PAGE] = files[PAGE].replace(old, new)
    return Forge(files)


@pytest.fixture
def page(browser, address, forge):
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    forge.listen(page, address)
    yield page
    context.close()


@pytest.fixture
def fields(page, address):
    """The fields of a kind, on the editor's own page."""
    page.goto(f"{address}{FOLDER}/")
    told = page.request.get(f"{address}{FOLDER}/config.json").json()
    return {
        each["name"]: each.get("fields") or each["files"][0]["fields"]
        for each in told["collections"]
    }


def signed_in(page, address):
    page.goto(f"{address}{FOLDER}/")
    page.get_by_role("button", name="jeton").click()
    page.locator("input").last.fill("a" * 40)
    page.keyboard.press("Enter")
    page.get_by_text("Boreholes").or_(page.get_by_text("Collections")).first.wait_for()


def differences(before, after):
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_nothing_is_asked_of_anybody_before_someone_signs_in(page, address, forge):
    own, asked, refused = (address, "data:", "blob:"), set(), set()
    page.on("request", lambda request: asked.add(request.url))
    page.on("requestfailed", lambda r: refused.add(r.url) if r.failure == "csp" else None)
    page.goto(f"{address}{FOLDER}/")
    page.get_by_role("button", name="jeton").wait_for()
    page.wait_for_load_state("networkidle")
    assert (forge.other, page.faults) == ([], [])
    assert {url for url in asked if not url.startswith(own)} == refused  # by the page's policy
    assert page.locator("meta[name=robots]").first.get_attribute("content") == "noindex"


def test_a_page_changed_in_both_languages_is_proposed_and_nothing_else_moves(page, address, forge):
    signed_in(page, address)
    page.goto(f"{address}{FOLDER}/#/collections/activity/entries/forages")
    french = page.locator("[lang=fr][role=textbox], input[lang=fr], textarea[lang=fr]").first
    expect(french).to_have_value("Forages")
    french.fill("Forages profonds")
    page.locator("input[lang=en]").first.fill("Deep boreholes")
    with page.expect_response(lambda answer: answer.url.endswith("/labels")):
        page.get_by_role("button", name="Enregistrer").click()
    ((branch, files),) = forge.branches.items()
    assert forge.pulls[0]["head"] == branch != "main"
    assert forge.pulls[0]["draft"]
    assert set(files) == {PAGE, ENGLISH}
    assert differences(forge.files[PAGE], files[PAGE]) == (
        ["title: Forages"], ["title: Forages profonds"])  # fmt: skip
    assert differences(forge.files[ENGLISH], files[ENGLISH]) == (
        ["title: Boreholes"], ["title: Deep boreholes"])  # fmt: skip
    assert (forge.other, forge.unknown, page.faults) == ([], [], [])


@pytest.mark.parametrize("root", [WORLD, ROOT])
def test_every_file_comes_back_as_it_went(page, fields, root):
    library, _ = read(root)
    for kind, shown in fields.items():
        paths = [root / "docs" / v.uri for p in library.by_kind[kind] for v in p.versions.values()]
        texts = [path.read_text("utf-8") for path in paths]
        for path, text, made in zip(paths, texts, page.evaluate(BACK, [shown, texts]), strict=True):
            assert made == text, path


@pytest.mark.parametrize("case", [
    (PAGE, ["events", 0, "statement"], "Rien.", ["    statement: Les travaux ont commencé."],
     ["    statement: Rien."]),
    (PAGE, ["events", 0, "status"], "abandoned", ["    status: limited"], ["    status: abandoned"]),
    (PAGE, ["places"], ["port-blanc", "valdore"], ["places:   [port-blanc]  # au port"],
     ["places: [port-blanc, valdore] # au port"]),
    (PAGE, ["period", "end"], "2022", ["period: {start: 2020, end: 2021}"],
     ["period:", "  start: 2020", "  end: '2022'"]),
    (PAGE, ["objective"], "", ["objective: objectif-acces"], []),
    (PAGE, ["official_code"], "A-1", [], ["official_code: A-1"]),
    (PAGE, ["body"], "## Objet {#objet}\n\nRien.", None, None),
    (ENGLISH, ["questions"], [], ['questions: ["How many wells are left to open?"]'], []),
])  # fmt: skip
def test_a_change_is_the_smallest_and_comments_stay(page, fields, forge, case):
    file, path, value, gone, come = case
    text = forge.files[file]
    made = page.evaluate(CHANGE, [fields["activity"], text, path, value])
    if gone is None:
        head = text.partition("---\n\n## ")[0]
        assert made == f"{head}---\n\n{value}\n"
    else:
        assert differences(text, made) == (gone, come)


def test_a_new_record_is_written_as_the_others(page, fields, spoilt):
    root = spoilt()
    values = {"title": "Neuve", "summary": "Une fiche neuve, en bref.", "plan": "plan-eau", "sources": ["gazette-2020"],
              "owner": "", "aliases": [], "body": "## Objet {#objet}\n\nRien encore."}  # fmt: skip
    text = page.evaluate(CHANGE, [fields["activity"], "", ["title"], "Neuve"])
    assert text == "---\ntitle: Neuve\n---\n\n\n"
    script = "async ([fields, values]) => (await import(new URL('format.js', location.href))).formatOf(fields).toFile(values)"
    text = page.evaluate(script, [fields["activity"], values])
    (root / "docs/plan/neuve.md").write_text(text.strip() + "\n", "utf-8")
    _, problems = read(root)
    assert {p.code for p in problems if p.uri.startswith("plan/neuve")} == {"translation-missing"}


def test_it_is_published_whole_where_it_is_on_and_readers_never_meet_it(spoilt, packages, tmp_path):
    root = spoilt()
    (root / PACKAGES).symlink_to(packages)
    config = root / "mkdocs.yml"
    on = "repo_url: https://github.com/o/r\nextra: {knowledge_base: {editor: true}}\nsite_name:"
    config.write_text(config.read_text("utf-8").replace("site_name:", on, 1), "utf-8")
    site = tmp_path / "site"
    done = build(root, site, SITE_URL="https://example.org/")
    assert done.returncode == 0, done.stderr
    assert (site / FOLDER / "index.html").is_file()
    for path in site.rglob("*"):
        if (
            path.is_file()
            and FOLDER not in path.parts
            and path.suffix in {".html", ".xml", ".js", ".json", ".txt"}
        ):
            assert f"{FOLDER}/" not in path.read_text("utf-8"), path
    assert API in (site / FOLDER / "index.html").read_text("utf-8")
    assert API not in (site / "index.html").read_text("utf-8")
