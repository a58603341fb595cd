"""What one unit costs, where the unit stands elsewhere: "a kilo of saffron sells for $900"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.quantities.reading.numbers import near
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.units import kind_of, unit
from assistant.types import Quantity

_SOLD_BY = frozenset({"mass", "volume", "area", "energy", "length"})


def by_the_unit(fact: Fact, one: Frame, per: str) -> Quantity | None:
    """An amount of money as a rate per `per` (a base unit), None when the sentence names no one
    unit of that kind."""
    quantity = fact.quantity
    if quantity.kind != "money" or kind_of(per) not in _SOLD_BY:
        return None
    factor = _single(one, per)
    if factor is None:
        return None
    low, high = (
        value / factor if isinstance(value, Decimal) else value
        for value in (quantity.low, quantity.high)
    )
    code = f"{quantity.unit}/{per}"
    resolution = quantity.resolution / factor
    return replace(
        quantity, low=low, high=high, unit=code, kind=kind_of(code), resolution=resolution
    )


def _single(one: Frame, per: str) -> Decimal | None:
    """The size of the one unit that the sentence names: a kilo, 1 kg."""
    scanned = one.reading.scanned
    for a, b in pairwise(scanned.tokens):
        single = Sense.ARTICLE in a.senses or a.number == 1 or a.get(Sense.DIGIT) == 1
        if single and Sense.UNIT in b.senses and near(scanned, a, b):
            found = unit(b.senses[Sense.UNIT])
            if found.base == per:
                return found.factor
    return None
