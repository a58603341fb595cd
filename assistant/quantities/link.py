"""Which figure of the evidence speaks of the same thing as a figure of the claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.names import named_in, names_in, same_name
from assistant.quantities.align import likeness
from assistant.quantities.compare import Interval, Why, conversion, interval, judge
from assistant.quantities.frame import Fact, Frame
from assistant.quantities.lexicon import Sense
from assistant.quantities.periods import period_clash
from assistant.quantities.scan import means
from assistant.quantities.topics import Topic
from assistant.quantities.units import kind_of, seconds
from assistant.types import Quantity, Stance


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures made comparable, and what keeps them from being compared, if anything."""

    claim: Quantity
    evidence: Quantity
    fact: Fact
    blocked: Why | None = None
    sure: bool = True


def other_subject(mine: Frame, theirs: Frame, *, same_story: bool) -> Why | None:
    """Why the two sentences speak of different parties or measures, None when they need not.

    A long sentence of another story may name a deputy in passing; only what the claim itself
    names must then be there.
    """
    one, two = mine.ids(Topic.QUALIFIER), theirs.ids(Topic.QUALIFIER)
    if one - two or (same_story and two - one):
        return Why.OTHER_PARTY
    if _otherwise(mine.ids(Topic.STATISTIC), theirs.ids(Topic.STATISTIC)):
        return Why.OTHER_MEASURE
    for topic in (Topic.SIDE, Topic.FIRM, Topic.THING):
        one, two = mine.ids(topic), theirs.ids(topic)
        if one and two and not one & two:
            return Why.OTHER_PARTY if topic in (Topic.SIDE, Topic.FIRM) else Why.OTHER_MEASURE
    return Why.OTHER_PARTY if renamed(mine.text, theirs.text) else None


def _otherwise(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both tell how something was measured, and differently: mean and median."""
    ways = {way.partition(":")[0] for way in one} & {way.partition(":")[0] for way in two}
    return any(
        {w for w in one if w.startswith(way)}.isdisjoint(w for w in two if w.startswith(way))
        for way in ways
    )


@lru_cache(maxsize=8192)
def renamed(claim: str, evidence: str) -> bool:
    """Whether both sentences open with a Latin name and the two share only a part.

    Northmere Bank is not Northmere Insurance; Kestrel may be Kestrel Foundry.
    """
    one, two = names_in(claim, "en"), names_in(evidence, "en")
    if not one or not two:
        return False
    first = one[0].text
    if any(same_name(first, other.text) for other in two):
        return False
    head = first.split()[0].lower()
    kin = [other.text for other in two if other.text.split()[0].lower() == head]
    return bool(kin) and " " in first


@lru_cache(maxsize=8192)
def other_party(claim: str, evidence: str, context: str) -> Why | None:
    """`OTHER_PARTY` when the claim's subject is named nowhere in the evidence or its context.

    Names that carry a number (R1, H800) must all be there: they tell one product from another.
    """
    where = f"{context}\n{evidence}" if context else evidence
    names = [name.text for name in names_in(claim)]
    if names and not any(named_in(name, where) for name in names[:2]):
        return Why.OTHER_PARTY
    squeezed = where.lower().replace("-", "").replace(" ", "")
    models = (m.group().lower().replace("-", "") for m in _MODEL.finditer(claim))
    return None if all(model in squeezed for model in models) else Why.OTHER_PARTY


_MODEL = re.compile(r"(?<![A-Za-z0-9])(?!Q[1-4]|H[12]|FY)[A-Z][A-Za-z]*-?\d+(?![\w%])")


@lru_cache(maxsize=8192)
def names_its_parties(claim: str, evidence: str) -> bool:
    """Whether the sentence itself names the claim's subject, or no other party at all."""
    names = [name.text for name in names_in(claim)][:2]
    if not names:
        return True
    if named_in(names[0], evidence):
        return True
    return not names_in(evidence)


def link(fact: Fact, mine: Frame, theirs: Frame, context: str, *, same_story: bool) -> Link | None:
    """The best counterpart of `fact`, None when the evidence has no figure like it."""
    options = [found for other in theirs.facts if (found := paired(fact, other, theirs))]
    if not options:
        return None
    timely = [o for o in options if not period_clash(mine, fact, theirs, o.fact, context)]
    options = timely or options
    scores = [_score(fact, mine, found, theirs, same_story=same_story) for found in options]
    place = max(range(len(options)), key=scores.__getitem__)
    best = options[place]
    rivals = [s for i, s in enumerate(scores) if i != place]
    measured = bool(mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE)) or fact.figure.noun != ""
    sure = measured and all(scores[place][2] > rival[2] for rival in rivals)
    block = blocked(fact, best.fact, mine, theirs)
    alone = [f for f in mine.facts if f.quantity.kind == fact.quantity.kind] == [fact]
    if block is None and alone and _torn(best, options, scores, place):
        block = Why.UNSURE
    return replace(best, blocked=block, sure=sure)


def _torn(best: Link, options: list[Link], scores: list[tuple[float, ...]], place: int) -> bool:
    """Whether the labels cannot tell which of several figures is meant, and it matters."""
    rivals = [
        option
        for i, option in enumerate(options)
        if i != place and scores[i][:-1] == scores[place][:-1]
    ]
    meant = judge(best.claim, best.evidence)[0]
    return any(judge(rival.claim, rival.evidence)[0] is not meant for rival in rivals)


