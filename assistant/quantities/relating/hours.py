"""Claims of nothing but hours of the day: left at 9 p.m., เปิด 9.00-20.00 น."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.clock import hours_told
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.states import opposed
from assistant.quantities.relating.dates import other_event
from assistant.quantities.relating.same_subject import subjects_apart
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_OPEN = (Topic.UNDECIDED,)
_APART = (*_OPEN, Topic.NEGATION, Topic.END, Topic.BEFORE, Topic.AFTER)
_BOTH = 2


def _edges(one: Frame) -> set[int]:
    """The places in an order that a sentence tells by words: first, last."""
    return {int(o) for t in one.reading.scanned.tokens if (o := t.get(Sense.ORDINAL))}


def told_at(mine: Frame, theirs: Frame) -> Settled | None:
    """The hour that is all the figures of a claim, or the two between which something is, against
    those of the evidence; None where they tell another number of them or a figure, or only one of
    them says no or ends."""
    if mine.facts or mine.dates or len(theirs.facts) > 1:
        return None
    one, two = hours_told(mine.text), hours_told(theirs.text)
    if not 1 <= len(one) == len(two) <= _BOTH:
        return None
    if any(mine.has(t) != theirs.has(t) for t in (_APART if len(one) < _BOTH else _OPEN)):
        return None
    if _edges(mine) != _edges(theirs):
        return Stance.SILENT, Why.OTHER_MEASURE  # the first train, the last one
    if other_event(mine, theirs) or at_other_times(mine, theirs):
        return Stance.SILENT, Why.UNSURE
    if (why := subjects_apart(mine, theirs)) is not None:
        return Stance.SILENT, why
    state = opposed(mine, theirs)
    if state is not None and state[0] is not Stance.SUPPORTS:
        return Stance.SILENT, Why.OTHER_ACT
    return (Stance.SUPPORTS, Why.EQUAL) if one == two else (Stance.REFUTES, Why.APART)
