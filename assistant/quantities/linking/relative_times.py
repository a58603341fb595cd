"""Times told from a day of speaking that nobody dates: this year, last year."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities.linking.growth_over import bases
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic


def told_of_other_days(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences tell their one time from the day of speaking, in the same measure, and
    differently: this year against last year. Dates decide for themselves."""
    if mine.periods or theirs.periods or mine.dates or theirs.dates:
        return False
    one, two = _relative(mine), _relative(theirs)
    return len(one) == len(two) == 1 and one != two and {g for g, _ in one} == {g for g, _ in two}


@lru_cache(maxsize=4096)
def _relative(one: Frame) -> set[tuple[str, int]]:
    """The times (grain and how many of it from now) at which a sentence says something, not those
    with which it compares."""
    told: set[tuple[str, int]] = set()
    tokens = [t for t in one.reading.scanned.tokens if t.senses and Sense.RELATIVE in t.senses]
    compared = bases(one.text) if tokens else []
    for token in tokens:
        time = token.senses[Sense.RELATIVE]
        if any(a <= token.start < b for a, b in compared):
            continue
        behind = any(
            (m.has(Topic.BASE) or m.has(Topic.THAN)) and 0 <= token.start - m.end <= 1
            for m in one.everything
        )
        if not behind:
            told.add(time)
    return told
