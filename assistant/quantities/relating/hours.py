"""Claims of nothing but an hour of the day: left at 9 p.m., ออกเวลาสามทุ่ม."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.clock import hour_told
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.states import opposed
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.relating.dates import other_event
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_APART = (Topic.NEGATION, Topic.UNDECIDED, Topic.END, Topic.BEFORE, Topic.AFTER)


def told_at(mine: Frame, theirs: Frame) -> Settled | None:
    """The one hour that is all the figures of a claim, against that of the evidence; None where
    either tells several or a figure, or only one of them says no or ends."""
    if mine.facts or mine.dates or len(theirs.facts) > 1:
        return None
    one, two = hour_told(mine.text), hour_told(theirs.text)
    if one is None or two is None or any(mine.has(t) != theirs.has(t) for t in _APART):
        return None
    if other_event(mine, theirs) or at_other_times(mine, theirs):
        return Stance.SILENT, Why.UNSURE
    if other_subject(mine, theirs, same_story=True) or strangers(mine, theirs):
        return Stance.SILENT, Why.OTHER_PARTY
    if unheard(mine.text, theirs.text):
        return Stance.SILENT, Why.OTHER_PARTY
    state = opposed(mine, theirs)
    if state is not None and state[0] is not Stance.SUPPORTS:
        return Stance.SILENT, Why.OTHER_ACT
    return (Stance.SUPPORTS, Why.EQUAL) if one == two else (Stance.REFUTES, Why.APART)
