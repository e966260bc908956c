"""The built world: what each page holds, in each language, and what a build refuses."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from conftest import EPOCH, ROOT, TESTS, WORLD, build, read
from knowledge_base.exports.archive import zipped
from knowledge_base.rendering.segments import typeset_html
from knowledge_base.site_checks import check_site
from knowledge_base.views.offline import ARCHIVE
from knowledge_base.wording import messages

pytestmark = pytest.mark.slow
EXPECTED = TESTS / "expected"


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def test_articles_are_as_blessed(world_site, request):
    articles = {}
    for path in sorted(world_site.rglob("index.html")):
        article = LexborHTMLParser(path.read_text("utf-8")).css_first("article")
        if article is None:  # a page that only sends its reader on
            continue
        name = "__".join(path.parent.relative_to(world_site).parts) or "index"
        # The content's id changes with any file of the world.
        articles[name] = re.sub("version [0-9a-f]{12}", "version …", article.html) + "\n"
    if request.config.getoption("--bless"):
        EXPECTED.mkdir(exist_ok=True)
        for old in EXPECTED.glob("*.html"):
            old.unlink()
        for name, html in articles.items():
            (EXPECTED / f"{name}.html").write_text(html, "utf-8")
    kept = {path.stem: path.read_text("utf-8") for path in EXPECTED.glob("*.html")}
    assert articles == kept


@pytest.mark.parametrize("path, kind", [
    ("documents/decret-1", "document"), ("strategie/objectif-acces", "objective"),
    ("plan/forages", "activity"), ("institutions/one", "institution"),
    ("membres/amis-de-l-eau", "member"), ("sessions/2020-02-29-port-blanc", "session"),
    ("modules/premiers-pas", "module"),
])  # fmt: skip
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_record_has_its_handles(world_site, prefix, path, kind):
    tree = page(world_site, prefix + path)
    record = tree.css_first(f'article [data-kind="{kind}"][data-id]')
    assert record.attributes["data-id"] == path.rpartition("/")[2]
    assert tree.css_first("[data-summary]").text(strip=True)
    assert tree.css_first("dl[data-facts] dt")
    assert tree.css_first("[data-sources] li[id^=source-]")


def test_ties_are_shown_in_both_directions(world_site):
    links = {a.attributes["href"] for a in page(world_site, "plan/forages").css(".related a")}
    assert "../../sessions/2020-02-29-port-blanc/" in links
    links = {a.attributes["href"] for a in page(world_site, "institutions/one").css(".related a")}
    assert {"../../plan/forages/", "../conseil-eau/", "../../documents/decret-1/"} <= links


def test_conflicting_claims_stand_side_by_side(world_site):
    text = page(world_site, "en/membres/amis-de-l-eau").css_first("[data-facts]").text()
    assert "1998" in text
    assert "2001" in text
    assert "Sources disagree" in text


@pytest.mark.parametrize("epoch, ended", [("1609459200", False), ("1735689600", True)])
def test_an_ended_plan_says_so_by_the_day_of_the_build(tmp_path, epoch, ended):
    done = build(WORLD, tmp_path / "site", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stderr
    if not ended:  # what was said in June 2021 is left out of a site of January, data included
        for path in (tmp_path / "site").rglob("index.html"):
            assert "data-ended" not in path.read_text("utf-8"), path
        assert page(tmp_path / "site", "plan/forages").css_first("#evenement-suite") is None
        table = (tmp_path / "site" / "data" / "activity-events.csv").read_text("utf-8")
        assert "debut" in table
        assert "suite" not in table
        return
    for path in ("plan", "plan/forages", "en/plan", "en/plan/forages", "plan/mesure"):
        notice = page(tmp_path / "site", path).css_first("[data-ended]")
        assert "2022" in notice.text()
        assert "2021" in notice.text()


def test_an_event_free_activity_has_no_information(world_site):
    tree = page(world_site, "plan/mesure")
    assert tree.css_first("[data-status]").text() == "Sans information"
    assert tree.css_first("[data-as-of]") is None
    assert "non publié" in tree.css_first("[data-facts]").text()


def test_acronyms_are_explained_once_by_a_button(world_site):
    tree = page(world_site, "documents/plan-eau")
    buttons = tree.css('button[popovertarget="term-one"]')
    assert len(buttons) == 1
    assert "Office national de l’eau" in tree.css_first("#term-one[popover]").text()


@pytest.mark.parametrize("before, after", [("l’", ","), ("(", ")."), ("", ".")])
def test_no_line_begins_with_the_point_after_a_term(before, after):
    html, used = typeset_html(f"<p>Selon {before}ONE{after} Puis</p>", "fr", {"ONE": "one"})
    button = '<button type="button" class="term" popovertarget="term-one">ONE</button>'
    assert html == f'<p>Selon <span class="nowrap">{before}{button}{after}</span> Puis</p>'
    assert used == ["one"]


def test_languages_point_at_each_other(tmp_path):
    done = build(
        WORLD, tmp_path / "site", SITE_URL="https://example.org/v/", SOURCE_DATE_EPOCH=EPOCH
    )
    assert done.returncode == 0, done.stderr
    tree = page(tmp_path / "site", "en/plan/forages")
    assert tree.css_first("html").attributes["lang"] == "en"
    alternates = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in tree.css("link[rel=alternate]")
    }
    base = "https://example.org/v/"
    french, english = base + "plan/forages/", base + "en/plan/forages/"
    assert alternates == {"fr": french, "en": english, "x-default": french}
    assert tree.css_first("link[rel=canonical]").attributes["href"] == english
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{english}</loc>" in sitemap
    lost = (tmp_path / "site" / "404.html").read_text("utf-8")
    assert 'lang="fr"' in lost
    assert 'href="/v/en/"' in lost


def test_without_an_address_nothing_pretends_to_have_one(world_site):
    tree = page(world_site, "plan/forages")
    assert not tree.css("link[rel=canonical], link[rel=alternate], a[rel~=edit]")
    assert not (world_site / "sitemap.xml").exists()


def test_a_declared_fallback_is_shown_as_one(spoilt, tmp_path):
    root = spoilt()
    source = root / "docs" / "documents" / "decret-1.md"
    (root / "docs" / "documents" / "decret-1.en.md").unlink()
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert "translation-missing" in done.stderr
    text = source.read_text("utf-8")
    source.write_text(
        text.replace("kind:", "fallback:\n  reason: à traduire\n  until: 2026-06-01\nkind:", 1),
        "utf-8",
    )
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    tree = page(tmp_path / "site", "en/documents/decret-1")
    assert tree.css_first("html").attributes["lang"] == "en"
    assert tree.css_first("article").attributes["lang"] == "fr"
    assert "French" in tree.css_first("[data-fallback][lang=en]").text()
    assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert (
        tree.css_first("link[rel=canonical]").attributes["href"] == "../../../documents/decret-1/"
    )


def test_a_third_language_is_a_change_of_configuration(spoilt, tmp_path):
    root = spoilt()
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8")
    third = "        - {locale: bm, name: Bamanankan, build: true, site_name: Valdore}\nhooks:"
    text = text.replace("hooks:", third, 1) + "extra: {knowledge_base: {partial: [bm]}}\n"
    path.write_text(text, "utf-8")
    words = "---\ntitle: Jigin\nsummary: Ji.\n---\n\n## A {#contenu}\n\nValdore.\n"
    (root / "docs" / "a-propos.bm.md").write_text(words, "utf-8")
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    assert page(tmp_path / "site", "bm/a-propos").css_first("h1").text() == "Jigin"
    tree = page(tmp_path / "site", "bm/plan/forages")
    assert tree.css_first("html").attributes["lang"] == "bm"
    assert tree.css_first("article").attributes["lang"] == "fr"
    assert {a.attributes["hreflang"] for a in tree.css("header a[hreflang]")} == {"fr", "en"}


def test_the_checker_needs_no_site_generator():
    block = "import sys\nfor name in ('mkdocs', 'material', 'mkdocs_static_i18n', 'markdown'):\n    sys.modules[name] = None\n"
    run = "from knowledge_base.__main__ import main\nsys.exit(main(['check', '--config', sys.argv[1], '--today', '2026-01-15']))\n"
    command = [sys.executable, "-c", block + run, str(WORLD / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("spoil, code", [
    (lambda html: html.replace('href="../plan/#contenu"', 'href="../nulle-part/"'), "site-link"),
    (lambda html: html.replace("#contenu", "#absent"), "site-anchor"),
    (lambda html: html.replace('<html lang="fr"', '<html lang="xx"'), "site-language"),
    (lambda html: re.sub(r"<a [^>]*hreflang[^>]*>", "<a>", html), "site-alternate"),
    (lambda html: html.replace("</head>", '<script src="https://x.test/a.js"></script></head>'), "site-request"),
    (lambda html: html.replace("</style>", "a{background:url(//x.test/a.png)}</style>", 1), "site-request"),
    (lambda html: html.replace("</article>", '<a href="https://x.test/">x</a></article>'), "site-opener"),
    (lambda html: html.replace("</article>", '<a rel="noopener" href="https://x.test/?utm_source=y">x</a></article>'), "site-tracking"),
])  # fmt: skip
def test_site_checks_find_what_is_wrong(world, world_site, tmp_path, spoil, code):
    subprocess.run(["cp", "-r", str(world_site), str(tmp_path / "site")], check=True)
    path = tmp_path / "site" / "documents" / "decret-1" / "index.html"
    html = (
        path.read_text("utf-8").replace("../../plan/#contenu", "../plan/#contenu")
        if code == "site-link"
        else path.read_text("utf-8")
    )
    path.write_text(spoil(html), "utf-8")
    found = check_site(world, tmp_path / "site")
    assert code in {problem.code for problem in found}
    assert check_site(world, world_site) == []


@pytest.mark.parametrize("path, change", [
    ("plan/forages/index.html", ("Avancée notable</span>", "Achevé</span>")),
    ("data/activities.csv", ("substantial", "complete")),
    ("data/sessions.json", ('2020-02-29"', '2020-03-29"')),
    ("data/members.json", ("Puits ouverts", "Puits clos")),
    ("en/modules/premiers-pas/index.html", ('"name":"', '"name":"X')),
])  # fmt: skip
def test_a_page_a_table_and_data_that_disagree_are_named(world, world_site, tmp_path, path, change):
    subprocess.run(["cp", "-r", str(world_site), str(tmp_path / "site")], check=True)
    text = (tmp_path / "site" / path).read_text("utf-8")
    assert change[0] in text
    (tmp_path / "site" / path).write_text(text.replace(*change), "utf-8")
    found = check_site(world, tmp_path / "site")
    assert "site-disagree" in {problem.code for problem in found}


def test_a_page_over_its_budget_and_a_crowd_of_files_are_named(world, world_site, tmp_path):
    subprocess.run(["cp", "-r", str(world_site), str(tmp_path / "site")], check=True)
    for number in range(2000):
        (tmp_path / "site" / f"{number}.txt").touch()
    budgets = (("plan/index.html", 50), ("plan/*", 0.1))
    library = replace(world, settings=replace(world.settings, budgets=budgets))
    found = check_site(library, tmp_path / "site")
    heavy = {problem.uri for problem in found if problem.code == "site-weight"}
    assert {"plan/forages/index.html", "en/plan/forages/index.html"} <= heavy
    assert "plan/index.html" not in heavy
    assert "site-files" in {problem.code for problem in found}


def test_an_archive_over_its_budget_or_with_a_link_to_a_folder_is_named(
    world, world_site, tmp_path
):
    subprocess.run(["cp", "-r", str(world_site), str(tmp_path / "site")], check=True)
    folder = '<a href="b/">B</a><a href="b/index.html#c?d">B</a><a href="https://x.example/">X</a>'
    (tmp_path / "site" / ARCHIVE).write_bytes(zipped([("a.html", folder), ("b/index.html", "")]))
    library = replace(world, settings=replace(world.settings, budgets=((ARCHIVE, 0.1),)))
    found = [p for p in check_site(library, tmp_path / "site") if p.uri.startswith(ARCHIVE)]
    assert [(p.code, p.uri, p.value("target")) for p in found] == [
        ("site-archive", ARCHIVE, ""),
        ("site-link", f"{ARCHIVE}/a.html", "b/"),
    ]


def test_the_generator_names_no_country_no_organisation_and_no_record():
    library, _ = read(ROOT)
    names = {n.lower() for place in library.places.values() for n in place.names.values()}
    names |= {page.id for page in library.records.values()}
    names -= {"guide", "genre"}
    for folder in ("hooks", "overrides"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".html"):
                text = path.read_text("utf-8").lower()
                assert [n for n in names if re.search(rf"\b{re.escape(n)}\b", text)] == [], path


def test_the_real_site_builds_strictly_and_keeps_its_promises(real_site):
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "strict: true" in configuration
    library, problems = read(ROOT)
    assert [p for p in problems if p.severity == "error"] == []
    made = [p for p in real_site.rglob("index.html") if "data-page=" in p.read_text("utf-8")]
    assert len(made) == 2 * len(library.pages)
    assert len(list(real_site.glob("**/r/*/index.html"))) == 2 * len(library.records)
    assert not list(real_site.rglob("*.map"))


def test_each_problem_is_explained_on_the_page_that_its_code_leads_to(real_site):
    for prefix in ("", "en/"):
        path = f"{prefix}contribuer/problemes"
        listed = page(real_site, path)
        for code in messages("fr"):
            target = listed.css_first(f"li#{code} a").attributes["href"].partition("#")
            told = page(real_site, f"{path}/{target[0]}").css_first(f"h3#{code} ~ .told")
            assert target[2] == code
            assert f"[{code}]" in told.text(), code


def test_navigation_holds_no_record():
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda *_: None)
    data = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=Loader)
    assert all(next(iter(item.values())).endswith("index.md") for item in data["nav"])
