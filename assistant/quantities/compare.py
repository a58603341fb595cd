"""Two quantities as intervals: the evidence's inside the claim's supports, apart refutes.

A written figure stands for the interval that rounding allows: half a unit of its last place,
at most two percent, and nothing at all when a count is written out in full. Hedges widen it by
the table below. Evidence that overlaps the claim's interval without lying in it proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assistant.quantities.say import Working, say_comparison
from assistant.quantities.words.units import currency_of, seconds
from assistant.types import Quantity, Stance

# The interval round a point v that a hedge stands for, as multiples of v.
HEDGES = {
    "approx": (Decimal("0.95"), Decimal("1.05")),
    "almost": (Decimal("0.90"), Decimal(1)),
}
_ENDLESS = Decimal("1e-11")
ROUNDING_CAP = Decimal("0.02")

# Calendar months and days are no exact multiples of each other: months of 28 to 31 days.
CALENDAR_SLACK = Decimal("0.035")
_EXACT_DURATIONS = ({"month", "quarter", "year", "decade", "century"}, {"second", "minute",
                    "hour", "day", "week", "fortnight"})  # fmt: skip
OPEN_ENDED = frozenset({"gt", "ge", "lt", "le"})
"""Comparators of figures with one end only."""
_YEARLY = {"percent", "percent/year"}
_SLIPS = tuple(Decimal(10) ** n for n in (1, 2, 3, 6))


class Why(StrEnum):
    """Why two figures, or two sentences, stand as they do."""

    EQUAL = "equal"  # the same value
    WITHIN = "within"  # the evidence lies inside the claim's interval
    ROUNDS = "rounds"  # the evidence rounds to the claim
    APART = "apart"  # the intervals do not meet
    SCALE_SLIP = "scale_slip"  # apart by 10, 100, 1,000 or a million
    OTHER_UNIT = "other_unit"
    OTHER_CURRENCY = "other_currency"
    OTHER_PERIOD = "other_period"
    OTHER_PARTY = "other_party"
    OTHER_MEASURE = "other_measure"
    OTHER_ACT = "other_act"  # sold against made, asked for against granted
    GROWTH_NOT_LEVEL = "growth_not_level"
    LESS_PRECISE = "less_precise"  # the intervals overlap
    DIRECTION = "direction"  # up against down, profit against loss
    COMPLEMENT = "complement"  # a share of those that do, against one of those that do not
    NEGATED = "negated"  # one of the two says no
    NAMES = "names"  # names or ranks decide, not amounts
    NO_QUANTITY = "no_quantity"
    UNSURE = "unsure"


_ELSEWHERE = frozenset({Why.OTHER_PARTY, Why.OTHER_PERIOD, Why.OTHER_MEASURE, Why.OTHER_ACT})


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one figure of the evidence says of one figure of the claim.

    The reasons are put into words when they are asked for: most comparisons are never shown.
    """

    claim: Quantity
    evidence: Quantity
    stance: Stance
    why: Why
    working: Working | None = None  # how the evidence's figure was worked out, if it was

    @property
    def reason_th(self) -> str:
        """One line of arithmetic in Thai."""
        return self.reasons[0]

    @property
    def reason_en(self) -> str:
        """One line of arithmetic in English."""
        return self.reasons[1]

    @property
    def reasons(self) -> tuple[str, str]:
        """The arithmetic in Thai and English; figures that belong elsewhere are told with how they
        compare all the same."""
        agree = (Stance.SILENT, self.why)
        if self.why in _ELSEWHERE:
            agree = judge(self.claim, self.evidence)
        if self.stance is Stance.SILENT and agree[0] is Stance.SUPPORTS:
            return say_comparison(
                self.claim, self.evidence, Stance.SILENT, self.why, agree[1], self.working
            )
        return say_comparison(
            self.claim, self.evidence, self.stance, self.why, working=self.working
        )


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of numbers; None is open-ended. `point` is the written value, if one."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    point: Decimal | None = None

    def contains(self, other: Interval) -> bool:
        """Whether `other` lies wholly inside."""
        low = self.low is None or (
            other.low is not None
            and (
                other.low > self.low
                or (other.low == self.low and (other.low_open or not self.low_open))
            )
        )
        high = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (other.high_open or not self.high_open))
            )
        )
        return low and high

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return not (_apart(self, other) or _apart(other, self))


