"""The engine: quantities from tokens. It knows senses, never the words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.quantities.calendar import Calendar, Moment
from assistant.quantities.lexicon import Sense
from assistant.quantities.numbers import Number, fraction, near, plain_decimal, read_number
from assistant.quantities.scan import Scanned, Token
from assistant.quantities.units import OWN, kind_of, seconds, unit

# Identifiers: phone numbers, versions, addresses, clock times, round-the-clock 24/7.
_CHAIN = re.compile(
    r"\d+(?:-\d+){2,}|\d+(?:\.\d+){2,}|0\d+-\d+(?!\d)|\d{1,2}:\d{2}(?!\d)|\d+/\d+(?![\d.])"
)
_STARTERS = frozenset({
    Sense.DIGIT, Sense.PLACE, Sense.HALF, Sense.BEFORE, Sense.OPEN, Sense.PERCENT, Sense.EACH,
    Sense.SIGN, Sense.MINUS, Sense.TIMES, Sense.ARTICLE, Sense.UNIT, Sense.JOIN, Sense.FOLD,
    Sense.MEGA,
})  # fmt: skip
_MOMENTS = frozenset({
    Sense.FISCAL, Sense.QUARTER, Sense.PART, Sense.RELATIVE, Sense.HALF_YEAR, Sense.MONTH,
    Sense.MONTH_MARK, Sense.DECADE, Sense.YEAR, Sense.ERA, Sense.ORDINAL, Sense.DIGIT,
})  # fmt: skip


_UNITS = frozenset({Sense.UNIT, Sense.NOUN, Sense.MONEY, Sense.FOLD, Sense.PERIOD, Sense.SUFFIX,
                    Sense.MONTH, Sense.SIGN, Sense.DENOMINATOR})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in a text, before it becomes a public `Quantity`.

    `noun` is the wording of the counted thing; `step` half of which is its resolution;
    `scaled` that it may have been rounded; `fraction` that it was said as a fraction.
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


@dataclass(frozen=True, slots=True)
class _Unit:
    base: str
    factor: Decimal
    last: int
    offset: Decimal = Decimal(0)
    noun: str = ""
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class _Amount:
    number: Number
    unit: _Unit | None
    first: int
    last: int
    inner: str | None = None
    negative: bool = False


class Reader:
    """Reads every figure of one scanned text, in order."""

    def __init__(self, scanned: Scanned, as_of: date | None) -> None:
        self.scanned, self.tokens = scanned, scanned.tokens
        self.calendar = Calendar(scanned, as_of)

    def read(self) -> list[Figure]:
        """Figures and moments in reading order; they never overlap."""
        found: list[Figure] = []
        i, count = 0, len(self.tokens)
        while i < count:
            token = self.tokens[i]
            if token.number is None and (
                not token.senses or (_STARTERS | _MOMENTS).isdisjoint(token.senses)
            ):
                i += 1
                continue
            figure, following = self._at(i)
            if figure is not None:
                found.append(figure)
            i = max(following, i + 1)
        return found

    def _at(self, i: int) -> tuple[Figure | None, int]:
        token = self.tokens[i]
        if token.number is not None and (after := self._skipped(i)):
            return None, after
        if token.number is not None or not _MOMENTS.isdisjoint(token.senses):
            moment = self.calendar.read(i)
            if moment is not None and not self._counts(moment):
                return _dated(moment), moment.last_token
        figure = self._figure(i)
        return figure, figure.last if figure is not None else i + 1

    def _counts(self, moment: Moment) -> bool:
        """Whether what looks like a bare part of a year is a count ("two months")."""
        return moment.first is None and moment.part is None

    # What is no quantity ------------------------------------------------------------------

    def _skipped(self, i: int) -> int:
        """The token after an identifier that begins at token `i`, 0 when there is none."""
        token = self.tokens[i]
        plain = self.scanned.plain
        if token.glued and not self._signed(i):
            return self._after(i, token.end)
        m = _CHAIN.match(plain, token.start)
        if m and m.end() > token.end and not self._date_or_ratio(i, m.group()):
            return self._after(i, m.end())
        if i and self.tokens[i - 1].get(Sense.BLOCK) and self._touching(i) and not self._strong(i):
            return i + 1
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if following and self._hyphenated(i):
            return i + 3
        if following and following.get(Sense.CLOCK) and near(self.scanned, token, following):
            return i + 2
        return 0

    def _hyphenated(self, i: int) -> bool:
        """Whether a hyphen and a word that is no unit follow at once: a name like 7-Eleven."""
        if i + 2 >= len(self.tokens):
            return False
        hyphen, word = self.tokens[i + 1 : i + 3]
        if hyphen.word != "-" or not hyphen.solid or not word.solid or not word.word.isalpha():
            return False
        return _UNITS.isdisjoint(word.senses)

    def _signed(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        return (
            before is not None
            and before.end == self.tokens[i].start
            and (
                Sense.SIGN in before.senses
                or Sense.BEFORE in before.senses
                or (before.word == "-" and self.tokens[i].start < 2)
            )
        )

    def _after(self, i: int, end: int) -> int:
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def _date_or_ratio(self, i: int, piece: str) -> bool:
        if self.calendar._written(i) is not None:
            return True
        if "/" in piece:
            a, b = piece.split("/")
            return (
                (len(a) == 1 and 1 < int(b) <= 10 and int(a) < int(b))
                or len(a) == 4
                or (bool(i) and bool(self.tokens[i - 1].get(Sense.QUARTER)))
                or (len(b) in (2, 4) and len(a) == 4)
            )
        return piece.count(".") > 1 and self.tokens[i].end - self.tokens[i].start == len(piece)

    def _touching(self, i: int) -> bool:
        return near(self.scanned, self.tokens[i - 1], self.tokens[i])

    def _strong(self, i: int) -> bool:
        """Whether a unit or scale makes the numeral a quantity even behind a name word."""
        number = read_number(self.scanned, i)
        if number is None:
            return False
        found = self._unit(number.last)
        return bool(number.scaled and number.last > i + 1) or (
            found is not None and found.sense in (Sense.MONEY, Sense.UNIT) and found.base != "m"
        )

    # Figures ------------------------------------------------------------------------------

    def _get(self, i: int, sense: Sense) -> Token | None:
        if not 0 <= i < len(self.tokens) or sense not in self.tokens[i].senses:
            return None
        if i and not near(self.scanned, self.tokens[i - 1], self.tokens[i]):
            return None
        return self.tokens[i]

    def _figure(self, i: int) -> Figure | None:
        first, comparator = i, None
        while i < len(self.tokens) and Sense.BEFORE in self.tokens[i].senses:
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

    def _range(self, first: int, i: int, comparator: str | None, opened: bool) -> Figure | None:
        each = self._get(i, Sense.EACH) if i > first or i == first else None
        i += 1 if each else 0
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
        right = self._right(left, opened, bool(percent), first)
        if opened and right is None:
            return None
        per = each.senses[Sense.EACH] if each else None
        if right is None and left.unit is None and not self._bare(left, first, comparator):
            return None
        return self._finish(first, left, right, comparator, per)

    def _right(self, left: _Amount, opened: bool, percent: bool, first: int) -> _Amount | None:
        """The other end of a range, None when there is none."""
        i = left.last
        joiner = self._get(i, Sense.JOIN) or (opened and self._get(i, Sense.JOIN_OPENED)) or None
        if joiner is None or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return None
        if not opened and joiner.word != "-" and self._changing(first):
            return None
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
            return None
        if not opened and right.number.high <= left.number.low and left.unit is not None:
            return None
        return right

    def _changing(self, first: int) -> bool:
        return first > 0 and Sense.FROM in self.tokens[first - 1].senses

    def _amount(self, i: int, *, percent: bool) -> _Amount | None:
        """[sign] [minus] number [scale letter] [comparator] [unit]."""
        first, money = i, None
        tokens, negative = self.tokens, False
        if self._minus(i):
            negative, i = True, i + 1
        if i < len(tokens) and Sense.SIGN in tokens[i].senses and (i == first or self._touching(i)):
            money, i = tokens[i].senses[Sense.SIGN], i + 1
        if not negative and i > first and self._minus(i):
            negative, i = True, i + 1
        if i >= len(tokens) or (i > first and not self._touching(i)):
            return None
        if (special := self._special(i)) is not None:
            return replace(special, first=first, negative=negative)
        number = read_number(self.scanned, i)
        if number is None:
            return self._one_part(i)
        if money is None and (ratio := self._fraction(number)) is not None:
            return replace(ratio, first=first)
        number = self._suffixed(number, money)
        inner = self._get(number.last, Sense.INNER)
        last = number.last + (1 if inner else 0)
        if Sense.DOZEN in tokens[number.last - 1].senses and self._get(last, Sense.OF):
            last += 1
        if last < len(tokens) and tokens[last].word == "+" and tokens[last].solid:
            inner, last = tokens[last], last + 1
        found = _Unit("percent", Decimal(1), last) if percent else self._unit(last)
        if money is not None:
            if found is None or found.sense is not Sense.MONEY:
                found = self._per(_Unit(money, Decimal(1), last))
        if found is None:
            inner, last = None, number.last
        if number.bare and number.low < 2:
            return self._bare_scale(number, found, first)
        if number.bare and (found is None or found.sense is not Sense.MONEY or number.low == 10**6):
            return None
        if found and number.low == 1 and Sense.TIMES in tokens[found.last - 1].senses:
            number = replace(number, low=Decimal(2), high=Decimal(2))
        last = found.last if found else last
        inner_word = inner and (inner.get(Sense.INNER) or inner.get(Sense.AFTER))
        amount = _Amount(number, found, first, last, inner_word, negative)
        return self._compound(self._half_unit(amount))

    def _bare_scale(self, number: Number, found: _Unit | None, first: int) -> _Amount | None:
        """A scale word or a half without a number in front: only a half may count alone."""
        if not number.fraction:
            return None
        if found is None:
            found = _Unit("ratio", Decimal(1), number.last)
        return _Amount(number, found, first, found.last)

    def _minus(self, i: int) -> bool:
        if i >= len(self.tokens):
            return False
        token = self.tokens[i]
        if Sense.MINUS in token.senses:
            return True
        if token.word != "-" or i + 1 >= len(self.tokens):
            return False
        before = self.scanned.plain[token.start - 1 : token.start]
        return self.tokens[i + 1].solid and (before == "" or before in " ([\t\n")

    def _special(self, i: int) -> _Amount | None:
        """Multiples and unit words that carry their own number: doubled, a year and a half."""
        token = self.tokens[i]
        if Sense.TIMES in token.senses:
            value = token.senses[Sense.TIMES]
            number = Number(value, value, i, i + 1)
            return _Amount(number, _Unit("times", Decimal(1), i + 1), i, i + 1)
        if Sense.UNIT in token.senses and self._get(i + 1, Sense.HALF):
            base = unit(token.senses[Sense.UNIT]).base
            if seconds(base) is not None and not token.word.isascii():
                value = Decimal("1.5")
                number = Number(value, value, i, i + 2)
                return _Amount(number, _Unit(base, Decimal(1), i + 2), i, i + 2)
        return None

    def _fraction(self, number: Number) -> _Amount | None:
        """Thirds and "one in five"."""
        i, tokens = number.last, self.tokens
        value = number.low
        if number.scaled or value != int(value):
            if number.fraction and value == Decimal("0.5"):
                return self._lone_half(number)
            return None
        after = i + 1 if i < len(tokens) and tokens[i].word == "-" and tokens[i].solid else i
        denominator = self._get(after, Sense.DENOMINATOR)
        if denominator and 0 < value < 10:
            below = Decimal(denominator.senses[Sense.DENOMINATOR])
            read = fraction(value, below, number.first, after + 1)
            return _Amount(read, _Unit("ratio", Decimal(1), after + 1), number.first, after + 1)
        return self._out_of(number, i)

    def _one_part(self, i: int) -> _Amount | None:
        """A third, a quarter of: an article and a denominator."""
        part = (
            self._get(i + 1, Sense.DENOMINATOR) if Sense.ARTICLE in self.tokens[i].senses else None
        )
        if part is None:
            return None
        after = self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        hedged = i > 0 and Sense.BEFORE in self.tokens[i - 1].senses
        if (
            after is not None
            and not hedged
            and after.word.isalpha()
            and Sense.OF not in after.senses
        ):
            return None
        read = fraction(Decimal(1), Decimal(part.senses[Sense.DENOMINATOR]), i, i + 2)
        return _Amount(read, _Unit("ratio", Decimal(1), i + 2), i, i + 2)

    def _out_of(self, number: Number, i: int) -> _Amount | None:
        """One in five, 3 out of 4: two small whole numbers, the second no duration."""
        if not self._get(i, Sense.OUT_OF) or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return None
        other = read_number(self.scanned, i + 1)
        if other is None or other.scaled or self._get(other.last, Sense.UNIT):
            return None
        if not number.low < other.low <= 1000 or other.low != int(other.low):
            return None
        read = fraction(number.low, other.low, number.first, other.last)
        return _Amount(read, _Unit("ratio", Decimal(1), other.last), number.first, other.last)

    def _lone_half(self, number: Number) -> _Amount | None:
        found = self._unit(number.last)
        if found is not None and found.sense is not Sense.NOUN:
            return None
        return _Amount(number, _Unit("ratio", Decimal(1), number.last), number.first, number.last)

    def _suffixed(self, number: Number, money: str | None) -> Number:
        """Apply a scale letter: glued to the digits, or in front of or behind a currency."""
        i = number.last
        token = self._get(i, Sense.SUFFIX)
        if token is None:
            return number
        other = Sense.UNIT in token.senses
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        counted = (
            following is not None
            and near(self.scanned, token, following)
            and (not following.senses.keys().isdisjoint({Sense.MONEY, Sense.NOUN, Sense.SIGN}))
        )
        capital = len(token.word) == 1 and self.scanned.plain[token.start].isupper()
        plain = not other and (not capital or number.scaled)
        if money is not None or counted or plain:
            return number.times(Decimal(token.senses[Sense.SUFFIX]), i + 1)
        return number

    def _unit(self, i: int) -> _Unit | None:
        """The unit, currency or counted thing at token `i`, with what it is per."""
        if i < len(self.tokens) and self.tokens[i].word == "-" and self.tokens[i].solid:
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if following and following.solid and Sense.UNIT in following.senses:
                return self._per(self._plain_unit(i + 1))
            return None
        if 0 < i < len(self.tokens) and not self._touching(i):
            return None
        return self._per(self._plain_unit(i))

    def _plain_unit(self, i: int) -> _Unit | None:
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        senses = token.senses
        if Sense.MONEY in senses:
            code, factor = senses[Sense.MONEY]
            return _Unit(code, factor, i + 1, sense=Sense.MONEY)
        if Sense.UNIT in senses:
            found = unit(senses[Sense.UNIT])
            return _Unit(found.base, found.factor, i + 1, found.offset, sense=Sense.UNIT)
        if Sense.FOLD in senses:
            return _Unit("times", Decimal(1), i + 1, sense=Sense.FOLD)
        if Sense.NOUN in senses:
            return _Unit(senses[Sense.NOUN], Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN)
        return self._noun(i)

    def _noun(self, i: int) -> _Unit | None:
        """A counted thing no table lists: a plural, perhaps behind one describing word."""
        for j in (i, i + 1):
            if j >= len(self.tokens) or not self._touching(j):
                return None
            token = self.tokens[j]
            word = token.word
            if Sense.NOUN in token.senses:
                return _Unit(
                    token.senses[Sense.NOUN], Decimal(1), j + 1, noun=word, sense=Sense.NOUN
                )
            plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
            if plural and word.isascii() and word.isalpha() and not token.senses:
                return _Unit("number", Decimal(1), j + 1, noun=word, sense=Sense.NOUN)
            describing = not token.senses or Sense.FILLER in token.senses
            if not (word.isascii() and word.isalpha() and describing and len(word) > 2):
                return None
            if word in _FUNCTION or self.scanned.plain[token.start].isupper():
                return None
        return None

    def _per(self, found: _Unit | None) -> _Unit | None:
        if found is None:
            return None
        i = found.last
        per = self._get(i, Sense.PER)
        if per is None or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return found
        below = self._plain_unit(i + 1)
        token = self.tokens[i + 1]
        known = {Sense.UNIT, Sense.NOUN, Sense.MONEY, Sense.SIGN} & token.senses.keys()
        if below is None or not known:
            return found
        if Sense.ARTICLE in per.senses and Sense.UNIT not in token.senses:
            return found
        base = f"{found.base}/{below.base}"
        factor = found.factor / below.factor
        return _Unit(base, factor, below.last, Decimal(0), found.noun, found.sense)

    def _half_unit(self, amount: _Amount) -> _Amount:
        """A half behind the unit: four years and a half."""
        if amount.unit is None or amount.unit.sense is not Sense.UNIT:
            return amount
        i = amount.last
        while i < amount.last + 2 and (self._get(i, Sense.AND) or self._get(i, Sense.ARTICLE)):
            i += 1
        half = self._get(i, Sense.HALF)
        if half is None or (i > amount.last) != half.word.isascii():
            return amount
        number = replace(amount.number, low=amount.number.low + Decimal("0.5"),
                         high=amount.number.high + Decimal("0.5"), scaled=True)  # fmt: skip
        return replace(amount, number=number, unit=replace(amount.unit, last=i + 1), last=i + 1)

    def _compound(self, amount: _Amount) -> _Amount:
        """Add smaller units of the same kind: 2 rai 1 ngan 50 square wa."""
        found = amount.unit
        if found is None or found.sense not in (Sense.UNIT, Sense.MONEY) or "/" in found.base:
            return amount
        if found.base in ("percent", "degC", "point"):
            return amount
        total, i, scale = amount.number.low, amount.last, _size(found)
        last = i
        while i < len(self.tokens) and self._touching(i) and self.tokens[i].number is not None:
            number = read_number(self.scanned, i)
            smaller = self._plain_unit(number.last) if number else None
            if number is None or smaller is None or smaller.sense is not found.sense:
                break
            if _family(smaller.base) != _family(found.base) or _size(smaller) >= scale:
                break
            total += number.low * _size(smaller) / _size(found)
            scale, last = _size(smaller), smaller.last
            i = last
        if last == amount.last:
            return amount
        number = replace(amount.number, low=total, high=total)
        return replace(amount, number=number, unit=replace(found, last=last), last=last)

    def _bare(self, amount: _Amount, first: int, comparator: str | None) -> bool:
        """Whether a number without a unit is a figure at all."""
        number = amount.number
        token = self.tokens[number.first]
        before = self.tokens[first - 1] if first else None
        scaled = number.scaled and (number.last > number.first + 1 or before is None)
        if scaled or token.grouped or amount.negative:
            return not (before is not None and before.get(Sense.BLOCK) and self._touching(first))
        if comparator or self._get(amount.last, Sense.AFTER):
            return True
        if number.spelled:
            return bool(before and before.get(Sense.JOIN) and self._votes(first))
        touching = before is not None and near(self.scanned, before, token)
        if before is None or not touching:
            return False
        if Sense.COPULA in before.senses or Sense.FROM in before.senses:
            return True
        word = before.word
        return (
            bool(word)
            and word.isascii()
            and word.isalpha()
            and self.scanned.plain[before.start : before.end].islower()
            and Sense.BLOCK not in before.senses
        )

    def _votes(self, first: int) -> bool:
        """Whether the number answers a count: "six votes to one"."""
        return first > 1 and Sense.NOUN in self.tokens[first - 2].senses

    def _shared_noun(self, first: int) -> _Unit:
        before = self.tokens[first - 1] if first else None
        if before and Sense.JOIN in before.senses and self._votes(first):
            return _Unit(self.tokens[first - 2].senses[Sense.NOUN], Decimal(1), 0)
        return _Unit("number", Decimal(1), 0)

    def _finish(
        self, first: int, left: _Amount, right: _Amount | None, comparator: str | None,
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
            comparator = "range"
        elif low != high:
            comparator = comparator or "range"
        base = found.base + (f"/{per}" if per and "/" not in found.base else "")
        after = self._get(last, Sense.AFTER)
        if after is not None and right is None:
            comparator, last = comparator or after.senses[Sense.AFTER], last + 1
        if inner == "ge":
            comparator = comparator or inner
        elif inner is not None and comparator in (None, "exact"):
            comparator, high = "range", _value(left, found) + _next_step(left) * found.factor
        exact = comparator or "exact"
        bounds = _bounds(low, high, exact)
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Figure(
            *bounds, base, exact, start, end, first, last, found.noun, abs(step), scaled,
            left.number.fraction,
        )  # fmt: skip

    def _shared_scale(self, left: _Amount, right: _Amount) -> Decimal:
        """The scale of the right end, for a left end written without one: 60-65 billion."""
        if left.number.scaled and left.number.last - left.number.first > 1:
            return Decimal(1)
        if left.unit is not None and left.unit.sense is not None:
            return Decimal(1)
        head = self.tokens[right.number.first]
        if head.number is None or head.number == 0:
            return Decimal(1)
        return right.number.low / head.number


def _size(found: _Unit) -> Decimal:
    return seconds(found.base) or found.factor


def _family(base: str) -> str:
    return "time" if seconds(base) is not None else base


def _value(amount: _Amount, found: _Unit, *, upper: bool = False) -> Decimal:
    number = amount.number.high if upper else amount.number.low
    value = (
        number * found.factor + found.offset
        if not amount.negative
        else (-number * found.factor + found.offset)
    )
    return plain_decimal(value)


def _next_step(amount: _Amount) -> Decimal:
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


_FUNCTION = frozenset(
    "and the for with from into onto than that this which who was were are has have had but not "
    "its his her their our your will would can could may might after before since until while "
    "when where over under per via out off".split()
)

__all__ = ["OWN", "Figure", "Reader", "kind_of"]
