"""Shares told in words alone: most of the boats, a minority stake, ส่วนใหญ่."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.reading.numbers import near
from assistant.quantities.reading.parse import Reading
from assistant.quantities.reading.scan import Token
from assistant.quantities.words.lexicon import Sense

_HALF = Decimal("0.5")
_SHARES = frozenset({"percent", "ratio"})
_COUNTED = frozenset({Sense.NOUN})
_OF = 2  # letters of an "of" without an article


def most(read: Reading) -> Iterator[Figure]:
    """More, or less, than half, where words tell it and no figure tells a share itself."""
    tokens = read.scanned.tokens
    told = [i for i, token in enumerate(tokens) if Sense.MOST in token.senses]
    if not told or any(f.unit in _SHARES for f in read.figures):
        return
    for i in told:
        token = tokens[i]
        bound, alone = token.senses[Sense.MOST]
        if _of_a_number(tokens[i + 1 : i + 3]) or not (alone or _shared(read, i)):
            continue
        low, high = (_HALF, None) if bound == "gt" else (None, _HALF)
        yield Figure(low, high, "ratio", bound, token.start, token.end, i, i + 1, fraction=True,
                     worded=True)  # fmt: skip


def _of_a_number(behind: list[Token]) -> bool:
    """Whether a number stands behind a word of share, or behind its "of": a majority of twelve."""
    if behind and Sense.PARTITIVE in behind[0].senses and behind[0].end - behind[0].start <= _OF:
        behind = behind[1:]
    return bool(behind) and (behind[0].number is not None or Sense.DIGIT in behind[0].senses)


def _shared(read: Reading, i: int) -> bool:
    """Whether "of" stands behind a word of share, or a plural where it begins the text: most of the
    boats, most residents."""
    token, *behind = read.scanned.tokens[i : i + 2]
    if not behind or not near(read.scanned, token, behind[0]):
        return False
    following = behind[0]
    plural = following.word.endswith("s") and not following.word.endswith("ss")
    known = not following.senses.keys() - _COUNTED and (plural or bool(following.senses))
    return Sense.PARTITIVE in following.senses or (not i and following.word.isascii() and known)