def _apart(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None:
        return False
    if left.high == right.low:
        return left.high_open or right.low_open
    return left.high < right.low


def rounding(quantity: Quantity, value: Decimal) -> Decimal:
    """How far the true value may lie from the written one."""
    return min(quantity.resolution, abs(value) * ROUNDING_CAP)


def interval(quantity: Quantity, *, factor: Decimal = Decimal(1), loose: bool = True) -> Interval:
    """The values a quantity stands for, times `factor`.

    `loose` allows for rounding and hedges; without it an approximate figure is its point.
    """
    low, high = _number(quantity.low), _number(quantity.high)
    kind = quantity.comparator
    low = None if low is None else low * factor
    high = None if high is None else high * factor
    if kind in ("gt", "ge"):
        return Interval(low, None, kind == "gt", False)
    if kind in ("lt", "le"):
        return Interval(None, high, False, kind == "lt")
    if kind == "almost" and high is not None:
        ends = sorted((high * HEDGES["almost"][0], high))
        return Interval(ends[0], ends[1], False, True)
    if low is None or high is None:
        return Interval(low, high)
    if kind == "approx" and loose:
        ends = sorted((low * HEDGES["approx"][0], high * HEDGES["approx"][1]))
        if low == high and quantity.kind in _DIGITS:  # about 4% is no more than a digit
            place = quantity.resolution * abs(factor)
            ends = [min(ends[0], low - place), max(ends[1], high + place)]
        return Interval(ends[0], ends[1], point=low if low == high else None)
    if high - low and high - low < _ENDLESS * factor:  # a third, said as a fraction
        return Interval(low * HEDGES["approx"][0], high * HEDGES["approx"][1], point=low)
    if low != high or not loose:
        return Interval(low, high, point=low if low == high else None)
    slack = min(quantity.resolution * abs(factor), abs(low) * ROUNDING_CAP)
    return Interval(low - slack, high + slack, point=low)


_DIGITS = frozenset({"percent", "percentage_point"})
"""Kinds whose figures are told in so few digits that about one of them is what rounds to it."""


def _number(value: Decimal | date | None) -> Decimal | None:
    return Decimal(value.toordinal()) if isinstance(value, date) else value


def one_unit(claim: Quantity, evidence: Quantity) -> bool:
    """Whether both are in the same unit; a rate of interest is by the year, said or not."""
    return claim.unit == evidence.unit or {claim.unit, evidence.unit} == _YEARLY


def two_currencies(claim: Quantity, evidence: Quantity) -> bool:
    """Whether both are amounts of money, per the same thing if per anything, in two currencies."""
    one, two = currency_of(claim.unit), currency_of(evidence.unit)
    per = claim.unit.partition("/")[2] == evidence.unit.partition("/")[2]
    return bool(one and two and one != two) and per


def conversion(claim: Quantity, evidence: Quantity) -> tuple[Decimal, Decimal] | None:
    """Factors that bring both to one unit, None when they cannot be compared."""
    one = Decimal(1)
    if one_unit(claim, evidence):
        return one, one
    if {claim.unit, evidence.unit} == {"ratio", "percent"}:
        hundred = Decimal(100)
        return (hundred, one) if claim.unit == "ratio" else (one, hundred)
    a, b = seconds(claim.unit), seconds(evidence.unit)
    if a is not None and b is not None:
        return a, b
    counts = {claim.kind, evidence.kind} == {"count"}
    if counts and "number" in (claim.unit, evidence.unit):
        return one, one
    return None


def compare(claim: Quantity, evidence: Quantity) -> Comparison:
    """What `evidence` says of `claim`, taken to speak of the same thing, party and period."""
    stance, why = judge(claim, evidence)
    return Comparison(claim, evidence, stance, why)


def judge(claim: Quantity, evidence: Quantity) -> tuple[Stance, Why]:
    """The stance and its reason, without the wording."""
    if claim.kind == "date" and evidence.kind == "date":
        return _dates(claim, evidence)
    factors = conversion(claim, evidence)
    if factors is None:
        why = Why.OTHER_CURRENCY if two_currencies(claim, evidence) else Why.OTHER_UNIT
        return Stance.SILENT, why
    mine, theirs = interval(claim, factor=factors[0]), interval(evidence, factor=factors[1])
    mine = _converted(_widened(mine, claim, evidence), theirs, claim, evidence)
    if claim.comparator == evidence.comparator and _slipped(_ends(mine), _ends(theirs)):
        return Stance.REFUTES, Why.SCALE_SLIP
    found = _stance(mine, theirs, claim, evidence)
    bound = claim.comparator in OPEN_ENDED and (
        _slipped(_ends(mine), theirs) or _cut_off(claim, mine, theirs)
    )
    if bound and found[0] is Stance.SUPPORTS:
        return Stance.SILENT, Why.SCALE_SLIP  # nobody says up to 80 of what is 8
    return found


_INDEX = 10  # smaller figures are told in full


def _cut_off(claim: Quantity, mine: Interval, theirs: Interval) -> bool:
    """Whether a figure, its later digits cut off, is what a claim says it is more than, but for a
    slip of scale: more than 160 billion of 1.67 trillion."""
    if claim.comparator != "gt" or not mine.low or not theirs.point or not claim.resolution:
        return False
    step = 2 * claim.resolution / abs(mine.low)
    return any(1 <= theirs.point / (mine.low * slip) < 1 + step for slip in _SLIPS)


def _widened(mine: Interval, claim: Quantity, evidence: Quantity) -> Interval:
    """Allow for months of unequal length between months and days, and for an index without its
    decimals, which the evidence has."""
    if claim.unit == evidence.unit == "number" and not claim.resolution and mine.point is not None:
        broken = isinstance(evidence.low, Decimal) and evidence.low % 1 != 0
        if broken and mine.point >= _INDEX and mine.point % 1 == 0 and evidence.resolution:
            half = Decimal("0.5")
            return Interval(mine.point - half, mine.point + half, point=mine.point)
    for group in _EXACT_DURATIONS:
        if claim.unit in group and evidence.unit in group:
            return mine
    if claim.kind != "duration" or mine.low is None or mine.high is None:
        return mine
    slack = abs(mine.high) * CALENDAR_SLACK
    return Interval(mine.low - slack, mine.high + slack, point=mine.point)


def _converted(mine: Interval, theirs: Interval, claim: Quantity, evidence: Quantity) -> Interval:
    """Allow for the rounding of both where they were written in units of two systems, and so were
    converted and rounded again: 155 mph, 250 km/h."""
    if mine.point is None or theirs.point is None or not (claim.resolution and evidence.resolution):
        return mine
    if {claim.comparator, evidence.comparator} != {"exact"} or claim.kind not in _CONVERTED:
        return mine
    if _power_of_ten(claim.resolution / evidence.resolution):
        return mine
    slack = claim.resolution + evidence.resolution
    near = abs(mine.point - theirs.point) <= slack <= abs(mine.point) * ROUNDING_CAP
    return Interval(theirs.point, theirs.point, point=mine.point) if near else mine


_CONVERTED = frozenset(
    {"length", "area", "volume", "mass", "energy", "power", "temperature", "rate"}
)


def _power_of_ten(ratio: Decimal) -> bool:
    """Whether a ratio is one of two places of decimal numbers."""
    return ratio.normalize().as_tuple().digits == (1,)


def _stance(
    mine: Interval, theirs: Interval, claim: Quantity, evidence: Quantity
) -> tuple[Stance, Why]:
    exact = theirs.point is not None and evidence.comparator in ("exact", "approx")
    at_point = Interval(theirs.point, theirs.point) if exact else theirs
    hedged = evidence.comparator == "approx" and claim.comparator != "approx"
    hedged = hedged and not (_rounded(claim) and mine.point == theirs.point)
    if mine.contains(theirs if hedged else at_point):
        if mine.point is not None and mine.point == theirs.point:
            return Stance.SUPPORTS, Why.EQUAL
        rounds = claim.comparator == "exact" and evidence.comparator == "exact"
        return Stance.SUPPORTS, Why.ROUNDS if rounds else Why.WITHIN
    ranges = claim.comparator == evidence.comparator == "range"
    rounded = claim.comparator == evidence.comparator == "exact" and mine.point != theirs.point
    apart = _only_at_the_bound(mine, theirs)
    apart = apart or ((ranges or rounded) and _end_to_end(mine, theirs))
    priced = ranges and claim.kind in _PRICED
    apart = apart or (priced and (mine.low == theirs.low) != (mine.high == theirs.high))
    if mine.meets(theirs) and not apart:
        return Stance.SILENT, Why.LESS_PRECISE
    return Stance.REFUTES, Why.SCALE_SLIP if _slipped(mine, theirs) else Why.APART


_PRICED = frozenset({"money", "rate"})
"""Kinds of ranges that are told as what they are: tickets cost between 80 and 150 baht."""


def _rounded(claim: Quantity) -> bool:
    """Whether a figure is so rounded that "some" in front of it would tell nothing new."""
    counted = claim.kind in ("count", "money") or claim.unit.startswith(_PEOPLE)
    scaled = claim.comparator == "exact" and counted
    value = _number(claim.low)
    return bool(scaled and value and _WHOLE < claim.resolution >= abs(value) * _ROUGHLY)


_PEOPLE = "person/"
_WHOLE = 1  # a last place that is no whole one is written out
_ROUGHLY = Decimal("0.01")


def _only_at_the_bound(mine: Interval, theirs: Interval) -> bool:
    """Whether one is at most what the other is at least: no more than 23, no less than 23."""
    return any(
        a.low is None and b.high is None and a.high is not None and a.high == b.low
        for a, b in ((mine, theirs), (theirs, mine))
    )


def _end_to_end(mine: Interval, theirs: Interval) -> bool:
    """Whether one range begins where the other ends: 24 to 28 degrees, 28 to 34 degrees."""
    return mine.low == theirs.high or mine.high == theirs.low


def _ends(bounded: Interval) -> Interval:
    """A bound taken as a point: "more than 3 billion" and "more than 30 billion" are a slip."""
    only = [end for end in (bounded.low, bounded.high) if end is not None]
    return Interval(None, None, point=only[0] if len(only) == 1 else None)


def _slipped(mine: Interval, theirs: Interval) -> bool:
    if not mine.point or not theirs.point:
        return False
    ratio = abs(mine.point / theirs.point)
    ratio = ratio if ratio > 1 else 1 / ratio
    return any(abs(ratio / slip - 1) < ROUNDING_CAP for slip in _SLIPS)


def _dates(claim: Quantity, evidence: Quantity) -> tuple[Stance, Why]:
    mine, theirs = _span(claim), _span(evidence)
    if mine is None or theirs is None:
        return Stance.SILENT, Why.UNSURE
    if mine == theirs:
        return Stance.SUPPORTS, Why.EQUAL
    if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
        return Stance.SUPPORTS, Why.WITHIN
    if theirs[1] < mine[0] or mine[1] < theirs[0]:
        return Stance.REFUTES, Why.APART
    return Stance.SILENT, Why.LESS_PRECISE


def _span(quantity: Quantity) -> tuple[date, date] | None:
    period = quantity.period
    if period is None or period.first is None or period.last is None:
        return None
    return period.first, period.last
