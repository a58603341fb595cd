# ruff: noqa: E501
"""Making a claim readable alone: times, companies and pronouns resolved from the article.

A resolved reading is written in brackets behind the words it resolves, so the original wording
stays visible. Where the article does not decide, nothing is guessed: the claim says what is
unclear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.claims.translation_words import COMPANIES
from assistant.names import same_name
from assistant.quantities import parse
from assistant.types import Period, Quantity

_COMPANY = re.compile(COMPANIES)
_THE_COMPANY = {
    "th": re.compile(
        r"(?<![ก-ฮเ-ไ])บริษัท(?=\s*(?:$|ได้|จะ|มี|ยัง|กำลัง|คาด|ระบุ|กล่าว|ประกาศ|นี้|ดังกล่าว|Jassy|[,.]))(?!\s?(?:AI|เทค|ทำ|ใน|ที่))"
    ),
    "en": re.compile(
        r"\b(?:[Tt]he (?:company|firm)|[Ii]ts?(?= (?:said|plans|expects|reported|announced)))\b"
    ),
}
_PERSON = {
    "th": re.compile(r"(?:^|\s)(?:เขา|เธอ)(?=\s|ได้|กล่าว|จะ|ระบุ|ยัง)"),
    "en": re.compile(r"\b(?:He|She|he|she)\b"),
}
_POINTING = {
    "th": re.compile(
        r"(?:^|(?<=ว่า)|(?<=ว่า ))(?:นี่|สิ่งนี้|สิ่งเหล่านี้|[ก-๙]{2,12}เหล่านี้|ยอดดังกล่าว|เรื่องดังกล่าว|โครงการดังกล่าว|มาตรการดังกล่าว)"
    ),
    "en": re.compile(r"^(?:This|That|These|Those|It|They)\b(?: \w+)?"),
}
_NAME = {
    "th": re.compile(
        r"(?:นาย|นางสาว|นาง|ดร\.|พลเอก\s?)[ก-๙]{2,20}\s[ก-๙]{2,20}|[A-Z][a-z]+\s[A-Z][a-z]+(?=\s?(?:ซีอีโอ|ผู้|ประธาน|กล่าว|อธิบาย|พยายาม))"
    ),
    "en": re.compile(
        r"(?:Mr|Ms|Mrs|Dr|Gen)\.\s[A-Z][a-z]+(?:\s[A-Z][\w-]+)?|[A-Z][a-z]+\s[A-Z][a-z]+(?=,| said| told| added| is | was )"
    ),
}
_MONTHS_TH = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_QUARTERS = (
    (re.compile(r"ไตรมาส(?:ปัจจุบัน|นี้)|\b(?:current|this) quarter\b"), 0),
    (re.compile(r"ไตรมาส(?:ก่อนหน้า|ก่อน|ที่แล้ว|ที่ผ่านมา)|\b(?:last|previous|prior) quarter\b"), -1),
    (re.compile(r"ไตรมาส(?:หน้า|ถัดไป)|\bnext quarter\b"), 1),
)
_PAST = re.compile(r"เมื่อ|\b[Oo]n\b")
# "July 30 to August 15, 2025": the year at the end of a range holds for its beginning.
_YEAR_OF_RANGE = re.compile(
    r"\s?(?:to|and|until|ถึง|[-–—])\s?[^.;\n]{2,22}?(?<![0-9])(?P<year>(?:19|20|25)[0-9]{2})(?![0-9])"
)
# Connectives that a statement alone does without, and openings without a subject.
_CONNECTIVES = {
    "th": re.compile(
        r"(?:โดย(?!เฉพาะ|การ|รวม|ประมาณ)|ซึ่ง|และ|แต่|ทั้งนี้|นอกจากนี้|ขณะที่|ในขณะที่|อย่างไรก็ตาม|ส(?:ำ|ํา)หรับ|ส่วน(?!ใหญ่|ลด))\s?"
    ),
    "en": re.compile(r"(?:However|Nevertheless|Moreover|In addition|Additionally|But|And),?\s"),
}
_NO_SUBJECT = {
    "th": re.compile(r"(?:มี(?!นา)|ได้|จะ|เป็น|คาด|อยู่|ทำให้|เพิ่ม|ลด|สร้าง|ต้อง|สามารถ|ยัง|อาจ)"),
    "en": re.compile(r"(?:is|are|was|were|has|have|will|would|also)\b"),
}
_SOME_DAY = date(2001, 5, 15)
_WORDS = {
    "th": {
        "undated": "“{what}”: ไม่ทราบวันที่ของบทความ",
        "company": "“{what}”: อาจหมายถึง {names}",
        "company_none": "“{what}”: บทความไม่ได้บอกว่าบริษัทใด",
        "person": "“{what}”: อาจหมายถึง {names}",
        "pointing": "“{what}”: หมายถึงข้อความก่อนหน้า",
        "subject": "ประธานของประโยคนำมาจากข้อความก่อนหน้า อาจหมายถึงสิ่งอื่น",
        "or": " หรือ ",
    },
    "en": {
        "undated": "“{what}”: the article's date is unknown",
        "company": "“{what}”: may be {names}",
        "company_none": "“{what}”: the article does not say which company",
        "person": "“{what}”: may be {names}",
        "pointing": "“{what}”: refers to what was said before",
        "subject": "the subject is taken from the clause before and may be another",
        "or": " or ",
    },
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement made readable alone, and what could not be resolved."""

    text: str
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a statement in its article, and the article as a whole."""

    before: str
    article: str
    as_of: date | None
    language: str


def resolve(text: str, context: Context) -> Resolved:
    """`text` with times, companies and people filled in from `context`."""
    edits: list[tuple[int, int, str]] = []
    unclear: list[str] = []
    for step in (_times, _companies, _people):
        found, doubts = step(text, context)
        edits.extend(found)
        unclear.extend(doubts)
    pointing = _POINTING[context.language].search(text)
    if pointing is not None:
        unclear.append(_say(context, "pointing", pointing.group().strip()))
    return Resolved(_edited(text, edits), tuple(dict.fromkeys(unclear)))


_Found = tuple[list[tuple[int, int, str]], list[str]]


def without_connective(text: str, language: str) -> tuple[str, bool]:
    """`text` without a leading connective, and whether it then lacks a subject of its own."""
    match = _CONNECTIVES[language].match(text)
    rest = text[match.end() :] if match else text
    if match is None or len(rest) < 20:
        return text, False
    if language == "en":
        rest = rest[0].upper() + rest[1:]
    return rest, _NO_SUBJECT[language].match(rest) is not None


def subject_unclear(language: str) -> str:
    """What is said of a clause whose subject was taken from the clause before."""
    return _WORDS[language]["subject"]


def _times(text: str, context: Context) -> _Found:
    """Relative times and dates without a year, which need the article's date."""
    day = context.as_of or _SOME_DAY
    dated = parse(text, language=context.language, as_of=day)
    undated = {(q.start, q.end) for q in parse(text, language=context.language) if q.period}
    edits, unclear = [], []
    for q in dated:
        if q.period is None or (q.start, q.end) in undated:
            continue
        if context.as_of is None:
            unclear.append(_say(context, "undated", q.text))
        elif year := _YEAR_OF_RANGE.match(text, q.end):
            edits.append((q.start, q.end, f"{q.text} {year['year']}"))
        elif said := period_words(_past(q, text, context.as_of), context.language):
            edits.append((q.start, q.end, _with_time(q.text, said)))
    return _quarters(text, context, edits, unclear)


