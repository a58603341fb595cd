"""Counts told by their size alone: several hundred, dozens of villages, หลายสิบ, หลักแสนคน."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.reading.bare import BareReader
from assistant.quantities.reading.numbers import scale_of
from assistant.quantities.reading.unit_words import FoundUnit
from assistant.quantities.words.lexicon import Sense

SIZES = frozenset({Sense.SEVERAL, Sense.PLURAL})
"""What opens a size."""
_FEWEST = 2  # of a plural
_NEXT = 10  # times a size is the next
_HUNDRED = 100
_SCALES = 4  # words of one size: hundreds of thousands of


@dataclass(frozen=True, slots=True)
class Size:
    """What a wording of size stands for, up to token `last`: `low` to just below `high`."""

    low: Decimal
    high: Decimal
    unit: FoundUnit
    last: int
    rough: bool  # no more is told than the size


class VagueReader(BareReader):
    """Reads sizes."""

    def _sized(self, i: int) -> Size | None:
        """The size that begins at token `i`, of something that is told: several hundred trees."""
        least, rough = self.tokens[i].get(Sense.SEVERAL) or (_FEWEST, True)
        told = Sense.SEVERAL in self.tokens[i].senses
        scale, last = self._scale(i + told)
        if scale is None or not (told or self._plural(i)) or (scale < _HUNDRED and not rough):
            return None  # ten pillars are no size
        found = self._unit(last)
        if found is None:
            return None
        low, high = least * scale * found.factor, (_NEXT * scale - 1) * found.factor
        return Size(low, high, found, found.last, rough)

    def _scale(self, i: int) -> tuple[Decimal | None, int]:
        """The product of the scale words from token `i` on, and the token behind them and "of"."""
        value, first = Decimal(1), i
        while i < min(len(self.tokens), first + _SCALES) and (i == 0 or self._touching(i)):
            token = self.tokens[i]
            plural = token.get(Sense.PLURAL)
            factor = scale_of(token) if plural is None else Decimal(plural)
            if factor is None:
                break
            value *= factor
            i += 1 + (plural is not None and self._get(i + 1, Sense.OF) is not None)
        follows = i < len(self.tokens) and Sense.DIGIT in self.tokens[i].senses
        return (None, first) if value == 1 or follows else (value, i)

    def _plural(self, i: int) -> bool:
        """Whether a plural counts what stands behind its "of", with no number before it."""
        before = self.tokens[i - 1] if i and self._touching(i) else None
        counted = before is not None and (before.number is not None or Sense.DIGIT in before.senses)
        return not counted and self._get(i + 1, Sense.OF) is not None
