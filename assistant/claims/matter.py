"""Whether two claims speak of the same matter: the same measure, thing, act and direction."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.claims.opposites import OPPOSITES, OWN_MEASURES, PLANNED, Pole
from assistant.judge.cues import cues_in, opposed
from assistant.quantities.linking.link import other_subject
from assistant.quantities.sentence.frame import Frame, frame
from assistant.quantities.words.topics import Topic
from assistant.types import Claim

# Topics of which two claims may each tell one thing, but not two different things.
_APART = (Topic.MOVE, Topic.POLE, Topic.EDGE, Topic.TOP)
_TRADE = frozenset({"export", "import"})  # ways that things go: two kinds may go the same
_WHO = "who:"  # things that are people
_MEANT = (Topic.FUTURE, Topic.PLANNED)


def same_matter(a: Claim, b: Claim) -> bool:
    """Whether nothing told by one excludes what the other tells; in one language or across two."""
    one, two = frame(a.query, a.as_of), frame(b.query, b.as_of)
    if other_subject(one, two, same_story=True) is not None or _measured_otherwise(one, two):
        return False
    if any(_disjoint(one.ids(topic), two.ids(topic)) for topic in _APART):
        return False
    if _other_things(one, two):
        return False
    if _only_meant(one, a.language, two) or _only_meant(two, b.language, one):
        return False
    if opposed(cues_in(a.query), cues_in(b.query)):
        return False
    return not _acts_excluded(_acts(a.query, a.language), _acts(b.query, b.language))


def _measured_otherwise(one: Frame, two: Frame) -> bool:
    mine, theirs = one.ids(Topic.MEASURE), two.ids(Topic.MEASURE)
    if not mine or not theirs:
        return False
    return not mine & theirs or bool((mine ^ theirs) & OWN_MEASURES)


def _other_things(one: Frame, two: Frame) -> bool:
    """Whether both tell of goods, and never of the same."""
    mine, theirs = (
        frozenset(t for t in side.ids(Topic.THING) - _TRADE if not t.startswith(_WHO))
        for side in (one, two)
    )
    return _disjoint(mine, theirs)


def _disjoint(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def _only_meant(one: Frame, language: str, other: Frame) -> bool:
    """Whether `one` tells what is still to come, and `other` nothing of the kind."""
    coming = any(one.has(topic) for topic in _MEANT) or _found(PLANNED[language], one.text)
    told = any(other.has(topic) for topic in (*_MEANT, Topic.EXPECTED))
    return bool(coming) and not told and not any(_found(p, other.text) for p in PLANNED.values())


@lru_cache(maxsize=4096)
def _acts(text: str, language: str) -> tuple[tuple[bool, bool], ...]:
    """Of each pair of opposites, which of the two `text` tells of."""
    return tuple((_told(one, text, language), _told(two, text, language)) for one, two in OPPOSITES)


def _told(pole: Pole, text: str, language: str) -> bool:
    return bool(_found(pole[language], text))


def _found(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def _acts_excluded(
    mine: tuple[tuple[bool, bool], ...], theirs: tuple[tuple[bool, bool], ...]
) -> bool:
    opposite = ((True, False), (False, True))
    return any(
        (one, two) == opposite or (two, one) == opposite
        for one, two in zip(mine, theirs, strict=True)
    )
