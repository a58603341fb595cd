"""What is left of a whole: the state owns 51%, private investors hold the rest."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why, compare
from assistant.quantities.relating.versus import like
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_SHARES = frozenset({"percent", "ratio"})
_HUNDRED = Decimal(100)


def remainder(fact: Fact, mine: Frame, theirs: Frame) -> Comparison | None:
    """A share of the claim against the rest that the evidence leaves to whom the claim names;
    silent where it is not sure whose share the claim tells."""
    if not theirs.has(Topic.REST) or fact.quantity.kind not in _SHARES or fact.role == "change":
        return None
    shares = [f for f in theirs.facts if f.quantity.kind in _SHARES]
    if len(shares) != 1 or shares[0].role == "change" or mine.has(Topic.REST):
        return None
    told = shares[0].quantity
    rests = [m for m in theirs.mentions if m.has(Topic.REST) and m.start >= told.end]
    if not rests or told.comparator != "exact" or not isinstance(told.low, Decimal):
        return None
    left = (_HUNDRED if told.unit == "percent" else Decimal(1)) - told.low
    found = compare(fact.quantity, replace(told, low=left, high=left))
    own, rest = theirs.text[: told.start], theirs.text[_clause(told.end, rests[0].start, theirs) :]
    if like(mine.text, rest) > like(mine.text, own):
        why = Why.COMPLEMENT if found.stance is Stance.SUPPORTS else found.why
        return replace(found, why=why)
    if found.stance is Stance.SUPPORTS and compare(fact.quantity, told).stance is Stance.REFUTES:
        return replace(found, stance=Stance.SILENT, why=Why.UNSURE)
    return None


def _clause(start: int, end: int, theirs: Frame) -> int:
    """Where the clause that tells of the rest begins: behind a comma or an "and"."""
    cuts = [m.end for m in theirs.mentions if start <= m.start < end and m.has(Topic.AND)]
    comma = theirs.text.find(",", start, end)
    return min([*cuts, *([comma + 1] if comma >= 0 else [])], default=end)
