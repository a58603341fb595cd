"""What keeps two figures of one unit from being compared: other measures, things, sorts of time."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.denials import LACK
from assistant.quantities.linking.doings import only_done, other_head
from assistant.quantities.linking.kept import gone
from assistant.quantities.linking.kinds import other_noun, sort_of
from assistant.quantities.linking.slots import other_slot
from assistant.quantities.linking.spans import other_time
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import AWAY, PART_OF_STAKE
from assistant.quantities.words.english_rules import EVERY as ENGLISH_EVERY
from assistant.quantities.words.thai_rules import EVERY as THAI_EVERY
from assistant.quantities.words.topics import PEOPLE, Mention, Topic


def _room_for(fact: Fact, one: Frame) -> bool:
    """Whether a figure is what there is room for: berths for forty ships."""
    start = fact.quantity.start
    return any(m.has(Topic.ROOM) and 0 <= start - m.end <= 1 for m in one.mentions)


def _held_taken(one: Frame, two: Frame) -> bool:
    """Whether one tells how many there are, and the other how many came or went in some time."""
    there = one.has(Topic.EXIST) or "owns" in one.ids(Topic.OWNING)
    measures = one.ids(Topic.MEASURE)
    others = two.ids(Topic.MEASURE)
    return there and not measures - _STOCKS and bool(others & _FLOWS - measures)


_STOCKS = frozenset({"staff", "customers", "population", "patients", "deposits", "capacity"})
_FLOWS = frozenset({"admitted", "hired", "layoffs", "arrested", "recovered", "throughput"})
_COMERS = frozenset({"passengers", "visitors", "patients", "customers", "audience", "admitted"})
"""Measures of those who come, which are not those whom there is room for."""
_DEALT = frozenset({"price", "sold", "purchases"})
"""Measures that are one where a figure is per something: sold at so much, priced so much."""
_PAID = frozenset({"price", "purchases"})
"""Measures that are one where one thing is bought for so much."""
_NARROW = frozenset({"spread", "provisions"})
"""Measures that are never meant by a wider one: a spread of yields is no yield."""
_LENT = frozenset({"interest", "borrowing", "fee"})
"""Measures that are one where a rate of interest is told: charges 3.65% a year on loans."""
_LENGTHS = frozenset({"length", "width", "height", "distance", "depth"})
_SPATIAL = _LENGTHS | {"area", "floor", "plot"}
_UNFIT = {
    "length": frozenset({"area", "floor", "plot", "age"}),
    "area": _LENGTHS | {"revenue", "admitted", "age"},
    "power": _SPATIAL | {"production", "age"},  # an output of so many megawatts is a capacity
    "energy": _SPATIAL | {"age"},
    "money": _LENGTHS | {"area", "age", "delivered"},
    "mass": _SPATIAL | {"age"},
    "volume": frozenset({"age"}),
    "count": frozenset({"revenue"}),
}
"""What a figure of a kind never measures."""


def _one_price(fact: Fact, mine: Frame, other: Fact, theirs: Frame, told: frozenset[str]) -> bool:
    """Whether both amounts are what one thing costs: per something, or paid for what no count makes
    several."""
    if "/" in fact.quantity.unit + other.quantity.unit or "per" in fact.told | other.told:
        return True
    alone = len(mine.facts) == len(theirs.facts) == 1
    return alone and fact.quantity.kind == "money" and told <= _PAID


def _lacked_there(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one figure is how many are lacking, and the other sentence tells what there is: is
    short of 300 nurses, has 300 nurses."""
    return _lacked(fact, mine, theirs) or _lacked(other, theirs, mine)


def _lacked(fact: Fact, one: Frame, two: Frame) -> bool:
    """Whether a figure is how many are lacking, and the other sentence tells of no lack but of what
    there is, or of a measure of the same."""
    start, measures = fact.quantity.start, two.ids(Topic.MEASURE)
    if LACK in measures or not (two.has(Topic.EXIST) or measures & one.ids(Topic.MEASURE)):
        return False
    return any(m.has(Topic.MEASURE) == LACK and m.end <= start for m in one.mentions)


