"""Limits that tell who is meant: children under 12, those earning at most 30,000 baht."""

from __future__ import annotations

from assistant.quantities.compare import OPEN_ENDED, Comparison
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.english_roles import EARNING, ENTITLED
from assistant.quantities.words.thai_roles import EARNING as THAI_EARNING
from assistant.quantities.words.thai_roles import ENTITLED as THAI_ENTITLED


def limits_apart(found: Comparison, fact: Fact, other: Fact, mine: str, theirs: str) -> bool:
    """Whether both figures are limits of whom a rule is for, and not the same one: what is free
    under 12 is not so under 15, though whoever is under 12 is under 15."""
    one, two = found.claim, found.evidence
    if one.comparator not in OPEN_ENDED or two.comparator not in OPEN_ENDED:
        return False
    if {one.low, one.high} == {two.low, two.high} or (one.low is None) != (two.low is None):
        return False
    if not all(_entitles(text) for text in (mine, theirs)):
        return False
    aged = "duration" in (one.kind, two.kind) and any("age" in f.measures for f in (fact, other))
    return aged or all(_earns(text) for text in (mine, theirs))


def _entitles(text: str) -> bool:
    return ENTITLED.search(text) is not None or THAI_ENTITLED.search(text) is not None


def _earns(text: str) -> bool:
    return EARNING.search(text) is not None or THAI_EARNING.search(text) is not None
