"""Which figure of the evidence speaks of the same thing as a figure of the claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from assistant.names import PLACES
from assistant.quantities.compare import Why, judge, one_unit
from assistant.quantities.linking.align import alike, labels, likeness, one_script
from assistant.quantities.linking.barriers import blocked
from assistant.quantities.linking.called import called_alike
from assistant.quantities.linking.growth_over import grown_otherwise
from assistant.quantities.linking.kinds import alike_sorted, people_or_things
from assistant.quantities.linking.listed import open_list, own_items
from assistant.quantities.linking.moods import planned
from assistant.quantities.linking.named import renamed
from assistant.quantities.linking.pairing import Link, paired, same_amount
from assistant.quantities.linking.periods import period_clash
from assistant.quantities.linking.things import other_things
from assistant.quantities.sentence.facts import Fact, finder
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import OUTSIDE
from assistant.quantities.words.thai_roles import OUTSIDE as THAI_OUTSIDE
from assistant.quantities.words.topics import PEOPLE, Topic
from assistant.types import Stance


def other_subject(mine: Frame, theirs: Frame, *, same_story: bool) -> Why | None:
    """Why the two sentences speak of different parties or measures, None when they need not.

    A long sentence of another story may name a deputy in passing; only what the claim itself
    names must then be there.
    """
    one, two = (f.ids(Topic.QUALIFIER) | f.ids(Topic.KIN) for f in (mine, theirs))
    if one - two or (two - one and (same_story or _of_one_of_theirs(theirs))):
        return Why.OTHER_PARTY
    if _otherwise(mine.ids(Topic.STATISTIC), theirs.ids(Topic.STATISTIC)):
        return Why.OTHER_MEASURE
    if _edge_of_mean(mine, theirs) or _edge_of_mean(theirs, mine):
        return Why.OTHER_MEASURE
    if _outside(mine) != _outside(theirs):
        return Why.OTHER_PARTY
    if _per_another(mine, theirs):
        return Why.OTHER_MEASURE
    if other_things(mine, theirs):
        return Why.OTHER_MEASURE
    told = mine.has(Topic.TELLING) or theirs.has(Topic.TELLING)
    for topic in (Topic.SIDE, Topic.FIRM, *(() if told else (Topic.OFFICE,))):
        one, two = mine.ids(topic), theirs.ids(topic)
        if one and two and not one & two:
            return Why.OTHER_PARTY
    return Why.OTHER_PARTY if renamed(mine.text, theirs.text) else None


def _of_one_of_theirs(one: Frame) -> bool:
    """Whether the subject of a sentence is somebody's kin, deputy or supplier: a supplier of X."""
    near = [m for m in one.mentions if m.start <= _ARTICLE]
    return any(m.has(Topic.KIN) or m.has(Topic.QUALIFIER) for m in near)


_ARTICLE = 4  # characters of "the" before the first noun


