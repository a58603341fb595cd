"""Dates that are themselves the claim: founded in, signed on, after, by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.quantities.compare import Comparison, Interval, Why, compare
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.ranks import ordinals, placed
from assistant.quantities.linking.states import opposed
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity, Stance

_NEAR = 3  # characters between a date and the word that bounds it


def dated(mine: Frame, index: int, theirs: Frame) -> Comparison:
    """What the evidence's dates say of one date of the claim."""
    claim, left = _moved_to(mine.dates[index], mine), _left(mine, index)
    places = _own_places(mine, theirs)
    many = len(mine.dates) > 1 and len(theirs.dates) > 1

    told = {*mine.grains} == {*theirs.grains} and len({*mine.grains}) == len(mine.grains)
    told = told and len(mine.grains) == len(theirs.grains)  # a year and the day on which it ended

    def fit(i: int) -> tuple[bool, float, bool, int]:
        same_grain = many and theirs.grains[i] == mine.grains[index]
        label = alike(left, _left(theirs, i))
        return told and same_grain, label, same_grain, _rank(claim, theirs.dates[i])

    best = max(places, key=fit)
    evidence = _moved_to(theirs.dates[best], theirs)
    ours, yours = bound(mine, claim, ends=False), bound(theirs, evidence)
    same = claim.period and evidence.period and claim.period.last == evidence.period.last
    if same and {ours, yours} in ({Topic.UNTIL}, {None, Topic.UNTIL}):
        stance, why = Stance.SUPPORTS, Why.EQUAL  # a goal "by 2050" is a goal for 2050
    elif yours is Topic.UNTIL and ours in (None, Topic.UNTIL) and _goals(mine, theirs):
        stance, why = Stance.REFUTES, Why.APART
    elif yours and _not_before(theirs, evidence) and not mine.has(Topic.NEGATION):
        span = _span(claim, ours)
        first = _span(evidence, None).low
        early = span.high is not None and first is not None and span.high < first
        stance, why = (Stance.REFUTES, Why.APART) if early else (Stance.SILENT, Why.LESS_PRECISE)
    elif ours or yours:
        stance, why = _bounded(_span(claim, ours), _span(evidence, yours))
    else:
        found = compare(claim, evidence)
        stance, why = found.stance, found.why
        spanning = mine.grains[index] == "range" and claim.unit == "year_ce"
        if spanning and _whole(mine, claim) and _whole(theirs, evidence):
            same = (claim.low, claim.high) == (evidence.low, evidence.high)
            stance, why = (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.APART)
        elif spanning and why is Why.WITHIN:
            stance, why = Stance.SILENT, Why.LESS_PRECISE
    return Comparison(claim, evidence, stance, why)


def _whole(one: Frame, years: Quantity) -> bool:
    """Whether years are told from the first to the last: a bishop from 1738 to 1756; what rose in
    them may have risen on."""
    if one.has(Topic.MOVE):
        return False
    begins = any(m.has(Topic.BEGIN) and 0 <= years.start - m.end <= 1 for m in one.mentions)
    return begins and years.low != years.high


