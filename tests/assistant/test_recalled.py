"""Earlier verdicts on the same claim: in the JSON, in words, and never in the way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import earlier_lines, report_json, verdict_json
from assistant.build import build_checker
from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.cli import main
from assistant.errors import StoreError
from assistant.settings import Settings
from assistant.types import Label, Report
from index.types import Document, Filters, Kind, Tier

CLAIM = "Amazon spent $83 billion on capital expenditure in 2024."
REWORDED = "In 2024 the capital expenditure of Amazon was 83 billion dollars."
THAI = "อเมซอนใช้เงินลงทุน 8.3 หมื่นล้านดอลลาร์ในปี 2567"
OTHER = "Amazon spent $84 billion on capital expenditure in 2024."
DAY, LATER = date(2025, 2, 7), date(2025, 3, 1)


@pytest.fixture
def checker(seed_store: Path, tmp_path: Path) -> Iterator[Checker]:
    """A checker whose memory is its own and empty."""
    shutil.copytree(seed_store, tmp_path / "store")
    built = build_checker(Settings(store=tmp_path / "store"))
    yield built
    built.close()


def told(report: Report) -> list[dict[str, Any]]:
    return [e for v in report_json(report)["verdicts"] for e in v["earlier"]]


def article(text: str) -> Document:
    return Document("a", "", text, "en", kind=Kind.ARTICLE, published=DAY)


def test_other_wordings_and_the_other_language_are_told(checker: Checker) -> None:
    first = checker.check(CLAIM)
    assert told(first) == []
    checker.remember(first, DAY)
    for text in (REWORDED, THAI):
        (earlier,) = told(checker.check(text))
        assert earlier == {
            "claim": CLAIM,
            "language": "en",
            "label": first.verdicts[0].label.value,
            "confidence": round(first.verdicts[0].confidence or 0, 4),
            "date": "2025-02-07",
            "overridden_by": None,
            "machine_label": first.verdicts[0].label.value,
            "reason": "",
        }
    assert told(checker.check(OTHER)) == []
    found = checker.check_article(article(f"Prices rose. {REWORDED} It rained."))
    assert [e["claim"] for e in told(found)] == [CLAIM]


def test_the_same_input_prints_the_same_bytes_whether_remembered_or_not(checker: Checker) -> None:
    document = article(f"{CLAIM} Sales grew by 5%. {REWORDED}")
    for check in (lambda: checker.check(CLAIM), lambda: checker.check_article(document)):
        first = check()
        checker.remember(first, DAY)
        again = check()
        assert again.verdicts[0].earlier
        assert json.dumps(report_json(first)) == json.dumps(report_json(again))
        checker.remember(again, LATER)
        assert json.dumps(report_json(first)) == json.dumps(report_json(check()))


def test_another_label_is_told_and_stays_told(checker: Checker) -> None:
    now = checker.check(CLAIM)
    before = replace(now.verdicts[0], label=Label.SUPPORTED, confidence=0.9)
    assert now.verdicts[0].label is not Label.SUPPORTED
    checker.remember(replace(now, verdicts=(before,)), DAY)
    first = checker.check(CLAIM)
    assert [(e["label"], e["date"]) for e in told(first)] == [("supported", "2025-02-07")]
    checker.remember(first, LATER)
    assert json.dumps(report_json(checker.check(CLAIM))) == json.dumps(report_json(first))


def test_who_overrode_what_is_told(checker: Checker) -> None:
    assert checker.memory is not None
    for by, machine, reason in (
        ("Somchai", Label.SUPPORTED, "another year"),
        ("Malee", Label.UNJUDGED, ""),
    ):
        checker.memory.override(
            claim_of(CLAIM), Label.REFUTED, by=by, day=LATER, machine_label=machine, reason=reason
        )
    for text in (CLAIM, THAI):
        report = checker.check(text)
        found = {e["overridden_by"]: e for e in told(report)}
        assert found["Somchai"]["label"] == "refuted"
        assert found["Somchai"]["machine_label"] == "supported"
        assert found["Somchai"]["reason"] == "another year"
        assert found["Somchai"]["confidence"] is None
        lines = " / ".join(earlier_lines(report.verdicts[0]))
        wanted = {
            CLAIM: "2025-03-01: Refuted (Somchai, instead of Supported) · ",
            THAI: "2025-03-01: หลักฐานหักล้าง (Somchai แก้จาก “มีหลักฐานสนับสนุน”) · ",
        }
        assert wanted[text] in lines
        assert "(Malee)" in lines


def test_a_memory_that_cannot_be_read_costs_no_verdict(checker: Checker) -> None:
    class Broken:
        def recall_all(self, claims: object) -> object:
            raise StoreError("the disk is gone", hint="look for it")

    checker.memory = Broken()  # type: ignore[assignment]
    (verdict,) = report_json(checker.check(CLAIM))["verdicts"]
    assert verdict["label"] != "unjudged"
    assert verdict["earlier"] is None


def test_what_is_rated_by_part_of_the_documents_recalls_nothing(checker: Checker) -> None:
    checker.remember(checker.check(REWORDED), DAY)
    assert told(checker.restricted(Filters(tiers=(Tier.PRIMARY,))).check(CLAIM)) == []


def test_verdicts_that_were_not_looked_up_say_nothing_of_earlier_ones(checker: Checker) -> None:
    (verdict,) = checker.judge_claims([claim_of(CLAIM)])
    assert "earlier" not in verdict_json(verdict)


def test_the_command_remembers_and_forgets(
    seed_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    shutil.copytree(seed_store, store)

    def run(*args: str) -> str:
        assert main(["check", *args, "--store", str(store)]) == 0
        return capsys.readouterr().out

    forgotten = run(CLAIM, "--json", "--forget")
    assert "↺" not in run(REWORDED, "--forget")
    assert (
        forgotten
        == run(CLAIM, "--json")
        == run(CLAIM, "--json")
        == run(CLAIM, "--json", "--forget")
    )
    assert f"↺ {date.today()}: " in run(REWORDED, "--forget")
    (earlier,) = json.loads(run(REWORDED, "--json", "--forget"))["verdicts"][0]["earlier"]
    assert (earlier["claim"], earlier["date"]) == (CLAIM, date.today().isoformat())
