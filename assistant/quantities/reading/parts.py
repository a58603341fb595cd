"""Halves, thirds, multiples and "one in five"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.quantities.reading.numbers import Number, fraction, read_number, scale_of
from assistant.quantities.reading.scan import Token
from assistant.quantities.reading.unit_words import FoundUnit, UnitReader
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.units import seconds, unit

_ONE = Decimal(1)
_HALVES, _QUARTERS = 2, 4
_TEN = 10
_ROUND = (10, 100, 1000)  # wholes that shares are told out of
_LONG = frozenset({"decade", "century"})  # units that may stand behind a comparator alone
_DATED = frozenset({Sense.AGO, Sense.MONTH, Sense.DIGIT})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, read from tokens `[first, last)`; `inner` is a comparator inside."""

    number: Number
    unit: FoundUnit | None
    first: int
    last: int
    inner: str | None = None
    negative: bool = False
    widened: bool = False  # the second number widens the first: 150 plus or minus 10


class PartReader(UnitReader):
    """Reads parts of a whole and multiples of it."""

    def _special(self, i: int) -> Amount | None:
        """Multiples and unit words that carry their own number: doubled, a year and a half."""
        token = self.tokens[i]
        if Sense.TIMES in token.senses:
            value = token.senses[Sense.TIMES]
            number = Number(value, value, i, i + 1)
            if Sense.OCCASION in token.senses and self._how_often(
                i, self.tokens[i - 1] if i else None
            ):
                noun = FoundUnit("number", Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN)
                return Amount(number, noun, i, i + 1)
            return Amount(number, FoundUnit("times", Decimal(1), i + 1), i, i + 1)
        if step := token.get(Sense.STEP):
            points = FoundUnit("percentage_point", Decimal(1), i + 1, sense=Sense.UNIT)
            return Amount(Number(step, step, i, i + 1), points, i, i + 1)
        if Sense.ARTICLE in token.senses and (half := self._hour_and_a_half(i)) is not None:
            return half
        if (span := self._span(i)) is not None:
            return span
        if Sense.UNIT in token.senses and self._get(i + 1, Sense.HALF):
            kind = unit(token.senses[Sense.UNIT])
            solid = seconds(kind.base) is not None or self.tokens[i + 1].solid
            if solid and not token.word.isascii():
                value = Decimal("1.5")
                number = Number(value, value, i, i + 2)
                return Amount(number, FoundUnit(kind.base, kind.factor, i + 2), i, i + 2)
        return None

    def _hour_and_a_half(self, i: int) -> Amount | None:
        """A unit with an article and a part of another: an hour and a half, and a quarter."""
        kind = self._get(i + 1, Sense.UNIT)
        base = unit(kind.senses[Sense.UNIT]).base if kind else ""
        part, last = self._and_some(i + 2)
        if not part or seconds(base) is None:
            return None
        number = Number(_ONE + part, _ONE + part, i, last)
        return Amount(number, FoundUnit(base, Decimal(1), last), i, last)

    def _and_some(self, i: int) -> tuple[Decimal, int]:
        """The half or the quarters that "and" adds at token `i`, and the token after; 0 where it
        adds none, as in "and a quarter of the staff"."""
        if not self._get(i, Sense.AND) or i + 2 >= len(self.tokens):
            return Decimal(0), i
        count, j, part = self._parts(i + 1)
        below = part.senses[Sense.DENOMINATOR] if part else None
        whole = below == _QUARTERS and self._get(j + 1, Sense.OF)
        if not count or below not in (_HALVES, _QUARTERS) or count >= below or whole:
            return Decimal(0), i
        return Decimal(count) / below, j + 1

    def _span(self, i: int) -> Amount | None:
        """One unit of time without a number: "lasted a week", "in over a decade"."""
        before = self.tokens[i - 1] if i and self._touching(i) else None
        if before is None or {Sense.SPAN, Sense.BEFORE}.isdisjoint(before.senses):
            return None
        j = i + (Sense.ARTICLE in self.tokens[i].senses)
        kind = self._get(j, Sense.UNIT)
        base = unit(kind.senses[Sense.UNIT]).base if kind else ""
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        dated = following is not None and (
            following.number is not None or not _DATED.isdisjoint(following.senses)
        )
        if kind is None or dated or seconds(base) is None or base == "second":
            return None
        if i == j and (
            kind.word.isascii() or (Sense.SPAN not in before.senses and base not in _LONG)
        ):
            return None
        return Amount(Number(_ONE, _ONE, i, j + 1), FoundUnit(base, _ONE, j + 1), i, j + 1)

    def _fraction(self, number: Number) -> Amount | None:
        """Thirds and "one in five"."""
        i, tokens = number.last, self.tokens
        value = number.low
        if number.scaled or value != int(value):
            if number.fraction and value == Decimal("0.5"):
                return self._lone_half(number)
            return None
        after = i + 1 if i < len(tokens) and tokens[i].word == "-" and tokens[i].solid else i
        denominator = self._get(after, Sense.DENOMINATOR)
        if denominator and 0 < value < denominator.senses[Sense.DENOMINATOR]:  # not six quarters
            below = Decimal(denominator.senses[Sense.DENOMINATOR])
            read = fraction(value, below, number.first, after + 1)
            return Amount(read, FoundUnit("ratio", Decimal(1), after + 1), number.first, after + 1)
        return self._out_of(number, i)

    def _parts(self, i: int) -> tuple[int | None, int, Token | None]:
        """How many parts are told at a token, where their name stands, and it: three, quarters."""
        head = self.tokens[i]
        count = 1 if Sense.ARTICLE in head.senses else head.get(Sense.DIGIT)
        j = i + 1
        if j < len(self.tokens) and self.tokens[j].word == "-" and self.tokens[j].solid:
            j += 1
        return count, j, self._get(j, Sense.DENOMINATOR)

    def _part_of_scale(self, i: int) -> Number | None:
        """A part of a round number: a quarter of a million, three quarters of a billion."""
        count, j, part = self._parts(i)
        if not count or part is None or Sense.HALF in part.senses:
            return None
        j += 1
        if self._get(j, Sense.PARTITIVE) and self._get(j + 1, Sense.ARTICLE):
            j += 2
        scale = self._get(j, Sense.PERIOD)
        if scale is None:
            return None
        below = Decimal(part.senses[Sense.DENOMINATOR])
        return fraction(Decimal(count) * scale.senses[Sense.PERIOD], below, i, j + 1)

    def _part_of_unit(self, i: int) -> Amount | None:
        """A part of one of a unit: a quarter of a gigawatt, three quarters of an hour."""
        count, j, part = self._parts(i)
        if not count or part is None or not self._get(j + 1, Sense.PARTITIVE):
            return None
        kind = self._get(j + 3, Sense.UNIT) if self._get(j + 2, Sense.ARTICLE) else None
        if kind is None:
            return None
        found = self._unit(j + 3)
        below = Decimal(part.senses[Sense.DENOMINATOR])
        read = fraction(Decimal(count), below, i, j + 3)
        if read.low != read.high:  # a third has no last place: the best of four, rounded
            near_by = round(read.low, 4)
            read = replace(read, low=near_by, high=near_by, step=near_by / 10)
        read = replace(read, fraction=False, scaled=True)
        return None if found is None else Amount(read, found, i, found.last)

    def _one_part(self, i: int) -> Amount | None:
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
        return Amount(read, FoundUnit("ratio", Decimal(1), i + 2), i, i + 2)

    def _out_of(self, number: Number, i: int) -> Amount | None:
        """One in five, 3 out of 4: two small whole numbers, the second no duration."""
        noun = self._counted_out_of(number, i)
        i += noun
        joined = self._get(i, Sense.OUT_OF) or (noun and self._get(i, Sense.PARTITIVE))
        if not joined or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return None
        other = self._whole(i + 1)
        if other is None or self._get(other.last, Sense.UNIT):
            return None
        article = Sense.ARTICLE in self.tokens[i + 1].senses
        if other.scaled and other.last != i + 2 + article:
            return None
        if not number.low < other.low <= 1000 or other.low != int(other.low):
            return None
        again = noun and self._again(i - 1, other.last)
        last = other.last + bool(again)
        read = fraction(number.low, other.low, number.first, last)
        return Amount(read, FoundUnit("ratio", Decimal(1), last), number.first, last)

    def _whole(self, i: int) -> Number | None:
        """The number that another is told out of."""
        return read_number(self.scanned, i) or self._lone_scale(i)

    def _again(self, i: int, j: int) -> bool:
        """Whether the word at token `j` counts once more what that at token `i` does, as Thai
        counts both: เจ็ดชิ้นในทุกร้อยชิ้น."""
        again = self._get(j, Sense.NOUN)
        return again is not None and again.word == self.tokens[i].word and not again.word.isascii()

    def _counted_out_of(self, number: Number, i: int) -> bool:
        """Whether what is counted stands inside, and nothing behind, or the same again: one child
        in five is; three people in ten people, as Thai counts them."""
        joiner = self._get(i + 1, Sense.OUT_OF) or self._get(i + 1, Sense.PARTITIVE)
        if not joiner or not self._touching(i) or i + 2 >= len(self.tokens):
            return False
        other, noun = self._whole(i + 2), self.tokens[i]
        if Sense.OUT_OF not in joiner.senses:
            return self._marked(i, other)
        named = noun.word.isalpha() or not noun.word.isascii()
        if other is None or not named or Sense.UNIT in noun.senses:
            return False
        spelled = number.spelled and self.tokens[i + 2].number is None
        if self._again(i, other.last):
            small = spelled and other.low <= _TEN
            return small or joiner.senses[Sense.OUT_OF] == "every" or other.low in _ROUND
        return spelled and noun.word.isascii() and not self._something(other.last)

    def _marked(self, i: int, other: Number | None) -> bool:
        """Whether points stand at token `i`, and the full mark behind them without a noun: 34
        คะแนนจาก 100."""
        points = Sense.NOUN in self.tokens[i].senses and Sense.MARKS in self.tokens[i].senses
        return (
            points and other is not None and other.low in _ROUND and self._unit(other.last) is None
        )

    def _something(self, i: int) -> bool:
        """Whether a counted thing stands at token `i`, and no verb that looks like one: nine owns
        a phone."""
        following = self.tokens[i] if i < len(self.tokens) else None
        if following is None or not following.word.isalpha() or Sense.NO_NOUN in following.senses:
            return False
        return self._unit(i) is not None and not self._get(i + 1, Sense.ARTICLE)

    def _lone_scale(self, i: int) -> Number | None:
        """A scale word alone: the thousand of "three in every thousand"."""
        value = scale_of(self.tokens[i])
        return None if value is None else Number(value, value, i, i + 1)

    def _of_one(self, i: int) -> bool:
        """Whether an article and a unit or a currency stand at token `i`: half a mile."""
        following = self._get(i + 1, Sense.UNIT) or self._get(i + 1, Sense.MONEY)
        return bool(self._get(i, Sense.ARTICLE) and following)

    def _lone_half(self, number: Number) -> Amount | None:
        found = self._unit(number.last)
        if self._of_one(number.last) or self._past_the_hour(number.first):
            return None
        if found is not None and found.sense is not Sense.NOUN:
            return None
        return Amount(
            number, FoundUnit("ratio", Decimal(1), number.last), number.first, number.last
        )

    def _bare_scale(self, number: Number, found: FoundUnit | None, first: int) -> Amount | None:
        """A scale word or a half without a number in front: only a half may count alone."""
        if not number.fraction or self._past_the_hour(first):
            return None
        if found is None:
            found = FoundUnit("ratio", Decimal(1), number.last)
        return Amount(number, found, first, found.last)

    def _past_the_hour(self, i: int) -> bool:
        """Whether a half at token `i` is half an hour after the one in front: บ่ายสองโมงครึ่ง."""
        return i > 0 and self._touching(i) and Sense.CLOCK in self.tokens[i - 1].senses

    def _rounded(self, first: int, number: Number, found: FoundUnit | None) -> bool:
        """Whether a scale word alone is a figure: behind a comparator, or an amount of money."""
        if found is None:
            return False
        compared = first > 0 and Sense.BEFORE in self.tokens[first - 1].senses
        return compared or (found.sense is Sense.MONEY and number.low != 10**6)
