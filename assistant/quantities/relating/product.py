"""So many of so many each: two boxes of 30 tablets each, 14,000 jobs a year for five years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from assistant.quantities.relating.reckoned import (
    Reckoned,
    comparable,
    hedge,
    made_of,
    retold,
    value_of,
)
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.once import dated_back
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic
from assistant.quantities.words.units import kind_of
from assistant.types import Quantity

_BOTH = 2
_OWNED = 40  # characters of an owner between "each of" and how many there are
_NEAR = 24  # characters between what each gets and how many they are
_EACH = frozenset({"money", "count", "mass", "volume", "energy", "area"})


def product(mine: Frame, theirs: Frame) -> Reckoned | None:
    """What several have together, where the evidence tells how many they are and what each has, and
    the claim does not tell what each has."""
    if not (theirs.has(Topic.PER) or any("/" in f.quantity.unit for f in theirs.facts)):
        return None
    if theirs.has(Topic.NEGATION) or mine.has(Topic.NEGATION) or told_each(mine):
        return None
    if len(theirs.facts) == 1:
        return _over_its_time(mine, theirs)
    pair = _pair(theirs) if len(theirs.facts) == _BOTH else None
    return _multiplied(pair, mine, theirs) if pair else None


def told_each(one: Frame) -> bool:
    """Whether a sentence tells what each has, or what is done in each time."""
    return one.has(Topic.PER) or any("/" in f.quantity.unit for f in one.facts)


def _multiplied(pair: tuple[Fact, Fact], mine: Frame, theirs: Frame) -> Reckoned | None:
    group, each = pair
    count, size = value_of(group), value_of(each)
    unit = each.quantity.unit.partition("/")[0]
    if count is None or size is None or count < _BOTH or count != int(count):
        return None
    if each.role != "level" or kind_of(unit) not in _EACH or group.quantity.comparator != "exact":
        return None
    part = replace(each.quantity, unit=unit, kind=kind_of(unit))
    whole = _whole(each, part, count * size, count, hedge(each))
    if not comparable(mine, whole.quantity):
        return None
    alone = replace(
        group, quantity=replace(group.quantity, unit=group.figure.unit), share="", predicate="",
        thing=group.thing if not group.share else "", told=frozenset(),
    )  # fmt: skip
    counted = any(_same_count(f, alone) for f in mine.facts)
    if counted and len(mine.facts) == 1:
        return None  # tells only how many they are
    if counted and part.kind == "money" and any(_paltry(f, count) for f in mine.facts):
        return None
    facts: tuple[Fact, ...] = (alone, whole) if group is theirs.facts[0] else (whole, alone)
    if not counted and not any(f.pack for f in mine.facts):
        facts = (whole,)
    timed = group.quantity.kind == "duration"
    named = counted or mine.has(Topic.SUM)
    sure = named or not (timed or part.kind == "money")
    told = counted and group.figure.unit != "person"  # gave 5,000 baht to 200 people
    clear = told or mine.has(Topic.SUM) or bool(group.pack)
    return Reckoned(
        retold(theirs, facts, _distributes), whole, Working("×", (group.quantity, part)), sure,
        clear,
    )  # fmt: skip


def _whole(each: Fact, part: Quantity, value: Decimal, count: Decimal, comparator: str) -> Fact:
    quantity = replace(part, comparator=comparator, resolution=part.resolution * count)
    return made_of(each, value, quantity)


def _same_count(fact: Fact, group: Fact) -> bool:
    """Whether a figure of the claim tells how many there are, or how long it goes on."""
    one, two = fact.quantity, group.quantity
    return one.kind == two.kind and one.low == one.high == two.low and one.comparator == "exact"


def _paltry(fact: Fact, count: Decimal) -> bool:
    """Whether an amount is less than one unit of money for each, so that it is what each gets:
    10,000 baht for 14.5 million people."""
    low = fact.quantity.low
    return fact.quantity.kind == "money" and isinstance(low, Decimal) and low < count


def _distributes(mention: Mention) -> bool:
    return mention.has(Topic.PER) is not None


def _over_its_time(mine: Frame, theirs: Frame) -> Reckoned | None:
    """What a figure for each month or quarter comes to over the one time that the evidence names,
    where the claim names that time as well: a quarter, in the first half of 2025."""
    each, periods = theirs.facts[0], theirs.periods
    size, (unit, _, per) = value_of(each), each.quantity.unit.partition("/")
    if len(periods) != 1 or size is None or each.role != "level" or kind_of(unit) not in _EACH:
        return None
    if not any((p.first, p.last) == (periods[0].first, periods[0].last) for p in mine.periods):
        return None
    months = _months(periods[0].first, periods[0].last)
    one = _MONTHS.get(per, 0) if per else _each_of(theirs)
    if not months or not one or months % one or months == one:
        return None
    count = Decimal(months // one)
    part = replace(each.quantity, unit=unit, kind=kind_of(unit))
    whole = _whole(each, part, count * size, count, hedge(each))
    if not comparable(mine, whole.quantity):
        return None
    often = replace(part, low=count, high=count, unit="number", comparator="exact")
    frame = retold(theirs, (whole,), _distributes)
    return Reckoned(frame, whole, Working("×", (often, part)), clear=True)


_MONTHS = {"month": 1, "quarter": 3}


def _months(first: date | None, last: date | None) -> int:
    """How many whole months a time of at most a year has, 0 where it has no such number."""
    if first is None or last is None or first.day != 1 or (last + timedelta(days=1)).day != 1:
        return 0
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months if months <= _YEAR else 0


_YEAR = 12


def _each_of(one: Frame) -> int:
    """The months of what "each of" tells the time to be counted in: the first two quarters."""
    start, end = one.periods[0].start, one.periods[0].end
    opens = any(m.has(Topic.PER) and 0 <= start - m.end <= _OF for m in one.mentions)
    sizes = {
        t.senses[Sense.MONTHS]
        for t in one.reading.scanned.tokens
        if start <= t.start < end and Sense.MONTHS in t.senses
    }
    return sizes.pop() if opens and len(sizes) == 1 else 0


_OF = 9  # characters of "of the" between "each" and the time


def _pair(one: Frame) -> tuple[Fact, Fact] | None:
    """How many there are and what each has, None where the sentence does not tell that they belong
    together."""
    first, second = one.facts
    for group, each in ((first, second), (second, first)):
        per = each.quantity.unit.partition("/")[2]
        known = per not in ("", "number") and per == group.quantity.unit
        if known and not dated_back(group, one.mentions):
            return (group, each) if group.quantity.kind in ("count", "duration") else None
    pers = [m for m in one.mentions if m.has(Topic.PER)]
    found = _told_each(first, second, pers[0], one) if len(pers) == 1 else None
    if found is None or found[0].quantity.kind not in ("count", "duration"):
        return None
    return found if found[0].quantity.kind == "count" or found[0] is second else None


def _told_each(first: Fact, second: Fact, per: Mention, one: Frame) -> tuple[Fact, Fact] | None:
    """The same by the place of "each", or by the word that counts both: 10 boats, a boat 30."""
    a, b = first.quantity, second.quantity
    for group, each in ((first, second), (second, first)):
        noun, start = group.figure.noun, each.quantity.start
        if noun and per.end <= start <= per.end + 1 and one.text[: per.start].endswith(noun):
            return group, each
    if not one.text[per.start].isascii():
        return None
    if 0 <= per.start - b.end <= 1 and not _listed(first, second, one):
        return first, second
    if 0 <= per.start - a.end <= 1 and 0 <= b.start - per.end <= _NEAR:
        return second, first
    of = [m.start for m in one.mentions if m.has(Topic.OF) and 0 <= m.start - per.end <= 1]
    if of and 0 <= a.start - of[0] <= _OWNED and "," not in one.text[per.end : a.start]:
        return first, second
    return (second, first) if of and a.end <= per.start and b.start - per.end <= _NEAR else None


def _listed(first: Fact, second: Fact, one: Frame) -> bool:
    """Whether "and" joins the two: two vans and 30 tablets each."""
    start, end = first.quantity.end, second.quantity.start
    return any(m.has(Topic.AND) and start <= m.start and m.end <= end for m in one.mentions)
