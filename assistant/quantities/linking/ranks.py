"""Places in an order: "ranks third", "No. 1", "the largest"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.quantities.linking.from_end import from_end
from assistant.quantities.reading.numbers import near, read_number
from assistant.quantities.reading.scan import Token
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import BEST, ONE_OF
from assistant.quantities.words.english_rules import PLACED
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_roles import FIRST_PLACES, TOP_OF
from assistant.quantities.words.topics import Topic
from assistant.quantities.words.units import seconds


def ranks(one: Frame) -> list[int]:
    """The ranks a sentence tells, in order; `LAST` for the bottom, and less for what is counted
    from there."""
    if TOP_OF.search(one.text):
        return []
    if (back := from_end(one)) is not None:
        return [back[0], *(place for place in _told(one) if place != -back[0])]
    found = _told(one)
    if len(found) > 1 and (other := PLACED.search(one.text)):
        theirs = {number for number, start in placed(one) if start == other.start("place")}
        found = [place for place in found if place not in theirs] or found
    ends = one.ids(Topic.TOP)
    if not found and len(ends) == 1:
        found.append(1 if "top" in ends else LAST)
    return found


_PLACES = 1000  # no list of the first is longer

LAST = -1
"""The place at the bottom, whatever its number."""


def among(one: Frame) -> int | None:
    """How many first places a sentence speaks of: ten in "the top ten"; None elsewhere."""
    scanned = one.reading.scanned
    if (told := TOP_OF.search(one.text)) is not None:
        return int(told[1])
    tops = {m.end for m in one.everything if m.has(Topic.TOP) == "top"}
    if not tops and FIRST_PLACES.search(one.text) is None:
        return None
    for i, token in enumerate(scanned.tokens):
        if tops & {token.start, token.start - 1}:
            number = read_number(scanned, i)
            if number is not None and number.low == number.high == int(number.low) > 1:
                return int(number.low) if number.low <= _PLACES else None
        if (number := read_number(scanned, i)) is not None:
            end = scanned.tokens[number.last - 1].end
            if number.low == int(number.low) > 1 and _of_the_first(one, token.start, end):
                return int(number.low)
    return None


def _of_the_first(one: Frame, start: int, end: int) -> bool:
    """Whether a number tells how many first places there are: ห้าอันดับแรก, one of the five
    largest."""
    if FIRST_PLACES.match(one.text, end):
        return True
    tops = {m.start for m in one.everything if m.has(Topic.TOP) == "top"}
    return end + 1 in tops and bool(ONE_OF.search(one.text, 0, start))


def _told(one: Frame) -> list[int]:
    scanned = one.reading.scanned
    tokens = scanned.tokens
    tops = {m.start for m in one.everything if m.has(Topic.TOP)}
    found = []
    for i, token in enumerate(tokens):
        ranked = Sense.RANK in token.senses
        at = _behind(tokens, i) if ranked else i + 1
        following = tokens[at] if at < len(tokens) else None
        if (ranked or token.word == _SIGN) and following is not None:
            number = read_number(scanned, at)
            order = following.get(Sense.ORDINAL)
            adjacent = near(scanned, tokens[at - 1], following)
            if number is not None and adjacent:
                found.append(int(number.low))
            elif order and adjacent:
                found.append(int(order))
        elif Sense.ORDINAL in token.senses and not _timed(following):
            value = token.senses[Sense.ORDINAL]
            beside = bool(tops & {token.end + 1} or BEST.match(one.text, token.end))
            if value > 0 and (one.has(Topic.RANK) or (beside and value > 1)):
                found.append(int(value))
        elif following is not None and Sense.NTH_END in following.senses and token.number:
            beside = bool(BEST.match(one.text, following.end) or tops & {following.end + 1})
            if following.solid and (one.has(Topic.RANK) or beside):
                found.append(int(token.number))
    return found


def _behind(tokens: Sequence[Token], i: int) -> int:
    """The place behind token `i`, past the "No." of a number: ranked No. 5."""
    if i + 1 < len(tokens) and Sense.BLOCK in tokens[i + 1].senses:
        dotted = i + 2 < len(tokens) and tokens[i + 2].word == "."
        return i + 3 if dotted else i + 2
    return i + 1


def editions(one: Frame) -> set[int]:
    """The numbers in order by which a sentence tells apart what is none of its dates, times or
    ranks: the second edition, the 9th fair."""
    numbers = placed(one)
    if not numbers or any(one.has(t) for t in (Topic.RANK, Topic.TOP, Topic.SUPERLATIVE)):
        return set()
    spans = [(f.start, f.end) for f in one.reading.figures]
    tokens = {t.start: i for i, t in enumerate(one.reading.scanned.tokens)}
    found = set()
    for number, start in numbers:
        i = tokens[start] + 1
        following = one.reading.scanned.tokens[i : i + 2]
        dated = any(a <= start < b for a, b in spans) or any(_timed(t) for t in following)
        if number > 1 and not dated:  # what happens for the first time is no first edition
            found.add(number)
    return found


def only_counted(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim tells of the second of a thing, of which the evidence only tells how many
    there were: opened its second plant, opened two plants."""
    if not theirs.facts or not editions(mine) or placed(theirs):
        return False
    things = mine.ids(Topic.THING) - {f.thing for f in mine.facts}
    return any(
        f.thing in things and f.quantity.kind == "count" and f.quantity.low not in (None, 0, 1)
        for f in theirs.facts
    )


_SIGN = "#"


def _timed(token: Token | None) -> bool:
    """Whether a length or part of time stands behind an ordinal: its first week is no rank."""
    return token is not None and (
        not _TIMES.isdisjoint(token.senses) or seconds(token.get(Sense.UNIT) or "") is not None
    )


_TIMES = frozenset({Sense.QUARTER, Sense.HALF_YEAR, Sense.MONTHS, Sense.YEAR})


_ORDERING = frozenset({Sense.ORDINAL, Sense.NTH, Sense.NTH_END})


def ordinals(one: Frame) -> set[int]:
    """The numbers in order that a sentence tells: the 12th, the tenth, or by a word in front."""
    return {number for number, _ in placed(one)}


@lru_cache(maxsize=4096)
def placed(one: Frame) -> list[tuple[int, int]]:
    """The numbers in order that a sentence tells, each with where it begins, from the first on."""
    tokens = one.reading.scanned.tokens
    if not any(t.senses and not _ORDERING.isdisjoint(t.senses) for t in tokens):
        return []
    found = [
        (t.start, int(t.senses[Sense.ORDINAL])) for t in tokens if (t.get(Sense.ORDINAL) or 0) > 0
    ]
    found += [
        (a.start, int(number.low))
        for i, a in enumerate(tokens[:-1])
        if Sense.NTH in a.senses
        and near(one.reading.scanned, a, tokens[i + 1])
        and (number := read_number(one.reading.scanned, i + 1)) is not None
        and number.low == number.high == int(number.low)
    ]
    found += [
        (a.start, int(a.number))
        for a, b in pairwise(tokens)
        if a.number is not None and not a.decimals and b.solid and Sense.NTH_END in b.senses
    ]
    return [(number, start) for start, number in sorted(found)]
