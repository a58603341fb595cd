"""Whether two sentences can speak of the same time."""

from __future__ import annotations

from datetime import timedelta

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame, frame, told_later
from assistant.quantities.words.topics import Topic
from assistant.types import Period


def period_clash(mine: Frame, fact: Fact, theirs: Frame, other: Fact, context: str = "") -> bool:
    """Whether the claim's period and the evidence's are both told and differ.

    A figure of a year says nothing of a quarter, nor the other way round; a day inside the
    claim's period agrees with it. When the evidence has no date its context may have one.
    """
    if _of_earlier(fact, mine):
        became = _what_became(other, theirs) if other.role == "base" else None
        later = mine.facts[fact.index + 1]
        return became is not None and period_clash(mine, later, theirs, became, context)
    told = tuple(p for p in theirs.periods if not told_later(other, p, theirs.text))
    periods = other.periods or told
    reported = () if periods or not context else frame(context).periods
    claimed = mine.periods if len(mine.facts) == 1 else fact.periods or mine.periods
    if any(p.grain in _YEARS for p in claimed) and _of_a_quarter(theirs, other):
        return not mine.has(Topic.SPAN)
    if claimed and reported:
        return not any(_agree(p, r) or _reports(r, p) for p in claimed for r in reported)
    if not claimed or not periods:
        return parts_clash(mine, theirs, told)
    budgets = mine.has(Topic.ALLOTTED) and theirs.has(Topic.ALLOTTED)
    return not any(
        _agree(p, other)
        or (budgets and _one_budget(p, other))
        or _ended_with(p, other, theirs)
        or _ended_with(other, p, mine)
        for p in claimed
        for other in periods
    )


def _ended_with(day: Period, year: Period, one: Frame) -> bool:
    """Whether a time is the end of a year that the other sentence says was ended with what it
    tells: ended 2023 with 182 branches."""
    if year.grain not in _YEARS or day.last != year.last or day.first == year.first:
        return False
    return any(m.has(Topic.END) and 0 <= year.start - m.end <= 1 for m in one.mentions)


def _one_budget(one: Period, two: Period) -> bool:
    """Whether a year and a fiscal year bear one number, as those of one budget do."""
    grains = {one.grain, two.grain}
    return bool(grains == _YEARS and one.last and two.last and one.last.year == two.last.year)


def _reports(told: Period, claim: Period) -> bool:
    """Whether a day or month named before the evidence may be the one in which a span was reported:
    results of a quarter, a half or a year come out within months of its end."""
    if told.grain not in _TOLD or claim.grain not in _SPANS or not told.first or not claim.last:
        return False
    return timedelta(0) <= told.first - claim.last <= _REPORTED


_TOLD = ("day", "month")
_SPANS = frozenset({"quarter", "half", "year", "fiscal_year"})
_REPORTED = timedelta(days=75)


def at_other_times(mine: Frame, theirs: Frame, context: str = "") -> bool:
    """Whether both sentences tell when, and no time of one touches any of the other."""
    heard = theirs.periods or (frame(context).periods if context else ())
    return bool(mine.periods and heard) and not any(
        touch(a, b) for a in mine.periods for b in heard
    )


def touch(one: Period, two: Period) -> bool:
    """Whether two times may have a day in common; open ones may."""
    if None in (one.first, one.last, two.first, two.last):
        return True
    assert one.first and one.last and two.first and two.last
    return one.first <= two.last and two.first <= one.last


def _of_earlier(fact: Fact, mine: Frame) -> bool:
    """Whether a figure is what another was before: the 88% of "from 88% to 87% in May"."""
    follows = mine.facts[fact.index + 1 : fact.index + 2]
    return fact.role == "base" and any(f.role == "result" for f in follows)


def _what_became(base: Fact, one: Frame) -> Fact | None:
    """The figure that another has come to, beside it, None where none is told."""
    beside = [f for f in one.facts if abs(f.index - base.index) == 1 and f.role != "base"]
    alike = [f for f in beside if f.quantity.unit == base.quantity.unit]
    return alike[0] if len(alike) == 1 else None


_YEARS = frozenset({"year", "fiscal_year"})


def _of_a_quarter(one: Frame, fact: Fact) -> bool:
    """Whether a figure is told of a quarter of no named year: "in the latest quarter"."""
    start = fact.quantity.start
    told = [m.end for m in one.mentions if m.has(Topic.SPAN) and m.end <= start]
    return bool(told) and not any(told[-1] <= p.start < start for p in one.periods)


def period_known(fact: Fact, other: Fact, context: str) -> bool:
    """Whether the evidence tells a period wherever the claim does."""
    return not fact.periods or bool(other.periods or (context and frame(context).periods))


def _agree(claim: Period, evidence: Period) -> bool:
    if (claim.first, claim.last) == (evidence.first, evidence.last):
        return True
    if None in (claim.first, claim.last, evidence.first, evidence.last):
        return False
    assert claim.first and claim.last and evidence.first and evidence.last
    inside = claim.first <= evidence.first and evidence.last <= claim.last
    outside = evidence.first <= claim.first and claim.last <= evidence.last
    finer = evidence.grain == "day" or (claim.grain, evidence.grain) in _FINER
    return (inside and finer) or (outside and claim.grain == "day")


_FINER = {("range", "month"), ("month", "range")}  # a part of a month is within it


def parts_clash(mine: Frame, theirs: Frame, told: tuple[Period, ...]) -> bool:
    """Parts of an unnamed year: the first quarter against the second, or against a year of those
    that are told of the figure."""
    a, b = _parts(mine), _parts(theirs)
    if not any(grain.startswith(_RELATIVE) for grain, _ in a):  # which that is nobody can tell
        b = {part for part in b if not part[0].startswith(_RELATIVE)}
    yearly = any(p.grain in _YEARS for p in told) or theirs.has(Topic.WHOLE_YEAR)
    return bool((a and b and not a & b) or (a and not b and yearly))


_RELATIVE = "relative_"


def _parts(one: Frame) -> set[tuple[str, int]]:
    return {
        figure.moment.part
        for figure in one.reading.figures
        if figure.moment is not None and figure.moment.part is not None
    }
