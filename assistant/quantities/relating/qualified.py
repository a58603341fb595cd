"""Whose figure is whose beside a deputy or a subsidiary: the mayor 90,000, her deputy 70,000."""

from __future__ import annotations

from dataclasses import replace

from assistant.names import names_in
from assistant.quantities.linking.align import alike
from assistant.quantities.relating.reckoned import Reckoned, retold
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic

_BOTH = 2


def of_the_party(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The figure of the one, where the evidence tells that of somebody and of his deputy, and the
    claim names one of them."""
    if len(theirs.facts) != _BOTH or not theirs.has(Topic.QUALIFIER):
        return None
    asked = mine.ids(Topic.QUALIFIER)
    marks = [m for m in theirs.mentions if m.has(Topic.QUALIFIER)]
    if len(marks) != 1 or not asked <= theirs.ids(Topic.QUALIFIER) or mine.ids(Topic.KIN):
        return None
    first, second = theirs.facts
    if first.quantity.unit != second.quantity.unit or first.role != second.role:
        return None
    own = second if marks[0].start >= first.quantity.end else first
    if not marks[0].end <= own.quantity.start or not _of_the_same(marks[0], own, mine, theirs):
        return None
    told = own if asked else first if own is second else second
    told = replace(told, listed=False)
    without = _never if asked else _qualifying
    return Reckoned(retold(theirs, (told,), without), told, None, clear=True)


def _of_the_same(mark: Mention, own: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether a deputy is told of only as that of the other: nothing that the claim does not name
    stands between him and his figure, or in front of him behind the other's figure."""
    end = own.quantity.start
    start = end - len(own.left)
    around = [m for m in theirs.mentions if start <= m.start and m.end <= end]
    offices = {v for m in around if own.index and (v := m.has(Topic.OFFICE))}
    if offices - mine.ids(Topic.OFFICE) or any(m.has(Topic.NEGATION) for m in around):
        return False
    names = names_in(theirs.text[mark.end : end], "en") if own.index else []
    return all(alike(name.text, mine.text) > 0 for name in names)


def _qualifying(mention: Mention) -> bool:
    return mention.has(Topic.QUALIFIER) is not None


def _never(_: Mention) -> bool:
    return False
