"""From text to `Quantity` values: the public reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from assistant.quantities.reading.grammar import Figure, Reader
from assistant.quantities.reading.scan import Scanned, scanner
from assistant.quantities.words.units import kind_of
from assistant.types import Period, Quantity

_HALF = Decimal("0.5")
_CACHED = 4096


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its tokens and figures; `figures` also hold moments without a year."""

    text: str
    scanned: Scanned
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]


def parse(
    text: str, *, language: str | None = None, as_of: date | None = None
) -> tuple[Quantity, ...]:
    """Every quantity of `text` in reading order.

    `as_of` is the day that words like "yesterday" count from; without it they give nothing.
    `language` is accepted for symmetry: both languages are always read, as news mixes them.
    """
    del language
    return reading(text, as_of).quantities


def parse_period(text: str, *, as_of: date | None = None) -> Period | None:
    """The first period or date of `text`, None when it names none."""
    for figure in reading(text, as_of).figures:
        if figure.moment is not None and figure.moment.first is not None:
            return period_of(figure, text)
    return None


@lru_cache(maxsize=_CACHED)
def reading(text: str, as_of: date | None = None) -> Reading:
    """The tokens, figures and quantities of `text`; readings are kept for repeated use."""
    return read(text, as_of)


def read(text: str, as_of: date | None = None) -> Reading:
    """`reading` without the memory."""
    scanned = scanner().scan(text)
    figures = tuple(Reader(scanned, as_of).read())
    quantities = tuple(
        quantity_of(figure, text)
        for figure in figures
        if figure.moment is None or figure.moment.first is not None
    )
    return Reading(text, scanned, figures, quantities)


def period_of(figure: Figure, text: str) -> Period:
    """The period of a figure that is a moment."""
    moment = figure.moment
    assert moment is not None
    wording = text[moment.start : moment.end]
    grain = moment.grain if moment.grain in _GRAINS else "range"
    return Period(moment.first, moment.last, grain, wording, moment.start, moment.end)


_GRAINS = frozenset({"day", "month", "quarter", "half", "year", "fiscal_year", "range"})


def quantity_of(figure: Figure, text: str) -> Quantity:
    """The public form of a figure."""
    wording = text[figure.start : figure.end]
    low: Decimal | date | None = figure.low
    high: Decimal | date | None = figure.high
    period = None
    if figure.moment is not None:
        period = period_of(figure, text)
        if figure.unit == "date":
            low, high = figure.moment.first, figure.moment.last
    counted = kind_of(figure.unit) == "count" and not figure.scaled
    resolution = Decimal(0) if counted else figure.step * _HALF
    return Quantity(
        low, high, figure.unit, kind_of(figure.unit), figure.comparator, wording,
        figure.start, figure.end, period, resolution,
    )  # fmt: skip


def as_row(quantity: Quantity) -> dict[str, object]:
    """The JSON form: values as decimal strings or ISO dates, None where open."""
    period = quantity.period
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "low": _written(quantity.low),
        "high": _written(quantity.high),
        "unit": quantity.unit,
        "kind": quantity.kind,
        "comparator": quantity.comparator,
        "qual": quantity.comparator,
        "period": period
        and {
            "first": period.first and period.first.isoformat(),
            "last": period.last and period.last.isoformat(),
            "grain": period.grain,
        },
    }


def _written(value: Decimal | date | None) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else format(value, "f")
