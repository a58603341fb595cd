"""Days, months, quarters, halves and spans of months from tokens."""

from __future__ import annotations

from assistant.quantities.reading.calendar import (
    Moment,
    day_or_none,
    months_span,
    nearest_span,
    relative_span,
)
from assistant.quantities.reading.days import DayReader
from assistant.quantities.reading.numbers import read_number
from assistant.quantities.reading.scan import Token
from assistant.quantities.words.lexicon import EARLY_YEARS, LATE_YEARS, MIDDLE_YEARS, Sense

_ALIKE = 24  # tokens within which two quarters are told of together
_TURNS = ((Sense.QUARTER, "quarter", 4), (Sense.HALF_YEAR, "half", 2))


class Calendar(DayReader):
    """Reads moments from one scanned text."""

    def read(self, i: int) -> Moment | None:
        """The date or period that begins at token `i`, None when there is none."""
        found = self._single(i)
        if found is None or self._nested or found.grain not in ("day", "month"):
            return found
        return self._run(found) or found

    def _run(self, one: Moment) -> Moment | None:
        """A run of days or months with its own end: October 2024 to September 2025."""
        i = one.last_token
        opened = one.index > 0 and Sense.OPEN in self.tokens[one.index - 1].senses
        joined = self._at(i, Sense.JOIN) or (opened and self._at(i, Sense.JOIN_OPENED))
        if not joined or i + 1 >= len(self.tokens):
            return None
        other = self._until(i + 1)
        if other is None or other.grain != one.grain or other.first is None or other.last is None:
            return None
        first = one.first
        if first is None and one.part is not None and one.part[0] == "day":
            first = day_or_none(other.first.year, *divmod(one.part[1], 100))
        if first is None and one.part is not None and one.part[0] == "month":
            first = day_or_none(other.first.year, one.part[1], 1)
        if first is None or first >= other.first:
            return None
        return self._moment(one.index, other.last_token, "range", (first, other.last))

    def _single(self, i: int) -> Moment | None:
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

    def _from_number(self, i: int) -> Moment | None:
        token = self.tokens[i]
        if token.glued or token.grouped:
            return None
        if found := self._written(i):
            return found
        value = token.number
        if value is None or token.decimals:
            return None
        if self._at(i + 1, Sense.CENTURY):
            return self._century(i)
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

    def _part(self, i: int) -> Moment | None:
        first, last = self.tokens[i].senses[Sense.PART]
        j = i + 1
        if self._at(j, Sense.JOIN):
            j += 1
        if (decade := self._short_decade(j)) is not None:
            return self._part_of_decade(i, decade, first)
        if first in _DAYS_OF and self._at(j, Sense.MONTH):
            return self._part_of_month(i, j, *_DAYS_OF[first])
        year = self._year(j, "be") if self._scripted(i) else self._year(j, None)
        if year is None:
            return None
        span = months_span(year.year, first, last)
        if first == last == 12:
            span = (span[1], span[1])
        return self._moment(i, year.last, "range", span)

    def _marked_part(self, i: int) -> Moment | None:
        """A part of a month, told before its name: ต้นเดือนมีนาคม."""
        if not self._at(i + 1, Sense.MONTH):
            return None
        return self._part_of_month(i, i + 1, *_DAYS_OF[self.tokens[i].senses[Sense.PART_OF_MONTH]])

    def _part_of_month(self, i: int, j: int, first: int, last: int) -> Moment | None:
        """The early, middle or late days of a month of a year: early March 2024."""
        month = self._month(j)
        if month is None or month.grain != "month" or not month.first or not month.last:
            return None
        end = month.last.replace(day=min(last, month.last.day))
        return self._moment(i, month.last_token, "range", (month.first.replace(day=first), end))

    def _short_decade(self, i: int) -> Moment | None:
        """A decade that is told by a year alone at token `i`: the 1980s."""
        numeral = i < len(self.tokens) and self.tokens[i].number is not None
        found = self._bare_year(i) if numeral else None
        return found if found is not None and found.grain == "decade" else None

    def _part_of_decade(self, i: int, decade: Moment, month: int) -> Moment | None:
        """The early, middle or late years of a decade, by the month in which such a part of a year
        begins."""
        if decade.years is None or month not in _PARTS:
            return None
        return self._years_of_decade(i, decade.last_token, decade.years[0], _PARTS[month])

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
                span = nearest_span(self.as_of, months * (value - 1) + 1, months * value)
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
        return self._ordered_alike(i, value)

    def _ordered_alike(self, i: int, value: int) -> Moment | None:
        """An ordinal that ends its clause and counts the quarters or halves that one before it
        counts: the first quarter of 2025 and the second."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if following is not None and following.word.isalnum() and not self._at(i + 1, Sense.AND):
            return None
        if i == 0 or self._at(i - 1, Sense.AND):
            return None
        for j in range(i - 1, max(0, i - _ALIKE), -1):
            senses = self.tokens[j].senses
            grain = next((name for sense, name, _ in _TURNS if sense in senses), None)
            if grain is not None and Sense.ORDINAL in self.tokens[j - 1].senses:
                most = next(number for _, name, number in _TURNS if name == grain)
                if 0 < value <= most:
                    return self._of_year(i, i + 1, grain, value, self.tokens[j])
                return None
        return None

    def _months(self, i: int) -> Moment | None:
        """Months counted from the start or to an end: "9 months to June 2025"."""
        number = read_number(self.scanned, i)
        if number is None or number.low != int(number.low):
            return None
        j = number.last
        count = self._months_in(j, int(number.low))
        if count is None:
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
        months = self._months_in(j, count)
        return None if months is None else self._counted_year(i, j + 1, months, order)

    def _months_in(self, j: int, count: int) -> int | None:
        """How many months so many of what token `j` counts are, None where it counts none, or
        more than a year of them."""
        marker = self._at(j, Sense.MONTHS)
        months = count * marker.senses[Sense.MONTHS] if marker and count > 1 else 0
        return months if 2 <= months <= 12 else None

    def _counted_year(self, i: int, j: int, count: int, order: int) -> Moment | None:
        year = self._year(j, "be" if self._scripted(j - 1) else None)
        months = (1, count) if order == 1 else (13 - count, 12)
        if year is None:
            span = None
            if self.as_of is not None:
                span = nearest_span(self.as_of, *months)
            part = ("months", months[0] * 100 + months[1])
            return self._moment(i, j, "range", span, _NAMED.get(months, part))
        return self._moment(i, year.last, "range", months_span(year.year, *months))

    def _relative(self, i: int) -> Moment | None:
        grain, offset = self.tokens[i].senses[Sense.RELATIVE]
        if grain == "quarter" and offset == -1 and self._at(i + 1, Sense.OF, Sense.YEAR):
            last = self._of_year(i, i + 1, "quarter", 4, self.tokens[i])
            if last.first is not None:
                return last
        if self.as_of is None:
            return self._moment(i, i + 1, grain, None, ("relative_" + grain, offset))
        return self._moment(i, i + 1, grain, relative_span(self.as_of, grain, offset))


_RULES = (
    (Sense.FISCAL, Calendar._fiscal),
    (Sense.QUARTER, Calendar._quarter),
    (Sense.PART, Calendar._part),
    (Sense.PART_OF_MONTH, Calendar._marked_part),
    (Sense.RELATIVE, Calendar._relative),
    (Sense.HALF_YEAR, Calendar._half_year),
    (Sense.MONTH, Calendar._month),
    (Sense.MONTH_MARK, Calendar._marked_month),
    (Sense.DECADE, Calendar._decade),
    (Sense.CENTURY, Calendar._century),
    (Sense.YEAR, Calendar._marked_year),
    (Sense.ERA, Calendar._marked_era),
    (Sense.ORDINAL, Calendar._ordered),
    (Sense.DIGIT, Calendar._months),
)


_DAYS_OF = {1: (1, 12), 4: (9, 22), 10: (19, 31)}  # of a month: early, middle, late; they overlap
_PARTS = {1: EARLY_YEARS, 4: MIDDLE_YEARS, 10: LATE_YEARS}

_NAMED = {
    (1, 3): ("quarter", 1),
    (10, 12): ("quarter", 4),
    (1, 6): ("half", 1),
    (7, 12): ("half", 2),
}
"""Runs of months of no named year that have a name of their own: the first six months."""
