"""The plan's table in a real browser: filters by keyboard, and a view shared by its address."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow


def shown(page):
    return page.locator("[data-plan-table] tbody tr:visible")


def test_a_filter_is_set_by_the_keyboard_told_and_kept_in_the_address(phone, base):
    phone.goto(base + "plan/")
    every = shown(phone).count()
    field = phone.get_by_role("combobox", name="État")
    field.focus()
    phone.keyboard.press("ArrowDown")
    assert "?status=" in phone.url
    few = shown(phone).count()
    assert 0 < few < every
    assert phone.locator("[data-plan-count][role=status]").inner_text() == (
        f"{few} activités sur {every}"
    )
    address = phone.url
    phone.goto(base)
    phone.goto(address)
    assert shown(phone).count() == few
    assert phone.get_by_role("combobox", name="État").input_value() in address


def test_the_table_is_whole_without_a_script(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "plan/?status=limited")
    assert not page.locator("[data-plan-filter]").is_visible()
    assert shown(page).count() == page.locator("[data-plan-table] tbody tr").count() > 1
    context.close()


FILTERS = ("objective", "status", "assessor", "place", "year")


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_shows_the_rows_that_have_its_value_and_no_other(phone, base, name):
    phone.goto(base + "plan/")
    select = phone.locator(f"select[name={name}]")
    values = select.locator("option").evaluate_all("all => all.map(o => o.value).filter(v => v)")
    rows = phone.locator("[data-plan-table] tbody tr")
    told = rows.evaluate_all(f"all => all.map(r => r.dataset.{name}.split(' '))")
    assert values
    for value in values:
        select.select_option(value)
        assert shown(phone).count() == sum(value in own for own in told)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_shared_address_opens_filtered_and_sorted_in_each_language(phone, base, prefix):
    phone.goto(f"{base}{prefix}plan/?assessor=official&sort=date#activites")
    rows = shown(phone)
    assert rows.count() > 0
    assert {rows.nth(i).get_attribute("data-assessor") for i in range(rows.count())} == {"official"}
    dates = [rows.nth(i).get_attribute("data-date") for i in range(rows.count())]
    assert dates == sorted(dates, reverse=True)
    assert phone.locator("select[name=sort]").input_value() == "date"


def test_an_address_with_a_value_that_does_not_exist_shows_everything(phone, base):
    phone.goto(base + "plan/?status=nowhere&other=1")
    assert shown(phone).count() == phone.locator("[data-plan-table] tbody tr").count()


@pytest.mark.parametrize("by", ["title", "date", "status"])
def test_the_rows_are_sorted_by_what_is_chosen(phone, base, by):
    phone.goto(base + "plan/")
    phone.locator("select[name=sort]").select_option(by)
    rows = phone.locator("[data-plan-table] tbody tr")
    if by == "title":
        titles = rows.locator("th").all_inner_texts()
        assert titles == phone.evaluate(
            "(all) => all.slice().sort((a, b) => a.localeCompare(b, 'fr'))", titles
        )
    else:
        values = rows.evaluate_all(f"all => all.map(r => r.dataset.{by})")
        assert values == sorted(values, reverse=True)
    assert f"sort={by}" in phone.url


def test_by_keyboard_alone_one_reaches_every_choice_and_takes_it_back(phone, base):
    phone.goto(base + "plan/")
    every = shown(phone).count()
    phone.locator("select[name=objective]").focus()
    reached = []
    for _ in range(len(FILTERS) + 2):
        reached.append(phone.evaluate("document.activeElement.name || document.activeElement.type"))
        if reached[-1] == "place":
            phone.keyboard.press("ArrowDown")
        phone.keyboard.press("Tab")
    assert reached == [*FILTERS, "sort", "reset"]
    assert shown(phone).count() < every
    phone.locator("[data-plan-filter] button[type=reset]").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url(lambda address: "?" not in address)
    assert shown(phone).count() == every


def test_a_screen_reader_is_told_the_form_each_choice_the_count_and_the_rows_left(phone, base):
    phone.goto(base + "plan/?status=limited")
    form = phone.get_by_role("form", name="Filtrer les activités")
    for label in ("Objectif", "État", "Selon", "Lieu", "Année d’une information", "Trier par"):
        assert form.get_by_role("combobox", name=label, exact=True).count() == 1, label
    assert form.get_by_role("button", name="Tout montrer").count() == 1
    few = shown(phone).count()
    table = phone.get_by_role("table", name="Activités attestées, état et date")
    assert table.get_by_role("row").count() == few + 1
    assert table.get_by_role("rowheader").count() == few
    assert phone.get_by_role("status").filter(has_text=f"{few} activités sur").count() == 1
