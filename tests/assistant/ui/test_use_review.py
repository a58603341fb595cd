"""The review desk in a real browser: decide, carry the log elsewhere, measure with it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.doors import execute
from assistant.evaluation.options import parse
from assistant.evaluation.temporary import QuickEncoder, fill
from assistant.review import Action, AuditLog
from assistant.settings import Settings
from assistant.ui.words import say
from index.embedding.models import load_encoder
from tests.assistant.ui.conftest import Browser, Served, start
from tests.assistant.ui.fakes import DOCUMENTS
from tests.assistant.ui.gestures import choose, toast

pytestmark = [pytest.mark.slow, pytest.mark.browser]

CLAIM = "The company sold 5 boats in 2024."
_FETCH = """
const done = arguments[arguments.length - 1];
const link = document.querySelector('#x-review-out a[href*=".jsonl"]');
fetch(link.href).then((answer) => answer.text()).then(done);
"""


def take_down(browser: Browser, button: str, name: str) -> str:
    """What a button of the desk hands out."""
    browser.click(button)
    browser.find(f"#x-review-out a[href*='{name}']")
    return str(browser.driver.execute_async_script(_FETCH))


def document(browser: Browser, key: str) -> None:
    """Choose a document by its id."""
    from selenium.webdriver.common.keys import Keys

    field = browser.find("#x-review-document input")
    browser.js("arguments[0].scrollIntoView({ block: 'center' })", field)
    field.click()
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys(key, Keys.TAB)
    browser.until(
        f"return document.querySelector('#x-review-document input').value.includes('{key}')"
    )


def decided(served: Served) -> list[tuple[str, str, str]]:
    entries = AuditLog.beside(served.stage.folder).entries()
    found = [e.decision for e in entries if e.decision.claim == CLAIM]
    return [(d.action.value, d.label or d.stance, d.document_id) for d in found]


def test_decisions_are_logged_carried_over_and_measured_with(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    browser.open(language="en")
    browser.type("#x-message textarea", CLAIM)
    browser.click("#x-message .submit-button")
    browser.find("#x-chat .x-chip.x-refuted")
    browser.until("return !document.querySelector('#x-save-md').disabled")
    browser.tab("review")
    choose(browser, "#x-review-choose", CLAIM)
    browser.shows("#x-review-shown", CLAIM)
    browser.click("#x-review-label input[value=supported]")
    browser.click("#x-review-override")
    toast(browser, "name of the reviewer")
    browser.type("#x-review-who textarea, #x-review-who input", "นที")
    browser.click("#x-review-override")
    toast(browser, "a decision needs a reason")
    browser.type("#x-review-reason textarea", "The report says five boats.")
    browser.click("#x-review-override")
    browser.shows("#x-review-log", "Overruled")
    browser.click("#x-review-add")
    toast(browser, say("en", "review.no_stance"))
    browser.click("#x-review-stance input[value=supports]")
    document(browser, "no-such")
    browser.click("#x-review-add")
    toast(browser, say("en", "review.no_document", id="no-such"))
    document(browser, "boat-en")
    browser.click("#x-review-add")
    browser.shows("#x-review-log tbody tr", "boat-en")
    document(browser, "whale-en")
    browser.click("#x-review-strike")
    browser.shows("#x-review-log tbody tr", "whale-en")
    newest = browser.text("#x-review-log tbody tr")
    assert "นที" in newest and say("en", "action.strike_evidence") in newest
    expected = [
        ("override", "supported", ""),
        ("add_evidence", "supports", "boat-en"),
        ("strike_evidence", "", "whale-en"),
    ]
    assert decided(served) == expected
    first = AuditLog.beside(served.stage.folder).entries()
    mine = next(e.decision for e in first if e.decision.claim == CLAIM)
    assert (mine.machine_label, mine.action) == ("refuted", Action.OVERRIDE)
    browser.picture("review-decided-en-1440")
    browser.nothing_overflows()
    log = take_down(browser, "#x-review-export", "jingmai-review.jsonl")
    claims = take_down(browser, "#x-review-claims", "jingmai-reviewed-claims.jsonl")
    rows = [json.loads(line) for line in claims.splitlines()]
    row = next(r for r in rows if r["claim"] == CLAIM)
    assert (row["label"], row["evidence_ids"]) == ("supported", ["boat-en"])
    other = start(tmp_path)
    try:
        carried(Browser(browser.driver, other.url), other, tmp_path, log, claims)
        assert decided(other) == expected
        measured(other)
    finally:
        other.blocks.close(verbose=False)


def carried(browser: Browser, other: Served, folder: Path, log: str, claims: str) -> None:
    """Into the log of another page come whole logs only, and nothing twice."""
    files = {
        "claims.jsonl": claims,
        "half.jsonl": log + "{}\n",
        "edited.jsonl": log.replace("five boats", "six boats"),
    }
    browser.open(language="th")
    browser.tab("review")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
        browser.upload("#x-review-import", folder / name)
        toast(browser, f"นำเข้า {name} ไม่ได้")
        browser.until("return !!document.querySelector('#x-review-import input[type=file]')")
        assert AuditLog.beside(other.stage.folder).entries() == ()
    count = len(log.splitlines())
    (folder / "good.jsonl").write_text(log, "utf-8")
    for fresh in (count, 0):
        browser.upload("#x-review-import", folder / "good.jsonl")
        browser.shows("#x-review-note", say("th", "review.imported", count=fresh))
    browser.shows("#x-review-log", "whale-en")
    browser.size(390)
    browser.until(
        "const cells = document.querySelectorAll('#x-review-log tr:first-child td[data-name]');"
        "return new Set([...cells]"
        ".map((e) => e.offsetLeft)).size === 1"
    )
    before = (
        "return getComputedStyle(document.querySelector('#x-review-log td'), '::before').content"
    )
    assert say("th", "review.when") in browser.js(before)
    browser.nothing_overflows()


def measured(other: Served) -> None:
    """What was decided is a data set of `jingmai eval`."""
    settings = replace(Settings(), store=other.stage.folder)
    encoder = QuickEncoder(load_encoder(settings.encoder))
    fill(settings.folder, encoder, DOCUMENTS).close()

    def figures(kind: str) -> dict[str, Any]:
        words = [kind, "--dataset", "review", "--json", "-", "--no-history"]
        found: dict[str, Any] = json.loads(execute(parse(words), settings).text)
        return found

    gold = {p["id"]: p["gold"] for p in figures("verdicts")["predictions"]}
    entries = AuditLog.beside(settings.folder).entries()
    key = next(e.decision.claim_id for e in entries if e.decision.claim == CLAIM)
    assert gold[key] == "supported"
    retrieval = figures("retrieval")
    assert retrieval["per_query"]["hybrid"]["R@5"][key] == 1.0
    assert retrieval["documents"] == len(DOCUMENTS)
