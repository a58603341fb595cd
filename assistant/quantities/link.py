"""Which figure of the evidence speaks of the same thing as a figure of the claim."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.names import named_in, names_in, same_name
from assistant.quantities.align import likeness
from assistant.quantities.compare import Why, judge, one_unit
from assistant.quantities.facts import Fact
from assistant.quantities.frame import Frame
from assistant.quantities.pairing import Link, paired, same_amount
from assistant.quantities.periods import period_clash
from assistant.quantities.topics import Topic
from assistant.types import Stance


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
    if _things_apart(mine.ids(Topic.THING), theirs.ids(Topic.THING)):
        return Why.OTHER_MEASURE
    for topic in (Topic.SIDE, Topic.FIRM):
        one, two = mine.ids(topic), theirs.ids(topic)
        if one and two and not one & two:
            return Why.OTHER_PARTY
    return Why.OTHER_PARTY if renamed(mine.text, theirs.text) else None


def _otherwise(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both tell how something was measured, and differently: mean and median."""
    ways = {way.partition(":")[0] for way in one} & {way.partition(":")[0] for way in two}
    return any(
        {w for w in one if w.startswith(way)}.isdisjoint(w for w in two if w.startswith(way))
        for way in ways
    )


def _things_apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both tell whom, or both tell what, and never the same; growers rival no tea."""
    if one & two:
        return False
    kinds = [{thing.startswith(_WHO) for thing in side} for side in (one, two)]
    return bool(kinds[0] & kinds[1])


_WHO = "who:"
"""Things that are people."""


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


@lru_cache(maxsize=8192)
def names_all(claim: str, evidence: str, context: str) -> bool:
    """Whether every name of the claim is mentioned by the evidence or what precedes it."""
    where = f"{context}\n{evidence}" if context else evidence
    return all(named_in(name.text, where) for name in names_in(claim))


def borne_by_another(claim: str, other: Fact) -> bool:
    """Whether the words before a figure of the evidence name parties, and none of the claim's."""
    names = names_in(other.left)
    return bool(names) and not any(named_in(name.text, claim) for name in names)


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


def _score(
    fact: Fact, mine: Frame, found: Link, theirs: Frame, *, same_story: bool
) -> tuple[float, ...]:
    """How well two figures fit, best first.

    Outside one story a sentence has many figures, and one that agrees with the claim, or would
    but for a slip of scale or currency, is likely the one meant.
    """
    other = found.fact
    alike = likeness(fact, mine, other, theirs) + len(fact.measures & other.measures)
    if fact.thing and other.thing:
        alike += _SAME_THING if fact.thing == other.thing else -_SAME_THING
    if mine.has(Topic.LATEST) and Topic.LATEST in other.ids:
        alike += _NEWEST
    if (fact.role == "base") != (other.role == "base"):
        alike -= _BEFORE if "result" in (fact.role, other.role) else _PERHAPS_BEFORE
    if not same_story:
        stance, why = judge(found.claim, found.evidence)
        slipped = why is Why.SCALE_SLIP or same_amount(found.claim, found.evidence)
        alike += _AGREEING if stance is Stance.SUPPORTS else _SLIPPED if slipped else 0
        alike += _MEETING if why is Why.LESS_PRECISE else 0
    counted = fact.quantity.kind == other.quantity.kind == "count"
    return (
        not same_story or counted or one_unit(fact.quantity, other.quantity),
        fact.role == other.role or "change" not in (fact.role, other.role),
        alike,
        fact.role == other.role,
        -abs(fact.index - other.index),
    )


_AGREEING, _SLIPPED, _MEETING, _SAME_THING = 2.0, 1.5, 1.0, 1.0
_BEFORE, _PERHAPS_BEFORE, _NEWEST = 4.0, 3.0, 4.0


_UNFIT = {
    "length": frozenset({"area", "floor", "plot"}),
    "area": frozenset({"length", "width", "height", "distance", "depth"}),
}


def _fitting(measures: frozenset[str], fact: Fact) -> frozenset[str]:
    """The measures that a figure of its kind can be of: a race that covers a mile has no area."""
    return measures - _UNFIT.get(fact.quantity.kind, frozenset())


def blocked(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> Why | None:
    """Why the two figures speak of different things, None when they may be the same."""
    lost = "loss" in fact.measures & other.measures
    if (fact.role == "change") != (other.role == "change") and not lost:
        return Why.GROWTH_NOT_LEVEL
    held = mine.has(Topic.OWNING) and not theirs.has(Topic.OWNING)
    if fact.quantity.kind == "percent" and held and "stake" not in theirs.ids(Topic.MEASURE):
        return Why.OTHER_MEASURE
    if fact.quantity.kind == "count" and fact.thing and other.thing and fact.thing != other.thing:
        return Why.OTHER_MEASURE
    one, two = (_fitting(side.ids(Topic.MEASURE), fact) for side in (mine, theirs))
    poles = mine.ids(Topic.POLE) and theirs.ids(Topic.POLE)
    if one and two and not one & two and not poles:
        return Why.OTHER_MEASURE
    return None
