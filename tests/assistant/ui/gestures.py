"""What the browser tests of several desks do and look for."""

# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.fakes import DOCUMENTS

PHONE = 390
LONG = "\n".join(f"เรือลำที่ {n} ของบริษัทลอยน้ำได้ดีมาก boats {n}" for n in range(200))


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


def revealed(browser: Browser, css: str) -> None:
    """Until a click has brought up what `css` names: it has the focus, and its top is in sight."""
    browser.until(f"return !!document.activeElement?.matches({json.dumps(css)})")
    in_sight(browser, css)


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


def toast(browser: Browser, words: str) -> None:
    """Until one message, of one line and with `words`, is shown; then it is closed."""
    browser.shows(".toast-wrap", words)
    said = browser.js(
        "return [...document.querySelectorAll('.toast-body')].map((e) => e.innerText.split('\\n'))"
    )
    assert len(said) == 1 and len(said[0]) == 3, said  # a title, a cross and a line
    browser.click(".toast-wrap [data-testid=toast-close]")
    browser.until("return !document.querySelector('.toast-body')")


def choose(browser: Browser, css: str, words: str) -> None:
    """Choose the option with `words` in the list of a field."""
    field = browser.find(f"{css} input")
    browser.js("arguments[0].scrollIntoView({ block: 'center' })", field)
    field.click()
    option = "[...document.querySelectorAll('[role=option]')].find((x) => x.innerText.includes(arguments[0]))"
    browser.until(f"return !!{option.replace('arguments[0]', json.dumps(words))}")
    browser.js(f"{option}.dispatchEvent(new MouseEvent('mousedown', {{ bubbles: true }}))", words)


@contextmanager
def documents(served: Served, text: str) -> Iterator[None]:
    """A document with `text`, the first of the table, for as long as the block takes."""
    fresh = replace(DOCUMENTS[2], id="a-long-one", title="Long", text=text)
    served.checker.library.add([fresh])
    try:
        yield
    finally:
        served.checker.library.remove(["a-long-one"])
