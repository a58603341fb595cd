"""Times that a figure is measured against: "compared with 9 in 2023", "the lowest since May".

They are not the time of the figure itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.words.english_roles import ONTO
from assistant.quantities.words.english_roles import WHICH as ENGLISH
from assistant.quantities.words.thai_roles import WHICH as THAI
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Period

_BEYOND = frozenset({"gt", "lt"})  # comparators of "more than" and "less than"
_BESIDE = 16  # characters between "compared with" and the time it opens
_RANKED = 40  # characters between a superlative and its "since", or a change and its "from"
_SINCE = 60  # characters between "since" and its time: "since records began in"
_OR = 8  # characters of ", or " between two ways of telling one figure
_THEN = 4  # characters between a figure and "the year before"
_YEARLY = frozenset({"year", "fiscal_year", "half", "quarter", "month"})


def measured_against(
    facts: Sequence[Fact], periods: Sequence[Period], mentions: Sequence[Mention]
) -> dict[int, int]:
    """The baseline times among `periods` by where they start, each with the place from which
    figures belong to it; figures that stand in front of that place have another time."""
    found = {}
    for period in periods:
        place = _ranked_since(period, facts, mentions)
        if place is None:
            place = _compared(period, facts, mentions)
        if place is not None:
            found[period.start] = place
    return found


def _ranked_since(period: Period, facts: Sequence[Fact], mentions: Sequence[Mention]) -> int | None:
    """The highest since 2019, the first since May: no figure has that time."""
    opened = [
        m for m in mentions
        if m.has(Topic.SINCE) and not m.has(Topic.BASE) and 0 <= period.start - m.end <= _SINCE
    ]  # fmt: skip
    for since in opened:
        ranked = any(
            0 <= since.start - m.end <= _RANKED and any(m.has(t) for t in _RANKS) for m in mentions
        )
        if ranked and not _between(facts, since.end, period.start):
            return period.end
    return None


_RANKS = (Topic.SUPERLATIVE, Topic.EXTREME, Topic.EDGE, Topic.TOP)


def _compared(period: Period, facts: Sequence[Fact], mentions: Sequence[Mention]) -> int | None:
    """Where the figures of a time that others are compared with begin, None of any other time."""
    if _than(period, facts, mentions):
        return period.end
    bases = [m for m in mentions if m.has(Topic.BASE) and m.end <= period.start]
    if not bases:
        return None
    base = bases[-1]
    own = [f for f in facts if base.end <= f.quantity.start and f.quantity.end <= period.start]
    if not own:
        near = period.start - base.end <= _BESIDE
        changed = any(
            f.role == "change" and 0 <= base.start - f.quantity.end <= _RANKED for f in facts
        ) or any(m.has(Topic.MOVE) and 0 <= base.start - m.end <= 1 for m in mentions)
        return period.end if near and (changed or not base.has(Topic.SINCE)) else None
    apart = any(b.quantity.start - a.quantity.end > _OR for a, b in pairwise(own))
    if own[0].role != "base" or apart or any(f.role in ("result", "change") for f in own[1:]):
        return None
    sure = not base.has(Topic.SINCE)  # "from 4 in 2023" may tell when it rose
    return base.end if sure and period.start - own[-1].quantity.end <= _RANKED else None


def _than(period: Period, facts: Sequence[Fact], mentions: Sequence[Mention]) -> bool:
    """Whether a time is what a change directly before is measured by: nine fewer than in 2022."""
    thans = [
        m.start for m in mentions if m.has(Topic.THAN) and 0 <= period.start - m.end <= _THAN_IN
    ]
    return any(
        f.role == "change" and any(0 <= start - f.quantity.end <= _FEWER for start in thans)
        for f in facts
    )


_THAN_IN, _FEWER = 4, 8  # characters of " in " and of " fewer "


def said_of(period: Period, fact: Fact, text: str) -> bool:
    """Whether a figure stands in the clause that says how such a time was: up from 2023, when it
    grew 2%."""
    first = period.end <= fact.quantity.start and fact.quantity.start - len(fact.left) < period.end
    return first and any(which.match(text, period.end) for which in _WHICH)


_WHICH = (ENGLISH, THAI)


def _between(facts: Sequence[Fact], low: int, high: int) -> bool:
    return any(low <= f.quantity.start < high for f in facts)


def of_the_year_before(facts: tuple[Fact, ...], mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Give what a figure "was the year before" the year before that of the figure in front."""
    found: list[Fact] = []
    for fact in facts:
        end = fact.quantity.end
        told = fact.role == "base" and any(
            0 <= m.start - end <= _THEN and m.has(Topic.THEN) and m.has(Topic.BEFORE_LEVEL)
            for m in mentions
        )
        before = found[-1].periods if told and found else ()
        earlier = _earlier(before[0]) if len(before) == 1 else None
        found.append(replace(fact, periods=(earlier,)) if earlier is not None else fact)
    return tuple(found)


def more_than_then(facts: tuple[Fact, ...], mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Read the figure of an earlier time that another is told to be more or less than as what it
    was then: up 2.6%, slower than the 3.4% of the quarter before."""
    found = list(facts[:1])
    for before, fact in pairwise(facts):
        start, end = fact.quantity.start, fact.quantity.end
        beyond = fact.quantity.comparator in _BEYOND or any(
            m.has(Topic.THAN) and before.quantity.end <= m.start and 0 <= start - m.end <= _BESIDE
            for m in mentions
        )
        then = any(m.has(Topic.THEN) and 0 <= m.start - end <= _BESIDE for m in mentions)
        near = start - before.quantity.end <= _RANKED and before.quantity.unit == fact.quantity.unit
        if beyond and then and near and before.quantity.comparator not in _BEYOND:
            told = fact.quantity
            value = told.low if told.low is not None else told.high
            told = replace(told, low=value, high=value, comparator="exact")
            fact = replace(fact, role="base", quantity=told)
        found.append(fact)
    return tuple(found)


def _earlier(period: Period) -> Period | None:
    """The same span a year earlier; None of one that is no part of a year, or open."""
    if period.grain not in _YEARLY or period.first is None or period.last is None:
        return None
    return replace(period, first=_year_back(period.first), last=_year_back(period.last))


def _year_back(day: date) -> date:
    """The same day a year earlier; the last of February stays the last."""
    if (day.month, day.day) in ((2, 28), (2, 29)):
        leap = (day.year - 1) % 4 == 0 and ((day.year - 1) % 100 != 0 or (day.year - 1) % 400 == 0)
        return date(day.year - 1, 2, 29 if leap else 28)
    return day.replace(year=day.year - 1)


def added_onto(
    facts: tuple[Fact, ...], mentions: tuple[Mention, ...], text: str
) -> tuple[Fact, ...]:
    """Read the level that something is added to as what was before: adds 28 GW to its present 78
    GW."""
    found = list(facts)
    for i in range(1, len(found)):
        change, level = found[i - 1 : i + 1]
        if (change.role, change.move, level.role) != ("change", "up", "result"):
            continue
        start = change.quantity.start
        adds = any(m.has(Topic.ENLARGING) and 0 <= start - m.end <= 1 for m in mentions)
        gap = text[change.quantity.end : level.quantity.start]
        if adds and change.quantity.unit == level.quantity.unit and ONTO.fullmatch(gap):
            found[i] = replace(level, role="base")
    return tuple(found)
