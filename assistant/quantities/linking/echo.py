"""How well a Thai wording echoes a Latin name: by consonants alone, to rank what may be meant.

`assistant.names` says whether a name is there; here the question is which of a few labels fits
a name best, so a faint echo counts too.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.names.sound import CHEAP, lettered, skeleton

_FAINT = 0.35  # of the name's consonants that may be lost
_BRIEF = 0.75  # what a name of two consonants counts
_SHORT = 2  # consonants that are too few to tell anything
_SOFT = "rw"  # sounds that transcription drops


@lru_cache(maxsize=16384)
def echo(name: str, thai: str) -> float:
    """From 0 (not there) to 1 (every consonant in place) how well `thai` writes `name`."""
    return max(_echo(name, way) for way in {thai, lettered(thai)})


def _echo(name: str, thai: str) -> float:
    short, long = skeleton(name), skeleton(thai)
    if len(short) < _SHORT or not long:
        return 0.0
    if len(short) == _SHORT:
        return _BRIEF if short in long else 0.0
    lost = _distance(short, long) / len(short)
    return 1 - lost if lost < _FAINT else 0.0


def _distance(short: str, long: str) -> float:
    """The cheapest edit of `short` into any stretch of `long` (Sellers, 1980)."""
    row = [0.0] * (len(long) + 1)
    for i, a in enumerate(short, start=1):
        above, row = row, [float(i)]
        for j, b in enumerate(long, start=1):
            swap = 0.0 if a == b else CHEAP.get(frozenset((a, b)), 1.0)
            lost = 0.4 if a in _SOFT else 1.0
            extra = 0.4 if b in _SOFT else 1.0
            row.append(min(above[j - 1] + swap, above[j] + lost, row[j - 1] + extra))
    return min(row)
