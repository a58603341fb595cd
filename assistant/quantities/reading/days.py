"""Days and months from tokens: 31 December 2024, Feb. 6, 2025, 2024-10-01, ธ.ค. 67."""

from __future__ import annotations

import re

from assistant.quantities.reading.calendar import (
    Moment,
    be_to_ce,
    day_or_none,
    months_span,
    nearest_date,
    nearest_span,
)
from assistant.quantities.reading.years import YearReader
from assistant.quantities.words.lexicon import Sense

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


class DayReader(YearReader):
    """Reads days and months from one scanned text."""

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
        found = day_or_none(be_to_ce(year) if year > 2300 else year, month, day)
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
        dotted = j + 2 < len(tokens) and tokens[j + 1].word == "." and tokens[j + 1].solid
        behind = j + 2 if dotted and tokens[j + 2].number is not None else j + 1
        year = self._year(behind, era if era == "be" else None)
        if year is None:
            return self._undated(i, j + 1, number, day, last_day)
        first, last = day_or_none(year.year, number, day), day_or_none(year.year, number, last_day)
        if first is None or last is None:
            return None
        grain = "day" if first == last else "range"
        return self._moment(i, year.last, grain, (first, last))

    def _word(self, i: int, *words: str) -> bool:
        return i < len(self.tokens) and self.tokens[i].solid and self.tokens[i].word in words

    def _undated(self, i: int, last: int, month: int, day: int, last_day: int) -> Moment:
        part = ("day" if day == last_day else "days", month * 100 + day)
        if self.as_of is None:
            return self._moment(i, last, "day", None, part)
        found = nearest_date(self.as_of, month, day)
        until = nearest_date(self.as_of, month, last_day)
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
        if year is None and (run := self._month_run(i, j, number)) is not None:
            return run
        if year is not None:
            span = months_span(year.year, number, number)
            return self._moment(i, year.last, "month", span, ("month", number))
        if self.as_of is not None:
            span = nearest_span(self.as_of, number, number)
            return self._moment(i, i + 1, "month", span, ("month", number))
        return self._moment(i, i + 1, "month", None, ("month", number))

    def _month_run(self, i: int, j: int, first: int) -> Moment | None:
        """A run of months of one year: January to September 2024."""
        other = self._at(j + 1, Sense.MONTH) if self._at(j, Sense.JOIN) else None
        if other is None:
            return None
        last, era = other.senses[Sense.MONTH]
        year = self._year(j + 2, era if era == "be" else None)
        if year is None or last <= first:
            return None
        return self._moment(i, year.last, "range", months_span(year.year, first, last))

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
        found = day_or_none(year.year, month, int(token.number))
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
