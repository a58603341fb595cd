# ruff: noqa: E501
"""Relative times and dates without a year, resolved by the article's date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.claims.context import WORDS, Context, Edit, Reading, doubt
from assistant.claims.counting import Start, counted_from
from assistant.quantities import parse
from assistant.types import Period, Quantity

_MONTHS_TH = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = (
    (re.compile(r"ไตรมาส(?:ปัจจุบัน|นี้)|\b(?:current|this) quarter\b"), 0),
    (re.compile(r"ไตรมาส(?:ก่อนหน้า|ก่อน|ที่แล้ว|ที่ผ่านมา)|\b(?:last|previous|prior) quarter\b"), -1),
    (re.compile(r"ไตรมาส(?:หน้า|ถัดไป)|\bnext quarter\b"), 1),
)
_BEFORE_THAT = re.compile(r"หน้า(?:นี้)?")
_PAST = re.compile(r"เมื่อ|\b[Oo]n\b")
# "July 30 to August 15, 2025": the year at the end of a range holds for its beginning.
_YEAR_OF_RANGE = re.compile(
    r"\s?(?:to|and|until|ถึง|[-–—])\s?[^.;\n]{2,22}?(?<![0-9])(?P<year>(?:19|20|25)[0-9]{2})(?![0-9])"
)
# "today (3 February 2025)": the day stands there.
_DATED_ALREADY = re.compile(
    r"\s?\([^()\n]{0,14}?[0-9๐-๙]{1,2}[ /]?[^()\n]{2,16}?[0-9๐-๙]{2,4}\s?\)|\s?\((?:พ\.ศ\.\s?|ปี\s?)?(?:19|20|25)[0-9]{2}\)"
)
# Parts of a year that are told by the article's own year.
_OF_THIS_YEAR = re.compile(
    r"(?:ตั้งแต่|นับแต่|นับตั้งแต่)ต้นปี(?:นี้)?(?!\s?(?:[0-9๐-๙]|ที่|ก่อน|หน้า|งบ))|ภายใน(?:สิ้น|ปลาย)ปี(?:นี้)?(?!\s?(?:[0-9๐-๙]|ที่|ก่อน|หน้า|งบ))"
    r"|\bsince the (?:start|beginning) of the year\b|\b(?:so far|later) this year\b|\bby (?:the end of the year|year[- ]end)\b"
)
_AHEAD = re.compile(r"\b(?:will|expects?|expected|forecasts?|plans?|would)\b|จะ|คาด")
_SOME_DAY = date(2001, 5, 15)


def times(text: str, context: Context) -> Reading:
    """Relative times and dates without a year, which need the article's date or a named period."""
    places: list[tuple[int, int]] = []
    readings = [_dates(text, context, places)]
    readings.append(_quarters(text, context, places))
    taken = [(edit.start, edit.end) for reading in readings for edit in reading.edits]
    parts = _year(text, context)
    free = tuple(e for e in parts.edits if not any(s < e.end and e.start < t for s, t in taken))
    return Reading(
        tuple(edit for reading in readings for edit in reading.edits) + free,
        tuple(told for reading in (*readings, parts) for told in reading.doubts),
    )


def _dates(text: str, context: Context, places: list[tuple[int, int]]) -> Reading:
    """Times that are read as figures; `places` gets where they stand."""
    day = context.as_of or _SOME_DAY
    undated = {(q.start, q.end) for q in parse(text, language=context.language) if q.period}
    edits: list[Edit] = []
    unclear: list[str] = []
    for q in parse(text, language=context.language, as_of=day):
        if q.period is None or (q.start, q.end) in undated:
            continue
        places.append((q.start, q.end))
        start = counted_from(q.text, q.start, text, q.period.grain, context)
        if not start.days:
            unclear.append(doubt(context, "undated", q.text))
        elif _DATED_ALREADY.match(text, q.end):
            continue
        elif year := _YEAR_OF_RANGE.match(text, q.end):
            edits.append(Edit(q.start, q.end, f"{q.text} {year['year']}"))
        elif said := _readings(q, text, start, context):
            end = _whole(q, text)
            if len(said) == 1 and not start.coarse:
                edits.append(Edit(q.start, end, _with_time(text[q.start : end], said[0])))
            else:
                unclear.append(_open(context, text[q.start : end], said))
    return Reading(tuple(edits), tuple(unclear))


