"""Names with numbers in them, and things told apart by a number: K800, the 12th meeting."""

from __future__ import annotations

import re

from assistant.quantities.compare import Why
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.parties import numbered
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.rejected import turned_down
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_DESIGNATOR = re.compile(r"[A-Za-z]+-?\d+(?:\.\d+)?(?![\w%])")


def named(mine: Frame, theirs: Frame) -> Settled | None:
    """Names with numbers in them (K800), when the claim has no figure but these."""
    if mine.facts or mine.dates:
        return None
    if mine.has(Topic.NEGATION) and (found := _not_with(mine, theirs)):
        return found
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    one, two = _designators(mine), _designators(theirs)
    if not one or not two:
        return None
    if set(one) <= set(two):
        return Stance.SUPPORTS, Why.NAMES
    if len(one) != len(two):
        return None
    if _subject(mine) and _subject(theirs) and _subject(mine) != _subject(theirs):
        return Stance.SILENT, Why.OTHER_PARTY
    return Stance.REFUTES, Why.NAMES


def _subject(one: Frame) -> str:
    """The name with a number in it that a sentence opens with, as what it speaks of."""
    found = _DESIGNATOR.search(one.text)
    return found.group().lower() if found and found.start() <= _OPENS else ""


_OPENS = 12  # characters of "the model" before what a sentence speaks of


def _not_with(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim that denies a name with a number, which the evidence turns down too, or affirms."""
    noes = [m.end for m in mine.mentions if m.has(Topic.NEGATION)]
    denied = {n for n, start in _all_named(mine) if start >= min(noes)}
    if len(denied) != 1:
        return None
    affirmed, there = set(_designators(theirs)), {n for n, _ in _all_named(theirs)}
    shared = {n for n, start in _all_named(mine) if start < min(noes)}
    if not denied <= there or not shared <= there:
        return None
    if not denied & affirmed:
        return Stance.SUPPORTS, Why.NAMES
    return None if theirs.has(Topic.NEGATION) else (Stance.REFUTES, Why.NAMES)


def _all_named(one: Frame) -> list[tuple[str, int]]:
    """The names with numbers in them, each with where it begins."""
    return [(m.group().lower().replace("-", ""), m.start()) for m in _DESIGNATOR.finditer(one.text)]


def _designators(one: Frame) -> list[str]:
    """The names with numbers in them that a sentence does not turn down."""
    return [
        m.group().lower().replace("-", "")
        for m in _DESIGNATOR.finditer(one.text)
        if not turned_down(m.start(), one.mentions, one.text)
    ]


def of_a_number(mine: Frame, theirs: Frame) -> Settled | None:
    """What is told of the 12th meeting, where the evidence tells of the 11th and of the 12th."""
    one, two = numbered(mine), numbered(theirs)
    if mine.facts or mine.dates or len(one) != 1 or len({n for n, _ in two}) < _SEVERAL:
        return None
    ends = [*(end for _, end in two[1:]), len(theirs.text)]
    told = mine.text[one[0][1] :]
    scores = [
        (alike(told, theirs.text[start:end]), number == one[0][0])
        for (number, start), end in zip(two, ends, strict=True)
    ]
    own = max((score for score, same in scores if same), default=None)
    other = max(score for score, same in scores if not same)
    if own is None or own == other:
        return None
    return (Stance.SUPPORTS, Why.NAMES) if own > other else (Stance.REFUTES, Why.NAMES)


_SEVERAL = 2
