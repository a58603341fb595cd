"""How far off a target or a forecast something came in: 0.3 points below target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why, compare, interval
from assistant.quantities.relating.growth import LEVELS
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_SHORT = "short"
_BESIDE = 16  # characters between a deviation and what it is off
_AIMED = 22  # characters between the word for a target and its figure
_BEHIND = 8  # characters between a figure and the word for the target it is
_HUNDRED = Decimal(100)


def off_target(fact: Fact, mine: Frame, theirs: Frame) -> Comparison | None:
    """A deviation of the claim against the target and the outcome that the evidence tells.

    None where the claim tells no deviation beside the figure, or the evidence not just one of
    each.
    """
    way = deviation(fact, mine)
    if way is None:
        return None
    told = [f for f in theirs.facts if _level(fact, f)]
    aims = [f for f in told if _aimed(f, theirs)]
    if len(told) != 2 or len(aims) != 1 or any(deviation(f, theirs) for f in told):
        return None
    outcome = told[1 - told.index(aims[0])]
    aim, came = interval(aims[0].quantity).point, interval(outcome.quantity).point
    if aim is None or came is None or outcome.quantity.unit != aims[0].quantity.unit:
        return None
    step = came - aim
    size = abs(step) if _of_levels(fact, outcome) else abs(step) / abs(aim) * _HUNDRED
    made = replace(
        outcome.quantity, low=size, high=size, unit=fact.quantity.unit, kind=fact.quantity.kind,
        comparator="exact",
    )  # fmt: skip
    found = compare(fact.quantity, made)
    if found.stance is Stance.SUPPORTS and way != ("less" if step < 0 else "more"):
        return replace(found, stance=Stance.REFUTES, why=Why.DIRECTION)
    return found


def deviation(fact: Fact, one: Frame) -> str | None:
    """Which way a figure tells something to be off its target, None when it tells no such thing."""
    start, end = fact.quantity.start, fact.quantity.end
    for m in one.mentions:
        way = m.has(Topic.DEVIATION)
        before = way and 0 <= m.start - end <= 1
        if way == _SHORT:  # what stands behind it is the target itself
            way = "less" if before else None
        if way and (before or 0 <= start - m.end <= _off(m.end, one)):
            return way
    return None


def _off(end: int, one: Frame) -> int:
    """How far behind a deviation its figure may stand: behind "by", or at once in a language that
    is written without spaces."""
    by = any(m.has(Topic.BY) and 0 <= m.start - end <= 1 for m in one.mentions)
    return _BESIDE if by else 1 if not one.text[end - 1].isascii() else 0


def _aimed(fact: Fact, one: Frame) -> bool:
    """Whether a figure is told to be a target or a forecast."""
    start, end = fact.quantity.start, fact.quantity.end
    return any(
        (m.has(Topic.EXPECTED) or m.has(Topic.DEVIATION))
        and not any(m.end <= f.quantity.start < start for f in one.facts)
        and (0 <= start - m.end <= _AIMED or (0 <= m.start - end <= _BEHIND and _last(m.end, one)))
        for m in one.mentions
    )


def _last(end: int, one: Frame) -> bool:
    """Whether no figure follows near behind a place."""
    return not any(0 <= f.quantity.start - end <= _AIMED for f in one.facts)


def _level(fact: Fact, other: Fact) -> bool:
    """Whether a figure is a level that the deviation can be one of."""
    return _of_levels(fact, other) or fact.quantity.unit == "percent" != other.quantity.unit


def _of_levels(fact: Fact, other: Fact) -> bool:
    unit = fact.quantity.unit
    return unit != "percent" and other.quantity.unit in LEVELS.get(unit, (unit,))
