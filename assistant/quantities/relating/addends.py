"""People told apart as what they are together: men and women, a chair and six members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from assistant.quantities.relating.product import told_each
from assistant.quantities.relating.reckoned import (
    UNSETTLED,
    Reckoned,
    only_joined,
    retold,
    summed,
    total_of,
)
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_rules import SOMEBODY
from assistant.quantities.words.topics import PEOPLE, Mention, Topic

_APART = 28  # characters between two figures that are added up
_SEVERAL = 2
_MOST = 4
HALVES = (
    frozenset({"who:man", "who:woman"}),
    frozenset({"who:adult", "who:child"}),
    frozenset({"who:passenger", "who:sailor"}),
    frozenset({"who:passenger", "who:steward"}),
    frozenset({"who:monk", "who:novice"}),
)
"""Things that together are all the people there are."""
_TAUGHT = {"who:man": "who:pupil", "who:woman": "who:pupil"}
"""What those who are told apart are where a school has them."""
_TELLING = (
    Topic.MEASURE, Topic.STATE, Topic.MOVE, Topic.BASE, Topic.PART, Topic.OF, Topic.OR,
    Topic.NEGATION, Topic.INSTEAD,
)  # fmt: skip
"""What keeps two figures apart where it stands between them."""


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    from assistant.quantities.words.english_roles import PERSONS as ENGLISH
    from assistant.quantities.words.thai_roles import PERSONS as THAI

    return ENGLISH | THAI


def people(mine: Frame, theirs: Frame) -> Reckoned | None:
    """Men and women, or passengers and crew, as the people that they are together."""
    facts = theirs.facts
    kinds = frozenset(f.thing for f in facts)
    if len(facts) != _SEVERAL or kinds not in HALVES or not _addable(facts, mine, theirs):
        return None
    if any(_told_between(a, b, theirs, kinds) for a, b in pairwise(facts)):
        return None
    others = theirs.ids(Topic.THING) - kinds
    known = others | ({_TAUGHT.get(k, "") for k in kinds} if "school" in others else frozenset())
    if not _of_all(mine, known, kinds):
        return None
    found = _added(facts, theirs, without=lambda m: m.has(Topic.THING) in kinds)
    return replace(found, clear=True) if found else None


def members(mine: Frame, theirs: Frame) -> Reckoned | None:
    """Those of whom a body is told to consist, as its members: a chair and six members."""
    if not theirs.has(Topic.COMPOSED) or not theirs.facts or len(theirs.facts) > _MOST:
        return None
    facts = theirs.facts
    kinds = frozenset(f.thing for f in facts) - {""}
    if not _addable(facts, mine, theirs, single=True) or not _of_all(mine, frozenset(), kinds):
        return None
    ones = _single_ones(theirs)
    if ones is None or len(facts) + ones < _SEVERAL:
        return None
    return _added(facts, theirs, ones, without=lambda m: m.has(Topic.THING) in kinds)


def _addable(facts: tuple[Fact, ...], mine: Frame, theirs: Frame, *, single: bool = False) -> bool:
    """Whether figures are plain counts of people, which the claim tells of as one."""
    if len(mine.facts) != 1 or told_each(mine) or told_each(theirs) or mine.has(Topic.NEGATION):
        return False
    if any(theirs.has(topic) for topic in UNSETTLED):
        return False
    counted = all(f.quantity.kind == "count" and f.role == "level" and not f.share for f in facts)
    peopled = any(f.quantity.unit == "person" for f in facts)
    return counted and peopled and (single or all(f.quantity.unit == "person" for f in facts))


def _of_all(mine: Frame, known: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether the claim counts people without telling what they are, or by what is known of all."""
    fact = mine.facts[0]
    if fact.quantity.unit != "person" or mine.ids(Topic.THING) & kinds:
        return False
    if fact.thing.startswith(PEOPLE):
        return fact.thing in known
    if fact.figure.noun not in _persons():
        return False
    if fact.figure.noun.isascii():
        return True
    start = fact.quantity.start
    return any(
        any(m.has(t) for t in (Topic.EXIST, Topic.SUM, Topic.MEASURE))
        and 0 <= start - m.end <= (_ABOARD if mine.text.startswith(SOMEBODY, m.end) else _GAP)
        for m in mine.mentions
    )


