"""What one of several comes to: 20 houses for 100 million are 5 million a house."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.relating.product import told_each
from assistant.quantities.relating.reckoned import Reckoned, hedge, made_of, retold, value_of
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import kind_of

_BOTH = 2
_COUNTED = frozenset({"per", "person"})
"""What a claim may tell a figure to be per: what is counted, not a time."""
_MEASURED = frozenset({"area", "mass", "volume", "length"})
_GROUPS = _MEASURED | {"count"}
_DEALT = frozenset({"price", "sold", "purchases", "spending", "fee"})


def quotient(mine: Frame, theirs: Frame) -> Reckoned | None:
    """What each has, where the evidence tells how many there are and what all cost together, and
    the claim tells an amount for each."""
    if len(theirs.facts) != _BOTH or not told_each(mine) or told_each(theirs):
        return None
    group, whole = theirs.facts
    if group.quantity.kind not in _GROUPS or whole.quantity.kind != "money":
        return None
    if whole.role != "level":
        return None
    if theirs.has(Topic.NEGATION) or mine.has(Topic.NEGATION) or theirs.has(Topic.AND):
        return None
    asked = [f for f in mine.facts if f.quantity.unit.partition("/")[0] == whole.quantity.unit]
    count, amount = value_of(group), value_of(whole)
    if len(asked) != 1 or not (_of_what_is_counted(asked[0], mine) or _by_measure(asked[0], group)):
        return None
    if count is None or amount is None or count < _BOTH or count != int(count):
        return None
    unit = asked[0].quantity.unit
    quantity = replace(
        whole.quantity, unit=unit, kind=kind_of(unit), comparator=hedge(group, whole),
        resolution=whole.quantity.resolution / count,
    )  # fmt: skip
    each = replace(made_of(whole, amount / count, quantity), told=asked[0].told)
    sure = _same_thing(asked[0], mine, group, theirs)
    working = Working("÷", (whole.quantity, group.quantity))
    return Reckoned(retold(theirs, (group, each), _never), each, working, sure, sure)


def _by_measure(asked: Fact, group: Fact) -> bool:
    """Whether a price is by what the group is measured in: so much a rai, for five rai."""
    per = asked.quantity.unit.partition("/")[2]
    return group.quantity.kind in _MEASURED and per == group.quantity.unit


def _never(_: object) -> bool:
    return False


def _of_what_is_counted(fact: Fact, mine: Frame) -> bool:
    """Whether an amount is told of each of what can be counted, and of no time."""
    per = fact.quantity.unit.partition("/")[2]
    return kind_of(per) == "count" if per else mine.ids(Topic.PER) <= _COUNTED


def _same_thing(asked: Fact, mine: Frame, group: Fact, theirs: Frame) -> bool:
    """Whether what is counted is what the claim tells the price of, dealt in on both sides."""
    per = asked.quantity.unit.partition("/")[2]
    counted = per not in ("", "number") and per == group.quantity.unit
    named = bool(group.thing) and group.thing in mine.ids(Topic.THING)
    dealt = _DEALT & mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE)
    return (counted or named or _by_its_word(mine, group)) and bool(dealt)


def _by_its_word(mine: Frame, group: Fact) -> bool:
    """Whether the word before "each" counts what the group's does: a house (in Thai)."""
    pers = {m.start for m in mine.mentions if m.has(Topic.PER)}
    units = {t.get(Sense.NOUN) for t in mine.reading.scanned.tokens if t.end in pers}
    return group.quantity.unit != "number" and units == {group.quantity.unit}
