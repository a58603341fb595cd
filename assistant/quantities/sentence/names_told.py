"""Numbers and words of the tables that are parts of names which no capitals show: ร้อยเอ็ด is a
place, not a hundred and one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.quantities.reading.parse import Reading, reading
from assistant.quantities.sentence.facts import finder
from assistant.quantities.words.topics import Mention, Topic

Spans = tuple[tuple[int, int], ...]

_KEPT = frozenset({Topic.FIRM, Topic.HOUSE, Topic.SIDE, Topic.THING})


@lru_cache(maxsize=4096)
def tells(name: str) -> bool:
    """Whether a name holds a number or a word that would tell something outside it."""
    numbers = any(token.senses for token in reading(name).scanned.tokens)
    told = (topic for m in finder().find(name) for topic, _ in m.senses)
    return numbers or any(topic not in _KEPT for topic in told)


def outside(names: Spans, read: Reading) -> Reading:
    """The reading without the figures that begin within a name."""
    if not names:
        return read
    kept = tuple(f for f in read.figures if not _within(f.start, f.start + 1, names))
    return replace(read, figures=kept)


def untelling(names: Spans, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without those within a name, but for what a firm, a house or a thing is."""
    if not names:
        return mentions
    return tuple(
        m
        for m in mentions
        if not _within(m.start, m.end, names) or any(topic in _KEPT for topic, _ in m.senses)
    )


def _within(start: int, end: int, names: Spans) -> bool:
    return any(low <= start and end <= high for low, high in names)
