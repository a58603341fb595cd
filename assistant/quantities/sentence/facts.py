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
from assistant.quantities.reading.scan import means
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_roles import GONE
from assistant.quantities.words.topics import PEOPLE, Mention, Topic, TopicFinder
from assistant.quantities.words.units import kind_of
from assistant.types import Period, Quantity

# How far before a figure its verb may stand, in characters.
REACH = 60
_AFTER = 14
_BESIDE = 2  # characters between a thing and its count behind it: 40 + classifier
_STEPS = frozenset({"percentage_point"})  # a difference by nature
_RATES = frozenset({"percent", "percentage_point", "ratio", "times"})
_MOVED = _RATES | {"job"}  # what a measure moves by when its figure stands behind it


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
    role, move = _role(figure, before, after, inside, mentions, text)
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
    if _peopled(figure, before):
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
    beside = [m for m in before if figure.start - m.end <= _BESIDE]
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


def _role(
    figure: Figure, before: list[Mention], after: list[Mention], inside: Sequence[Mention],
    mentions: tuple[Mention, ...], text: str,
) -> tuple[str, str | None]:  # fmt: skip
    if figure.worded:
        return "level", None
    # worded as the highest or lowest that was reached: a peak of over 4 m
    peak = figure.comparator != "le" and any(m.has(Topic.EDGE) for m in inside)
    if figure.signed and figure.unit in _RATES:
        return "change", "up"
    if _spread_over(figure, text):
        return "level", None
    frozen = kind_of(figure.unit) == "temperature" and figure.low is not None and figure.low < 0
    near = [m for m in before if figure.start - m.end <= REACH]
    earlier = [m for m in mentions if m.end <= figure.start]
    move = next((v for m in reversed(near) if (v := m.has(Topic.MOVE))), None)
    any_move = next((v for m in reversed(earlier) if (v := m.has(Topic.MOVE))), None)
    if peak or frozen or _crossed(figure, near, inside, move or any_move):
        return ("result" if any_move else "level"), move or any_move
    near = [m for m in near if not (m.has(Topic.BASE) and _since_when(figure, m, near, text))]
    if way := _gone(figure, text):
        return "change", way
    told_to = any(m.has(Topic.TO) for m in after)
    told = _role_before(figure, near, move, any_move, text, told_to=told_to)
    if told is not None:
        return told
    counted = kind_of(figure.unit) in ("count", "money")
    if counted and after and after[0].has(Topic.BEFORE) and after[0].start - figure.end <= 1:
        return "base", any_move
    way = _way_behind(figure, after, text)
    return ("change", way) if way else ("level", any_move)


def _way_behind(figure: Figure, after: list[Mention], text: str) -> str | None:
    """Which way a figure is told to have moved by what stands behind it: 3% more, a 3% rise."""
    for m in after:
        if m.start - figure.end > _AFTER or (
            (m.has(Topic.MOVE) or m.has(Topic.MORE)) and _apart(figure, m, text)
        ):
            break
        if m.has(Topic.STATE):  # 72% back a rise
            break
        if (direction := m.has(Topic.MOVE)) and figure.unit in _RATES:
            return direction
        if kind := m.has(Topic.MORE):
            return "up" if kind == "more" else "down"
    return None


def _gone(figure: Figure, text: str) -> str | None:
    """Which way a figure is told to have moved by a verb of going before it: ขึ้นไป 5 บาท."""
    if figure.comparator not in _PLAINLY or kind_of(figure.unit) not in _GOING:
        return None
    gone = GONE.search(text, 0, figure.start)
    if gone is None or (gone.start() and text[gone.start() - 1].isdigit()):
        return None
    return "up" if gone["up"] else "down"


_PLAINLY = frozenset({"exact", "approx"})
_GOING = frozenset({"money", "percent", "percentage_point", "point", "ratio", "times"})


def _spread_over(figure: Figure, text: str) -> bool:
    """Whether a length of time is that over which something runs: rain fell over 48 hours."""
    timed = kind_of(figure.unit) == "duration" and figure.comparator == "exact"
    return timed and means(text[figure.start :].split(maxsplit=1)[0].lower(), Sense.THROUGHOUT)


def _apart(figure: Figure, move: Mention, text: str) -> bool:
    """Whether a pause stands between a level and how it has moved: 68%, down 4 points."""
    gap = text[figure.end : move.start]
    return "," in gap or (" " in gap.strip(" ") + gap[-1:] and not text[move.start].isascii())


