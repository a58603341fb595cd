"""Two linked figures compared, and what the sentences make of the outcome."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.compare import Comparison, Why, compare
from assistant.quantities.linking.moods import kept_or_moved, ways_differ
from assistant.quantities.linking.pairing import Link, same_amount, same_figure
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.relating.sizes import of_a_size, of_one_whole, past_the_round
from assistant.quantities.relating.thresholds import limits_apart
from assistant.quantities.relating.votes import settled, tally
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.types import Stance


def silenced(found: Comparison, why: Why) -> Comparison:
    """The comparison as one that proves nothing, with the reason."""
    return restated(found, Stance.SILENT, why)


def restated(found: Comparison, stance: Stance, why: Why) -> Comparison:
    """The comparison with another outcome."""
    return replace(found, stance=stance, why=why)


def without_taken(found: list[Comparison], mine: Frame) -> list[Comparison]:
    """The comparisons, silenced where a count is set against the figure that bears out another
    count of the claim: 300 rooms on 12 floors, 12 floors."""
    taken = {c.evidence.start: c.claim.start for c in found if _counts_equal(c)}
    if not taken or len(found) < len(mine.facts) or len(found) == len(taken):
        return found
    nouns = {f.quantity.start: f.figure.noun for f in mine.facts}
    return [
        silenced(c, Why.UNSURE)
        if c.stance is Stance.REFUTES
        and c.claim.kind == "count"
        and nouns.get(c.claim.start) != nouns.get(taken.get(c.evidence.start, c.claim.start))
        else c
        for c in found
    ]


def _counts_equal(found: Comparison) -> bool:
    return found.stance is Stance.SUPPORTS and found.claim.kind == "count"


def voted(fact: Fact, mine: Frame, theirs: Frame) -> Comparison | None:
    """A vote of so many to so many, or of so many for and so many against."""
    one, two = tally(mine), tally(theirs)
    options = [f.quantity for f in theirs.facts if f.quantity.unit == "vote"]
    found = settled(one, two) if one and two and options else None
    if found is None:
        return None
    if at_other_times(mine, theirs):
        found = Stance.SILENT, Why.OTHER_PERIOD
    quantity = replace(options[0], low=fact.quantity.low, high=fact.quantity.high)
    return restated(compare(fact.quantity, quantity), *found)


def judged(fact: Fact, mine: Frame, best: Link, theirs: Frame) -> Comparison:
    """Two linked figures compared, with what blocks them, their currencies, units and ways."""
    found = compare(best.claim, best.evidence)
    if fact.figure.odd or best.fact.figure.odd:
        found = past_the_round(found, fact, best.fact)
    if fact.figure.rough or best.fact.figure.rough:
        found = of_a_size(found, fact, best.fact)
    if fact.figure.worded or best.fact.figure.worded:
        found = of_one_whole(found, fact, mine, best.fact, theirs)
    if best.blocked is not None and found.stance is not Stance.SILENT:
        return silenced(found, best.blocked)
    if found.why is Why.OTHER_CURRENCY and same_amount(best.claim, best.evidence):
        return restated(found, Stance.REFUTES, Why.OTHER_CURRENCY)
    if found.why is Why.OTHER_UNIT and same_figure(best.claim, best.evidence):
        return restated(found, Stance.REFUTES, Why.OTHER_UNIT)
    opposite = fact.move and best.fact.move and fact.move != best.fact.move
    opposite = opposite or kept_or_moved(fact, mine, best.fact, theirs) or ways_differ(mine, theirs)
    if found.stance is Stance.SUPPORTS and opposite:
        return restated(found, Stance.REFUTES, Why.DIRECTION)
    if limits_apart(found, fact, best.fact, mine.text, theirs.text):
        return restated(found, Stance.REFUTES, Why.APART)
    return found
