"""How the page is used, in a real browser: stopped, on a phone, by keyboard, in Thai."""

# ruff: noqa: E501

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.fakes import DOCUMENTS

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PHONE = 390
LONG = "\n".join(f"เรือลำที่ {n} ของบริษัทลอยน้ำได้ดีมาก boats {n}" for n in range(200))


@pytest.fixture
def slow(served: Served) -> Iterator[None]:
    """Claims take a while."""
    served.checker.pace = 0.05
    yield
    served.checker.pace = 0.0


def put(browser: Browser, css: str, words: str) -> None:
    """Paste `words` into the field."""
    browser.find(css)
    browser.js(
        "const e = document.querySelector(arguments[0]);"
        "const kind = e.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;"
        "Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(e, arguments[1]);"
        "e.dispatchEvent(new Event('input', { bubbles: true }));",
        css,
        words,
    )


def in_sight(browser: Browser, css: str) -> None:
    """Until the top of what `css` names is on the screen."""
    browser.until(
        f"const b = document.querySelector({json.dumps(css)})?.getBoundingClientRect();"
        "return b && b.height > 0 && b.top >= -2 && b.top < innerHeight - 40"
    )


def test_a_stopped_answer_stays_as_it_was(browser: Browser, slow: None) -> None:
    browser.open(language="en")
    put(browser, "#x-message textarea", LONG)
    browser.click("#x-message .submit-button")
    browser.until("return document.querySelectorAll('#x-chat details.x-card').length >= 4")
    browser.click("#x-stop")
    browser.shows("#x-chat", say("en", "chat.stopped"))
    stays = (
        "return [document.querySelectorAll('#x-chat details.x-card').length,"
        " !!document.querySelector('#x-stop'), !!document.querySelector('#x-chat .x-busy')]"
    )
    count, stop, busy = browser.js(stays)
    assert 4 <= count < 100 and not stop and not busy
    time.sleep(0.6)  # a late event of the stream would have come by now
    assert browser.js(stays) == [count, False, False]
    browser.until("return !document.querySelector('#x-save-md').disabled")


def test_starting_over_in_the_middle_of_an_answer_leaves_nothing(
    browser: Browser, slow: None
) -> None:
    browser.open(language="en")
    put(browser, "#x-message textarea", LONG)
    browser.click("#x-message .submit-button")
    browser.find("#x-chat details.x-card")
    browser.click("#x-clear")
    browser.until("return document.querySelectorAll('#x-chat .user-row').length === 0")
    time.sleep(0.6)
    assert browser.js(
        "return [document.querySelectorAll('#x-chat .message').length, !!document.querySelector('#x-stop')]"
    ) == [0, False]


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


def serious(browser: Browser, axe: str) -> dict[str, list[str]]:
    """What axe finds that is serious or worse, by rule."""
    if not browser.js("return !!window.axe"):
        browser.js(axe)
    result = browser.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, { resultTypes: ['violations'] }).then(done)"
    )
    return {
        rule["id"]: [node["html"][:200] for node in rule["nodes"][:3]]
        for rule in result["violations"]
        if rule["impact"] in ("serious", "critical")
    }


def test_axe_finds_nothing_serious_on_a_phone_from_the_first_look_to_an_error(
    browser: Browser, axe: str, served: Served
) -> None:
    with documents(served, "They sold 5 boats in 2024. " * 200):
        browser.open(language="en", width=PHONE)
        assert not serious(browser, axe), "the empty chat"
        browser.tab("article")
        browser.click("#x-article-check")
        browser.find(".toast-body")
        assert not serious(browser, axe), "an error"
        browser.click(".toast-wrap [data-testid=toast-close]")
        browser.tab("library")
        browser.find("#x-library-table [data-testid=cell-0-0]")
        browser.press("#x-library-table [data-testid=cell-0-0]")
        browser.shows("#x-library-detail .x-text", "They sold")
        assert browser.js(
            "const e = document.querySelector('.x-text'); return e.scrollHeight > e.clientHeight + 100"
        )
        assert not serious(browser, axe), "a long document"


