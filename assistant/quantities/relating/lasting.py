"""How long something lasts, where the evidence tells when it begins and when it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.quantities.compare import Comparison, Interval, Why, compare, interval
from assistant.quantities.linking.clock import hours_between
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import seconds
from assistant.types import Quantity, Stance

_DAY = Decimal(86_400)
_HOUR = Decimal(3_600)
_MEAN = {"day": Decimal(1), "month": Decimal("30.44"), "year": Decimal("365.25")}
_LOOSE = Decimal("0.04")  # of a length, that months and years of unequal length allow
_BOTH = 2


def lasted(fact: Fact, theirs: Frame) -> Comparison | None:
    """A length of time of the claim against the two ends that the evidence tells, None where it
    tells a length itself, or not two ends."""
    unit = fact.quantity.unit.partition("/")[0]
    size = seconds(unit)
    if fact.quantity.kind not in ("duration", "rate") or size is None or fact.role == "change":
        return None
    if any(f.quantity.kind == "duration" for f in theirs.facts):
        return None
    found = _days(theirs)
    if found is not None:
        length, slack = found[0] * _DAY, found[1] * _DAY
    elif (hours := hours_between(theirs.text)) is not None:
        length, slack = hours * _HOUR, Decimal(0)
    elif (hours := _began_and_ended(theirs)) is not None:
        told = _compared(fact.quantity, theirs, hours * _HOUR / size, Decimal(0))
        return told if told.stance is Stance.SUPPORTS else None
    else:
        return None
    return _compared(fact.quantity, theirs, length / size, slack / size)


def _began_and_ended(theirs: Frame) -> Decimal | None:
    """The hours from when something began to when it ended, told with a word for each."""
    begins = [m.end for m in theirs.mentions if m.has(Topic.BEGIN)]
    ends = [m.start for m in theirs.mentions if m.has(Topic.END) and not m.has(Topic.AND)]
    if theirs.facts or not begins or not ends:
        return None
    return hours_between(theirs.text, (begins[0], ends[-1]))


def _compared(claim: Quantity, theirs: Frame, length: Decimal, slack: Decimal) -> Comparison:
    told = round(length, 2)
    evidence = replace(
        claim, low=told, high=told, comparator="exact", text=theirs.text.strip(), start=0,
        end=len(theirs.text), resolution=slack,
    )  # fmt: skip
    span = interval(claim)
    slack = max(slack, length * _LOOSE) if slack else slack
    near = span.meets(Interval(length - slack, length + slack))
    if not near:
        return Comparison(claim, evidence, Stance.REFUTES, Why.APART)
    found = compare(claim, evidence)
    if found.stance is Stance.SUPPORTS:
        return found
    return Comparison(claim, evidence, Stance.SUPPORTS, Why.ROUNDS)


def _days(theirs: Frame) -> tuple[Decimal, Decimal] | None:
    """The days between the only two dates of a sentence that tells a beginning and an end, and how
    far they may be off; None elsewhere."""
    if len(theirs.dates) == 1 and not theirs.facts:
        return _years(theirs.dates[0])
    grains = set(theirs.grains)
    if len(theirs.dates) != _BOTH or len(grains) != 1 or not grains <= set(_MEAN):
        return None
    ends = [m.start for m in theirs.mentions if m.has(Topic.END)]
    begins = [m.start for m in theirs.mentions if m.has(Topic.BEGIN)]
    first, last = (d.period for d in theirs.dates)
    middle = theirs.dates[0].end
    if not any(b < theirs.dates[0].start for b in begins):
        return None
    if not any(middle <= e < theirs.dates[1].start for e in ends):
        return None
    if first is None or last is None or not first.first or not last.first:
        return None
    grain = grains.pop()
    days = Decimal(_apart(first.first, last.first))
    return (days, _MEAN[grain]) if days > 0 else None


def _years(told: Quantity) -> tuple[Decimal, Decimal] | None:
    """The days from the one year to the other of a range of years, and how far they may be off."""
    period = told.period
    if period is None or period.grain != "range" or not period.first or not period.last:
        return None
    whole = (period.first.month, period.first.day, period.last.month) == (1, 1, _DECEMBER)
    years = Decimal(period.last.year - period.first.year)
    return (years * _MEAN["year"], _MEAN["year"]) if whole and years > 1 else None


_DECEMBER = 12


def _apart(one: date, two: date) -> int:
    return (two - one).days