def of_every_year(mine: Frame, theirs: Frame) -> tuple[Stance, Why] | None:
    """The one day of no year that is all the figures of a claim, against that of the evidence: the
    year ends on 31 March; None where either tells several, or a figure."""
    if mine.facts or mine.dates or mine.has(Topic.NEGATION) or theirs.has(Topic.NEGATION):
        return None
    one, two = _days(mine), _days(theirs)
    if not one and len(two) == 1 and len(month := _months(mine)) == 1:
        one, two = month, {day // _MONTH for day in two}  # in January: on 20 January
    if len(one) != 1 or len(two) != 1 or other_event(mine, theirs) or _ends_apart(mine, theirs):
        return None
    planned = mine.has(Topic.UNDECIDED) or theirs.has(Topic.UNDECIDED)
    state = opposed(mine, theirs)
    planned = planned or (state is not None and state[0] is Stance.SILENT)
    if planned or other_subject(mine, theirs, same_story=True):
        return Stance.SILENT, Why.UNSURE
    return (Stance.SUPPORTS, Why.EQUAL) if one == two else (Stance.REFUTES, Why.APART)


def _days(one: Frame) -> set[int]:
    """The days of a month that a sentence tells, with or without their year."""
    told = {
        p[1] for f in one.reading.figures if f.moment and (p := f.moment.part) and p[0] == "day"
    }
    return told | {
        day.first.month * 100 + day.first.day
        for d in one.dates
        if (day := d.period) and day.grain == "day" and day.first
    }


def other_end(mine: Frame, theirs: Frame) -> bool:
    """Whether verbs tell when something begins in the one, and when it ends in the other."""
    one, two = _verbs(mine), _verbs(theirs)
    return bool(one and two and not one & two)


def _verbs(one: Frame) -> set[Topic]:
    """Whether verbs of a sentence tell of a beginning or an end; "and", "from" and "to" do not."""
    own = [m for m in one.mentions if not any(m.has(t) for t in _JOINING)]
    return {t for t in (Topic.BEGIN, Topic.END) for m in own if m.has(t)}


_JOINING = (Topic.AND, Topic.TO, Topic.BASE, Topic.SINCE, Topic.UNTIL, Topic.BEFORE, Topic.AFTER)


def _months(one: Frame) -> set[int]:
    """The months of no year that a sentence tells."""
    return {
        p[1] for f in one.reading.figures if f.moment and (p := f.moment.part) and p[0] == "month"
    }


_MONTH = 100  # what a month counts in the number of a day: 120 is 20 January


def _ends_apart(mine: Frame, theirs: Frame) -> bool:
    """Whether one tells when something begins, and the other when it ends."""
    one, two = ({t for t in (Topic.BEGIN, Topic.END) if f.has(t)} for f in (mine, theirs))
    return bool(one and two and not one & two)


def _own_places(mine: Frame, theirs: Frame) -> list[int]:
    """The dates of the evidence that belong to the one number in order that the claim tells, where
    the evidence tells several with a date for each: the 14th in 2022, the 15th in 2023."""
    everywhere = _still_holding(theirs)
    told, there = ordinals(mine), placed(theirs)
    if len(told) != 1 or len({number for number, _ in there}) < _SEVERAL:
        return everywhere
    starts = [start for _, start in there]
    behind = starts[0] < theirs.dates[0].start
    own = []
    for i, day in enumerate(theirs.dates):
        beside = [n for n, s in there if (s < day.start if behind else s > day.start)]
        if beside and beside[-1 if behind else 0] in told:
            own.append(i)
    return own or everywhere


_SEVERAL = 2


def _still_holding(one: Frame) -> list[int]:
    """The dates of a sentence without those from which something was put off to another."""
    everywhere = list(range(len(one.dates)))
    if not one.has(Topic.PUT_OFF):
        return everywhere
    bases = [m.end for m in one.mentions if m.has(Topic.BASE)]
    held = [
        i for i in everywhere if not any(0 <= one.dates[i].start - end <= _NEAR for end in bases)
    ]
    return held or everywhere


def _moved_to(day: Quantity, one: Frame) -> Quantity:
    """The last year of two from one of which to the other something was put off."""
    period = day.period
    spans = one.has(Topic.PUT_OFF) and day.unit == "year_ce" and period is not None
    if not spans or period is None or period.first is None or period.last is None:
        return day
    if period.first.year == period.last.year:
        return day
    last = Decimal(period.last.year)
    own = replace(period, grain="year", first=date(period.last.year, 1, 1))
    return replace(day, low=last, high=last, period=own)


def other_event(mine: Frame, theirs: Frame) -> bool:
    """Whether the two tell when different things were done: opened in 1997, renovated in 1997."""
    one, two = (_events(f) for f in (mine, theirs))
    return bool(one and two and not one & two)


def _events(one: Frame) -> set[str]:
    told = one.ids(Topic.STATE)
    found = {event for state in told if (event := _EVENTS.get(state) or _own_day(state))}
    if "built" in found and _verbs(one) == {Topic.BEGIN}:  # its construction started
        found = found - {"built"} | {"begun"}
    return found


def _own_day(state: str) -> str:
    family, _, side = state.partition(":")
    return side if family == _EVENT else ""


_EVENT = "?event"


_EVENTS = {
    "open:+": "opened", "?life:begin": "founded", "open:-": "opened", "?event:closed": "opened",
    "?life:end": "closed",
    "?work:build": "built", "?stage:built": "built", "?work:mend": "mend", "?stage:sold": "sale",
    "?law:charged": "charge", "?law:judged": "verdict",
}  # fmt: skip
"""The states that tell of an event with a day of its own."""


def _goals(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences tell of a goal, which has one year."""
    return mine.has(Topic.EXPECTED) and theirs.has(Topic.EXPECTED)


def _left(one: Frame, index: int) -> str:
    start = one.dates[index - 1].end if index else 0
    return one.text[start : one.dates[index].start]


def _rank(claim: Quantity, evidence: Quantity) -> int:
    return {Stance.SUPPORTS: 2, Stance.SILENT: 1, Stance.REFUTES: 0}[
        compare(claim, evidence).stance
    ]


def bound(one: Frame, quantity: Quantity, *, ends: bool = True) -> Topic | None:
    """The word that makes a date a bound: after, before, by; None when none stands before it.

    Without `ends` what lasts until a date is told to end at that very date.
    """
    for mention in reversed(one.mentions):
        if mention.end <= quantity.start and quantity.start - mention.end <= _NEAR:
            for topic in (Topic.AFTER, Topic.BEFORE, Topic.UNTIL):
                if mention.has(topic) == "end" and not ends:
                    return None
                if mention.has(topic):
                    return topic
    return None


def _span(quantity: Quantity, side: Topic | None) -> Interval:
    period = quantity.period
    assert period is not None and period.first is not None and period.last is not None
    first, last = _day(period.first), _day(period.last)
    if side is Topic.AFTER:
        return Interval(last, None, low_open=True)
    if side is Topic.BEFORE:
        return Interval(None, first, high_open=True)
    return Interval(None, last) if side is Topic.UNTIL else Interval(first, last)


def _day(day: date) -> Decimal:
    return Decimal(day.toordinal())


def _not_before(one: Frame, quantity: Quantity) -> bool:
    """Whether a sentence denies what it tells up to a time: not due to open until 2026."""
    noes = [m.end for m in one.mentions if m.has(Topic.NEGATION) == "no"]
    bounds = [
        m.start
        for m in one.mentions
        if (m.has(Topic.UNTIL) or m.has(Topic.BEFORE)) and 0 <= quantity.start - m.end <= _NEAR
    ]
    return bool(noes and bounds) and noes[-1] <= bounds[-1]


def _bounded(mine: Interval, theirs: Interval) -> tuple[Stance, Why]:
    if mine.contains(theirs):
        return Stance.SUPPORTS, Why.WITHIN
    if mine.meets(theirs):
        return Stance.SILENT, Why.LESS_PRECISE
    return Stance.REFUTES, Why.APART
