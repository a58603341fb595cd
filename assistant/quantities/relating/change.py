"""Changes as factors: new over old, however a sentence puts it.

"up 20%", "1.2 times", "from 10 to 12" and "rose by a fifth" all give 1.2; "halved", "down 50%"
and "from 600 to 300" give 0.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.quantities.compare import Interval, conversion, interval
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.once import then_and_now
from assistant.quantities.words.topics import Topic

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_JOINED = 6  # characters of "to" and the like between two levels


@dataclass(frozen=True, slots=True)
class Change:
    """A change told by a sentence.

    `factor` is new over old (None when only a difference is told), `step` the difference in
    `unit` (None when only a factor is told). `computed` tells that it was worked out from two
    levels; `facts` are where it was read.
    """

    factor: Interval | None
    step: Decimal | None
    unit: str
    computed: bool
    facts: tuple[Fact, ...]


def changes(frame: Frame) -> tuple[Change, ...]:
    """Every change of a sentence, told or worked out from two levels."""
    found = [change for fact in frame.facts if (change := told(fact)) is not None]
    bases = [fact for fact in frame.facts if fact.role == "base"]
    pairs = [(base, other) for base in bases for other in frame.facts if _neighbours(base, other)]
    found += [both for base, other in pairs if (both := between(base, other))]
    return tuple(found) or _dated(frame.facts) or _monthly(frame) or _since(frame)


def _since(frame: Frame) -> tuple[Change, ...]:
    """The change between what was once and what is now."""
    pair = then_and_now(frame.facts, frame.mentions) or _of_a_year_and_now(frame)
    found = between(*pair) if pair else None
    return (found,) if found else ()


def _of_a_year_and_now(frame: Frame) -> tuple[Fact, Fact] | None:
    """The level of the one period that a sentence names, and that of now: 60 in 2000, 90 today."""
    levels = [f for f in frame.facts if f.role == "level" and f.quantity.kind != "duration"]
    now = [m.start for m in frame.mentions if m.has(Topic.NOW)]
    if (
        len(levels) != _BOTH
        or len(frame.facts) != _BOTH
        or len(frame.periods) != 1
        or len(now) != 1
    ):
        return None
    then = frame.periods[0].start
    first, second = levels
    middle = second.quantity.start
    if then < middle <= now[0] or first.quantity.end <= then < middle:
        return (first, second) if now[0] > then else None
    return (second, first) if now[0] < first.quantity.end <= middle < then else None


def _dated(facts: tuple[Fact, ...]) -> tuple[Change, ...]:
    """The change between two levels of one thing that a sentence gives for two periods."""
    levels = [f for f in facts if f.role == "level" and len(f.periods) == 1]
    if len(levels) != _BOTH or len(facts) != _BOTH:
        return ()
    one, two = sorted(levels, key=lambda f: f.periods[0].first or date.min)
    alike = one.periods[0].grain == two.periods[0].grain and one.measures == two.measures
    if not alike or one.periods[0].first == two.periods[0].first:
        return ()
    found = between(one, two)
    return (found,) if found else ()


def _monthly(frame: Frame) -> tuple[Change, ...]:
    """The change between two levels of one thing that a sentence gives for two months, quarters
    or halves of no named year: 80 in August, 55 in September."""
    levels = [f for f in frame.facts if f.role == "level"]
    parts = [f.moment.part for f in frame.reading.figures if f.moment and f.moment.part]
    if len(levels) != _BOTH or len(frame.facts) != _BOTH or len(parts) != _BOTH:
        return ()
    (grain, first), (other, second) = parts
    alike = levels[0].measures == levels[1].measures and grain == other
    if not alike or first == second or grain not in _TURNS:
        return ()
    told = _beside_parts(frame)
    if told is None:
        return ()
    back = first > second and first - second < _TURNS[grain] / 2
    base, result = told[::-1] if back else told
    found = between(base, result)
    return (found,) if found else ()


_TURNS = {"month": 12, "quarter": 4, "half": 2}
"""How many of a part there are before they begin anew: December is before January."""


def _beside_parts(frame: Frame) -> tuple[Fact, Fact] | None:
    """The two levels in the order of their months, None where every month stands elsewhere."""
    one, two = (f.quantity for f in frame.facts)
    early, late = (f for f in frame.reading.figures if f.moment and f.moment.part)
    before = early.start < one.start and one.end <= late.start < two.start
    behind = one.end <= early.start < two.start and two.end <= late.start
    return (frame.facts[0], frame.facts[1]) if before or behind else None


_BOTH = 2


def _neighbours(base: Fact, other: Fact) -> bool:
    """Whether the level stands just before its base, or just after it as what has become."""
    if other.index == base.index + 1:
        joined = len(other.left.strip()) <= _JOINED
        return other.role == "result" or (other.role == "level" and joined)
    return other.index == base.index - 1


def told(fact: Fact) -> Change | None:
    """The change that one figure tells."""
    span, unit = interval(fact.quantity), fact.quantity.unit
    if unit == "times" and span.high is None and span.low is not None and span.low < _ONE:
        halved = Interval(None, span.low, False, span.low_open)  # more than halved: to less than it
        return Change(halved, None, unit, False, (fact,))
    if unit == "times":
        return Change(_inverted(span) if _shrinks(fact) else span, None, unit, False, (fact,))
    if unit == "percent" and fact.role == "level" and _negative(fact):
        return Change(_grown(span, _HUNDRED, False), None, unit, False, (fact,))
    if fact.move is None and not fact.of_before:
        return None
    if fact.role != "change" and (unit == "ratio" or (unit == "percent" and fact.of_before)):
        scale = _ONE if unit == "ratio" else _HUNDRED
        return Change(_scaled(span, scale), None, unit, False, (fact,))
    if fact.role != "change" or unit not in ("ratio", "percent"):
        return None
    scale = _HUNDRED if unit == "percent" else _ONE
    return Change(_grown(span, scale, fact.move == "down"), None, unit, False, (fact,))


def _negative(fact: Fact) -> bool:
    """Whether the figure is written as less than nothing: inflation of -0.5% is a fall."""
    high = fact.quantity.high
    return isinstance(high, Decimal) and high < 0


def _scaled(span: Interval, scale: Decimal) -> Interval:
    low, high, point = (None if v is None else v / scale for v in (span.low, span.high, span.point))
    return Interval(low, high, span.low_open, span.high_open, point)


def _shrinks(fact: Fact) -> bool:
    low = fact.quantity.low
    return fact.move == "down" and isinstance(low, Decimal) and low > 1


def _grown(span: Interval, scale: Decimal, down: bool) -> Interval:
    """1 + x or 1 - x for every x of an interval."""

    def moved(value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        return _ONE - value / scale if down else _ONE + value / scale

    low, high = moved(span.low), moved(span.high)
    if down:
        return Interval(high, low, span.high_open, span.low_open, moved(span.point))
    return Interval(low, high, span.low_open, span.high_open, moved(span.point))


def _inverted(span: Interval) -> Interval:
    low = _ONE / span.high if span.high else None
    high = _ONE / span.low if span.low else None
    point = _ONE / span.point if span.point else None
    return Interval(low, high, span.high_open, span.low_open, point)


def between(base: Fact, result: Fact) -> Change | None:
    """The change from one level to another of the same unit."""
    factors = conversion(result.quantity, base.quantity)
    if factors is None or result.role == "base" or result.quantity.unit == "times":
        return None
    new, old = interval(result.quantity).point, interval(base.quantity).point
    if new is None or old is None or base.quantity.unit != result.quantity.unit or old == 0:
        return None
    if result.role == "change":
        return None
    ratio = new / old
    unit = base.quantity.unit
    return Change(Interval(ratio, ratio, point=ratio), new - old, unit, True, (base, result))
