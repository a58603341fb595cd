"""One figure of a sentence: its role, direction, measures, and what it counts.

A figure's role is "level" (is), "result" (has become), "base" (was), or "change" (by how much).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.reading.parse import quantity_of
from assistant.quantities.sentence.roles import role_of
from assistant.quantities.words.topics import PEOPLE, Mention, Topic, TopicFinder
from assistant.quantities.words.units import kind_of
from assistant.types import Period, Quantity

_AFTER = 14
_BESIDE = 2  # characters between a thing and its count behind it: 40 + classifier


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that is no date: what it is, what it measures, which way it went."""

    quantity: Quantity
    figure: Figure
    role: str
    move: str | None
    measures: frozenset[str]
    left: str
    right: str
    index: int
    periods: tuple[Period, ...] = ()
    told: frozenset[str] = frozenset()
    ids: frozenset[Topic] = frozenset()
    expected: bool = False
    of_before: bool = False  # a share of the level before: "80% of last year's"
    thing: str = ""  # the kind of thing counted, if a table knows it
    pack: str = ""  # what is counted is packed in
    edge: str = ""  # "low" or "high" for an end of several values
    meant: bool = False  # only planned
    listed: bool = False  # stands in a list behind another figure of its kind
    share: str = ""  # "part" or "whole" where one figure counts a part of another
    predicate: str = ""  # what is said of the part
    head: str = ""  # what is said of the whole, where that is something else


@lru_cache(maxsize=1)
def finder() -> TopicFinder:
    """The finder over every language's topics."""
    from assistant.quantities.words.english_topics import TOPICS as ENGLISH
    from assistant.quantities.words.thai_topics import TOPICS as THAI

    return TopicFinder((THAI, ENGLISH))


def read_fact(
    text: str, figures: tuple[Figure, ...], i: int, mentions: tuple[Mention, ...], index: int
) -> Fact:
    """The fact of the figure at place `i`, the `index`th that is no date."""
    figure = figures[i]
    others = [f for f in figures if f.moment is None]
    place = others.index(figure)
    low = others[place - 1].end if place else 0
    high = others[place + 1].start if place + 1 < len(others) else len(text)
    before = [m for m in mentions if low <= m.start and m.end <= figure.start]
    after = [
        m
        for m in mentions
        if figure.end <= m.start and m.end <= high and not _of_next(m, high, len(text))
    ]
    inside = finder().find(text[figure.start : figure.end])
    role, move = role_of(figure, before, after, inside, mentions, text)
    measures = frozenset(
        value
        for m in _own_side(before, after, low, high, len(text))
        for topic, value in m.senses
        if topic is Topic.MEASURE
    ) or _counted(figure, inside)
    if role == "change" and len(others) == 1 and _lost(figure, before, measures):
        role, move = "level", None
    quantity = quantity_of(figure, text)
    if figure.odd and quantity.comparator == "gt" and isinstance(quantity.low, Decimal):
        quantity = replace(quantity, comparator="range", high=2 * quantity.low)  # พันกว่าคน
    inhabited = "population" in measures and quantity.unit == "number" and not figure.noun
    if _peopled(figure, before) or inhabited:
        quantity = replace(quantity, unit="person")
    if quantity.unit == "point" and isinstance(quantity.low, Decimal) and quantity.low < 0:
        quantity, role, move = _fallen(quantity), "change", "down"
    told = frozenset(v for m in (*before, *after) for t, v in m.senses if t is Topic.PER)
    border = text.rfind(";", low, figure.start)
    clause = [m for m in before if m.start > border]
    return Fact(
        quantity, figure, role, move, measures, text[low : figure.start], text[figure.end : high],
        index, (), told, frozenset(t for m in (*before, *after) for t, _ in m.senses),
        any(m.has(Topic.EXPECTED) for m in clause), _of_before(figure, after, mentions, figures),
        _thing(figure, before, after, inside), _pack(inside), _edge(figure, before, inside),
        any(m.has(Topic.PLANNED) for m in clause),
    )  # fmt: skip


