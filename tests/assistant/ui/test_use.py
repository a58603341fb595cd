"""What holds on every desk, in a real browser: whole letters, headings that fit, no barriers."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.gestures import PHONE, documents, put, serious

pytestmark = [pytest.mark.slow, pytest.mark.browser]


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
