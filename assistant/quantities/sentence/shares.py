"""Parts and wholes: "31 of the 900 schools closed", "8,000 entered, of whom 6,312 finished"."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.sorts import fine_sort
from assistant.quantities.words.topics import Mention, Topic

_SAYING = 2  # words behind a whole that say anything: "of its 15,000 workers"
_PARTS = frozenset({"percent", "ratio"})
_APART = 40  # characters of "of" and the owner, between a part and its whole


def shared_out(
    facts: tuple[Fact, ...], mentions: tuple[Mention, ...], text: str
) -> tuple[Fact, ...]:
    """Tell parts from wholes: `share` is "part" or "whole", `predicate` what is said of parts."""
    found = [_lone(fact, mentions, text) for fact in facts]
    for i in range(len(found) - 1):
        a, b = found[i : i + 2]
        if a.quantity.kind in _PARTS and _between_of(a, b, mentions):
            found[i + 1] = _whole(b, b.right)
        elif a.quantity.kind == b.quantity.kind == "count" or _sums(a, b):
            found[i], found[i + 1] = _told(a, b, mentions, text)
    return tuple(found)


def _sums(a: Fact, b: Fact) -> bool:
    """Whether both are sums of money in one currency, the first perhaps without it, which only
    "of" makes part and whole."""
    levels = a.role == b.role == "level" and b.quantity.kind == "money"
    bare = a.quantity.unit == "number" and a.figure.scaled and not a.figure.noun
    return levels and (bare or a.quantity.unit == b.quantity.unit)


def _told(a: Fact, b: Fact, mentions: tuple[Mention, ...], text: str) -> tuple[Fact, Fact]:
    """Two counts that follow each other, told apart as part and whole where they are."""
    if _of(a, b, mentions, text):
        said = text[b.quantity.end : b.quantity.end + len(b.right)]
        said = a.left if len(said.split()) < _SAYING and a.left.strip() else said
        unit_of = b.quantity if a.quantity.unit == "number" else a.quantity
        thing, noun = a.thing or b.thing, a.figure.noun or b.figure.noun
        quantity = replace(a.quantity, unit=unit_of.unit, kind=unit_of.kind)
        part = replace(a, quantity=quantity, thing=thing)
        part = replace(part, figure=replace(a.figure, noun=noun))
        return _part(part, said), _whole(b, said)
    if _out_of(a, b, mentions):
        return _part(a, a.left), replace(_whole(b, a.left), role="level")
    start = None if _sums(a, b) else _part_of(a, b, mentions)
    if start is None:
        start = _whole_first(a, b, mentions, text)
    if start is None and not _sums(a, b):
        start = _of_those_there(a, b, mentions)
    if start is None:
        return a, b
    said, head = text[start : b.quantity.start] + b.right, a.left + a.quantity.text
    return replace(_whole(a, said), head=head), replace(_part(b, said), head=head)


def _part(fact: Fact, said: str) -> Fact:
    return replace(fact, share="part", predicate=said, listed=False)


def _whole(fact: Fact, said: str) -> Fact:
    return replace(fact, share="whole", predicate=said, listed=False)


def _out_of(part: Fact, whole: Fact, mentions: tuple[Mention, ...]) -> bool:
    """Whether "from" alone stands between two counts: 300 passed, from 5,000 who sat."""
    start, end = part.quantity.end, whole.quantity.start
    between = [m for m in mentions if start <= m.start and m.end <= end]
    base = bool(between) and between[0].has(Topic.BASE) and between[0].start - start <= 1
    moved = any(m.has(Topic.MOVE) or m.has(Topic.TO) for m in mentions)
    sorts = {fine_sort(part), fine_sort(whole)} - {""}  # 27 goals in 31 games
    near = end - start <= _APART and len(sorts) <= 1
    return bool(base) and not moved and near and _smaller(part, whole)


def _lone(fact: Fact, mentions: tuple[Mention, ...], text: str) -> Fact:
    """A bare count in front of "of": forty of the town's teachers."""
    end = fact.quantity.end
    if fact.quantity.unit != "number" or fact.figure.noun or fact.figure.scaled:
        return fact
    behind = [m for m in mentions if end <= m.start < end + len(fact.right)]
    if not behind or not behind[0].has(Topic.OF) or behind[0].start - end > 1:
        return fact
    thing = next((t for m in behind if (t := m.has(Topic.THING))), "")
    return replace(fact, share="part", predicate=fact.right, thing=fact.thing or thing)


