"""How the figures and periods of a claim stand to those of one sentence and its surroundings.

`relate` decides where two sentences speak of the same thing; the counts here are weaker and
always there: they say how much of the claim's arithmetic a sentence could carry at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from assistant.quantities import Comparison, compare, parse
from assistant.quantities.compare import OPEN_ENDED
from assistant.quantities.linking.periods import touch
from assistant.quantities.sentence.frame import frame
from assistant.types import Period, Quantity, Stance

BOUND, SLIP = Decimal("1.5"), Decimal(10)
"""How many times a bound, and an end of a range, may differ from the figure that bears it out."""

SMALL = 10
"""Counts below this need no counterpart: the words around them say what they say."""


NEAR = Decimal("1.1")
"""Two figures in one unit are near each other up to this factor."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of the claim's amounts and periods, 0..1; 0 where it has none.

    `amounts` and `periods` count them. `matched`: amounts that a figure of the sentence bears
    out; `mistimed`: amounts that one bears out which is told of another time; `nearby`: amounts
    that a figure of the surroundings bears out. `slipped`: amounts off by a power of ten; `apart`:
    amounts without a match though the sentence has figures in the same unit; `near`: those of them
    that a figure within `NEAR` misses: sources that disagree on one thing mostly do so by little;
    `other_unit`: amounts for which it has figures of the kind in another unit only.
    `period_matched`, `period_nearby` and `period_apart` are the same for periods.
    """

    amounts: int
    periods: int
    matched: float
    mistimed: float
    nearby: float
    slipped: float
    apart: float
    near: float
    other_unit: float
    period_matched: float
    period_nearby: float
    period_apart: float


def figures(
    claim: str, sentence: str, surroundings: str, *, told_on: date | None = None
) -> Figures:
    """Lay the figures of `claim` beside those of `sentence` and of its `surroundings`; days and
    months without a year are those nearest to the day `told_on`."""
    mine = _split(claim)
    theirs, around = _split(sentence, told_on), _read(surroundings, told_on)
    amounts = tuple(q for q in mine[0] if not _incidental(q))
    periods = tuple(q for q in mine[1] if not _of_the_telling(q, mine[1]))
    told, heard = _times(claim), _times(sentence, told_on)
    moved, moving = _moves(claim), _moves(sentence, told_on)
    verdicts = [
        _best(q, [t for t in theirs[0] if not _contrary(moved.get(q.start), moving.get(t.start))])
        for q in amounts
    ]
    times = [_best(q, theirs[1]) for q in periods]
    own = _own_times(sentence, theirs[1], told_on)
    clashes = [_best(q, own) for q in periods]
    against = [q.period for q in theirs[1] if q.period is not None and q not in own]
    times_apart = [
        v is not None and _apart(told.get(q.start, ()), heard.get(v.evidence.start, ()), against)
        for q, v in zip(amounts, verdicts, strict=True)
    ]
    return Figures(
        amounts=len(amounts),
        periods=len(periods),
        matched=_share(
            _supported(v) and not late for v, late in zip(verdicts, times_apart, strict=True)
        ),
        mistimed=_share(
            _supported(v) and late for v, late in zip(verdicts, times_apart, strict=True)
        ),
        nearby=_share(
            _supported(_best(q, around[0]))
            and not (q.start in moved and q.comparator in OPEN_ENDED)  # which way is not told there
            for q in amounts
        ),
        slipped=_share(c is not None and str(c.why) == "scale_slip" for c in verdicts),
        apart=_share(c is not None and c.stance is Stance.REFUTES for c in verdicts),
        near=_share(
            c is not None
            and c.stance is Stance.REFUTES
            and any(_close(c.claim, q) for q in theirs[0])
            for c in verdicts
        ),
        other_unit=_share(c is not None and str(c.why).startswith("other_") for c in verdicts),
        period_matched=_share(map(_supported, times)),
        period_nearby=_share(_supported(_best(q, around[1])) for q in periods),
        period_apart=_share(
            not _supported(met) and c is not None and c.stance is Stance.REFUTES
            for met, c in zip(times, clashes, strict=True)
        ),
    )


_Split = tuple[tuple[Quantity, ...], tuple[Quantity, ...]]


@lru_cache(maxsize=8192)
def _split(text: str, as_of: date | None = None) -> _Split:
    """Amounts and periods of `text`, amounts with the unit that a neighbour lends them."""
    amounts, periods = _read(text, as_of)
    if not amounts:
        return amounts, periods
    lent = {fact.quantity.start: fact.quantity for fact in frame(text, as_of).facts}
    return tuple(lent.get(q.start, q) for q in amounts), periods


@lru_cache(maxsize=8192)
def _read(text: str, as_of: date | None = None) -> _Split:
    """Amounts and periods of `text` as they are written, which is much quicker."""
    found = parse(text, as_of=as_of)
    return tuple(q for q in found if q.kind != "date"), tuple(q for q in found if q.kind == "date")


def _own_times(text: str, dates: Sequence[Quantity], as_of: date | None) -> tuple[Quantity, ...]:
    """Those of the dates of a sentence that are no mere baseline: not the "since" of a record."""
    own = {p.start for p in frame(text, as_of).periods}
    return tuple(q for q in dates if q.start in own)


@lru_cache(maxsize=8192)
def _times(text: str, as_of: date | None = None) -> Mapping[int, tuple[Period, ...]]:
    """The periods of each amount, by where it begins."""
    return {fact.quantity.start: fact.periods for fact in frame(text, as_of).facts}


@lru_cache(maxsize=8192)
def _moves(text: str, as_of: date | None = None) -> Mapping[int, str]:
    """Which way each amount that is a change goes, by where it begins."""
    facts = frame(text, as_of).facts
    return {f.quantity.start: f.move for f in facts if f.role == "change" and f.move}


def _contrary(mine: str | None, theirs: str | None) -> bool:
    """Whether one figure tells a rise and the other a fall."""
    return {mine, theirs} == {"up", "down"}


def _apart(mine: Sequence[Period], theirs: Sequence[Period], against: Sequence[Period]) -> bool:
    """Whether two figures are told of times that do not touch, or the claim's of one that the
    other, told without a time, is only measured against (`against`)."""
    if not theirs:
        return any(touch(a, b) for a in mine for b in against)
    return bool(mine) and not any(touch(a, b) for a in mine for b in theirs)


def _incidental(quantity: Quantity) -> bool:
    """Whether an amount is a small count that hangs on words: "the two countries"."""
    value = quantity.low
    return quantity.kind == "count" and isinstance(value, Decimal) and value < SMALL


def _of_the_telling(one: Quantity, periods: Sequence[Quantity]) -> bool:
    """Whether a day lies within a longer period of the same claim: when it was announced, say."""
    day = one.period
    if day is None or day.grain != "day" or day.first is None:
        return False
    others = [q.period for q in periods if q.period is not None and q.period.grain != "day"]
    return any(p.first and p.last and p.first <= day.first <= p.last for p in others)


_RANK = {Stance.SILENT: 0, Stance.REFUTES: 1, Stance.SUPPORTS: 2}


def _best(mine: Quantity, theirs: Sequence[Quantity]) -> Comparison | None:
    """The comparison with the figure of the same kind that agrees most, nearest a bound."""
    found = [compare(mine, q) for q in theirs if of_a_kind(mine, q)]
    slips = [c for c in found if str(c.why) == "scale_slip"]
    best = max(found, key=lambda c: (_RANK[c.stance], near_bound(c)), default=None)
    return slips[0] if slips and not _supported(best) else best


def of_a_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind; a share a year, as of interest, is one of shares."""
    return _kind(one) == _kind(other)


