"""The rationale in the reader's language; every sentence is backed by a quote or a computation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence import is_given
from assistant.judge.features import ELSEWHERE
from assistant.judge.stance import Reading
from assistant.types import Claim, Label, Stance

Words = Mapping[str, str]

_WORDS: dict[str, dict[str, str]] = {
    "th": {
        Label.SUPPORTED: "หลักฐานสนับสนุนข้อความนี้",
        Label.REFUTED: "หลักฐานหักล้างข้อความนี้",
        Label.CONFLICTING: "หลักฐานในเรื่องนี้ขัดแย้งกัน",
        Label.NOT_ENOUGH_EVIDENCE: "เอกสารที่มีไม่พอจะยืนยันหรือหักล้างข้อความนี้",
        "claim": "ตัวเลขในข้อความ: {figures}",
        "quote": "{source}: “{quote}” (ตำแหน่ง {start}–{end})",
        "undated": "ไม่ทราบวันที่",
        "given": "หลักฐานที่ให้มา",
        "disagree": "{a} กับ {b} ให้ข้อมูลไม่ตรงกัน",
        "elsewhere": "ตัวเลขนี้มีอยู่จริงใน {source} แต่เป็นของเรื่อง ช่วงเวลา หรือขอบเขตอื่น",
        "nearest": "ข้อความที่ใกล้เคียงที่สุดที่พบ: {quote}",
        "missing": "ไม่พบเอกสารใดที่กล่าวถึง “{word}” ในเรื่องนี้",
        "nothing": "ไม่พบเอกสารที่เกี่ยวข้อง",
        "set_aside": "ไม่ได้นับเอกสารที่ไม่ทราบวันที่ {count} ชิ้น เพราะกำหนดวันที่ของหลักฐานไว้",
        "no_evidence": "ไม่ได้นับข้อความ {count} ชิ้นที่สั่งผู้ตรวจสอบหรือปลอมตัวอักษร",
    },
    "en": {
        Label.SUPPORTED: "The evidence supports this claim.",
        Label.REFUTED: "The evidence refutes this claim.",
        Label.CONFLICTING: "The evidence on this claim conflicts.",
        Label.NOT_ENOUGH_EVIDENCE: "The documents neither confirm nor refute this claim.",
        "claim": "Figures in the claim: {figures}.",
        "quote": "{source}: “{quote}” (at {start}–{end})",
        "undated": "undated",
        "given": "Evidence given",
        "disagree": "{a} and {b} do not agree.",
        "elsewhere": "The figure is real in {source}, but belongs to another thing, period or "
        "scope.",
        "nearest": "The nearest passage found: {quote}",
        "missing": "No document found speaks of “{word}” in this connection.",
        "nothing": "No related document was found.",
        "set_aside": "Undated documents not counted, because a date limit is set: {count}.",
        "no_evidence": "Passages not counted, because they address the checker or disguise "
        "their letters: {count}.",
    },
}

_UNCOVERED = 0.35
"""A word whose nearest neighbour in the evidence is less similar than this is not spoken of."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a rationale is made from: readings that counted, strongest first, and how many
    sentences were set aside as undated or as no evidence."""

    readings: tuple[Reading, ...]
    undated: int = 0
    no_evidence: int = 0


def rationale(claim: Claim, label: Label, grounds: Grounds) -> str:
    """Say why `label`: one statement a line, quotes verbatim with offsets in their documents."""
    words = _WORDS["th" if claim.language == "th" else "en"]
    lines = [words[label], *_figures(claim, words)]
    if label is Label.NOT_ENOUGH_EVIDENCE:
        lines += _missing(claim, grounds, words)
    else:
        lines += _quotes(claim, _decisive(label, grounds.readings), words)
    if label is Label.CONFLICTING:
        lines += _clash(grounds.readings, words)
    if grounds.undated:
        lines.append(words["set_aside"].format(count=grounds.undated))
    if grounds.no_evidence:
        lines.append(words["no_evidence"].format(count=grounds.no_evidence))
    return "\n".join(lines)


def source_of(reading: Reading, words: Words) -> str:
    """Publisher and date, as a reader would name the source."""
    document = reading.evidence.document
    if is_given(document):
        return words["given"]
    day = document.published.isoformat() if document.published else words["undated"]
    return f"{document.publisher or document.title or document.id} ({day})"


def _figures(claim: Claim, words: Words) -> list[str]:
    found = [q.text.strip() for q in claim.quantities]
    return [words["claim"].format(figures=", ".join(found))] if found else []


def _decisive(label: Label, readings: Sequence[Reading]) -> list[Reading]:
    """Up to two readings a side that speak for `label`, each document once."""
    sides = {
        Label.SUPPORTED: (Stance.SUPPORTS,),
        Label.REFUTED: (Stance.REFUTES,),
        Label.CONFLICTING: (Stance.SUPPORTS, Stance.REFUTES),
    }[label]
    out: list[Reading] = []
    for side in sides:
        seen: set[str] = set()
        ranked = sorted(readings, key=lambda r: -_for(side, r))
        for reading in ranked:
            if reading.evidence.document.id not in seen and len(seen) < 2:
                if seen and reading.stance is not side:
                    continue
                seen.add(reading.evidence.document.id)
                out.append(reading)
    return list(dict.fromkeys(out))


def _for(side: Stance, reading: Reading) -> float:
    return reading.supports if side is Stance.SUPPORTS else reading.refutes


def _quotes(claim: Claim, readings: Sequence[Reading], words: Words) -> list[str]:
    lines: list[str] = []
    for reading in readings:
        lines.append(_quote(reading, words))
        relation = reading.notes.relation
        reason = relation.reason_th if claim.language == "th" else relation.reason_en
        if reason and reason not in lines:
            lines.append(reason)
    return lines


def _quote(reading: Reading, words: Words) -> str:
    evidence = reading.evidence
    return words["quote"].format(
        source=source_of(reading, words),
        quote=evidence.quote,
        start=evidence.quote_start,
        end=evidence.quote_end,
    )


def _clash(readings: Sequence[Reading], words: Words) -> list[str]:
    elsewhere = [r for r in readings if str(r.notes.relation.why) in ELSEWHERE]
    sides = _decisive(Label.CONFLICTING, readings)
    for_, against = sides[0] if sides else None, sides[-1] if sides else None
    if for_ and against and for_.evidence.document.id != against.evidence.document.id:
        return [words["disagree"].format(a=source_of(for_, words), b=source_of(against, words))]
    return [words["elsewhere"].format(source=source_of(r, words)) for r in elsewhere[:1]]


def _missing(claim: Claim, grounds: Grounds, words: Words) -> list[str]:
    if not grounds.readings:
        return [words["nothing"]]
    nearest = max(grounds.readings, key=lambda r: r.notes.value("related"))
    lines = [words["nearest"].format(quote=_quote(nearest, words))]
    best = max(grounds.readings, key=lambda r: r.notes.coverage.mean).notes.coverage
    if best.missing and best.worst < _UNCOVERED and best.missing in claim.query.casefold():
        lines.append(words["missing"].format(word=best.missing))
    return lines
