"""The places where a text may be cut into sentences or clauses, and what speaks for a cut there.

Thai writes no full stops: a space may end a sentence, a clause, a name or a figure, and a new
clause may begin with no space at all. So every such place is a `Gap` described by named
features, and a small linear model (`index.sentences`) weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.gap_words import (
    BEFORE_NUMBER,
    BLOCKED_HEAD,
    BLOCKED_TAIL,
    CONNECTIVE,
    CONNECTOR,
    FUSED,
    HEADS,
    LISTING,
    PAIRED_FIGURE,
    PAIRED_TIME,
    PREDICATE,
    SUBJECT_VERB,
    TAILS,
    UNFINISHED,
)

SPACE = r"\s|[\u200b\ufeff\u2060]"
_BLANK = re.compile(rf"(?:{SPACE})+")
_FUSED = re.compile(FUSED)
# One pattern for all: the alternative that fits first, group n, is the entry n of the table.
_HEAD = re.compile("|".join(rf"({pattern})" for _, pattern in HEADS))
_TAILS = tuple((name, re.compile(rf"(?:{pattern})\Z")) for name, pattern in TAILS)
_TAIL = re.compile("(?:" + "|".join(rf"(?:{pattern})" for _, pattern in TAILS) + r")\Z")
_UNFINISHED = re.compile(rf"(?:{UNFINISHED})\Z")
_PREDICATE = re.compile(PREDICATE)
_BLOCKED_HEAD = re.compile(BLOCKED_HEAD)
_BLOCKED_TAIL = re.compile(rf"(?:{BLOCKED_TAIL})\Z")
_BEFORE_NUMBER = re.compile(rf"(?:{BEFORE_NUMBER})\Z")
_CONNECTIVE = re.compile(CONNECTIVE)
_SUBJECT_VERB = re.compile(SUBJECT_VERB)
_CONNECTED = re.compile(CONNECTOR + SUBJECT_VERB)
_LISTING = re.compile(LISTING)
_PAIRED_TIME = re.compile(PAIRED_TIME)
_PAIRED_FIGURE = re.compile(rf"(?:{PAIRED_FIGURE})\Z")
_FIGURE = re.compile(r"[0-9๐-๙]")
_LOOK_AHEAD, _LOOK_BACK = 90, 18
_PAIR = 60
# Farther than this nothing is read, so that the work for a place is bounded.
_FAR = 600


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a cut is possible: `[left, right)` is the white space there, maybe empty."""

    left: int
    right: int

    @property
    def fused(self) -> bool:
        """Whether no space stands there."""
        return self.left == self.right


def gaps_in(text: str, start: int, end: int) -> Iterator[Gap]:
    """Every possible cut strictly inside `[start, end)`, in order."""
    spaces = [Gap(m.start(), m.end()) for m in _BLANK.finditer(text, start, end)]
    after = {gap.right for gap in spaces}
    fused = [
        Gap(m.start(), m.start())
        for m in _FUSED.finditer(text, start, end)
        if m.start() not in after
    ]
    for gap in sorted(spaces + fused, key=lambda g: g.left):
        if start < gap.left and gap.right < end and not _blocked(text, gap):
            yield gap


def _blocked(text: str, gap: Gap) -> bool:
    """Whether no clause can end here: inside a date, before a unit, after a preposition."""
    tail = text[max(0, gap.left - _LOOK_BACK) : gap.left]
    if _BLOCKED_HEAD.match(text, gap.right) or _BLOCKED_TAIL.search(tail):
        return True
    if _PAIRED_TIME.match(text, gap.right):
        earlier = text[max(0, gap.left - _PAIR) : gap.left]
        if _PAIRED_FIGURE.search(earlier):
            return True
    before, after = tail[-1:], text[gap.right : gap.right + 1]
    return after.isdigit() and (before.isdigit() or _BEFORE_NUMBER.search(tail) is not None)


def opens_clause(text: str, gap: Gap) -> bool:
    """Whether a connective that always opens a clause follows."""
    return _CONNECTIVE.match(text, gap.right) is not None


def features_of(text: str, begin: int, gap: Gap, following: int, end: int) -> dict[str, float]:
    """What speaks for and against a cut at `gap`, when the piece at hand began at `begin`.

    `following` is where the next gap lies (or `end`); `end` closes the line. Values are 0..1.
    """
    before = text[max(begin, gap.left - _FAR) : gap.left]
    after = text[gap.right : min(end, gap.right + _FAR)]
    head, tail = after[:_LOOK_AHEAD], before[-_LOOK_BACK:]
    found = {f"head:{_head(head)}": 1.0}
    found[f"tail:{_tail(tail)}"] = 1.0
    if _UNFINISHED.search(tail):
        found["unfinished"] = 1.0
    if gap.fused:
        found["fused"] = 1.0
    elif gap.right - gap.left > 1 and "\n" not in text[gap.left : gap.right]:
        found["wide"] = 1.0
    contents = _contents(before, head)
    if "predicate before" in contents and "unfinished" not in found:
        name = next(iter(found))
        found[f"{name} after a clause"] = 1.0
    found |= _sizes(len(before), len(after), following - gap.right)
    found |= contents
    found |= _enclosure(before)
    return found


def _head(text: str) -> str:
    """The name of the first entry of `HEADS` that `text` begins with."""
    match = _HEAD.match(text)
    return HEADS[match.lastindex - 1][0] if match and match.lastindex else "other"


def _tail(text: str) -> str:
    """The name of the first entry of `TAILS` that `text` ends with."""
    if _TAIL.search(text):
        for name, pattern in _TAILS:
            if pattern.search(text):
                return name
    return "other"


def _sizes(before: int, after: int, piece: int) -> dict[str, float]:
    found = {"long": min(before, 240) / 240, "rest": min(after, 120) / 120}
    if before > 90:
        found["over 90"] = 1.0
    if before > 180:
        found["over 180"] = 1.0
    if before < 25:
        found["short before"] = 1.0
    if after < 25:
        found["short after"] = 1.0
    if piece < 8:
        found["tiny piece"] = 1.0
    return found


def _contents(before: str, head: str) -> dict[str, float]:
    found = {}
    if _FIGURE.search(before):
        found["figure before"] = 1.0
    if _FIGURE.search(head):
        found["figure after"] = 1.0
    if _PREDICATE.search(before):
        found["predicate before"] = 1.0
    if _PREDICATE.search(head[:40]):
        found["predicate soon"] = 1.0
    elif _PREDICATE.search(head):
        found["predicate after"] = 1.0
    if _SUBJECT_VERB.match(head):
        found["subject and verb"] = 1.0
        if "predicate before" in found:
            found["subject and verb after a clause"] = 1.0
    elif _CONNECTED.match(head):
        found["connected subject and verb"] = 1.0
    if _LISTING.search(before):
        found["in a list"] = 1.0
    return found


def _enclosure(before: str) -> dict[str, float]:
    found = {}
    if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
        found["in brackets"] = 1.0
    opened = before.count("“") - before.count("”")
    if opened > 0 or before.count('"') % 2:
        found["in quotes"] = 1.0
    return found
