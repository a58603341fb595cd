"""Figures of which only the size is told, and those a little past a round number, compared."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why, interval
from assistant.quantities.linking.align import alike, one_script
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_BELOW, _ABOVE = 2, 10
"""How many times below, or above, what is told by its size a figure must lie to deny it."""


def past_the_round(found: Comparison, fact: Fact, other: Fact) -> Comparison:
    """Forty-odd is more than forty: it bears out "upwards of 40", and exactly 40 does not bear it
    out."""
    claim, evidence = found.claim, found.evidence
    if claim.low != evidence.low or claim.unit != evidence.unit:
        return found
    if other.figure.odd and claim.comparator == "gt" and evidence.comparator == "range":
        return replace(found, stance=Stance.SUPPORTS, why=Why.WITHIN)
    if fact.figure.odd and found.stance is Stance.SUPPORTS and evidence.comparator == "exact":
        return replace(found, stance=Stance.SILENT, why=Why.LESS_PRECISE)
    return found


def of_a_size(found: Comparison, fact: Fact, other: Fact) -> Comparison:
    """Several hundred are not denied by a figure that lies only just beside its bounds, nor by one
    of what is measured otherwise; a claim of that size is too loose to be borne out."""
    one, two = fact.measures, other.measures
    otherwise = found.stance is Stance.REFUTES and bool(one or two) and not one & two
    loose = fact.figure.rough and found.why is not Why.EQUAL and not other.figure.rough
    if otherwise or (loose and found.stance is Stance.SUPPORTS):
        return replace(found, stance=Stance.SILENT, why=Why.UNSURE)
    if found.stance is not Stance.REFUTES or found.claim.unit != found.evidence.unit:
        return found
    mine, yours = interval(found.claim), interval(found.evidence)
    for low, high in ((mine.low, yours.high), (yours.low, mine.high)):
        if low is not None and high is not None and high < low:
            wide = high * _BELOW < low if _size_above(found, low) else high * _ABOVE < low
            return found if wide else replace(found, stance=Stance.SILENT, why=Why.LESS_PRECISE)
    return found


def _size_above(found: Comparison, low: Decimal) -> bool:
    """Whether the higher of the two is the one told by its size, which ends in nines."""
    return any(q.comparator == "range" and q.low == low for q in (found.claim, found.evidence))


def of_one_whole(
    found: Comparison, fact: Fact, mine: Frame, other: Fact, theirs: Frame
) -> Comparison:
    """A share in words against one in figures, silenced where the figure is a rate, as in 4% and
    "most of the jobless are young", or where the two share nothing but a name."""
    if found.stance is Stance.SILENT:
        return found
    rate = not _RATES.isdisjoint(fact.measures | other.measures)
    rate = rate or _level(fact, mine) or _level(other, theirs)
    shared = any(mine.ids(topic) & theirs.ids(topic) for topic in _SAID)
    if not shared and one_script(mine.text, theirs.text):
        shared = alike(mine.text, theirs.text) >= _ALIKE
    return replace(found, stance=Stance.SILENT, why=Why.UNSURE) if rate or not shared else found


_SAID = (Topic.MEASURE, Topic.THING, Topic.STATE)
_ALIKE = 2  # words that two sentences share
_RATES = frozenset({
    "fee", "fine", "tax", "pay", "interest", "price", "dividend", "spread", "economy",
    "unemployment", "inflation", "occupancy",
})  # fmt: skip
"""Measures whose per cents are no shares of those that are told of."""


def _level(fact: Fact, one: Frame) -> bool:
    """Whether a per cent is what something is or stands at, and is of nothing: turnout was 63%."""
    start, end = fact.quantity.start, fact.quantity.end
    if fact.quantity.kind != "percent" or one.text[end:].strip(" ."):
        return False
    return any(
        0 <= start - m.end <= 1 and (m.has(Topic.BEING) or m.has(Topic.TO)) for m in one.mentions
    )