def laid_off(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Facts with jobs that are cut as people laid off, where that is all that is told of jobs."""
    jobs = [f for f in facts if f.quantity.unit == "job"]
    if jobs and all(f.measures >= LAID_OFF for f in jobs):
        return tuple(_people_laid_off(f) if f in jobs else f for f in facts)
    if not jobs or any((f.role, f.move) != ("change", "down") for f in jobs):
        return facts
    if any(f.ids.isdisjoint(_LISTING) for f in jobs[1:]):  # cut 600 jobs, leaving 3,400
        return facts
    return tuple(_people_laid_off(f) if f in jobs else f for f in facts)


_LISTING = frozenset({Topic.AND, Topic.SUM})


def _people_laid_off(fact: Fact) -> Fact:
    quantity = replace(fact.quantity, unit="person")
    return replace(fact, quantity=quantity, role="level", move=None, measures=LAID_OFF)


LAID_OFF = frozenset({"layoffs"})


def _peopled(figure: Figure, before: list[Mention]) -> bool:
    """Whether a classifier of things counts people here, as those whom it counts are told of."""
    from assistant.quantities.words.thai_things import PEOPLED

    kind = PEOPLED.get(figure.noun) if figure.unit == "number" else None
    return kind is not None and any(m.has(Topic.THING) == kind for m in before)


def _lost(figure: Figure, before: list[Mention], measures: frozenset[str]) -> bool:
    """Whether a sum is a loss made, and not how far something fell: lost 9 million."""
    money = kind_of(figure.unit) == "money" and measures == _LOSS
    return money and bool(before) and before[-1].has(Topic.POLE) == "minus"


_LOSS = frozenset({"loss"})


def _counted(figure: Figure, inside: Sequence[Mention]) -> frozenset[str]:
    """The measures that the wording of a figure tells itself: 45 permanent staff."""
    told = inside if figure.noun else ()
    return frozenset(v for m in told if (v := m.has(Topic.MEASURE)) is not None)


def _own_side(
    before: list[Mention], after: list[Mention], low: int, high: int, end: int
) -> list[Mention]:
    """What stands round a figure up to an "and" towards the figures before and behind it."""
    ands = [m for m in before if m.has(Topic.AND)] if low else []
    if ands and any(m.has(Topic.MEASURE) for m in before if m.start >= ands[-1].end):
        before = [m for m in before if m.start >= ands[-1].end]
    ands = [m for m in after if m.has(Topic.AND)] if high < end else []
    if ands and any(m.has(Topic.MEASURE) for m in (*before, *after) if m.end <= ands[0].start):
        after = [m for m in after if m.end <= ands[0].start]
    return [*before, *after]


def _fallen(quantity: Quantity) -> Quantity:
    """A change written with a minus as a fall by so much."""
    low, high = (-v if isinstance(v, Decimal) else v for v in (quantity.high, quantity.low))
    return replace(quantity, low=low, high=high)


def _of_next(mention: Mention, high: int, end: int) -> bool:
    """Whether a measure is that of the figure behind it: "3 million on sales of 20"."""
    return high < end and high - mention.end <= _OWN and mention.has(Topic.MEASURE) is not None


_OWN = 4  # characters of "of" between a measure and its figure


def _thing(
    figure: Figure, before: list[Mention], after: list[Mention], inside: Sequence[Mention]
) -> str:
    """What is counted: by the wording of the figure, directly in front of it, or behind "of"."""
    number = [m.start for m in before[-1:] if m.has(Topic.BY) and figure.start - m.end <= 1]
    start = number[0] if number and figure.noun else figure.start  # แพทย์จำนวน 36 คน
    beside = [m for m in before if 0 <= start - m.end <= _BESIDE]
    of = after[:1] if after and after[0].has(Topic.OF) and after[0].start - figure.end <= 1 else []
    behind = [m for m in after[1:2] if of and m.start - of[0].end <= 1]
    if of and not behind and kind_of(figure.unit) != "count":
        beside = []  # 7 tonnes of sugar, 12 tonnes of what no table knows
    if not figure.noun and figure.unit == "number":  # 120 Buddha images
        behind += [m for m in after[:1] if m.start - figure.end <= 1]
    found = [
        t for m in (*beside, *inside, *behind) for topic, t in m.senses if topic is Topic.THING
    ]
    if figure.unit == "person":  # an island's name before a count of people is not what they are
        found = [t for t in found if t.startswith(PEOPLE)]
    return found[-1] if found else ""


def _edge(figure: Figure, before: list[Mention], inside: Sequence[Mention]) -> str:
    """The end of several values that a figure is told to be, in it or directly before it."""
    beside = [m for m in before if figure.start - m.end <= _AFTER]
    told = (m.has(Topic.EDGE) or m.has(Topic.EXTREME) for m in (*inside, *reversed(beside)))
    return next((edge for edge in told if edge), "")


def _pack(inside: Sequence[Mention]) -> str:
    """The container that a count is of: 30 trays of eggs."""
    packs = [i for i, m in enumerate(inside) if m.has(Topic.PACK)]
    if not packs or any(m.has(Topic.THING) for m in inside[: packs[0]]):
        return ""  # battery packs are no batteries in packs
    return inside[packs[0]].has(Topic.PACK) or ""


def _of_before(
    figure: Figure, after: list[Mention], mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
) -> bool:
    """Whether a figure is a share of the level before: half of last year's, of ten years ago, of
    the 2023 level."""
    if not after or after[0].has(Topic.OF) is None or after[0].start - figure.end > 1:
        return False
    end = after[0].end
    if any(f.moment is not None and 0 <= f.start - end <= _YEARS for f in figures):
        return True
    ago = any(m.has(Topic.AGO) and 0 <= m.start - end <= _BACK for m in mentions)
    return ago or any(m.has(Topic.BEFORE_LEVEL) for m in after[1:4])


_YEARS = 5  # characters of "the" or "its" between "of" and the time of the level before
_BACK = 24  # characters of "what it was ten years" before "ago"