def paired(fact: Fact, other: Fact, theirs: Frame) -> Link | None:
    """The two figures in one unit, None when they have none in common."""
    claim, evidence = fact.quantity, other.quantity
    if (claim.unit + evidence.unit).count("Wh") == 1:
        claim, evidence = metered(claim, fact.figure.noun), metered(evidence, other.figure.noun)
    if _unlike(fact, other):
        return None
    if conversion(claim, evidence) is not None or claim.kind == evidence.kind == "money":
        return Link(claim, evidence, other)
    rates = {"percent", "percentage_point"}
    if {claim.unit, evidence.unit} == rates and fact.role == other.role != "change":
        return Link(claim, replace(evidence, unit=claim.unit, kind=claim.kind), other)
    if bare := _bare(fact, other):
        return Link(*bare, other)
    mine, mine_per = _split(claim)
    yours, yours_per = _split(evidence)
    if mine_per and yours_per:
        return _rates(claim, evidence, other)
    if mine.unit != yours.unit and conversion(mine, yours) is None:
        return None
    if not _told_per(fact.quantity, other.quantity, fact, other):
        return None
    per = mine_per or yours_per
    if seconds(per) is None:
        return Link(mine, yours, other)
    return _spread(claim, evidence, other, theirs) if mine_per else None


def _unlike(fact: Fact, other: Fact) -> bool:
    """Whether people stand against things that a table knows to be none."""
    units = {fact.quantity.unit: fact, other.quantity.unit: other}
    thing = units.get("number") if "person" in units else None
    return thing is not None and means(thing.figure.noun, Sense.NOUN)


def _rates(claim: Quantity, evidence: Quantity, other: Fact) -> Link | None:
    """Two rates: a bare number per the same thing, or the same money per other times."""
    (mine, mine_per), (yours, yours_per) = _split(claim), _split(evidence)
    if mine_per == yours_per and "number" in (mine.unit, yours.unit):
        unit = claim.unit if yours.unit == "number" else evidence.unit
        return Link(replace(claim, unit=unit), replace(evidence, unit=unit), other)
    timed = seconds(mine_per) is not None and seconds(yours_per) is not None
    return Link(claim, evidence, other) if timed and mine.unit == yours.unit else None


_METER = Decimal(1000)  # watt-hours in a unit of electricity


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
    return "per" in plain.told


def _bare(fact: Fact, other: Fact) -> tuple[Quantity, Quantity] | None:
    """A number without a unit takes the other's: index points, or a share written 0.875."""
    claim, evidence = fact.quantity, other.quantity
    if "number" not in (claim.unit, evidence.unit) or fact.figure.noun or other.figure.noun:
        return None
    unit = claim.unit if evidence.unit == "number" else evidence.unit
    bare = claim if claim.unit == "number" else evidence
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


def _spread(claim: Quantity, evidence: Quantity, other: Fact, theirs: Frame) -> Link | None:
    """A total over some years as a yearly figure."""
    per = claim.unit.partition("/")[2]
    spans = [f.quantity for f in theirs.facts if f.quantity.kind == "duration"]
    if len(spans) != 1 or not isinstance(spans[0].low, Decimal) or not spans[0].low:
        return None
    length, each = seconds(spans[0].unit), seconds(per)
    if length is None or each is None:
        return None
    count = spans[0].low * length / each

    def shared(value: object) -> Decimal | None:
        return value / count if isinstance(value, Decimal) else None

    made = replace(
        evidence, low=shared(evidence.low), high=shared(evidence.high), unit=claim.unit,
        kind=claim.kind,
    )  # fmt: skip
    return Link(claim, made, other)


def _score(
    fact: Fact, mine: Frame, found: Link, theirs: Frame, *, same_story: bool
) -> tuple[float, ...]:
    """How well two figures fit, best first.

    Outside one story a sentence has many figures, and one that agrees with the claim, or would
    but for a slip of scale or currency, is likely the one meant.
    """
    other = found.fact
    alike = likeness(fact, mine, other, theirs) + len(fact.measures & other.measures)
    if not same_story:
        stance, why = judge(found.claim, found.evidence)
        slipped = why is Why.SCALE_SLIP or same_amount(found.claim, found.evidence)
        alike += _AGREEING if stance is Stance.SUPPORTS else _SLIPPED if slipped else 0
        alike += _MEETING if why is Why.LESS_PRECISE else 0
    counted = fact.quantity.kind == other.quantity.kind == "count"
    return (
        not same_story or counted or fact.quantity.unit == other.quantity.unit,
        fact.role == other.role or "change" not in (fact.role, other.role),
        alike,
        fact.role == other.role,
        -abs(fact.index - other.index),
    )


_AGREEING, _SLIPPED, _MEETING = 2.0, 1.5, 1.0


def same_amount(claim: Quantity, evidence: Quantity) -> bool:
    """Whether two amounts of money differ in nothing but the currency."""
    if not claim.kind == evidence.kind == "money" or claim.unit == evidence.unit:
        return False
    one, two = interval(claim), interval(evidence)
    return two.point is not None and one.contains(Interval(two.point, two.point))


def same_figure(claim: Quantity, evidence: Quantity) -> bool:
    """Whether two rates differ in nothing but the time they are per."""
    (mine, mine_per), (yours, yours_per) = _split(claim), _split(evidence)
    if mine.unit != yours.unit or not (mine_per and yours_per) or mine_per == yours_per:
        return False
    one, two = interval(mine), interval(yours)
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


def blocked(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> Why | None:
    """Why the two figures speak of different things, None when they may be the same."""
    lost = "loss" in fact.measures & other.measures
    if (fact.role == "change") != (other.role == "change") and not lost:
        return Why.GROWTH_NOT_LEVEL
    if fact.quantity.kind == "count" and fact.thing and other.thing and fact.thing != other.thing:
        return Why.OTHER_MEASURE
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    poles = mine.ids(Topic.POLE) and theirs.ids(Topic.POLE)
    if one and two and not one & two and not poles:
        return Why.OTHER_MEASURE
    return None
