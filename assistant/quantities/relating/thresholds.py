"""Limits that a rule sets: free under 12, for those earning at most 30,000, up to six months."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.compare import OPEN_ENDED, Comparison, conversion
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.english_rules import EARNING, ENTITLED, PUNISHING
from assistant.quantities.words.thai_rules import EARNING as THAI_EARNING
from assistant.quantities.words.thai_rules import ENTITLED as THAI_ENTITLED
from assistant.quantities.words.thai_rules import PUNISHING as THAI_PUNISHING
from assistant.types import Quantity, Stance


def limits_apart(found: Comparison, fact: Fact, other: Fact, mine: str, theirs: str) -> bool:
    """Whether both figures are limits that a rule sets, and not the same one: what is free under 12
    is not so under 15, and a sentence of at most six months none of at most six years, though
    whoever is under 12 is under 15."""
    one, two = found.claim, found.evidence
    if one.comparator not in OPEN_ENDED or two.comparator not in OPEN_ENDED:
        return False
    factors = conversion(one, two)
    if factors is None or _bound(one, factors[0]) == _bound(two, factors[1]):
        return False
    if (one.low is None) != (two.low is None):
        return False
    supported = found.stance is Stance.SUPPORTS
    if (
        supported
        and one.comparator == two.comparator == "le"
        and all(_punishes(t) for t in (mine, theirs))
    ):
        return True
    if not all(_entitles(text) for text in (mine, theirs)):
        return False
    aged = "duration" in (one.kind, two.kind) and any("age" in f.measures for f in (fact, other))
    return aged or all(_earns(text) for text in (mine, theirs))


def _entitles(text: str) -> bool:
    return ENTITLED.search(text) is not None or THAI_ENTITLED.search(text) is not None


def _bound(quantity: Quantity, factor: Decimal) -> Decimal | None:
    ends = [v for v in (quantity.low, quantity.high) if isinstance(v, Decimal)]
    return ends[0] * factor if ends else None


def _punishes(text: str) -> bool:
    return PUNISHING.search(text) is not None or THAI_PUNISHING.search(text) is not None


def _earns(text: str) -> bool:
    return EARNING.search(text) is not None or THAI_EARNING.search(text) is not None
