"""Changes told without the rate of the level beside them: up 20 satang to 3.80 baht an egg."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.reading.numbers import scale_of
from assistant.quantities.reading.scan import Scanned
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.units import kind_of
from assistant.types import Quantity

_APART = 12  # characters of "to" and the like between a change and the level it leads to
_LIKE = Decimal("1.2")  # how many times two rates of exchange of one day may differ
_MOVING = frozenset({"change", "base"})


def rated(facts: tuple[Fact, ...], scanned: Scanned) -> tuple[Fact, ...]:
    """Give changes and former levels what the level that follows is per."""
    found = list(facts)
    for i in range(len(found) - 1):
        base, result = found[i : i + 2]
        if _led_to(base, result) and (scale := scale_in(base, scanned)) is not None:
            quantity = _per(result.quantity, scale, base.quantity.unit)
            found[i + 1] = replace(result, quantity=quantity)
    for i in range(len(found) - 1):
        plain, level = found[i : i + 2]
        unit, _, per = level.quantity.unit.partition("/")
        bare = plain.quantity.unit == "number" and not plain.figure.noun and plain.role == "base"
        if not per or not (bare or plain.quantity.unit == unit) or plain.role not in _MOVING:
            continue
        if level.quantity.start - plain.quantity.end > _APART:
            continue
        if level.role != "result" or (scale := scale_in(level, scanned)) is None:
            continue
        found[i] = replace(plain, quantity=_per(plain.quantity, scale, level.quantity.unit))
    for i in range(len(found) - 1):
        result, base = found[i : i + 2]
        unit, _, per = result.quantity.unit.partition("/")
        bare = base.quantity.unit == "number" and not base.figure.noun
        near = base.quantity.start - result.quantity.end <= _APART
        if per and near and (result.role, base.role) == ("result", "base") and (
            bare or base.quantity.unit == unit
        ) and (scale := scale_in(result, scanned)) is not None:  # fmt: skip
            found[i + 1] = replace(base, quantity=_per(base.quantity, scale, result.quantity.unit))
    return _exchanged(_shared(found))


def _shared(facts: list[Fact]) -> list[Fact]:
    """Give the last figure of a list what the one before it is per: 60 tonnes a day and Orin 30
    tonnes."""
    if len(facts) != _BOTH:
        return facts
    rate, plain = facts
    unit, _, per = rate.quantity.unit.partition("/")
    alike = plain.quantity.unit == unit and rate.role == plain.role == "level"
    ends = not plain.right.strip(" .") and not plain.measures
    if not alike or not ends or kind_of(per) != "duration" or kind_of(unit) == "duration":
        return facts
    return [rate, replace(plain, quantity=_per(plain.quantity, Decimal(1), rate.quantity.unit))]


_BOTH = 2


def _exchanged(facts: list[Fact]) -> tuple[Fact, ...]:
    """Read an amount as a rate of exchange where one beside it in the same money is nearly as
    much: 31.06 baht to the dollar, after a close at 31.12 baht."""
    rates = [f.quantity for f in facts if _of_exchange(f.quantity.unit)]
    return tuple(
        replace(f, quantity=replace(f.quantity, unit=near.unit, kind=near.kind))
        if (near := next((r for r in rates if _nearly(f.quantity, r)), None)) is not None
        else f
        for f in facts
    )


def _of_exchange(unit: str) -> bool:
    money, _, per = unit.partition("/")
    return kind_of(money) == "money" and kind_of(per) == "money"


def _nearly(amount: Quantity, rate: Quantity) -> bool:
    one, two = amount.low, rate.low
    if amount.unit != rate.unit.partition("/")[0] or not isinstance(one, Decimal):
        return False
    return isinstance(two, Decimal) and two < one * _LIKE and one < two * _LIKE


def _led_to(base: Fact, result: Fact) -> bool:
    """Whether a rate is followed by what it has become, without what it is per."""
    unit, _, per = base.quantity.unit.partition("/")
    near = result.quantity.start - base.quantity.end <= _APART
    moved = (base.role, result.role) == ("base", "result")
    return bool(per) and moved and near and result.quantity.unit == unit


def _per(quantity: Quantity, scale: Decimal, unit: str) -> Quantity:
    low, high = (
        value * scale if isinstance(value, Decimal) else value
        for value in (quantity.low, quantity.high)
    )
    resolution = quantity.resolution * scale
    return replace(
        quantity, low=low, high=high, unit=unit, kind=kind_of(unit), resolution=resolution
    )


def scale_in(level: Fact, scanned: Scanned) -> Decimal | None:
    """How many of the level's base unit one of its written units is, for levels of one numeral."""
    figure, low = level.figure, level.quantity.low
    below = level.quantity.unit.partition("/")[2]
    if kind_of(below) in ("count", "duration"):
        return Decimal(1)
    tokens = scanned.tokens[figure.first : figure.last]
    numbers = [t.number for t in tokens if t.number]
    plain = len(numbers) == 1 and not any(scale_of(t) for t in tokens)
    return low / numbers[0] if plain and isinstance(low, Decimal) else None