def _whole(quantity: Quantity, text: str) -> int:
    """Where the words of a relative time end that may be read only in part (เดือนก่อน|หน้า)."""
    rest = _BEFORE_THAT.match(text, quantity.end) if quantity.text.endswith("ก่อน") else None
    return rest.end() if rest else quantity.end


def _readings(quantity: Quantity, text: str, start: Start, context: Context) -> list[str]:
    """The periods that a relative time may mean, as words, once each."""
    said = []
    for day in start.days:
        if day == context.as_of:
            period = _meant(quantity, text, day)
        else:
            period = _counted(quantity, text, day, context.language)
        if start.fiscal and day != context.as_of and period.grain == "year" and period.first:
            year = period.first.year + (543 if context.language == "th" else 0)
            said.append(WORDS[context.language]["fiscal"].format(year=year))
        else:
            said.append(period_words(period, context.language))
    return list(dict.fromkeys(filter(None, said)))


def _counted(quantity: Quantity, text: str, day: date, language: str) -> Period:
    """The period that a relative time means when it is told on `day`."""
    place = (quantity.start, quantity.end)
    found = (
        q.period for q in parse(text, language=language, as_of=day) if (q.start, q.end) == place
    )
    return next((p for p in found if p is not None), Period(None, None, "day"))


def _open(context: Context, what: str, said: list[str]) -> str:
    """What is told of a time that may be any of those `said`."""
    return doubt(context, "time", what, WORDS[context.language]["or"].join(said))


def _meant(quantity: Quantity, text: str, as_of: date) -> Period:
    """The period meant: a half of a year that is told as coming lies not behind."""
    period = _past(quantity, text, as_of)
    first, last = period.first, period.last
    if period.grain != "half" or first is None or last is None or last >= as_of:
        return period
    if _AHEAD.search(text) is None:
        return period
    return replace(period, first=_next_year(first), last=_next_year(last))


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1)


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


def _year(text: str, context: Context) -> Reading:
    """ "Since the start of the year": which year that is."""
    found = list(_OF_THIS_YEAR.finditer(text))
    if context.as_of is None:
        return Reading(doubts=tuple(doubt(context, "undated", m.group()) for m in found))
    thai = context.language == "th"
    said = f"พ.ศ. {context.as_of.year + 543}" if thai else str(context.as_of.year)
    return Reading(tuple(Edit(m.start(), m.end(), f"{m.group()} ({said})") for m in found))


def _quarters(text: str, context: Context, places: list[tuple[int, int]]) -> Reading:
    """Quarters told by their place ("the current quarter") that were not read as figures."""
    edits: list[Edit] = []
    unclear: list[str] = []
    for pattern, offset in _QUARTERS:
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < t for s, t in places):
                continue
            start = counted_from(match.group(), match.start(), text, "quarter", context)
            said = [_quarter_words(day, offset, context.language) for day in start.days]
            if not said:
                unclear.append(doubt(context, "undated", match.group()))
            elif len(set(said)) == 1 and not start.coarse:
                edits.append(Edit(match.start(), match.end(), f"{match.group()} ({said[0]})"))
            else:
                unclear.append(_open(context, match.group(), list(dict.fromkeys(said))))
    return Reading(tuple(edits), tuple(unclear))


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


def day_words(day: date, language: str) -> str:
    """A day as words, years of the Buddhist era in Thai."""
    return period_words(Period(day, day, "day"), language)


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
    if first.year == last.year and (first.month, last.month) in ((1, 6), (7, 12)):
        half = 1 if first.month == 1 else 2
        return f"ครึ่งปี{'แรก' if half == 1 else 'หลัง'} {year}" if thai else f"H{half} {year}"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return f"พ.ศ. {year}" if thai else str(year)
    return f"{first.isoformat()} – {last.isoformat()}"
