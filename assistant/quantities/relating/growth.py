"""A change told by the claim against the changes of the evidence: by how much, by what factor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Interval, Why, compare, interval
from assistant.quantities.linking.align import likeness
from assistant.quantities.linking.doings import other_head
from assistant.quantities.linking.growth_over import grown_otherwise
from assistant.quantities.relating.change import Change, changes
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact, finder
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.rated import scale_in
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import kind_of, seconds
from assistant.types import Stance

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_FALLING = frozenset({"loss"})  # "lost two fifths of its members" tells how far, not of what


def by_factor(change: Change, fact: Fact, mine_frame: Frame, theirs: Frame) -> Comparison | None:
    """Compare factors: new over old."""
    told_there = sorted(
        changes(theirs),
        key=lambda c: (
            likeness(fact, mine_frame, c.facts[0], theirs) + (c.facts[0].move == fact.move)
        ),
        reverse=True,
    )
    own = [c for c in told_there if not grown_otherwise(fact, mine_frame, c.facts[0], theirs)]
    for other in own or told_there:
        if other.factor is None or change.factor is None:
            continue
        if (
            fact.measures - _FALLING
            and other.facts[0].measures
            and not fact.measures & other.facts[0].measures
        ):
            continue
        if _of_another_thing(mine_frame, theirs, other):
            continue
        if other_head(fact, mine_frame, other.facts[-1], theirs):
            continue
        mine = _eased(change.factor, fact, other) if other.computed else change.factor
        evidence = other.facts[-1].quantity
        point = other.factor.point
        at = Interval(point, point) if point is not None else other.factor
        if mine.contains(at):
            stance, why = Stance.SUPPORTS, Why.EQUAL
        elif mine.meets(other.factor):
            stance, why = Stance.SILENT, Why.LESS_PRECISE
        else:
            stance, why = Stance.REFUTES, Why.APART
        return Comparison(fact.quantity, evidence, stance, why)
    return None


def _of_another_thing(mine: Frame, theirs: Frame, other: Change) -> bool:
    """Whether the claim counts a thing, and the change is that of something measured."""
    counted = mine.ids(Topic.THING) and not mine.ids(Topic.MEASURE)
    apart = not mine.ids(Topic.THING) & theirs.ids(Topic.THING)
    return bool(counted and apart and other.facts[0].measures)


def _eased(factor: Interval, fact: Fact, other: Change) -> Interval:
    """Allow a worked-out change to round to the claim's last place."""
    if factor.point is None:
        return factor
    half = fact.figure.step * _HALF
    slack = half / _HUNDRED if fact.quantity.unit == "percent" else half / 10
    slack = max(slack, Decimal("0.0000001"))
    low = None if factor.low is None else factor.low - slack
    high = None if factor.high is None else factor.high + slack
    return Interval(low, high, factor.low_open, factor.high_open, factor.point)


def _written(change: Change, unit: str, theirs: Frame) -> Change:
    """A change of a rate in the unit that a claim tells without what it is per: 6 baht a kilo."""
    amount, _, per = change.unit.partition("/")
    if not per or amount != unit or change.step is None:
        return change
    scale = scale_in(change.facts[-1], theirs.reading.scanned)
    return replace(change, unit=unit, step=change.step / scale) if scale else change


def by_step(fact: Fact, theirs: Frame) -> Comparison | None:
    """A difference against two levels: percentage points against two rates."""
    if fact.quantity.unit == "percent":
        return None
    if (apart := _rates_apart(fact, theirs)) is not None:
        return apart
    wanted = LEVELS.get(fact.quantity.unit, (fact.quantity.unit,))
    for other in (_written(change, fact.quantity.unit, theirs) for change in changes(theirs)):
        counted = fact.quantity.kind == "count" == kind_of(other.unit)
        counted = counted and "number" in (other.unit, fact.quantity.unit)
        times = seconds(other.unit), seconds(fact.quantity.unit)
        if other.step is not None and times[0] and times[1]:
            other = replace(other, step=other.step * times[0] / times[1], unit=fact.quantity.unit)
        if other.step is None or (other.unit not in wanted and not counted):
            continue
        last = other.facts[-1].quantity
        made = replace(
            last, low=abs(other.step), high=abs(other.step), unit=fact.quantity.unit,
            kind=fact.quantity.kind,
        )  # fmt: skip
        found = replace(compare(fact.quantity, made), working=_step(other))
        direction = "down" if other.step < 0 else "up"
        if found.stance is Stance.SUPPORTS and fact.move and fact.move != direction:
            return replace(found, stance=Stance.REFUTES, why=Why.DIRECTION)
        return found
    return None


def _step(change: Change) -> Working | None:
    """The sum that led to a difference worked out of two levels, the larger first."""
    if not change.computed or len(change.facts) < _BOTH or change.step is None:
        return None
    base, result = (f.quantity for f in change.facts[:_BOTH])
    return Working("−", (base, result) if change.step < 0 else (result, base))


_BOTH = 2


def _rates_apart(fact: Fact, theirs: Frame) -> Comparison | None:
    """Percentage points against two rates of growth, of now and of before: 3.1%, against 2.7%."""
    if fact.quantity.unit != "percentage_point":
        return None
    for base in theirs.facts[1:]:
        now = theirs.facts[base.index - 1]
        rates = now.quantity.unit == base.quantity.unit == "percent"
        if not rates or base.role != "base" or now.role != "change":
            continue
        new, old = interval(now.quantity).point, interval(base.quantity).point
        if new is None or old is None or now.move != base.move or new == old:
            continue
        made = replace(
            now.quantity, low=abs(new - old), high=abs(new - old), unit=fact.quantity.unit,
            kind=fact.quantity.kind,
        )  # fmt: skip
        found = compare(fact.quantity, made)
        rising = (new > old) == (now.move != "down")
        way = next((v for m in finder().find(fact.left) if (v := m.has(Topic.MOVE))), fact.move)
        if found.stance is Stance.SUPPORTS and way and (way == "up") != rising:
            return replace(found, stance=Stance.REFUTES, why=Why.DIRECTION)
        return found
    return None


LEVELS = {"percentage_point": ("percent",), "point": ("point", "percent")}
"""Units of levels whose difference is told in another unit."""
