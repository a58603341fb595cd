"""A sentence as facts: its figures in their lists and periods, its dates and topics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.quantities.reading.parse import Reading, period_of, quantity_of, reading
from assistant.quantities.sentence.above import above_a_time
from assistant.quantities.sentence.baselines import (
    added_onto,
    measured_against,
    more_than_then,
    of_the_year_before,
    said_of,
)
from assistant.quantities.sentence.borders import whole_words
from assistant.quantities.sentence.capitals import unnamed
from assistant.quantities.sentence.facts import LAID_OFF, Fact, finder, laid_off, read_fact
from assistant.quantities.sentence.lent_units import with_lent_units
from assistant.quantities.sentence.lent_years import dated_alike, of_year_behind
from assistant.quantities.sentence.loose import with_loose
from assistant.quantities.sentence.motion import without_idle_moves
from assistant.quantities.sentence.names_told import Spans, outside, untelling
from assistant.quantities.sentence.none_beyond import none_beyond
from assistant.quantities.sentence.once import become, beside_a_move, told_of_once
from assistant.quantities.sentence.rated import rated
from assistant.quantities.sentence.rejected import rejected
from assistant.quantities.sentence.roles import REACH
from assistant.quantities.sentence.shares import shared_out
from assistant.quantities.sentence.spots import spots
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Period, Quantity


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A sentence read for comparison; one object a sentence, so that what it tells can be kept.

    `periods` are its times in order, without those that figures are only measured against.
    """

    text: str
    reading: Reading
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    periods: tuple[Period, ...]
    dates: tuple[Quantity, ...]
    grains: tuple[str, ...]
    things: frozenset[tuple[Topic, str]]
    everything: tuple[Mention, ...]
    topics: Mapping[Topic, frozenset[str]]  # of the mentions alone

    def ids(self, topic: Topic) -> frozenset[str]:
        """All ids that the sentence mentions under `topic`."""
        told = self.topics.get(topic, _NONE)
        return told | frozenset(v for t, v in self.things if t is topic) if self.things else told

    def has(self, topic: Topic) -> bool:
        """Whether the sentence mentions `topic` at all."""
        return topic in self.topics


_NONE: frozenset[str] = frozenset()


def _topics(mentions: tuple[Mention, ...]) -> Mapping[Topic, frozenset[str]]:
    """All ids under each topic."""
    found: dict[Topic, set[str]] = {}
    for mention in mentions:
        for topic, value in mention.senses:
            found.setdefault(topic, set()).add(value)
    return {topic: frozenset(ids) for topic, ids in found.items()}


def frame(text: str, as_of: date | None = None, names: Spans = ()) -> Frame:
    """Read `text` for comparison; frames are kept, as a claim meets many sentences. `names` are
    places where names stand that capitals do not show: what is in them tells nothing."""
    return _frame(text, as_of, names)


@lru_cache(maxsize=4096)
def _frame(text: str, as_of: date | None, names: Spans) -> Frame:
    read = outside(names, reading(text, as_of))
    everything = untelling(names, unnamed(text, whole_words(text, finder().find)))
    figures = spots(with_loose(read, everything), text)
    spans = [(f.start, f.end) for f in figures if f.moment is None]
    everything = without_idle_moves(text, everything, figures)
    mentions = tuple(kept for m in everything if (kept := _beside(m, spans, text)) is not None)
    things = frozenset((t, v) for m in everything for t, v in m.senses if t in _ANYWHERE)
    figures, mentions = none_beyond(figures, mentions, text)
    read_facts: list[Fact] = []
    denied = rejected(figures, mentions, text)
    if denied:
        mentions = tuple(m for m in mentions if m.end not in denied or not m.has(Topic.NEGATION))
    for i, figure in enumerate(figures):
        if figure.moment is None and not {figure.start, figure.start - 1} & denied:
            read_facts.append(read_fact(text, figures, i, mentions, len(read_facts)))
    moments = [f for f in figures if f.moment is not None]
    if len(moments) > 1:
        moments = dated_alike(of_year_behind(moments, figures, mentions, text), mentions)
    told = {m.start for m in everything if m.has(Topic.THAT)}
    periods = tuple(
        period_of(f, text)
        for f in moments
        if f.moment and f.moment.first and not told & {f.end, f.end + 1}
    )
    dates = tuple(quantity_of(f, text) for f in moments if f.moment and f.moment.first)
    joined = _joined(rated(become(with_lent_units(read_facts), mentions), read.scanned), mentions)
    joined = more_than_then(added_onto(joined, mentions, text), mentions)
    joined = beside_a_move(told_of_once(joined, mentions), mentions)
    joined = above_a_time(joined, mentions, figures, text)
    shared = laid_off(shared_out(joined, mentions, text))
    if any(f.measures >= LAID_OFF for f in shared):
        things |= {(Topic.MEASURE, measure) for measure in LAID_OFF}
    against = measured_against(shared, periods, mentions)
    facts = of_the_year_before(timed(shared, periods, mentions, text, against), mentions)
    periods = tuple(p for p in periods if p.start not in against)
    grains = tuple(f.moment.grain for f in moments if f.moment and f.moment.first)
    return Frame(
        text, read, mentions, facts, periods, dates, grains, things, everything, _topics(mentions)
    )


