"""Places in an order: ranked third, among the top ten, the 12th president."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.compare import Why, interval
from assistant.quantities.linking.from_end import from_top
from assistant.quantities.linking.items import item_named, items, out_of_all
from assistant.quantities.linking.orders import other_order
from assistant.quantities.linking.ranks import LAST, among, ordinals, ranks
from assistant.quantities.relating.dates import dated
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import OUT_OF_ALL
from assistant.quantities.words.thai_roles import OUT_OF_ALL as THAI_OUT_OF_ALL
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def ranked(mine: Frame, theirs: Frame) -> Settled | None:
    """Places in an order: told on both sides, or worked out from a list of figures."""
    if (found := _of_so_many(mine, theirs)) is not None:
        return found
    if mine.facts and not out_of_all(mine, theirs):
        return misplaced(mine, theirs)
    one, two = ranks(mine), ranks(theirs)
    if one and two and (apart := other_order(mine, theirs)):
        return Stance.SILENT, apart
    if one and (not two or set(one) & set(two)) and (found := _in_the_list(one[0], mine, theirs)):
        return found
    if one and two:
        one, two = (from_top(places, mine, theirs) for places in (one, two))
        if set(one).isdisjoint(two):
            if min(*one, *two) < LAST and max(*one, *two) > 0:
                return Stance.SILENT, Why.UNSURE  # of how many is not told
            return Stance.REFUTES, Why.APART
        return _when(mine, theirs) or (Stance.SUPPORTS, Why.EQUAL)
    return None


def _of_so_many(mine: Frame, theirs: Frame) -> Settled | None:
    """A place and out of how many, against another place: 107th of 180; None where the claim tells
    more than that, or the places agree and the evidence does not tell as many."""
    one, two = ranks(mine), ranks(theirs)
    if len({*one}) != 1 or len({*two}) != 1 or min(*one, *two) < 0 or not _whole_alone(mine):
        return None
    if mine.has(Topic.NEGATION) or theirs.has(Topic.NEGATION) or other_order(mine, theirs):
        return None
    if {*one} != {*two}:
        return Stance.REFUTES, Why.APART
    wholes = [f.quantity.low for f in theirs.facts if f.quantity.kind == "count"]
    return (Stance.SUPPORTS, Why.EQUAL) if wholes == [mine.facts[0].quantity.low] else None


def _whole_alone(one: Frame) -> bool:
    """Whether the only figure of a sentence is out of how many a place is told."""
    if len(one.facts) != 1 or one.facts[0].quantity.kind != "count" or one.dates:
        return False
    left = one.text[: one.facts[0].quantity.start]
    return OUT_OF_ALL.search(left) is not None or THAI_OUT_OF_ALL.search(left) is not None


def misplaced(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim with a place and the figure that its party has in a list of the evidence, where the
    place is another's: last with 41 points, where a third has 39; None elsewhere."""
    places, listed = ranks(mine), items(theirs)
    if len(places) != 1 or len(mine.facts) != 1 or not _SEVERAL <= len(listed) == len(theirs.facts):
        return None
    own = [f for f in listed if _same_figure(f, mine.facts[0])]
    if len(own) != 1 or mine.has(Topic.NEGATION):
        return None
    if (party := item_named(mine, theirs)) is None:
        return None
    found = _in_the_list(places[0], mine, theirs)
    elsewhere = party is not own[0] or (found is not None and found[0] is Stance.REFUTES)
    return (Stance.REFUTES, Why.NAMES) if elsewhere else None


_SEVERAL = 3


def _same_figure(one: Fact, other: Fact) -> bool:
    """Whether two figures are one number of one kind."""
    a, b = one.quantity, other.quantity
    alike = a.kind == b.kind or {a.kind, b.kind} == _SCORED
    return (a.low, a.high) == (b.low, b.high) and alike


_SCORED = {"point", "count"}


def _in_the_list(place: int, mine: Frame, theirs: Frame) -> Settled | None:
    """A place told of a party, against the figures that the evidence lists for several."""
    listed = items(theirs)
    if len({fact.quantity.kind for fact in listed} - {"count"}) > 1:
        return None  # amounts of several kinds are in no order
    party = item_named(mine, theirs) if 1 < len(listed) >= abs(place) else None
    if party is None:
        return None
    ordered = sorted(listed, key=_size, reverse=True)
    same = party is ordered[place if place < 0 else place - 1]
    return (Stance.SUPPORTS if same else Stance.REFUTES), Why.NAMES


def within(mine: Frame, theirs: Frame) -> Settled | None:
    """One of the first so many, against a place: eighth is among the top ten."""
    many = among(mine)
    if many is None:
        return _one_among(mine, theirs)
    told = all(f.quantity.low == many or _one_in(f, many) for f in mine.facts)
    if many is None or not told or mine.dates or other_order(mine, theirs):
        return None
    if (others := among(theirs)) is not None:
        return (Stance.SUPPORTS if others <= many else Stance.SILENT), Why.WITHIN
    places = {place for place in ranks(theirs) if place > 0}
    if len(places) != 1:
        return None
    inside = max(places) <= many
    return (Stance.SUPPORTS, Why.WITHIN) if inside else (Stance.REFUTES, Why.APART)


def _one_in(fact: Fact, many: int) -> bool:
    """Whether a share was read from "one of the first five"."""
    low = fact.quantity.low
    return fact.quantity.kind == "ratio" and isinstance(low, Decimal) and low * many == 1


def _one_among(mine: Frame, theirs: Frame) -> Settled | None:
    """A place, against one of the first so many: third may be among the top ten."""
    many = among(theirs)
    places = {p for p in ranks(mine) if p > 0} if many is not None and not mine.facts else set()
    if many is None or len(places) != 1 or mine.dates:
        return None
    if max(places) <= many or other_order(mine, theirs):
        return Stance.SILENT, Why.LESS_PRECISE
    return Stance.REFUTES, Why.APART


def _when(mine: Frame, theirs: Frame) -> Settled | None:
    """What keeps a place that agrees from proving a claim with a date: another date, or none."""
    if not mine.dates:
        return None
    found = [dated(mine, i, theirs).stance for i in range(len(mine.dates))] if theirs.dates else []
    if Stance.REFUTES in found and len(mine.dates) == len(theirs.dates) == 1:
        return Stance.REFUTES, Why.APART
    return None if found and set(found) == {Stance.SUPPORTS} else (Stance.SILENT, Why.OTHER_PERIOD)


def _size(fact: Fact) -> float:
    point = interval(fact.quantity).point
    return float(point) if point is not None else 0.0


def nth(mine: Frame, theirs: Frame) -> Settled | None:
    """What the subject is by number: the 12th president."""
    if mine.facts or mine.dates:
        return None
    one, two = ordinals(mine), ordinals(theirs)
    if not (_placed(mine) and _placed(theirs)) and (one != two or not _same_done(mine, theirs)):
        return None
    if len(one) != 1 or len(two) != 1 or mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    if apart := other_order(mine, theirs):
        return Stance.SILENT, apart
    return (Stance.SUPPORTS, Why.EQUAL) if one == two else (Stance.REFUTES, Why.APART)


def _same_done(mine: Frame, theirs: Frame) -> bool:
    """Whether the same is done to the same thing in both: opened its fifth plant."""
    topics = (Topic.THING, Topic.STATE)
    return all(mine.ids(topic) & theirs.ids(topic) for topic in topics)


def _placed(one: Frame) -> bool:
    """Whether a sentence tells what its subject is, or in which place it came."""
    return one.has(Topic.BEING) or one.has(Topic.RANK)
