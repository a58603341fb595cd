"""Places in an order: "ranks third", "No. 1", "the largest"."""

from __future__ import annotations

from itertools import pairwise

from assistant.quantities.frame import Frame
from assistant.quantities.lexicon import Sense
from assistant.quantities.numbers import near, read_number
from assistant.quantities.topics import Topic


def ranks(one: Frame) -> list[int]:
    """The ranks a sentence tells, in order; `LAST` for the bottom."""
    found = _told(one)
    ends = one.ids(Topic.TOP)
    if not found and len(ends) == 1:
        found.append(1 if "top" in ends else LAST)
    return found


LAST = -1
"""The place at the bottom, whatever its number."""


def _told(one: Frame) -> list[int]:
    scanned = one.reading.scanned
    tokens = scanned.tokens
    found = []
    for i, token in enumerate(tokens):
        if Sense.RANK in token.senses and i + 1 < len(tokens):
            number = read_number(scanned, i + 1)
            order = tokens[i + 1].get(Sense.ORDINAL)
            if number is not None and near(scanned, token, tokens[i + 1]):
                found.append(int(number.low))
            elif order and near(scanned, token, tokens[i + 1]):
                found.append(int(order))
        elif Sense.ORDINAL in token.senses and one.has(Topic.RANK):
            value = token.senses[Sense.ORDINAL]
            if value > 0:
                found.append(int(value))
    return found


def ordinals(one: Frame) -> set[int]:
    """The numbers in order that a sentence tells: the 12th, the tenth, or by a word in front."""
    tokens = one.reading.scanned.tokens
    found = {int(t.senses[Sense.ORDINAL]) for t in tokens if (t.get(Sense.ORDINAL) or 0) > 0}
    found |= {
        int(number.low)
        for i, a in enumerate(tokens[:-1])
        if Sense.NTH in a.senses
        and near(one.reading.scanned, a, tokens[i + 1])
        and (number := read_number(one.reading.scanned, i + 1)) is not None
        and number.low == number.high == int(number.low)
    }
    return found | {
        int(a.number)
        for a, b in pairwise(tokens)
        if a.number is not None and not a.decimals and b.solid and Sense.NTH_END in b.senses
    }
