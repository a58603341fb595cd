"""Which of several figures carries the same label: "A 5, B 7" in either language and order."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names import named_in
from assistant.names.table import usual
from assistant.quantities.linking.echo import echo
from assistant.quantities.sentence.facts import Fact, finder
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_CAPITALS = re.compile(r"[A-Z][A-Za-z0-9'-]+")


def likeness(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> float:
    """How alike the labels of two figures are: shared words, ids and names, at least 0."""
    found = max(
        alike(label, opposite) for label in labels(fact, mine) for opposite in labels(other, theirs)
    )
    long = inherited(other, theirs)
    if long:
        found = max(found, *(alike(label, long) - _HANDED for label in labels(fact, mine)))
    one, two = parts_near(fact, mine), parts_near(other, theirs)
    return found + (_DATED if one & two else -_DATED if one and two else 0.0)


def parts_near(fact: Fact, one: Frame) -> frozenset[tuple[str, int]]:
    """The months, quarters and halves named beside a figure: "1.8% in May"; the only one, in front
    of a list, is that of every figure."""
    told = [m.part for f in one.reading.figures if (m := f.moment) is not None and m.part]
    if len(told) == 1 and one.reading.figures[0].moment is not None:
        return frozenset(told)
    if one.has(Topic.RESPECTIVE) and len(told) == len(one.facts):
        return frozenset(told[fact.index : fact.index + 1])
    start = fact.quantity.start - len(_own(fact, one))
    end = fact.quantity.end + len(_clause(fact, one))
    moments = (f.moment for f in one.reading.figures if start <= f.start and f.end <= end)
    return frozenset(m.part for m in moments if m is not None and m.part is not None)


_DATED = 4.0  # how much a month or quarter counts that both labels name
_HANDED = 0.5  # how much less a label counts that is handed down a list


def labels(fact: Fact, one: Frame) -> tuple[str, ...]:
    """The words before a figure, and before and after it, or its place in a list of names."""
    if one.has(Topic.RESPECTIVE) and (listed := _listed(fact, one)):
        return (listed,)
    left = _own(fact, one)
    return (left, left + " … " + _clause(fact, one))


def _own(fact: Fact, one: Frame) -> str:
    """What stands before a figure, without what belongs to the figure before it."""
    if not fact.index:
        return fact.left
    start = fact.quantity.start - len(fact.left)
    cuts = [
        m.end for m in one.mentions if start <= m.start < fact.quantity.start and m.has(Topic.AND)
    ]
    comma = fact.left.rfind(",")
    return fact.left[max([0, comma + 1, *(cut - start for cut in cuts)]) :]


def inherited(fact: Fact, one: Frame) -> str:
    """The label of a listed figure with the head of its list: "sold 10 of A and 5 of B"."""
    if not fact.listed:
        return ""
    head = words(one.facts[0].left)[:-1]
    return " ".join(head) + " " + _own(fact, one) + " … " + _clause(fact, one)


def _clause(fact: Fact, one: Frame) -> str:
    """What follows a figure up to the end of its clause."""
    start = fact.quantity.end
    end = start + len(fact.right)
    cuts = [
        m.start - start
        for m in one.mentions
        if start <= m.start < end and (m.has(Topic.AND) or m.has(Topic.MORE))
    ]
    comma = fact.right.find(",")
    ends = [*cuts, *([comma] if comma >= 0 else [])]
    last = fact.index + 1 == len(one.facts)
    return fact.right[: min([*ends, len(fact.right)])] if ends or last else ""


def _listed(fact: Fact, one: Frame) -> str:
    """The name that "respectively" gives to a figure."""
    count = len(one.facts)
    before = _parts(one, 0, len(one.facts[0].left))
    behind = _parts(one, one.facts[-1].quantity.end, len(one.text))
    if len(before) >= count:
        return before[-count:][fact.index]
    return behind[:count][fact.index] if len(behind) >= count else ""


def _parts(one: Frame, start: int, end: int) -> list[str]:
    """A stretch of the sentence, split at "and" and commas."""
    cuts = {m.start for m in one.mentions if start <= m.start < end and m.has(Topic.AND)}
    places = sorted(cuts | {m.start() for m in re.compile(",").finditer(one.text, start, end)})
    spans = zip([start, *places], [*places, end], strict=True)
    return [part for a, b in spans if (part := one.text[a:b]).strip(" ,")]


_TELLING = frozenset({Topic.SIDE, Topic.FIRM, Topic.THING})


def one_script(one: str, two: str) -> bool:
    """Whether both wordings are Thai, or neither is."""
    return bool(_THAI.search(one)) == bool(_THAI.search(two))


@lru_cache(maxsize=8192)
def alike(one: str, two: str) -> float:
    """How many words and names two wordings share, names across scripts by sound."""
    shared = _bag(one) & _bag(two)
    score = float(len(shared) + 3 * sum(word[0].isdigit() for word in shared))
    score += 3 * sum(usual(word) is not None for word in shared)
    score += 3 * len(_marks(one) & _marks(two)) + _NAMED * len(_named(one) & _named(two))
    for latin, thai in ((one, two), (two, one)):
        if _THAI.search(thai):
            score += sum(_heard(name, thai) for name in _CAPITALS.findall(latin))
            score += sum(_heard_joined(name, thai) for name in _JOINED.findall(latin))
    return score


_NAMED = 0.5  # how much more a shared name counts than another shared word


@lru_cache(maxsize=8192)
def _named(label: str) -> frozenset[str]:
    """The capitalised words of a label."""
    return frozenset(_CAPITALS.findall(label))


@lru_cache(maxsize=8192)
def _bag(label: str) -> frozenset[str]:
    return frozenset(words(label)) - _EMPTY


@lru_cache(maxsize=8192)
def _marks(label: str) -> frozenset[tuple[Topic, str]]:
    """The ids in a label that tell apart parties of the same name."""
    found = finder().find(label)
    return frozenset(s for m in found for s in m.senses if s[0] in _TELLING)


def _heard(name: str, thai: str) -> float:
    if len(name) > 2 and named_in(name, thai):
        return 1.5
    return echo(name, thai) if len(name) > 2 else 0.0


def _heard_joined(name: str, thai: str) -> float:
    """How well a name of several words is heard as one, where none of them is by itself."""
    return 0.0 if any(_heard(word, thai) for word in name.split()) else echo(name, thai)


_JOINED = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_EMPTY = frozenset("the a an of in and to for on at is was are were by with has had it its".split())
