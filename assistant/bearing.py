"""How a piece of evidence bears on its claim, in words for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.quantities.words.phrases import ENGLISH, THAI
from assistant.types import Evidence, Stance

WEAK = 0.3
"""Evidence that speaks with less strength than this is called weak."""

_UNDECIDED = re.compile(r"(?P<one>.+) ~ (?P<other>.+) \?(?: \((?P<note>.+)\))?")
_WITHIN = re.compile(r"(?P<one>.+) ∈ (?P<other>.+) ✓")
_ELSE = re.compile(r"(?P<sum>.+ [<>≤≥=≈∈] .+) \? \((?P<note>.+)\)")
_ABOUT_TWICE = re.compile(r"(?:[=≈] ≈|(≠) ≈) ")
_MARK = re.compile(r"([✓✗?])(?: \((.+)\))?$")
_ELSEWHERE = frozenset(
    phrases.notes[why]
    for phrases in (THAI, ENGLISH)
    for why in (
        "other_period", "other_party", "other_measure", "other_act", "other_unit", "other_currency",
        "growth_not_level",
    )
)  # fmt: skip
"""Notes of figures that are real but not the claim's."""

_WORDS: dict[str, dict[str, str]] = {
    "th": {
        "undecided": "{one} เทียบกับ {other}: ชี้ขาดไม่ได้{note}",
        "within": "{one} อยู่ใน {other} ✓",
        "else": "{sum} แต่เป็น{note}",
        "in": "อยู่ใน",
        "supports ✓": "ตัวเลขสอดคล้องกับข้ออ้าง",
        "supports ✗": "ตัวเลขนี้ไม่ตรงกัน แต่เนื้อความของประโยคหนุนข้ออ้าง",
        "supports ?": "ตัวเลขไปทางเดียวกับข้ออ้าง แต่ยังไม่แน่ว่าพูดถึงสิ่งเดียวกัน",
        "supports": "ไม่มีตัวเลขให้เทียบ เนื้อความของประโยคหนุนข้ออ้าง",
        "refutes ✓": "ตัวเลขตรงกัน แต่เนื้อความของประโยคค้านข้ออ้าง",
        "refutes ✗": "ตัวเลขไม่ตรงกับข้ออ้าง",
        "refutes ?": "ประโยคนี้ให้ตัวเลขอื่นในเรื่องที่น่าจะเป็นเรื่องเดียวกัน จึงนับว่าค้านข้ออ้าง",
        "refutes other": "ตัวเลขนี้เป็นของสิ่งอื่น ไม่ใช่สิ่งที่ข้ออ้างพูดถึง จึงนับว่าค้านข้ออ้าง",
        "refutes near": "ตัวเลขอย่างเดียวชี้ขาดไม่ได้ แต่โดยรวมประโยคนี้ค้านข้ออ้าง",
        "refutes": "ไม่มีตัวเลขให้เทียบ เนื้อความของประโยคค้านข้ออ้าง",
        "weak": "{told} (น้ำหนักน้อย)",
    },
    "en": {
        "undecided": "{one} against {other}: does not decide{note}",
        "within": "{one} is within {other} ✓",
        "else": "{sum}, but of {note}",
        "in": "is within",
        "supports ✓": "The figures agree with the claim",
        "supports ✗": "These figures differ, but what the sentence says backs the claim",
        "supports ?": "The figures agree, but it is not certain that they are about the same thing",
        "supports": "There are no figures to compare; what the sentence says backs the claim",
        "refutes ✓": "The figures agree, but what the sentence says counts against the claim",
        "refutes ✗": "The figures do not agree with the claim",
        "refutes ?": "It gives another figure for what is probably the same thing, which counts "
        "against the claim",
        "refutes other": "The figure belongs to something else than the claim says, which counts "
        "against the claim",
        "refutes near": "The figures alone do not decide, but on the whole the sentence counts "
        "against the claim",
        "refutes": "There are no figures to compare; what the sentence says counts against the "
        "claim",
        "weak": "{told} (weakly)",
    },
}


def bearing(evidence: Evidence, language: str) -> str:
    """Why the sentence counts for or against its claim, one line; "" for what is silent."""
    if evidence.stance is Stance.SILENT:
        return ""
    words = _WORDS["th" if language == "th" else "en"]
    key = _key(evidence.stance, evidence.reasons)
    told = words.get(key, "")
    return words["weak"].format(told=told) if told and evidence.score < WEAK else told


def arithmetic(line: str, language: str) -> str:
    """A line of arithmetic with words for the signs that few read; other lines as they are."""
    words = _WORDS["th" if language == "th" else "en"]
    line = _ABOUT_TWICE.sub(lambda found: f"{found[1] or '≈'} ", line)
    if found := _UNDECIDED.fullmatch(line.strip()):
        note = f" ({found['note']})" if found["note"] else ""
        return words["undecided"].format(one=found["one"], other=found["other"], note=note)
    if found := _ELSE.fullmatch(line.strip()):
        told = found["sum"].replace("∈", words["in"])
        return words["else"].format(sum=told, note=found["note"])
    if found := _WITHIN.fullmatch(line.strip()):
        return words["within"].format(**found.groupdict())
    return line


def mark(reasons: Sequence[str]) -> str:
    """How the arithmetic among `reasons` came out: "✓" agrees, "✗" differs, "?" decides nothing;
    "" where there is none."""
    found = _MARK.search(reasons[0].strip()) if reasons else None
    return found[1] if found else ""


def _key(stance: Stance, reasons: Sequence[str]) -> str:
    if not reasons:
        return stance.value
    found = _MARK.search(reasons[0].strip())
    if found is None:
        return ""
    if stance is Stance.REFUTES and found[1] == "?" and found[2]:
        return "refutes other" if found[2] in _ELSEWHERE else "refutes near"
    return f"{stance.value} {found[1]}"
