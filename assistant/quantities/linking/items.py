"""Which figure of a list a claim speaks of, by the words that only its item bears."""

from __future__ import annotations

import re

from assistant.names import known_in
from assistant.names.table import usual
from assistant.quantities.linking.align import alike
from assistant.quantities.sentence.facts import Fact, finder
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words import english_roles as english
from assistant.quantities.words import thai_roles as thai
from assistant.quantities.words.topics import Topic
from index.text import words

_BESIDE = 24  # characters before "most" in which the item may be named
_HEAD = 3
"""Words directly before the first figure of a list among which its item is named."""


def item_named(mine: Frame, theirs: Frame) -> Fact | None:
    """The figure of a list whose own words are in the claim, None where no item fits better than
    every other, not even by what stands next to "most"."""
    if (known := _known_item(mine, theirs)) is not None:
        return known
    told = [mine.text]
    if mine.facts:
        own = mine.facts[0].quantity
        before, behind = mine.text[: own.start], mine.text[own.end :]
        told = sorted((before, behind), key=len, reverse=True)
        if english.AT.match(behind) or thai.AT.match(behind):
            told = [behind, before]
    if found := next((f for part in told if (f := _fitting(part, theirs))), None):
        return found
    top = next((m for m in mine.mentions if m.has(Topic.TOP)), None)
    if top is None:
        return None
    behind, before = mine.text[top.end :], mine.text[max(0, top.start - _BESIDE) : top.start]
    return _fitting(behind, theirs) or _fitting(before, theirs)


def _known_item(mine: Frame, theirs: Frame) -> Fact | None:
    """The one figure of a list whose people or country the claim names, where each figure stands
    behind one at most: Chinese travellers with 6.70 million, Malaysians (4.93 million)."""
    listed = items(theirs)
    if any(_BEHIND.match(fact.right) for fact in listed):
        return None  # 4.4 million from China
    named = [_peoples(fact.left) for fact in listed]
    told = _peoples(mine.text)
    own = [f for f, names in zip(listed, named, strict=True) if names & told]
    return own[0] if all(len(names) <= 1 for names in named) and len(own) == 1 else None


def _peoples(text: str) -> frozenset[str]:
    """The names of the table in a text, peoples by their countries."""
    capitals = (usual(word) for word in _CAPITAL.findall(text))
    return frozenset(known.name for known in known_in(text)) | frozenset(n for n in capitals if n)


_BEHIND = re.compile(r" (?:from |in |of |to )?[A-Z]")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def items(one: Frame) -> tuple[Fact, ...]:
    """The figures of a list, without the count of its items in front: three offices, with 410 in
    this, 260 in that and 95 in another."""
    head, rest = one.facts[:1], one.facts[1:]
    counted = bool(rest) and len(rest) > 1 and head[0].quantity.kind == "count"
    counted = counted and head[0].quantity.low == len(rest)
    alike = {f.figure.noun for f in rest} | {f.quantity.unit for f in rest}
    return rest if counted and head[0].figure.noun not in alike else one.facts


def out_of_all(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim ranks, and its only figure says how many the evidence lists: the busiest of
    the four harbours."""
    ranked = mine.has(Topic.TOP) or mine.has(Topic.RANK)
    if not ranked or len(mine.facts) != 1 or mine.facts[0].quantity.kind != "count":
        return False
    listed = items(theirs)
    return len(listed) > 1 and mine.facts[0].quantity.low == len(listed)


def _fitting(told: str, theirs: Frame) -> Fact | None:
    told_of = item_words(theirs)
    if told_of is None:
        return None
    heads, others = told_of[0], told_of[1:]
    scores = [_heard(told, item) for item in others]
    named = bool(scores) and max(scores) > 0
    scores.insert(0, _heard(told, _alone(heads, theirs)) if named else alike(told, heads))
    best = max(scores)
    if best <= 0 or scores.count(best) > 1:
        return None
    return items(theirs)[scores.index(best)]


def _heard(told: str, item: str) -> float:
    """How much of an item a claim names: of all its words, where they are parted by blanks."""
    return alike(told, item) / max(1, len(item.split()) if item.isascii() else 1)


def _alone(head: str, one: Frame) -> str:
    """The last word of what stands before a list, which is its first item, if it is no verb and no
    thing that all are of, as is what stands behind "largest"."""
    last = (head.split() if head.isascii() else words(head))[-1:]
    if not last or finder().find(last[0]):
        return ""
    tops = [one.text[m.end :].lstrip() for m in one.mentions if m.has(Topic.TOP)]
    return "" if any(behind.startswith(last[0]) for behind in tops) else last[0]


def item_words(one: Frame) -> list[str] | None:
    """What each figure of a list is of, without the words that several items share."""
    listed = items(one)
    behind = _own([_clause(fact.right, fact.quantity.end, one) for fact in listed])
    if _told(behind[-1]) and _told(behind[0]):
        return behind
    before = [_last(fact.left, fact.quantity.start, one) for fact in listed]
    if not all(_told(item) for item in before):
        return None
    head = before[0].split() if before[0].isascii() else words(before[0])
    return _own([" ".join(head[-_HEAD:]), *before[1:]])


def _told(item: str) -> bool:
    return any(letter.isalpha() for letter in item)


def _own(labels: list[str]) -> list[str]:
    told = [item.split() if item.isascii() else words(item) for item in labels]
    low = [{word.lower() for word in own} for own in told]
    shared = {w for i, own in enumerate(low) for w in own if any(w in o for o in low[:i])}
    return [" ".join(w for w in own if w.lower() not in shared) for own in told]


def _clause(right: str, start: int, one: Frame) -> str:
    """What follows a figure up to a comma or an "and"."""
    cuts = [m.start - start for m in one.mentions if m.start >= start and m.has(Topic.AND)]
    ends = [cut for cut in (*cuts, right.find(",")) if 0 <= cut < len(right)]
    return right[: min(ends, default=len(right))]


def _last(left: str, end: int, one: Frame) -> str:
    """What stands before a figure behind the last comma or "and"."""
    start = end - len(left)
    cuts = [m.end - start for m in one.mentions if start <= m.start < end and m.has(Topic.AND)]
    return left[max([0, left.rfind(",") + 1, *cuts]) :]
