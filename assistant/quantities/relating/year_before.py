"""What something was before it changed: tripled from last year to 60, so 20 last year."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.relating.change import told
from assistant.quantities.relating.reckoned import (
    Reckoned,
    comparable,
    hedge,
    made_of,
    retold,
    value_of,
)  # fmt: skip
from assistant.quantities.say import Working
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words import english_roles as english
from assistant.quantities.words import thai_roles as thai
from assistant.quantities.words.topics import Mention, Topic

_BOTH = 2
_BESIDE = 2  # characters between "from" and the time that it opens
_UNSETTLED = (Topic.NEGATION, Topic.AND, Topic.EXPECTED, Topic.FUTURE, Topic.PLANNED)


def year_before(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The level from which the evidence tells by how many times it has changed since an earlier
    time, where the claim tells the level of such a time."""
    if len(mine.facts) != 1 or len(theirs.facts) != _BOTH or not mine.has(Topic.THEN):
        return None
    if not _of_then(mine) or not _since_then(theirs):
        return None
    if not _lapses(mine) & _lapses(theirs):
        return None
    if any(theirs.has(topic) for topic in _UNSETTLED) or mine.has(Topic.NEGATION):
        return None
    by, level = theirs.facts
    change, value = told(by), value_of(level)
    if change is None or change.factor is None or value is None or level.role == "change":
        return None
    times = change.factor.point
    if not times or times < 0 or not comparable(mine, level.quantity):
        return None
    quantity = replace(
        level.quantity, comparator=hedge(by, level), resolution=level.quantity.resolution / times
    )
    measures = level.measures or by.measures
    before = replace(made_of(level, value / times, quantity), measures=measures, index=0)
    factor = replace(by.quantity, low=times, high=times, unit="times", kind="ratio")
    working = Working("÷", (level.quantity, factor))
    return Reckoned(retold(theirs, (before,), _moves), before, working, clear=True)


def _of_then(mine: Frame) -> bool:
    """Whether a claim tells a level of an earlier time, and of no other, nor any change."""
    fact = mine.facts[0]
    plain = fact.role == "level" and not mine.dates and not mine.has(Topic.MOVE)
    return plain and not any(mine.has(t) for t in (Topic.BASE, Topic.MORE, Topic.NOW))


def _since_then(theirs: Frame) -> bool:
    """Whether a sentence tells from what time something has changed: from last year."""
    bases = [m.end for m in theirs.mentions if m.has(Topic.BASE)]
    times = [m.start for m in theirs.mentions if m.has(Topic.THEN)]
    return len(times) == 1 and any(0 <= times[0] - end <= _BESIDE for end in bases)


def _lapses(one: Frame) -> set[str]:
    """How far back the earlier time is that a sentence tells."""
    then = next(m for m in one.mentions if m.has(Topic.THEN))
    word = one.text[then.start : then.end].lower()
    return {far for table in (english.LAPSES, thai.LAPSES) for far, w in table.items() if w in word}


def _moves(mention: Mention) -> bool:
    return any(mention.has(t) for t in (Topic.MOVE, Topic.BASE, Topic.TO))
