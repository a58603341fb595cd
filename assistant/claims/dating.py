# ruff: noqa: E501
"""The day an article appeared, read from its own text.

Editors write it in few ways: a label ("Published:", เผยแพร่เมื่อ), "today (3 February 2025)", a
dateline or a line of its own. The strongest way found decides. Where it names no year, or two
days, nothing is guessed: what it may be is told. The day on which a file was made is told where
nothing else is known, and dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.claims.cue_words import MONTH_EN, MONTH_TH
from assistant.claims.times import day_words
from assistant.quantities import parse
from assistant.types import Notice

# Where a label or a dateline is looked for; "today (...)" may stand further down.
_HEAD, _TAIL, _BODY = 900, 250, 4000
# A page's date this many days off the text's own is told.
_APART = 3
_NUMERIC = r"[0-9๐-๙]{4}-[0-9๐-๙]{2}-[0-9๐-๙]{2}|[0-9๐-๙]{1,2}/[0-9๐-๙]{1,2}/[0-9๐-๙]{4}"
_DAY = {
    "th": rf"(?P<day>[0-9๐-๙]{{1,2}}\s?{MONTH_TH}(?:\s?(?:พ\.ศ\.|ค\.ศ\.)?\s?(?:[0-9๐-๙]{{4}}|[0-9๐-๙]{{2}}))?(?![0-9๐-๙])|{_NUMERIC})",
    "en": rf"(?P<day>{MONTH_EN}\s[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,?\s[0-9]{{4}})?(?![0-9])|[0-9]{{1,2}}(?:st|nd|rd|th)?\s{MONTH_EN}(?:,?\s[0-9]{{4}})?(?![0-9])|{_NUMERIC})",
}
_WEEKDAY = r"(?:วัน[ก-๙]{2,12}\s?(?:ที่)?\s?|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
_LABEL = {
    "th": r"(?:วันที่(?:เผยแพร่|โพสต์|ประกาศ|ลงข่าว)|เผยแพร่(?:เมื่อ|วันที่)?|โพสต์(?:เมื่อ|วันที่)|ประกาศ ณ วันที่)\s?[:：]?\s?(?:วันที่\s?)?",
    "en": r"(?:(?:First )?[Pp]ublished|Posted|Date|Release date|Issued|PUBLISHED)(?:\s(?:on|at))?\s?:?\s?",
}
_TODAY = {"th": r"(?<!เมื่อ)วันนี้\s?\(\s?", "en": r"\b[Tt]oday\s\((?:[A-Z][a-z]+day,?\s)?"}
_YESTERDAY = {"th": r"เมื่อวาน(?:นี้)?\s?\(\s?", "en": r"\b[Yy]esterday\s\((?:[A-Z][a-z]+day,?\s)?"}
# When a page was last changed: it says less than when it appeared.
_CHANGED = {
    "th": r"(?:ปรับปรุง|อัปเดต|อัพเดต|อัพเดท|อัปเดท|แก้ไข)(?:ล่าสุด|ข้อมูล)?(?:เมื่อ)?\s?[:：]?\s?(?:วันที่\s?)?",
    "en": r"(?:Last [Uu]pdated?|Updated|UPDATED|[Ll]ast modified|Modified|Revised)(?:\s(?:on|at))?\s?:?\s?",
}
# What stands before and after the day of a dateline, on one line. A place without a comma is one
# only before a day that a dash or a bracket ends.
_NO_PLACE = r"(?!เมื่อ|วัน|ภายใน|ตั้งแต่|ถึง|จนถึง|ก่อน|หลัง|ระหว่าง|ลงวันที่|ครบ|ใน|ของ|และ|สำหรับ)"
_PLACE = {
    "th": rf"[ \t]*\(?(?:[ก-๙ฯ.]{{2,20}}\s?[,–—-]\s?|โดย[^|\n]{{2,50}}\|\s?|{_NO_PLACE}[ก-๙ฯ.]{{2,20}}\s(?=[^()\n–—-]{{5,25}}\s[–—-]\s?[^\s0-9๐-๙])"
    rf"|{_NO_PLACE}[ก-๙ฯ.]{{2,20}}\s?\((?=[^()\n]{{4,30}}\)\s?[–—:-]))?",
    "en": r"[ \t]*\(?(?:[A-Z][\w.’' ]{1,30},\s?(?:[A-Z][\w.’' ]{1,30},\s?)?|[Bb]y [^|\n]{2,60}[|•·,]\s?|[A-Z][\w.’', ]{1,40}\s?\((?=[^()\n]{4,40}\)\s?[–—:-]))?",
}
_AFTER = {
    "th": r"(?=\s*[:|)•·]|\s*[-–—](?!\s?[0-9๐-๙])|\s*เวลา|[ \t]*$|\s(?:นาย|นาง|น\.ส\.|ดร\.|พล|ศ\.|รศ\.|นพ\.|พญ\.)|\s?(?:ที่|ณ)\s?(?!ผ่านมา)(?![^\n]{0,60}(?:จะ|เตรียม|กำหนด))[ก-๙])",
    "en": rf"(?=\s*[:|)•·]|\s*[-–—](?!\s?(?:[0-9]|{MONTH_EN}\s[0-9]))|,?\sat\s[0-9]|[ \t]*$|,\s(?!was\b|is\b|will\b|and\b|the day\b)[A-Za-z]|\s\([A-Z])",
}
# An event told with its day: the article is no older.
_EVENT = {
    "th": r"^[^\n]{0,40}?เมื่อ\s?(?:วันที่\s?)?",
    "en": r"^(?:[^\n]{0,40}?\b(?:met|held|signed|said|told|announced|disclosed)\s)?[Oo]n\s",
}
_OPEN = {"th": r"(?:วันที่\s?)?", "en": ""}
_WAYS = {
    side: tuple(
        re.compile(pattern, re.MULTILINE)
        for pattern in (
            rf"^[^\n]{{0,40}}?{_LABEL[side]}{_WEEKDAY}{_DAY[side]}",
            rf"{_TODAY[side]}{_WEEKDAY}{_OPEN[side]}{_DAY[side]}",
            rf"^{_PLACE[side]}{_WEEKDAY}{_OPEN[side]}{_DAY[side]}{_AFTER[side]}",
            rf"(?:^|[|•·(])[ \t]*{_CHANGED[side]}{_WEEKDAY}{_DAY[side]}",
            rf"{_YESTERDAY[side]}{_WEEKDAY}{_OPEN[side]}{_DAY[side]}",
            rf"{_EVENT[side]}{_WEEKDAY}{_DAY[side]}",
        )
    )
    for side in ("th", "en")
}
_LABELLED, _NOW, _LINE, _UPDATED, _BEFORE, _HAPPENED = range(6)
_YEAR = re.compile(r"[0-9๐-๙]{4}|\s[0-9๐-๙]{2}$|\.[0-9๐-๙]{2}$")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WORDS = {
    "th": {
        "date_read": "วันที่ของบทความอ่านจากเนื้อหา: {what}",
        "date_unsure": "วันที่ของบทความไม่แน่ชัด อาจเป็น {what}",
        "no_year": "{what} ซึ่งไม่ระบุปี",
        "no_older": "{what} หรือหลังจากนั้น",
        "date_differs": "เนื้อหาระบุวันที่ {what} ไม่ตรงกับวันที่ที่ให้มา",
        "file_made": "{what} ซึ่งเป็นวันที่สร้างแฟ้ม บทความไม่ระบุวันที่เผยแพร่",
        "or": " หรือ ",
    },
    "en": {
        "date_read": "the article's date was read from its text: {what}",
        "date_unsure": "the article's date is not certain, it may be {what}",
        "no_year": "{what} of a year that is not named",
        "no_older": "{what} or later",
        "date_differs": "the text is dated {what}, which is not the date given",
        "file_made": "{what}, when its file was made; it does not say when it was published",
        "or": " or ",
    },
}


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that `text[start:end]` may mean; one day: sure, none: its year is not named.

    `event` says that they are the day of something told: the article is no older, perhaps newer.
    """

    days: tuple[date, ...]
    start: int
    end: int
    event: bool = False

    @property
    def day(self) -> date | None:
        """The day, None when it is not certain."""
        return self.days[0] if len(self.days) == 1 and not self.event else None


