"""Scale letters behind a numeral, and pairs: 65K shirts, a couple of days, a pair of officers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.reading.numbers import Number, near
from assistant.quantities.reading.parts import PartReader
from assistant.quantities.reading.unit_words import FoundUnit
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.units import seconds

_NAMED_SIZES = {
    10**3: frozenset({1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 50, 100}),  # screens and races
    10**6: frozenset({3}),
    10**9: frozenset(),
}
"""Numerals that a scale letter makes a size or a name with, by the scale."""


_COUNTED = frozenset({Sense.MONEY, Sense.NOUN, Sense.SIGN, Sense.UNIT})
"""What a scale letter stands in front of: 65K shirts, 250m tonnes."""


class LetterReader(PartReader):
    """Reads scale letters and pairs."""

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
            and (not following.senses.keys().isdisjoint(_COUNTED))
        )
        capital = len(token.word) == 1 and self.scanned.plain[token.start].isupper()
        plain = not other and (not capital or number.scaled)
        before = self.tokens[number.first - 1] if number.first else None
        plain = plain or (before is not None and Sense.SCALED in before.senses)
        counted = counted or (other and self._peopled(i))
        many = capital and self._many(number, token.senses[Sense.SUFFIX])
        if money is not None or counted or plain or many:
            return number.times(Decimal(token.senses[Sense.SUFFIX]), i + 1)
        return number

    def _many(self, number: Number, scale: int) -> bool:
        """Whether a scale letter glued to a numeral counts the things behind it: 65K shirts; not
        where it may be a size or a name: 4K sets, 10K races, 3M products, 5T trucks."""
        i, named = number.last, _NAMED_SIZES.get(scale, frozenset())
        head = self.tokens[number.first]
        if scale not in _NAMED_SIZES or head.number in named or head.glued:
            return False
        if i != number.first + 1 or not self.tokens[i].solid:
            return False
        found = self._plain_unit(i + 1) if self._touching_at(i + 1) else None
        return found is not None and found.sense is Sense.NOUN

    def _peopled(self, i: int) -> bool:
        """Whether people, with words that describe them, stand behind the letter at token `i`, so
        that it is no unit: 300m weekly users."""
        if not self.tokens[i].solid or not self._touching_at(i + 1):
            return False
        found = self._plain_unit(i + 1)
        return found is not None and found.base == "person"

    def _touching_at(self, i: int) -> bool:
        """Whether a token stands at place `i`, with no more than blanks before it."""
        return i < len(self.tokens) and self._touching(i)

    def _pair(self, number: Number, found: FoundUnit | None) -> Number | None:
        """A pair as two, or three where it tells how long or of a scale; None where it is one of
        what comes in twos, as no table knows it: a pair of shoes."""
        if Sense.PAIR not in self.tokens[number.first].senses:
            return number
        if found is None:
            return None
        named = self.tokens[number.first].senses[Sense.PAIR] == "named"
        if named and (found.sense is not Sense.NOUN or found.base == "number"):
            return None
        vast = number.scaled or seconds(found.base) is not None
        return replace(number, high=number.low * 3 / 2) if vast else number
