"""Amounts: a sign, a number, a scale letter and a unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.reading.numbers import Number, read_number
from assistant.quantities.reading.parts import Amount
from assistant.quantities.reading.scale_letters import LetterReader
from assistant.quantities.reading.unit_words import FoundUnit, family_of, size_of
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.symbols import SHARED_SIGN, YEN, YUAN
from assistant.quantities.words.units import kind_of, seconds

_SPOKEN = (Sense.PLACE, Sense.DIGIT)
_SPOKEN_FROM = 1000  # ร้อยเอ็ด is a province
_ENDS = ("ge", "le")  # "500 or more people"


class AmountReader(LetterReader):
    """Reads amounts."""

    def _amount(self, i: int, *, percent: bool) -> Amount | None:
        """[minus] [currency sign] number [scale letter] [comparator] [unit]."""
        first = i
        i, money, negative = self._front(i)
        if i >= len(self.tokens) or (i > first and not self._touching(i)):
            return None
        special = self._special(i) or (self._part_of_unit(i) if money is None else None)
        if special is not None:
            return replace(special, first=first, negative=negative)
        whole = self._part_of_scale(i)
        number = whole or read_number(self.scanned, i)
        if number is None:
            return self._one_part(i)
        if money is None and whole is None and (ratio := self._fraction(number)) is not None:
            return replace(ratio, first=first)
        number = self._suffixed(number, money)
        last, inner = self._inner(number.last)
        found = FoundUnit("percent", Decimal(1), last) if percent else self._unit(last)
        if (pair := self._pair(number, found)) is None:
            return None
        number = pair
        if money is not None and (found is None or found.sense is not Sense.MONEY):
            found = self._per(FoundUnit(money, Decimal(1), last))
        if number.bare and number.low < 2:
            return self._bare_scale(number, found, first)
        if self._no_figure(number, found, inner, first):
            return None
        if found is None:
            found = (
                self._bare_rate(number) or self._baht(number, first) or self._toll(number, first)
            )
        if found is None:
            return Amount(number, None, first, number.last, None, negative)
        return self._finished(number, found, first, inner, negative)

    def _no_figure(
        self, number: Number, found: FoundUnit | None, inner: str | None, first: int
    ) -> bool:
        """Whether a number is a word of another meaning, as the Thai zero is also "centre", or a
        scale word that no comparator makes one: nearly a hundred thousand."""
        if number.spelled and number.low == 0 and (found is None or found.sense is Sense.NOUN):
            return True
        if not number.bare:
            return False
        if found is None:
            hedged = first > 0 and Sense.BEFORE in self.tokens[first - 1].senses
            return inner is not None or not hedged
        return inner != "gt" and not self._rounded(first, number, found)

    def _bare_rate(self, number: Number) -> FoundUnit | None:
        """A number without a unit per time or per money: 15,000 a week, 35 to the dollar."""
        found = self._per(FoundUnit("number", Decimal(1), number.last))
        if found is None or found.last == number.last:
            return None
        below = found.base.partition("/")[2]
        money = self.tokens[found.last - 1].get(Sense.MONEY) is not None
        return found if money or seconds(below) is not None else None

    def _baht(self, number: Number, first: int) -> FoundUnit | None:
        """Money as it is spoken, a scale word with a digit: a pay of หมื่นห้า, 15,000 baht."""
        spoken = number.last == number.first + len(_SPOKEN) and all(
            sense in token.senses
            for sense, token in zip(_SPOKEN, self.tokens[number.first : number.last], strict=True)
        )
        spoken = spoken and number.low >= _SPOKEN_FROM and first > 0
        if not spoken or not self._touching(first):
            return None
        before = first - 1
        if {Sense.EACH, Sense.EVERY} & self.tokens[before].senses.keys():  # a rent of 1,500 a month
            named = (i for i in range(before) if Sense.PAYING in self.tokens[i].senses)
            before = max(named, default=before)
        paid = Sense.PAYING in self.tokens[before].senses
        return FoundUnit("THB", Decimal(1), number.last, sense=Sense.MONEY) if paid else None

    def _scaled_like(self, left: Amount, i: int) -> Amount | None:
        """A number whose letter is a scale where the other end is money: $1.5m-2m."""
        number = read_number(self.scanned, i)
        if number is None or left.unit is None or kind_of(left.unit.base) != "money":
            return None
        scaled = self._suffixed(number, left.unit.base)
        if scaled is number:
            return None
        return Amount(scaled, replace(left.unit, last=scaled.last), i, scaled.last)

    def _toll(self, number: Number, first: int) -> FoundUnit | None:
        """Those whom a bare number counts behind a word for what befell them: ดับ 3 เจ็บ 12."""
        before = self.tokens[first - 1] if first else None
        whole = number.low == number.high == int(number.low)
        if before is None or not whole or not self._touching(first):
            return None
        counted = before.get(Sense.TOLL)
        return FoundUnit(counted, Decimal(1), number.last, sense=Sense.NOUN) if counted else None

    def _front(self, i: int) -> tuple[int, str | None, bool]:
        """What stands before the digits: the token after it, the currency, the sign."""
        first, money = i, None
        negative = self._minus(i)
        i += negative
        signed = i < len(self.tokens) and Sense.SIGN in self.tokens[i].senses
        if signed and (i == first or self._touching(i)):
            money, i = self._money(i), i + 1
        if not negative and i > first and self._minus(i):
            negative, i = True, i + 1
        return i, money, negative

    def _money(self, i: int) -> str:
        """The currency of the sign at token `i`: of the one that two share, by what is named."""
        token, plain = self.tokens[i], self.scanned.plain
        shared = plain[token.start : token.end] == SHARED_SIGN
        if shared and YUAN.search(plain) and not YEN.search(plain):
            return "CNY"
        return str(token.senses[Sense.SIGN])

    def _inner(self, last: int) -> tuple[int, str | None]:
        """A comparator, an "of" after a dozen, or a plus between the number and its unit."""
        tokens = self.tokens
        if Sense.DOZEN in tokens[last - 1].senses and self._get(last, Sense.OF):
            return last + 1, None
        if last < len(tokens) and tokens[last].word == "+" and tokens[last].solid:
            return last + 1, str(tokens[last].senses[Sense.AFTER])
        if Sense.HALF in tokens[last - 1].senses and self._of_one(last):
            return last + 1, None
        if inner := self._get(last, Sense.INNER):
            return last + 1, str(inner.senses[Sense.INNER])
        bound = self._get(last, Sense.AFTER)
        if bound and bound.senses[Sense.AFTER] in _ENDS and self._plain_unit(last + 1):
            return last + 1, str(bound.senses[Sense.AFTER])
        return last, None

    def _finished(
        self, number: Number, found: FoundUnit, first: int, inner: str | None, negative: bool
    ) -> Amount:
        if number.low == 1 and Sense.TIMES in self.tokens[found.last - 1].senses:
            number = replace(number, low=Decimal(2), high=Decimal(2))
        if negative and len(self.tokens[first].word) > 1 and seconds(found.base) is not None:
            first, negative = first + 1, False  # below zero for so many months
        if self._get(found.last, Sense.BELOW_ZERO):
            found, negative = replace(found, last=found.last + 1), True
        amount = Amount(number, found, first, found.last, inner, negative)
        return self._compound(self._half_unit(amount))

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

    def _half_unit(self, amount: Amount) -> Amount:
        """A half or some quarters behind the unit: four years and a half."""
        if amount.unit is None or amount.unit.sense is not Sense.UNIT:
            return amount
        half = self._get(amount.last, Sense.HALF)
        if half is not None and not half.word.isascii():
            part, last = Decimal("0.5"), amount.last + 1
        else:
            part, last = self._and_some(amount.last)
        if not part:
            return amount
        number = replace(amount.number, low=amount.number.low + part,
                         high=amount.number.high + part, scaled=True)  # fmt: skip
        return replace(amount, number=number, unit=replace(amount.unit, last=last), last=last)

    def _joined(self, i: int) -> int:
        """1 where "and" stands before a number, 0 elsewhere: twelve pounds and 50 pence."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if not self._get(i, Sense.AND) or following is None or not self._touching(i + 1):
            return 0
        return int(following.number is not None or Sense.DIGIT in following.senses)

    def _compound(self, amount: Amount) -> Amount:
        """Add smaller units of the same kind: 2 rai 1 ngan 50 square wa."""
        found = amount.unit
        if found is None or found.sense not in (Sense.UNIT, Sense.MONEY) or "/" in found.base:
            return amount
        if found.base in ("percent", "degC", "point"):
            return amount
        total, i, scale = amount.number.low, amount.last, size_of(found)
        last = i
        while i < len(self.tokens) and self._touching(i):
            i += self._joined(i)
            spelled = i < len(self.tokens) and self.tokens[i].number is None
            apart = spelled and i == last and self.tokens[i].start > self.tokens[i - 1].end
            if apart and found.sense is not Sense.MONEY:
                break
            number = read_number(self.scanned, i)
            smaller = self._plain_unit(number.last) if number else None
            if number is None or smaller is None or smaller.sense is not found.sense:
                break
            if self._get(number.last, Sense.HUNDREDTH):
                smaller = replace(smaller, base=found.base, factor=found.factor / 100)
            if family_of(smaller.base) != family_of(found.base) or size_of(smaller) >= scale:
                break
            total += number.low * size_of(smaller) / size_of(found)
            scale, last = size_of(smaller), smaller.last
            i = last
        if last == amount.last:
            return amount
        number = replace(amount.number, low=total, high=total)
        whole = self._per(replace(found, last=last)) or found
        return replace(amount, number=number, unit=whole, last=whole.last)