def _kind(one: Quantity) -> str:
    return "percent" if one.unit == "percent/year" else one.kind


def _supported(comparison: Comparison | None) -> bool:
    return comparison is not None and agrees(comparison)


def agrees(comparison: Comparison) -> bool:
    """Whether the evidence's figure bears out the claim's, near its bounds if it is open-ended."""
    return comparison.stance is Stance.SUPPORTS and near_bound(comparison)


def near_bound(comparison: Comparison) -> bool:
    """Whether a figure that lies inside an open-ended claim, or inside a range, lies anywhere near
    its bounds: "up to 1,000" is true of 1 and is not borne out by it."""
    claim, evidence = comparison.claim, comparison.evidence
    if claim.unit != evidence.unit and not claim.kind == evidence.kind == "count":
        return True
    if claim.comparator == "range":
        pairs = ((claim.low, evidence.low), (claim.high, evidence.high))
        return all(_within(bound, value, SLIP) for bound, value in pairs)
    if claim.comparator not in OPEN_ENDED:
        return True
    bound = claim.low if claim.low is not None else claim.high
    value = evidence.low if evidence.low is not None else evidence.high
    return _within(bound, value, BOUND)


def _within(bound: object, value: object, factor: Decimal) -> bool:
    """Whether two numbers differ by less than `factor`; True where there is nothing to compare."""
    if not isinstance(bound, Decimal) or not isinstance(value, Decimal) or bound <= 0:
        return True
    return bound < value * factor and value < bound * factor


def _close(mine: Quantity, other: Quantity) -> bool:
    """Whether two figures in one unit lie within `NEAR` of each other; ranges by their low end."""
    a, b = (q.high if q.low is None else q.low for q in (mine, other))
    if mine.unit != other.unit or not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return False
    return 0 < a <= b * NEAR and 0 < b <= a * NEAR


def _share(flags: Iterable[bool]) -> float:
    values = [bool(f) for f in flags]
    return sum(values) / len(values) if values else 0.0
