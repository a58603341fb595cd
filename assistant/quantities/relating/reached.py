"""The level that a change leads to, or from, where a sentence tells the other two of the three."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why, compare, conversion, interval
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity, Stance

_HUNDRED = Decimal(100)
_BOTH = 2
_WAYS = {"up": 1, "down": -1}
_LEVELS = {"result": ("base",), "level": ("base",), "base": ("result",)}


def reached(fact: Fact, mine: Frame, theirs: Frame) -> Comparison | None:
    """A level of the claim against the one that a change of the evidence leads to: up 600 from
    3,000 is 3,600; to 420, up 20, was 400. None where the evidence tells that level itself, or not
    just one change and one other level."""
    if len(theirs.facts) != _BOTH:
        return None
    then = fact.role == "base" or _once(fact, mine)
    wanted = _LEVELS.get("base" if then else fact.role, ())
    changed = [f for f in theirs.facts if f.role == "change" and f.move in _WAYS]
    known = [f for f in theirs.facts if f.role in wanted]
    if len(changed) != 1 or len(known) != 1 or "loss" in changed[0].measures:
        return None
    alone = fact.move or len(mine.facts) == 1 or [f.role for f in mine.facts] == _FROM_TO
    if not alone or _of_another_measure(mine, theirs):
        return None
    value = _other_end(changed[0], known[0], back=then)
    if value is None:
        return None
    level = known[0].quantity
    made = replace(
        level, low=value, high=value, comparator="exact",
        resolution=max(level.resolution, changed[0].quantity.resolution),
    )  # fmt: skip
    if not conversion(fact.quantity, made):
        return None
    found = compare(fact.quantity, made)
    plain = not (fact.move or then or mine.has(Topic.NOW))
    if plain and found.stance is not Stance.SUPPORTS:
        return None
    sign = "+" if (changed[0].move == "up") != then else "−"
    return replace(found, working=Working(sign, (level, changed[0].quantity)))


def stepped(fact: Fact, theirs: Frame) -> Comparison | None:
    """An amount by which something has changed, against a change in percent and the level before or
    after it: up 3% to 50 billion is up 1.46. None where the evidence tells anything else; silent
    where only the rounding of the percentage decides."""
    if fact.role != "change" or len(theirs.facts) != _BOTH:
        return None
    changed = [f for f in theirs.facts if f.role == "change" and f.move in _WAYS]
    known = [f for f in theirs.facts if f.role in ("base", "result")]
    if len(changed) != 1 or len(known) != 1 or changed[0].quantity.unit != "percent":
        return None
    level, share = known[0].quantity, changed[0].quantity
    at, rate = interval(level).point, interval(share).point
    if at is None or rate is None or not conversion(fact.quantity, level):
        return None

    def other_end(rate: Decimal) -> Decimal:
        told = replace(changed[0], quantity=replace(share, low=rate, high=rate))
        return _other_end(told, known[0], back=known[0].role == "result") or at

    half, other = share.resolution / 2, _rounded(other_end(rate))
    low, high = sorted(abs(at - other_end(rate + way * half)) for way in _WAYS.values())
    step = abs(at - other)
    made = replace(level, low=step, high=step, comparator="exact", resolution=Decimal(0))
    found = compare(fact.quantity, made)
    spread = compare(fact.quantity, replace(level, low=low, high=high, comparator="range"))
    if found.stance is Stance.REFUTES and spread.stance is not Stance.REFUTES:
        found = replace(found, stance=Stance.SILENT, why=Why.LESS_PRECISE)
    if found.stance is Stance.SUPPORTS and fact.move and fact.move != changed[0].move:
        found = replace(found, stance=Stance.REFUTES, why=Why.DIRECTION)
    ends = sorted((level, replace(level, low=other, high=other)), key=_point, reverse=True)
    return replace(found, working=Working("−", tuple(ends)))


def _point(quantity: Quantity) -> Decimal:
    return interval(quantity).point or Decimal(0)


def _rounded(value: Decimal) -> Decimal:
    """A worked-out level to a few figures, as people write it."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _PLACES)) if value else value


_PLACES = 3  # places behind the first


_FROM_TO = ["base", "result"]


def _of_another_measure(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell what is measured, and differently."""
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    return bool(one and two and not one & two)


def _once(fact: Fact, mine: Frame) -> bool:
    """Whether the only figure of a claim is told to be what was before: used to be 40."""
    told = mine.has(Topic.THEN) or mine.has(Topic.BEFORE_LEVEL)
    return told and not fact.move and fact.role == "level" and len(mine.facts) == 1


def _other_end(change: Fact, level: Fact, *, back: bool) -> Decimal | None:
    """The level at the other end of a change, None where it cannot be told."""
    step, known = interval(change.quantity).point, interval(level.quantity).point
    if step is None or known is None or not change.move:
        return None
    way = _WAYS[change.move]
    if change.quantity.unit == "percent" and level.quantity.unit != "percent":
        factor = 1 + way * step / _HUNDRED
        return known / factor if back and factor else known * factor
    if not _one_scale(change, level):
        return None
    return known - way * step if back else known + way * step


def _one_scale(change: Fact, level: Fact) -> bool:
    """Whether a step and a level are of one unit, or of points and their rate."""
    one, two = change.quantity.unit, level.quantity.unit
    points = one == "percentage_point" and two == "percent"
    points = points or (one == "point" and two == "percent")
    return points or one == two or (change.quantity.kind == level.quantity.kind == "count")