def _past(quantity: Quantity, text: str, as_of: date) -> Period:
    """The period of a date without a year; one told as past ("เมื่อ", "on") lies not ahead."""
    period = quantity.period or Period(None, None, "day")
    first, last = period.first, period.last
    told_past = _PAST.search(text, max(0, quantity.start - 14), quantity.start + 8) is not None
    if first is None or last is None or first <= as_of or period.grain != "day" or not told_past:
        return period
    back = [
        d.replace(year=d.year - 1, day=min(d.day, 28) if d.month == 2 else d.day)
        for d in (first, last)
    ]
    return replace(period, first=back[0], last=back[1])


def _quarters(
    text: str, context: Context, edits: list[tuple[int, int, str]], unclear: list[str]
) -> _Found:
    """Quarters told by their place ("the current quarter") that were not read as figures."""
    for pattern, offset in _QUARTERS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end, _ in edits):
                continue
            if context.as_of is None:
                unclear.append(_say(context, "undated", match.group()))
                continue
            said = _quarter_words(context.as_of, offset, context.language)
            edits.append((match.start(), match.end(), f"{match.group()} ({said})"))
    return edits, unclear


def _quarter_words(day: date, offset: int, language: str) -> str:
    count = day.year * 4 + (day.month - 1) // 3 + offset
    year, number = count // 4, count % 4 + 1
    return f"ไตรมาส {number} ปี {year + 543}" if language == "th" else f"Q{number} {year}"


