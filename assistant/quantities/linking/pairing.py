"""Two figures brought to one unit: rates, bare numbers, meters, totals spread over years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.quantities.compare import (
    OPEN_ENDED,
    Interval,
    Why,
    conversion,
    interval,
    two_currencies,
)
from assistant.quantities.linking.kinds import seats, unlike
from assistant.quantities.linking.prices import by_the_unit
from assistant.quantities.reading.scan import means
from assistant.quantities.sentence.facts import Fact, finder
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_roles import HOME_MONEY, SCORES
from assistant.quantities.words.topics import PEOPLE, Topic
from assistant.quantities.words.units import kind_of, seconds
from assistant.types import Quantity

_HOMES = {"house", "household"}  # "5,000 homes" are told of their families
_METER = Decimal(1000)  # watt-hours in a unit of electricity


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures made comparable, and what keeps them from being compared, if anything."""

    claim: Quantity
    evidence: Quantity
    fact: Fact
    blocked: Why | None = None
    sure: bool = True


def paired(fact: Fact, mine_frame: Frame, other: Fact, theirs: Frame) -> Link | None:
    """The two figures in one unit, None when they have none in common."""
    claim, evidence = fact.quantity, other.quantity
    if (claim.unit + evidence.unit).count("Wh") == 1:
        claim, evidence = metered(claim, fact.figure.noun), metered(evidence, other.figure.noun)
    if _unlike(fact, other) or _loose(fact, other) or _loose(other, fact):
        return None
    if _of_all_and_each(fact, mine_frame, other, theirs):
        return None
    if conversion(claim, evidence) is not None or claim.kind == evidence.kind == "money":
        return Link(claim, evidence, other)
    if {claim.unit, evidence.unit} == _HOMES:
        return Link(claim, replace(evidence, unit=claim.unit), other)
    rates = {"percent", "percentage_point"}
    spread = "spread" in fact.measures | other.measures
    if {claim.unit, evidence.unit} == rates and fact.role == other.role != "change" and spread:
        return Link(claim, replace(evidence, unit=claim.unit, kind=claim.kind), other)
    if {claim.unit, evidence.unit} == _PARTS and _of_one_base(fact, other):
        return Link(_in_percent(claim), _in_percent(evidence), other)
    if bare := _bare(fact, other):
        return Link(*bare, other)
    if "/" in claim.unit and "/" in evidence.unit:
        return _rates(claim, evidence, other)
    return _one_rate(fact, mine_frame, other, theirs)


