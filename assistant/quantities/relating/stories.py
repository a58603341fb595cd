"""What two sentences about one event settle without amounts: names, ranks, votes, denials."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.quantities.compare import Why, interval
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.compounds import counted_otherwise
from assistant.quantities.linking.denials import done_to_another
from assistant.quantities.linking.from_end import from_top
from assistant.quantities.linking.items import item_named, items, out_of_all
from assistant.quantities.linking.orders import other_order
from assistant.quantities.linking.parties import numbered
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.ranks import LAST, among, ordinals, ranks
from assistant.quantities.linking.spells import spelled
from assistant.quantities.linking.states import opposed
from assistant.quantities.relating.dates import dated, of_every_year
from assistant.quantities.relating.earned import earned
from assistant.quantities.relating.every_one import not_all
from assistant.quantities.relating.hotlines import answered
from assistant.quantities.relating.ratios import ratio
from assistant.quantities.relating.rows import end_of_row
from assistant.quantities.relating.scores import scored
from assistant.quantities.relating.still_so import escaped, not_yet, once_so
from assistant.quantities.relating.stood_still import stood_still
from assistant.quantities.relating.versus import Settled, compared, moved, multiplied
from assistant.quantities.relating.votes import settled, tally
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.rejected import turned_down
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_DESIGNATOR = re.compile(r"[A-Za-z]+-?\d+(?:\.\d+)?(?![\w%])")


def story(mine: Frame, theirs: Frame) -> Settled | None:
    """A stance settled without comparing amounts, None when amounts must decide."""
    for rule in (
        _counted_otherwise,
        spelled,
        _unanimous,
        _voted,
        scored,
        _divided,
        _among,
        _ranked,
        end_of_row,
        compared,
        multiplied,
        moved,
        stood_still,
        earned,
        _named,
        answered,
        _numbered,
        of_every_year,
        not_all,
        _nth,
        _opposed,
        _denied,
    ):
        found = rule(mine, theirs)
        if found is not None:
            return found
    return None


def _unanimous(mine: Frame, theirs: Frame) -> Settled | None:
    """Unanimity against a count of votes that has two sides."""
    for one, other in ((mine, theirs), (theirs, mine)):
        votes = [f for f in other.facts if f.quantity.unit == "vote"]
        if not one.has(Topic.UNANIMOUS) or other.has(Topic.UNANIMOUS):
            continue
        both = told.both() if (told := tally(other)) is not None else None
        if both is not None and not both[1]:
            continue  # eleven to none
        if len(votes) > 1 or both is not None or _split_vote(other):
            if not one.has(Topic.NEGATION):
                return Stance.REFUTES, Why.APART
            bare = one is mine and not mine.facts
            return (Stance.SUPPORTS, Why.EQUAL) if bare else (Stance.SILENT, Why.UNSURE)
    if mine.has(Topic.UNANIMOUS) and theirs.has(Topic.UNANIMOUS):
        same = mine.has(Topic.NEGATION) == theirs.has(Topic.NEGATION)
        return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.NEGATED)
    return None


def _voted(mine: Frame, theirs: Frame) -> Settled | None:
    """Votes of both sides; amounts of other things in the claim decide for themselves."""
    one = tally(mine)
    two = tally(theirs) if one is not None else None
    found = settled(one, two) if one is not None and two is not None else None
    if found is not None and at_other_times(mine, theirs):
        return Stance.SILENT, Why.OTHER_PERIOD
    others = any(f.quantity.kind != "count" for f in mine.facts)
    if found is not None and found[0] is Stance.SUPPORTS and (others or mine.dates):
        return None
    return found


def _split_vote(one: Frame) -> bool:
    """Whether two numbers joined by "to" stand in the sentence: six to one."""
    tokens = one.reading.scanned.tokens
    return any(
        Sense.JOIN in b.senses
        and all(t.number is not None or Sense.DIGIT in t.senses for t in (a, c))
        for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _divided(mine: Frame, theirs: Frame) -> Settled | None:
    """Ratios of two counts."""
    one = ratio(mine)
    two = ratio(theirs) if one is not None else None
    if (
        one is None
        or two is None
        or not (
            one.of_parts
            or two.of_parts
            or one.things
            or two.things
            or not mine.facts
            or one.counted
            or two.counted
        )
    ):
        return None
    if one.same(two) and mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    return (Stance.SUPPORTS, Why.EQUAL) if one.same(two) else (Stance.REFUTES, Why.APART)


def _ranked(mine: Frame, theirs: Frame) -> Settled | None:
    """Places in an order: told on both sides, or worked out from a list of figures."""
    if mine.facts and not out_of_all(mine, theirs):
        return None
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


def _in_the_list(place: int, mine: Frame, theirs: Frame) -> Settled | None:
    """A place told of a party, against the figures that the evidence lists for several."""
    listed = items(theirs)
    party = item_named(mine, theirs) if 1 < len(listed) >= abs(place) else None
    if party is None:
        return None
    ordered = sorted(listed, key=_size, reverse=True)
    same = party is ordered[place if place < 0 else place - 1]
    return (Stance.SUPPORTS if same else Stance.REFUTES), Why.NAMES


def _among(mine: Frame, theirs: Frame) -> Settled | None:
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


def _counted_otherwise(mine: Frame, theirs: Frame) -> Settled | None:
    return (Stance.REFUTES, Why.APART) if counted_otherwise(mine, theirs) else None


def _size(fact: Fact) -> float:
    point = interval(fact.quantity).point
    return float(point) if point is not None else 0.0


def _named(mine: Frame, theirs: Frame) -> Settled | None:
    """Names with numbers in them (K800), when the claim has no figure but these."""
    if mine.facts or mine.dates:
        return None
    if mine.has(Topic.NEGATION) and (found := _not_with(mine, theirs)):
        return found
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    one, two = _designators(mine), _designators(theirs)
    if not one or not two:
        return None
    if set(one) <= set(two):
        return Stance.SUPPORTS, Why.NAMES
    if len(one) != len(two):
        return None
    if _subject(mine) and _subject(theirs) and _subject(mine) != _subject(theirs):
        return Stance.SILENT, Why.OTHER_PARTY
    return Stance.REFUTES, Why.NAMES


def _subject(one: Frame) -> str:
    """The name with a number in it that a sentence opens with, as what it speaks of."""
    found = _DESIGNATOR.search(one.text)
    return found.group().lower() if found and found.start() <= _OPENS else ""


_OPENS = 12  # characters of "the model" before what a sentence speaks of


def _not_with(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim that denies a name with a number, which the evidence turns down too, or affirms."""
    noes = [m.end for m in mine.mentions if m.has(Topic.NEGATION)]
    denied = {n for n, start in _all_named(mine) if start >= min(noes)}
    if len(denied) != 1:
        return None
    affirmed, there = set(_designators(theirs)), {n for n, _ in _all_named(theirs)}
    shared = {n for n, start in _all_named(mine) if start < min(noes)}
    if not denied <= there or not shared <= there:
        return None
    if not denied & affirmed:
        return Stance.SUPPORTS, Why.NAMES
    return None if theirs.has(Topic.NEGATION) else (Stance.REFUTES, Why.NAMES)


