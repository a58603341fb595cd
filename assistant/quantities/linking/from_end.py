"""Places counted from the end: third from the bottom, second to last, รองสุดท้าย."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.reading.numbers import read_number
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import BUT_ONE, FROM_END
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_roles import BUT_ONE as THAI_BUT_ONE
from assistant.quantities.words.thai_roles import FROM_END as THAI_FROM_END

_BUT_ONE = -2


def from_end(one: Frame) -> tuple[int, int] | None:
    """The place that a sentence counts from the end, below zero, and where its number begins;
    None where it counts none so."""
    low = one.text.lower()
    if last := BUT_ONE.search(low) or THAI_BUT_ONE.search(low):
        return _BUT_ONE, last.start()
    sign = FROM_END.search(low) or THAI_FROM_END.search(low)
    if sign is None:
        return None
    tokens = one.reading.scanned.tokens
    for i, token in reversed([*enumerate(tokens)]):
        if token.end > sign.start():
            continue
        order, number = token.get(Sense.ORDINAL), read_number(one.reading.scanned, i)
        place = int(order) if order else int(number.low) if number is not None else 0
        if place:
            return (-place, token.start) if place > 0 else None
    return None


def from_top(places: list[int], mine: Frame, theirs: Frame) -> list[int]:
    """Places counted from the end as places from the top, where either sentence tells of how many
    they are; others as they are."""
    if all(place > 0 for place in places):
        return places
    counts = {
        int(f.quantity.low)
        for one in (mine, theirs)
        for f in one.facts
        if f.quantity.kind == "count" and isinstance(f.quantity.low, Decimal)
    }
    if len(counts) != 1:
        return places
    (whole,) = counts
    return [whole + 1 + p if p < 0 and whole + p > 0 else p for p in places]
