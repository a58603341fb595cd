"""The claims of an article as JSON and as words."""

from __future__ import annotations

from typing import Any

from assistant.types import Claim, Extraction, Notice

_WORDS = {
    "th": {
        "none": "ไม่พบข้อความที่ตรวจสอบได้ในบทความนี้",
        "worth": "ควรตรวจ",
        "speaker": "ผู้พูด",
        "ambiguous": "ไม่ชัดเจน",
        "warnings": "ข้อสังเกตเกี่ยวกับบทความ",
    },
    "en": {
        "none": "No checkable claim was found in this article.",
        "worth": "check-worthiness",
        "speaker": "speaker",
        "ambiguous": "unclear",
        "warnings": "About the article",
    },
}


def extraction_json(extraction: Extraction) -> dict[str, Any]:
    """What `jingmai claims --json` prints; `start` and `end` are offsets in the article."""
    document = extraction.document
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "language": document.language,
            "publisher": document.publisher,
            "published": document.published.isoformat() if document.published else None,
            "url": document.url,
            "length": len(document.text),
        },
        "claims": [claim_json(claim) for claim in extraction.claims],
        "warnings": [warning_json(notice, document.text) for notice in extraction.warnings],
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """One claim."""
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "self_contained": claim.query,
        "check_worthiness": claim.check_worthiness,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "ambiguous": list(claim.ambiguous),
        "negated": claim.negated,
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
    }


def warning_json(notice: Notice, text: str) -> dict[str, Any]:
    """One warning, with the words it is about."""
    return {
        "code": notice.code,
        "message": notice.message,
        "start": notice.start,
        "end": notice.end,
        "text": text[notice.start : notice.end],
    }


def extraction_words(extraction: Extraction) -> str:
    """The claims for reading, in the article's language."""
    words = _WORDS[extraction.document.language]
    lines = []
    for claim in extraction.claims:
        lines.append(f"{claim.id:>4}  {_one_line(claim.text)}")
        lines.extend(f"      {line}" for line in _details(claim, words))
    if not extraction.claims:
        lines.append(words["none"])
    if extraction.warnings:
        lines.append(f"\n{words['warnings']}:")
        text = extraction.document.text
        lines.extend(f"  - {n.message}: “{text[n.start : n.end]}”" for n in extraction.warnings)
    return "\n".join(lines)


def _details(claim: Claim, words: dict[str, str]) -> list[str]:
    told = [f"[{claim.start}:{claim.end}] {words['worth']} {claim.check_worthiness:.2f}"]
    if claim.reasons:
        told[0] += f" ({', '.join(claim.reasons)})"
    if claim.query != claim.text:
        told.append(f"→ {_one_line(claim.query)}")
    if claim.speaker:
        told.append(f"{words['speaker']}: {claim.speaker}")
    if claim.ambiguous:
        told.append(f"{words['ambiguous']}: {'; '.join(claim.ambiguous)}")
    return told


def _one_line(text: str) -> str:
    return " ".join(text.split())
