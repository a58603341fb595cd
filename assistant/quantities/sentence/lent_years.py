"""Quarters, halves and months without a year of their own beside a period that has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.quantities.reading.calendar import months_span
from assistant.quantities.reading.grammar import Figure
from assistant.quantities.reading.scan import means
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic

_MONTHS = {"quarter": 3, "half": 6, "month": 1}
_PARTS = frozenset({"quarter", "half"})
_NEAR = 12  # characters between "from" and the period it opens


def dated_alike(moments: list[Figure], mentions: tuple[Mention, ...]) -> list[Figure]:
    """`moments` in which a part of an unnamed year takes the year of the one before it.

    What a change is measured from is no later than the change: a fourth quarter behind "from"
    beside the first quarter of 2025 is that of 2024.
    """
    known: Figure | None = None
    found = []
    for figure in moments:
        moment = figure.moment
        assert moment is not None
        if moment.first is None and moment.part and moment.part[0] in _MONTHS and known:
            figure = _given(figure, known, based=_based(figure, mentions))
        elif moment.first is not None and moment.last is not None:
            known = figure if moment.first.year == moment.last.year else None
        found.append(figure)
    return [_lent_back(one, two, mentions) for one, two in pairwise(found)] + found[-1:]


def _lent_back(figure: Figure, following: Figure, mentions: tuple[Mention, ...]) -> Figure:
    """A half or quarter of an unnamed year with the year of the later one behind it: 400 in the
    first half and 500 in the second half of 2025."""
    one, two = figure.moment, following.moment
    if one is None or two is None or one.first is not None:
        return figure
    if not (one.part and two.part and two.first) or one.part[0] not in _PARTS:
        return figure
    later = one.part[0] == two.part[0] and one.part[1] < two.part[1]
    joined = any(m.has(Topic.AND) and figure.end <= m.start < following.start for m in mentions)
    if not later or not joined or _based(following, mentions):
        return figure
    return _given(figure, following, based=False)


def of_year_behind(
    moments: list[Figure], figures: Sequence[Figure], mentions: tuple[Mention, ...], text: str
) -> list[Figure]:
    """`moments` in which a half or quarter of an unnamed year is that of the year told shortly
    behind it, with no figure between: first-half profit for 2025."""
    found: list[Figure] = []
    for figure in moments:
        part = found[-1] if found else None
        if part is not None and _split(part, figure, figures, mentions, text):
            found[-1] = _given(part, figure, based=False)
            continue
        found.append(figure)
    return found


def _split(
    part: Figure, year: Figure, figures: Sequence[Figure], mentions: tuple[Mention, ...], text: str
) -> bool:
    """Whether words about what is measured part a half or quarter from its year."""
    one, two = part.moment, year.moment
    if one is None or two is None or one.part is None or one.part[0] not in _PARTS:
        return False
    dated = sum(c.isdigit() for c in text[part.start : part.end]) > 1
    if dated or two.grain != "year" or not two.years or two.years[0] != two.years[1]:
        return False
    if not 0 < year.start - part.end <= _WORDS or "," in text[part.end : year.start]:
        return False
    if any(part.end <= f.start < year.start for f in figures if f.moment is None):
        return False
    between = list(text[: year.start])
    for m in mentions:
        if part.end <= m.start < year.start and any(m.has(topic) for topic in _MEASURED):
            between[m.start : m.end] = " " * (m.end - m.start)
    return all(means(word, Sense.OF) for word in "".join(between[part.end :]).lower().split())


_WORDS = 40  # characters of "operating profit for" between a half and its year
_MEASURED = (Topic.MEASURE, Topic.POLE, Topic.STATISTIC)


def _based(figure: Figure, mentions: tuple[Mention, ...]) -> bool:
    return any(
        m.has(Topic.BASE) and m.end <= figure.start and figure.start - m.end <= _NEAR
        for m in mentions
    )


def _given(figure: Figure, known: Figure, *, based: bool) -> Figure:
    assert figure.moment is not None and figure.moment.part is not None
    assert known.moment is not None and known.moment.first is not None
    grain, number = figure.moment.part
    width = _MONTHS[grain]
    year = known.moment.first.year
    first, last = months_span(year, width * (number - 1) + 1, width * number)
    if based and first > known.moment.first:
        first, last = first.replace(year=year - 1), _earlier(last)
    return replace(figure, moment=replace(figure.moment, first=first, last=last))


def _earlier(last: date) -> date:
    return months_span(last.year - 1, last.month, last.month)[1]