@contextmanager
def documents(served: Served, text: str) -> Iterator[None]:
    """A document with `text`, the first of the table, for as long as the block takes."""
    fresh = replace(DOCUMENTS[2], id="a-long-one", title="Long", text=text)
    served.checker.library.add([fresh])
    try:
        yield
    finally:
        served.checker.library.remove(["a-long-one"])


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
    in_sight(browser, "#x-article-head")
    browser.press("#x-article-reader [data-pick='20']")
    browser.shows("#x-article-detail", "boats 20")
    in_sight(browser, "#x-article-detail")
    browser.press("#x-article-detail .x-pick")
    in_sight(browser, "#x-article-source .x-doc")
    browser.until("return document.activeElement.id === 'x-article-source'")
    browser.press("#x-article-table [data-testid=cell-2-0]")
    browser.shows("#x-article-detail", "boats 2 ")
    in_sight(browser, "#x-article-detail")


def test_the_library_answers_beside_the_button(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    with documents(served, "A harbour."):
        browser.open(language="en", width=PHONE)
        browser.tab("library")
        browser.shows("#x-library-table", "a-long-one")
        browser.press("#x-library-table [data-testid=cell-0-0]")
        browser.shows("#x-library-detail", "A harbour.")
        in_sight(browser, "#x-library-detail")
        put(browser, "#x-edit-publisher input", "Harbour Press")
        browser.press("#x-library-save")
        browser.shows("#x-library-saved", say("en", "library.saved"))
        in_sight(browser, "#x-library-saved")
        browser.shows("#x-library-detail", "Harbour Press")
        browser.click("#x-library-sure input")
        browser.press("#x-library-remove")
        browser.shows("#x-library-gone", "Removed")
        in_sight(browser, "#x-library-gone")
    extra = tmp_path / "beside.txt"
    extra.write_text("A new boat floats well.", "utf-8")
    browser.click("#x-library-add button")
    browser.upload("#x-library-files", extra)
    browser.shows("#x-library-files", "beside")
    browser.press("#x-library-add-go")
    browser.shows("#x-library-note", "1 added")
    in_sight(browser, "#x-library-note")
    served.checker.library.remove(
        [d.id for d in served.checker.library.documents() if "beside" in d.id]
    )


def test_a_long_question_leaves_room_for_its_answer(browser: Browser) -> None:
    browser.open(language="th", width=PHONE)
    put(browser, "#x-message textarea", "ปลาทูขายได้ดีมากในปีที่ผ่านมา และราคาก็ดีขึ้นด้วย " * 10)
    browser.click("#x-message .submit-button")
    browser.find("#x-chat .x-card, #x-chat .x-tally")
    said = "document.querySelector('#x-chat .x-said')"
    height = f"const e = {said}; return e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)"
    assert 3.5 < browser.js(height) < 4.5
    in_sight(browser, "#x-chat .x-answer")
    browser.click("#x-chat .x-more summary")
    assert browser.js(height) > 8
    assert say("th", "chat.show_less") in browser.text("#x-chat .x-more")
    browser.open(language="th")
    put(browser, "#x-message textarea", "ปลาทูขายได้ดีมากในปีที่ผ่านมา และราคาก็ดีขึ้นด้วย " * 10)
    browser.click("#x-message .submit-button")
    browser.find("#x-chat .x-said")
    assert not browser.js("return document.querySelector('#x-chat .x-more').offsetHeight"), (
        "it fits a wide screen"
    )


def test_tables_are_sorted_by_keyboard(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    def key(name: str) -> None:
        browser.driver.switch_to.active_element.send_keys(name)

    browser.open(language="en")
    browser.tab("library")
    browser.find("#x-library-table th .cell-menu-button[tabindex='0']")
    shown = "return [...document.querySelectorAll('#x-library-table th .cell-menu-button')].every((e) => e.offsetWidth >= 24)"
    assert browser.js(shown)
    browser.find("#x-library-table .search-input").send_keys(Keys.TAB)
    for _ in range(8):
        if browser.js("return document.activeElement.className.includes('cell-menu-button')"):
            break
        key(Keys.TAB)
    key(Keys.ENTER)
    browser.until("return document.activeElement.getAttribute('role') === 'menuitem'")
    key(Keys.ARROW_DOWN)
    assert browser.js("return document.activeElement.innerText.trim()") == "Sort descending"
    key(Keys.ENTER)
    browser.shows(
        "#x-library-table [data-testid=cell-0-0], #x-library-table .virtual-row", "whale-en"
    )
    browser.until("return document.activeElement.className.includes('cell-menu-button')")
    key(Keys.ENTER)
    browser.until("return document.activeElement.getAttribute('role') === 'menuitem'")
    key(Keys.ESCAPE)
    browser.until("return !document.querySelector('.cell-menu')")


INK = """
const [data, done] = [arguments[0], arguments[arguments.length - 1]], image = new Image();
image.onload = () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const { data: dots } = brush.getImageData(0, 0, image.width, image.height);
  const rows = new Set();
  for (let n = 0; n < dots.length; n += 4) {
    if (dots[n] + dots[n + 1] + dots[n + 2] < 300) rows.add(Math.floor(n / 4 / image.width));
  }
  done(rows.size);
};
image.src = 'data:image/png;base64,' + data;
"""


def ink(browser: Browser, css: str) -> int:
    """How many rows of dots the writing in a field takes."""
    shot = browser.driver.find_element("css selector", css).screenshot_as_base64
    return int(browser.driver.execute_async_script(INK, shot))


def test_marks_over_marks_are_whole_in_single_lines(browser: Browser) -> None:
    browser.open(language="th", width=1440)
    browser.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 1440, "height": 1000, "deviceScaleFactor": 3, "mobile": False},
    )
    for desk, css in (
        ("article", "#x-article-url input"),
        ("bulk", "#x-bulk-form input"),
        ("review", "#x-review-who input"),
    ):
        browser.tab(desk)
        browser.find(css)
        browser.js(
            "document.querySelector('#free')?.remove();"
            "const e = document.querySelector(arguments[0]), free = document.createElement('div');"
            "const { font, color } = getComputedStyle(e);"
            "e.scrollIntoView({ block: 'center' });"
            "e.value = free.innerText = 'น้ำผึ้ง ปิ๊ก ป้ำ ฟื้น ฎู'; free.id = 'free';"
            "Object.assign(e.style, { borderColor: 'white', caretColor: 'transparent' });"
            "Object.assign(free.style, { font, color, background: 'white', position: 'fixed', top: 0,"
            " left: 0, zIndex: 9999, lineHeight: 4 }); document.body.append(free);",
            css,
        )
        assert ink(browser, css) >= ink(browser, "#free") - 1 > 40, desk


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("en", PHONE), ("th", PHONE)])
def test_headings_and_hints_fit(browser: Browser, language: str, width: int) -> None:
    browser.open(language=language, width=width)
    room = """
      const e = document.querySelector('#x-message textarea'), style = getComputedStyle(e);
      const brush = document.createElement('canvas').getContext('2d');
      brush.font = style.font;
      return e.clientWidth - brush.measureText(e.placeholder).width;
    """
    assert browser.js(room) >= 0
    browser.tab("library")
    browser.find("#x-library-table [data-testid=cell-0-0]")
    cut = """
      return [...document.querySelectorAll(arguments[0] + ' th')].filter((th) => {
        const span = th.querySelector('.header-content span'), range = document.createRange();
        range.selectNodeContents(span);
        const words = span.innerText.trim().split(/\\s+/).length;
        return range.getBoundingClientRect().right > th.querySelector('.cell-menu-button').getBoundingClientRect().left + 2
          || range.getClientRects().length > words;
      }).map((th) => th.innerText)
    """
    assert browser.js(cut, "#x-library-table") == []
    browser.tab("article")
    put(browser, "#x-article-text textarea", "The boats float on the water.")
    browser.click("#x-article-check")
    browser.find("#x-article-table [data-testid=cell-0-0]")
    assert browser.js(cut, "#x-article-table") == []
    blank = (
        "const t = document.querySelector('#x-article-table .table-wrap').getBoundingClientRect();"
        "return t.right - [...document.querySelectorAll('#x-article-table th')].at(-1).getBoundingClientRect().right"
    )
    assert browser.js(blank) < 6
    browser.nothing_overflows()
