"""For how long nothing was higher or lower: a three-year low, ต่ำสุดในรอบ 3 ปี."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.quantities.compare import Why
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.reading.parse import parse
from assistant.quantities.relating.same_subject import subjects_apart
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import RECORDS as ENGLISH
from assistant.quantities.words.thai_rules import RECORDS as THAI
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import seconds
from assistant.types import Stance


@dataclass(frozen=True, slots=True)
class Record:
    """Which end ("high", "low"), in how many seconds, and where that stands in the text."""

    end: str
    length: Decimal
    start: int
    stop: int


def in_so_long(mine: Frame, theirs: Frame) -> Settled | None:
    """The record that is all the figures of a claim, against that of the evidence; None where
    either tells none, or the claim tells more."""
    one, two = record(mine.text), record(theirs.text)
    if one is None or two is None or mine.dates:
        return None
    if any(not one.start <= f.quantity.start < one.stop for f in mine.facts):
        return None
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION) or at_other_times(mine, theirs):
        return None
    measured, other = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    if (why := subjects_apart(mine, theirs)) is not None:
        return Stance.SILENT, why
    if measured - _SIZES and other - _SIZES and not measured & other:
        return Stance.SILENT, Why.OTHER_MEASURE
    if one.end != two.end:
        return Stance.REFUTES, Why.DIRECTION
    return (Stance.SUPPORTS, Why.EQUAL) if one.length == two.length else (Stance.REFUTES, Why.APART)


_SIZES = frozenset({"height"})
"""Measures that a word for the end of a record may be taken for: a high."""


@lru_cache(maxsize=4096)
def record(text: str) -> Record | None:
    """The record that a text tells, None where it tells none or how long is not told exactly."""
    for end, pattern in (*ENGLISH, *THAI):
        for found in pattern.finditer(text):
            lengths = [q for q in parse(found["long"]) if q.kind == "duration"]
            size = seconds(lengths[0].unit) if len(lengths) == 1 else None
            low = lengths[0].low if size is not None else None
            if size is not None and isinstance(low, Decimal) and low == lengths[0].high:
                return Record(end, low * size, found.start(), found.end())
    return None