def _all_named(one: Frame) -> list[tuple[str, int]]:
    """The names with numbers in them, each with where it begins."""
    return [(m.group().lower().replace("-", ""), m.start()) for m in _DESIGNATOR.finditer(one.text)]


def _designators(one: Frame) -> list[str]:
    """The names with numbers in them that a sentence does not turn down."""
    return [
        m.group().lower().replace("-", "")
        for m in _DESIGNATOR.finditer(one.text)
        if not turned_down(m.start(), one.mentions, one.text)
    ]


def _numbered(mine: Frame, theirs: Frame) -> Settled | None:
    """What is told of the 12th meeting, where the evidence tells of the 11th and of the 12th."""
    one, two = numbered(mine), numbered(theirs)
    if mine.facts or mine.dates or len(one) != 1 or len({n for n, _ in two}) < _SEVERAL:
        return None
    ends = [*(end for _, end in two[1:]), len(theirs.text)]
    told = mine.text[one[0][1] :]
    scores = [
        (alike(told, theirs.text[start:end]), number == one[0][0])
        for (number, start), end in zip(two, ends, strict=True)
    ]
    own = max((score for score, same in scores if same), default=None)
    other = max(score for score, same in scores if not same)
    if own is None or own == other:
        return None
    return (Stance.SUPPORTS, Why.NAMES) if own > other else (Stance.REFUTES, Why.NAMES)


