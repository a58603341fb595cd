"""Votes, ranks, ratios, scores and ends of rows where the two need not tell of one event."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.named import names_all, names_its_parties, other_party
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.ranks import ranks
from assistant.quantities.relating.placings import ranked
from assistant.quantities.relating.ratios import ratio
from assistant.quantities.relating.rows import end_of_row
from assistant.quantities.relating.scores import scored
from assistant.quantities.relating.votes import settled, tally
from assistant.quantities.sentence.frame import Frame
from assistant.types import Stance


def counted_alone(mine: Frame, theirs: Frame, context: str) -> tuple[Stance, Why] | None:
    """What a vote, a rank or a ratio says where both sentences tell one, None where they do not.

    Without a common party both are silent: other votes end otherwise. So is a highest or lowest
    value that is in a row without being its end.
    """
    ended = end_of_row(mine, theirs)
    if ended is not None and ended[0] is Stance.REFUTES:
        return Stance.SILENT, Why.UNSURE
    found = _voted(mine, theirs) or _divided(mine, theirs) or _ranked(mine, theirs)
    found = found or scored(mine, theirs)
    if found is None:
        return None
    stance, why = found
    apart = other_subject(mine, theirs, same_story=False)
    apart = apart or other_party(mine.text, theirs.text, context)
    apart = apart or (Why.OTHER_PERIOD if at_other_times(mine, theirs, context) else None)
    if apart is not None:
        return Stance.SILENT, apart
    if stance is Stance.SUPPORTS:
        return None if _more(mine) else (stance, why)
    named = names_its_parties(mine.text, theirs.text) and names_all(mine.text, theirs.text, context)
    return (stance, why) if named else (Stance.SILENT, Why.UNSURE)


def _voted(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    one = tally(mine)
    two = tally(theirs) if one is not None else None
    return settled(one, two) if one is not None and two is not None else None


def _divided(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    one = ratio(mine)
    two = ratio(theirs) if one is not None and one.counted else None
    if one is None or two is None:
        return None
    return (Stance.SUPPORTS, Why.EQUAL) if one.same(two) else (Stance.REFUTES, Why.APART)


def _ranked(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    """The place in an order that each sentence tells, perhaps with what it was before."""
    told = all(1 <= len(ranks(one)) <= _FROM_TO for one in (mine, theirs))
    return ranked(mine, theirs) if told else None


_FROM_TO = 2


def _more(one: Frame) -> bool:
    """Whether the sentence has figures beside its counts, or dates, that decide for themselves."""
    return bool(one.dates) or any(f.quantity.kind != "count" for f in one.facts)
