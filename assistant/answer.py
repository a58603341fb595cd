"""Reports to words and to JSON. The JSON shapes are contracts (scripts and checks read them)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assistant.bearing import arithmetic, bearing
from assistant.claims.report import document_json
from assistant.plain import one_line
from assistant.recalled import SHOWN, Reached, earlier_json, earlier_line, reached_in
from assistant.spending import report_cost, report_cost_json, verdict_cost, verdict_cost_json
from assistant.types import Claim, Evidence, Label, Notice, Report, Stance, Verdict

LABEL_WORDS: dict[str, dict[Label, str]] = {
    "th": {
        Label.SUPPORTED: "มีหลักฐานสนับสนุน",
        Label.REFUTED: "หลักฐานหักล้าง",
        Label.CONFLICTING: "หลักฐานขัดแย้งกัน",
        Label.NOT_ENOUGH_EVIDENCE: "หลักฐานไม่พอ",
        Label.UNJUDGED: "ระบบตรวจไม่สำเร็จ",
    },
    "en": {
        Label.SUPPORTED: "Supported",
        Label.REFUTED: "Refuted",
        Label.CONFLICTING: "Conflicting",
        Label.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
        Label.UNJUDGED: "Could not be judged",
    },
}

STANCE_WORDS: dict[str, dict[Stance, str]] = {
    "th": {
        Stance.SUPPORTS: "สนับสนุน",
        Stance.REFUTES: "หักล้าง",
        Stance.SILENT: "ไม่ได้กล่าวถึง",
    },
    "en": {Stance.SUPPORTS: "supports", Stance.REFUTES: "refutes", Stance.SILENT: "is silent"},
}

MARKS: dict[Label, str] = {
    Label.SUPPORTED: "✔",
    Label.REFUTED: "✘",
    Label.CONFLICTING: "⇄",
    Label.NOT_ENOUGH_EVIDENCE: "?",
    Label.UNJUDGED: "!",
}
"""A shape for each label, so that nothing hangs on colour."""

_WORDS = {
    "th": {
        "confidence": "ความเชื่อมั่น",
        "undated": "ไม่ทราบวันที่",
        "then": "ตามหลักฐานที่มีถึงวันที่ {day}: {label}",
        "problem": "ปัญหา",
        "notices": "ข้อสังเกตเกี่ยวกับบทความ",
        "judged_by": "ผู้ตัดสิน",
        "no_claims": "ไม่พบข้อความที่ตรวจสอบได้ในบทความนี้",
    },
    "en": {
        "confidence": "confidence",
        "undated": "undated",
        "then": "On the evidence available by {day}: {label}",
        "problem": "Problem",
        "notices": "About the article",
        "judged_by": "judged by",
        "no_claims": "No checkable claim was found in this article.",
    },
}


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """One piece of evidence; `start` and `end` are offsets of the quote in its document."""
    document = evidence.document
    return {
        "document_id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "tier": document.tier.value,
        "quote": evidence.quote,
        "start": evidence.quote_start,
        "end": evidence.quote_end,
        "stance": evidence.stance.value,
        "score": round(evidence.score, 4),
        "reasons": list(evidence.reasons),
    }


def verdict_json(verdict: Verdict, *, reached: Reached | None = None) -> dict[str, Any]:
    """One verdict; `start` and `end` are offsets of the claim in its article.

    `reached` is what the whole report says, see `earlier_json`.
    """
    claim = verdict.claim
    told: dict[str, Any] = {
        "claim": claim.text,
        "language": claim.language,
        "label": verdict.label.value,
        "confidence": None if verdict.confidence is None else round(verdict.confidence, 4),
        "rationale": verdict.rationale,
        "method": verdict.method,
        "prompt_id": verdict.prompt_id,
        "problem": verdict.problem,
        "start": claim.start,
        "end": claim.end,
        "self_contained": claim.query,
        "speaker": claim.speaker,
        "evidence": [evidence_json(e) for e in verdict.evidence],
        **verdict_cost_json(verdict),
    }
    if verdict.then is not None and claim.as_of is not None:
        told["then"] = {"as_of": claim.as_of.isoformat(), **verdict_json(verdict.then)}
    if verdict.earlier is not None:
        told["earlier"] = earlier_json(verdict, reached)
    return told


def notice_json(notice: Notice) -> dict[str, Any]:
    """One notice about an article."""
    return {
        "code": notice.code,
        "message": notice.message,
        "start": notice.start,
        "end": notice.end,
    }


def report_json(report: Report) -> dict[str, Any]:
    """What `jingmai check --json` prints. Holds no time of day: equal input, equal bytes.

    Only `earlier` hangs on what was checked before: it tells of verdicts on the same claim in
    other words, with another label or by a person. It is null where they could not be read.

    Only what language models used, where they were asked, says how long that took. `stopped` is
    there where an error ended the run before the end.
    """
    reached = reached_in(report)
    return {
        "report_id": report.id,
        "document": document_json(report.document),
        "index_fingerprint": report.index_fingerprint,
        "settings_fingerprint": report.settings_fingerprint,
        "verdicts": [
            {**verdict_json(v, reached=reached), "earlier": earlier_json(v, reached)}
            for v in report.verdicts
        ],
        "warnings": [notice_json(n) for n in report.warnings],
        **report_cost_json(report),
        **({"stopped": str(report.stopped)} if report.stopped else {}),
    }


def label_words(label: Label, language: str) -> str:
    """The label in the reader's language."""
    return LABEL_WORDS[_reader(language)][label]