def _otherwise(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both tell how something was measured, and differently: mean and median."""
    ways = {way.partition(":")[0] for way in one} & {way.partition(":")[0] for way in two}
    return any(
        {w for w in one if w.startswith(way)}.isdisjoint(w for w in two if w.startswith(way))
        for way in ways
    )


def _edge_of_mean(one: Frame, two: Frame) -> bool:
    """Whether one tells a middle and the other an end of several values."""
    middles = {"kind:mean", "kind:median"}
    mean = bool(one.ids(Topic.STATISTIC) & middles) and not one.ids(Topic.EDGE)
    return mean and bool(two.ids(Topic.EDGE)) and not two.ids(Topic.STATISTIC) & middles


def _outside(one: Frame) -> bool:
    """Whether a sentence tells of what is outside a place that it names."""
    told = OUTSIDE.search(one.text)
    return THAI_OUTSIDE.search(one.text) is not None or (told is not None and told[1] in PLACES)


def _per_another(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell whom a figure is for, and differently: per farmer, per household."""
    one, two = _each_for(mine), _each_for(theirs)
    return bool(one and two and not one & two) and "head" not in one | two


def _each_for(one: Frame) -> set[str]:
    """Who each figure is for: what stands directly behind "per", or is told with it."""
    ends = {m.end for m in one.everything if m.has(Topic.PER)}
    return {
        name.partition(":")[2]
        for m in one.everything
        for topic, name in m.senses
        if (topic is Topic.STATISTIC and name.startswith("whom:"))
        or (topic is Topic.THING and name.startswith(PEOPLE) and ends & {m.start, m.start - 1})
    }


def link(fact: Fact, mine: Frame, theirs: Frame, context: str, *, same_story: bool) -> Link | None:
    """The best counterpart of `fact`, None when the evidence has no figure like it."""
    options = [found for other in theirs.facts if (found := paired(fact, mine, other, theirs))]
    if not options:
        return None
    options = _not_the_total(mine, theirs, options)
    same_base = [o for o in options if not grown_otherwise(fact, mine, o.fact, theirs)]
    options = same_base or options
    timely = [o for o in options if not period_clash(mine, fact, theirs, o.fact, context)]
    options = _of_its_month(mine, theirs, timely or options)
    options = _of_now(mine, theirs, _of_the_same(fact, options))
    options = _of_its_label(fact, mine, theirs, options)
    options = own_items(fact, mine, theirs, _of_its_kind(mine, theirs, options))
    options = _own_places(fact, mine, theirs, options)
    scores: list[tuple[float, ...]] = [()]
    if len(options) > 1:
        scores = [_score(fact, mine, found, theirs, same_story=same_story) for found in options]
    place = max(range(len(options)), key=scores.__getitem__)
    best = options[place]
    rivals = [s for i, s in enumerate(scores) if i != place]
    measured = bool(mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE)) or fact.figure.noun != ""
    sure = measured and all(scores[place][3] > rival[3] for rival in rivals)
    block = blocked(fact, best.fact, mine, theirs) if same_base else Why.OTHER_PERIOD
    untold = best.fact.share and _meant(fact, mine, best.fact) != best.fact.share
    if block is None and (
        untold or (not same_story and _better(place, fact, mine, theirs, options))
    ):
        block = Why.UNSURE
    if block is None and not (fact.periods or mine.periods) and not _was(fact, mine):
        once = fact.role == "level" and _became(best.fact, theirs)
        block = Why.UNSURE if once else None  # what it was is not what it is
    alone = [f for f in mine.facts if f.quantity.kind == fact.quantity.kind] == [fact]
    if block is None and open_list(mine, theirs, options):
        agrees = judge(best.claim, best.evidence)[0] is Stance.SUPPORTS
        block = None if agrees else Why.UNSURE
    if block is None and alone and _torn(best, options, scores, place):
        meant = called_alike(mine, [o.fact for o in options])
        best = options[meant] if meant is not None else best
        block = Why.UNSURE if meant is None else blocked(fact, best.fact, mine, theirs)
    return replace(best, blocked=block, sure=sure)


