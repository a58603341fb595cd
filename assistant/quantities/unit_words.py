"""Units, currencies and counted things behind a number, with what they are per."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.cursor import Cursor
from assistant.quantities.lexicon import Sense
from assistant.quantities.units import seconds, unit

_FUNCTION = frozenset(
    "and the for with from into onto than that this which who was were are has have had but not "
    "its his her their our your will would can could may might after before since until while "
    "when where over under per via out off".split()
)


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit read up to token `last`: `value * factor + offset` is in `base`."""

    base: str
    factor: Decimal
    last: int
    offset: Decimal = Decimal(0)
    noun: str = ""
    sense: Sense | None = None


class UnitReader(Cursor):
    """Reads units."""

    def _unit(self, i: int) -> FoundUnit | None:
        """The unit, currency or counted thing at token `i`, with what it is per."""
        if i < len(self.tokens) and self.tokens[i].word == "-" and self.tokens[i].solid:
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if following and following.solid and Sense.UNIT in following.senses:
                return self._per(self._plain_unit(i + 1))
            return None
        if 0 < i < len(self.tokens) and not self._touching(i):
            return None
        return self._per(self._plain_unit(i))

    def _plain_unit(self, i: int) -> FoundUnit | None:
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        senses = token.senses
        if Sense.MONEY in senses:
            code, factor = senses[Sense.MONEY]
            return FoundUnit(code, factor, i + 1, sense=Sense.MONEY)
        if Sense.UNIT in senses:
            found = unit(senses[Sense.UNIT])
            return FoundUnit(found.base, found.factor, i + 1, found.offset, sense=Sense.UNIT)
        if Sense.FOLD in senses:
            return FoundUnit("times", Decimal(1), i + 1, sense=Sense.FOLD)
        if Sense.NOUN in senses:
            return FoundUnit(
                senses[Sense.NOUN], Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN
            )
        return self._noun(i)

    def _noun(self, i: int) -> FoundUnit | None:
        """A counted thing no table lists: a plural, perhaps behind one describing word."""
        for j in (i, i + 1):
            if j >= len(self.tokens) or not self._touching(j):
                return None
            token = self.tokens[j]
            word = token.word
            if Sense.NOUN in token.senses:
                return FoundUnit(
                    token.senses[Sense.NOUN], Decimal(1), j + 1, noun=word, sense=Sense.NOUN
                )
            plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
            if plural and word.isascii() and word.isalpha() and not token.senses:
                return FoundUnit("number", Decimal(1), j + 1, noun=word, sense=Sense.NOUN)
            describing = not token.senses or Sense.FILLER in token.senses
            if not (word.isascii() and word.isalpha() and describing and len(word) > 2):
                return None
            if word in _FUNCTION or self.scanned.plain[token.start].isupper():
                return None
        return None

    def _per(self, found: FoundUnit | None) -> FoundUnit | None:
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
        article = Sense.ARTICLE in per.senses and token.get(Sense.NOUN) != "share"
        if article and Sense.UNIT not in token.senses:
            return found
        base = f"{found.base}/{below.base}"
        factor = found.factor / below.factor
        return FoundUnit(base, factor, below.last, Decimal(0), found.noun, found.sense)


def size_of(found: FoundUnit) -> Decimal:
    """The unit's size among its family: seconds for durations, else the factor to the base."""
    return seconds(found.base) or found.factor


def family_of(base: str) -> str:
    """What units of one kind have in common: "time" for durations, else the base unit."""
    return "time" if seconds(base) is not None else base
