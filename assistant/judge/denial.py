"""Whether a sentence denies what a claim is about, or something else.

"The plant is short of power; if that is not solved, it may close" denies nothing of a claim about
power: the denial is in another clause.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module

from assistant.judge.alignment import Aligner
from assistant.judge.cues import cues_in

NEGATIVE = frozenset({"negation", "exclusion"})
"""The cues that deny."""

_LANGUAGES = ("english", "thai")
_STOPS = r"[,;:\u2013\u2014]\s+"


def denies(sentence: str) -> bool:
    """Whether `sentence` denies anything."""
    return not NEGATIVE.isdisjoint(cues_in(sentence))


def denies_matter(claim: str, sentence: str, aligner: Aligner) -> bool:
    """Whether the clause of `sentence` that covers most of the words of `claim` denies; of clauses
    that cover as much the first counts."""
    if not denies(sentence):
        return False
    parts = _clauses(sentence)
    return denies(max(parts, key=lambda part: aligner.coverage(claim, part).mean))


@lru_cache(maxsize=8192)
def _clauses(sentence: str) -> tuple[str, ...]:
    return tuple(part for part in _breaks().split(sentence) if part.strip()) or (sentence,)


@cache
def _breaks() -> re.Pattern[str]:
    tables = (import_module(f"assistant.judge.cues_{name}") for name in _LANGUAGES)
    return re.compile("|".join((_STOPS, *(table.CLAUSE_BREAKS for table in tables))), re.IGNORECASE)
