"""Lengths of time of two sorts: how long something lasts, how far off it is, what it is lost to."""

from __future__ import annotations

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import FOR_SO_LONG
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import seconds


def other_time(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two lengths of time are of different sorts: three days long, in three days' time;
    at work for an hour, idle for an hour; twelve years in office, twelve years before that."""
    if not (_timed(fact) and _timed(other)):
        return False
    if _ahead(fact, mine) != _ahead(other, theirs):
        return True
    if mine.ids(Topic.LAPSE) != theirs.ids(Topic.LAPSE):
        early = _EARLY in mine.ids(Topic.STATE) | theirs.ids(Topic.STATE)
        return not (early and _LATE in mine.ids(Topic.LAPSE) | theirs.ids(Topic.LAPSE))
    if _beside(other, theirs, Topic.AFTER) and not mine.has(Topic.AFTER):
        return True
    return _beside(other, theirs, Topic.BEFORE) and not mine.has(Topic.BEFORE)


_EARLY, _LATE = "fast:+", "late"


def _timed(fact: Fact) -> bool:
    """Whether a figure is a length of time, by the day or not."""
    return seconds(fact.quantity.unit.partition("/")[0]) is not None


def _ahead(fact: Fact, one: Frame) -> bool:
    """Whether a length tells how far off something is: in three years' time, อีก 3 ปี."""
    start, end = fact.quantity.start, fact.quantity.end
    owned = one.text[end : end + 1] in _APOSTROPHES
    for mention in (m for m in one.mentions if m.has(Topic.AHEAD)):
        if mention.has(Topic.AHEAD) == "owned":
            if owned and mention.start - end == _BEHIND:
                return True
        elif 0 <= mention.start - end <= 1 or 0 <= start - mention.end <= 1:
            return True
    return False


_APOSTROPHES = ("'", "\u2019")
_BEHIND = 2  # characters of an apostrophe and a blank


def _beside(fact: Fact, one: Frame, side: Topic) -> bool:
    """Whether a length tells how long before or after something else a thing is."""
    end = fact.quantity.end
    if side is Topic.AFTER and FOR_SO_LONG.search(fact.left):
        return False  # closed for a week after the fire
    return any(
        m.has(side) and not m.has(Topic.AGO) and 0 <= m.start - end <= 1 for m in one.mentions
    )
