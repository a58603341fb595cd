"""Denials that differ in their time: not yet and never, once and no longer; and what all escape."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.acts import acts
from assistant.quantities.linking.states import opposed
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words import english_roles as english
from assistant.quantities.words import thai_roles as thai
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def once_so(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim without figures that something once was so, against a denial of today; None where the
    claim tells nothing of the past."""
    if not _once(mine):
        return None
    if not theirs.has(Topic.NEGATION):
        return None
    if mine.has(Topic.NEGATION):  # never had, against what is no longer there
        return (Stance.REFUTES, Why.NEGATED) if _no_longer(theirs) else None
    return (Stance.SUPPORTS if _no_longer(theirs) else Stance.SILENT), Why.NEGATED


def not_yet(mine: Frame, theirs: Frame) -> bool:
    """Whether one side says that something will not be, and the other that it is not so yet."""
    ahead = [f.has(Topic.FUTURE) or f.has(Topic.PLANNED) for f in (mine, theirs)]
    yet = [_not_yet(f) for f in (mine, theirs)]
    return (ahead[0] and yet[1] and not ahead[1]) or (ahead[1] and yet[0] and not ahead[0])


def escaped(mine: Frame, theirs: Frame) -> Settled | None:
    """Two sentences without figures of the claim that say the same in spite of one "no", by states
    that deny each other: all are safe, nobody was hurt; not so where some were hurt."""
    one, two = _harm(mine), _harm(theirs)
    if len(one) == len(two) == 1 and one != two:
        turned = mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION)
        if turned:
            return Stance.SUPPORTS, Why.NEGATED
        every = mine.has(Topic.ALL) or mine.has(Topic.NEGATION)
        return (Stance.REFUTES, Why.NEGATED) if every else None
    found = opposed(mine, theirs)
    if found is None or found[0] is not Stance.SUPPORTS:
        return None
    return found if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION) else None


def _harm(one: Frame) -> set[str]:
    """Whether a sentence tells of people who are safe, or hurt."""
    return {v for m in acts(one) for _, v in m.senses if v.startswith(_HARM)}


_HARM = "?harm:"


def _once(one: Frame) -> bool:
    return bool(english.ONCE.search(one.text) or thai.ONCE.search(one.text))


def _no_longer(one: Frame) -> bool:
    return bool(english.NO_LONGER.search(one.text) or thai.NO_LONGER.search(one.text))


def _not_yet(one: Frame) -> bool:
    return bool(english.NOT_YET.search(one.text)) or thai.NOT_YET in one.text
