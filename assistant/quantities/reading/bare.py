"""Numbers that stand without a unit: which of them are figures at all."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.reading.identifiers import NameReader
from assistant.quantities.reading.numbers import Number, near, scale_of
from assistant.quantities.reading.parts import Amount
from assistant.quantities.reading.scan import Token
from assistant.quantities.reading.unit_words import FoundUnit
from assistant.quantities.words.lexicon import Sense

_YEARS = (1900, 2100)
_SCALE = 1000  # the least scale word that is a number by itself behind a hedge
_WHOM = 4  # tokens from "per" to the number of those who are meant
_ROW = 8  # tokens within which the entries of a list follow each other


class BareReader(NameReader):
    """Tells whether a bare number is a figure."""

    def _bare(self, amount: Amount, first: int, comparator: str | None) -> bool:
        """Whether a number without a unit is a figure at all."""
        number = amount.number
        token = self.tokens[number.first]
        before = self.tokens[first - 1] if first else None
        scaled = number.scaled and (number.last > number.first + 1 or before is None)
        if Sense.PLACE in token.senses and not number.bare and not self._halved(number):
            return False  # Roi Et, the province, is also a hundred and one
        if number.bare:
            return comparator is not None and self._ends_clause(number)
        if self._runs_on(number) or self._lettered(number.last):
            return False
        if scaled or token.grouped or amount.negative:
            return not self._blocked(first)
        if comparator and self._year_like(number):
            return False  # over 2025
        bounded = comparator or self._get(amount.last, Sense.AFTER)
        if bounded or self._per_so_many(amount.last):
            return True
        if number.spelled:
            voted = bool(before and before.get(Sense.JOIN) and self._votes(first))
            return voted or self._crew(number, before) or self._reached(number, first)
        touching = before is not None and near(self.scanned, before, token)
        if before is None or not touching:
            return False
        return self._said_of(number, first, before)

    def _said_of(self, number: Number, first: int, before: Token) -> bool:
        """Whether the word before a plain numeral makes it a value: is 9, Leeds 86.9."""
        token = self.tokens[number.first]
        if Sense.COPULA in before.senses or Sense.FROM in before.senses:
            earlier = self.tokens[max(0, first - 4) : first]
            return token.decimals > 0 or not any(Sense.BLOCK in t.senses for t in earlier)
        if first > 1 and Sense.BLOCK in self.tokens[first - 2].senses:
            return False
        word = before.word
        if self._tabled(first) or (first == number.first and self._numbering(first)):
            return True
        return (
            bool(word)
            and word.isascii()
            and word.isalpha()
            and self.scanned.plain[before.start : before.end].islower()
            and Sense.BLOCK not in before.senses
        )

    def _per_so_many(self, i: int) -> bool:
        """Whether "per" and a large round number stand at token `i`, with at most a word between:
        25.4 ต่อประชากรแสนคน, 12 per 100,000."""
        if self._get(i, Sense.PER) is None or Sense.ARTICLE in self.tokens[i].senses:
            return False
        for j in range(i + 1, min(i + _WHOM, len(self.tokens))):
            token = self.tokens[j]
            value = token.number if token.number is not None else scale_of(token)
            if value is not None:
                return value >= _SCALE
        return False

    def _ends_clause(self, number: Number) -> bool:
        """Whether no letter follows a number at once."""
        end = self.tokens[number.last - 1].end
        return not self.scanned.plain[end : end + 1].isalpha() and number.low >= _SCALE

    def _lettered(self, i: int) -> bool:
        """Whether unknown letters follow at once, as in the 21st."""
        token = self.tokens[i] if i < len(self.tokens) else None
        return token is not None and token.solid and token.word.isascii() and token.word.isalpha()

    def _runs_on(self, number: Number) -> bool:
        """Whether a spelled round number is the beginning of a longer unspaced word, a name."""
        last = self.tokens[number.last - 1]
        following = self.tokens[number.last] if number.last < len(self.tokens) else None
        after = self.scanned.plain[last.end : last.end + 1]
        known = following is not None and following.start == last.end
        known = known and following is not None and set(following.senses) != {Sense.COPULA}
        return Sense.PLACE in last.senses and not after.isascii() and after.isalpha() and not known

    def _crew(self, number: Number, before: Token | None) -> bool:
        """Whether a spelled number ends its clause behind "of": a crew of twelve."""
        following = self.tokens[number.last] if number.last < len(self.tokens) else None
        inside = before is not None and Sense.OF in before.senses and before.start > 0
        return inside and number.low > 1 and (following is None or following.word == ".")

    def _reached(self, number: Number, first: int) -> bool:
        """Whether a spelled number stands alone between "to" and "in": cut that to six in May."""
        joined = first > 1 and self._get(first - 1, Sense.JOIN)
        earlier = self.tokens[first - 2] if first > 1 else None
        counted = earlier is not None and (
            earlier.number is not None or Sense.DIGIT in earlier.senses
        )
        return bool(joined and not counted and number.low > 1 and self._get(number.last, Sense.OF))

    def _tabled(self, i: int) -> bool:
        """Whether a decimal stands behind a name in a list of such: Leeds 86.9, York 83.4."""
        near_by = range(max(1, i - _ROW), min(len(self.tokens), i + _ROW))
        return self._entry(i) and any(j != i and self._entry(j) for j in near_by)

    def _entry(self, i: int) -> bool:
        token, name = self.tokens[i], self.tokens[i - 1]
        if token.number is None or not token.decimals or token.glued or not self._touching(i):
            return False
        capital = name.word.isalpha() and self.scanned.plain[name.start].isupper()
        return capital and Sense.BLOCK not in name.senses

    def _halved(self, number: Number) -> bool:
        return not {Sense.HALF, Sense.DOZEN}.isdisjoint(self.tokens[number.last - 1].senses)

    def _votes(self, first: int) -> bool:
        """Whether the number answers a count: "six votes to one"."""
        return first > 1 and Sense.NOUN in self.tokens[first - 2].senses

    def _year_like(self, number: Number) -> bool:
        """Whether a numeral is written like a year: four digits, no round number."""
        value = self.tokens[number.first].number
        one = number.last == number.first + 1 and value is not None
        return bool(one and value and value % 100 and _YEARS[0] <= value <= _YEARS[1])

    def _shared_noun(self, first: int) -> FoundUnit:
        before = self.tokens[first - 1] if first else None
        if before and Sense.JOIN in before.senses and self._votes(first):
            return FoundUnit(self.tokens[first - 2].senses[Sense.NOUN], Decimal(1), 0)
        return FoundUnit("number", Decimal(1), 0)
