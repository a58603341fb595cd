"""Sentence spans in Thai and English text, by rules, verbatim.

English sentences end at . ! ? before a capital, unless the full stop belongs to an abbreviation,
an initial or a number. Thai has no full stop: a space may end a sentence, a clause or nothing,
so a break needs a sign beside the space (a word that opens sentences, a particle that closes
them) or a sentence that has grown long. Nothing breaks inside quotation marks or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Spans = tuple[tuple[int, int], ...]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_GAP = re.compile(r"[ \t\u00a0\u3000]+")

_EN_END = re.compile(
    r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s+[\"'\u201c\u2018(\[]*[A-Z0-9$\u0e01-\u0e2e\u0e40-\u0e44])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'\u201c])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon"
    r"|St|Mt|Ft|Jr|Sr|Inc|Corp|Ltd|Co|Bros|No|Nos|Vol|Fig|Eq|Sec|Art|Ch|pp?|vs|etc|cf|al|approx|est|ca|dept"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.$"
)
# After these a following capital does start a sentence ("... in the U.S. The ...").
_MAY_END = re.compile(r"(?:U\.S|U\.K|E\.U|U\.N|a\.m|p\.m|Inc|Corp|Ltd|Co|Jr|Sr|etc|al)\.$")
_OPENER_EN = re.compile(
    r"(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|Its|His|Her|For|As|By)\b"
)

_TH_OPENERS = (
    "นอกจากนี้", "นอกจากนั้น", "ทั้งนี้", "ทั้งนั้น", "อย่างไรก็ตาม", "อย่างไรก็ดี", "ขณะที่", "ในขณะที่",
    "ขณะเดียวกัน", "ในขณะเดียวกัน", "ส่วน", "สำหรับ", "ด้าน", "ดังนั้น", "เพราะฉะนั้น", "ต่อมา",
    "ก่อนหน้านี้", "ล่าสุด", "หลังจาก", "ภายหลัง", "อนึ่ง", "โดยในปี", "โดยเมื่อ", "ในปี", "เมื่อวันที่", "เมื่อปี",
    "ในวันที่", "ปัจจุบัน", "แต่", "ซึ่งในปี", "เขา", "เธอ", "บริษัท", "ผลการ", "ตัวเลข", "รายงาน", "นาย", "นาง",
)  # fmt: skip
_TH_CLOSERS = ("ครับ", "ค่ะ", "คะ", "แล้ว", "ด้วย", "เท่านั้น", "เช่นกัน", "ตามลำดับ", "เป็นต้น", "ต่อไป")
_TH_ABBREVIATION = re.compile(r"(?:[\u0e01-\u0e2e][\u0e30-\u0e4e]*\.)+$")
_TH_SHORT, _TH_LONG = 60, 180
_OPENING, _CLOSING = "\u201c(\u2018[{\u00ab", "\u201d)\u2019]}\u00bb"


def sentences(text: str, language: str) -> Spans:
    """Half-open code-point spans of the sentences of `text`, in order, without outer blanks.

    `language` is "th" or "en". Spans never overlap; what lies between them is white space.
    """
    cut = _thai if language == "th" else _english
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        for start, end in cut(text, line.start(), line.end()):
            trimmed = _trim(text, start, end)
            if trimmed[0] < trimmed[1]:
                found.append(trimmed)
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _english(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _EN_END.finditer(text, start, end):
        if match.end() < end and not _is_abbreviation(text, begin, match):
            yield begin, match.end()
            begin = match.end()
    yield begin, end


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    if match.group()[0] != "." or match.group().startswith(".."):
        return False
    head = text[max(begin, match.start() - 14) : match.start() + 1]
    if _TH_ABBREVIATION.search(head):
        return True
    if not _ABBREVIATION.search(head):
        return False
    after = text[match.end() : match.end() + 12].lstrip()
    return not (_MAY_END.search(head) and _OPENER_EN.match(after))


def _thai(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin, depth, straight, last = start, 0, False, start
    for gap in _GAP.finditer(text, start, end):
        for char in text[last : gap.start()]:
            depth += (char in _OPENING) - (char in _CLOSING)
            straight ^= char == '"'
        last = gap.end()
        inside = (depth > 0 or straight) and gap.start() - begin < 4 * _TH_LONG
        if not inside and _breaks(text, begin, gap.start(), gap.end(), end):
            yield begin, gap.start()
            begin, depth, straight = gap.end(), 0, False
    yield begin, end


def _breaks(text: str, begin: int, left: int, right: int, end: int) -> bool:
    """Whether the white space text[left:right] ends the sentence that starts at `begin`."""
    length, before, after = left - begin, text[left - 1 : left], text[right : right + 1]
    if not after or after in "ๆฯ)]}\u201d\u2019%," or before in "([{\u201c\u2018$฿,:":
        return False
    if before in ".!?" and not _TH_ABBREVIATION.search(text[max(begin, left - 12) : left]):
        return (length >= 12 and not text[left - 2 : left - 1].isdigit()) or before in "!?"
    if before.isdigit() or after.isdigit() or before == "." or _remains(text, right, end) < 15:
        return False
    if length >= _TH_SHORT and text.startswith(_TH_OPENERS, right):
        return True
    if length >= _TH_SHORT // 2 and text.endswith(_TH_CLOSERS, begin, left):
        return True
    return length >= _TH_LONG and not before.isascii() and not after.isascii()


def _remains(text: str, right: int, end: int) -> int:
    return end - right
