"""Words of rising and falling that tell of no change where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quantities.grammar import Figure
from assistant.quantities.topics import Mention, Topic
from assistant.quantities.units import kind_of


def without_idle_moves(
    text: str, mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """The mentions without the moves that are none: takes on so many more, costs that come to so
    much, what is put into the ground; nor the "by" of those who did something: opposed by 61%."""
    read: list[Mention] = []
    for place, m in enumerate(mentions):
        if m.has(Topic.MOVE) and _idle(m, read, figures, text):
            m = _told_as(m, Topic.MOVE, ())
        elif (way := m.has(Topic.PHRASAL)) and _by_so_much(mentions[place + 1 :], figures, text):
            m = _told_as(m, Topic.PHRASAL, ((Topic.MOVE, way),))
        elif m.has(Topic.BY) and _by_whom(m, read):
            m = _told_as(m, Topic.BY, ((Topic.AGENT, "agent"),))
        read.append(m)
    return tuple(read)


def _told_as(mention: Mention, topic: Topic, instead: tuple[tuple[Topic, str], ...]) -> Mention:
    """A mention with other senses instead of those of one topic."""
    kept = tuple(s for s in mention.senses if s[0] is not topic)
    return Mention(mention.start, mention.end, (*kept, *instead))


def _idle(move: Mention, before: Sequence[Mention], figures: tuple[Figure, ...], text: str) -> bool:
    """Whether a word of rising or falling moves none of the figures behind it."""
    figure = next((f for f in figures if f.start >= move.end and f.moment is None), None)
    if figure is None:
        return False
    kind, gap = kind_of(figure.unit), text[move.end : figure.start]
    if move.has(Topic.FURTHER):
        added = any(m.has(Topic.ADDING) for m in before)
        return added and kind == "count" and not gap.strip() and not _moved(before)
    if move.has(Topic.GROWTH):  # lowered its growth forecast
        return any(_moves(m) and not _told_between(m.end, move.start, figures) for m in before)
    if move.has(Topic.VANISHING) and kind == "duration":
        return True
    if move.has(Topic.COMING):
        paid = any(m.has(Topic.COSTS) for m in before) and not _moved(before)
        return paid and kind in _PAID and len(gap.strip()) == 0
    if move.has(Topic.PLACING):
        placed = bool(gap) and not gap[0].isascii() and kind in _PLACED
        return placed and not _moved(before) and not _told_at(move.end, figures)
    return False


_PAID = frozenset({"money", "rate"})
_PLACED = frozenset({"count", "area"})


def _by_so_much(behind: Sequence[Mention], figures: tuple[Figure, ...], text: str) -> bool:
    """Whether "by" and a figure follow before anything else moves: put up its rate by a point."""
    for m in behind:
        if m.has(Topic.MOVE):
            return False
        if m.has(Topic.BY):
            return any(f.moment is None and not text[m.end : f.start].strip() for f in figures
                       if f.start >= m.end)  # fmt: skip
    return False


def _moved(before: Sequence[Mention]) -> bool:
    return any(m.has(Topic.MOVE) for m in before)


def _moves(one: Mention) -> bool:
    return bool(one.has(Topic.MOVE)) and not one.has(Topic.GROWTH)


def _told_between(start: int, end: int, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure stands between two places."""
    return any(start <= f.start < end for f in figures)


def _told_at(end: int, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure, with what bounds it, stands directly behind a place."""
    return any(f.start == end for f in figures)


def _by_whom(by: Mention, before: Sequence[Mention]) -> bool:
    """Whether "by" is followed by those who did what stands before it: approved by 61%."""
    last = before[-1] if before else None
    done = last is not None and (last.has(Topic.STATE) or last.has(Topic.BALLOT))
    return bool(done and last and by.start - last.end == 1)
