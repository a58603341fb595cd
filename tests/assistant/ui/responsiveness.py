"""How fast the page answers: alone, beside an evaluation and beside a long bulk run. Prints JSON.

    python -m tests.assistant.ui.responsiveness [--rows 1000]

Serves the real program from a new store, drives it with headless Chromium and times what a
visitor sees, in milliseconds: the first words and the verdict of a chat answer, the search in
the library, and opening another desk. `alone` is with nothing else going on, `beside_evaluation`
while verdicts on the sample claims are measured from the page, `beside` during the bulk run.
The aim is a second for the first words of an answer and for every other desk; what else keeps
the machine busy counts, so `load` tells of it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from tests.assistant.ui.conftest import Browser
from tests.assistant.ui.product import product

_CHAT = """
const done = arguments[arguments.length - 1];
const count = (css) => document.querySelectorAll('#x-chat ' + css).length;
const answers = count('.x-answer'), cards = count('.x-card > .x-top');
const began = performance.now();
let first = 0;
const timer = setInterval(() => {
  if (!first && count('.x-answer') > answers) first = performance.now() - began;
  if (count('.x-card > .x-top') > cards) {
    clearInterval(timer); done([first, performance.now() - began]);
  }
}, 5);
document.querySelector('#x-message .submit-button').click();
"""
_SEARCH = """
const done = arguments[arguments.length - 1], began = performance.now();
const found = document.querySelector('#x-search-found .x-columns');
if (found) found.remove();
const timer = setInterval(() => {
  if (document.querySelector('#x-search-found .x-columns')) {
    clearInterval(timer); done(performance.now() - began);
  }
}, 5);
document.querySelector('#x-search-go').click();
"""
_TAB = """
const done = arguments[arguments.length - 1], began = performance.now();
document.querySelector('#x-tab-' + arguments[0] + '-button').click();
const timer = setInterval(() => {
  const panel = document.querySelector('#x-tab-' + arguments[0]);
  if (panel && getComputedStyle(panel).display !== 'none') {
    clearInterval(timer); done(performance.now() - began);
  }
}, 5);
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=6)
    args = parser.parse_args(argv)
    with product() as served:
        told = measure(served.browser, served.folder, args.rows, args.rounds)
    load = [round(x, 1) for x in os.getloadavg()]
    facts = {"load": load, "seconds_to_address": round(served.seconds, 1)}
    print(json.dumps({**facts, **told}, indent=1))
    return 0


def measure(browser: Browser, folder: Path, rows: int, rounds: int) -> dict[str, Any]:
    """Time a visitor alone, then beside a run over `rows` claims."""
    browser.open(language="en")
    first, verdict = chat(browser, "The sea covers most of the Earth.")
    told: dict[str, Any] = {"first_chat": {"first_words": first, "verdict": verdict}}
    told["alone"] = visit(browser, rounds)
    told["beside_evaluation"] = beside_evaluation(browser, rounds)
    browser.tab("bulk")
    browser.upload("#x-bulk-file", claims_file(folder, rows))
    browser.until("return !document.querySelector('#x-bulk-start').disabled", 60)
    browser.click("#x-bulk-start")
    browser.until("return document.querySelector('#x-bulk-board .x-meter')", 90)
    told["beside"] = visit(browser, rounds)
    browser.tab("bulk")
    told["progress_after_visit"] = browser.text("#x-bulk-board .x-small-line")
    browser.until(
        "return document.querySelector('#x-bulk-board').innerText.includes('Finished')", 900
    )
    told["progress_at_end"] = browser.text("#x-bulk-board .x-small-line")
    return told


def beside_evaluation(browser: Browser, rounds: int) -> dict[str, Any]:
    """Time a visitor beside an evaluation; `went_on` says whether it outlasted the visit."""
    browser.tab("evaluation")
    browser.click("#x-eval-run")
    browser.until("return document.querySelector('#x-eval-note .x-meter')", 90)
    told = visit(browser, rounds)
    browser.tab("evaluation")
    told["went_on"] = bool(browser.js("return document.querySelector('#x-eval-stop')"))
    browser.until("return document.querySelector('#x-eval-note .x-done')", 300)
    return told


def visit(browser: Browser, rounds: int) -> dict[str, Any]:
    """What a visitor waits for, as median and worst of `rounds`."""
    waits: dict[str, list[float]] = {}
    for number in range(rounds):
        first, verdict = chat(browser, f"Amazon spent {80 + number} billion dollars in 2024.")
        waits.setdefault("chat_first_words", []).append(first)
        waits.setdefault("chat_verdict", []).append(verdict)
        for name in ("article", "library"):
            waits.setdefault("tab", []).append(run(browser, _TAB, name))
        browser.type("#x-search-query textarea", f"data centres {number}")
        waits.setdefault("search", []).append(run(browser, _SEARCH))
    return {
        name: {"median": round(statistics.median(found)), "worst": round(max(found))}
        for name, found in waits.items()
    }


def chat(browser: Browser, claim: str) -> tuple[int, int]:
    """Milliseconds to the first words of an answer and to its verdict."""
    browser.tab("chat")
    browser.type("#x-message textarea", claim)
    first, verdict = run(browser, _CHAT)
    return round(first), round(verdict)


def run(browser: Browser, script: str, *args: Any) -> Any:
    """What an asynchronous script hands back."""
    return browser.driver.execute_async_script(script, *args)


def claims_file(folder: Path, rows: int) -> Path:
    """`rows` different claims, made from the seed claims."""
    seeds = (resources.files("seeds") / "claims.jsonl").read_text("utf-8").splitlines()
    claims = [json.loads(line)["claim"] for line in seeds]
    path = folder / "claims.jsonl"
    made = (f"{claims[n % len(claims)]} ({n})" for n in range(rows))
    path.write_text(
        "".join(json.dumps({"id": str(n), "claim": c}) + "\n" for n, c in enumerate(made)), "utf-8"
    )
    return path


if __name__ == "__main__":
    raise SystemExit(main())
