"""How far something is above or below where it was at another time: 40% above its 2020 level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.topics import Mention, Topic

_FILLING = 6  # letters of what may stand between the time and the figure
_BESIDE = 6  # characters of "its" between "above" and the time
_THEN = (Topic.THEN, Topic.BEFORE_LEVEL)


def above_a_time(
    facts: tuple[Fact, ...], mentions: Sequence[Mention], figures: Sequence[Figure], text: str
) -> tuple[Fact, ...]:
    """Make a share told beside "above" or "below" and a time the change since that time."""
    if not any(f.quantity.unit == "percent" and f.role == "level" for f in facts):
        return facts
    signs = [m for m in mentions if m.has(Topic.MORE) or m.has(Topic.CROSSING)]
    if not signs:
        return facts
    times = [(f.start, f.end) for f in figures if f.moment is not None]
    times += [(m.start, m.end) for m in mentions if any(m.has(t) for t in _THEN)]
    found = []
    for fact in facts:
        plain = fact.quantity.unit == "percent" and fact.role == "level" and not fact.of_before
        way = next((w for s in signs if (w := _way(s, fact, times, text))), "") if plain else ""
        found.append(replace(fact, role="change", move=way) if way else fact)
    return tuple(found)


def _way(sign: Mention, fact: Fact, times: list[tuple[int, int]], text: str) -> str:
    """Which way a figure is off a time by a word of comparing beside both, "" where it is not."""
    start, end = fact.quantity.start, fact.quantity.end
    way = sign.has(Topic.CROSSING) or {"more": "up", "less": "down"}[sign.has(Topic.MORE) or "more"]
    if 0 <= sign.start - end <= 1:  # 40% above its 2020 level
        return way if any(0 <= low - sign.end <= _BESIDE for low, _ in times) else ""
    between = [t for t in times if sign.end <= t[0] and t[1] <= start]
    if not between or not sign.has(Topic.MORE) or between[0][0] - sign.end > _BESIDE:
        return ""
    rest = text[sign.end : between[0][0]] + text[between[-1][1] : start]
    return way if len(rest.replace(" ", "")) <= _FILLING else ""
