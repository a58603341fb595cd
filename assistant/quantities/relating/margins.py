"""How much more one party has than another, against a figure for each: sold 15,000 more than it."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.compare import Comparison, Why, compare, conversion
from assistant.quantities.linking.align import parts_near
from assistant.quantities.relating.reckoned import hedge, value_of
from assistant.quantities.relating.versus import LISTED, named_best, party_of
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Stance

_SEVERAL = 2
_RATES = frozenset({"percent", "ratio", "times", "percentage_point", "duration"})
_OTHERWISE = (Topic.DEVIATION, Topic.EXPECTED, Topic.NORMAL, Topic.NEGATION, Topic.SUM, Topic.MOVE)
"""What makes a difference one of targets or totals, or denies it."""
_THEN = (Topic.THEN, Topic.BEFORE_LEVEL)
_UNEVEN = (Topic.NEGATION, Topic.MOVE, Topic.MORE, Topic.SUM)


def margin(fact: Fact, mine: Frame, theirs: Frame) -> Comparison | None:
    """How much more one party of the claim has than the other, worked out of what the evidence
    gives each; silent where it does not give both. None for any other figure."""
    sign = _told(fact, mine)
    if sign is None or not _plain(fact, theirs):
        return None
    if len(theirs.facts) < _SEVERAL or any(mine.has(topic) for topic in _THEN):
        return _of_no_margin(fact, theirs)
    start, end = fact.quantity.start, fact.quantity.end
    than = next((m for m in mine.everything if m.has(Topic.THAN) and m.start >= sign.end), None)
    if than is None:
        sides = mine.text[: sign.start], mine.text[sign.end : start] or mine.text[end:]
    else:
        behind = mine.text[max(end, sign.end) : than.start]  # 9 more Thai visitors than
        sides = mine.text[: min(start, sign.start)] + behind, mine.text[than.end :]
    if not all(any(c.isalpha() for c in side) for side in sides):
        return None
    pair = _of_two_times(sign, mine, theirs)
    if pair is None and not mine.dates:
        pair = _both_named(sides, theirs)
    one, two = (value_of(f) for f in pair) if pair else (None, None)
    if pair is None and mine.dates:
        told = {(p.first, p.last) for f in theirs.facts for p in f.periods}
        other = any(d.period and (d.period.first, d.period.last) not in told for d in mine.dates)
        return _of_no_margin(fact, theirs) if other and len(told) == len(theirs.facts) else None
    if pair is None or one is None or two is None:
        return _of_no_margin(fact, theirs)
    first, second = pair if one >= two else (pair[1], pair[0])
    last = first.quantity
    made = replace(
        last, low=abs(one - two), high=abs(one - two), comparator=hedge(*pair),
        resolution=max(f.quantity.resolution for f in pair),
    )  # fmt: skip
    found = compare(fact.quantity, made)
    working = Working("−", (first.quantity, second.quantity))
    if found.stance is Stance.SUPPORTS and (one > two) != (sign.has(Topic.MORE) == "more"):
        return replace(found, stance=Stance.REFUTES, why=Why.DIRECTION, working=working)
    return replace(found, working=working)


def _of_no_margin(fact: Fact, theirs: Frame) -> Comparison:
    found = compare(fact.quantity, theirs.facts[0].quantity)
    return replace(found, stance=Stance.SILENT, why=Why.OTHER_MEASURE)


def _told(fact: Fact, mine: Frame) -> Mention | None:
    """The "more" that a figure of the claim says how much, None where it says nothing of two
    parties."""
    if len(mine.facts) != 1 or fact.quantity.kind in _RATES:
        return None
    signs = [m for m in mine.everything if m.has(Topic.MORE)]
    if len(signs) != 1 or any(mine.has(topic) for topic in _OTHERWISE):
        return None
    start, end = fact.quantity.start, fact.quantity.end
    if start <= signs[0].start < end and fact.quantity.comparator != "exact":
        return None  # more than 50,000
    if mine.dates and not _between_dates(signs[0], mine):
        return None
    behind = any(m.has(Topic.THAN) and m.start >= signs[0].end for m in mine.everything)
    scripted = not mine.text[signs[0].start].isascii()
    return signs[0] if behind or scripted else None


def _plain(fact: Fact, theirs: Frame) -> bool:
    """Whether the evidence tells nothing but levels of the claim's unit, and no difference."""
    if not 0 < len(theirs.facts) <= LISTED or any(theirs.has(t) for t in _UNEVEN):
        return False
    first = theirs.facts[0].quantity.start
    if any(m.has(Topic.PART) and m.start > first for m in theirs.everything):
        return False  # of the whole that stands before it
    if any(m.has(Topic.MORE) for m in theirs.everything):
        return False
    units = {f.quantity.unit for f in theirs.facts}
    alike = conversion(fact.quantity, theirs.facts[0].quantity) is not None
    return len(units) == 1 and alike and all(f.role == "level" for f in theirs.facts)


def _of_two_times(sign: Mention, mine: Frame, theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the two months, quarters or halves that a claim compares, None where the
    evidence has not just one for each."""
    if mine.dates:
        return _of_two_dates(mine, theirs)
    told = [(f.moment.part, f.start) for f in mine.reading.figures if f.moment and f.moment.part]
    if len(told) != _SEVERAL or not told[0][1] < sign.start < told[1][1]:
        return None
    found = [[f for f in theirs.facts if parts_near(f, theirs) == {part}] for part, _ in told]
    if any(len(facts) != 1 for facts in found) or found[0] == found[1]:
        return None
    return found[0][0], found[1][0]


def _between_dates(sign: Mention, mine: Frame) -> bool:
    """Whether a claim compares its only two dates, one on each side of "more" or of its "than"."""
    than = next((m.start for m in mine.everything if m.has(Topic.THAN) and m.start >= sign.end), 0)
    days = [d.start for d in mine.dates]
    return len(days) == _SEVERAL and days[0] < (than or sign.start) < days[1]


def _of_two_dates(mine: Frame, theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the two dates that a claim compares."""
    days = [d.period for d in mine.dates]
    found = [
        [f for f in theirs.facts if day and len(f.periods) == 1 and f.periods[0].first == day.first
         and f.periods[0].last == day.last]
        for day in days
    ]  # fmt: skip
    return (found[0][0], found[1][0]) if [len(f) for f in found] == [1, 1] else None


def _both_named(sides: tuple[str, str], theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the two parties, None where not each is named on its own side alone."""
    pair = named_best(sides, theirs)
    if pair is None or not _of_one_kind(*pair):
        return None
    one, two = ([party_of(side, fact, theirs) for side in sides] for fact in pair)
    apart = one[0] > one[1] and two[1] > two[0]
    if not apart or max(one[0], two[1]) < _SURE:
        return None
    best = max(one[0], two[1])
    side = sides[0] if best == one[0] else sides[1]
    others = (party_of(side, f, theirs) for f in theirs.facts if f not in pair)
    return pair if all(other < best * _CLEARLY for other in others) else None


_SURE = 1  # how well one of the two must be named, for a faint echo to tell the other
_CLEARLY = 0.85  # what part of that a third figure may not come to


def _of_one_kind(one: Fact, two: Fact) -> bool:
    """Whether two figures may count the same: not cars and lorries."""
    things = {f.thing for f in (one, two)} - {""}
    nouns = {f.figure.noun for f in (one, two)} - {""}
    return len(things) < _SEVERAL and len(nouns) < _SEVERAL
