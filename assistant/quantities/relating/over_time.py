"""What the parts of a time come to: 300 in the first quarter and 500 in the second, 800 in the
first half."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.quantities.compare import Comparison, compare, interval
from assistant.quantities.reading.calendar import Moment
from assistant.quantities.reading.grammar import Figure
from assistant.quantities.relating.part_of_time import ADDING_UP
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic

_MONTHS = {"quarter": 3, "half": 6, "month": 1}
_SUMMED = ADDING_UP | {"net_profit", "operating_profit", "loss", "orders"}
_CAPITAL, _LETTER = re.compile("[A-Z]"), re.compile("[\u0e00-\u0e7f]")
_NAME = 6  # letters of an unspaced language that are no name: those of "in" and the like
_HUNDRED = 100

Span = tuple[int | None, int, int]
"""A run of months: its year, where that is told, its first and its last month."""


def over_time(fact: Fact, mine: Frame, theirs: Frame, *, dated: bool) -> Comparison | None:
    """The figure of one time against those of all its parts, which the evidence tells one by one;
    None where they are not just its parts, or of what does not add up."""
    if fact.role != "level" or len(theirs.facts) < _SEVERAL or "/" in fact.quantity.unit:
        return None
    spans, own = _spans(theirs), _spans(mine)
    if len(own) != 1 or len(spans) != len(theirs.facts) or not _covered(own[0][1], spans):
        return None
    if dated and any(span[0] is None for _, span in (*own, *spans)):
        return None
    if not _alike(fact, theirs) or not _in_turn(theirs, [f for f, _ in spans]):
        return None
    values = [interval(f.quantity).point for f in theirs.facts]
    if any(v is None for v in values):
        return None
    value = sum((v for v in values if v is not None), Decimal(0))
    quantity = fact.quantity
    last = theirs.facts[-1].quantity
    whole = replace(
        last, low=value, high=value, comparator="exact", unit=quantity.unit, kind=quantity.kind
    )
    working = Working("+", tuple(f.quantity for f in theirs.facts))
    return replace(compare(quantity, whole), working=working)


_SEVERAL = 2


def _spans(one: Frame) -> list[tuple[Figure, Span]]:
    """The times of a sentence as runs of months; one that is none is left out."""
    found = [
        (f, span)
        for f in one.reading.figures
        if f.moment is not None and (span := _months(f.moment)) is not None
    ]
    dated = {span[0] for _, span in found if span[0] is not None}
    year = dated.pop() if len(dated) == 1 else None
    return [(f, (span[0] or year, *span[1:])) for f, span in found]


def _months(moment: Moment) -> Span | None:
    first, last = moment.first, moment.last
    if first is not None and last is not None:
        same = first.year == last.year and moment.grain not in ("day", "fiscal_year")
        return (first.year, first.month, last.month) if same else None
    if moment.part is None:
        return None
    grain, number = moment.part
    if grain == "months":
        return None, *divmod(number, _HUNDRED)
    width = _MONTHS.get(grain)
    return None if width is None else (None, width * (number - 1) + 1, width * number)


def _covered(whole: Span, parts: list[tuple[Figure, Span]]) -> bool:
    """Whether the parts, in order, fill the whole, and nothing is told twice."""
    spans = [span for _, span in parts]
    if any(whole[0] and year != whole[0] for year, _, _ in spans):
        return False
    if len({year for year, _, _ in spans}) != 1:
        return False
    joined = all(a[2] + 1 == b[1] for a, b in pairwise(spans))
    return joined and (spans[0][1], spans[-1][2]) == whole[1:]


def _alike(fact: Fact, theirs: Frame) -> bool:
    """Whether all figures are levels of one thing that adds up, as far as each tells."""
    first = theirs.facts[0]
    if not fact.measures & first.measures & _SUMMED:
        return False
    if first.quantity.unit != fact.quantity.unit:
        return False
    return all(
        f.role == "level"
        and (f.quantity.unit == first.quantity.unit or f.quantity.unit == "number")
        and (not f.measures or bool(f.measures & first.measures))
        and Topic.STATISTIC not in f.ids
        and Topic.EXPECTED not in f.ids
        for f in theirs.facts
    )


def _in_turn(theirs: Frame, moments: list[Figure]) -> bool:
    """Whether each figure has its time on the same side, and no name stands between them."""
    starts = [f.quantity.start for f in theirs.facts]
    times = [m.start for m in moments]
    behind = starts[0] < times[0]
    order = [
        p for pair in zip(starts, times, strict=True) for p in (pair if behind else pair[::-1])
    ]
    return order == sorted(order) and not _named_between(theirs, moments)


def _named_between(theirs: Frame, moments: list[Figure]) -> bool:
    """Whether letters are left between the first and the last figure that nothing explains."""
    low, high = theirs.facts[0].quantity.end, theirs.facts[-1].quantity.start
    text = list(theirs.text)
    told = [(f.quantity.start, f.quantity.end) for f in theirs.facts]
    told += [(m.start, m.end) for m in moments]
    told += [(m.start, m.end) for m in theirs.mentions]
    for start, end in told:
        text[start:end] = " " * (end - start)
    between = "".join(text[low:high])
    return bool(_CAPITAL.search(between)) or len(_LETTER.findall(between)) > _NAME
