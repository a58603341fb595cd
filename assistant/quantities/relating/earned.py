"""A claim without figures that somebody made a profit or a loss, against how much he made."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words import english_roles as english
from assistant.quantities.words import thai_roles as thai
from assistant.quantities.words.topics import Topic
from assistant.types import Stance
from index.text import words

_KIND = "?profit:"
_AHEAD = (Topic.FUTURE, Topic.EXPECTED, Topic.PLANNED, Topic.UNDECIDED)
_NAME = 4  # words of a name and a time
_TIMES = (Topic.THEN, Topic.SPAN)


def earned(mine: Frame, theirs: Frame) -> Settled | None:
    """What a profit or a loss of so much says of a claim that there was one, or none."""
    if mine.facts or len(theirs.facts) != 1 or theirs.facts[0].quantity.kind != "money":
        return None
    one, two = mine.ids(Topic.POLE), theirs.ids(Topic.POLE)
    if len(one) != 1 or len(two) != 1 or theirs.has(Topic.NEGATION) or not _says_so(mine):
        return None
    if theirs.facts[0].role == "change" or any(f.has(t) for f in (mine, theirs) for t in _AHEAD):
        return None
    if any(mine.has(t) for t in (Topic.MOVE, Topic.MORE)) or _kinds(mine) != _kinds(theirs):
        return None
    if other_subject(mine, theirs, same_story=True) or strangers(mine, theirs):
        return None
    if unheard(mine.text, theirs.text):
        return None
    if at_other_times(mine, theirs) or any(mine.has(t) != theirs.has(t) for t in _TIMES):
        return Stance.SILENT, Why.OTHER_PERIOD
    if one != two:
        denied = mine.has(Topic.NEGATION)
        return (Stance.SUPPORTS, Why.EQUAL) if denied else (Stance.REFUTES, Why.DIRECTION)
    if mine.has(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    return (Stance.SUPPORTS, Why.EQUAL) if _only_so(mine) else None


def _says_so(one: Frame) -> bool:
    return bool(english.EARNED.search(one.text) or thai.EARNED.search(one.text))


def _kinds(one: Frame) -> set[str]:
    """The kinds of profit that a sentence tells, but for the last, which any may be."""
    told = {s for s in one.ids(Topic.STATE) if s.startswith(_KIND)}
    return told - {_KIND + "net"}


def _only_so(mine: Frame) -> bool:
    """Whether a claim tells nothing but who earned or lost, and when."""
    if english.AGAIN.search(mine.text) or thai.AGAIN.search(mine.text):
        return False
    rest = mine.text
    for m in mine.everything:
        rest = rest.replace(mine.text[m.start : m.end], " ")
    for figure in mine.reading.figures:
        rest = rest.replace(mine.text[figure.start : figure.end], " ")
    return len([w for w in words(rest) if len(w) > 1]) <= _NAME