def _fitting(measures: frozenset[str], fact: Fact) -> frozenset[str]:
    """The measures that a figure of its kind can be of: a race that covers a mile has no area."""
    return measures - _UNFIT.get(fact.quantity.kind, frozenset())


def _shared_of(one: Frame) -> frozenset[str]:
    """The measures that a sentence names only as what a share is of: 40% of its capacity."""
    rates = [f.quantity.end for f in one.facts if f.quantity.kind in _RATES]
    ofs = [m.end for m in one.mentions if m.has(Topic.OF) and {m.start, m.start - 1} & {*rates}]
    told = [(m.start, v) for m in one.mentions if (v := m.has(Topic.MEASURE))]
    based = {v for start, v in told if any(0 <= start - end <= _OWNED for end in ofs)}
    return frozenset(
        based - {v for start, v in told if not any(0 <= start - e <= _OWNED for e in ofs)}
    )


_RATES = frozenset({"percent", "ratio"})
_OWNED = 5  # characters of "its" between "of" and a measure


def _how_often_apart(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one length of time tells how often something happens, and the other does not."""
    return _how_often(fact) != _how_often(other)


def _how_often(fact: Fact) -> bool:
    """Whether a length of time tells how often something happens: every three hours."""
    return fact.quantity.kind == "duration" and (
        ENGLISH_EVERY.search(fact.left) is not None or THAI_EVERY.search(fact.left) is not None
    )


def blocked(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> Why | None:
    """Why the two figures speak of different things, None when they may be the same."""
    lost = _lost(fact) and _lost(other) and bool(_LOST & fact.measures | _LOST & other.measures)
    if (fact.role == "change") != (other.role == "change") and not lost:
        told = (fact, mine, other) if fact.role != "change" else (other, theirs, fact)
        if not _attributive(*told):
            return Why.GROWTH_NOT_LEVEL
    held = mine.has(Topic.OWNING) and not theirs.has(Topic.OWNING)
    if _of_another(fact, mine, other, theirs):
        return Why.OTHER_MEASURE
    one, two = (_fitting(side.ids(Topic.MEASURE), fact) for side in (mine, theirs))
    if one | two <= _DEALT and _one_price(fact, mine, other, theirs, one | two):
        return None
    if fact.quantity.unit.startswith("percent") and one | two <= _LENT and "interest" in one | two:
        return None
    if "capacity" in one ^ two and one & two and one & two <= _COMERS:
        return Why.OTHER_MEASURE
    stake = "stake" in theirs.ids(Topic.MEASURE)
    if fact.quantity.kind == "percent" and held and not stake and not one & two:
        return Why.OTHER_MEASURE
    if _there_and_come(fact, mine, other, theirs) or _held_now(fact, mine, one, theirs, two):
        return Why.OTHER_MEASURE
    rate = {fact.quantity.kind, other.quantity.kind} & _RATES
    if not rate and one & two and one & two <= _shared_of(theirs) - _shared_of(mine):
        return Why.OTHER_MEASURE
    if fact.quantity.kind == "length" and _stands_deep(one, mine, two, theirs):
        return None
    poles = mine.ids(Topic.POLE) and theirs.ids(Topic.POLE)
    wiped = lost and one | two <= _LOST
    if one and two and not one & two and not poles and not wiped:
        return Why.OTHER_MEASURE
    return None


def _held_now(
    fact: Fact, mine: Frame, one: frozenset[str], theirs: Frame, two: frozenset[str]
) -> bool:
    """Whether one tells what a tank or a dam can hold, and the other what it holds now."""
    if fact.quantity.kind != "volume" or "capacity" not in one ^ two:
        return False
    return bool((theirs if "capacity" in one else mine).ids(Topic.NOW))


def _there_and_come(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one tells how many there are, and the other how many came, went or are ordered."""
    if fact.quantity.kind in _KEPT:
        return _kept_made(mine, theirs) or _kept_made(theirs, mine)
    if fact.quantity.kind != "count":
        return False
    held = _held_taken(mine, theirs) or _held_taken(theirs, mine)
    return (
        held or _there_alone(fact, mine, other, theirs) or _there_alone(other, theirs, fact, mine)
    )


def _kept_made(one: Frame, two: Frame) -> bool:
    """Whether one tells how much there is of something, and the other how much was made of it."""
    made = "production" in two.ids(Topic.MEASURE) - one.ids(Topic.MEASURE)
    return bool(made and one.text.isascii() and one.has(Topic.EXIST)) and not one.ids(Topic.MEASURE)


_KEPT = frozenset({"mass", "volume"})


def _of_what(fact: Fact, one: Frame) -> frozenset[str]:
    """Whether a share is told to be of people or of things that a table knows, directly behind it:
    half of the staff, half of the branches."""
    if fact.quantity.kind not in _RATES:
        return frozenset()
    end = fact.quantity.end
    ofs = [m.end for m in one.mentions if m.has(Topic.OF) and 0 <= m.start - end <= 1]
    reach = _OWNER if one.text.isascii() else 1
    near = [m for m in one.mentions if ofs and 0 <= m.start - ofs[0] <= reach]
    reach = 1 if one.text.isascii() else _OWNER
    if any(0 <= fact.quantity.start - m.end <= reach and _of_people(m) for m in one.mentions):
        return frozenset({"people"})  # ผู้ป่วยหนึ่งในสี่
    if near and any(_of_people(m) for m in one.mentions if near[0].end + 1 == m.start):
        return frozenset({"people"})  # 75% of diabetes patients
    for m in near:
        if _of_people(m):
            return frozenset({"people"})
        if m.has(Topic.THING):
            return frozenset() if m.has(Topic.THING) == _SEAT else frozenset({"things"})
    return frozenset()


def _of_people(told: Mention) -> bool:
    """Whether a mention names people."""
    thing = told.has(Topic.THING)
    return bool(thing and thing.startswith(PEOPLE)) or told.has(Topic.MEASURE) in _WHO


def _of_a_count(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether a multiple of what is earned meets one of what is counted: profit doubled, the fleet
    doubled to 84 aircraft."""
    if {fact.quantity.unit, other.quantity.unit} != {"times"}:
        return False
    counts = [f for f in theirs.facts if f.quantity.kind == "count" and f.figure.noun]
    return bool(mine.ids(Topic.MEASURE) & _EARNED and counts) and not theirs.ids(Topic.MEASURE)


_EARNED = frozenset({"net_profit", "operating_profit", "revenue", "dividend", "loss", "debt"})
_SEAT = "seat"  # whoever sits on it is meant
_OWNER = 16  # characters of whose they are, between "of" and what a share is of
_WHO = frozenset(
    {"staff", "population", "customers", "votes", "passengers", "visitors", "patients"}
)


def _of_a_stake(fact: Fact, one: Frame) -> bool | None:
    """Whether a share is a part of a stake, not the stake itself; None where no stake is told."""
    if fact.quantity.kind != "percent" or "stake" not in one.ids(Topic.MEASURE):
        return None
    return PART_OF_STAKE.match(fact.right) is not None


def _of_another(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two figures count two things, or tell two sorts of time or two ends of values."""
    one, two = fact.thing, other.thing
    if fact.quantity.kind in _COUNTED and one and two and one != two:
        both = one in theirs.ids(Topic.THING) and two in mine.ids(Topic.THING)
        grown = _plants_of(fact, mine, other) or _plants_of(other, theirs, fact)
        if not grown and (not both or fact.index or other.index):  # twelve miners died
            return True
    if _added_to(mine, theirs) or _added_to(theirs, mine):
        return True
    if _of_what(fact, mine) | _of_what(other, theirs) == {"people", "things"}:
        return True
    if {_of_a_stake(fact, mine), _of_a_stake(other, theirs)} == {True, False}:
        return True
    if fact.edge and other.edge and fact.edge != other.edge:
        return True
    if fact.pack != other.pack and fact.figure.noun and other.figure.noun:
        return True
    held = fact.quantity.kind == other.quantity.kind in ("count", "volume")
    room = held and "capacity" not in mine.ids(Topic.MEASURE) | theirs.ids(Topic.MEASURE)
    if room and _room_for(fact, mine) != _room_for(other, theirs):
        return True
    if _of_a_count(fact, mine, other, theirs):
        return True
    tests = (
        other_time,
        other_noun,
        other_slot,
        only_done,
        other_head,
        _lacked_there,
        _how_often_apart,
        _far_or_high,
        gone,
        _narrower,
    )
    return any(apart(fact, mine, other, theirs) for apart in tests)


def _narrower(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one side alone tells a measure that a wider one of the other never means."""
    one, two = (side.ids(Topic.MEASURE) for side in (mine, theirs))
    return bool(one and two and (one ^ two) & _NARROW)


_COUNTED = frozenset({"count", "mass"})


def _plants_of(trees: Fact, one: Frame, crop: Fact) -> bool:
    """Whether one counts trees of the very crop whose plants the other counts: 90,000 coffee trees,
    กาแฟ 9 หมื่นต้น."""
    own = trees.thing == "tree" and crop.thing in one.ids(Topic.THING)
    return own and sort_of(crop) == "plant"


def _added_to(one: Frame, two: Frame) -> bool:
    """Whether one tells how many there are, and the other how many come on top of them."""
    added = two.has(Topic.FURTHER) and two.has(Topic.ADDING) and not one.has(Topic.FURTHER)
    return added and one.has(Topic.EXIST) and not one.has(Topic.ADDING)


_STANDING = frozenset({"height", "depth", "width"})


def _there_alone(fact: Fact, one: Frame, other: Fact, two: Frame) -> bool:
    """Whether one tells no more than that there are so many, the other that they are ordered."""
    there = {m.end for m in one.mentions if m.has(Topic.EXIST)}
    things = {
        m.end for m in one.everything if m.has(Topic.THING) and {m.start, m.start - 1} & there
    }
    directly = any(0 <= fact.quantity.start - end <= 1 for end in there | things)
    ordered = not _ORDERED.isdisjoint(two.ids(Topic.STATE)) and "orders" not in one.ids(
        Topic.MEASURE
    )
    return fact.quantity.kind == other.quantity.kind == "count" and directly and ordered


_ORDERED = frozenset({"?wares:ordered", "?fleet:new"})


def _far_or_high(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one length is how high, deep or wide something is, and the other how far off."""
    standing = (mine.ids(Topic.MEASURE) | theirs.ids(Topic.MEASURE)) & _STANDING
    return fact.quantity.kind == "length" and bool(standing) and _way_off(fact) != _way_off(other)


def _way_off(fact: Fact) -> bool:
    """Whether a length is how far something is from something else: 300 m from the river."""
    return AWAY.match(fact.right) is not None


def _stands_deep(one: frozenset[str], mine: Frame, two: frozenset[str], theirs: Frame) -> bool:
    """Whether a Latin sentence tells how deep something stands, and one of another script how high
    it is, as of a flood."""
    if mine.text.isascii() == theirs.text.isascii():
        return False
    latin, other = (one - two, two - one) if mine.text.isascii() else (two - one, one - two)
    return latin == {"depth"} and other == {"height"}


def _attributive(level: Fact, one: Frame, change: Fact) -> bool:
    """Whether a share stands directly in front of what the change is one of: a 4% pay offer."""
    end = level.quantity.end
    own = {v for m in one.mentions if m.start - end == 1 for t, v in m.senses if t is Topic.MEASURE}
    return level.quantity.kind == "percent" and bool(own & change.measures)


def _lost(fact: Fact) -> bool:
    """Whether a figure is what was lost: a loss, or a fall in what the market pays."""
    return "loss" in fact.measures or (fact.move == "down" and bool(fact.measures & _LOST))


_LOST = frozenset({"loss", "market_value", "stock"})
