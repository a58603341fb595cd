"""Take the README's screenshots anew, from the real program.

    python -m tests.assistant.ui.screenshots [NAME ...] [--folder FOLDER]

Writes PNG files into FOLDER (by default where the README looks for them): those with a NAME, or
all of them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from tests.assistant.ui.conftest import Browser
from tests.assistant.ui.product import product

FOLDER = Path(__file__).parents[3] / "assistant" / "ui" / "screenshots"
WIDE, PHONE = (1280, 900), (390, 844)


def main(argv: Sequence[str] | None = None) -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    args = parser.parse_args(argv)
    with product() as served:
        browser = served.browser
        for name, size, take in (
            ("chat-th-wide", WIDE, chat),
            ("chat-en-phone-dark", PHONE, phone),
            ("article-th-wide", WIDE, article),
            ("library-th-wide", WIDE, library),
            ("evaluation-th-wide", WIDE, evaluation),
        ):
            if args.names and name not in args.names:
                continue
            take(browser, *size)
            time.sleep(0.5)  # colours fade in
            browser.driver.save_screenshot(str(args.folder / f"{name}.png"))


def chat(browser: Browser, width: int, height: int) -> None:
    """A claim that is off by a factor of a thousand."""
    browser.open(language="th", width=width, height=height)
    ask(browser, "อเมซอนมียอดขายสุทธิไตรมาส 4 ปี 2567 อยู่ที่ 187.8 ล้านดอลลาร์จริงไหม")
    browser.js("window.scrollTo(0, 0)")


def phone(browser: Browser, width: int, height: int) -> None:
    """The same conversation in English, in the dark."""
    browser.open(language="en", width=width, height=height, dark=True)
    ask(browser, "Is it true that Amazon's operating income for 2024 was $68.6 billion?")
    browser.js("window.scrollTo(0, 0)")


def article(browser: Browser, width: int, height: int) -> None:
    """The sample article, with the claim about DeepSeek's budget chosen."""
    browser.open(language="th", width=width, height=height)
    browser.tab("article")
    browser.click("#x-article-sample")
    browser.until("return document.querySelector('#x-article-text textarea').value.length > 500")
    browser.click("#x-article-check")
    browser.find("#x-article-table [data-testid=cell-0-0]", 120)
    browser.js(
        "[...document.querySelectorAll('#x-article-reader .x-mark')]"
        ".find((x) => x.innerText.includes('Deepseek')).click()"
    )
    browser.shows("#x-article-detail", "Deepseek")
    browser.js("document.querySelector('#x-article-head').scrollIntoView()")


def library(browser: Browser, width: int, height: int) -> None:
    """One question, three ways of searching."""
    browser.open(language="th", width=width, height=height)
    browser.tab("library")
    browser.type("#x-search-query textarea", "อเมซอนจะลงทุนศูนย์ข้อมูลในไทยเท่าไร")
    browser.click("#x-search-go")
    browser.find("#x-search-found .x-columns", 60)


def evaluation(browser: Browser, width: int, height: int) -> None:
    """How well evidence for the sample claims is found."""
    browser.open(language="th", width=width, height=height)
    browser.tab("evaluation")
    browser.click("#x-eval-kind input[value=retrieval]")
    browser.click("#x-eval-run")
    browser.find("#x-eval-note .x-done", 180)
    browser.js("document.querySelector('#x-eval-figures').scrollIntoView()")


def ask(browser: Browser, message: str) -> None:
    """Ask in the chat and wait for the whole answer."""
    browser.type("#x-message textarea", message)
    browser.click("#x-message .submit-button")
    browser.find("#x-chat .x-ev", 60)
    browser.until("return !document.querySelector('#x-save-md').disabled", 60)


if __name__ == "__main__":
    main()
