"""What a claim denies, said as if it were so.

The pair reader overlooks small words: it takes a denied statement for the statement. So a claim
that denies one thing is read without its denial, and what speaks for that speaks against the
claim.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module

_LANGUAGES = ("english", "thai")


@lru_cache(maxsize=8192)
def affirmed(claim: str) -> str | None:
    """`claim` without its denial; None where it has none or several, or where another clause says
    what holds instead, or why."""
    if any(pattern.search(claim) for pattern in _many_sided()):
        return None
    found = [(m, into) for pattern, into in _denials() for m in pattern.finditer(claim)]
    starts = {m.start() for m, _ in found}
    if len(starts) != 1:
        return None
    match, into = found[0]
    return f"{claim[: match.start()]}{match.expand(into)}{claim[match.end() :]}"


@cache
def _denials() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Wordings of a denial and what stands there without it; of those that begin at one place the
    first counts."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), into)
        for name in _LANGUAGES
        for pattern, into in import_module(f"assistant.judge.cues_{name}").DENIALS
    )


@cache
def _many_sided() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(import_module(f"assistant.judge.cues_{name}").OTHER_CLAUSES, re.IGNORECASE)
        for name in _LANGUAGES
    )
