"""What was once beside what is now: 110 five years ago, 260 today."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.topics import Mention, Topic

_BOTH = 2


def told_of_once(facts: tuple[Fact, ...], mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Make the level of an earlier time the base of that of now."""
    pair = then_and_now(facts, mentions)
    if pair is None:
        return facts
    units = {f.quantity.unit for f in pair if f.quantity.unit != "number" or f.figure.noun}
    counted = all(f.quantity.kind == "count" for f in pair)
    if len(units) > 1 or (len({f.quantity.unit for f in pair}) > 1 and not counted):
        return facts
    roles = {id(pair[0]): "base", id(pair[1]): "result"}
    unit = next(iter(units), pair[0].quantity.unit)
    return tuple(
        replace(
            f,
            role=roles[id(f)] if f.role == "level" else f.role,
            quantity=replace(f.quantity, unit=unit),
        )
        if id(f) in roles
        else f
        for f in facts
    )


def become(facts: tuple[Fact, ...], mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Make a level directly behind where it came from what that has become: from 3.98 to 4.18."""
    found = list(facts)
    for i, (base, level) in enumerate(pairwise(facts)):
        if level.role == "result" and base.role != "level" and _alike(base, level):
            measures = level.measures or base.measures if base.role == "base" else level.measures
            found[i + 1] = replace(level, told=level.told | base.told, measures=measures)
        bare = base.quantity.unit == "number" and not base.figure.noun
        if bare and base.role == "base" and level.quantity.kind == "count":
            found[i] = replace(base, quantity=replace(base.quantity, unit=level.quantity.unit))
        if (base.role, level.role) != ("base", "level"):
            continue
        start, end = base.quantity.end, level.quantity.start
        between = [m for m in mentions if start <= m.start and m.end <= end]
        joined = len(between) == 1 and between[0].has(Topic.TO) and end - start <= _JOINED
        if joined and base.quantity.kind != "duration":
            found[i + 1] = replace(level, role="result")
    return tuple(found)


def _alike(one: Fact, two: Fact) -> bool:
    return one.quantity.unit == two.quantity.unit


_JOINED = 10  # characters of "to" and the like between two levels


def beside_a_move(facts: tuple[Fact, ...], mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Make the only figure of a sentence what was before a move that it names, or what came of it:
    2.25% before the cut, 45 baht after the rise."""
    if len(facts) != 1 or (facts[0].role == "base" and facts[0].move):
        return facts
    for m in mentions:
        role = "base" if m.has(Topic.BEFORE) else "result" if m.has(Topic.AFTER) else ""
        near = (n for n in mentions if role and 0 <= n.start - m.end <= _JOINED)
        move = next((v for n in near if (v := n.has(Topic.MOVE))), None)
        start = facts[0].quantity.start
        if move and not m.end <= start <= m.end + _JOINED:
            return (replace(facts[0], role=role, move=move),)
    return facts


def then_and_now(
    facts: tuple[Fact, ...], mentions: tuple[Mention, ...]
) -> tuple[Fact, Fact] | None:
    """The level of an earlier time that a sentence names without a date, and that of now: "had 110
    five years ago and has 260 now"; None when it has no such two."""
    back = [f for f in facts if dated_back(f, mentions)]
    levels = [f for f in facts if f.quantity.kind != "duration"]
    if len(levels) != _BOTH or len(back) > 1 or len(back) + len(levels) != len(facts):
        return None
    if any(f.role == "change" for f in levels):
        return None
    then = [f.quantity.start for f in back] or [m.start for m in mentions if m.has(Topic.THEN)]
    now = [m.start for m in mentions if m.has(Topic.NOW)]
    if len(then) != 1 or len(now) > 1:
        return None
    was = _once(levels, then[0], now)
    return was, levels[1 - levels.index(was)]


def dated_back(fact: Fact, mentions: tuple[Mention, ...]) -> bool:
    """Whether a length of time tells how long ago something was."""
    end = fact.quantity.end
    return fact.quantity.kind == "duration" and any(
        0 <= m.start - end <= 1 and (m.has(Topic.BEFORE) or m.has(Topic.AGO)) for m in mentions
    )


def _once(levels: list[Fact], then: int, now: list[int]) -> Fact:
    """The level of the earlier time that is told at the place `then`."""
    first, second = levels
    if then < first.quantity.start or then > second.quantity.start:
        return first if then < first.quantity.start else second
    if now:
        return second if now[0] < first.quantity.start else first
    return first if then - first.quantity.end <= second.quantity.start - then else second
