"""Evidence as its figures stand, and as what they come to: which of the two speaks of a claim."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.compare import Why
from assistant.quantities.relating.addends import members, people
from assistant.quantities.relating.both_ends import both_ends
from assistant.quantities.relating.leftovers import left_over, other_half, rest
from assistant.quantities.relating.product import product
from assistant.quantities.relating.qualified import of_the_party
from assistant.quantities.relating.quotient import quotient
from assistant.quantities.relating.reckoned import Reckoned, Rule
from assistant.quantities.relating.relation import WORST, Relation, turned
from assistant.quantities.relating.year_before import year_before
from assistant.quantities.sentence.frame import Frame
from assistant.types import Stance

_RULES: tuple[Rule, ...] = (
    product,
    quotient,
    people,
    members,
    left_over,
    rest,
    other_half,
    of_the_party,
    year_before,
    both_ends,
)
"""What the evidence's figures may come to; the first that holds counts."""


def reckoned(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The evidence told as what its figures come to, None where they come to nothing else."""
    if not mine.facts or not theirs.facts:
        return None
    return next((told for rule in _RULES if (told := rule(mine, theirs))), None)


_SEVERAL = 2


def parted(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The claim told as what its figures come to, None where they come to nothing, or where the
    evidence has them as well."""
    if len(mine.facts) < _SEVERAL or len(theirs.facts) != 1:
        return None
    return product(theirs, mine) or people(theirs, mine)


def as_parts(found: Relation, again: Relation, told: Reckoned) -> Relation:
    """What is said of a claim in parts by what is said of its whole: a whole that agrees leaves
    the parts open, one that does not refutes them."""
    if again.stance is Stance.SUPPORTS:
        return turned(again, Stance.SILENT, Why.LESS_PRECISE)
    if again.stance is Stance.REFUTES and (told.clear or found.stance is not Stance.SUPPORTS):
        return again
    return found


def weighed(found: Relation, again: Relation, told: Reckoned) -> Relation:
    """What the figures say as they stand, or what they come to says."""
    if again.stance is Stance.SUPPORTS:
        if told.sure:
            return again
        return turned(again, Stance.SILENT, Why.UNSURE)
    if again.stance is Stance.REFUTES and (found.stance is Stance.REFUTES or told.clear):
        return again
    if found.stance is Stance.SILENT:
        return found
    return turned(again, Stance.SILENT, Why.UNSURE)


def shown(found: Relation, told: Reckoned) -> Relation:
    """The relation with the sum that led to the evidence's figure."""
    whole = told.whole.quantity
    if told.working is None:
        return found
    shown = [
        replace(c, working=told.working)
        if (c.evidence.start, c.evidence.low) == (whole.start, whole.low)
        else c
        for c in found.comparisons
    ]
    worst = min(shown, key=lambda c: WORST[c.stance], default=None)
    if worst is None or worst.stance is not found.stance:
        return replace(found, comparisons=tuple(shown))
    worst = next((c for c in shown if c.working and c.stance is worst.stance), worst)
    return Relation(found.stance, found.why, tuple(shown), *worst.reasons)
