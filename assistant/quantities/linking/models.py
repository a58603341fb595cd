"""Models by letters and a number: the K5 is not the K7, nor an A320 an A321."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import NUMBERED
from assistant.quantities.words.thai_rules import GRADE
from assistant.quantities.words.thai_rules import NUMBERED as THAI_NUMBERED

_MODEL = re.compile(
    r"(?<![A-Za-z0-9.-])([A-Z][A-Za-z]{0,3})-?(\d{1,4}[a-rt-z]?)s?(?![A-Za-z0-9]|[.,]\d)"
)


def other_model(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim names a model that the evidence does not, and the evidence one of the same
    letters that the claim does not."""
    one, two = _models(mine), _models(theirs)
    own, others = one - two, two - one
    return any(letters == other for letters, _ in own for other, _ in others)


def other_number(mine: Frame, theirs: Frame) -> bool:
    """Whether each of two sentences has one small number behind a name, and never the same: the Pha
    Lom 2 power station, โรงไฟฟ้าผาล้ม 1."""
    one, two = _numbers(mine), _numbers(theirs)
    return len(one) == len(two) == 1 and one != two


@lru_cache(maxsize=4096)
def _numbers(one: Frame) -> set[str]:
    spans = [(f.start, f.end) for f in one.reading.figures]
    return {
        m[1]
        for pattern in (NUMBERED, THAI_NUMBERED)
        for m in pattern.finditer(one.text)
        if not any(start < m.end() and m.end() - 2 < end for start, end in spans)
    }


@lru_cache(maxsize=4096)
def _models(one: Frame) -> set[tuple[str, str]]:
    """The letters and the number of each model that is no part of a figure or a date."""
    spans = [(f.start, f.end) for f in one.reading.figures]
    return {
        (m[1], m[2])
        for pattern in (_MODEL, GRADE)
        for m in pattern.finditer(one.text)
        if not any(start < m.end() and m.start() < end for start, end in spans)
    }
