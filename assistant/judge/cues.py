"""Little words that turn a statement: negation, direction, plans, doubt, superlatives.

The engine knows no language; the tables of a language list the wordings of each cue. A cue
means the same in every language, so a Thai claim can be laid beside an English sentence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType

CUES = (
    "negation", "exclusion", "up", "down", "planned", "doubt", "first", "most", "least", "only",
    "all", "half", "begin", "end", "cause", "question", "condition", "said",
)  # fmt: skip
"""What the tables may list; each is the name of a set of wordings."""

OPPOSITES = (("up", "down"), ("most", "least"), ("begin", "end"))

_LANGUAGES = ("english", "thai")


@lru_cache(maxsize=8192)
def cues_in(text: str) -> frozenset[str]:
    """The cues that occur in `text`, in any of the languages."""
    folded = text.casefold()
    return frozenset(cue for cue, pattern in _patterns().items() if pattern.search(folded))


def opposed(claim: frozenset[str], evidence: frozenset[str]) -> bool:
    """Whether one says up where the other says only down (or another pair of `OPPOSITES`)."""
    for one, other in OPPOSITES:
        for a, b in ((one, other), (other, one)):
            if a in claim and b not in claim and b in evidence and a not in evidence:
                return True
    return False


@cache
def function_words() -> frozenset[str]:
    """Words of every language that are too common to tell what a statement is about."""
    return frozenset().union(*(table.FUNCTION_WORDS for table in _tables()))


@cache
def _tables() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"assistant.judge.cues_{name}") for name in _LANGUAGES)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        cue: re.compile("|".join(table.CUES[cue] for table in _tables() if cue in table.CUES))
        for cue in CUES
    }