def _of_all_and_each(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one amount is what several have together, and the other what each of them has."""
    for one, told, two, heard in ((fact, mine, other, theirs), (other, theirs, fact, mine)):
        if "money" not in (one.quantity.kind, two.quantity.kind) or not _each(two) or _each(one):
            continue
        if "/" in one.quantity.unit or told.has(Topic.PER):
            continue
        if _in_all(one, told):
            return True
        if told.has(Topic.ALL):
            continue
        if told.has(Topic.SUM) and not heard.has(Topic.SUM):
            return True
        if any(_several(f) for f in told.facts if f is not one):
            return True
    return False


def _in_all(fact: Fact, told: Frame) -> bool:
    """Whether "all" directly before an amount makes it a total: ทั้งหมด 500 บาท."""
    start = fact.quantity.start
    return any(m.has(Topic.ALL) and 0 <= start - m.end <= 1 for m in told.mentions)


def _each(fact: Fact) -> bool:
    """Whether a figure is told of each of several that are counted: a house, apiece."""
    per = fact.quantity.unit.partition("/")[2]
    return kind_of(per) == "count" if per else "per" in fact.told


def _several(fact: Fact) -> bool:
    """Whether a figure counts more than one thing; people are often told what each of them gets."""
    low, counted = fact.quantity.low, fact.quantity.kind == "count"
    return counted and fact.quantity.unit != "person" and isinstance(low, Decimal) and low > 1


_PARTS = {"times", "percent"}


def _of_one_base(fact: Fact, other: Fact) -> bool:
    """Whether a multiple and a share both tell how much something is of something else: debt of
    1.2 times output, 120% of output."""
    if {fact.role, other.role} != {"level"} or fact.of_before != other.of_before:
        return False
    times, share = (fact, other) if fact.quantity.unit == "times" else (other, fact)
    alike = bool(fact.measures & other.measures) and _base(fact) == _base(other)
    return alike and Topic.OF in share.ids and not times.figure.worded and times.move is None


def _base(fact: Fact) -> frozenset[tuple[Topic, str]]:
    """What stands behind a figure, as far as a table knows it."""
    told = (s for m in finder().find(fact.right) for s in m.senses)
    return frozenset(s for s in told if s[0] in (Topic.MEASURE, Topic.THING))


def _in_percent(quantity: Quantity) -> Quantity:
    """A multiple as the share that it is."""
    if quantity.unit != "times":
        return quantity
    low, high = (
        v * _HUNDRED if isinstance(v, Decimal) else None for v in (quantity.low, quantity.high)
    )
    step = quantity.resolution * _HUNDRED
    return replace(quantity, low=low, high=high, resolution=step, unit="percent", kind="percent")


_HUNDRED = 100


def _one_rate(fact: Fact, mine_frame: Frame, other: Fact, theirs: Frame) -> Link | None:
    """A rate and a figure that the other sentence makes one elsewhere, or a total."""
    claim, evidence = fact.quantity, other.quantity
    (mine, mine_per), (yours, yours_per) = _split(claim), _split(evidence)
    per = mine_per or yours_per
    priced = by_the_unit(fact, mine_frame, per) if yours_per else by_the_unit(other, theirs, per)
    if priced is not None and mine.kind == yours.kind == "money":
        return Link(priced, evidence, other) if yours_per else Link(claim, priced, other)
    if mine.unit != yours.unit and conversion(mine, yours) is None:
        return None
    shared = mine.kind == yours.kind == "money" and per == "person" and _of_one(mine, yours)
    if not _told_per(claim, evidence, fact, other) and not shared:
        one, whose = (fact, mine_frame) if yours_per else (other, theirs)
        if not _on_average(one, whose, per):
            return None
    plain = fact if yours_per else other
    if seconds(per) is None or per in plain.told:
        return Link(mine, yours, other)
    if len(times := plain.told & _TIMES) == 1:
        timed = replace(plain.quantity, unit=f"{plain.quantity.unit}/{min(times)}", kind="rate")
        return _rates(claim, timed, other) if mine_per else _rates(timed, evidence, other)
    if mine_per:
        return _spread(claim, evidence, other, theirs)
    return _gathered(claim, evidence, fact, other)


def _of_one(mine: Quantity, yours: Quantity) -> bool:
    """Whether two amounts are near enough for both to be what one person pays or gets."""
    one, two = (q.low if q.low is not None else q.high for q in (mine, yours))
    if not isinstance(one, Decimal) or not isinstance(two, Decimal) or not one or not two:
        return False
    return one < two * _NEARLY and two < one * _NEARLY


_NEARLY = 4
_TIMES = frozenset({"hour", "day", "week", "month", "year"})
"""What a sentence may tell a figure to be per elsewhere: each week, 12 flights."""


def _loose(part: Fact, other: Fact) -> bool:
    """Whether one counts a part of something and the other is a bare number of anything."""
    bare = other.quantity.unit == "number" and not other.figure.noun and not other.share
    return part.share == "part" and bool(part.thing) and bare


def _unlike(fact: Fact, other: Fact) -> bool:
    """Whether people stand against things that a table knows to be none."""
    units = {fact.quantity.unit: fact, other.quantity.unit: other}
    thing = units.get("number") if "person" in units else None
    if thing is None:
        return unlike(fact, other)
    if seats(units["person"], thing):
        return False
    if thing.thing:
        return not thing.thing.startswith(PEOPLE)
    return means(thing.figure.noun, Sense.NOUN) or unlike(fact, other)


def _rates(claim: Quantity, evidence: Quantity, other: Fact) -> Link | None:
    """Two rates: a bare number per the same thing, or the same money per other times."""
    (mine, mine_per), (yours, yours_per) = _split(claim), _split(evidence)
    if two_currencies(claim, evidence):
        return Link(claim, evidence, other)
    if mine_per == yours_per and "number" in (mine.unit, yours.unit):
        unit = claim.unit if yours.unit == "number" else evidence.unit
        return Link(replace(claim, unit=unit), replace(evidence, unit=unit), other)
    if mine.unit == yours.unit and (often := _times_over(mine_per, yours_per)):
        return Link(claim, _times(evidence, 1 / often, claim.unit), other)
    counts = {kind_of(mine_per), kind_of(yours_per)} == {"count"} and "number" in (
        mine_per,
        yours_per,
    )
    if counts and mine.unit == yours.unit:
        return Link(replace(claim, unit=evidence.unit), evidence, other)
    timed = seconds(mine_per) is not None and seconds(yours_per) is not None
    return Link(claim, evidence, other) if timed and mine.unit == yours.unit else None


def _times_over(mine_per: str, yours_per: str) -> Decimal | None:
    """How often the claim's time goes into the evidence's, None where no calendar tells it."""
    if count := _COUNT.get((mine_per, yours_per)):
        return count
    count = _COUNT.get((yours_per, mine_per))
    return 1 / count if count else None


def _times(quantity: Quantity, factor: Decimal, unit: str) -> Quantity:
    low, high = (v * factor if isinstance(v, Decimal) else v for v in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=unit, resolution=quantity.resolution * factor)


def metered(quantity: Quantity, noun: str) -> Quantity:
    """Units of electricity as energy: 60 units, 4 baht a unit."""
    if quantity.unit.endswith("/unit"):
        low, high = (
            v / _METER if isinstance(v, Decimal) else v for v in (quantity.low, quantity.high)
        )
        unit = quantity.unit.replace("/unit", "/Wh")
    elif quantity.unit.partition("/")[0] == "number" and means(noun, Sense.METERED):
        low, high = (
            v * _METER if isinstance(v, Decimal) else v for v in (quantity.low, quantity.high)
        )
        unit = quantity.unit.replace("number", "Wh", 1)
    else:
        return quantity
    return replace(quantity, low=low, high=high, unit=unit, kind=kind_of(unit))


def _told_per(claim: Quantity, evidence: Quantity, fact: Fact, other: Fact) -> bool:
    """Whether the side without a rate says elsewhere that it is one (earnings per share)."""
    rate = claim if "/" in claim.unit else evidence
    if seconds(rate.unit.partition("/")[2]) is not None:
        return True
    plain = other if rate is claim else fact
    return bool({"per", rate.unit.partition("/")[2]} & plain.told)


def _on_average(fact: Fact, whose: Frame, per: str) -> bool:
    """Whether a figure is the mean of those named before it: households owe on average so much."""
    if "kind:mean" not in whose.ids(Topic.STATISTIC):
        return False
    tokens = whose.reading.scanned.tokens[: fact.figure.first]
    return any(token.get(Sense.NOUN) == per for token in tokens)


def _bare(fact: Fact, other: Fact) -> tuple[Quantity, Quantity] | None:
    """A number without a unit takes the other's: index points, or a share written 0.875."""
    claim, evidence = fact.quantity, other.quantity
    if "number" not in (claim.unit, evidence.unit):
        return None
    unit = claim.unit if evidence.unit == "number" else evidence.unit
    bare = claim if claim.unit == "number" else evidence
    counted = {fact.figure.noun, other.figure.noun} - {""}
    scored = unit == "point" and counted <= SCORES  # คะแนน are points, and votes
    if counted and not scored:
        return None
    own = fact if bare is claim else other
    if own.figure.scaled and unit == HOME_MONEY and fact.measures & other.measures:
        money = replace(bare, unit=unit, kind="money")
        return (money, evidence) if bare is claim else (claim, money)
    if unit in ("percent", "ratio") and isinstance(bare.low, Decimal) and abs(bare.low) < 1:
        unit = "ratio"
    else:
        aged = unit == "year" and "age" in fact.measures | other.measures
        if unit not in ("point", "degC") and not aged:
            return None
    kind = kind_of(unit)
    if bare is claim:
        return replace(claim, unit=unit, kind=kind), evidence
    return claim, replace(evidence, unit=unit, kind=kind)


def _split(quantity: Quantity) -> tuple[Quantity, str]:
    unit, _, per = quantity.unit.partition("/")
    return replace(quantity, unit=unit, kind=kind_of(unit)), per


_COUNT = {
    ("month", "year"): Decimal(12), ("month", "fiscal_year"): Decimal(12),
    ("month", "half"): Decimal(6), ("month", "quarter"): Decimal(3),
    ("quarter", "year"): Decimal(4), ("quarter", "fiscal_year"): Decimal(4),
    ("quarter", "half"): Decimal(2),
}  # fmt: skip
"""How many of the first there are in the second."""


def _grain(fact: Fact) -> str:
    """The grain of a figure's only period, "" when it has none or several."""
    return fact.periods[0].grain if len(fact.periods) == 1 else ""


def _times_in(per: str, one: Frame, told: Fact) -> Decimal | None:
    """How often a time goes into the only length of time that a sentence tells beside `told`."""
    spans = [f.quantity for f in one.facts if f.quantity.kind == "duration" and f is not told]
    if len(spans) != 1 or not isinstance(spans[0].low, Decimal) or not spans[0].low:
        return None
    length, each = seconds(spans[0].unit), seconds(per)
    return None if length is None or each is None else spans[0].low * length / each


def _gathered(claim: Quantity, evidence: Quantity, fact: Fact, other: Fact) -> Link | None:
    """A figure for each month or quarter as the total of the claim's period."""
    per = evidence.unit.partition("/")[2]
    count = _COUNT.get((per, _grain(fact)))
    averaged = Topic.STATISTIC in other.ids
    if not count or not averaged:
        return None

    def all_of(value: object) -> Decimal | None:
        return value * count if isinstance(value, Decimal) else None

    made = replace(
        evidence, low=all_of(evidence.low), high=all_of(evidence.high), unit=claim.unit,
        kind=claim.kind,
    )  # fmt: skip
    return Link(claim, made, other)


def _spread(claim: Quantity, evidence: Quantity, other: Fact, theirs: Frame) -> Link | None:
    """A total over some years as a yearly figure, or over one year as a monthly one."""
    per = claim.unit.partition("/")[2]
    count = _times_in(per, theirs, other) or _COUNT.get((per, _grain(other)))
    if not count:
        return None

    def shared(value: object) -> Decimal | None:
        return value / count if isinstance(value, Decimal) else None

    made = replace(
        evidence, low=shared(evidence.low), high=shared(evidence.high), unit=claim.unit,
        kind=claim.kind,
    )  # fmt: skip
    return Link(claim, made, other)


def same_amount(claim: Quantity, evidence: Quantity) -> bool:
    """Whether two amounts of money differ in nothing but the currency."""
    if not two_currencies(claim, evidence):
        return False
    if claim.comparator in OPEN_ENDED and evidence.comparator not in OPEN_ENDED:
        return False
    one, two = interval(claim), interval(evidence)
    return two.point is not None and one.contains(Interval(two.point, two.point))


def same_figure(claim: Quantity, evidence: Quantity) -> bool:
    """Whether two rates differ in nothing but the time they are per."""
    (mine, mine_per), (yours, yours_per) = _split(claim), _split(evidence)
    if mine.unit != yours.unit or not (mine_per and yours_per) or mine_per == yours_per:
        return False
    one, two = interval(mine), interval(yours)
    if mine.comparator == yours.comparator == "range":
        return (mine.low, mine.high) == (yours.low, yours.high)
    return two.point is not None and one.contains(Interval(two.point, two.point))


def same_size(claim: Quantity, evidence: Quantity) -> bool:
    """Whether two figures are within a factor of ten, as figures of one thing mostly are."""
    factors = conversion(claim, evidence)
    if factors is None:
        return False
    sizes = []
    for quantity, factor in zip((claim, evidence), factors, strict=True):
        value = quantity.low if quantity.low is not None else quantity.high
        sizes.append(abs(value * factor) if isinstance(value, Decimal) else Decimal(0))
    return all(sizes) and max(sizes) < 10 * min(sizes)
