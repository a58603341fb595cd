"""How two sentences put what they tell: done or meant, kept or moved, affirmed or denied."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.linking.denials import denied_alone
from assistant.quantities.linking.states import opposed
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def only_meant(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether one side tells what is meant or hoped for, the other what was done."""
    if mine.has(Topic.ALLOTTED) and Topic.ALLOTTED in other.ids:
        return False
    if other.meant and not planned(mine):
        return True
    if mine.has(Topic.DONE) and not planned(mine) and Topic.FUTURE in other.ids:
        return True
    return fact.expected and not planned(theirs) and "able?" not in theirs.ids(Topic.MODE)


def planned(one: Frame) -> bool:
    """Whether a sentence tells what is expected or will be."""
    return one.has(Topic.EXPECTED) or one.has(Topic.FUTURE)


def one_denies(mine: Frame, theirs: Frame) -> bool:
    """Whether one side alone says no, and does not just say in two words what the other says in
    one: does not agree, opposes."""
    if not denied_alone(mine, theirs):
        return False
    state = opposed(mine, theirs)
    return state is None or state[0] is not Stance.SUPPORTS


def kept_or_moved(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one tells that a level was kept, and the other that it was moved there."""
    if mine.has(Topic.KEPT) == theirs.has(Topic.KEPT):
        return False
    moved = other if mine.has(Topic.KEPT) else fact
    return moved.role == "result" and moved.move is not None


def ways_differ(mine: Frame, theirs: Frame) -> bool:
    """Whether one says that a figure is more than it was before, and the other that it is less."""
    one, two = _than_before(mine), _than_before(theirs)
    return len(one) == len(two) == 1 and one != two


def _than_before(one: Frame) -> set[str]:
    """Which way a figure is told to be off that of an earlier time: fewer than the year before."""
    then = [m.start for m in one.mentions if m.has(Topic.THEN)]
    told = ((m.end, v) for m in one.mentions if (v := m.has(Topic.MORE)))
    return {way for end, way in told if any(0 <= start - end <= _THAN for start in then)}


_THAN = 12  # characters of "than in the" between "more" and an earlier time


def poles_differ(mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Profit against loss, surplus against deficit."""
    low = other.quantity.low
    below = isinstance(low, Decimal) and low < 0
    one, two = mine.ids(Topic.POLE), {"minus"} if below else theirs.ids(Topic.POLE)
    return bool(one and two and not one & two)