def _of(part: Fact, whole: Fact, mentions: tuple[Mention, ...], text: str) -> bool:
    """Whether "of" and at most an owner stand between two counts, the smaller first."""
    start, end = part.quantity.end, whole.quantity.start
    if not _smaller(part, whole) or "," in text[start:end]:
        return False
    return _between_of(part, whole, mentions)


def _between_of(part: Fact, whole: Fact, mentions: tuple[Mention, ...]) -> bool:
    """Whether "of" stands between a part and the count it is of."""
    start, end = part.quantity.end, whole.quantity.start
    counted = bool(whole.figure.noun) and whole.quantity.kind == "count"
    if end - start > _APART or not (counted or _sums(part, whole)):
        return False
    between = [m for m in mentions if start <= m.start < end]
    of = bool(between) and between[0].has(Topic.OF) and between[0].start - start <= 1
    return bool(of) and not any(m.has(Topic.AND) for m in between)


def _part_of(whole: Fact, part: Fact, mentions: tuple[Mention, ...]) -> int | None:
    """Where what is said of a part begins, behind "of whom" between the two counts."""
    start, end = whole.quantity.end, part.quantity.start
    marks = [m.end for m in mentions if m.has(Topic.PART) and start <= m.start and m.end <= end]
    return marks[-1] if marks and _smaller(part, whole) else None


def _whole_first(whole: Fact, part: Fact, mentions: tuple[Mention, ...], text: str) -> int | None:
    """Where what is said of a part begins, behind a whole that opens with "of" or "from":
    "of the 5,000 workers, 312 were hurt"."""
    start, end = whole.quantity.start, whole.quantity.end
    far = _APART if _sums(whole, part) else _OPENING  # of the firm's budget of 10 billion
    opens = [m for m in mentions if m.end <= start and start - m.end <= far]
    opening = opens[0 if _sums(whole, part) else -1] if opens else None
    of = opening and (opening.has(Topic.OF) or opening.has(Topic.BASE))
    clause = opening and of and not text[: opening.start].strip(" \"“'")
    based = bool(clause) and opening is not None and not opening.has(Topic.OF)
    moved = based and any(m.has(Topic.MOVE) or m.has(Topic.TO) for m in mentions)
    return end if clause and not moved and _smaller(part, whole) else None


def _of_those_there(whole: Fact, part: Fact, mentions: tuple[Mention, ...]) -> int | None:
    """Where what is said of a part begins, behind how many there are, counted by the same word and
    with no other thing named: has 120 shops, closed 45 shops (in Thai)."""
    start, end = whole.quantity.end, part.quantity.start
    noun = whole.figure.noun
    if not noun or noun.isascii() or noun != part.figure.noun or not _smaller(part, whole):
        return None
    there = any(
        m.has(Topic.EXIST) and 0 <= whole.quantity.start - m.end <= _OPENING for m in mentions
    )
    between = [m for m in mentions if start <= m.start and m.end <= end]
    said = any(m.has(Topic.STATE) for m in between)
    other = any(m.has(topic) for m in between for topic in (Topic.THING, Topic.AND, Topic.EXIST))
    return start if there and said and not other and end - start <= _APART else None


_OPENING = 16  # characters of what is counted, between "of" and its number


def _smaller(part: Fact, whole: Fact) -> bool:
    low = part.quantity.low if part.quantity.low is not None else part.quantity.high
    high = whole.quantity.high if whole.quantity.high is not None else whole.quantity.low
    return low is not None and high is not None and low < high  # type: ignore[operator]
