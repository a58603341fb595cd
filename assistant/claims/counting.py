# ruff: noqa: E501
"""From which day "the previous year" counts: the article's, or a period that the text names.

"Net profit in 2023 rose 20% from the previous year" counts from 2023, whenever it was written.
Where the text leaves it open, both readings are kept, so that neither is taken for sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.claims.context import Context
from assistant.quantities import parse
from assistant.types import Period

# Times that lie a step before or after another.
_STEP = {
    "th": re.compile(r"(?P<grain>ปี|เดือน|ไตรมาส)(?:ก่อนหน้า(?:นี้)?|ก่อน|ที่แล้ว|ที่ผ่านมา|หน้า|ถัดไป|ถัดมา)"),
    "en": re.compile(
        r"(?:last|previous|prior|preceding|next|following)\s(?P<grain>year|month|quarter)|a (?P<earlier>year|month|quarter) (?:earlier|before|ago)",
        re.IGNORECASE,
    ),
}
_GRAIN = {"ปี": "year", "เดือน": "month", "ไตรมาส": "quarter"}
# Steps that by their wording count from a time named before, not from today.
_ALWAYS = {
    "th": re.compile(r"ก่อนหน้า|ถัดไป|ถัดมา"),
    "en": re.compile(r"previous|prior|preceding|following|earlier|before", re.IGNORECASE),
}
# A figure is set against the time that follows.
_AGAINST = {
    "th": re.compile(
        r"(?:จาก|กว่า|เทียบกับ|เทียบ|กับ|ช่วงเดียวกัน(?:ของ|ใน)?|เดียวกัน(?:ของ|ใน)?)\s?(?:ช่วง|ใน)?\s?\Z"
    ),
    "en": re.compile(
        r"\b(?:from|than|with|to|versus|vs\.?|against|over|on|in|of|same (?:month|period|quarter|time))\s(?:the\s)?"
        r"(?:(?:same|corresponding) (?:month|period|quarter|time|week)\s(?:(?:of|in|a)\s)?(?:the\s)?)?\Z"
    ),
}
# "in", "on" and "of" set against another time only with "the same month".
_LOOSE = re.compile(r"\b(?:in|of|on|to)\s(?:the\s)?\Z")
# A period that only bounds or compares: nothing happened in it.
_BOUND = {
    "th": re.compile(
        r"(?:ตั้งแต่|นับแต่|นับตั้งแต่|ภายใน|จนถึง|ถึง|จาก|กว่า|เทียบกับ|กับ|ก่อน|หลัง)(?:สิ้น|ปลาย|ต้น|กลาง)?\s?\Z"
    ),
    "en": re.compile(
        r"\b(?:since|by|until|till|before|after|from|than|with|against|versus|to)\s(?:the (?:end|start|beginning) of\s|early\s|late\s)?\Z"
    ),
}
_NAMED_GRAINS = frozenset({"year", "fiscal_year", "half", "quarter", "month", "day"})
_PARTS = frozenset({"quarter", "half"})
_FINER = {"year": 4, "fiscal_year": 4, "half": 3, "quarter": 2, "month": 1, "day": 0}
_NEAR = 200
# A period that ended longer ago than this is told as history.
_LONG_AGO = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Start:
    """Days that a relative time may count from: one when the text decides it, none: unknown.

    `fiscal` says that a named fiscal year is counted from; `coarse` that the text names a period
    too long to count from, so that even one day is not sure.
    """

    days: tuple[date, ...]
    fiscal: bool = False
    coarse: bool = False


def counted_from(words: str, start: int, text: str, grain: str, context: Context) -> Start:
    """What the relative time `words` at `text[start:]` counts from; `context` gives the rest.

    `grain` is that of the period that the words mean.
    """
    today = Start((context.as_of,) if context.as_of else ())
    step = _STEP[context.language].search(words)
    if step is None:
        return _in_year(today, text[:start], context.language) if grain in _PARTS else today
    against = _set_against(words, text[max(0, start - 60) : start], context.language)
    named = _nearest(text, start, context.language) or _nearest(
        context.unit, None, context.language
    )
    if named is None and against:
        line = context.before[-_NEAR:].rpartition("\n")[2]
        named = _nearest(line, None, context.language)
        fine = named is not None and _FINER[named.grain] <= _FINER[_grain(step)]
        return _either(today, named, step) if named is not None and fine else today
    if named is None:
        return today
    if against:
        return _from(today, named, step)
    recent = (
        named.last is not None
        and context.as_of is not None
        and (context.as_of - named.last <= _LONG_AGO)
    )
    return today if recent else _either(today, named, step)


def _in_year(today: Start, before: str, language: str) -> Start:
    """A quarter or a half without a year: of the year named before it, or of the article's."""
    named = _nearest(before, None, language)
    if named is None or named.grain != "year" or named.last is None:
        return today
    return Start(tuple(dict.fromkeys((*today.days, named.last))))


def _set_against(words: str, before: str, language: str) -> bool:
    if _ALWAYS[language].search(words):
        return True
    match = _AGAINST[language].search(before)
    if match is None:
        return False
    return language == "th" or "same" in match.group() or _LOOSE.search(match.group()) is None


def _from(today: Start, named: Period, step: re.Match[str]) -> Start:
    """Counting from a named period, as far as it is as fine as the step."""
    grain = _grain(step)
    if _FINER[named.grain] > _FINER[grain]:
        return replace(today, coarse=True)
    day = _middle(named)
    return Start((day,) if day else (), fiscal=named.grain == "fiscal_year")


def _either(today: Start, named: Period, step: re.Match[str]) -> Start:
    if not today.days:
        return today
    other = _from(today, named, step)
    return replace(
        other, days=tuple(dict.fromkeys((*today.days, *other.days))), coarse=other.coarse
    )


def _grain(step: re.Match[str]) -> str:
    found = step["grain"] or step.groupdict().get("earlier") or ""
    return _GRAIN.get(found, found.lower())


def _middle(period: Period) -> date | None:
    if period.first is None or period.last is None:
        return None
    return period.first + (period.last - period.first) / 2


def _nearest(text: str, start: int | None, language: str) -> Period | None:
    """The period named nearest before `start`, or else after it; None start: the only one."""
    found = [
        (q.start, q.period)
        for q in parse(text, language=language)
        if q.period is not None
        and q.period.grain in _NAMED_GRAINS
        and not _BOUND[language].search(text[: q.start])
    ]
    if start is None:
        distinct = {(period.first, period.last) for _, period in found}
        return found[0][1] if len(distinct) == 1 else None
    before = [period for at, period in found if at < start]
    after = [period for at, period in found if at >= start]
    return before[-1] if before else after[0] if after else None
