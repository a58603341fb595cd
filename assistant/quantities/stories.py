"""What two sentences about one event settle without amounts: names, ranks, votes, denials."""

from __future__ import annotations

import re

from assistant.quantities.align import alike, labels
from assistant.quantities.compare import Why, interval
from assistant.quantities.facts import Fact
from assistant.quantities.frame import Frame
from assistant.quantities.lexicon import Sense
from assistant.quantities.orders import other_order
from assistant.quantities.parties import numbered
from assistant.quantities.periods import at_other_times
from assistant.quantities.ranks import LAST, ordinals, ranks
from assistant.quantities.ratios import ratio
from assistant.quantities.states import opposed
from assistant.quantities.topics import Topic
from assistant.quantities.versus import Settled, compared, moved
from assistant.quantities.votes import settled, tally
from assistant.types import Stance
from index.text import words

_SCORE = re.compile(r"(?<![\d.,-])(\d{1,3}) ?- ?(\d{1,3})(?![\d.,%-]\d|\d)")
_DESIGNATOR = re.compile(r"[A-Za-z]+-?\d+(?:\.\d+)?(?![\w%])")


def story(mine: Frame, theirs: Frame) -> Settled | None:
    """A stance settled without comparing amounts, None when amounts must decide."""
    for rule in (
        _unanimous,
        _voted,
        _scored,
        _divided,
        _ranked,
        compared,
        moved,
        _named,
        _numbered,
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
        if one.has(Topic.UNANIMOUS) and (len(votes) > 1 or _split_vote(other)):
            return Stance.REFUTES, Why.APART
    if mine.has(Topic.UNANIMOUS) and theirs.has(Topic.UNANIMOUS):
        return Stance.SUPPORTS, Why.EQUAL
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


def _scored(mine: Frame, theirs: Frame) -> Settled | None:
    """Scores of a match, told by the same side."""
    one, two = (
        _SCORE.search(mine.reading.scanned.plain),
        _SCORE.search(theirs.reading.scanned.plain),
    )
    if not one or not two or not mine.ids(Topic.SCORE) & theirs.ids(Topic.SCORE):
        return None
    same = sorted(one.groups()) == sorted(two.groups())
    return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.APART)


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
    if mine.facts and not _out_of_all(mine, theirs):
        return None
    one, two = ranks(mine), ranks(theirs)
    if one and two and (apart := other_order(mine, theirs)):
        return Stance.SILENT, apart
    if one and two:
        same = bool(set(one) & set(two))
        return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.APART)
    if one and len(theirs.facts) > 1:
        place = one[0]
        ordered = sorted(theirs.facts, key=_size, reverse=True)
        if place <= len(ordered):
            named = ordered[place if place == LAST else place - 1]
            party = _party(mine, theirs)
            if party is not None:
                same = party is named
                return (Stance.SUPPORTS if same else Stance.REFUTES), Why.NAMES
    return None


def _out_of_all(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim's only figure says how many the evidence lists: "of the four harbours"."""
    if len(mine.facts) != 1 or mine.facts[0].quantity.kind != "count":
        return False
    return len(theirs.facts) > 1 and _size(mine.facts[0]) == len(theirs.facts)


def _size(fact: Fact) -> float:
    point = interval(fact.quantity).point
    return float(point) if point is not None else 0.0


def _party(mine: Frame, theirs: Frame) -> Fact | None:
    """The figure of the evidence whose label the claim's first words name."""
    best, score = None, 0.0
    told = mine.text
    if mine.facts:
        before, behind = told[: mine.facts[0].quantity.start], told[mine.facts[0].quantity.end :]
        told = behind if len(behind) > len(before) else before
    for fact in theirs.facts:
        found = labels(fact, theirs)
        if not fact.index and any(other.listed for other in theirs.facts):
            found = (" ".join(words(fact.left)[-_ITEM:]), *found[1:])  # the head is of all
        value = max(_named_alike(told, label) for label in found)
        if value > score:
            best, score = fact, value
    return best


_ITEM = 2
"""Words directly before the first figure of a list that name its item."""


def _named_alike(text: str, label: str) -> float:
    return alike(text[: max(12, len(text) // 3)], label)


def _named(mine: Frame, theirs: Frame) -> Settled | None:
    """Names with numbers in them (K800), when the claim has no figure but these."""
    if mine.facts or mine.dates or mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    one = [m.lower().replace("-", "") for m in _DESIGNATOR.findall(mine.text)]
    two = [m.lower().replace("-", "") for m in _DESIGNATOR.findall(theirs.text)]
    if not one or not two:
        return None
    if set(one) <= set(two):
        return Stance.SUPPORTS, Why.NAMES
    return (Stance.REFUTES, Why.NAMES) if len(one) == len(two) else None


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
    if mine.facts or mine.dates or not (_placed(mine) and _placed(theirs)):
        return None
    one, two = ordinals(mine), ordinals(theirs)
    if len(one) != 1 or len(two) != 1 or mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    if apart := other_order(mine, theirs):
        return Stance.SILENT, apart
    return (Stance.SUPPORTS, Why.EQUAL) if one == two else (Stance.REFUTES, Why.APART)


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
    if mine.facts or mine.dates:
        return None
    counted = any(f.quantity.kind == "count" for f in theirs.facts)
    if counted and "no" in mine.ids(Topic.NEGATION) - theirs.ids(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    if mine.has(Topic.NEGATION):
        faint = "hardly" in mine.ids(Topic.NEGATION) | theirs.ids(Topic.NEGATION)
        return (Stance.SILENT, Why.UNSURE) if faint else (Stance.SUPPORTS, Why.NEGATED)
    return _told_again(mine, theirs)


def _of_the_same(mine: Frame, theirs: Frame) -> bool:
    """Whether what one side denies outright is what the other counts or measures."""
    topics = (Topic.THING, Topic.MEASURE, Topic.MOVE)
    shared = any(mine.ids(t) & theirs.ids(t) for t in topics)
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
