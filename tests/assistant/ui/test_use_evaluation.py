"""The evaluation desk in a real browser, with real measurements: run, compared, stopped."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from assistant.evaluation.history import History, Run, history_path
from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.gestures import PHONE, choose, toast

pytestmark = [pytest.mark.slow, pytest.mark.browser]

CLAIMS = 6


def runs(served: Served) -> tuple[Run, ...]:
    return History(history_path(served.stage.folder)).runs()


def some_claims(folder: Path) -> Path:
    """A few of the sample claims, whose evidence comes with the program."""
    rows = (resources.files("seeds") / "claims.jsonl").read_text("utf-8").splitlines()
    known = [row for row in rows if json.loads(row).get("evidence_ids")]
    path = folder / "some-claims.jsonl"
    path.write_text("\n".join(known[:CLAIMS]) + "\n", "utf-8")
    return path


def test_a_data_set_of_ones_own_is_measured_and_compared(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    browser.open(language="en")
    browser.tab("evaluation")
    browser.click("#x-eval-kind input[value=retrieval]")
    browser.until("return !document.querySelector('#x-eval-limit')")
    browser.click("#x-eval-dataset input[value=file]")
    browser.click("#x-eval-run")
    toast(browser, say("en", "evaluation.no_file"))
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"a": 1}\n', "utf-8")
    before = len(runs(served))
    browser.upload("#x-eval-file", wrong)
    browser.shows("#x-eval-file", "wrong")
    browser.click("#x-eval-run")
    toast(browser, "wrong.jsonl has no shape that is known")
    assert len(runs(served)) == before and not browser.text("#x-eval-note")
    browser.click("#x-eval-file button[aria-label]")
    browser.upload("#x-eval-file", some_claims(tmp_path))
    browser.shows("#x-eval-file", "some-claims")
    for count in (1, 2):
        browser.click("#x-eval-run")
        browser.find("#x-eval-note .x-meter")
        number = before + count
        browser.shows("#x-eval-note", say("en", "evaluation.finished", run=number), 60)
        browser.until("return !document.querySelector('#x-eval-stop')")
    browser.shows("#x-eval-figures", f"some-claims: {CLAIMS} queries")
    browser.shows("#x-eval-figures .x-compared", f"Run {before + 2} against run {before + 1}")
    browser.shows("#x-eval-figures .x-compared", "both runs rank the right evidence equally high")
    choose(browser, "#x-eval-b", say("en", "evaluation.nothing_to_compare"))
    browser.until("return !document.querySelector('#x-eval-figures .x-compared')")
    found = runs(served)[-1].figures
    every = say("en", "evaluation.all_slices", count=len(found["slices"]))
    browser.shows("#x-eval-figures", every)
    rows = "return document.querySelectorAll('#x-eval-figures .x-fold tbody tr').length"
    assert browser.js(rows) == len(found["slices"]) > 0
    whiskers = "return document.querySelectorAll('#x-eval-figures .x-chart .x-whisker').length"
    assert browser.js(whiskers) > 0, "slices are drawn with their intervals"
    browser.open(language="th", width=PHONE, dark=True)
    browser.tab("evaluation")
    browser.shows("#x-eval-figures", say("th", "meaning.title"))
    browser.js("document.querySelectorAll('.x-fold').forEach((e) => { e.open = true; })")
    browser.nothing_overflows()
    browser.picture("evaluation-run-th-390-dark")


def test_a_run_that_is_stopped_leaves_nothing(browser: Browser, served: Served) -> None:
    before = len(runs(served))
    browser.open(language="th")
    browser.tab("evaluation")
    browser.click("#x-eval-run")
    browser.find("#x-eval-note .x-meter", 60)
    browser.click("#x-eval-stop")
    browser.shows("#x-eval-note", say("th", "evaluation.stopped"))
    browser.until("return !document.querySelector('#x-eval-stop')")
    assert len(runs(served)) == before
