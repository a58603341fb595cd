"""Over how long a figure of no dated period runs: half a year, a quarter, the full year."""

from __future__ import annotations

from assistant.quantities.compare import OPEN_ENDED, Why, compare
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def spells_apart(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences tell over how long their figures run, and never as long."""
    one = mine.ids(Topic.SPELL)
    apart = bool(one) and bool(two := theirs.ids(Topic.SPELL)) and not one & two
    if not (apart and mine.periods and theirs.periods):
        return apart
    return len(theirs.periods) < _SEVERAL and not _bounds_only(mine)  # parts may add up to it


_SEVERAL = 2


def _bounds_only(one: Frame) -> bool:
    """Whether all figures are bounds, which a part of the time may settle (`part_of_time`)."""
    return bool(one.facts) and all(f.quantity.comparator in OPEN_ENDED for f in one.facts)


def spelled(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    """A refutation where both say of one figure over how long it runs, and never as long: it is
    for half a year, it was for the full year; None elsewhere."""
    if not spells_apart(mine, theirs) or not (_said_of(mine) and _said_of(theirs)):
        return None
    same = any(
        compare(f.quantity, g.quantity).stance is Stance.SUPPORTS
        for f in mine.facts
        for g in theirs.facts
        if f.quantity.kind == g.quantity.kind != "duration"
    )
    return (Stance.REFUTES, Why.OTHER_PERIOD) if same else None


def _said_of(one: Frame) -> bool:
    """Whether the length is what a sentence says of its figure, behind "is" and the figure."""
    told = [m.start for m in one.everything if m.has(Topic.SPELL)]
    being = [m.start for m in one.mentions if m.has(Topic.BEING)]
    figure = one.facts[0].quantity.end if one.facts else None
    return figure is not None and any(figure <= b < start for b in being for start in told)
