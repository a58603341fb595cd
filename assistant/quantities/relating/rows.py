"""The highest or lowest of a bare row of figures: 9, 15 and 4 years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import judge
from assistant.quantities.linking.link import other_subject
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity, Stance

_TWO = 2


def end_of_row(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim of the highest or lowest value against a row of values, None where either is none."""
    fact = mine.facts[0] if len(mine.facts) == 1 else None
    ends = mine.ids(Topic.EXTREME) | mine.ids(Topic.EDGE)
    if fact is None or len(ends) != 1 or mine.dates or not _row(theirs, fact.quantity.unit):
        return None
    if mine.has(Topic.NEGATION) or theirs.has(Topic.NEGATION):
        return None
    if apart := other_subject(mine, theirs, same_story=True):
        return Stance.SILENT, apart
    pick = max if "high" in ends else min
    end = pick((f.quantity for f in theirs.facts), key=_size)
    claim = fact.quantity
    value = claim.low if claim.low is not None else claim.high
    return judge(replace(claim, low=value, high=value, comparator="exact"), end)[:2]


def _row(one: Frame, unit: str) -> bool:
    """Whether a sentence tells of nothing but exact levels in a unit, with only commas and "and"
    between them, and names no end of them."""
    if len(one.facts) < _TWO or any(one.has(t) for t in (Topic.EXTREME, Topic.EDGE, Topic.MOVE)):
        return False
    plain = all(
        f.quantity.unit == unit and f.quantity.comparator == "exact" and f.role == "level"
        for f in one.facts
    )
    return plain and not any(_told_apart(f, one) for f in one.facts[1:])


def _told_apart(fact: Fact, one: Frame) -> bool:
    """Whether more than a comma or "and" stands between a figure and the one before it."""
    start, end = fact.quantity.start - len(fact.left), fact.quantity.start
    ands = [m for m in one.mentions if m.has(Topic.AND) and start <= m.start < end]
    told = one.text[start:end]
    for m in ands:
        told = told.replace(one.text[m.start : m.end], "")
    return bool(told.strip(" ,"))


def _size(quantity: Quantity) -> Decimal:
    """The value of an exact quantity."""
    return quantity.low if isinstance(quantity.low, Decimal) else Decimal(0)
