"""Ratios of two counts: 20:1, six to one, 20 pupils for every teacher."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.reading.numbers import near, read_number
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic


@dataclass(frozen=True, slots=True)
class Ratio:
    """`first` to `second`; `things` name what is counted, in the same order, if known."""

    first: Decimal
    second: Decimal
    things: tuple[str, ...] = ()
    counted: bool = False  # two counts, each with what it counts
    of_parts: bool = False  # parts of a mixture

    def same(self, other: Ratio) -> bool:
        """Whether both say one thing, whichever they name first."""
        mine, yours = (self.first, self.second), (other.first, other.second)
        straight, turned = _equal(mine, yours), _equal(mine, yours[::-1])
        if not self.things or not other.things:
            return straight or (turned and self.counted and other.counted)
        a, b = self.things
        c, d = other.things
        if {a, b} == {c, d} and "" not in self.things:
            return straight if a == c else turned
        if (a and a == c) or (b and b == d):
            return straight
        if (a and a == d) or (b and b == c):
            return turned
        return straight or (turned and self.counted and other.counted)


def _equal(one: tuple[Decimal, Decimal], two: tuple[Decimal, Decimal]) -> bool:
    return one[0] * two[1] == one[1] * two[0]


def ratio(one: Frame) -> Ratio | None:
    """The ratio a sentence tells, None when it tells none."""
    things = _things(one)
    told = _written(one, things) or _of_parts(one) or _around(one) or _unclassified(one)
    return told or _counted(one, things)


def ratio_of_counts(told: Ratio, one: Frame) -> Ratio | None:
    """The ratio of the two counts of a sentence that count the things of another's ratio: 12 women
    and 36 men; None where it does not count both once."""
    if len(told.things) != _BOTH or "" in told.things:
        return None
    counts = [
        [f.quantity.low for f in one.facts if f.thing == thing and f.quantity.kind == "count"]
        for thing in told.things
    ]
    if [len(found) for found in counts] != [1, 1]:
        return None
    (first,), (second,) = counts
    if not isinstance(first, Decimal) or not isinstance(second, Decimal) or not second:
        return None
    return Ratio(first, second, told.things, counted=True)


def _things(one: Frame) -> tuple[str, ...]:
    found = sorted(_counted_things(one), key=lambda m: m.start)
    return tuple(dict.fromkeys(_counted_as(m) for m in found))[:2]


def _written(one: Frame, things: tuple[str, ...]) -> Ratio | None:
    scanned = one.reading.scanned
    tokens = scanned.tokens
    for i in range(1, len(tokens) - 1):
        joins = tokens[i].word == ":" or not {Sense.JOIN, Sense.PER}.isdisjoint(tokens[i].senses)
        if not joins or tokens[i].word == "-":
            continue
        counted = i > 1 and Sense.NOUN in tokens[i - 1].senses  # six votes to one
        before = i - 1 - counted
        first, second = read_number(scanned, before), read_number(scanned, i + 1)
        whole = first and second and first.last == before + 1
        whole = whole and first and second and not (first.scaled or second.scaled)
        dated = any(d.start <= tokens[i].start < d.end for d in one.dates)
        if first and second and whole and first.low and second.low and not dated:
            if tokens[i].word != ":" and second.last < len(tokens) and _has_unit(one, second.last):
                continue
            return Ratio(first.low, second.low, _pair(one, things))
    return None


def _pair(one: Frame, things: tuple[str, ...]) -> tuple[str, ...]:
    """What is counted, "" for the one of two that no table knows: sugar and water,
    nurses per patient."""
    if len(things) != 1:
        return things if len(things) == _BOTH else ()
    own = [m for m in _counted_things(one) if _counted_as(m) == things[0]]
    ands = [m for m in one.everything if m.has(Topic.AND) or m.has(Topic.PER)]
    if len(own) != 1:
        return ()
    if any(0 <= m.start - own[0].end <= 1 for m in ands):
        return (things[0], "")
    return ("", things[0]) if any(0 <= own[0].start - m.end <= 1 for m in ands) else ()


def _of_parts(one: Frame) -> Ratio | None:
    """One part of this with three parts of that."""
    scanned = one.reading.scanned
    found = []
    for i, token in enumerate(scanned.tokens):
        if i and Sense.PARTS in token.senses and near(scanned, scanned.tokens[i - 1], token):
            number = read_number(scanned, i - 1)
            if number is not None and number.last == i and number.low:
                found.append((number.low, _part_thing(one, i - 1, i)))
    if len(found) != _BOTH:
        return None
    (first, this), (second, that) = found
    return Ratio(first, second, (this, that) if this != that else (), of_parts=True)


def _part_thing(one: Frame, first: int, mark: int) -> str:
    """What a part is of: the thing beside it, before the number or behind the mark."""
    tokens = one.reading.scanned.tokens
    start, end = tokens[first].start, tokens[mark].end
    beside = [
        m for m in _counted_things(one) if 0 <= start - m.end <= 1 or 0 <= m.start - end <= _OF
    ]
    return next((t for m in beside if (t := _counted_as(m))), "")


_BOTH = 2
_OF = 4  # characters of "of" between a part and what it is of


def _has_unit(one: Frame, i: int) -> bool:
    senses = one.reading.scanned.tokens[i].senses
    return not {Sense.UNIT, Sense.MONEY, Sense.NOUN, Sense.FOLD, Sense.YEAR}.isdisjoint(senses)


def _around(one: Frame) -> Ratio | None:
    """Counts on both sides of "per", one of which may be one: 15 children for every teacher."""
    counts = [f for f in one.facts if f.quantity.kind == "count" and f.quantity.low]
    if not counts or len(counts) != len(one.facts) or len(counts) > _BOTH:
        return None
    for m in one.mentions:
        if not m.has(Topic.PER) and not m.has(Topic.TENDING):
            continue
        left = next((f for f in counts if 0 <= m.start - f.quantity.end <= _APART), None)
        right = next((f for f in counts if 0 <= f.quantity.start - m.end <= _APART), None)
        if left is right or len(counts) > (left is not None) + (right is not None):
            continue
        if left is None and m.has(Topic.PER) and not _single(one, m.start):
            continue
        if m.has(Topic.TENDING) and (right is None or not _alone(one, left, m)):
            continue
        things = (_thing_before(one, left, m), _thing_behind(one, right, m))
        if right is None and not things[1]:
            continue
        first, second = (f.quantity.low if f else Decimal(1) for f in (left, right))
        assert isinstance(first, Decimal) and isinstance(second, Decimal)
        return Ratio(first, second, things, counted=True)
    return None


def _unclassified(one: Frame) -> Ratio | None:
    """Two counted things on both sides of "per" without classifiers: 1 พยาบาลต่อผู้ป่วย 8."""
    things = _counted_things(one)
    numbers = [(t.start, t.end, t.number) for t in one.reading.scanned.tokens if t.number]
    for m in one.mentions:
        if not m.has(Topic.PER):
            continue
        left = next((t for t in things if 0 <= m.start - t.end <= 1), None)
        right = next((t for t in things if 0 <= t.start - m.end <= 1), None)
        if left is None or right is None:
            continue
        first = next((n for _, end, n in numbers if 0 <= left.start - end <= 1), None)
        second = next((n for start, _, n in numbers if 0 <= start - right.end <= 1), None)
        if first and second:
            return Ratio(first, second, (_counted_as(left), _counted_as(right)), counted=True)
    return None


def _alone(one: Frame, left: Fact | None, tending: Mention) -> bool:
    """Whether one, or each one, looks after so many."""
    if left is not None:
        return left.quantity.low == 1
    if _single(one, tending.start):
        return True
    each = (m for m in one.mentions if m.end <= tending.start)
    return any(m.has(Topic.PER) or m.has(Topic.ALL) for m in each)


def _single(one: Frame, end: int) -> bool:
    """Whether a one, or an article, stands near before "per": one doctor for every 1,200."""
    return any(
        t.get(Sense.DIGIT) == 1 or t.number == 1 or Sense.ARTICLE in t.senses
        for t in one.reading.scanned.tokens
        if end - _SINGLE <= t.start and t.end <= end
    )


def _thing_before(one: Frame, fact: Fact | None, per: Mention) -> str:
    if fact is not None and fact.thing:
        return fact.thing
    found = [t for m in _counted_things(one) if m.end <= per.start and (t := _counted_as(m))]
    return found[-1] if found else ""


def _thing_behind(one: Frame, fact: Fact | None, per: Mention) -> str:
    if fact is not None and fact.thing:
        return fact.thing
    behind = (m for m in _counted_things(one) if 0 <= m.start - per.end <= _APART)
    return next((t for m in behind if (t := _counted_as(m))), "")


def _counted_things(one: Frame) -> list[Mention]:
    """What a sentence counts, without houses: a hospital's name is not what it counts."""
    return [m for m in one.everything if _counted_as(m) and not m.has(Topic.FIRM)]


def _counted_as(mention: Mention) -> str:
    """The kind of thing or of people that a wording counts in a ratio, "" when it counts none."""
    patients = "patients" if mention.has(Topic.MEASURE) == "patients" else ""
    return mention.has(Topic.THING) or patients


_SINGLE = 24  # characters of "one teacher" before "per"
_APART = 16  # characters of "for every" and the like, with what is counted


def _counted(one: Frame, things: tuple[str, ...]) -> Ratio | None:
    if len(things) != _BOTH or len(one.facts) != 1 or _housed(one):
        return None
    value = one.facts[0].quantity.low
    each = one.has(Topic.PER) or one.has(Topic.ALL)
    if not isinstance(value, Decimal) or not value or not each:
        return None
    return Ratio(value, Decimal(1), things)


def _housed(one: Frame) -> bool:
    """Whether one of the things is only the house that the sentence tells of: school X got 60
    tablets per room; not "60 tablets per school"."""
    each = [m for m in one.everything if m.has(Topic.PER) or m.has(Topic.ALL)]
    return any(
        m.has(Topic.HOUSE)
        and not any(0 <= m.start - e.end <= 1 or 0 <= e.start - m.end <= 1 for e in each)
        for m in _counted_things(one)
    )