def verdict_lines(verdict: Verdict, *, language: str | None = None) -> Iterable[str]:
    """A verdict as Markdown lines: label, rationale, then numbered evidence with its source."""
    reader = _reader(language or verdict.claim.language)
    words = _WORDS[reader]
    sure = (
        "" if verdict.confidence is None else f" · {words['confidence']} {verdict.confidence:.0%}"
    )
    name = LABEL_WORDS[reader][verdict.label]
    yield f"**{MARKS[verdict.label]} {name}**{sure} · {words['judged_by']} {verdict.method}"
    if verdict.problem:
        yield f"{words['problem']}: {one_line(verdict.problem)}"
    if verdict.rationale:
        told = (arithmetic(line, reader) for line in verdict.rationale.split("\n"))
        yield "\n".join(one_line(line) for line in told)
    if verdict.then is not None and verdict.claim.as_of is not None:
        then = LABEL_WORDS[reader][verdict.then.label]
        yield words["then"].format(day=verdict.claim.as_of.isoformat(), label=then)
    if used := verdict_cost(verdict, reader):
        yield used
    for number, evidence in enumerate(worth_showing(verdict), 1):
        yield from _evidence_lines(number, evidence, reader)


def earlier_lines(verdict: Verdict) -> Iterable[str]:
    """The earlier verdicts on a claim, a line each, in its language."""
    language = verdict.claim.language
    labels = LABEL_WORDS[_reader(language)]
    for earlier in (verdict.earlier or ())[:SHOWN]:
        yield earlier_line(earlier, labels, language)


def grounds(evidence: Evidence, language: str) -> tuple[str, ...]:
    """What a reader is told about a piece of evidence: its arithmetic, then what follows."""
    reader = _reader(language)
    lines = tuple(arithmetic(reason, reader) for reason in evidence.reasons)
    told = bearing(evidence, reader)
    return (*lines, told) if told else lines


def worth_showing(verdict: Verdict) -> tuple[Evidence, ...]:
    """The evidence that speaks; where none does, the three sentences that came nearest."""
    speaking = tuple(e for e in verdict.evidence if e.stance is not Stance.SILENT)
    return speaking or verdict.evidence[:3]


def markdown_of(report: Report, *, language: str | None = None) -> str:
    """The whole report as Markdown in the reader's language."""
    reader = _reader(language or report.document.language)
    blocks = []
    for number, verdict in enumerate(report.verdicts, 1):
        heading = f"### {number}. {one_line(verdict.claim.query)}"
        blocks.append("\n\n".join((heading, *verdict_lines(verdict, language=reader))))
    if not report.verdicts and not report.stopped:
        blocks.append(_WORDS[reader]["no_claims"])
    if report.warnings:
        told = "\n".join(f"- {n.message}" for n in report.warnings)
        blocks.append(f"### {_WORDS[reader]['notices']}\n\n{told}")
    if used := report_cost(report, reader):
        blocks.append(used)
    return "\n\n".join(blocks)


def claim_words(claim: Claim) -> str:
    """The claim as it will be shown: its own words, and the resolved reading where it differs."""
    if claim.query == claim.text:
        return claim.text
    return f"{claim.text} → {claim.query}"


def _evidence_lines(number: int, evidence: Evidence, reader: str) -> Iterable[str]:
    document = evidence.document
    day = document.published.isoformat() if document.published else _WORDS[reader]["undated"]
    source = " · ".join(filter(None, (document.title, document.publisher, day, document.url)))
    stance = STANCE_WORDS[reader][evidence.stance]
    reasons = "".join(f"\n   - {one_line(r)}" for r in grounds(evidence, reader))
    yield f"{number}. [{stance}] “{one_line(evidence.quote)}”\n   {one_line(source)}{reasons}"


def _reader(language: str) -> str:
    return "th" if language == "th" else "en"