def _of_its_month(mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The figures that a month of no year stands behind, where that is the one month the claim
    tells and every figure has one: 110,000 in June, 130,000 in July; all options elsewhere."""
    own = {month for _, month in _months(mine)}
    if len(options) < _TWO or len(own) != 1:
        return options
    told = [_month_behind(o.fact, theirs) for o in options]
    if None in told or len(set(told)) < len(told):
        return options
    return [o for o, month in zip(options, told, strict=True) if month in own] or options


def _month_behind(fact: Fact, one: Frame) -> int | None:
    """The month told between a figure and the next, None without just one."""
    start = fact.quantity.end
    found = [month for at, month in _months(one) if start <= at < start + len(fact.right)]
    return found[0] if len(found) == 1 else None


def _months(one: Frame) -> list[tuple[int, int]]:
    """The months of no year that a sentence tells, and where."""
    return [
        (f.start, p[1])
        for f in one.reading.figures
        if f.moment and (p := f.moment.part) and p[0] == "month"
    ]


def _of_now(mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """What something is to rise from, for a claim of what is now; all options elsewhere."""
    if not _PRESENT & mine.ids(Topic.NOW) or planned(mine) or not planned(theirs):
        return options
    bases = [o for o in options if o.fact.role == "base"]
    return bases if any(o.fact.role == "result" for o in options) and bases else options


_PRESENT = frozenset({"present"})


def _of_its_kind(mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The figures measured as the claim's are, where the evidence has them in several ways: a gross
    profit of so much and a net one of so much; all options elsewhere."""
    told = mine.ids(Topic.STATISTIC)
    if len(options) <= 1 or len(told) != 1 or len(theirs.ids(Topic.STATISTIC)) <= 1:
        return options
    (way,) = told
    own = [o for o in options if _measured_as(o.fact, theirs) == way]
    return own or options


def _of_its_label(fact: Fact, mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The amounts told of the people in front of them that the claim tells its own of, where every
    one has some in front: adults pay 150 baht, children 100; all options elsewhere."""
    if fact.quantity.kind not in _TOLD_OF:
        return options
    own = _label(fact, mine)
    labels = [_label(o.fact, theirs) for o in options]
    if len(options) < _TWO or not own or not all(labels) or len(set(labels)) < len(labels):
        return options
    return [o for o, label in zip(options, labels, strict=True) if label == own] or options


_TOLD_OF = frozenset({"money", "rate", "percent"})


def _label(fact: Fact, one: Frame) -> str:
    """The people told last between a figure and the one before it, "" where none are."""
    floor = one.facts[fact.index - 1].quantity.end if fact.index else 0
    told = [
        v
        for m in one.mentions
        if floor <= m.start < fact.quantity.start
        and (v := m.has(Topic.THING))
        and v.startswith(PEOPLE)
    ]
    return told[-1] if told else ""


def _measured_as(fact: Fact, one: Frame) -> str | None:
    """The way of measuring that is told last before a figure, behind the figure before it."""
    floor = one.facts[fact.index - 1].quantity.end if fact.index else 0
    told = [
        v
        for m in one.mentions
        if floor <= m.start < fact.quantity.start and (v := m.has(Topic.STATISTIC))
    ]
    return told[-1] if told else None


def _not_the_total(mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The figure of the one party that a claim names, where the evidence tells that of each and
    what they have together; all options elsewhere."""
    if len(options) <= _TWO or mine.has(Topic.SUM) or not theirs.has(Topic.SUM):
        return options
    *parts, whole = options
    values = [o.evidence.low for o in options]
    if not all(isinstance(v, Decimal) for v in values) or Topic.SUM not in whole.fact.ids:
        return options
    if sum(values[:-1]) != values[-1]:  # type: ignore[arg-type]
        return options
    fits = [max(alike(mine.text, label) for label in labels(o.fact, theirs)[:1]) for o in parts]
    named = [o for o, fit in zip(parts, fits, strict=True) if fit > 0]
    if len(named) == 1:
        return named
    return parts if mine.has(Topic.ALONE) and not named else options


def _of_the_same(fact: Fact, options: list[Link]) -> list[Link]:
    """The options that count or measure what `fact` does, where some do and others do not."""
    options = _people_or_things(fact, options)
    sorts = alike_sorted(fact, [o.fact for o in options])
    if any(sorts) and not all(sorts):
        options = [o for o, same in zip(options, sorts, strict=True) if same]
    things = [o for o in options if fact.thing and o.fact.thing == fact.thing]
    if things and all(o.fact.thing for o in options):
        options = things
    measured = [o for o in options if fact.measures & o.fact.measures]
    levels = all(f.role == "level" for f in (fact, *(o.fact for o in options)))
    if levels and measured and all(o.fact.measures for o in options):
        return measured
    return options


def _people_or_things(fact: Fact, options: list[Link]) -> list[Link]:
    """The options that count people, or things, as `fact` does, where the evidence counts both:
    nine operators put in 45 bids."""
    if len(options) < _TWO or not (sort := people_or_things(fact)):
        return options
    sorts = [people_or_things(o.fact) for o in options]
    if set(sorts) != {"person", "thing"} or any(fact.measures & o.fact.measures for o in options):
        return options
    return [o for o, other in zip(options, sorts, strict=True) if other == sort]


def _better(place: int, fact: Fact, mine: Frame, theirs: Frame, options: list[Link]) -> bool:
    """Whether another figure of a list bears the claim's label better than the one that agrees."""
    if len(options) < _TWO or not any(option.fact.listed for option in options):
        return False
    fits = [_fit(fact, mine, option.fact, theirs) for option in options]
    return fits[place] + 1 < max(fits)


_TWO = 2


def _own_places(fact: Fact, mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The one option that is left to a figure of a list when each figure of the other list goes to
    the figure it is most like; all options where two ways fit as well."""
    own = [
        f
        for f in mine.facts
        if f.quantity.unit == fact.quantity.unit and (f.role == "change") == (fact.role == "change")
    ]
    others = [o.fact for o in options]
    if not 1 < len(own) == len(others) <= _LISTED:
        return options
    fits = [
        [((f.role == o.role) + _thing_fit(f, o), _fit(f, mine, o, theirs)) for o in others]
        for f in own
    ]
    ways = {
        way: _sums([fits[i][j] for i, j in enumerate(way)]) for way in permutations(range(len(own)))
    }
    best = max(ways.values())
    top = [way for way, fit in ways.items() if fit == best]
    return [options[top[0][own.index(fact)]]] if len(top) == 1 else options


def _thing_fit(fact: Fact, other: Fact) -> int:
    """Whether two figures count the same thing, and the same share of it: 1 for yes, -1 for no."""
    fit = 0
    told = ((fact.thing, other.thing), (fact.share, other.share), (fact.edge, other.edge))
    for one, two in told:
        fit += (1 if one == two else -1) if one and two else 0
    return fit


def _sums(fits: list[tuple[int, float]]) -> tuple[int, float]:
    return sum(thing for thing, _ in fits), sum(fit for _, fit in fits)


_LISTED = 4  # figures of a list that are told apart together


def _torn(best: Link, options: list[Link], scores: list[tuple[float, ...]], place: int) -> bool:
    """Whether the labels cannot tell which of several figures is meant, and it matters."""
    rivals = [
        option
        for i, option in enumerate(options)
        if i != place and scores[i][:-1] == scores[place][:-1]
    ]
    meant = judge(best.claim, best.evidence)[0]
    return any(judge(rival.claim, rival.evidence)[0] is not meant for rival in rivals)


def _score(
    fact: Fact, mine: Frame, found: Link, theirs: Frame, *, same_story: bool
) -> tuple[float, ...]:
    """How well two figures fit, best first.

    Outside one story a sentence has many figures, and one that agrees with the claim, or would
    but for a slip of scale or currency, is likely the one meant.
    """
    other = found.fact
    fit = _fit(fact, mine, other, theirs)
    if other.share and (meant := _meant(fact, mine, other)):
        fit += _MEANT if other.share == meant else -_MEANT
    if mine.has(Topic.LATEST) and Topic.LATEST in other.ids:
        fit += _NEWEST
    if _was(fact, mine) != _was(other, theirs):
        once = "result" in (fact.role, other.role) or Topic.THEN in other.ids
        once = once or (fact.role == "level" and _became(other, theirs))
        fit -= _BEFORE if once else _PERHAPS_BEFORE
    if not same_story:
        stance, why = judge(found.claim, found.evidence)
        slipped = why is Why.SCALE_SLIP or same_amount(found.claim, found.evidence)
        fit += _AGREEING if stance is Stance.SUPPORTS else _SLIPPED if slipped else 0
        fit += _MEETING if why is Why.LESS_PRECISE else 0
    counted = fact.quantity.kind == other.quantity.kind == "count"
    return (
        not same_story or counted or one_unit(fact.quantity, other.quantity),
        fact.role == other.role or "change" not in (fact.role, other.role),
        (other.role != "base" or Topic.THEN not in other.ids or _was(fact, mine))
        and (fact.role, other.role) != ("result", "base"),
        fit,
        fact.role == other.role,
        -abs(fact.index - other.index),
    )


def _became(base: Fact, one: Frame) -> bool:
    """Whether what a figure was is told with what it has become: from 2 to 6 million."""
    behind = one.facts[base.index + 1 : base.index + 2]
    return base.role == "base" and bool(behind) and behind[0].role == "result"


def _was(fact: Fact, one: Frame) -> bool:
    """Whether a figure is of an earlier time: what something came from, or was last year."""
    behind = one.facts[fact.index + 1 : fact.index + 2]
    moved = behind and behind[0].role == "result" and behind[0].quantity.unit == fact.quantity.unit
    if fact.role == "level" and moved and behind[0].quantity.start - fact.quantity.end < _THEN:
        return True  # 36% ลดเหลือ 19%
    return fact.role == "base" or (len(one.facts) == 1 and Topic.THEN in fact.ids)


def _fit(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> float:
    """How alike the labels, measures and things of two figures are."""
    fit = likeness(fact, mine, other, theirs) + len(fact.measures & other.measures)
    return fit + _thing_fit(fact, other)


_AGREEING, _SLIPPED, _MEETING = 2.0, 1.5, 1.0
_THEN = 12  # characters of what became of a figure directly behind it
_BEFORE, _PERHAPS_BEFORE, _NEWEST = 5.0, 3.0, 4.0


_MEANT = 3.0


def _meant(fact: Fact, mine: Frame, other: Fact) -> str:
    """Whether a claim speaks of the part or the whole that the evidence tells: "part", "whole"."""
    if fact.share:
        return fact.share
    said, head = _ids(other.predicate), _ids(other.head)
    own = {s for m in mine.everything for s in m.senses}
    if alike(mine.text, other.predicate) > 0 or not said.isdisjoint(own):
        return "part"
    there = mine.has(Topic.EXIST)
    read = one_script(mine.text, other.predicate)
    if not head.isdisjoint(own) or (said and (there or read)):
        return "whole"
    if not there:
        return "part"
    return "whole" if read else ""


def _ids(text: str) -> set[tuple[Topic, str]]:
    """What a stretch of text says, as far as the tables know it."""
    found = {s for m in finder().find(text) for s in m.senses if s[0] in _SAID}
    return {s for s in found if not s[1].startswith(_UNTOLD)}


_UNTOLD = "vote:"  # who passed an examination passed no bill
_SAID = frozenset({Topic.MEASURE, Topic.THING, Topic.STATE, Topic.MOVE})
