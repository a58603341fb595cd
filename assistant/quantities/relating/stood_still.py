"""A claim without figures that something has not moved, against how far it has."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.compare import Why
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.linking.periods import at_other_times
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
_APART = (
    Topic.FUTURE, Topic.EXPECTED, Topic.PLANNED, Topic.UNDECIDED, Topic.THEN, Topic.MOVE,
    Topic.GROWTH,
)  # fmt: skip


def stood_still(mine: Frame, theirs: Frame) -> Settled | None:
    """A refutation where what a claim tells to be flat rose or fell by a clear part."""
    if mine.facts or not theirs.facts or not mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE):
        return None
    if not (english.STEADY.search(mine.text) or thai.STEADY.search(mine.text)):
        return None
    if any(mine.has(topic) for topic in _APART) or theirs.has(Topic.NEGATION):
        return None
    if theirs.has(Topic.EXPECTED) or theirs.has(Topic.FUTURE) or theirs.has(Topic.GROWTH):
        return None
    found = changes(theirs)
    if len(found) != 1 or not _far(found[0]):
        return None
    if at_other_times(mine, theirs):
        return Stance.SILENT, Why.OTHER_PERIOD
    if other_subject(mine, theirs, same_story=True) or strangers(mine, theirs):
        return None
    return None if unheard(mine.text, theirs.text) else (Stance.REFUTES, Why.APART)


def _far(change: Change) -> bool:
    """Whether a change is too large for something that is told to be flat."""
    point = change.factor.point if change.factor is not None else None
    return point is not None and abs(point - 1) >= _FAR