def _beside(mention: Mention, spans: list[tuple[int, int]], text: str) -> Mention | None:
    """A mention that no figure overlaps, or what is left of one behind a figure: the "ago" of
    "last year" where twenty years are told; None where nothing is left."""
    for start, end in spans:
        if start < mention.end and mention.start < end:
            if not start < mention.start < end < mention.end:
                return None
            rest = finder().find(text[end : mention.end])
            return Mention(end, mention.end, rest[0].senses) if rest else None
    return mention


_ANYWHERE = frozenset({
    Topic.THING, Topic.MEASURE, Topic.DEPENDING, Topic.QUALIFIER, Topic.KIN, Topic.SPELL,
})  # fmt: skip


def timed(
    facts: tuple[Fact, ...],
    periods: tuple[Period, ...],
    mentions: tuple[Mention, ...],
    text: str,
    against: Mapping[int, int],
) -> tuple[Fact, ...]:
    """Give each figure its period: the only one, the one in its place, or the nearest. Those
    that figures are measured against (`against`) go to the figures behind their place alone."""
    if against:
        own = tuple(p for p in periods if p.start not in against)
        found = timed(facts, own, mentions, text, {})
        return tuple(_measured(f, periods, against, text) for f in found)
    spans = list(periods)
    if periods and periods[0].first is not None:
        year = periods[0].first.year
        spans += [
            Period(date(year, 1, 1), date(year, 12, 31), "year", "", m.start, m.end)
            for m in mentions
            if m.has(Topic.WHOLE_YEAR)
        ]
    if len(spans) < 2:
        return tuple(
            replace(f, periods=tuple(p for p in spans if not told_later(f, p, text))) for f in facts
        )
    respective = any(m.has(Topic.RESPECTIVE) for m in mentions)
    if respective and len(spans) == len(facts):
        return tuple(replace(f, periods=(p,)) for f, p in zip(facts, spans, strict=True))
    if leading := _leading(facts, periods, mentions, text):
        return tuple(replace(f, periods=(p,)) for f, p in zip(facts, leading, strict=True))
    if trailing := _trailing(facts, periods):
        return tuple(replace(f, periods=(p,)) for f, p in zip(facts, trailing, strict=True))
    cuts = [m.start for m in mentions if any(m.has(t) for t in _CUTS)]
    return tuple(replace(f, periods=(_nearest(f, spans, text, cuts),)) for f in facts)


def told_later(fact: Fact, period: Period, text: str) -> bool:
    """Whether a period stands in a later clause than a figure, behind a semicolon, and so is not
    that of the figure."""
    return "; " in text[fact.quantity.end : max(period.start, fact.quantity.end)]


def _measured(
    fact: Fact, periods: tuple[Period, ...], against: Mapping[int, int], text: str
) -> Fact:
    """`fact` with the time of its own among those that others are measured against."""
    start, end = fact.quantity.start, fact.quantity.end
    for period in periods:
        before = against.get(period.start, end) <= start and end <= period.start
        if before or (period.start in against and said_of(period, fact, text)):
            return replace(fact, periods=(period,))
    return fact


def _leading(
    facts: tuple[Fact, ...], periods: tuple[Period, ...], mentions: tuple[Mention, ...], text: str
) -> list[Period] | None:
    """The period before each figure where a clause begins with every period: "in 2023 it sold
    nine, in 2024 eleven"; None elsewhere."""
    starts = [fact.quantity.start for fact in facts]
    highs = [*(p.start for p in periods[1:]), len(text)]
    own = [any(p.end <= s < high for s in starts) for p, high in zip(periods, highs, strict=True)]
    if len(periods) < _SEVERAL or not all(own) or starts[0] < periods[0].end:
        return None
    for period in periods[1:]:
        end = max(f.quantity.end for f in facts if f.quantity.end <= period.start)
        between = text[end : period.start + 1]
        joined = any(m.has(Topic.AND) and end <= m.start < period.start for m in mentions)
        if not (joined or _BREAK.search(between)):
            return None
    return [[p for p in periods if p.end <= start][-1] for start in starts]


