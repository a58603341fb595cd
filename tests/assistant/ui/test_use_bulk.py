"""How the bulk desk is used, in a real browser: on a phone, with a wrong file."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.gestures import PHONE

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_bulk_results_stack_on_a_phone_and_are_told_as_cards_tell_them(
    browser: Browser, tmp_path: Path
) -> None:
    browser.open(language="en", width=PHONE)
    browser.tab("bulk")
    path = tmp_path / "many.csv"
    path.write_text("id,claim\n1,boats float on the water\n2,figures of boats\n", "utf-8")
    run(browser, path)
    wide, tall = browser.js(
        "return [[...document.querySelectorAll('#x-bulk-table .x-scroll')].map((e) => e.scrollWidth - e.clientWidth),"
        " [...document.querySelectorAll('#x-bulk-table tbody tr')].map((e) => e.offsetHeight)]"
    )
    assert max(wide) <= 0 and max(tall) < 340
    places = browser.js(
        "return [...document.querySelector('#x-bulk-table tbody tr').cells].map((e) => e.offsetLeft)"
    )
    assert len(set(places)) == 1, "one under the other"
    told = browser.text("#x-bulk-table")
    assert "2.664 million ≈ 2.788 million ✓" in told and "≈ ≈" not in told
    assert not browser.js("return document.querySelector('#x-bulk-table .x-full').open")
    assert "“The company sold" not in told
    browser.click("#x-bulk-table .x-full summary")
    browser.shows("#x-bulk-table", "“The company sold")
    assert browser.js("return !!document.querySelector('#x-bulk-table .x-sum')")
    browser.open(language="en", width=1440)
    browser.tab("bulk")
    browser.until(
        "return new Set([...document.querySelector('#x-bulk-table tbody tr').cells].map((e) => e.offsetTop)).size === 1"
    )


def run(browser: Browser, path: Path) -> None:
    """Check the whole of a file of claims."""
    browser.upload("#x-bulk-file", path)
    browser.until("return !document.querySelector('#x-bulk-start').disabled")
    browser.click("#x-bulk-start")
    browser.shows("#x-bulk-board", say("en", "bulk.state.done"))


def test_a_wrong_file_takes_no_results_away(
    browser: Browser, tmp_path: Path, served: Served
) -> None:
    browser.open(language="en")
    browser.tab("bulk")
    good, bad, more = (tmp_path / f"{name}.csv" for name in ("good", "bad", "more"))
    good.write_text("id,claim\n1,boats float\n", "utf-8")
    bad.write_text("a,b\n1,2\n", "utf-8")
    more.write_text("id,claim\n" + "".join(f"{n},boats {n}\n" for n in range(200)), "utf-8")
    away = "#x-bulk-file button[aria-label]"
    run(browser, good)
    browser.click(away)
    browser.upload("#x-bulk-file", bad)
    browser.shows(".toast-wrap", "the columns are")
    browser.shows("#x-bulk-scan", "good.csv")
    browser.shows("#x-bulk-board", say("en", "bulk.state.done"))
    browser.click("#x-bulk-make")
    browser.find("#x-bulk-out a[href*='good-checked.csv']")
    served.checker.pace = 0.1
    try:
        browser.upload("#x-bulk-file", more)
        browser.shows("#x-bulk-scan", "more.csv")
        browser.until("return !document.querySelector('#x-bulk-start').disabled")
        browser.click("#x-bulk-start")
        browser.shows("#x-bulk-board", say("en", "bulk.state.running"))
        browser.click(away)
        browser.upload("#x-bulk-file", good)
        browser.shows(".toast-wrap", say("en", "bulk.going"))
        browser.shows("#x-bulk-scan", "more.csv")
        browser.shows("#x-bulk-board", say("en", "bulk.state.running"))
        browser.click("#x-bulk-cancel")
    finally:
        served.checker.pace = 0.0
    browser.shows("#x-bulk-board", say("en", "bulk.state.cancelled"))
