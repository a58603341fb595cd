"""The claims of an article as JSON and as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from assistant.claims.extract import readable
from assistant.plain import one_line
from assistant.spending import extraction_cost, extraction_cost_json
from assistant.types import Claim, Extraction, Notice
from index.types import Document

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
    """What `jingmai claims --json` prints; `start` and `end` are offsets in its text."""
    document = extraction.document
    return {
        "document": document_json(document),
        "claims": [unit_json(facts, document) for facts in by_unit(extraction.claims)],
        "warnings": [warning_json(notice, document.text) for notice in extraction.warnings],
        **extraction_cost_json(extraction),
        **({"stopped": str(extraction.stopped)} if extraction.stopped else {}),
    }


def document_json(document: Document) -> dict[str, Any]:
    """An article: what is known of it and its `text`, which all offsets count in (code points).

    The text is what was read out of the file or page, so of Markdown and HTML without the markup.
    """
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "length": len(document.text),
        "text": document.text,
    }


def by_unit(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Claims grouped by the stretch of the article they were read from, in order."""
    return [tuple(group) for _, group in groupby(claims, key=lambda c: (c.start, c.end))]


def unit_json(facts: Sequence[Claim], document: Document) -> dict[str, Any]:
    """One stretch of the article and the facts it states; `id` is the first fact's."""
    first = facts[0]
    whole = first.query if len(facts) == 1 else readable(first, document)
    return {
        "id": first.id,
        "text": first.text,
        "start": first.start,
        "end": first.end,
        "self_contained": whole,
        "check_worthiness": first.check_worthiness,
        "reasons": list(first.reasons),
        "speaker": _speaker(facts),
        "ambiguous": list(dict.fromkeys(told for fact in facts for told in fact.ambiguous)),
        "as_of": first.as_of.isoformat() if first.as_of else None,
        "facts": [fact_json(fact) for fact in facts],
    }


def _speaker(facts: Sequence[Claim]) -> str | None:
    """Who speaks in a stretch; None when nobody is named."""
    return next((fact.speaker for fact in facts if fact.speaker), None)


def fact_json(fact: Claim) -> dict[str, Any]:
    """One atomic fact, as it will be judged; its place is that of its stretch.

    `own_start` and `own_end` are the place of the words that tell it and no other fact, None where
    it has none.
    """
    own_start, own_end = fact.own or (None, None)
    return {
        "id": fact.id,
        "self_contained": fact.query,
        "start": fact.start,
        "end": fact.end,
        "own_start": own_start,
        "own_end": own_end,
        "speaker": fact.speaker,
        "negated": fact.negated,
        "ambiguous": list(fact.ambiguous),
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
    for facts in by_unit(extraction.claims):
        lines.append(f"{facts[0].id:>4}  {one_line(facts[0].text)}")
        lines.extend(f"      {line}" for line in _details(facts, words))
    if not extraction.claims and not extraction.stopped:
        lines.append(words["none"])
    if extraction.warnings:
        lines.append(f"\n{words['warnings']}:")
        text = extraction.document.text
        lines.extend(f"  - {n.message}: “{text[n.start : n.end]}”" for n in extraction.warnings)
    if used := extraction_cost(extraction):
        lines.append(f"\n{used}")
    return "\n".join(lines)


def _details(facts: Sequence[Claim], words: dict[str, str]) -> list[str]:
    first = facts[0]
    told = [f"[{first.start}:{first.end}] {words['worth']} {first.check_worthiness:.2f}"]
    if first.reasons:
        told[0] += f" ({', '.join(first.reasons)})"
    for fact in facts:
        number = f"{fact.id} " if len(facts) > 1 else ""
        if fact.query != fact.text:
            told.append(f"→ {number}{one_line(fact.query)}")
        if fact.ambiguous:
            told.append(f"  {words['ambiguous']}: {one_line('; '.join(fact.ambiguous))}")
    if speaker := _speaker(facts):
        told.append(f"{words['speaker']}: {one_line(speaker)}")
    return told
