"""Comparisons in words: the arithmetic of a judgement in Thai and in English."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal

from assistant.quantities.reading.scan import scanner
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.phrases import ENGLISH, THAI, Phrases
from assistant.quantities.words.units import unit
from assistant.types import Quantity, Stance

_SIGNS = {"gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "almost": "≲ ", "approx": "≈ "}
_PLACES = 3
_WRITTEN = 9  # decimals of a number that somebody may have written
_TOLD = 6
_SLIGHT, _MILLION = Decimal("0.001"), Decimal(10**6)


@dataclass(frozen=True, slots=True)
class Working:
    """A sum that led to a figure: its parts, and the sign between them, "×", "÷", "+" or "−"."""

    sign: str
    parts: tuple[Quantity, ...]


def say_comparison(
    claim: Quantity, evidence: Quantity, stance: Stance, why: str, agreeing: str | None = None,
    working: Working | None = None,
) -> tuple[str, str]:  # fmt: skip
    """One line of arithmetic in Thai and in English.

    `agreeing` is how the bare figures agree where they are not about the same thing; None when
    they do not, or where `why` says it. `working` is the sum that led to the evidence's figure.
    """
    thai, english = (
        _line(claim, evidence, stance, why, agreeing, working, words) for words in (THAI, ENGLISH)
    )
    return thai, english


def _line(
    claim: Quantity,
    evidence: Quantity,
    stance: Stance,
    why: str,
    agreeing: str | None,
    working: Working | None,
    words: Phrases,
) -> str:
    mark = {Stance.SUPPORTS: "✓", Stance.REFUTES: "✗", Stance.SILENT: "?"}[stance]
    if agreeing is None:
        sign = _relation(claim, evidence, stance, why)
    else:
        sign = _relation(claim, evidence, Stance.SUPPORTS, agreeing)
    note = words.notes.get(why, "")
    per = _written_per(evidence) or _written_per(claim)
    told = say(evidence, words, per=per)
    if working is not None:
        told = f"{_worked(working, words)} = {told}"
    alike = working is not None and sign == "="  # the sum ends with the claim's figure
    heard = "" if alike else f" {sign} {say(claim, words, bare=sign in '<>≤≥≈', per=per)}"
    line = f"{told}{heard} {mark}"
    return f"{line} ({note})" if note else line


def _worked(working: Working, words: Phrases) -> str:
    """A sum in words; what is only how often stands without its unit: 2 × 30 baht."""
    told = [say(part, words) for part in working.parts]
    if working.sign == "×":
        told[0] = say(replace(working.parts[0], unit="number"), words)
    if working.sign == "÷":
        told[1] = say(replace(working.parts[1], unit="number"), words)
    return f" {working.sign} ".join(told)


def _relation(claim: Quantity, evidence: Quantity, stance: Stance, why: str) -> str:
    bounds = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
    if stance is Stance.SUPPORTS:
        if claim.comparator in bounds and evidence.comparator == "exact":
            return bounds[claim.comparator]
        if why == "equal":
            return "="
        return "≈" if why == "rounds" or claim.comparator in ("approx", "almost") else "∈"
    return "≠" if stance is Stance.REFUTES else "~"


def _written_per(quantity: Quantity) -> str:
    """The code of the unit that a rate was written to be per, rai for what is kept per m²; "" where
    no such unit is named."""
    base = quantity.unit.partition("/")[2]
    if base not in _SIZED:
        return ""
    tokens = scanner().scan(quantity.text).tokens
    codes = (t.get(sense) for t in tokens for sense in (Sense.EACH, Sense.WEIGHT, Sense.UNIT))
    return next((code for code in codes if code and unit(code).base == base), "")


_SIZED = frozenset({"m2", "m3", "g"})
"""Bases of units that people write prices per in many sizes."""


def say(quantity: Quantity, words: Phrases, *, bare: bool = False, per: str = "") -> str:
    """A quantity as a reader of the language writes it; `bare` leaves out the comparator, `per` is
    the code of the unit that a rate is told per, "" for its own."""
    if per and (size := unit(per)).base == quantity.unit.partition("/")[2] and per in words.units:
        low, high = (
            v * size.factor if isinstance(v, Decimal) else v for v in (quantity.low, quantity.high)
        )
        head = quantity.unit.partition("/")[0]
        return say(replace(quantity, low=low, high=high, unit=f"{head}/{per}"), words, bare=bare)
    sign = "" if bare else _SIGNS.get(quantity.comparator, "")
    if quantity.kind == "date":
        return say_date(quantity, words)
    low, high = quantity.low, quantity.high
    assert not isinstance(low, date) and not isinstance(high, date)
    if low is not None and high is not None and low != high:
        if high - low < Decimal("1e-9"):
            return sign + amount(low.quantize(Decimal("1e-4")), quantity.unit, words)
        return f"{amount(low, quantity.unit, words)} – {amount(high, quantity.unit, words)}"
    value = low if low is not None else high
    return sign + (amount(value, quantity.unit, words) if value is not None else quantity.text)


def say_date(quantity: Quantity, words: Phrases) -> str:
    """A date or period, years in the reader's era."""
    period = quantity.period
    if period is None or period.first is None or period.last is None:
        return quantity.text
    first, last = words.day(period.first), words.day(period.last)
    if period.grain == "year":
        return words.year(period.first.year)
    return first if first == last else f"{first} – {last}"


def amount(value: Decimal, unit: str, words: Phrases) -> str:
    """A value with its unit, with the scale word or metric prefix people would choose."""
    unit, _, per = unit.partition("/")
    if per == "number" and 0 < abs(value) < _SLIGHT:
        value, per = value * _MILLION, "million"  # a price per token
    value, unit = _prefixed(value, unit)
    number = scaled(value, words)
    name = words.units.get(unit)
    tail = words.per.format(words.single.get(per) or words.units.get(per, per)) if per else ""
    if unit in words.signs:
        sign = "-" if number.startswith("-") else ""
        return f"{sign}{words.signs[unit]}{number.removeprefix('-')}{tail}"
    if name is None:
        name = "" if unit == "number" else f" {unit}"
    glue = (
        ""
        if name.startswith((" ", "%")) or not name or (words.glued and number[-1:].isalpha())
        else " "
    )
    return f"{number}{glue}{name}{tail}"


def _prefixed(value: Decimal, unit: str) -> tuple[Decimal, str]:
    steps = {"W": "kMGT", "Wh": "kMGT", "m": "k", "g": "k"}.get(unit)
    if steps is None:
        return value, unit
    prefix = ""
    for letter in steps:
        if abs(value) < 1000:
            break
        value, prefix = value / 1000, letter
    return value, prefix + unit


def scaled(value: Decimal, words: Phrases) -> str:
    """A number with at most three decimals behind the largest scale word that allows it; one that
    was worked out and runs on is rounded to six figures."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_WRITTEN:
        value = Context(prec=_TOLD).plus(value)
    size = abs(value)
    for scale, word in words.scales:
        if size >= scale:
            part = value / scale
            if part == round(part, _PLACES):
                return f"{grouped(part)} {word}"
    return grouped(value)


def grouped(value: Decimal) -> str:
    """Digits with thousands commas and no trailing zeros."""
    text = format(value.normalize(), ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text
