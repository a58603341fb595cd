"""Ratios of two counts: 20:1, six to one, 20 pupils for every teacher."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.frame import Frame
from assistant.quantities.lexicon import Sense
from assistant.quantities.numbers import near, read_number
from assistant.quantities.topics import Topic


@dataclass(frozen=True, slots=True)
class Ratio:
    """`first` to `second`; `things` name what is counted, in the same order, if known."""

    first: Decimal
    second: Decimal
    things: tuple[str, ...] = ()
    counted: bool = False  # two counts, each with what it counts

    def same(self, other: Ratio) -> bool:
        """Whether both say one thing, whichever they name first."""
        mine, yours = (self.first, self.second), (other.first, other.second)
        if set(self.things) == set(other.things) and self.things != other.things:
            yours = (other.second, other.first)
        return mine[0] * yours[1] == mine[1] * yours[0]


def ratio(one: Frame) -> Ratio | None:
    """The ratio a sentence tells, None when it tells none."""
    things = _things(one)
    return _written(one, things) or _of_parts(one) or _counted(one, things) or _each(one)


def _things(one: Frame) -> tuple[str, ...]:
    found = sorted(
        (m.start, v)
        for m in one.everything
        for t, v in m.senses
        if t is Topic.THING and not m.has(Topic.FIRM)  # a hospital's name is not what it counts
    )
    return tuple(dict.fromkeys(v for _, v in found))[:2]


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
            return Ratio(first.low, second.low, things if len(things) == 2 else ())
    return None


def _of_parts(one: Frame) -> Ratio | None:
    """One part of this with three parts of that."""
    scanned = one.reading.scanned
    found = []
    for i, token in enumerate(scanned.tokens):
        if i and Sense.PARTS in token.senses and near(scanned, scanned.tokens[i - 1], token):
            number = read_number(scanned, i - 1)
            if number is not None and number.last == i and number.low:
                found.append(number.low)
    return Ratio(found[0], found[1], counted=True) if len(found) == _BOTH else None


_BOTH = 2


def _has_unit(one: Frame, i: int) -> bool:
    senses = one.reading.scanned.tokens[i].senses
    return not {Sense.UNIT, Sense.MONEY, Sense.NOUN, Sense.FOLD, Sense.YEAR}.isdisjoint(senses)


def _each(one: Frame) -> Ratio | None:
    """Two counts joined by what each is for: one doctor for every 1,200 people."""
    if len(one.facts) == 1:
        return _one_for(one)
    if len(one.facts) != 2 or any(f.quantity.kind != "count" for f in one.facts):
        return None
    (first, second), values = one.facts, [f.quantity.low for f in one.facts]
    start, end = first.quantity.end, second.quantity.start
    joined = any(start <= m.start and m.end <= end and m.has(Topic.PER) for m in one.mentions)
    if not joined or end - start > _APART or not all(values):
        return None
    low, high = values
    assert isinstance(low, Decimal) and isinstance(high, Decimal)
    return Ratio(low, high, counted=True)


def _one_for(one: Frame) -> Ratio | None:
    """One of something for a count of others: one doctor for every 1,200 people."""
    (fact,) = one.facts
    low, start = fact.quantity.low, fact.quantity.start
    per = [m for m in one.mentions if m.has(Topic.PER) and 0 <= start - m.end <= 1]
    tokens = one.reading.scanned.tokens
    single = [t for t in tokens if t.end <= start and (t.get(Sense.DIGIT) == 1 or t.number == 1)]
    if (
        fact.quantity.kind != "count"
        or not isinstance(low, Decimal)
        or not (per and single and low)
    ):
        return None
    return Ratio(Decimal(1), low, counted=True)


_APART = 16  # characters of "for every" and the like, with what is counted


def _counted(one: Frame, things: tuple[str, ...]) -> Ratio | None:
    if len(things) != 2 or len(one.facts) != 1:
        return None
    value = one.facts[0].quantity.low
    each = one.has(Topic.PER) or one.has(Topic.ALL)
    if not isinstance(value, Decimal) or not value or not each:
        return None
    return Ratio(value, Decimal(1), things)
