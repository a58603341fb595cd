"""Claims that not all of so many did, against how many of them did."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.align import alike, one_script
from assistant.quantities.linking.link import other_subject
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_BESIDE = 8  # characters of "of its" between "all" and a number


def not_all(mine: Frame, theirs: Frame) -> Settled | None:
    """Not all twelve closed: nine of twelve did, all twelve did."""
    if not (mine.has(Topic.ALL) and mine.has(Topic.NEGATION)) or len(mine.facts) > 1:
        return None
    if mine.dates or theirs.has(Topic.NEGATION) or not _denied(mine):
        return None
    part, whole = _shared(theirs)
    if part is None or whole is None or not _same_done(mine, theirs):
        return None if mine.facts else (Stance.SILENT, Why.UNSURE)
    many = mine.facts[0].quantity if mine.facts else whole.quantity
    exact = all(q.comparator == "exact" for q in (many, part.quantity, whole.quantity))
    if not exact or many.low != whole.quantity.low or other_subject(mine, theirs, same_story=True):
        return None
    fewer = part.quantity.low != whole.quantity.low
    return (Stance.SUPPORTS, Why.WITHIN) if fewer else (Stance.REFUTES, Why.APART)


def all_safe(mine: Frame, theirs: Frame) -> Settled | None:
    """Everybody survived, or was unharmed, against so many who died in the same."""
    if mine.facts or mine.dates or not mine.has(Topic.ALL) or mine.has(Topic.NEGATION):
        return None
    safe = "rescued" in mine.ids(Topic.MEASURE) or "?harm:safe" in mine.ids(Topic.STATE)
    if not safe or theirs.has(Topic.NEGATION) or other_subject(mine, theirs, same_story=True):
        return None
    died = [f for f in theirs.facts if "deaths" in f.measures and f.quantity.kind == "count"]
    return (Stance.REFUTES, Why.APART) if len(died) == 1 == len(theirs.facts) else None


def _denied(mine: Frame) -> bool:
    """Whether a "no" stands before "all", and "all" before the only count of a claim."""
    noes = [m.end for m in mine.mentions if m.has(Topic.NEGATION) == "no"]
    alls = [m for m in mine.mentions if m.has(Topic.ALL) == "all"]
    if len(noes) != 1 or not alls or noes[0] > alls[-1].start:
        return False
    if not mine.facts:
        return True
    count = mine.facts[0].quantity
    return count.kind == "count" and 0 <= count.start - alls[-1].end <= _BESIDE


def _shared(theirs: Frame) -> tuple[Fact | None, Fact | None]:
    """The only part and whole that are told; all of so many are both."""
    parts = [f for f in theirs.facts if f.share == "part"]
    wholes = [f for f in theirs.facts if f.share == "whole"]
    if len(parts) == len(wholes) == 1 == len(theirs.facts) - 1:
        return parts[0], wholes[0]
    if len(theirs.facts) != 1 or theirs.facts[0].quantity.kind != "count":
        return None, None
    only = theirs.facts[0]
    alls = [m.end for m in theirs.mentions if m.has(Topic.ALL) == "all"]
    every = any(0 <= only.quantity.start - end <= _BESIDE for end in alls)
    return (only, only) if every else (None, None)


def _same_done(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell of one doing: by a state that both know, or in the same words."""
    one, two = mine.ids(Topic.STATE), theirs.ids(Topic.STATE)
    if one or two or not one_script(mine.text, theirs.text):
        return bool(one & two) and not _other_noun(mine, theirs)
    return not _other_noun(mine, theirs) and alike(_uncounted(mine), _uncounted(theirs)) > 1


def _other_noun(mine: Frame, theirs: Frame) -> bool:
    """Whether both count in English, and other things: mills, schools."""
    one, two = ({f.figure.noun for f in side.facts if f.figure.noun} for side in (mine, theirs))
    ascii_ = all(noun.isascii() for noun in one | two)
    return bool(one and two) and ascii_ and not one & two


def _uncounted(one: Frame) -> str:
    """A sentence without its numbers."""
    return "".join(letter for letter in one.text if not letter.isdigit())
