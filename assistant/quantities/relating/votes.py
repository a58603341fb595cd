"""Votes: so many for and so many against, or so many to so many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from assistant.quantities.compare import Why
from assistant.quantities.reading.numbers import near, read_number
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_BESIDE = 8  # characters between a side of the vote and its number
_SIDES = ("for", "against", "abstain")
_FEW = Decimal(10**6)
_LONGEST = 400  # tokens of a sentence that may tell of a vote


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote as told: by `sides`, or as a `pair` of numbers whose sides are not named.

    `carried` tells whether the motion was carried, None when the sentence does not say.
    """

    pair: tuple[Decimal, Decimal] | None
    sides: Mapping[str, Decimal] = field(default_factory=dict)
    carried: bool | None = None

    def both(self) -> tuple[Decimal, Decimal] | None:
        """The two numbers, the larger first; None when only one is told."""
        told = [self.sides[s] for s in _SIDES[:2] if s in self.sides]
        pair = self.pair or (tuple(told) if len(told) > 1 else None)
        return None if pair is None else (max(pair), min(pair))


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    start: int
    end: int
    first: int
    last: int


def tally(one: Frame) -> Tally | None:
    """The vote of a sentence, None when it tells of none."""
    ballots = [m for m in one.everything if m.has(Topic.BALLOT)]
    if not ballots or len(one.reading.scanned.tokens) > _LONGEST:
        return None
    voted = any(m.has(Topic.BALLOT) == "ballot" or m.has(Topic.STATE) for m in ballots)
    voted = voted or any(f.quantity.unit == "vote" for f in one.facts)
    numbers = list(_numbers(one))
    pair = _pair(one, numbers) if voted else None
    if pair is not None:
        abstained = {s: n for s, n in _sides(one, numbers).items() if s == _SIDES[2]}
        return Tally(pair, abstained, _carried(one))
    sides = _sides(one, numbers)
    if not sides or not (voted or len(sides) > 1):
        return None
    carried = sides["for"] > sides["against"] if {"for", "against"} <= sides.keys() else None
    return Tally(None, sides, carried)


def settled(one: Tally, two: Tally) -> tuple[Stance, Why] | None:
    """Whether two tallies are of the same vote count; None when they have nothing in common."""
    shared = one.sides.keys() & two.sides.keys()
    if any(one.sides[s] != two.sides[s] for s in shared):
        return Stance.REFUTES, Why.APART
    if shared - {_SIDES[2]}:
        return _verdict(all(one.sides[s] == two.sides[s] for s in shared))
    mine, yours = one.both(), two.both()
    if one.carried is None and two.carried is None and one.pair and two.pair:
        return _verdict(one.pair == two.pair)
    turned = None not in (one.carried, two.carried) and one.carried != two.carried
    if mine and yours:
        return _verdict(mine == yours and not turned)
    alone, other = (one, two) if yours else (two, one)
    both = mine or yours
    if both is None or other.carried is None:
        return None
    ends = both if other.carried else both[::-1]
    meant = dict(zip(_SIDES, ends, strict=False))
    told = [side for side in alone.sides if side in meant]
    return _verdict(all(alone.sides[s] == meant[s] for s in told)) if told else None


def _verdict(same: bool) -> tuple[Stance, Why]:
    return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.APART)


def _numbers(one: Frame) -> Iterator[_Number]:
    """Whole numbers of a sentence that are no parts of dates, each with its counted noun."""
    scanned = one.reading.scanned
    tokens, i = scanned.tokens, 0
    while i < len(tokens):
        number = read_number(scanned, i)
        if number is None:
            i += 1
            continue
        last = number.last
        if last < len(tokens) and Sense.NOUN in tokens[last].senses:
            last += near(scanned, tokens[last - 1], tokens[last])
        start, end = tokens[i].start, tokens[last - 1].end
        dated = any(d.start <= start < d.end for d in one.dates)
        if not dated and number.low == int(number.low) and number.low < _FEW:
            yield _Number(number.low, start, end, i, last)
        i = last


def _pair(one: Frame, numbers: list[_Number]) -> tuple[Decimal, Decimal] | None:
    """Two numbers joined by "to" or "per", the first perhaps with its noun: 60 votes to 40."""
    tokens = one.reading.scanned.tokens
    for a, b in pairwise(numbers):
        joiner = tokens[a.last] if b.first == a.last + 1 else None
        if joiner is None:
            continue
        joins = not {Sense.JOIN, Sense.PER}.isdisjoint(joiner.senses) or joiner.word == "-"
        if joins and joiner.senses.get(Sense.UNIT) is None and joiner.word != "/":
            return a.value, b.value
    return None


def _sides(one: Frame, numbers: list[_Number]) -> dict[str, Decimal]:
    """The numbers that stand beside the sides of a vote, all in front of them or all behind."""
    sides = [m for m in one.everything if m.has(Topic.BALLOT) in _SIDES]
    behind: dict[str, Decimal] = {}
    before: dict[str, Decimal] = {}
    for m in sides:
        name = m.has(Topic.BALLOT) or ""
        for n in numbers:
            if 0 <= n.start - m.end <= _BESIDE:
                behind.setdefault(name, n.value)
            if 0 <= m.start - n.end <= _BESIDE:
                before[name] = n.value
    if (
        sides
        and numbers
        and numbers[0].end <= sides[0].start
        and sides[-1].end <= numbers[-1].start
    ):
        own = behind.get("against") is not None and len(numbers) == len(behind) + 1
        return {_SIDES[0]: numbers[0].value, **behind} if own else behind
    if len(behind) == len(before):
        first = min((m.start for m in sides), default=0)
        return behind if numbers and first < numbers[0].start else before
    return max(behind, before, key=len)


def _carried(one: Frame) -> bool | None:
    """Whether the motion was carried, by the verb of the sentence."""
    told = {v.partition(":")[2] for v in one.ids(Topic.STATE) if v.startswith("vote:")}
    if len(told) != 1:
        return False if "stopped" in one.ids(Topic.NEGATION) else None
    own = [m for m in one.mentions if (m.has(Topic.STATE) or "").startswith("vote:")]
    spans = {m.start for m in own}
    denied = any(m.has(Topic.NEGATION) for m in one.mentions if m.start not in spans)
    return ("+" in told) != denied
