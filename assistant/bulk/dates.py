"""Dates in cells: ISO, day first, month first where only that fits, both eras, Thai and English."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from assistant.types import Period

_BUDDHIST_FROM = 2400
"""Years from here on are Buddhist-era (2400 BE is 1857 CE; nobody dates a claim 2400 CE)."""

_ERA_OFFSET = 543
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII | re.DOTALL)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ,].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LONGEST = 100

_NOTHING = frozenset(
    {"", "-", "–", "—", "n/a", "na", "nan", "nat", "none", "null", "unknown", "undated", "?"}
    | {"ไม่ทราบ", "ไม่ระบุ", "ไม่มี", "ไม่ทราบวันที่"}
)


class DateUnreadable(ValueError):
    """There is something in the cell, but no date in it."""


def read_date(value: Any) -> date | None:
    """The day that a cell names, None when it is blank or says that the day is unknown.

    A month or a year gives its last day. Days stand before months (7/2/2025 is 7 February)
    unless that is impossible. Raises `DateUnreadable`.
    """
    if isinstance(value, datetime):
        return _day(value.year, value.month, value.day)
    if isinstance(value, date):
        return _day(value.year, value.month, value.day)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise DateUnreadable(repr(value)[:_LONGEST])
    text = str(value).strip().translate(_THAI_DIGITS)
    if text.casefold() in _NOTHING:
        return None
    if len(text) > _LONGEST:
        raise DateUnreadable(text[:_LONGEST])
    return _numeric(text) or _worded(text)


def _numeric(text: str) -> date | None:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
        return _day(year, day, month) if month > 12 >= day else _day(year, month, day)
    return None


def _worded(text: str) -> date:
    from assistant.quantities import parse_period

    period: Period | None = parse_period(text)
    if period is None or period.last is None:
        raise DateUnreadable(text)
    return period.last


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year - _ERA_OFFSET if year >= _BUDDHIST_FROM else year, month, day)
    except ValueError as error:
        raise DateUnreadable(f"{year}-{month}-{day}") from error