def dated(text: str, language: str) -> Dated | None:
    """What `text` says of the day it appeared on, None when it says nothing."""
    for way in range(len(_WAYS[language])):
        found = tuple(_found(text, language, way))
        if found:
            return _agreed(found)
    return None


def date_notices(
    text: str, language: str, given: date | None, *, made: date | None = None
) -> tuple[date | None, list[Notice]]:
    """The article's day and what to tell about it; `given` goes before what the text says.

    `made` is the day on which its file was made; it is told where nothing dates the article.
    """
    read = dated(text, language)
    words = _WORDS[language]
    if read is None:
        if given is not None or made is None:
            return given, []
        what = words["file_made"].format(what=day_words(made, language))
        return None, [Notice("date_unsure", words["date_unsure"].format(what=what), 0, 0)]
    if given is not None:
        if read.day is None or abs((read.day - given).days) <= _APART:
            return given, []
        return given, [_notice("date_differs", day_words(read.day, language), read, language)]
    if read.day is not None:
        what = day_words(read.day, language)
        return read.day, [_notice("date_read", what, read, language)]
    if read.event:
        if not read.days:
            return None, []
        what = words["no_older"].format(what=day_words(max(read.days), language))
        return None, [_notice("date_unsure", what, read, language)]
    may_be = words["or"].join(day_words(day, language) for day in read.days)
    what = may_be or words["no_year"].format(what=text[read.start : read.end])
    return None, [_notice("date_unsure", what, read, language)]


