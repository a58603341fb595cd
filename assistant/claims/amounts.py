"""When two figures are the same figure, and when two times may be the same time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.types import Quantity

_TIME = frozenset({"date", "year_ce", "period"})
_HEDGED = frozenset({"approx", "almost"})
# Comparators that say the same of a figure: a hedge leaves it standing, a bound does not.
_SIDES = {
    "exact": "point", "approx": "point", "almost": "point", "range": "range",
    "gt": "above", "ge": "above", "lt": "below", "le": "below",
}  # fmt: skip
# Verbs that make the figure behind them a bound; nouns that have a lowest value by name.
_EXCEEDS = re.compile(
    r"(?:\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)?|above)\s(?:the\s)?|ทะลุ\s?|เกินกว่า\s?)\Z",
    re.IGNORECASE,
)
_NAMED_LEAST, _NAMED_BEFORE = re.compile("ขั้นต่ำ"), re.compile(r"(?:ค่าแรง|ค่าจ้าง|เงินเดือน|อัตรา)\Z")
# A count up to this, such as "four firms" or "one-day", may be told by one wording alone.
_SMALL = 12
# Spans of fewer days than this are told by month, quarter or day.
_YEAR = 360
# What rounding may change at most, as a share: where one side is coarser, where one is hedged.
_ROUNDED, _ABOUT = Decimal("0.006"), Decimal("0.02")


def amounts(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The figures among `quantities` that are no times."""
    return [q for q in quantities if q.kind not in _TIME and q.unit not in _TIME]


def bounded(quantities: Iterable[Quantity], text: str) -> tuple[Quantity, ...]:
    """`quantities` of `text`, with the bounds that a verb or a noun before the figure sets.

    "Exceeds 5 billion" is more than it, and a minimum wage of 400 is exactly that.
    """
    return tuple(_bounded(q, text) for q in quantities)


def _bounded(quantity: Quantity, text: str) -> Quantity:
    before = text[: quantity.start]
    exact = quantity.comparator == "exact" and isinstance(quantity.low, Decimal)
    if exact and _EXCEEDS.search(before):
        return replace(quantity, comparator="gt", high=None)
    least = quantity.comparator == "ge" and _NAMED_LEAST.match(quantity.text)
    if least and _NAMED_BEFORE.search(before):
        return replace(quantity, comparator="exact", high=quantity.low)
    return quantity


def same_amounts(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Every amount of one in the other; a small count told by one alone may lack its partner."""
    left, alone = list(theirs), []
    for quantity in mine:
        match = next((q for q in left if same_amount(quantity, q)), None)
        if match is None:
            alone.append(quantity)
        else:
            left.remove(match)
    if not alone and not left:
        return True
    shared = len(mine) > len(alone)
    return shared and not (alone and left) and all(_is_small(q) for q in (*alone, *left))


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are the same value told from the same side: about, above or below it."""
    return side_of(a) == side_of(b) and same_value(a, b)


def side_of(quantity: Quantity) -> str:
    """Where the amount lies by its comparator: at the "point" written, "above" or "below" it, or
    in a "range"."""
    return _SIDES.get(quantity.comparator, "point")


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are the same but for rounding; "more than" and the like do not count.

    Rounding is allowed where one side is hedged, or written more coarsely than the other.
    """
    (unit_a, _, per_a), (unit_b, _, per_b) = a.unit.partition("/"), b.unit.partition("/")
    bare = "number" in (unit_a, unit_b) and per_a == per_b
    if not bare and (a.kind != b.kind or (a.kind != "count" and a.unit != b.unit)):
        return False
    ends_a, ends_b = ends(a), ends(b)
    return len(ends_a) == len(ends_b) and all(
        abs(x - y) <= max(_slack(a, x), _slack(b, y)) for x, y in zip(ends_a, ends_b, strict=True)
    )


def ends(quantity: Quantity) -> list[Decimal]:
    """The written values of an amount, lowest first: one, or two of a range."""
    return sorted({v for v in (quantity.low, quantity.high) if isinstance(v, Decimal)})


def times_agree(mine: Iterable[Quantity], theirs: Iterable[Quantity]) -> bool:
    """Every time of the side that names fewer is inside, or around, one of the other side.

    When both name equally many, each must find its like on the other side. Where both name
    months, quarters or days, one of those must be common to them.
    """
    few, many = sorted((_spans(mine), _spans(theirs)), key=len)
    close = [[span for span in side if (span[1] - span[0]).days < _YEAR] for side in (few, many)]
    if all(close) and not any(_nested(one, other) for one in close[0] for other in close[1]):
        return False
    if not all(any(_nested(one, other) for other in many) for one in few):
        return False
    return len(few) < len(many) or all(any(_nested(one, other) for other in few) for one in many)


def _slack(quantity: Quantity, value: Decimal) -> Decimal:
    """How far off a more exact figure may be that `value` stands for."""
    if quantity.comparator not in _HEDGED:
        return min(quantity.resolution, _ROUNDED * abs(value))
    exponent = value.normalize().as_tuple().exponent
    step = Decimal(10) ** exponent / 2 if isinstance(exponent, int) else Decimal(0)
    return min(max(quantity.resolution, step), _ABOUT * abs(value))


def _is_small(quantity: Quantity) -> bool:
    return quantity.kind in {"count", "duration"} and all(v <= _SMALL for v in ends(quantity))


def _spans(quantities: Iterable[Quantity]) -> list[tuple[date, date]]:
    found = []
    for q in quantities:
        if q.period is not None and q.period.first and q.period.last:
            found.append((q.period.first, q.period.last))
        elif isinstance(q.low, date) and isinstance(q.high, date):
            found.append((q.low, q.high))
    return found


def _nested(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
