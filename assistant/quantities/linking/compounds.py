"""Counts that stand inside an adjective, and dates that tell of something of their own."""

from __future__ import annotations

import re

from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import FUNCTIONS
from assistant.quantities.words.lexicon import Sense

_WORD = re.compile(r"[a-z]+")


def counted_otherwise(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences count the same in an adjective, and never alike: a three-act play, a
    two-act play."""
    one = compounds(mine)
    two = compounds(theirs) if one else {}
    return any(noun in two and one[noun].isdisjoint(two[noun]) for noun in one)


def compounds(one: Frame) -> dict[str, set[int]]:
    """The whole numbers that are joined to a noun by a hyphen, by that noun."""
    tokens = one.reading.scanned.tokens
    found: dict[str, set[int]] = {}
    for number, hyphen, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if hyphen.word != "-" or not (hyphen.solid and noun.solid) or not noun.word.isalpha():
            continue
        value = number.get(Sense.DIGIT) if number.number is None else number.number
        counted = value is not None and not number.glued and noun.word.isascii()
        if counted and not _COUNTING & noun.senses.keys():
            found.setdefault(noun.word, set()).add(int(value))
    return found


_COUNTING = frozenset(
    {Sense.UNIT, Sense.MONEY, Sense.DIGIT, Sense.DENOMINATOR, Sense.PERIOD, Sense.HUNDRED}
)


def date_apart(mine: Frame, theirs: Frame) -> bool:
    """Whether an English claim tells by a verb of its own, in a clause without a figure, when
    something was, and the evidence tells no date: ", published in 1843"."""
    if not mine.text.isascii() or theirs.dates or not mine.facts:
        return False
    for when in mine.dates:
        start = mine.text.rfind(",", 0, when.start) + 1
        clause = mine.text[start : when.start]
        figured = any(start <= f.quantity.start < when.start for f in mine.facts)
        said = [w for w in _WORD.findall(clause) if w not in FUNCTIONS]
        if start and said and not figured:
            return True
    return False
