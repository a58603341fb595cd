"""The figures of a translation beside those of its source: value, bound and direction of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.amounts import bounded, same_value, side_of
from assistant.claims.source_pairs import Side, same_figure
from assistant.claims.translation_notice import Sign
from assistant.quantities.sentence.frame import frame
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity

# A count up to this comes and goes with the wording.
_SMALL = 12
_TIMES = frozenset({"date", "year_ce", "period"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BOUNDS = frozenset({"above", "below"})
# "Up to" in either language, where Thai has no bound ("สูงถึง 10 เมตร"); "over 24 hours", during.
_REACHES = re.compile(
    r"ถึง|สูงสุด|ไม่เกิน|ตลอด"
    r"|\b(?:up to|as \w+ as|max(?:imum)?|peak|top|reach\w*|at most|no more than)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"(?:over|after|within|ภายใน|หลัง)\b", re.IGNORECASE)
_NEAR = 14
# Roles of a figure in which it goes up or down: by so much, to so much.
_MOVING = frozenset({"change", "result"})


def figure_signs(mine: Sequence[Side], original: Sequence[Side]) -> Iterator[Sign]:
    """Figures of paired sentences that differ: in value, in what bounds them, in direction."""
    theirs = [q for s in original for q in s.quantities]
    lacking = [q for q in theirs if not any(_told(q, s) for s in mine)]
    for side in mine:
        for quantity in side.quantities:
            start, end = side.start + quantity.start, side.start + quantity.end
            if any(same_figure(quantity, q) for q in theirs):
                continue
            rival = rival_of(quantity, lacking)
            if rival is not None:
                lacking.remove(rival)
                yield "figure_differs", start, end, rival.text
    yield from _bounds(mine, original)
    yield from _directions(mine, original)


def _told(quantity: Quantity, side: Side) -> bool:
    return any(same_figure(quantity, q) for q in side.quantities)


def _bounds(mine: Sequence[Side], original: Sequence[Side]) -> Iterator[Sign]:
    """Figures of the same value of which one side says "more than" or "less than"."""
    theirs = [_Bound.of(q, s.text) for s in original for q in bounded(s.quantities, s.text)]
    for side in mine:
        for quantity in bounded(side.quantities, side.text):
            here = _Bound.of(quantity, side.text)
            like = [b for b in theirs if here.told_like(b)]
            if like and not any(here.agrees(other) for other in like):
                start, end = side.start + quantity.start, side.start + quantity.end
                yield "comparator_differs", start, end, like[0].quantity.text


@dataclass(frozen=True, slots=True)
class _Bound:
    """A figure and where it lies by the words at it; `reached`: "up to" and the like."""

    quantity: Quantity
    side: str
    reached: bool

    @classmethod
    def of(cls, quantity: Quantity, text: str) -> _Bound:
        """The figure `quantity` of `text`."""
        around = text[max(0, quantity.start - _NEAR) : quantity.end]
        lasting = quantity.kind == "duration" and _LASTING.match(quantity.text)
        side = "point" if lasting else side_of(quantity)
        return cls(quantity, side, _REACHES.search(around) is not None)

    def told_like(self, other: _Bound) -> bool:
        """Whether both are the same amount in digits: words such as "half" come and go."""
        mine, theirs = self.quantity, other.quantity
        amounts = not _TIMES & {mine.kind, theirs.kind} and same_value(mine, theirs)
        return amounts and all(_NUMBER.search(q.text) for q in (mine, theirs))

    def agrees(self, other: _Bound) -> bool:
        """Whether both are bounded alike, or neither is bounded."""
        if self.side == other.side or (self.reached and other.reached):
            return True
        return not _BOUNDS & {self.side, other.side}


def _directions(mine: Sequence[Side], original: Sequence[Side]) -> Iterator[Sign]:
    """Figures of the same value that rise on one side and fall on the other."""
    theirs = [(moved, s.text) for s in original for moved in _moving(s.text)]
    for side in mine:
        for moved in _moving(side.text):
            like = [
                (m, text)
                for m, text in theirs
                if same_value(moved.quantity, m.quantity) and _NUMBER.search(m.quantity.text)
            ]
            if like and all(m.move != moved.move for m, _ in like):
                other, text = like[0]
                start, end = side.start + moved.start, side.start + moved.end
                yield "direction_differs", start, end, text[other.start : other.end]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A figure that goes "up" or "down" (`move`), and the stretch with the verb that says so."""

    quantity: Quantity
    move: str
    start: int
    end: int


def _moving(text: str) -> list[_Moved]:
    found: list[_Moved] = []
    read = frame(text)
    for fact in read.facts:
        if fact.move is None or fact.role not in _MOVING:
            continue
        start, end = fact.quantity.start, fact.quantity.end
        verbs = [m for m in read.mentions if m.has(Topic.MOVE) == fact.move]
        before = [m for m in verbs if m.end <= start]
        after = [m for m in verbs if m.start >= end]
        near = before[-1:] or after[:1]
        ends = [(m.start, m.end) for m in near] + [(start, end)]
        found.append(
            _Moved(fact.quantity, fact.move, min(a for a, _ in ends), max(b for _, b in ends))
        )
    return found


def rival_of(quantity: Quantity, lacking: Sequence[Quantity]) -> Quantity | None:
    """The figure among `lacking` that this one was probably made from, None for none."""
    alike = [q for q in lacking if q.kind == quantity.kind]
    if not alike:
        alike = [q for q in lacking if _digits(q) == _digits(quantity)]
    return min(alike, key=lambda q: abs(_size(q) - _size(quantity)), default=None)


def weighty(quantity: Quantity) -> bool:
    """Not a small count such as "both" or "one of four", which wording adds and drops."""
    if quantity.kind in {"count", "duration"}:
        return _size(quantity) > _SMALL
    return quantity.kind not in {"period", "date"} or quantity.low is not None


def written_in(quantity: Quantity, text: str) -> bool:
    """Whether the digits of a figure stand in `text`, however they are read there."""
    digits = _NUMBER.findall(quantity.text)
    return bool(digits) and set(digits) <= set(_NUMBER.findall(text))


def _digits(quantity: Quantity) -> str:
    return "".join(c for c in quantity.text if c.isdigit())


def _size(quantity: Quantity) -> Decimal:
    value = quantity.low if isinstance(quantity.low, Decimal) else quantity.high
    return value if isinstance(value, Decimal) else Decimal(0)
