"""A ceiling told as the figure that it is, against the bound it sets: a cap of 3%, at most 3%."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.compare import Why
from assistant.quantities.linking.pairing import Link
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity

_BOUNDING = frozenset({Topic.CEILING, Topic.LIMIT})
_KINDS = frozenset({"percent", "money", "rate"})


def capped(fact: Fact, best: Link) -> Link:
    """The bound of one side as the value of the ceiling that the other tells; a value proves no
    ceiling, nor a ceiling the value."""
    both = (fact, best.fact)
    mine, theirs = (not _BOUNDING.isdisjoint(f.ids) for f in both)
    claim, evidence = best.claim, best.evidence
    if mine and claim.comparator == "exact" and evidence.comparator == "le":
        return replace(best, evidence=_value(evidence))
    if theirs and evidence.comparator == "exact" and claim.comparator == "le":
        return replace(best, claim=_value(claim))
    if fact.edge == "high" and (claim.comparator, evidence.comparator) == ("exact", "le"):
        told = claim.low == evidence.high and claim.unit == evidence.unit
        return replace(best, evidence=_value(evidence)) if told else best
    limits = [Topic.LIMIT in f.ids for f in both]
    if (
        limits[0] != limits[1]
        and mine != theirs
        and claim.comparator == evidence.comparator == "exact"
    ):
        return best if best.blocked else replace(best, blocked=Why.OTHER_MEASURE)
    sure = (mine or theirs) and any(Topic.CEILING in f.ids for f in both)
    same = mine == theirs or not sure or not claim.comparator == evidence.comparator == "exact"
    if same or claim.kind not in _KINDS or best.blocked or "change" in (fact.role, best.fact.role):
        return best
    return replace(best, blocked=Why.OTHER_MEASURE)


def _value(bound: Quantity) -> Quantity:
    return replace(bound, low=bound.high, comparator="exact")
