"""Shares against what they are worked out from: four in five, 200 of 250; the rest of a whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why, compare, interval
from assistant.quantities.linking.align import alike, one_script
from assistant.quantities.linking.pairing import Link
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_SHARES = frozenset({"percent", "ratio"})
_CHARGED = frozenset({"fee", "tax", "pay", "interest", "price"})
"""Measures whose per cents are no shares of a whole."""
_TURNED = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
_HUNDRED = Decimal(100)
_HEARD = 0.9  # likeness of a name that is heard across scripts
_TOLD = (Topic.MEASURE, Topic.STATE)


def portion(fact: Fact, mine: Frame, theirs: Frame, *, turned: bool) -> Comparison | None:
    """A share of the claim against the one part and whole that the evidence counts.

    With `turned` one of the two says no, so that the rest of the whole is meant. None where the
    evidence tells a share itself or not just one part, or where it is not sure
    that both say the same of the part.
    """
    if fact.quantity.kind not in _SHARES or fact.role == "change" or fact.of_before:
        return None
    if any(f.quantity.kind in _SHARES for f in theirs.facts) or not _said_alike(mine, theirs):
        return None
    parts = [f for f in theirs.facts if f.share == "part"]
    wholes = [f for f in theirs.facts if f.share == "whole"]
    if len(parts) != 1 or len(wholes) != 1:
        return None
    part, whole = interval(parts[0].quantity).point, interval(wholes[0].quantity).point
    if part is None or not whole:
        return None
    part = whole - part if turned else part
    value = part / whole * (_HUNDRED if fact.quantity.unit == "percent" else 1)
    hedged = "approx" in (parts[0].quantity.comparator, wholes[0].quantity.comparator)
    told = replace(
        parts[0].quantity, low=value, high=value, unit=fact.quantity.unit, kind=fact.quantity.kind,
        comparator="approx" if hedged else "exact",
    )  # fmt: skip
    if turned:
        return _rest(compare(fact.quantity, told))
    working = Working("÷", (parts[0].quantity, wholes[0].quantity))
    return replace(compare(fact.quantity, told), working=working)


def _said_alike(mine: Frame, theirs: Frame) -> bool:
    """Whether what is said of the part is said in the claim as well."""
    if any(mine.ids(topic) & theirs.ids(topic) for topic in _TOLD):
        return True
    part = next((f for f in theirs.facts if f.share == "part"), None)
    least = 0.0 if one_script(mine.text, theirs.text) else _HEARD
    return part is not None and alike(mine.text, part.predicate) > least


def complement(fact: Fact, mine: Frame, best: Link, theirs: Frame) -> Comparison | None:
    """A share of those that do against the share of those that do not; None for other figures."""
    if {best.claim.kind, best.evidence.kind} - _SHARES or best.blocked is not None:
        return None
    if fact.role == "change" or best.fact.role == "change" or len(theirs.facts) != 1:
        return None
    if fact.measures & best.fact.measures & _CHARGED:
        return None
    full = _HUNDRED if best.evidence.unit == "percent" else Decimal(1)
    low, high = (
        full - value if isinstance(value, Decimal) else None
        for value in (best.evidence.high, best.evidence.low)
    )
    kind = _TURNED.get(best.evidence.comparator, best.evidence.comparator)
    if kind == "almost":
        return None
    return _rest(compare(best.claim, replace(best.evidence, low=low, high=high, comparator=kind)))


def _rest(found: Comparison) -> Comparison:
    """A comparison with the rest of the whole, which needs no turning for a "no" on one side."""
    why = Why.COMPLEMENT if found.stance is Stance.SUPPORTS else found.why
    return replace(found, why=why)
