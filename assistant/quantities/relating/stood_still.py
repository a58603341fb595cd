"""A claim without figures that something has not moved, against how far it has."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.compare import Why
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.linking.periods import at_other_times, parts_clash
from assistant.quantities.linking.states import opposed
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.relating.change import Change, changes
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words import english_roles as english
from assistant.quantities.words import thai_roles as thai
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_FAR = Decimal("0.05")
"""A part by which nothing moves that is told to be flat."""
_SET = frozenset({"interest", "price", "tax", "fee", "pay"})
"""Measures that somebody sets: any move of one that is told to be kept is none."""
_APART = (
    Topic.FUTURE, Topic.EXPECTED, Topic.PLANNED, Topic.UNDECIDED, Topic.THEN, Topic.MOVE,
    Topic.GROWTH,
)  # fmt: skip


def stood_still(mine: Frame, theirs: Frame) -> Settled | None:
    """A refutation where what a claim tells to be flat rose or fell by a clear part."""
    shared = mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE)
    if mine.facts or not theirs.facts or not shared:
        return None
    kept = mine.has(Topic.KEPT) and bool(shared & _SET)
    if not (kept or english.STEADY.search(mine.text) or thai.STEADY.search(mine.text)):
        return None
    if any(mine.has(topic) for topic in _APART) or theirs.has(Topic.NEGATION):
        return None
    if theirs.has(Topic.EXPECTED) or theirs.has(Topic.FUTURE) or theirs.has(Topic.GROWTH):
        return None
    found = changes(theirs)
    if not (len(found) == 1 and _far(found[0])) and not (kept and _changed(theirs)):
        return None
    if at_other_times(mine, theirs):
        return Stance.SILENT, Why.OTHER_PERIOD
    if other_subject(mine, theirs, same_story=True) or strangers(mine, theirs):
        return None
    clash = parts_clash(mine, theirs, theirs.periods)
    if kept and (clash or opposed(mine, theirs) is not None):
        return None  # the rate of loans in May, that of deposits in June
    return None if unheard(mine.text, theirs.text) else (Stance.REFUTES, Why.APART)


def _changed(theirs: Frame) -> bool:
    """Whether the only figure of a sentence tells by how much something was moved."""
    only = theirs.facts[0]
    return len(theirs.facts) == 1 and only.role == "change" and bool(only.quantity.low)


def _far(change: Change) -> bool:
    """Whether a change is too large for something that is told to be flat."""
    point = change.factor.point if change.factor is not None else None
    return point is not None and abs(point - 1) >= _FAR
