"""The page in a real browser: every desk in both languages, at both widths."""

# ruff: noqa: E501

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.evaluation.history import History, history_path
from assistant.review import AuditLog
from assistant.ui.words import say
from tests.assistant.ui.conftest import Browser, Served
from tests.assistant.ui.fakes import HOSTILE

pytestmark = [pytest.mark.slow, pytest.mark.browser]

DESKS = ("chat", "article", "bulk", "library", "evaluation", "review")
VIEWS = pytest.mark.parametrize(
    ("language", "width"), [("th", 1440), ("en", 1440), ("th", 390), ("en", 390)]
)
ARTICLE = (
    f"ข่าวด้านบน {HOSTILE}\nปลาทูขายได้ดีมากในปีที่ผ่านมา\nboats float on the water <b>quite</b> well\n"
)
TOAST = ".toast-body"


def ask(browser: Browser, message: str) -> None:
    before = browser.js("return document.querySelectorAll('#x-chat .bot-row').length")
    browser.type("#x-message textarea", message)
    browser.click("#x-message .submit-button")
    browser.until(f"return document.querySelectorAll('#x-chat .bot-row').length > {before}")


@VIEWS
def test_chat(browser: Browser, language: str, width: int) -> None:
    browser.open(language=language, width=width)
    browser.picture(f"chat-empty-{language}-{width}")
    ask(browser, "DeepSeek ใช้เงินแค่ 6 ล้านดอลลาร์จริงไหม")
    browser.shows("#x-chat", "5.576 ล้าน < 6 ล้าน ✓")
    browser.shows("#x-chat", "ปลาวาฬไม่ใช่ปลา ปลาทูขายได้")
    assert browser.js("return document.querySelector('#x-chat .x-chip.x-conflicting') !== null")
    browser.picture(f"chat-{language}-{width}")
    browser.nothing_overflows()
    ask(browser, f"{HOSTILE} whale")
    browser.shows("#x-chat .user-row:last-of-type, #x-chat", "<img src=x onerror=")
    assert browser.driver.title.startswith("Jingmai")
    assert browser.js("return document.querySelectorAll('#x-chat img[src=x]').length") == 0
    ask(browser, "show me the evidence for 2")
    browser.shows("#x-chat", "They sing *songs* for $5.")
    ask(browser, "show me the evidence for 99")
    browser.shows("#x-chat .bot-row:last-of-type, #x-chat", "99")
    browser.until("return !document.querySelector('#x-save-md').disabled")


def test_what_was_found_before_a_stop_stays(browser: Browser, served: Served) -> None:
    browser.open(language="en")
    browser.type("#x-message textarea", "Boats float on the water. Whales are mammals in the sea.")
    with served.stage.checker():
        browser.click("#x-message .submit-button")
        browser.shows("#x-chat", say("en", "chat.reading"))
        browser.click("#x-stop")
        browser.shows("#x-chat", say("en", "chat.stopped"))
        assert browser.js("return !document.querySelector('#x-chat .x-busy')")
    browser.click("#x-retry")
    browser.shows("#x-chat .x-tally", "Refuted")
    assert browser.js("return document.querySelectorAll('#x-chat .user-row').length") == 1


def test_the_first_words_wait_for_nobody(browser: Browser, served: Served) -> None:
    browser.open(language="en")
    with served.stage.checker():  # somebody else's long check
        ask(browser, "ปลาทูขายดี")
        browser.shows("#x-chat", say("th", "chat.searching", documents=3)[:10])
        assert browser.js("return !document.querySelector('#x-chat .x-card')")
    browser.find("#x-chat .x-card")


def test_examples_retry_clear_and_a_second_visitor(browser: Browser) -> None:
    browser.open(language="en")
    browser.click("#x-chat button.example, #x-chat .example")
    browser.find("#x-chat .x-card")
    browser.until("return !document.querySelector('#x-save-md').disabled")
    browser.click("#x-retry")
    browser.until("return document.querySelectorAll('#x-chat .user-row').length === 1")
    browser.find("#x-chat .x-card")
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.open(language="en")
    assert browser.js("return document.querySelectorAll('#x-chat .user-row').length") == 0
    browser.driver.close()
    browser.driver.switch_to.window(first)
    browser.click("#x-clear")
    browser.until("return document.querySelectorAll('#x-chat .user-row').length === 0")


