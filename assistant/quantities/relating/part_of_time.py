"""What a part of a time tells of the whole: 12 million in four months are at least 12 a year."""

from __future__ import annotations

from assistant.quantities.compare import Comparison, interval
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_KINDS = frozenset({"count", "money", "mass", "volume", "energy"})
ADDING_UP = frozenset({
    "revenue", "sold", "exports", "imports", "visitors", "passengers", "trips", "throughput",
    "catch", "deaths", "births", "injured", "arrested", "evacuated", "rescued", "hired",
    "admitted", "layoffs", "donated", "delivered", "purchases", "production",
})  # fmt: skip
"""Measures of what only grows while time goes on; a profit may be lost again, a stock sinks."""
_OTHERWISE = (Topic.STATISTIC, Topic.EDGE, Topic.PER, Topic.MORE, Topic.EXPECTED)


def bounds_the_whole(
    found: Comparison, fact: Fact, mine: Frame, other: Fact, theirs: Frame
) -> bool:
    """Whether a figure of a part of the claim's time settles the claim: it bears out what is at
    least as little, and refutes what is less; it says nothing of how much more there is."""
    claim, evidence = found.claim, found.evidence
    if found.stance is Stance.SUPPORTS:
        settled = claim.comparator in ("ge", "gt")
    else:
        most, least = interval(claim).high, interval(evidence).low
        settled = most is not None and least is not None and most < least
    if not settled or _unread(mine) or _unread(theirs):
        return False
    return _adds_up(fact, mine, other, theirs) and _inside(fact, mine, other, theirs)


def _unread(one: Frame) -> bool:
    """Whether a sentence numbers something outside its dates: the first month of 2026."""
    moments = [f for f in one.reading.figures if f.moment is not None]
    return any(
        Sense.ORDINAL in token.senses and not any(f.first <= i < f.last for f in moments)
        for i, token in enumerate(one.reading.scanned.tokens)
    )


def _adds_up(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether both are levels of what adds up over time."""
    if {fact.role, other.role} != {"level"} or fact.quantity.kind not in _KINDS:
        return False
    told = fact.measures | other.measures
    return bool(told) and told <= ADDING_UP and not any(
        one.has(topic) for one in (mine, theirs) for topic in _OTHERWISE
    )  # fmt: skip


def _inside(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether the only time of the evidence lies within the only one of the claim."""
    whole, part = fact.periods or mine.periods, other.periods or theirs.periods
    if len(whole) != 1 or len(part) != 1:
        return False
    (one,), (two,) = whole, part
    if not (one.first and one.last and two.first and two.last):
        return False
    return one.first <= two.first and two.last <= one.last
