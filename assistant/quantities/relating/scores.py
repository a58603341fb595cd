"""Scores of a match: who won or lost by what, told from either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.quantities.compare import Why
from assistant.quantities.linking.align import alike
from assistant.quantities.reading.numbers import read_number
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Stance

_WRITTEN = re.compile(r"(?<![\d.,-])(\d{1,3}) ?- ?(\d{1,3})(?![\d.,%-]\d|\d)")
_LONGEST = 400  # tokens of a sentence that may tell a score
_ENDS = frozenset({"won", "lost", "drew"})


@dataclass(frozen=True, slots=True)
class Score:
    """The numbers of a match, the larger first; how it ended for the subject ("won", "lost",
    "drew", "" where it is not told); what stands before and behind the verb."""

    numbers: tuple[Decimal, Decimal]
    ended: str
    subject: str
    other: str


def scored(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    """What one score says of another, None where one sentence tells none."""
    one = score(mine)
    two = score(theirs) if one is not None else None
    if one is None or two is None:
        return None
    same = one.numbers == two.numbers
    if not one.ended or not two.ended:
        return _verdict(same)
    turned = _turned(one, two)
    if turned is None and one.ended != two.ended:
        return None
    if not same or (one.ended == "drew") != (two.ended == "drew"):
        return Stance.REFUTES, Why.APART
    agree = one.ended == "drew" or (one.ended == two.ended) != bool(turned)
    return (Stance.SUPPORTS, Why.EQUAL) if agree else (Stance.REFUTES, Why.DIRECTION)


def _verdict(same: bool) -> tuple[Stance, Why]:
    return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.APART)


def _turned(one: Score, two: Score) -> bool | None:
    """Whether the subject of one score is the other side of the other, None where no name tells."""
    straight = alike(one.subject, two.subject)
    straight += alike(one.other, two.other) if one.other and two.other else 0
    turned = alike(one.subject, two.other) if two.other else 0.0
    turned += alike(one.other, two.subject) if one.other else 0
    return None if straight == turned else turned > straight


def score(one: Frame) -> Score | None:
    """The score of a sentence that tells how a match ended, None elsewhere."""
    told = [m for m in one.mentions if m.has(Topic.SCORE)]
    found = _numbers(one) if told else None
    if found is None:
        return None
    first, second, start = found
    numbers = (max(first, second), min(first, second))
    verb = next((m for m in told if m.has(Topic.SCORE) in _ENDS), None)
    if verb is None:
        return Score(numbers, "", "", "")
    return Score(numbers, _ended(verb, one, start), *_sides(one, verb, start))


def _ended(verb: Mention, one: Frame, start: int) -> str:
    """How the match ended for the subject: who is beaten by another has lost."""
    ended = verb.has(Topic.SCORE) or ""
    passive = any(
        m.has(Topic.BY) and 0 <= m.start - verb.end <= 1 and one.text[m.end : start].strip()
        for m in one.everything
    )
    return {"won": "lost"}.get(ended, ended) if passive else ended


def _sides(one: Frame, verb: Mention, start: int) -> tuple[str, str]:
    """What stands before the verb, and between it and the score or behind both."""
    if start < verb.start:
        return one.text[:start], one.text[verb.end :]
    return one.text[: verb.start], one.text[verb.end : start]


def _numbers(one: Frame) -> tuple[Decimal, Decimal, int] | None:
    """The two numbers of a score and where it begins: 3-1, three goals to one."""
    written = _WRITTEN.search(one.reading.scanned.plain)
    if written:
        return Decimal(written[1]), Decimal(written[2]), written.start()
    scanned = one.reading.scanned
    tokens = scanned.tokens
    if len(tokens) > _LONGEST:
        return None
    for i in range(1, len(tokens) - 1):
        if {Sense.JOIN, Sense.PER}.isdisjoint(tokens[i].senses) and tokens[i].word != ":":
            continue
        second = read_number(scanned, i + 1)
        for before in (i - 1, i - 2):
            first = read_number(scanned, before) if before >= 0 else None
            if first is None or second is None or first.last != before + 1:
                continue
            beside = tokens[i].start - tokens[before].end <= _BESIDE
            small = not first.scaled and not second.scaled and max(first.low, second.low) < _MOST
            if beside and small:
                return first.low, second.low, tokens[before].start
    return None


_BESIDE = 9  # characters of "goals" between a number and "to"
_MOST = 200  # points of a side
