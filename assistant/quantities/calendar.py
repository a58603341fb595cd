"""Dates and periods from tokens: days, months, quarters, halves, years, budget years.

Buddhist-era years are 543 ahead of the common era (Thailand since 1941). The Thai budget year
Y runs from 1 October Y-1 to 30 September Y (Budget Procedure Act, B.E. 2561, section 4).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.quantities.lexicon import Sense
from assistant.quantities.numbers import near, read_number
from assistant.quantities.scan import Scanned, Token

BE_OFFSET = 543
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_SHORT_END = re.compile(r"\s*[-/]\s*(\d{2}|\d{4})(?![\d,.]\d|\d|[A-Za-z%-])")


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


@dataclass(frozen=True, slots=True)
class _Year:
    year: int
    start: int
    last: int  # token after it
    end: int


class Calendar:
    """Reads moments from one scanned text; `as_of` gives relative dates their day."""

    def __init__(self, scanned: Scanned, as_of: date | None) -> None:
        self.scanned, self.tokens, self.as_of = scanned, scanned.tokens, as_of
        self._nested = False

    def read(self, i: int) -> Moment | None:
        """The date or period that begins at token `i`, None when there is none."""
        token = self.tokens[i]
        if token.number is not None:
            return self._from_number(i)
        senses = token.senses
        for sense, rule in _RULES:
            if sense in senses:
                found = rule(self, i)
                if found is not None:
                    return found
        return None

    # Small pieces -------------------------------------------------------------------------

    def _at(self, i: int, *senses: Sense) -> Token | None:
        if 0 < i < len(self.tokens) and near(self.scanned, self.tokens[i - 1], self.tokens[i]):
            token = self.tokens[i]
            if any(sense in token.senses for sense in senses):
                return token
        return None

    def _year(self, i: int, short: str | None) -> _Year | None:
        """A year at token `i`, behind "of", year and era words; `short` lets "67" be one."""
        start = i
        era = None
        while token := self._at(i, Sense.OF, Sense.YEAR, Sense.ERA, Sense.PER):
            era = token.get(Sense.ERA) or era
            short = token.get(Sense.YEAR) or token.get(Sense.ERA) or short
            if Sense.PER in token.senses and token.word != "/":
                return None
            i += 1
            if i - start > 3:
                return None
        if i + 1 < len(self.tokens) and self.tokens[i].word == "'":
            short, i = short or "ce", i + 1
        if not 0 <= i < len(self.tokens) or not self._close(i):
            return None
        token = self.tokens[i]
        year = _year_value(token, era, short)
        if year is None:
            return None
        last, end = i + 1, token.end
        after = self._at(i + 1, Sense.ERA)
        if after is not None and era is None:
            year = _year_value(token, after.get(Sense.ERA), short)
            last, end = i + 2, after.end
        return None if year is None else _Year(year, token.start, last, end)

    def _close(self, i: int) -> bool:
        if i == 0:
            return True
        gap = self.scanned.plain[self.tokens[i - 1].end : self.tokens[i].start]
        return gap.strip(" \t\r\n") in ("", ",", "'", "/")

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        """A number 1..12 or an ordinal word at token `i`: its value and the token after it."""
        if i >= len(self.tokens) or (
            i and not near(self.scanned, self.tokens[i - 1], self.tokens[i])
        ):
            return None
        token = self.tokens[i]
        if token.number is not None:
            value = int(token.number) if token.number == int(token.number) else 0
            return (value, i + 1) if 1 <= value <= 12 and not token.decimals else None
        for sense in (Sense.ORDINAL, Sense.DIGIT):
            if sense in token.senses:
                return int(token.senses[sense]), i + 1
        return None

    def _moment(
        self, i: int, last: int, grain: str, span: tuple[date, date] | None,
        part: tuple[str, int] | None = None, years: tuple[int, int] | None = None,
    ) -> Moment:  # fmt: skip
        start, end = self.tokens[i].start, self.tokens[last - 1].end
        first_day, last_day = span or (None, None)
        return Moment(start, end, i, last, grain, first_day, last_day, years, part)

    def _skip_to(self, end: int, i: int) -> int:
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    # Rules --------------------------------------------------------------------------------

    def _from_number(self, i: int) -> Moment | None:
        token = self.tokens[i]
        if token.glued or token.grouped:
            return None
        if found := self._written(i):
            return found
        value = token.number
        if value is None or token.decimals:
            return None
        if self._at(i + 1, Sense.QUARTER) and self.tokens[i + 1].solid and 1 <= value <= 4:
            return self._of_year(i, i + 2, "quarter", int(value), self.tokens[i + 1])
        if self._at(i + 1, Sense.HALF_YEAR) and self.tokens[i + 1].solid and value in (1, 2):
            found = self._of_year(i, i + 2, "half", int(value), self.tokens[i + 1])
            return found if found.first else None
        if 1 <= value <= 31 and (day := self._day(i)):
            return day
        if 2 <= value <= 12 and (span := self._months(i)):
            return span
        return self._bare_year(i)

    def _written(self, i: int) -> Moment | None:
        start = self.tokens[i].start
        if m := _ISO.match(self.scanned.plain, start):
            year, month, day = map(int, m.groups())
        elif m := _SLASHED.match(self.scanned.plain, start):
            day, month, year = map(int, m.groups())
            if month > 12:
                day, month = month, day
        else:
            return None
        found = _date(be_to_ce(year) if year > 2300 else year, month, day)
        if found is None:
            return None
        last = self._skip_to(m.end(), i)
        return Moment(start, m.end(), i, last, "day", found, found)

    def _day(self, i: int) -> Moment | None:
        """A day in front of a month: 31 December 2024; also a range of days."""
        tokens, j = self.tokens, i + 1
        last_day = day = int(tokens[i].number or 0)
        if self._at(j, Sense.JOIN) and j + 1 < len(tokens) and tokens[j + 1].number is not None:
            second = tokens[j + 1].number
            if second is not None and day < second <= 31 and self._at(j + 2, Sense.MONTH):
                last_day, j = int(second), j + 2
        j += 1 if self._word(j, "st", "nd", "rd", "th") else 0
        j += 1 if self._at(j, Sense.OF) else 0
        j += 1 if self._at(j, Sense.MONTH_MARK) and not self._at(j, Sense.MONTH) else 0
        month = self._at(j, Sense.MONTH)
        if month is None:
            return None
        number, era = month.senses[Sense.MONTH]
        year = self._year(j + 1, era if era == "be" else None)
        if year is None:
            return self._undated(i, j + 1, number, day, last_day)
        first, last = _date(year.year, number, day), _date(year.year, number, last_day)
        if first is None or last is None:
            return None
        grain = "day" if first == last else "range"
        return self._moment(i, year.last, grain, (first, last))

    def _word(self, i: int, *words: str) -> bool:
        return i < len(self.tokens) and self.tokens[i].solid and self.tokens[i].word in words

    def _undated(self, i: int, last: int, month: int, day: int, last_day: int) -> Moment:
        part = ("day", month * 100 + day)
        if self.as_of is None:
            return self._moment(i, last, "day", None, part)
        found = _nearest(self.as_of, month, day)
        until = _nearest(self.as_of, month, last_day)
        return self._moment(i, last, "day", (found, until) if found and until else None, part)

    def _month(self, i: int) -> Moment | None:
        """A month, alone, with a year, or in front of a day: Feb. 6, 2025."""
        number, era = self.tokens[i].senses[Sense.MONTH]
        j = i + 1
        if j < len(self.tokens) and self.tokens[j].word == ".":
            j += 1
        if j < len(self.tokens) and era == "ce" and (found := self._month_day(i, j, number)):
            return found
        year = self._year(j, era if era == "be" else None)
        if year is not None:
            span = months_span(year.year, number, number)
            return self._moment(i, year.last, "month", span, ("month", number))
        if self.as_of is not None:
            span = _nearest_span(self.as_of, number, number)
            return self._moment(i, i + 1, "month", span, ("month", number))
        return self._moment(i, i + 1, "month", None, ("month", number))

    def _month_day(self, i: int, j: int, month: int) -> Moment | None:
        token = self.tokens[j]
        if token.number is None or token.decimals or not 1 <= token.number <= 31 or token.grouped:
            return None
        j += 2 if self._word(j + 1, "st", "nd", "rd", "th") else 1
        comma = j < len(self.tokens) and self.tokens[j].word == ","
        year = self._year(j + 1 if comma else j, None)
        if year is None:
            day = int(token.number)
            return self._undated(i, j, month, day, day)
        found = _date(year.year, month, int(token.number))
        return self._moment(i, year.last, "day", (found, found)) if found else None

    def _marked_month(self, i: int) -> Moment | None:
        if self._at(i + 1, Sense.MONTH):
            found = self._month(i + 1)
            if found is not None:
                return self._moment(
                    i, found.last_token, found.grain,
                    (found.first, found.last) if found.first and found.last else None, found.part,
                )  # fmt: skip
        return None

    def _marked_year(self, i: int) -> Moment | None:
        year = self._year_after(i, self.tokens[i].get(Sense.YEAR))
        return None if year is None else self._years(i, year)

    def _year_after(self, i: int, short: str | None) -> _Year | None:
        """A year behind the year or era word at token `i`."""
        era = self.tokens[i].get(Sense.ERA)
        if era is None:
            return self._year(i + 1, short)
        j = i + 1
        if j < len(self.tokens) and self._close(j):
            year = _year_value(self.tokens[j], era, era)
            if year is not None:
                return _Year(year, self.tokens[j].start, j + 1, self.tokens[j].end)
        return None

    def _marked_era(self, i: int) -> Moment | None:
        year = self._year_after(i, None)
        return None if year is None else self._years(i, year)

    def _years(self, i: int, year: _Year) -> Moment:
        """A year, or a run of years: 2560-2565, 2567/68."""
        start, end = self.tokens[i].start, year.end
        last, until = year.last, year.year
        if m := _SHORT_END.match(self.scanned.plain, end):
            written = (
                int(self.scanned.plain[year.start : year.start + 4])
                if (self.scanned.plain[year.start : year.start + 4].isdigit())
                else year.year + BE_OFFSET
            )
            other = int(m[1])
            if other < 100:
                other += written // 100 * 100
            until_year = year.year + other - written
            if year.year < until_year <= year.year + 60:
                until, end = until_year, m.end()
                last = self._skip_to(end, last)
        elif (joined := self._joined_year(last)) and year.year < joined.year:
            until, last, end = joined.year, joined.last, joined.end
        span = (date(year.year, 1, 1), date(until, 12, 31))
        grain = "year" if until == year.year else "range"
        return Moment(start, end, i, last, grain, *span, (year.year, until))

    def _joined_year(self, i: int) -> _Year | None:
        if not self._at(i, Sense.JOIN):
            return None
        return self._year(i + 1, None)

    def _bare_year(self, i: int) -> Moment | None:
        token = self.tokens[i]
        if token.end - token.start != 4 or token.number is None:
            return None
        value = int(token.number)
        plain = self.scanned.plain
        if not (1900 <= value <= 2100 or 2440 <= value <= 2640):
            return None
        if plain[token.end : token.end + 1] == "s":
            first = value if value < 2300 else be_to_ce(value)
            span = (date(first, 1, 1), date(first + 9, 12, 31))
            return Moment(token.start, token.end + 1, i, i + 2, "decade", *span, (first, first + 9))
        before = plain[token.start - 1 : token.start]
        if before in ("$", "-", ".", ":", "#") or before == "/":
            return None
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if (
            after is not None
            and near(self.scanned, token, after)
            and _COUNTED & after.senses.keys()
        ):
            return None
        year = self._year(i, None) if i == 0 or self._close(i) else None
        year = year or _Year(
            value if value < 2300 else be_to_ce(value), token.start, i + 1, token.end
        )
        if quarter := self._at(year.last, Sense.QUARTER):
            number = self._ordinal(year.last + 1)
            if number and 1 <= number[0] <= 4 and quarter:
                n = number[0]
                span = months_span(year.year, 3 * n - 2, 3 * n)
                return self._moment(i, number[1], "quarter", span, ("quarter", n))
        if self._at(year.last, Sense.FISCAL):
            return self._moment(i, year.last + 1, "fiscal_year", fiscal_span(year.year))
        return self._years(i, year)

    def _fiscal(self, i: int) -> Moment | None:
        short = self.tokens[i].get(Sense.FISCAL)
        year = self._year(i + 1, short)
        if year is None:
            return None
        years = self._years(i, year)
        span = fiscal_span(year.year)
        if years.years and years.years[1] != year.year and years.years[1] - year.year == 1:
            span = fiscal_span(years.years[1])
        return Moment(years.start, years.end, i, years.last_token, "fiscal_year", *span)

    def _part(self, i: int) -> Moment | None:
        first, last = self.tokens[i].senses[Sense.PART]
        j = i + 1
        if self._at(j, Sense.JOIN):
            j += 1
        year = self._year(j, "be") if self._scripted(i) else self._year(j, None)
        if year is None:
            return None
        span = months_span(year.year, first, last)
        if first == last == 12:
            span = (span[1], span[1])
        return self._moment(i, year.last, "range", span)

    def _scripted(self, i: int) -> bool:
        """Whether the year word is written into the token (unspaced languages)."""
        return not self.tokens[i].word.isascii()

    def _quarter(self, i: int) -> Moment | None:
        number = self._ordinal(i + 1)
        if number is None or (number[0] > 4 and number[0] != -1):
            return None
        value = 4 if number[0] == -1 else number[0]
        return self._of_year(i, number[1], "quarter", value, self.tokens[i])

    def _of_year(self, i: int, j: int, grain: str, value: int, marker: Token) -> Moment:
        months = 3 if grain == "quarter" else 6
        short = marker.get(Sense.QUARTER) or marker.get(Sense.HALF_YEAR)
        fiscal = self._at(j, Sense.FISCAL) or (
            self._at(j, Sense.OF) and self._at(j + 1, Sense.FISCAL)
        )
        if fiscal:
            j += 1 if Sense.FISCAL in self.tokens[j].senses else 2
        year = self._year(j, short)
        part = (grain, value)
        if year is None:
            span = None
            if self.as_of is not None:
                span = _nearest_span(self.as_of, months * (value - 1) + 1, months * value)
            relative = self._at(j, Sense.RELATIVE) or (
                self._at(j, Sense.OF) and self._at(j + 1, Sense.RELATIVE)
            )
            if relative and self.as_of and relative.senses[Sense.RELATIVE][0] == "year":
                there = self.as_of.year + relative.senses[Sense.RELATIVE][1]
                span = months_span(there, months * (value - 1) + 1, months * value)
                j += 1 if Sense.RELATIVE in self.tokens[j].senses else 2
            return self._moment(i, j, grain, span, part)
        shift = -3 if fiscal else 0
        span = months_span(year.year, months * (value - 1) + 1 + shift, months * value + shift)
        return self._moment(i, year.last, grain, span, part)

    def _half_year(self, i: int) -> Moment | None:
        j = i + 2 if self._at(i + 1, Sense.YEAR) else i + 1
        number = self._ordinal(j)
        if number is None or number[0] not in (1, 2, -1):
            return None
        if self.tokens[i].get(Sense.HALF_YEAR) == "ce" and not self.tokens[i + 1].solid:
            return None
        return self._of_year(i, number[1], "half", 1 if number[0] == 1 else 2, self.tokens[i])

    def _ordered(self, i: int) -> Moment | None:
        """An ordinal in front: the first quarter of 2025, the last nine months of 2024."""
        first, value = i, self.tokens[i].senses[Sense.ORDINAL]
        if i + 1 < len(self.tokens) and self.tokens[i + 1].word == "-" and self.tokens[i + 1].solid:
            i += 1
        if (quarter := self._at(i + 1, Sense.QUARTER)) and (1 <= value <= 4 or value == -1):
            return self._of_year(first, i + 2, "quarter", 4 if value == -1 else value, quarter)
        if (half := self._at(i + 1, Sense.HALF_YEAR)) and value in (1, 2, -1):
            return self._of_year(first, i + 2, "half", 1 if value == 1 else 2, half)
        if value in (1, -1) and (number := read_number(self.scanned, i + 1)):
            return self._counted_months(first, number.last, int(number.low), value)
        return None

    def _months(self, i: int) -> Moment | None:
        """Months counted from the start or to an end: "9 months to June 2025"."""
        number = read_number(self.scanned, i)
        if number is None or number.low != int(number.low):
            return None
        count, j = int(number.low), number.last
        if not self._at(j, Sense.MONTHS) or not 2 <= count <= 12:
            return None
        if order := self._at(j + 1, Sense.ORDINAL):
            return self._counted_year(i, j + 2, count, order.senses[Sense.ORDINAL])
        if self._at(j + 1, Sense.UNTIL):
            until = self._until(j + 2)
            if until and until.last:
                end = until.last
                first, _ = months_span(end.year, end.month - count + 1, end.month)
                return self._moment(i, until.last_token, "range", (first, end))
        return None

    def _until(self, i: int) -> Moment | None:
        if i >= len(self.tokens) or self._nested:
            return None
        self._nested = True
        try:
            return self.read(i)
        finally:
            self._nested = False

    def _counted_months(self, i: int, j: int, count: int, order: int) -> Moment | None:
        if not self._at(j, Sense.MONTHS) or not 2 <= count <= 12:
            return None
        return self._counted_year(i, j + 1, count, order)

    def _counted_year(self, i: int, j: int, count: int, order: int) -> Moment | None:
        year = self._year(j, "be" if self._scripted(j - 1) else None)
        months = (1, count) if order == 1 else (13 - count, 12)
        if year is None:
            span = None
            if self.as_of is not None:
                span = _nearest_span(self.as_of, *months)
            return self._moment(i, j, "range", span, ("months", months[0] * 100 + months[1]))
        return self._moment(i, year.last, "range", months_span(year.year, *months))

    def _decade(self, i: int) -> Moment | None:
        year = self._year(i + 1, None)
        if year is None and i + 1 < len(self.tokens) and self._close(i + 1):
            short = self.tokens[i + 1]
            if short.number is not None and short.number in _DECADES and not short.grouped:
                year = _Year(1900 + int(short.number), short.start, i + 2, short.end)
        if year is None or year.year % 10 not in (0, (-BE_OFFSET) % 10):
            return None
        span = (date(year.year, 1, 1), date(year.year + 9, 12, 31))
        years = (year.year, year.year + 9)
        return self._moment(i, year.last, "decade", span, None, years)

    def _relative(self, i: int) -> Moment | None:
        grain, offset = self.tokens[i].senses[Sense.RELATIVE]
        if grain == "quarter" and offset == -1 and self._at(i + 1, Sense.OF, Sense.YEAR):
            last = self._of_year(i, i + 1, "quarter", 4, self.tokens[i])
            if last.first is not None:
                return last
        if self.as_of is None:
            return self._moment(i, i + 1, grain, None, ("relative_" + grain, offset))
        return self._moment(i, i + 1, grain, relative_span(self.as_of, grain, offset))


_COUNTED = {
    Sense.NOUN, Sense.MONEY, Sense.PLACE, Sense.MEGA, Sense.PERIOD, Sense.FOLD, Sense.HUNDRED,
    Sense.UNIT,
}  # fmt: skip

_DECADES = frozenset(range(10, 100, 10))

_RULES = (
    (Sense.FISCAL, Calendar._fiscal),
    (Sense.QUARTER, Calendar._quarter),
    (Sense.PART, Calendar._part),
    (Sense.RELATIVE, Calendar._relative),
    (Sense.HALF_YEAR, Calendar._half_year),
    (Sense.MONTH, Calendar._month),
    (Sense.MONTH_MARK, Calendar._marked_month),
    (Sense.DECADE, Calendar._decade),
    (Sense.YEAR, Calendar._marked_year),
    (Sense.ERA, Calendar._marked_era),
    (Sense.ORDINAL, Calendar._ordered),
    (Sense.DIGIT, Calendar._months),
)


def _year_value(token: Token, era: str | None, short: str | None) -> int | None:
    """The CE year a numeral stands for: Buddhist-era when said so or above 2300."""
    value = token.number
    if value is None or token.decimals or token.grouped or value != int(value):
        return None
    year, digits = int(value), token.end - token.start
    if digits == 2 and short is not None:
        return be_to_ce(2500 + year) if short == "be" else 2000 + year
    if digits != 4:
        return None
    if era == "be" or (era is None and 2300 <= year <= 2700):
        return be_to_ce(year) if year > 1000 else None
    return year if 1000 <= year <= 2299 else None


def _date(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _nearest(as_of: date, month: int, day: int) -> date | None:
    """The date with that day and month that is nearest to `as_of`."""
    found = [d for y in (-1, 0, 1) if (d := _date(as_of.year + y, month, day))]
    return min(found, key=lambda d: abs((d - as_of).days)) if found else None


def _nearest_span(as_of: date, first: int, last: int) -> tuple[date, date]:
    """The span of months of this year or the last that has begun by `as_of`."""
    this = months_span(as_of.year, first, last)
    return this if this[0] <= as_of else months_span(as_of.year - 1, first, last)


def relative_span(as_of: date, grain: str, offset: int) -> tuple[date, date]:
    """The day, month, quarter or year `offset` away from that of `as_of`."""
    if grain == "day":
        day = as_of + timedelta(days=offset)
        return day, day
    if grain == "year":
        return months_span(as_of.year + offset, 1, 12)
    if grain == "quarter":
        first = 3 * ((as_of.month - 1) // 3) + 1 + 3 * offset
        return months_span(as_of.year, first, first + 2)
    return months_span(as_of.year, as_of.month + offset, as_of.month + offset)
