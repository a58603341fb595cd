"""Figures of times that follow each other as that of them all: two quarters as a half."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from assistant.quantities.relating.product import told_each
from assistant.quantities.relating.reckoned import (
    UNSETTLED,
    Reckoned,
    comparable,
    only_joined,
    retold,
    summed,
    total_of,
)
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Period

_SEVERAL = 2
_MOST = 4
_FLOWS = frozenset(
    "revenue net_profit operating_profit loss spending sold purchases delivered hired production "
    "exports imports orders visitors passengers trips throughput catch births deaths injured "
    "infected admitted arrested rescued donated dividend layoffs pay".split()
)
"""Measures of what is done in a time, so that those of its parts add up."""
_ADDED = frozenset({"money", "count", "mass", "volume", "energy"})


def periods(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The figures of times that follow each other without a gap as that of them all."""
    facts = theirs.facts
    if not _SEVERAL <= len(facts) <= _MOST or not mine.periods or not _over_times(facts):
        return None
    if any(theirs.has(topic) for topic in UNSETTLED) or mine.has(Topic.NEGATION):
        return None
    told = [f.periods[0] for f in facts]
    if any(_apart(one, two) for one, two in pairwise(told)):
        return None
    span = next(
        (p for p in mine.periods if (p.first, p.last) == (told[0].first, told[-1].last)), None
    )
    if not all(_joined(one, two, theirs) for one, two in pairwise(facts)):
        return None
    value = total_of(facts)
    if span is None or value is None or told_each(mine) or told_each(theirs):
        return None
    whole = summed(facts, value)
    own = Period(span.first, span.last, span.grain, told[0].text, told[0].start, told[0].end)
    whole = replace(whole, periods=(own,))
    if not comparable(mine, whole.quantity):
        return None
    frame = retold(theirs, (whole,), lambda m: m.has(Topic.SPELL) is not None)
    frame = replace(frame, periods=(own,), dates=(), grains=(own.grain,))
    return Reckoned(frame, whole, Working("+", tuple(f.quantity for f in facts)), clear=True)


def _joined(one: Fact, two: Fact, theirs: Frame) -> bool:
    """Whether nothing but their times and what they both measure stands between two figures."""

    def known(m: Mention) -> bool:
        measured = m.has(Topic.MEASURE) in one.measures
        return measured or any(m.has(t) for t in (Topic.AND, Topic.SPELL, Topic.OF))

    return only_joined(one.quantity.end, two.quantity.start, theirs, known)


def _apart(one: Period, two: Period) -> bool:
    """Whether a time does not begin on the day after another ends."""
    return one.last is None or one.last + timedelta(days=1) != two.first


def _over_times(facts: tuple[Fact, ...]) -> bool:
    """Whether figures are what was done of one kind, each in a time of its own."""
    first = facts[0]
    return all(
        f.quantity.unit == first.quantity.unit
        and f.quantity.kind in _ADDED
        and f.measures == first.measures
        and bool(f.measures & _FLOWS)
        and f.thing in ("", first.thing)
        and f.role == "level"
        and not (f.share or f.expected or f.meant)
        and len(f.periods) == 1
        and f.periods[0].first is not None
        and f.periods[0].last is not None
        for f in facts
    )
