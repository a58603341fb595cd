"""What a sentence says of a figure beside the figure: that there are so many, what was done to
them, and whether one thing changed or another of which it is told."""

from __future__ import annotations

import re

from assistant.names.ordinary import COMMON
from assistant.quantities.linking.acts import acts
from assistant.quantities.linking.meaning import FAR, nearest
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import DONE, NUMBER_OF, PREPOSITIONS, TALLYING
from assistant.quantities.words.topics import Mention, Topic
from index.text import words

_DEALING = "?"  # begins the ids of states that are two ends of one matter
_BESIDE = 2  # words of what there is, between "there are" and its count
_LATIN = re.compile(r"[A-Za-z]+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")


def only_done(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether one sentence tells how many there are, and the other only what was done to so many:
    has 640 dogs, has vaccinated 640 dogs."""
    if fact.quantity.kind != other.quantity.kind or fact.quantity.kind not in _STANDING:
        return False
    sides = ((fact, mine, other, theirs), (other, theirs, fact, mine))
    return any(
        _there(one, there) and (_done_to(two, done, there) or _acted_on(two, done, there))
        for one, there, two, done in sides
    )


_STANDING = frozenset({"count", "area"})
_EXTENT = frozenset({"area"})


def _there(fact: Fact, one: Frame) -> bool:
    """Whether a sentence tells that there are so many, and nothing else of them."""
    start = fact.quantity.start
    told = [m for m in one.mentions if m.has(Topic.EXIST) and m.end <= start]
    if fact.measures == _EXTENT and fact.quantity.kind == "area":
        return True
    if not told or fact.measures:
        return False
    return len(words(one.text[told[-1].end : start])) <= _BESIDE


def _done_to(fact: Fact, done: Frame, there: Frame) -> bool:
    """Whether an English verb that the tables know by no more than a dealing tells what was done to
    so many, of which the other sentence has no word."""
    found = DONE.search(fact.left)
    if found is None or found[1] in TALLYING:
        return False
    place = fact.quantity.start - len(fact.left) + found.start(1)
    at = [m for m in done.everything if m.start < place + len(found[1]) and place < m.end]
    known = any(t is not Topic.STATE or v[0] != _DEALING for m in at for t, v in m.senses)
    return not known and nearest(found[1], tuple(words(there.text))) < FAR


def _acted_on(fact: Fact, done: Frame, there: Frame) -> bool:
    """Whether an act of the tables was done to so many things, of which the other sentence has no
    word: has 60 branches, repaired 60 branches; a forest of 600 rai, 600 rai of it burned."""
    if fact.quantity.unit == "person" or there.ids(Topic.STATE):
        return False
    low, start = fact.quantity.start - len(fact.left), fact.quantity.start
    told = (
        v
        for m in (*done.everything, *acts(done))
        if low <= m.start and m.end <= start
        for t, v in m.senses
        if t is Topic.STATE
    )
    done_on = _ON_LAND if fact.quantity.kind == "area" else _ACTS
    return any(v.startswith(done_on) for v in told)


_ACTS = ("?goods", "?work", "?land", "?loan:lent", "?crop", "?stage:sold", "open:-")
_ON_LAND = ("?land",)
"""States that are acts on what there is."""


def other_head(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two changes are of two things of which the one is told of the other: flights fell,
    passengers on flights fell."""
    rates = fact.quantity.unit in _RATES and other.quantity.unit in _RATES
    if not rates or not fact.role == other.role == "change" or fact.index or other.index:
        return False
    one, two = _head(fact, mine), _head(other, theirs)
    if not one or not two or one & two:
        return False
    return _beside(one, mine, two, theirs) or _beside(two, theirs, one, mine)


_Senses = frozenset[tuple[Topic, str]]


def _beside(one: _Senses, whole: Frame, two: _Senses, part: Frame) -> bool:
    """Whether the head of one sentence is told in the other, whose head the one does not tell."""
    return bool(one & _told(part.everything)) and not two & (_told(whole.everything) | _IMPLIED)


def _told(mentions: tuple[Mention, ...]) -> _Senses:
    return frozenset(s for m in mentions for s in m.senses if s[0] in _HEADS)


_HEADS = frozenset({Topic.THING, Topic.MEASURE})
_RATES = frozenset({"percent", "ratio", "times"})
_IMPLIED = frozenset((Topic.MEASURE, v) for v in ("price", "stock", "market_value", "production"))
"""What a thing by itself may stand for: diesel rose, the price of diesel rose."""


def _head(fact: Fact, one: Frame) -> _Senses:
    """What changes by a figure, as far as the tables know it: the first thing or measure of a Thai
    sentence, the last before a preposition of an English one; none where that is a house, or where
    an unknown word follows: teachers' pay."""
    moves = [m.start for m in one.mentions if m.has(Topic.MOVE) and m.end <= fact.quantity.end]
    end = moves[0] if moves else fact.quantity.start
    subject = NUMBER_OF.sub(lambda m: " " * len(m[0]), one.text[:end])
    thai = bool(_THAI.search(one.text))
    if not thai and (cut := PREPOSITIONS.search(subject)):
        end = cut.start()
    told = [m for m in one.everything if m.end <= end and any(m.has(t) for t in _HEADS)]
    if not told:
        return frozenset()
    head = told[0] if thai else told[-1]
    housed = head.has(Topic.HOUSE) or head.has(Topic.FIRM)
    unknown = not thai and _unknown_between(head.end, end, one)
    return frozenset() if housed or unknown else _told((head,))


def _unknown_between(start: int, end: int, one: Frame) -> bool:
    """Whether a word of a stretch is in no table: the "pay" of "teachers' pay rose"."""
    return any(
        len(m[0]) > 1
        and m[0].lower() not in COMMON
        and not any(t.start <= m.start() < t.end for t in one.everything)
        for m in _LATIN.finditer(one.text, start, end)
    )
