"""Figures without a unit of their own beside one that has it: 32 million, 18 million baht."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import seconds
from assistant.types import Quantity

_SMALL = 3  # digits of a number too small to be sure that it counts the same


def with_lent_units(facts: list[Fact]) -> tuple[Fact, ...]:
    """Figures written without their unit take that of the figure before them, or behind."""
    found: list[Fact] = []
    for i, fact in enumerate(facts):
        before = found[-1].quantity if found else None
        quantity = fact.quantity
        bare = quantity.unit == "number" and not fact.figure.noun and fact.figure.scaled
        if bare and _before_money(fact, facts[i + 1 : i + 2]):
            money = facts[i + 1].quantity
            fact = replace(fact, quantity=replace(quantity, unit=money.unit, kind="money"))
            found.append(fact)
            continue
        listed = (
            before is not None
            and before.kind == "count"
            and quantity.unit == "number"
            and not fact.figure.noun
            and len(quantity.text) > _SMALL
        )
        listed = listed or (before is not None and _ends_list(found[-1], fact))
        if before is not None and (listed or (before.kind == "count" and _was(found[-1], fact))):
            fact = replace(fact, quantity=replace(quantity, unit=before.unit))
        elif before is not None and before.unit == "point" and _reached(found[-1], fact):
            fact = replace(fact, quantity=replace(quantity, unit="point", kind=before.kind))
        elif before is not None and before.kind == "money" and (bare or _was(found[-1], fact)):
            fact = replace(fact, quantity=replace(quantity, unit=before.unit, kind="money"))
        elif before is not None and (
            _rate_then(found[-1], fact)
            or (before.kind in _WEIGHED and (bare or _of_more(found[-1], fact)))
        ):
            fact = replace(fact, quantity=_in_units_of(found[-1], quantity))
        elif before is not None and _lists_rates(found[-1], fact):
            unit = before.unit
            fact = replace(fact, quantity=replace(quantity, unit=unit, kind=before.kind))
        found.append(fact)
    return tuple(found)


def _lists_rates(before: Fact, fact: Fact) -> bool:
    """Whether a count goes on with a list whose first figure is told per time: 12,000 a day, 8,000
    and 7,000."""
    head, _, below = before.quantity.unit.partition("/")
    gap = fact.left.strip()
    return seconds(below) is not None and fact.quantity.unit == head and len(gap) <= _AND


_AND = 4  # characters of what joins the entries of a list


def _ends_list(before: Fact, fact: Fact) -> bool:
    """Whether a bare number with no more than a name in front of it ends a list of counts: Marlow
    employs 280 people, Denby 300."""
    if before.quantity.kind != "count" or fact.quantity.unit != "number" or fact.figure.noun:
        return False
    gap = fact.left.strip()
    if not gap.startswith(_COMMA) or len(gap) > _NAMED or not _CAPITAL.search(gap):
        return False
    return fact.right.strip() in ("", ".") and gap.isascii()


_COMMA = (",", "and ")
_CAPITAL = re.compile("[A-Z]")
_NAMED = 30  # characters of a name between two entries of a list


def _before_money(fact: Fact, following: list[Fact]) -> bool:
    """Whether a bare amount is the first of a list of money: 32 million, 18 million baht."""
    if not following or following[0].quantity.kind != "money":
        return False
    gap = fact.right[: following[0].quantity.start - fact.quantity.end]
    return gap.strip() in (",", "")


def _rate_then(base: Fact, fact: Fact) -> bool:
    """Whether an amount is what a rate became: from 2 million baht a rai to 6 million."""
    money = base.quantity.kind == "rate" and base.quantity.unit.partition("/")[0]
    moved = base.role == "base" and fact.role == "result"
    return moved and money == fact.quantity.unit


def _of_more(before: Fact, fact: Fact) -> bool:
    """Whether a bare number tells how much of a second thing: five tonnes of shrimp and ten of
    chicken."""
    bare = fact.quantity.unit == "number" and not fact.figure.noun
    end = fact.quantity.start - before.quantity.end
    joined = Topic.AND in fact.ids or before.right[:end].rstrip().endswith(",")
    return bare and joined and all(Topic.OF in f.ids for f in (before, fact))


_WEIGHED = frozenset({"mass", "length", "area", "volume", "energy", "power"})


def _in_units_of(before: Fact, quantity: Quantity) -> Quantity:
    """A bare number in the unit that the amount before it was written in."""
    low, high = (
        value * before.figure.factor if isinstance(value, Decimal) else value
        for value in (quantity.low, quantity.high)
    )
    unit, kind = before.quantity.unit, before.quantity.kind
    return replace(quantity, low=low, high=high, unit=unit, kind=kind)


def _was(result: Fact, base: Fact) -> bool:
    """Whether a bare number is what an amount was before: down to 240 baht from 300, down 60
    baht from 300."""
    plain = base.quantity.unit == "number" and not base.figure.noun
    return plain and result.role in ("result", "change") and base.role == "base"


def _reached(change: Fact, result: Fact) -> bool:
    """Whether a bare number is the level that a change of the index leads to."""
    plain = result.quantity.unit == "number" and not result.figure.noun
    return plain and (change.role, result.role) == ("change", "result")
