"""What is left of a whole: 3 of 10 billion are spent, so 7 are left; 400 of 900 are boys."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.relating.addends import HALVES
from assistant.quantities.relating.reckoned import Reckoned, hedge, made_of, retold, value_of
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Quantity

_BOTH = 2
_LEFT = ":left"
_SPENT = (":spent", ":paid", ":used")
"""How the ids of states end that tell what is left, and what is spent."""
_UNSETTLED = (Topic.EXPECTED, Topic.PLANNED, Topic.FUTURE, Topic.UNDECIDED, Topic.AND, Topic.MOVE)
_BESIDE = 1


def left_over(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The money that is left, where the evidence tells what was spent of how much."""
    if len(mine.facts) != 1 or len(theirs.facts) != _BOTH or not _told(mine, _LEFT):
        return None
    if not _told(theirs, *_SPENT) or _told(theirs, _LEFT):
        return None
    if _unsettled(mine, theirs) or mine.has(Topic.NEGATION) or theirs.has(Topic.NEGATION):
        return None
    pair = _spent_of(theirs)
    if pair is None or pair[1].quantity.kind != "money" or mine.facts[0].quantity.kind != "money":
        return None
    return _without(*pair, theirs, pair[1].thing, _of_spending, ())


def _unsettled(mine: Frame, theirs: Frame) -> bool:
    return any(one.has(topic) for one in (mine, theirs) for topic in _UNSETTLED)


def _told(one: Frame, *ends: str) -> bool:
    return any(state.endswith(ends) for state in one.ids(Topic.STATE))


def _of_spending(mention: Mention) -> bool:
    spent = mention.has(Topic.MEASURE) == "spending" and mention.has(Topic.ALLOTTED) is None
    return spent or any(t is Topic.STATE and v.endswith(_SPENT) for t, v in mention.senses)


def _spent_of(one: Frame) -> tuple[Fact, Fact] | None:
    """The part of an amount that is spent and the amount, None where they are not told so."""
    first, second = one.facts
    end, start = first.quantity.end, second.quantity.start
    between = [m for m in one.mentions if end <= m.start and m.end <= start]
    of = between[:1] and (between[0].has(Topic.OF) or between[0].has(Topic.BASE))
    if of and between[0].start - end <= _BESIDE:
        part = _in_its_words(first, second, one)
        return (part, second) if part is not None else None
    opens = next((m for m in one.mentions if m.end <= first.quantity.start), None)
    told = opens is not None and (opens.has(Topic.OF) or opens.has(Topic.BASE))
    clause = opens is not None and told and not one.text[: opens.start].strip()
    return (second, first) if clause and second.quantity.unit == first.quantity.unit else None


def _in_its_words(part: Fact, whole: Fact, one: Frame) -> Fact | None:
    """A part in the unit and scale of its whole: 3 of 10 billion baht."""
    if part.quantity.unit == whole.quantity.unit:
        return part
    value = value_of(part)
    tokens = one.reading.scanned.tokens[whole.figure.first : whole.figure.last]
    written, full = [t.number for t in tokens if t.number], value_of(whole)
    if part.quantity.unit != "number" or part.figure.noun or value is None or full is None:
        return None
    if not part.figure.scaled and (len(written) != 1 or not written[0] or value >= written[0]):
        return None
    scale = Decimal(1) if part.figure.scaled else full / (written[0] or 1)
    unit, kind = whole.quantity.unit, whole.quantity.kind
    resolution = part.quantity.resolution * scale
    told = replace(
        part.quantity, low=value * scale, high=value * scale, unit=unit, kind=kind,
        resolution=resolution,
    )  # fmt: skip
    return replace(part, quantity=told)


def rest(mine: Frame, theirs: Frame) -> Reckoned | None:
    """How many have not, where the evidence tells how many of how many have; and the other way."""
    if mine.has(Topic.NEGATION) == theirs.has(Topic.NEGATION) or not theirs.facts:
        return None
    pair = _part_and_whole(theirs)
    if pair is None or _unsettled(mine, theirs) or len(theirs.facts) != _BOTH:
        return None
    part, whole = pair
    if not mine.ids(Topic.STATE) & theirs.ids(Topic.STATE) or len(mine.facts) > _BOTH:
        return None
    if len(mine.facts) == 1 and value_of(mine.facts[0]) == value_of(whole):
        return None  # not all twelve
    if len(mine.facts) == _BOTH and all(value_of(f) != value_of(whole) for f in mine.facts):
        return None
    denial = tuple(m for m in mine.mentions if m.has(Topic.NEGATION))
    found = _without(part, whole, theirs, part.thing, _denying, denial)
    if found is None:
        return None
    told = replace(found.whole, share="part", predicate=part.predicate, head=part.head)
    facts = tuple(told if f is part else f for f in theirs.facts)
    return replace(found, frame=retold(found.frame, facts, _never), whole=told, clear=False)


def _part_and_whole(one: Frame) -> tuple[Fact, Fact] | None:
    parts = [f for f in one.facts if f.share == "part" and f.quantity.kind == "count"]
    wholes = [f for f in one.facts if f.share == "whole"]
    return (parts[0], wholes[0]) if len(parts) == len(wholes) == 1 else None


def _denying(mention: Mention) -> bool:
    return mention.has(Topic.NEGATION) is not None


def _never(_: Mention) -> bool:
    return False


def other_half(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The girls, where the evidence tells how many pupils there are and how many are boys."""
    if len(mine.facts) != 1 or len(theirs.facts) != _BOTH or mine.has(Topic.NEGATION):
        return None
    pair, asked = _part_and_whole(theirs), mine.facts[0].thing
    if pair is None or not asked or theirs.has(Topic.NEGATION) or _unsettled(mine, theirs):
        return None
    part, whole = pair
    told = theirs.ids(Topic.THING) - {whole.thing}
    own = next((t for half in HALVES if asked in half for t in half - {asked} if t in told), "")
    if not own or asked in theirs.ids(Topic.THING) or whole.thing in (own, asked):
        return None
    named = Mention(part.quantity.start, part.quantity.start, ((Topic.THING, asked),))
    return _without(part, whole, theirs, asked, lambda m: m.has(Topic.THING) == own, (named,))


def _without(
    part: Fact, whole: Fact, theirs: Frame, thing: str, without: object, added: tuple[Mention, ...]
) -> Reckoned | None:
    """What is left of a whole without a part of it, in the place of the part."""
    one, all_of = value_of(part), value_of(whole)
    if one is None or all_of is None or not one < all_of:
        return None
    quantity: Quantity = replace(
        part.quantity, unit=whole.quantity.unit, kind=whole.quantity.kind,
        comparator=hedge(part, whole),
        resolution=max(part.quantity.resolution, whole.quantity.resolution),
    )  # fmt: skip
    left = made_of(part, all_of - one, quantity)
    left = replace(left, thing=thing, measures=part.measures - {"spending"})
    frame = retold(theirs, (left,), without, added)  # type: ignore[arg-type]
    working = Working("−", (whole.quantity, part.quantity))
    return Reckoned(frame, left, working, clear=True)