_SEVERAL = 2


def _nth(mine: Frame, theirs: Frame) -> Settled | None:
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


def _opposed(mine: Frame, theirs: Frame) -> Settled | None:
    """States that deny each other, in a claim without figures: open and closed."""
    if mine.facts or mine.dates:
        return None
    found = opposed(mine, theirs)
    return found if found is not None and found[0] is Stance.REFUTES else None


def _denied(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim without figures, denied; or figures of what the evidence says there was none of."""
    none = "no" in theirs.ids(Topic.NEGATION) and not mine.has(Topic.NEGATION)
    if mine.facts and none and not theirs.facts and _of_the_same(mine, theirs):
        return Stance.REFUTES, Why.NEGATED
    if mine.facts and not theirs.facts and _never(mine, theirs):
        return Stance.REFUTES, Why.NEGATED
    if mine.facts or mine.dates:
        return None
    counted = any(f.quantity.kind == "count" for f in theirs.facts)
    if counted and "no" in mine.ids(Topic.NEGATION) - theirs.ids(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    if (found := once_so(mine, theirs) or escaped(mine, theirs)) is not None:
        return found
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        other = done_to_another(mine, theirs) or not_yet(mine, theirs)
        return (Stance.SILENT, Why.UNSURE) if other else (Stance.REFUTES, Why.NEGATED)
    if mine.has(Topic.NEGATION):
        faint = "hardly" in mine.ids(Topic.NEGATION) | theirs.ids(Topic.NEGATION)
        return (
            (Stance.SILENT, Why.UNSURE)
            if faint or not_yet(mine, theirs)
            else (Stance.SUPPORTS, Why.NEGATED)
        )
    return _told_again(mine, theirs)


def _never(mine: Frame, theirs: Frame) -> bool:
    """Whether the evidence denies by a further word the very thing that the claim counts as done:
    has not cancelled any flights, cancelled six."""
    found = opposed(mine, theirs)
    counted = all(f.quantity.kind == "count" for f in mine.facts)
    noes = [m for m in theirs.mentions if m.has(Topic.NEGATION) == "no"]
    further = len(noes) > 0 and not any(m.has(Topic.STATE) for m in noes)
    return counted and further and found is not None and found[0] is Stance.REFUTES


def _of_the_same(mine: Frame, theirs: Frame) -> bool:
    """Whether what one side denies outright is what the other counts or measures."""
    topics = (Topic.THING, Topic.MEASURE, Topic.MOVE)
    shared = any(mine.ids(t) & theirs.ids(t) for t in topics)
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    if one and two and not one & two:
        return False  # nobody died, three were hurt
    nouns = {f.figure.noun for f in mine.facts if f.figure.noun}
    counted = any(noun in theirs.text for noun in nouns)
    return not theirs.has(Topic.UNDECIDED) and (shared or counted)


def _numbers(one: Frame) -> bool:
    """Whether any number stands in the sentence, though no figure was read from it."""
    return any(t.number is not None or Sense.DIGIT in t.senses for t in one.reading.scanned.tokens)


def _told_again(mine: Frame, theirs: Frame) -> Settled | None:
    """The same thing of the same party, affirmed by both and only planned by neither."""
    planned = any(one.has(t) for one in (mine, theirs) for t in (Topic.FUTURE, Topic.EXPECTED))
    if planned or theirs.facts or not mine.ids(Topic.THING) & theirs.ids(Topic.THING):
        return None
    if _numbers(mine) or _numbers(theirs):
        return None
    return (Stance.SUPPORTS, Why.NAMES) if alike(mine.text, theirs.text) > 1 else None
