"""What there is or is to come, and what is gone: a fund has so much and spent so much; nine months
are left, it was nine months ago."""

from __future__ import annotations

from assistant.quantities.linking.acts import acts
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from index.text import words

_PAID = ("?purse:paid", "?money:spent", "?tender:spent")
_LEFT = frozenset({"?purse:left", "?tally:left", "?money:left", "?span:left"})


def gone(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether the one figure is there or to come, and the other gone."""
    if fact.quantity.kind != other.quantity.kind:
        return False
    sides = ((fact, mine, other, theirs), (other, theirs, fact, mine))
    if fact.quantity.kind == "money":
        return any(_held(a, one) and _paid(b, two) for a, one, b, two in sides)
    if fact.quantity.kind == "duration":
        return any(_ago(b, two) and _to_come(one) and not _to_come(two) for _, one, b, two in sides)
    return False


def _held(fact: Fact, one: Frame) -> bool:
    """Whether a sentence says no more of an amount than that somebody has it."""
    if fact.measures or fact.role != "level" or _paid(fact, one):
        return False
    start = fact.quantity.start
    told = [m for m in one.mentions if m.has(Topic.EXIST) and m.end <= start]
    if not told:
        return False
    between = words(one.text[told[-1].end : start])
    return len(between) <= (one.text[told[-1].start] > "\u0e00")


def _paid(fact: Fact, one: Frame) -> bool:
    low, end = fact.quantity.start - len(fact.left), fact.quantity.end + len(fact.right)
    return any(
        low <= m.start and m.end <= end and any(v in _PAID for t, v in m.senses if t is Topic.STATE)
        for m in (*one.everything, *acts(one))
    )


def _ago(fact: Fact, one: Frame) -> bool:
    """Whether a time is told back from now: nine months ago."""
    end = fact.quantity.end
    return any(m.has(Topic.AGO) and 0 <= m.start - end <= 1 for m in one.mentions)


def _to_come(one: Frame) -> bool:
    """Whether a sentence tells of what is left, or is to come yet."""
    return any(
        t is Topic.STATE and v in _LEFT for m in (*one.everything, *acts(one)) for t, v in m.senses
    )