@VIEWS
def test_article(browser: Browser, language: str, width: int) -> None:
    browser.open(language=language, width=width)
    browser.tab("article")
    browser.click("#x-article-check")
    browser.shows(TOAST, say(language, "article.empty"))
    browser.type("#x-article-text textarea", ARTICLE)
    browser.click("#x-article-check")
    browser.find("#x-article-reader .x-mark.x-edge-refuted")
    browser.shows("#x-article-reader", "<b>quite</b>")
    browser.shows("#x-article-head", "top line")
    browser.click("#x-article-reader .x-mark.x-edge-refuted")
    browser.shows("#x-article-detail", "boats float on the water")
    browser.click("#x-article-detail .x-pick")
    browser.find("#x-article-source .x-doc mark")
    browser.find("#x-article-table [data-testid=cell-0-0]")
    browser.js("document.querySelector('#x-article-head').scrollIntoView()")
    browser.picture(f"article-{language}-{width}")
    browser.nothing_overflows()
    browser.click("#x-article-make")
    browser.find("#x-article-out a[href*='.html']")
    assert browser.driver.title.startswith("Jingmai")


@pytest.mark.parametrize(
    ("language", "kind", "address"),
    [
        ("th", "ใช้ไฟล์ชนิดนี้ไม่ได้: a.exe", "ไม่ใช่ที่อยู่เว็บ"),
        ("en", "cannot be used: a.exe", "not a web address"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    browser: Browser, tmp_path: Path, language: str, kind: str, address: str
) -> None:
    program = tmp_path / "a.exe"
    program.write_bytes(b"MZ")
    browser.open(language=language)
    browser.tab("article")
    browser.upload("#x-article-file", program)
    browser.shows(".toast-wrap", kind)
    browser.type("#x-article-url textarea, #x-article-url input", "/etc/hosts")
    browser.click("#x-article-check")
    browser.shows(".toast-wrap", address)


@VIEWS
def test_bulk(browser: Browser, tmp_path: Path, language: str, width: int) -> None:
    browser.open(language=language, width=width)
    browser.tab("bulk")
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", "utf-8")
    browser.upload("#x-bulk-file", bad)
    browser.find(TOAST)
    browser.open(language=language, width=width)
    browser.tab("bulk")
    good = tmp_path / "claims.csv"
    rows = "".join(f"r{n},boats {n} {HOSTILE}\n" for n in range(30))
    good.write_text(f"id,claim\n{rows}x,this one is broken\n", "utf-8")
    browser.upload("#x-bulk-file", good)
    browser.shows("#x-bulk-scan", "31")
    browser.until("return !document.querySelector('#x-bulk-start').disabled")
    browser.click("#x-bulk-start")
    browser.shows("#x-bulk-board", say(language, "bulk.state.done"))
    browser.shows("#x-bulk-table", "<img src=x onerror=")
    browser.shows("#x-bulk-table", "the model did not answer")
    browser.picture(f"bulk-{language}-{width}")
    browser.nothing_overflows()
    browser.click("#x-bulk-make")
    browser.find("#x-bulk-out a[href*='.csv']")
    assert browser.driver.title.startswith("Jingmai")


def test_a_bulk_job_is_found_again_by_the_browser_that_opened_it(
    browser: Browser, tmp_path: Path
) -> None:
    browser.open(language="en")
    browser.tab("bulk")
    path = tmp_path / "kept.csv"
    path.write_text("id,claim\n1,boats float\n2,whales swim\n", "utf-8")
    browser.upload("#x-bulk-file", path)
    browser.until("return !document.querySelector('#x-bulk-start').disabled")
    browser.click("#x-bulk-start")
    browser.shows("#x-bulk-board", say("en", "bulk.state.done"))
    browser.open(language="th")
    browser.tab("bulk")
    browser.shows("#x-bulk-scan", "kept.csv")
    browser.shows("#x-bulk-board", say("th", "bulk.state.done"))
    browser.click("#x-bulk-make")
    browser.find("#x-bulk-out a[href*='kept-']")
    browser.shows("#x-bulk-out", "ตรวจแล้ว")
    browser.js("localStorage.removeItem('jingmai-bulk-job')")
    browser.open(language="en")
    browser.tab("bulk")
    assert "kept.csv" not in browser.text("#x-bulk-scan")


@VIEWS
def test_library(
    browser: Browser, served: Served, tmp_path: Path, language: str, width: int
) -> None:
    browser.open(language=language, width=width)
    browser.tab("library")
    browser.click("#x-search-go")
    browser.shows(TOAST, say(language, "library.no_query"))
    browser.type("#x-search-query textarea", "ปลาวาฬ")
    browser.click("#x-search-go")
    browser.until("return document.querySelectorAll('#x-search-found section').length === 3")
    browser.shows("#x-search-found", say(language, "mode.dense"))
    browser.shows("#x-search-found", "<script>document.title='hacked'</script>")
    browser.picture(f"library-{language}-{width}")
    browser.nothing_overflows()
    browser.press("#x-library-table [data-testid=cell-0-0]")
    browser.shows("#x-library-detail", "The company sold 5 boats")
    browser.type("#x-edit-publisher textarea, #x-edit-publisher input", "Harbour Press")
    browser.click("#x-library-save")
    browser.shows("#x-library-table", "Harbour Press")
    browser.click("#x-library-remove")
    browser.shows(TOAST, say(language, "library.confirm_first"))
    extra = tmp_path / "extra.txt"
    extra.write_text("เรือลำใหม่ลอยน้ำได้ดี", "utf-8")
    browser.click("#x-library-add button")
    browser.upload("#x-library-files", extra)
    browser.shows("#x-library-files", "extra")
    browser.click("#x-library-add-go")
    browser.shows(
        "#x-library-note", say(language, "library.added", added=1, updated=0, unchanged=0)
    )
    served.checker.library.remove(
        [d.id for d in served.checker.library.documents() if d.id.startswith("extra")]
    )
    assert browser.driver.title.startswith("Jingmai")


VERDICTS = {
    "kind": "verdicts", "dataset": "seeds", "dataset_digest": "d", "claims": 20, "notices": [],
    "accuracy": 0.8, "macro_f1": 0.7, "unjudged": 1, "ece": 0.1, "brier": 0.2, "aurc": 0.1,
    "ci95": {"accuracy": [0.6, 0.9], "macro_f1": [0.5, 0.8]},
    "reliability": [{"confidence": 0.6, "accuracy": 0.5, "count": 5}, {"confidence": 0.9, "accuracy": 0.95, "count": 15}],
    "risk_coverage": [{"coverage": 0.5, "risk": 0.1}, {"coverage": 1.0, "risk": 0.2}],
    "confusion": {"supported": {"supported": 9, "refuted": 1}, "refuted": {"supported": 2, "refuted": 8}},
    "slices": {"th": {"claims": 10, "accuracy": 0.9, "macro_f1": 0.8, "ci95": {"accuracy": [0.5, 0.98]}}},
    "predictions": [{"id": "a", "label": "supported", "gold": "supported", "confidence": 0.9, "problem": None}],
}  # fmt: skip


def _found(name: str, value: float) -> dict[str, object]:
    measures = dict.fromkeys(("nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10", "AP"), value)
    return {**measures, "ci95": {"nDCG@10": [value - 0.1, value]}, "latency_ms": {"p50": 1.0, "p95": 2.0}}  # fmt: skip


RETRIEVAL = {
    "kind": "retrieval", "dataset": "seeds", "dataset_digest": "d", "queries": 40, "notices": [],
    "main": "hybrid", "retrievers": {"lexical": _found("l", 0.5), "dense": _found("d", 0.8), "hybrid": _found("h", 0.9)},
    "slices": {"th→en": {"queries": 12, "hybrid": {"nDCG@10": 0.8, "ci95": {"nDCG@10": [0.7, 0.85]}}}},
}  # fmt: skip


@VIEWS
def test_evaluation(browser: Browser, served: Served, language: str, width: int) -> None:
    history = History(history_path(served.stage.folder))
    history.keep({**VERDICTS, "accuracy": 0.75}, {})
    history.keep(VERDICTS, {})
    browser.open(language=language, width=width)
    browser.tab("evaluation")
    browser.find("#x-eval-figures .x-chart svg[role=img]")
    browser.shows("#x-eval-figures", say(language, "evaluation.confusion"))
    browser.picture(f"evaluation-{language}-{width}")
    browser.nothing_overflows()
    browser.click("#x-eval-dataset input[value=file]")
    browser.click("#x-eval-run")
    browser.shows(TOAST, say(language, "evaluation.no_file"))
    history.keep(RETRIEVAL, {})
    browser.open(language=language, width=width)
    browser.tab("evaluation")
    browser.shows("#x-eval-figures", say(language, "evaluation.recall"))


@VIEWS
def test_review(browser: Browser, served: Served, language: str, width: int) -> None:
    browser.open(language=language, width=width)
    ask(browser, "boats float")
    browser.find("#x-chat .x-card")
    browser.tab("review")
    browser.type("#x-review-claim textarea", f"วาฬเป็นปลา {width} {HOSTILE}")
    browser.click("#x-review-label input[value=refuted]")
    browser.type("#x-review-reason textarea", "วาฬเป็นสัตว์เลี้ยงลูกด้วยนม")
    browser.click("#x-review-override")
    browser.find(TOAST)
    browser.type("#x-review-who textarea, #x-review-who input", "นที")
    browser.click("#x-review-override")
    browser.shows("#x-review-log", f"วาฬเป็นปลา {width} <img src=x")
    browser.picture(f"review-{language}-{width}")
    browser.nothing_overflows()
    browser.click("#x-review-export")
    browser.find("#x-review-out a[href*='.jsonl']")
    entries = AuditLog.beside(served.stage.folder).entries()
    assert entries[-1].decision.who == "นที"
    assert entries[-1].at <= datetime.now(UTC).isoformat()
    assert browser.driver.title.startswith("Jingmai")


def test_the_language_switch_is_remembered(browser: Browser) -> None:
    browser.open(language="th")
    browser.click("#x-language input[value=en]")
    browser.shows("#x-tabs", "Library")
    browser.shows("#x-brand", "Check claims")
    browser.until("return document.documentElement.lang === 'en'")
    browser.driver.get(browser.url)
    browser.shows("#x-tabs", "Library")
    browser.click("#x-language input[value=th]")
    browser.shows("#x-tabs", "คลังเอกสาร")


_OWN = (
    "#x-brand, #x-language, .x-api code, .x-doc, .x-ev, .x-card, .x-earlier, .message, .example,"
    " #x-library-table [data-testid^=cell], #x-library-table td, #x-eval-figures, option, script, style"
)
_LATIN = """
const found = [];
for (const part of document.querySelectorAll('body *')) {
  if (part.closest(arguments[0])) continue;
  for (const name of ['aria-label', 'title', 'placeholder']) found.push(part.getAttribute(name));
  for (const node of part.childNodes) if (node.nodeType === 3) found.push(node.data);
}
return found.filter((x) => x && /[a-z]{4}/.test(x) && !/[ก-๛]/.test(x)).map((x) => x.trim());
"""


def test_gradio_speaks_the_language_of_the_switch(browser: Browser, tmp_path: Path) -> None:
    browser.open(language="th", width=390)
    ask(browser, "ปลาทูขายดี")
    browser.find("#x-chat .x-card")
    paper = tmp_path / "ปลา.txt"
    paper.write_text("ปลาทูขายได้ดีมากในปีที่ผ่านมา", "utf-8")
    left = {}
    for name in DESKS:
        browser.tab(name)
        if name == "article":
            browser.upload("#x-article-file", paper)
            browser.shows("#x-article-file", "ปลา")
        browser.until(
            f"return !({_read_by(_LATIN)}).some((x) => /Drop|Click|Filter|Clear/.test(x))"
        )
        kept = {x for x in browser.js(_LATIN, _OWN) if x not in ("https://", ".txt", "claimreview")}
        left |= {name: sorted(kept)} if kept else {}
    assert not left
    browser.click("#x-language input[value=en]")
    browser.until("return document.documentElement.lang === 'en'")
    browser.tab("bulk")
    browser.shows("#x-bulk-file", "Drop a file here")


def _read_by(script: str) -> str:
    return f"(function () {{ {script} }})({json.dumps(_OWN)})"


def test_light_and_dark(browser: Browser) -> None:
    browser.open()
    ask(browser, "ปลาทูขายดี")
    browser.find("#x-chat .x-chip.x-supported")
    grounds = []
    for _ in range(2):
        ink = browser.js(
            "return getComputedStyle(document.querySelector('#x-chat .x-chip.x-supported')).color"
        )
        red, green, _ = map(int, re.findall(r"\d+", ink)[:3])
        assert green > red, "supported is never red"
        grounds.append(browser.js("return getComputedStyle(document.body).backgroundColor"))
        dark = browser.js("return document.body.classList.contains('dark')")
        browser.click("#x-theme")
        now = "true" if dark else "false"
        browser.until(f"return document.body.classList.contains('dark') !== {now}")
    assert grounds[0] != grounds[1]


def test_thai_is_drawn_with_the_font_that_ships(browser: Browser) -> None:
    browser.open()
    loaded = "return [...document.fonts].some(f => f.family.includes('Noto Sans Thai UI') && f.status === 'loaded')"
    browser.until(loaded)


def test_the_keyboard_is_enough(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(language="en")
    seen = []
    for _ in range(14):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen.append(
            browser.js(
                "const e = document.activeElement;"
                "return e.closest('#x-language, #x-theme, #x-tabs [role=tab], #x-message')?.id"
                " || e.getAttribute('role') || e.tagName"
            )
        )
    assert {"x-language", "x-theme"} <= set(seen)
    box = browser.find("#x-message textarea")
    box.send_keys("boats float", Keys.ENTER)
    browser.find("#x-chat .x-chip.x-refuted")


def test_an_open_page_notices_new_documents(browser: Browser, served: Served) -> None:
    from dataclasses import replace

    from tests.assistant.ui.fakes import DOCUMENTS

    browser.open(language="en")
    served.checker.library.add([replace(DOCUMENTS[0], id="added-by-the-command-line")])
    browser.shows("#x-banner", "has just changed", 15)
    served.checker.library.remove(["added-by-the-command-line"])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, axe: str, dark: bool) -> None:
    browser.open(language="th", dark=dark)
    ask(browser, "DeepSeek ใช้เงินแค่ 6 ล้านดอลลาร์จริงไหม")
    browser.shows("#x-chat", "5.576")
    browser.js(axe)
    found = {}
    for name in DESKS:
        browser.tab(name)
        result = browser.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, { resultTypes: ['violations'] }).then(done)"
        )
        for rule in result["violations"]:
            if rule["impact"] in ("serious", "critical"):
                nodes = [node["html"][:200] + " :: " + (node.get("failureSummary") or "")[:160] for node in rule["nodes"][:4]]  # fmt: skip
                found[f"{name}: {rule['id']}"] = nodes
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


def test_no_request_leaves_the_machine(browser: Browser) -> None:
    browser.driver.get_log("performance")
    browser.open(language="en")
    ask(browser, "boats float")
    hosts = set()
    for entry in browser.driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            address = message["params"]["request"]["url"]
            if address.startswith(("http", "ws")):
                hosts.add(address.split("/")[2].split(":")[0])
    assert hosts == {"127.0.0.1"}