_GAP = 3  # characters of "people" between "has" and a count of people
_ABOARD = 14  # and of where they are: มีคนบนเครื่อง 181 คน


def _told_between(one: Fact, two: Fact, theirs: Frame, kinds: frozenset[str]) -> bool:
    """Whether more stands between two figures than joins them and names who they are."""

    def known(m: Mention) -> bool:
        who = m.has(Topic.THING)
        telling = any(m.has(t) for t in _TELLING) and who not in kinds
        return not telling and (who is not None or m.has(Topic.AND) is not None)

    start, end = one.quantity.end, two.quantity.start
    return end - start > _APART or not only_joined(start, end, theirs, known)


def _single_ones(one: Frame) -> int | None:
    """How many are told of by an article alone among those that a body consists of: a chair, two
    deputies and five members; None where something else stands there."""
    start = next(m.end for m in one.mentions if m.has(Topic.COMPOSED))
    if any(f.quantity.start < start for f in one.facts):
        return None
    end = one.facts[-1].quantity.end
    cuts = [(m.start, m.end) for m in one.mentions if m.has(Topic.AND)]
    cuts += [(i, i + 1) for i in range(start, end) if one.text[i] == ","]
    ones = 0
    for low, high in _stretches(start, end, sorted(cuts)):
        held = sum(low <= f.quantity.start and f.quantity.end <= high for f in one.facts)
        found = [m for m in one.mentions if low <= m.start and m.end <= high]
        if held > 1 or any(m.has(t) for m in found for t in _TELLING):
            return None
        if not held and one.text[low:high].strip():
            if not _one_of(low, high, one):
                return None
            ones += 1
    return ones


def _stretches(start: int, end: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a text between its cuts."""
    found = []
    for low, high in cuts:
        if start <= low and high <= end:
            found.append((start, low))
            start = high
    return [*found, (start, end)]


def _one_of(low: int, high: int, one: Frame) -> bool:
    """Whether a stretch begins with an article and tells of nothing but one."""
    tokens = [t for t in one.reading.scanned.tokens if low <= t.start < high]
    opened = bool(tokens) and Sense.ARTICLE in tokens[0].senses
    return opened and not one.text[low : tokens[0].start].strip()


def _added(
    facts: tuple[Fact, ...], theirs: Frame, ones: int = 0, *, without: Callable[[Mention], bool]
) -> Reckoned | None:
    """The people that several figures count together, without the words that tell them apart."""
    value = total_of(facts, ones)
    if value is None:
        return None
    own = {m.has(Topic.MEASURE) for m in theirs.everything if without(m)}  # of a part alone
    nouns = {f.figure.noun for f in facts}
    whole = summed(facts, value)
    noun = whole.figure.noun if len(nouns) == 1 or ones else ""
    whole = replace(
        whole, thing="", figure=replace(whole.figure, noun=noun),
        quantity=replace(whole.quantity, unit="person"),
        measures=(frozenset.intersection(*(f.measures for f in facts)) or _shared(facts, theirs))
        - own,
    )  # fmt: skip
    head = facts[0].quantity
    one = replace(head, low=Decimal(1), high=Decimal(1), unit="person", comparator="exact")
    parts = (one,) * ones + tuple(f.quantity for f in facts)
    return Reckoned(retold(theirs, (whole,), without), whole, Working("+", parts))


def _shared(facts: tuple[Fact, ...], theirs: Frame) -> frozenset[str]:
    """The measures that are told behind the last of several, and so of all."""
    end = facts[-1].quantity.end
    return frozenset(v for m in theirs.mentions if m.start >= end and (v := m.has(Topic.MEASURE)))
