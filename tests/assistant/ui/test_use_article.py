"""How the article desk is used, in a real browser: stopped, given twice, looked into."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser
from tests.assistant.ui.gestures import LONG, PHONE, in_sight, put, revealed

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_stopped_article_keeps_its_verdicts_table_and_exports(
    browser: Browser, slow: None
) -> None:
    browser.open(language="th")
    browser.tab("article")
    put(browser, "#x-article-text textarea", LONG)
    browser.click("#x-article-check")
    browser.until(
        "return document.querySelectorAll('#x-article-reader .x-edge-refuted').length > 2"
    )
    browser.click("#x-article-stop")
    browser.shows("#x-article-head", "หยุดแล้ว")
    done = int(re.search(r"ตรวจไป (\d+) จาก 200 ข้อ", browser.text("#x-article-head"))[1])
    browser.find("#x-article-table [data-testid=cell-0-0]")
    browser.find("#x-article-make")
    time.sleep(0.6)
    head = browser.text("#x-article-head")
    assert f"ตรวจไป {done} จาก 200 ข้อ" in head and f"{done}/200" not in head
    assert browser.js("return !document.querySelector('#x-article-stop')")
    left = browser.js("return document.querySelector('#x-article-reader .x-edge-waiting').title")
    assert left.endswith(say("th", "card.unchecked"))
    browser.click("#x-article-make")
    browser.find("#x-article-out a[href*='.html']")


_HEARD = 1.5
"""Seconds within which the page has heard which field was filled last."""


def test_what_was_put_in_last_is_checked(browser: Browser, tmp_path: Path) -> None:
    browser.open(language="en")
    browser.tab("article")
    put(browser, "#x-article-text textarea", "The typed boats float on the water.")
    paper = tmp_path / "paper.txt"
    paper.write_text("The filed boats float on the water.", "utf-8")
    browser.upload("#x-article-file", paper)
    browser.shows("#x-article-file", "paper")
    time.sleep(_HEARD)
    browser.click("#x-article-check")
    browser.shows("#x-article-reader", "The filed boats")
    browser.shows("#x-article-head", "this is the file")
    put(browser, "#x-article-text textarea", "The typed boats sink in the water.")
    time.sleep(_HEARD)
    browser.click("#x-article-check")
    browser.shows("#x-article-reader", "The typed boats sink")
    browser.shows("#x-article-head", "this is the text")


@pytest.mark.parametrize("width", [PHONE, 1440])
def test_what_a_click_brings_up_comes_into_sight(browser: Browser, width: int) -> None:
    browser.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]},
    )  # the page moves at once: a click cannot miss
    browser.open(language="en", width=width)
    browser.tab("article")
    put(
        browser,
        "#x-article-text textarea",
        "\n".join(f"The boats {n} float on the water." for n in range(30)),
    )
    browser.click("#x-article-check")
    browser.find("#x-article-table [data-testid=cell-0-0]")
    revealed(browser, "#x-article-head")
    browser.press("#x-article-reader [data-pick='20']")
    browser.shows("#x-article-detail", "boats 20")
    revealed(browser, "#x-article-detail")
    browser.press("#x-article-detail .x-pick")
    in_sight(browser, "#x-article-source .x-doc")
    browser.until("return document.activeElement.id === 'x-article-source'")
    browser.press("#x-article-table [data-testid=cell-2-0]")
    browser.shows("#x-article-detail", "boats 2 ")
    in_sight(browser, "#x-article-detail")
