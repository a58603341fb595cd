# ruff: noqa: E501
"""Making a claim readable alone: times, companies and pronouns resolved from the article.

A resolved reading is written in brackets behind the words it resolves, so the original wording
stays visible. Where the article does not decide, nothing is guessed: the claim says what is
unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.claims.context import WORDS, Context, Edit
from assistant.claims.referents import companies, people, pointing
from assistant.claims.times import times

__all__ = [
    "Context",
    "Resolved",
    "resolve",
    "subject_unclear",
    "without_connective",
    "without_dateline",
    "without_markup",
]

# Connectives that a statement alone does without, and openings without a subject.
_CONNECTIVES = {
    "th": re.compile(
        r"(?:โดย(?!เฉพาะ|การ|รวม|ประมาณ)|ซึ่ง|และ|แต่|ทั้งนี้|นอกจากนี้|ขณะที่|ในขณะที่|อย่างไรก็ตาม|ส(?:ำ|ํา)หรับ|ส่วน(?!ใหญ่|ลด))\s?"
    ),
    "en": re.compile(r"(?:However|Nevertheless|Moreover|In addition|Additionally|But|And),?\s"),
}
_LINK = re.compile(r"!?\[(?P<words>[^\]\[]+)\]\([^()\s]+\)")
_EMPHASIS = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^*_\n]+)(?P=sign)")
_MARK = re.compile(r"\A(?:#{1,6}|>|[*+])\s+")
_DATELINE = re.compile(
    r"\A\(?[A-Z][A-Za-z.’' ]{2,30},\s(?:[A-Z][A-Za-z.’' ]{2,30},\s)?(?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]{2,8}\.?)(?:,? [0-9]{4})?\)?\s?(?:\([^()]{2,30}\)\s?)?[-–—:]\s"
    r"|\A[ก-๙ฯ.]{3,20}\s?[,–—-]\s?[0-9๐-๙]{1,2}\s\S{2,10}\s(?:พ\.ศ\.\s)?[0-9๐-๙]{2,4}\s?[-–—:]\s"
)
_NO_SUBJECT = {
    "th": re.compile(
        r"(?:มี(?!นา)|ได้|จะ|เป็น|คาด|อยู่|ทำให้|เพิ่ม|ลด|สร้าง|ต้อง|สามารถ|ยัง|อาจ|อ้าง|ระบุ|กล่าว|ยืนยัน|ถือ|ส่งผล|ใช้|คิดเป็น|สูงกว่า|ต่ำกว่า|มากกว่า|น้อยกว่า)"
    ),
    "en": re.compile(r"(?:is|are|was|were|has|have|will|would|also)\b"),
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement made readable alone, and what could not be resolved."""

    text: str
    ambiguous: tuple[str, ...]


def resolve(text: str, context: Context) -> Resolved:
    """`text` with times, companies and people filled in from `context`."""
    found = [step(text, context) for step in (times, companies, people, pointing)]
    doubts = dict.fromkeys(doubt for reading in found for doubt in reading.doubts)
    return Resolved(
        _edited(text, [edit for reading in found for edit in reading.edits]), tuple(doubts)
    )


def without_connective(text: str, language: str) -> tuple[str, bool]:
    """`text` without a leading connective, and whether it then lacks a subject of its own."""
    match = _CONNECTIVES[language].match(text)
    rest = text[match.end() :] if match else text
    if match is None or len(rest) < 20:
        return text, False
    if language == "en":
        rest = rest[0].upper() + rest[1:]
    return rest, _NO_SUBJECT[language].match(rest) is not None


def without_dateline(text: str) -> str:
    """`text` without a dateline before it ("BANGKOK, June 25 (Daily) - ")."""
    return _DATELINE.sub("", text) if _DATELINE.match(text) else text


def without_markup(text: str) -> str:
    """`text` without the signs of Markdown: emphasis, links, and what marks headings and lists."""
    return _EMPHASIS.sub(r"\g<words>", _LINK.sub(r"\g<words>", _MARK.sub("", text)))


def subject_unclear(language: str) -> str:
    """What is said of a clause whose subject was taken from the clause before."""
    return WORDS[language]["subject"]


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        following = text[edit.end :]
        gap = " " if following[:1].strip() and following[0] not in ",.)”\"%'’" else ""
        text = text[: edit.start] + edit.words + gap + following
    return text
