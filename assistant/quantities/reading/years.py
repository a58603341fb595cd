"""Calendar years, runs of years, decades and budget years from tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from assistant.quantities.reading.calendar import (
    BE_OFFSET,
    Moment,
    be_to_ce,
    fiscal_span,
    months_span,
)
from assistant.quantities.reading.numbers import near
from assistant.quantities.reading.scan import Scanned, Token
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic

_SHORT_END = re.compile(r"\s*[-/]\s*(\d{2}|\d{4})(?![\d,.]\d|\d|[A-Za-z%-])")
_COUNTED = {
    Sense.NOUN, Sense.MONEY, Sense.PLACE, Sense.MEGA, Sense.PERIOD, Sense.FOLD, Sense.HUNDRED,
    Sense.UNIT,
}  # fmt: skip
_OLDEST, _LATEST = 10, 25  # centuries told by number, in either era
_RUNNING = 1902  # a century that is not over says "modern" rather than when
_LONGEST_RUN = 120  # years from the first to the last of a run that begins before 1900
_LAST_TOLD = 2999  # a year of the era that is named beside it, however late
_DECADES = frozenset(range(10, 100, 10))


@dataclass(frozen=True, slots=True)
class Year:
    """A year read from tokens up to `last`; its numeral stands at `[start, end)`."""

    year: int
    start: int
    last: int  # token after it
    end: int


class YearReader:
    """Reads years from one scanned text; `as_of` gives relative dates their day."""

    def __init__(self, scanned: Scanned, as_of: date | None) -> None:
        self.scanned, self.tokens, self.as_of = scanned, scanned.tokens, as_of
        self._nested = False

    def _at(self, i: int, *senses: Sense) -> Token | None:
        if 0 < i < len(self.tokens) and near(self.scanned, self.tokens[i - 1], self.tokens[i]):
            token = self.tokens[i]
            if any(sense in token.senses for sense in senses):
                return token
        return None

    def _year(self, i: int, short: str | None) -> Year | None:
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
        return None if year is None else Year(year, token.start, last, end)

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

    def _year_after(self, i: int, short: str | None) -> Year | None:
        """A year behind the year or era word at token `i`."""
        era = self.tokens[i].get(Sense.ERA)
        if era is None:
            return self._year(i + 1, short)
        j = i + 1
        if j < len(self.tokens) and self._close(j):
            year = _year_value(self.tokens[j], era, era)
            if year is not None:
                return Year(year, self.tokens[j].start, j + 1, self.tokens[j].end)
        return None

    def _marked_year(self, i: int) -> Moment | None:
        year = self._year_after(i, self.tokens[i].get(Sense.YEAR))
        return None if year is None else self._years(i, year)

    def _marked_era(self, i: int) -> Moment | None:
        year = self._year_after(i, None)
        return None if year is None else self._years(i, year)

    def _years(self, i: int, year: Year) -> Moment:
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
        elif (joined := self._joined_year(last, i)) and year.year < joined.year:
            until, last, end = joined.year, joined.last, joined.end
        span = (date(year.year, 1, 1), date(until, 12, 31))
        grain = "year" if until == year.year else "range"
        return Moment(start, end, i, last, grain, *span, (year.year, until))

    def _joined_year(self, i: int, first: int) -> Year | None:
        """The year that a run joins at token `i`; by "and" where "between" opens it."""
        opened = first > 0 and Sense.OPEN in self.tokens[first - 1].senses
        if not self._at(i, Sense.JOIN) and not (opened and self._at(i, Sense.JOIN_OPENED)):
            return None
        return self._year(i + 1, None)

    def _bare_year(self, i: int) -> Moment | None:
        token = self.tokens[i]
        if token.end - token.start != 4 or token.number is None:
            return None
        value = int(token.number)
        plain = self.scanned.plain
        old = self._old(i, value) or (1000 <= value < 1900 and plain[token.end :][:1] == "s")
        if not (1900 <= value <= 2100 or 2440 <= value <= 2610 or old):
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
        year = year or Year(
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

    def _old(self, i: int, value: int) -> bool:
        """Whether a year before 1900 stands by itself behind "in" or "since", or begins a run."""
        if not 1000 <= value < 1900 or not self._close(i):
            return False
        before = self._at(i - 1, Sense.OF, Sense.FROM, Sense.UNTIL)
        return (before is not None and self._ends(i)) or self._old_run(i, value)

    def _ends(self, i: int) -> bool:
        """Whether no word follows the token."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return following is None or not (following.senses or following.word.isalnum())

    def _old_run(self, i: int, value: int) -> bool:
        """Whether a number and the next are years from which to which: a bishop from 1738 to 1756.
        What rose from 1738 to 1756 may count anything."""
        opened = self.tokens[i - 1] if i else None
        if opened is None or i + 2 >= len(self.tokens) or self.tokens[i + 1].word == "-":
            return False
        named = Sense.FROM in opened.senses and i > 1 and self.tokens[i - 2].word not in _moves()
        between = Sense.OPEN in opened.senses
        joins = self.tokens[i + 1].senses.keys() & {
            Sense.JOIN_OPENED if between else Sense.JOIN, Sense.UNTIL
        }  # fmt: skip
        last = self.tokens[i + 2]
        year = _year_value(last, None, None)
        runs = year is not None and value < year <= value + _LONGEST_RUN and last.number == year
        told = self._ends(i + 2) or Sense.NOUN not in self.tokens[i + 3].senses
        return (named or between) and bool(joins) and runs and told

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

    def _century(self, i: int) -> Moment | None:
        """A century by its number: before its mark ("19th century") or behind it."""
        token = self.tokens[i]
        mark = token if Sense.CENTURY in token.senses else None
        place = i + 1 if mark is not None else i
        if place >= len(self.tokens) or (mark is not None and not self._close(place)):
            return None
        number = self.tokens[place].number
        last = place + 1
        if mark is None:
            mark, last = self._at(last, Sense.CENTURY), last + 1
        if (
            mark is None
            or number is None
            or number != int(number)
            or not _OLDEST <= number <= _LATEST
            or self._a_name(mark, last)
        ):
            return None
        shift = BE_OFFSET if mark.senses[Sense.CENTURY] == "be" else 0
        first = 100 * (int(number) - 1) + 1 - shift
        if not 1 <= first < _RUNNING:
            return None
        span = (date(first, 1, 1), date(first + 99, 12, 31))
        return self._moment(i, last, "century", span, None, (first, first + 99))

    def _a_name(self, mark: Token, last: int) -> bool:
        """Whether a century begins a name of several words: 20th Century Studios."""
        following = self.tokens[last] if last < len(self.tokens) else None
        if following is None or following.senses or not self._close(last):
            return False
        plain = self.scanned.plain
        capital = any(c.isupper() for c in plain[mark.start : mark.end])
        return capital and plain[following.start].isupper()

    def _decade(self, i: int) -> Moment | None:
        year = self._year(i + 1, None)
        if year is None and i + 1 < len(self.tokens) and self._close(i + 1):
            short = self.tokens[i + 1]
            if short.number is not None and short.number in _DECADES and not short.grouped:
                year = Year(1900 + int(short.number), short.start, i + 2, short.end)
        if year is None or year.year % 10 not in (0, (-BE_OFFSET) % 10):
            return None
        return self._years_of_decade(i, year.last, year.year, self.tokens[i].senses[Sense.DECADE])

    def _years_of_decade(self, i: int, last: int, year: int, part: tuple[int, int]) -> Moment:
        """The years from `part[0]` to `part[1]` of the decade that begins with `year`."""
        years = (year + part[0], year + part[1])
        span = (date(years[0], 1, 1), date(years[1], 12, 31))
        return self._moment(i, last, "decade", span, None, years)


@cache
def _moves() -> frozenset[str]:
    """The words of rising and falling: what stands behind them from so many to so many counts."""
    from assistant.quantities.words.english_topics import TOPICS as ENGLISH
    from assistant.quantities.words.thai_topics import TOPICS as THAI

    tables = (table.words[Topic.MOVE].values() for table in (ENGLISH, THAI))
    return frozenset(word for wordings in chain(*tables) for word in wordings.split("|"))


def _year_value(token: Token, era: str | None, short: str | None) -> int | None:
    """The CE year a numeral stands for: Buddhist-era when said so, or when above
    2300 and nothing else is said."""
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
    return year if 1000 <= year <= (_LAST_TOLD if era == "ce" else 2299) else None
