"""How the chat is used, in a real browser: stopped, started over, asked at length."""

# ruff: noqa: E501

from __future__ import annotations

import time

import pytest

from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser
from tests.assistant.ui.gestures import LONG, PHONE, in_sight, put

pytestmark = [pytest.mark.slow, pytest.mark.browser]


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
