"""States that exclude each other: upheld and overturned, open and closed, gold and silver."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.frame import Frame
from assistant.quantities.topics import Mention, Topic
from assistant.types import Stance

_DENYING = frozenset("+-")
_DEALING = "?"


def opposed(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    """What the states of two sentences about one event make of figures that agree.

    `REFUTES` where one denies what the other says, `SILENT` where the two tell other ends of a
    dealing, `SUPPORTS` where they say the same in spite of a "no" on one side only; None when no
    state is told by both.
    """
    one, two = _told(mine), _told(theirs)
    agreed = False
    for family in sorted(one.keys() & two.keys(), key=_first):
        (side, first), (other, second) = one[family], two[family]
        if family.startswith(_DEALING):
            if side != other:
                return Stance.SILENT, Why.UNSURE
            continue
        turned = _denied(mine, first) != _denied(theirs, second)
        if not {side, other} <= _DENYING:
            if side != other and not turned:
                return Stance.REFUTES, Why.DIRECTION
            continue
        if (side != other) != turned:
            return Stance.REFUTES, Why.NEGATED
        agreed = True
    return (Stance.SUPPORTS, Why.NEGATED) if agreed else None


def _first(family: str) -> tuple[bool, str]:
    """Families in order: what proves nothing before what denies."""
    return not family.startswith(_DEALING), family


def _told(one: Frame) -> dict[str, tuple[str, Mention]]:
    """The families of which a sentence tells one side only, with the side and where it stands."""
    found: dict[str, dict[str, Mention]] = {}
    for mention in one.everything:
        for topic, name in mention.senses:
            if topic is Topic.STATE:
                family, _, side = name.partition(":")
                found.setdefault(family, {})[side] = mention
    return {family: next(iter(s.items())) for family, s in found.items() if len(s) == 1}


def _denied(one: Frame, state: Mention) -> bool:
    """Whether the sentence denies the state, by another word than the state's own."""
    return any(m.has(Topic.NEGATION) for m in one.mentions if m.start != state.start)
