"""Reports as JSON (a contract) and as words, in the reader's language."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import (
    LABEL_WORDS,
    MARKS,
    STANCE_WORDS,
    evidence_json,
    markdown_of,
    report_json,
    verdict_json,
    worth_showing,
)
from assistant.types import Claim, Evidence, Label, Notice, Report, Stance, Verdict
from index.types import Document, Passage, Tier

TEXT = "Before.\nThe bridge is 2 km long. After."
SOURCE = Document(
    "d1", "Bridges", TEXT, "en", "https://x.example/1", "Daily", date(2025, 2, 7), Tier.PRESS
)
EVIDENCE = Evidence(
    "c1",
    Passage("d1#0", "d1", TEXT, "en", 0, len(TEXT)),
    SOURCE,
    8,
    32,
    Stance.SUPPORTS,
    0.87654321,
    ("2 km = 2 km ✓",),
)
CLAIM = Claim("c1", "สะพานยาว 2 กม.", "th", 5, 19, speaker="นายก")
VERDICT = Verdict(CLAIM, Label.SUPPORTED, 0.91239, (EVIDENCE,), "เพราะ", "default")


def report(*verdicts: Verdict, language: str = "th") -> Report:
    article = Document("a", "", "text", language)
    return Report("r1", article, verdicts, "i", "s", (Notice("code", "ระวัง", 0, 1),))


def test_the_shape_of_evidence_is_the_contract() -> None:
    assert evidence_json(EVIDENCE) == {
        "document_id": "d1",
        "title": "Bridges",
        "publisher": "Daily",
        "url": "https://x.example/1",
        "published": "2025-02-07",
        "tier": "press",
        "quote": "The bridge is 2 km long.",
        "start": 8,
        "end": 32,
        "stance": "supports",
        "score": 0.8765,
        "reasons": ["2 km = 2 km ✓"],
    }


def test_the_shape_of_a_report_is_the_contract() -> None:
    told = report_json(report(VERDICT))
    assert told["report_id"] == "r1"
    wanted = {"claim", "language", "label", "confidence", "rationale", "method", "problem"}
    assert wanted | {"evidence", "start", "end"} <= told["verdicts"][0].keys()
    assert told["verdicts"][0]["label"] == "supported"
    assert told["verdicts"][0]["confidence"] == 0.9124
    assert told["warnings"] == [{"code": "code", "message": "ระวัง", "start": 0, "end": 1}]


def test_a_failure_has_no_confidence() -> None:
    failed = replace(VERDICT, label=Label.UNJUDGED, confidence=None, problem="late", evidence=())
    told = verdict_json(failed)
    assert (told["label"], told["confidence"], told["problem"]) == ("unjudged", None, "late")


@pytest.mark.parametrize(("language", "label"), [("th", "มีหลักฐานสนับสนุน"), ("en", "Supported")])
def test_words_are_the_readers(language: str, label: str) -> None:
    told = markdown_of(report(VERDICT, language=language))
    assert label in told and "91%" in told and "2 km = 2 km ✓" in told


def test_every_label_and_stance_has_words_and_a_mark() -> None:
    for language in ("th", "en"):
        assert set(LABEL_WORDS[language]) == set(Label)
        assert set(STANCE_WORDS[language]) == set(Stance)
    assert set(MARKS) == set(Label)


def test_silent_evidence_is_shown_only_where_nothing_speaks() -> None:
    silent = replace(EVIDENCE, stance=Stance.SILENT)
    assert worth_showing(replace(VERDICT, evidence=(EVIDENCE, silent))) == (EVIDENCE,)
    assert len(worth_showing(replace(VERDICT, evidence=(silent,) * 5))) == 3


def test_an_article_without_claims_says_so() -> None:
    assert "ไม่พบ" in markdown_of(report())
