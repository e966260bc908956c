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
