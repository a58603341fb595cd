"""Dates and periods from tokens: days, months, quarters, halves, years, budget years.

Buddhist-era years are 543 ahead of the common era (Thailand since 1941). The Thai budget year
Y runs from 1 October Y-1 to 30 September Y (Budget Procedure Act, B.E. 2561, section 4)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

BE_OFFSET = 543


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period read from tokens `[index, last)`; first and last day are inclusive.

    `first` and `last` are None when the year is not known; then `part` still tells which part
    of a year it is, as (grain, number). `years` is set when only calendar years were written.
    """

    start: int
    end: int
    index: int
    last_token: int
    grain: str
    first: date | None = None
    last: date | None = None
    years: tuple[int, int] | None = None
    part: tuple[str, int] | None = None


def be_to_ce(year: int) -> int:
    """Common-era year of a Buddhist-era year."""
    return year - BE_OFFSET


def ce_to_be(year: int) -> int:
    """Buddhist-era year of a common-era year."""
    return year + BE_OFFSET


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_span(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of the months `first..last` of a year; months may run past 12."""
    year_a, month_a = year + (first - 1) // 12, (first - 1) % 12 + 1
    year_b, month_b = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year_a, month_a, 1), month_end(year_b, month_b)


def fiscal_span(year: int) -> tuple[date, date]:
    """First and last day of the budget year `year` (CE)."""
    return date(year - 1, 10, 1), date(year, 9, 30)


def relative_span(as_of: date, grain: str, offset: int) -> tuple[date, date]:
    """The day, week (from Monday), month, quarter or year `offset` away from that of `as_of`."""
    if grain == "day":
        day = as_of + timedelta(days=offset)
        return day, day
    if grain == "week":
        monday = as_of + timedelta(days=7 * offset - as_of.weekday())
        return monday, monday + timedelta(days=6)
    if grain == "year":
        return months_span(as_of.year + offset, 1, 12)
    if grain == "quarter":
        first = 3 * ((as_of.month - 1) // 3) + 1 + 3 * offset
        return months_span(as_of.year, first, first + 2)
    return months_span(as_of.year, as_of.month + offset, as_of.month + offset)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def nearest_date(as_of: date, month: int, day: int) -> date | None:
    """The date with that day and month that is nearest to `as_of`."""
    found = [d for y in (-1, 0, 1) if (d := day_or_none(as_of.year + y, month, day))]
    return min(found, key=lambda d: abs((d - as_of).days)) if found else None


def nearest_span(as_of: date, first: int, last: int) -> tuple[date, date]:
    """The span of months of this year or the last that has begun by `as_of`."""
    this = months_span(as_of.year, first, last)
    return this if this[0] <= as_of else months_span(as_of.year - 1, first, last)