_SEVERAL = 2
_BREAK = re.compile(r"[,;.]|[\u0e00-\u0e7f] [\u0e00-\u0e7f]|^ (?=[\u0e00-\u0e7f])")


def _trailing(facts: tuple[Fact, ...], periods: tuple[Period, ...]) -> list[Period] | None:
    """The period behind each figure where every period stands behind figures of its own, as in
    "1 GW by 2028 and 8 GW, twice as much as now, by 2030"; None elsewhere."""
    ends = [fact.quantity.end for fact in facts]
    lows = [0, *(p.end for p in periods[:-1])]
    own = [any(low <= e <= p.start for e in ends) for low, p in zip(lows, periods, strict=True)]
    if len(periods) < 2 or not all(own) or ends[-1] > periods[-1].start:
        return None
    return [next(p for p in periods if p.start >= end) for end in ends]


def _nearest(fact: Fact, spans: list[Period], text: str, cuts: list[int]) -> Period:
    """The period in the figure's own clause, else the nearest; commas and bases end a clause."""
    quantity = fact.quantity

    def away(period: Period) -> int:
        if period.start >= quantity.end:
            low, high = quantity.end, period.start
        else:
            low, high = period.end, quantity.start
        crossed = sum(low <= cut < high for cut in cuts) + text.count(", ", low, high)
        return high - low + _CLAUSE * crossed

    return min(spans, key=away)


_CUTS = (Topic.BASE, Topic.AND, Topic.SINCE)
_CLAUSE = 40  # how much farther, in characters, a clause border makes a period


def _joined(facts: tuple[Fact, ...], mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Give the later figures of a list the verb of the first: "A grew 9% and B 15%"."""
    found: list[Fact] = []
    for fact in facts:
        before = found[-1] if found else None
        fact = _told_otherwise(_counted_alike(fact, before, mentions), before, mentions)
        if before is not None and before.quantity.unit == fact.quantity.unit:
            start = before.quantity.end
            between = [m for m in mentions if start <= m.start and m.end <= fact.quantity.start]
            last = max((n for n, m in enumerate(between) if m.has(Topic.AND)), default=-1)
            between = between[last + 1 :]
            own = any(m.has(topic) for m in between for topic in _VERBS)
            if not own and len(fact.left) <= REACH and fact.figure.comparator != "range":
                measures = fact.measures or before.measures
                alike = not fact.thing and fact.figure.noun == before.figure.noun != ""
                thing = before.thing if alike else fact.thing
                fact = replace(fact, listed=True, measures=measures, thing=thing)
                if before.role == "change" and fact.role == "level":
                    fact = replace(fact, role="change", move=before.move)
        found.append(fact)
    return tuple(found)


def _told_otherwise(fact: Fact, before: Fact | None, mentions: tuple[Mention, ...]) -> Fact:
    """A share directly behind "or" says how far the figure before it has moved: 21 baht, or 15%."""
    if before is None or fact.role not in ("level", "result") or not before.move:
        return fact
    if before.role not in ("change", "result") or fact.quantity.kind not in _SHARES:
        return fact
    start, end = before.quantity.end, fact.quantity.start
    own = [m for m in mentions if start <= m.start and m.end <= end]
    joined = len(own) == 1 and own[0].has(Topic.OR) and end - start <= _OTHERWISE
    behind = (m for m in mentions if 0 <= m.start - fact.quantity.end <= 1)
    if not joined or any(m.has(Topic.OF) for m in behind):
        return fact
    return replace(fact, role="change", move=before.move)


_SHARES = frozenset({"percent", "ratio", "times"})
_OTHERWISE = 16  # characters of "or about" between two ways of telling one change


def _counted_alike(fact: Fact, before: Fact | None, mentions: tuple[Mention, ...]) -> Fact:
    """A bare number directly behind "and" counts what the figure before it counts."""
    if before is None or before.quantity.kind != "count" or fact.quantity.unit != "number":
        return fact
    start = fact.quantity.start
    joined = any(m.has(Topic.AND) and 0 <= start - m.end <= 1 for m in mentions)
    if fact.figure.noun or not joined:
        return fact
    return replace(fact, quantity=replace(fact.quantity, unit=before.quantity.unit))


_VERBS = (Topic.MOVE, Topic.TO, Topic.BASE, Topic.BY, Topic.MEASURE, Topic.SUM)
