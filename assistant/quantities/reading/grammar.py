"""The engine: quantities from tokens. It knows senses, never the words of a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.quantities.reading.calendar import Moment
from assistant.quantities.reading.moments import Calendar
from assistant.quantities.reading.numbers import plain_decimal
from assistant.quantities.reading.parts import Amount
from assistant.quantities.reading.scan import Scanned
from assistant.quantities.reading.unit_words import FoundUnit
from assistant.quantities.reading.vague import SIZES, VagueReader
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.units import kind_of, unit

_STARTERS = frozenset({
    Sense.DIGIT, Sense.PLACE, Sense.HALF, Sense.BEFORE, Sense.OPEN, Sense.PERCENT, Sense.EACH,
    Sense.SIGN, Sense.MINUS, Sense.TIMES, Sense.STEP, Sense.ARTICLE, Sense.UNIT, Sense.JOIN,
    Sense.FOLD,
    Sense.MEGA, Sense.WEIGHT, Sense.PASSING,
})  # fmt: skip
_MOMENTS = frozenset({
    Sense.FISCAL, Sense.QUARTER, Sense.PART, Sense.PART_OF_MONTH, Sense.RELATIVE, Sense.HALF_YEAR,
    Sense.MONTH, Sense.MONTH_MARK, Sense.DECADE, Sense.CENTURY, Sense.YEAR, Sense.ERA,
    Sense.ORDINAL, Sense.DIGIT,
})  # fmt: skip


_BOUNDING = frozenset({Sense.SPAN, Sense.BEFORE, Sense.STANDING, Sense.AND})
"""What makes "over" behind it a bound: was over four years late."""
_NEAR = 20  # tokens within which gold is still spoken of
_PASSED = frozenset({"money", "percent", "temperature"})
_BOUNDS = 4  # comparators in a row
_BEGINNERS = _STARTERS | _MOMENTS | SIZES | {Sense.DOZEN}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in a text, before it becomes a public `Quantity`.

    `noun` is the wording of the counted thing; `step` half of which is its resolution;
    `scaled` that it may have been rounded; `fraction` that it was said as a fraction; `factor`
    how much of its unit one of the unit as written is: 1,000 for the kilograms of a mass in g.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    comparator: str
    start: int
    end: int
    first: int
    last: int
    noun: str = ""
    step: Decimal = Decimal(0)
    scaled: bool = False
    fraction: bool = False
    moment: Moment | None = None
    signed: bool = False  # with a plus sign
    factor: Decimal = Decimal(1)
    odd: bool = False  # and some: forty-odd, 40 กว่า
    rough: bool = False  # only its size is told: several hundred
    worded: bool = False  # a share without a number: most of


class Reader(VagueReader):
    """Reads every figure of one scanned text, in order."""

    def __init__(self, scanned: Scanned, as_of: date | None) -> None:
        super().__init__(scanned)
        self.calendar = Calendar(scanned, as_of)
        self._last: Figure | None = None

    def read(self) -> list[Figure]:
        """Figures and moments in reading order; they never overlap."""
        found: list[Figure] = []
        i, count = 0, len(self.tokens)
        while i < count:
            token = self.tokens[i]
            if token.number is None and (not token.senses or _BEGINNERS.isdisjoint(token.senses)):
                i += 1
                continue
            figure, following = self._at(i)
            if figure is not None:
                self._last = self._spread(figure, found)
                found.append(self._last)
            i = max(following, i + 1)
        return found

    def _spread(self, figure: Figure, found: list[Figure]) -> Figure:
        """A length of time behind another figure as the time that it is spread over: received 360
        million over four years; over 24 hours, it rained; "was over four years late" tells of more
        than four."""
        i = figure.first
        if figure.comparator != "gt" or Sense.THROUGHOUT not in self.tokens[i].senses:
            return figure
        if kind_of(figure.unit) == "length" and found and found[-1].last == i and found[-1].noun:
            return replace(figure, comparator="exact", high=figure.low)  # 22 stations over 34 km
        if kind_of(figure.unit) != "duration":
            return figure
        aged = Sense.AGO in self.tokens[figure.last - 1].senses
        if i == 0 and self._comma(figure.last) and not aged:
            return replace(figure, comparator="exact", high=figure.low)
        if not any(f.moment is None for f in found):
            return figure
        before = self.tokens[i - 1]
        joined = not _BOUNDING.isdisjoint(before.senses)
        if joined or not self._touching(i) or before.word.endswith("ing"):
            return figure
        return replace(figure, comparator="exact", high=figure.low)

    def _comma(self, i: int) -> bool:
        """Whether a comma is the token at place `i`."""
        return i < len(self.tokens) and self.tokens[i].word == ","

    def _at(self, i: int) -> tuple[Figure | None, int]:
        token = self.tokens[i]
        if token.number is not None and (after := self._skipped(i)):
            return None, after
        if Sense.DIGIT in token.senses and (after := self._spelled_place(i)):
            return None, after
        if token.number is not None or not _MOMENTS.isdisjoint(token.senses):
            moment = self.calendar.read(i)
            if moment is not None and not self._counts(moment):
                return _dated(moment), moment.last_token
        if Sense.OPEN in token.senses and (run := self._years_between(i + 1)) is not None:
            return _dated(run), run.last_token
        if not SIZES.isdisjoint(token.senses):
            return self._size(i)
        figure = self._passed(i) if Sense.PASSING in token.senses else self._figure(i)
        return figure, figure.last if figure is not None else i + 1

    def _size(self, i: int) -> tuple[Figure | None, int]:
        """What is told by its size, and the token after; the size itself is read for no number."""
        size = self._sized(i)
        if size is None:
            rough = (self.tokens[i].get(Sense.SEVERAL) or (0, False))[1]
            return None, max(self._scale(i + 1)[1], i + 1) if rough else i + 1
        start, end = self.tokens[i].start, self.tokens[size.last - 1].end
        found = Figure(
            plain_decimal(size.low), plain_decimal(size.high), size.unit.base, "range", start, end,
            i, size.last, size.unit.noun, scaled=True, rough=size.rough,
        )  # fmt: skip
        return found, size.last

    def _counts(self, moment: Moment) -> bool:
        """Whether what looks like a bare part of a year is a count ("two months")."""
        return moment.first is None and moment.part is None

    def _figure(self, i: int) -> Figure | None:
        first, comparator = i, None
        while i < min(len(self.tokens), first + _BOUNDS) and Sense.BEFORE in self.tokens[i].senses:
            if i > first and not self._touching(i):
                return None
            comparator = _tighter(comparator, self.tokens[i].senses[Sense.BEFORE])
            i += 1
        if i >= len(self.tokens) or (i > first and not self._touching(i)):
            return None
        opened = Sense.OPEN in self.tokens[i].senses
        if opened:
            i += 1
        if i >= len(self.tokens) or (opened and not self._touching(i)):
            return None
        if comparator and self.tokens[i].number is not None and self._skipped(i):
            return None
        return self._range(first, i, comparator, opened)

    def _passed(self, i: int) -> Figure | None:
        """A sum of money, a share or a rounded count that something has passed: passed $4 trillion;
        not "passed 256 to 102", nor "40 passed two tests"."""
        figure = self._figure(i + 1) if i + 1 < len(self.tokens) and self._touching(i + 1) else None
        if figure is None or figure.moment is not None or figure.comparator != "exact":
            return figure
        if kind_of(figure.unit) not in _PASSED and not figure.scaled:
            return figure
        start = self.tokens[i].start
        return replace(figure, comparator="gt", high=None, start=start, first=i)

    def _range(self, first: int, i: int, comparator: str | None, opened: bool) -> Figure | None:
        each, i = self._each(i)
        percent = i < len(self.tokens) and Sense.PERCENT in self.tokens[i].senses
        i += 1 if percent else 0
        if (each or percent) and (i >= len(self.tokens) or not self._touching(i)):
            return None
        while (each or percent) and (before := self._get(i, Sense.BEFORE)):
            comparator = _tighter(comparator, before.senses[Sense.BEFORE])
            i += 1
        if i >= len(self.tokens):
            return None
        left = self._amount(i, percent=bool(percent))
        if left is None:
            return None
        first = left.first if left.first > i == first else first
        right = self._right(left, opened, bool(percent), first)
        if first and Sense.AGED in self.tokens[first - 1].senses:
            left, right = self._in_years(left, right)
        if right is None and left.unit is None:
            left = self._lent(left, first)
        if opened and right is None:
            return None
        bare = right is None and left.unit is None and not each
        if bare and not self._bare(left, first, comparator):
            return None
        return self._finish(first, left, right, comparator, each)

    def _in_years(self, left: Amount, right: Amount | None) -> tuple[Amount, Amount | None]:
        """Ages that are given no unit, in years: aged 34, aged 15 to 24."""
        last = right or left
        if last.unit is not None:
            return left, right
        year = unit("year")
        found = replace(last, unit=FoundUnit(year.base, year.factor, last.last, sense=Sense.UNIT))
        return (left, found) if right else (found, None)

    def _each(self, i: int) -> tuple[str | None, int]:
        """The unit that the amount behind it is per ("a day: 350 baht"), and the token after."""
        senses = self.tokens[i].senses
        if Sense.EACH in senses:
            return senses[Sense.EACH], i + 1
        if Sense.UNIT in senses and self._get(i + 1, Sense.EVERY) and self.tokens[i + 1].solid:
            return senses[Sense.UNIT], i + 2
        if Sense.WEIGHT in senses and self._get(i + 1, Sense.EVERY) and self._golden(i):
            return senses[Sense.WEIGHT], i + 2
        return None, i

    def _golden(self, i: int) -> bool:
        """Whether gold was spoken of shortly before: its weight is written like a currency."""
        return any(Sense.GOLD in t.senses for t in self.tokens[max(0, i - _NEAR) : i])

    def _right(self, left: Amount, opened: bool, percent: bool, first: int) -> Amount | None:
        """The other end of a range, None when there is none."""
        i = left.last
        joiner = (
            self._get(i, Sense.JOIN)
            or self._get(i, Sense.PLUS_MINUS)
            or (opened and self._get(i, Sense.JOIN_OPENED))
            or None
        )
        if joiner is None or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return None
        if not opened and joiner.word != "-" and self._changing(first):
            return None
        if Sense.TIMES in self.tokens[i - 1].senses and Sense.PLUS_MINUS not in joiner.senses:
            return None  # doubled to two million
        j = i + 1
        percent = percent or Sense.PERCENT in self.tokens[j].senses
        j += 1 if Sense.PERCENT in self.tokens[j].senses else 0
        right = self._amount(j, percent=percent)
        sign = left.unit is not None and left.unit.sense is None
        if right is None or (right.unit is None and left.unit and not opened and not sign):
            return None
        spelled = right.number.spelled and not left.number.spelled
        if joiner.word == "-" and joiner.solid and spelled:
            return None
        if right.unit and left.unit and right.unit.base != left.unit.base:
            right = self._scaled_like(left, j)
            if right is None:
                return None
        widened = Sense.PLUS_MINUS in joiner.senses
        if not (opened or widened) and right.number.high <= left.number.low:
            return None
        return replace(right, widened=widened)

    def _lent(self, left: Amount, first: int) -> Amount:
        """A number with the unit of the next, "from 40 to 80 million baht", or of the one before,
        "from eight tonnes a day to four"."""
        i = left.last
        before = None if self._get(i, Sense.NOUN) else self._begun(first)
        if before is not None and before.unit is not None:
            share = self._shared_scale(left, before)
            number = replace(left.number.times(share, left.last), scaled=before.number.scaled)
            return replace(left, number=number, unit=replace(before.unit, last=left.last))
        joiner = self._get(i, Sense.JOIN_OPENED) or (
            self._changing(first) and (self._get(i, Sense.JOIN) or self._get(i, Sense.COPULA))
        )
        if not joiner or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return left
        right = self._amount(i + 1, percent=False)
        if right is None or right.unit is None or self.tokens[left.number.first].number is None:
            return left
        share = self._shared_scale(left, right)
        number = replace(left.number.times(share, left.last), scaled=right.number.scaled)
        return replace(left, number=number, unit=replace(right.unit, last=left.last))

    def _begun(self, first: int) -> Amount | None:
        """The amount, with a unit, that what changes came from, where the number at `first`
        tells what it has come to."""
        before = self._last
        if before is None or before.moment or before.last != first - 1:
            return None
        if not self._get(first - 1, Sense.JOIN) or not self._changing(before.first):
            return None
        return self._amount(before.first, percent=False)

    def _changing(self, first: int) -> bool:
        return first > 0 and Sense.FROM in self.tokens[first - 1].senses

    def _finish(
        self, first: int, left: Amount, right: Amount | None, comparator: str | None,
        per: str | None,
    ) -> Figure:  # fmt: skip
        found = (right.unit if right else None) or left.unit or self._shared_noun(first)
        low, high = _value(left, found), _value(left, found, upper=True)
        step, scaled = left.number.step * found.factor, left.number.scaled
        last = left.last
        inner = left.inner or ("odd" if left.number.odd else None)
        if right is not None:
            share = self._shared_scale(left, right)
            low = plain_decimal(_value(left, left.unit or found) * share)
            high = _value(right, found, upper=True)
            step, scaled, last = right.number.step * found.factor, right.number.scaled, right.last
            if right.widened:
                low, high = plain_decimal(low - high), plain_decimal(low + high)
            comparator = "range"
        elif low != high:
            comparator = comparator or "range"
        base, below = found.base, None
        if per and "/" not in base:
            below = unit(per)
            base = f"{base}/{below.base}"
            low, high = plain_decimal(low / below.factor), plain_decimal(high / below.factor)
            step /= below.factor
        after = self._get(last, Sense.AFTER)
        if after is not None and right is None:
            comparator, last = comparator or after.senses[Sense.AFTER], last + 1
        if inner in ("ge", "le"):
            comparator = comparator or inner
        elif inner is not None and left.number.bare:
            comparator = comparator or "gt"
        elif inner is not None and comparator in (None, "exact"):
            comparator, high = "range", _value(left, found) + _next_step(left) * found.factor
        exact = comparator or "exact"
        if exact == "exact" and any(Sense.PRECISE in t.senses for t in self.tokens[first:last]):
            step = Decimal(0)
        bounds = _bounds(low, high, exact)
        start, end = self._opening(first), self.tokens[last - 1].end
        return Figure(
            *bounds, base, exact, start, end, first, last, found.noun, abs(step), scaled,
            left.number.fraction, None, start < self.tokens[first].start,
            found.factor / below.factor if per and below else found.factor,
            inner is not None and inner not in ("ge", "le"),
        )  # fmt: skip

    def _opening(self, first: int) -> int:
        """Where a figure begins: at its plus sign, if one stands directly before it."""
        start = self.tokens[first].start
        plain = self.scanned.plain
        signed = plain[start - 1 : start] == "+" and plain[start - 2 : start - 1] in ("", " ", "(")
        return start - 1 if signed else start

    def _shared_scale(self, left: Amount, right: Amount) -> Decimal:
        """The scale of the right end, for a left end written without one: 60-65 billion."""
        if left.number.scaled and left.number.last - left.number.first > 1:
            return Decimal(1)
        if left.unit is not None and left.unit.sense is not None:
            return Decimal(1)
        head = self.tokens[right.number.first]
        value = head.number
        if value is None and right.number.last - right.number.first == _HEAD_AND_SCALE:
            digit = head.get(Sense.DIGIT)
            value = Decimal(digit) if isinstance(digit, int) else None
        return right.number.low / value if value else Decimal(1)


_HEAD_AND_SCALE = 2  # tokens of "five million"


def _value(amount: Amount, found: FoundUnit, *, upper: bool = False) -> Decimal:
    number = amount.number.high if upper else amount.number.low
    value = (
        number * found.factor + found.offset
        if not amount.negative
        else (-number * found.factor + found.offset)
    )
    return plain_decimal(value)


def _next_step(amount: Amount) -> Decimal:
    """The place of the last digit that is not zero: 30-odd runs to 40, 1,200-odd to 1,300."""
    value = amount.number.low
    exponent = value.normalize().as_tuple().exponent if value else 0
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _tighter(first: str | None, second: str) -> str:
    """Two comparators in a row: a bound says more than "about" or "exactly"."""
    return (
        first
        if first not in (None, "exact", "approx") and second in ("exact", "approx")
        else (second)
    )


def _bounds(low: Decimal, high: Decimal, comparator: str) -> tuple[Decimal | None, Decimal | None]:
    if comparator in ("gt", "ge"):
        return low, None
    if comparator in ("lt", "le", "almost"):
        return None, high
    return low, high


def _dated(moment: Moment) -> Figure:
    unit_code = "year_ce" if moment.years else "date"
    low: Decimal | None = None
    high: Decimal | None = None
    if moment.years:
        low, high = Decimal(moment.years[0]), Decimal(moment.years[1])
    comparator = "exact" if moment.first == moment.last or moment.grain == "year" else "range"
    return Figure(
        low, high, unit_code, comparator, moment.start, moment.end, moment.index,
        moment.last_token, moment=moment,
    )  # fmt: skip