def _with_time(words: str, said: str) -> str:
    """`said` in brackets behind `words`, or only the year where the rest stands there."""
    shorter, _, year = said.rpartition(" ")
    shorter = shorter.rstrip(",")
    if shorter and words.endswith(shorter):
        return f"{words} {year}"
    return f"{words} ({said})"


def period_words(period: Period, language: str) -> str:
    """A period as words: a day, a month, a quarter or a year; "" when it is open."""
    if period.first is None or period.last is None:
        return ""
    first, last = period.first, period.last
    thai = language == "th"
    year = first.year + 543 if thai else first.year
    month = (_MONTHS_TH if thai else _MONTHS_EN)[first.month - 1]
    if first == last:
        return f"{first.day} {month} {year}" if thai else f"{month} {first.day}, {year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{month} {year}"
    if (first.month - 1) % 3 == 0 and last.month - first.month == 2 and first.year == last.year:
        number = (first.month + 2) // 3
        return f"ไตรมาส {number} ปี {year}" if thai else f"Q{number} {year}"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return f"พ.ศ. {year}" if thai else str(year)
    return f"{first.isoformat()} – {last.isoformat()}"


def _companies(text: str, context: Context) -> _Found:
    edits, unclear = [], []
    for match in _THE_COMPANY[context.language].finditer(text):
        near = _distinct(_COMPANY.findall(context.before[-400:] + text[: match.start()]))
        main = _main(_COMPANY.findall(context.article))
        chosen = near[0] if len(near) == 1 else None
        if main is not None and any(_same_company(main, name) for name in near):
            chosen = main
        if chosen is not None:
            edits.append((match.start(), match.end(), f"{match.group()} ({chosen})"))
        elif near:
            names = _WORDS[context.language]["or"].join(near[:4])
            unclear.append(_say(context, "company", match.group(), names))
        else:
            unclear.append(_say(context, "company_none", match.group()))
    return edits, unclear


def _distinct(names: Sequence[str]) -> list[str]:
    """`names` once each, in order; two spellings of one company count once."""
    found: list[str] = []
    for name in dict.fromkeys(names):
        if not any(_same_company(name, other) for other in found):
            found.append(name)
    return found


@lru_cache(maxsize=4096)
def _same_company(a: str, b: str) -> bool:
    return a.casefold() == b.casefold() or same_name(a, b)


def _main(names: Sequence[str]) -> str | None:
    """The company that an article is about: named at least twice as often as any other."""
    counted: Counter[str] = Counter()
    for name, times in Counter(names).items():
        known = next((n for n in counted if _same_company(n, name)), name)
        counted[known] += times
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    if len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]:
        return None
    return ranked[0][0]


def _people(text: str, context: Context) -> _Found:
    edits: list[tuple[int, int, str]] = []
    unclear: list[str] = []
    pronoun = _PERSON[context.language].search(text)
    if pronoun is None:
        return edits, unclear
    names = _distinct(_NAME[context.language].findall(context.before[-500:]))
    if len(names) == 1:
        edits.append((pronoun.start(), pronoun.end(), f"{pronoun.group()} ({names[0]})"))
    elif names:
        listed = _WORDS[context.language]["or"].join(names[-3:])
        unclear.append(_say(context, "person", pronoun.group().strip(), listed))
    return edits, unclear


def _say(context: Context, key: str, what: str, names: str = "") -> str:
    return _WORDS[context.language][key].format(what=what, names=names)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        gap = " " if text[end : end + 1].strip() and text[end] not in ',.)”"%' else ""
        text = text[:start] + new + gap + text[end:]
    return text
