"""How often in a row something was so: a third straight loss, ขาดทุนเป็นปีที่สามติดต่อกัน."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.quantities.compare import Why
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.states import opposed
from assistant.quantities.reading.numbers import read_number
from assistant.quantities.reading.scan import scanner
from assistant.quantities.relating.same_subject import subjects_apart
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import RUNS as ENGLISH
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_rules import RUN_OF
from assistant.quantities.words.thai_rules import RUNS as THAI
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_ENDING = re.compile(r"(st|nd|rd|th)$")
_STEM = 3  # letters that tell a length of time: years, yearly


def ran(mine: Frame, theirs: Frame) -> Settled | None:
    """The one run that is all the figures of a claim, against that of the evidence, counted in the
    same times; None where either tells none, or the claim tells more."""
    one, two = run(mine.text), run(theirs.text)
    if one is None or two is None or one[1] != two[1]:
        return None
    if any(not one[2] <= f.quantity.start < one[3] for f in mine.facts) or mine.dates:
        return None
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION) or at_other_times(mine, theirs):
        return None
    if (why := subjects_apart(mine, theirs)) is not None:
        return Stance.SILENT, why
    measured, other = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    state = opposed(mine, theirs)
    if measured and other and not measured & other:
        return Stance.SILENT, Why.OTHER_MEASURE
    if _moves_apart(mine, theirs):
        return Stance.REFUTES, Why.DIRECTION
    if state is not None and state[0] is not Stance.SUPPORTS:
        return Stance.SILENT, Why.OTHER_ACT
    return (Stance.SUPPORTS, Why.EQUAL) if one[0] == two[0] else (Stance.REFUTES, Why.APART)


def _moves_apart(mine: Frame, theirs: Frame) -> bool:
    one, two = mine.ids(Topic.MOVE), theirs.ids(Topic.MOVE)
    return bool(one and two and not one & two)


@lru_cache(maxsize=4096)
def run(text: str) -> tuple[int, str, int, int] | None:
    """How many in a row, of what, and where that stands; None where a text tells no run."""
    for pattern in (*ENGLISH, *THAI):
        for found in pattern.finditer(text):
            if (many := _many(found["n"])) is not None and many > 1:
                what = found["of"].lower()
                return many, RUN_OF.get(what, what[:_STEM]), found.start(), found.end()
    return None


def _many(word: str) -> int | None:
    """A number word, numeral or ordinal as a number, None where it is none."""
    scanned = scanner().scan(_ENDING.sub("", word) if word[0].isdigit() else word.lower())
    tokens = scanned.tokens
    if len(tokens) == 1 and (place := tokens[0].get(Sense.ORDINAL)):
        return int(place)
    number = read_number(scanned, 0)
    whole = number is not None and number.last == len(tokens) and tokens[-1].end == len(word)
    digits = number is not None and word[0].isdigit()
    return int(number.low) if number is not None and (whole or digits) else None