def _since_when(figure: Figure, base: Mention, near: list[Mention], text: str) -> bool:
    """Whether a time is what stands behind "from", so that the figure is how much it has moved
    since: down from last year by a tenth; "from last year's 30" is no such time."""
    times = [m for m in near if m.has(Topic.THEN) and 0 <= m.start - base.end <= 1]
    if not times:
        return False
    gap = text[times[0].end : figure.start]
    return "," in gap or (not gap.strip() and not text[times[0].start].isascii())


def _crossed(
    figure: Figure, near: list[Mention], inside: Sequence[Mention], move: str | None
) -> bool:
    """Whether a figure is worded as a level that a move in its direction crosses: fell below 5
    degrees; not "grew below 3%", nor "fell by just below 3%"."""
    by_so_much = any(m.has(Topic.BY) and figure.start - m.end <= 1 for m in near)
    return bool(inside and move) and inside[0].has(Topic.CROSSING) == move and not by_so_much


def _role_before(
    figure: Figure,
    near: list[Mention],
    move: str | None,
    any_move: str | None,
    text: str,
    *,
    told_to: bool,
) -> tuple[str, str | None] | None:
    """What the nearest telling mention before a figure makes of it, None when none tells."""
    for m in reversed(near):
        if m.has(Topic.AGENT):
            return "level", None
        if m.has(Topic.BASE) and (any_move or told_to or _directly(m, figure, text)):
            return "base", move or any_move
        if m.has(Topic.BY):
            way = move or m_move(m) or any_move or _made(near, m)
            return ("change", way) if way else ("level", None)
        if m.has(Topic.TO):
            return ("result" if any_move else "level"), move or any_move
        if m.has(Topic.FUNDS) and figure.start - m.end < 2 and kind_of(figure.unit) == "money":
            return "level", None
        if m.has(Topic.MOVE):
            return "change", m.has(Topic.MOVE)
        if (way := _off_the_usual(figure, m, near, text)) is not None:
            return "change", way
        spare = m.has(Topic.MORE) if kind_of(figure.unit) == "duration" else None
        if spare and figure.start - m.end <= 1:
            return "change", "up" if spare == "more" else "down"
        if m.has(Topic.MEASURE) and figure.start - m.end < 2 and figure.unit not in _STEPS:
            moved = _moves_measures(near, m)
            return ("change", moved) if moved and figure.unit in _MOVED else None
    return None


def _directly(base: Mention, figure: Figure, text: str) -> bool:
    """Whether a figure stands behind "from", and not a place: จากลาว 900 คน."""
    gap = text[base.end : figure.start]
    return len(gap) <= _OWN and all(letter < "\u0e00" for letter in gap)


def _moves_measures(near: list[Mention], last: Mention) -> str | None:
    """Which way the measures that end with `last`, with the things they are of, are moved by a verb
    in front of them: ขึ้นค่าเช่าที่ดิน 7%, raised rice output 7%; None where none stands there."""
    start = last.start
    for m in reversed([m for m in near if m.end <= start]):
        if start - m.end > 1:
            return None
        if m.has(Topic.MOVE) or not (m.has(Topic.MEASURE) or m.has(Topic.THING)):
            return m.has(Topic.MOVE)
        start = m.start
    return None


def _off_the_usual(figure: Figure, more: Mention, near: list[Mention], text: str) -> str | None:
    """Which way a share is off what was before or is usual, where only that stands between "more"
    and it, in a language written without blanks: ต่ำกว่าปกติ 12%; None elsewhere."""
    kind = more.has(Topic.MORE)
    if not kind or figure.unit not in _RATES or text[more.start].isascii():
        return None
    usual = [m for m in near if m.start == more.end and any(m.has(t) for t in _USUAL)]
    if not usual or not 0 <= figure.start - usual[0].end <= 1:
        return None
    return "up" if kind == "more" else "down"


_USUAL = (Topic.THEN, Topic.NORMAL, Topic.BEFORE_LEVEL)


def _made(near: list[Mention], by: Mention) -> str | None:
    """The direction of what is told as done just before "by": were cut by 7%."""
    done = next((v for m in near if by.start - m.end == 1 and (v := m.has(Topic.MORE))), None)
    return {"more": "up", "less": "down"}.get(done or "")


def m_move(mention: Mention) -> str | None:
    """The direction a mention tells, None when it tells none."""
    return mention.has(Topic.MOVE)