def _notice(code: str, what: str, read: Dated, language: str) -> Notice:
    return Notice(code, _WORDS[language][code].format(what=what), read.start, read.end)


def _found(text: str, language: str, way: int) -> Iterator[Dated]:
    pattern = _WAYS[language][way]
    for match in pattern.finditer(text, 0, _BODY):
        at_edge = match.start() < _HEAD or match.end() > len(text) - _TAIL
        if way in (_LABELLED, _LINE, _UPDATED, _HAPPENED) and not at_edge:
            continue
        days = tuple(_days(match["day"], language, timedelta(days=1 if way == _BEFORE else 0)))
        yield Dated(days, match.start("day"), match.end("day"), way == _HAPPENED)


def _days(words: str, language: str, later: timedelta) -> Iterator[date]:
    """The days that `words` may mean, moved `later`."""
    slashed = _SLASHED.fullmatch(words) if language == "en" else None
    if slashed:
        first, second, year = (int(n) for n in slashed.groups())
        for day, month in dict.fromkeys([(first, second), (second, first)]):
            if 1 <= month <= 12 and 1 <= day <= 28 + 3 * (month != 2):
                yield date(year, month, min(day, 30) if month in (4, 6, 9, 11) else day) + later
        return
    read = next((q.period for q in parse(words, language=language) if q.period), None)
    if read is not None and read.first is not None and read.first == read.last and _dated(words):
        yield read.first + later


def _dated(words: str) -> bool:
    return _YEAR.search(words) is not None


def _agreed(found: tuple[Dated, ...]) -> Dated:
    """The first reading when all agree; else all days that were read."""
    days = tuple(dict.fromkeys(day for read in found for day in read.days))
    sure = next((read for read in found if read.days), found[0])
    return Dated(days, sure.start, sure.end, sure.event)
