"""Numbers from numerals, number words and scale words: composed, never listed.

Two ways of counting meet here. In the myriad way (Thai) every place up to a hundred thousand
adds to a section and the big word multiplies all that came before: หนึ่งแสนสองหมื่นล้าน is
120,000 times a million. In the short-scale way (English) "hundred" multiplies and goes on and
each larger word closes a group.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from assistant.quantities.lexicon import Sense
from assistant.quantities.scan import Scanned, Token

HALF = Decimal("0.5")
_FLOOR = Context(prec=40, rounding=ROUND_FLOOR)
_THIRDS = Decimal("1e-12")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens `[first, last)`.

    `low == high` unless it is a fraction without end (a third), which is bracketed at twelve
    places. `step` is the value of the last written place; `scaled` tells that a scale word or
    a decimal point was written, so the number may be rounded; `spelled` that words were used.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    step: Decimal = Decimal(1)
    scaled: bool = False
    spelled: bool = False
    fraction: bool = False
    bare: bool = False  # only a scale or a half, no number in front of it

    def times(self, factor: Decimal, last: int) -> Number:
        """This number multiplied by a scale that ends before token `last`."""
        return Number(
            self.low * factor, self.high * factor, self.first, last, self.step * factor,
            True, self.spelled, False,
        )  # fmt: skip


class _Sum:
    """A number under composition."""

    def __init__(self) -> None:
        self.total, self.section, self.pending = Decimal(0), Decimal(0), Decimal(0)
        self.filled = False  # pending holds a number
        self.place = Decimal(10) ** 30  # the next place must be lower
        self.scale = Decimal(1)  # the last scale word
        self.step = Decimal(1)
        self.scaled = self.spelled = self.numeral = self.any = False
        self.closed = False

    def number(self, token: Token) -> bool:
        """Take a numeral; False when it cannot continue this number."""
        if self.filled or (self.any and (token.glued or self.numeral is False)):
            return False
        assert token.number is not None
        if self.any and (token.number >= self.scale or token.grouped):
            return False
        self.pending, self.filled, self.numeral, self.any = token.number, True, True, True
        self.step = Decimal(1).scaleb(-token.decimals)
        self.scaled |= token.decimals > 0
        return True

    def digit(self, value: int) -> bool:
        """Take a number word below a hundred."""
        if self.numeral and (self.filled or (not self.section and not self.total)):
            return False
        if self.filled and not self._fits(value):
            return False
        self.pending += value
        self.filled = self.any = self.spelled = True
        return True

    def _fits(self, value: int) -> bool:
        low = self.pending % 100
        if self.pending >= 100 and low == 0:
            return 0 < value < 100
        return low >= 20 and low % 10 == 0 and 0 < value < 10

    def multiply(self, sense: Sense, value: int) -> bool:
        """Take a scale word."""
        factor = Decimal(value)
        if sense is Sense.PLACE:
            if not self.filled and (self.section or self.closed):
                return False
            if factor >= self.place:
                return False
            self.section += (self.pending if self.filled else 1) * factor
            self.place, self.pending, self.filled = factor, Decimal(0), False
        elif sense is Sense.HUNDRED:
            if self.filled and self.pending >= 100:
                return False
            self.pending = (self.pending if self.filled else 1) * factor
            self.filled = True
        else:
            self._close(factor, mega=sense is Sense.MEGA)
        self.scale = factor if sense is not Sense.MEGA else factor * (self.scale if self.any else 1)
        self.step *= factor
        self.scaled = self.any = True
        return True

    def _close(self, factor: Decimal, *, mega: bool) -> None:
        section = self.section + self.pending
        if mega:
            self.total = (self.total + section or Decimal(1)) * factor
        elif not self.filled and self.total:
            self.total *= factor
        else:
            self.total += (section or Decimal(1)) * factor
        self.section, self.pending, self.filled = Decimal(0), Decimal(0), False
        self.place, self.closed = Decimal(10) ** 30, True

    @property
    def value(self) -> Decimal:
        return self.total + self.section + self.pending


SCALES = (Sense.PLACE, Sense.MEGA, Sense.HUNDRED, Sense.PERIOD)


def read_number(scanned: Scanned, first: int) -> Number | None:
    """The longest number that begins at token `first`, None when there is none."""
    tokens = scanned.tokens
    head = tokens[first]
    if head.number is None and not _opens(head):
        return None
    total = _Sum()
    i, bare, last_scale = first, True, Decimal(1)
    if head.get(Sense.HALF) and head.number is None:
        return _half(scanned, first)
    if head.get(Sense.ARTICLE):
        i += 1
    while i < len(tokens):
        token = tokens[i]
        if i > first and not near(scanned, tokens[i - 1], token):
            break
        before = total.value if total.any else None
        if not _take(total, tokens, i):
            break
        scale = next((Decimal(token.senses[s]) for s in SCALES if s in token.senses), None)
        if scale is not None:
            bare = bare and before is None and not head.get(Sense.ARTICLE)
            last_scale = total.value / before if before else scale
        elif token.get(Sense.AND) is None:
            bare = False
        i += 1
    while i > first and tokens[i - 1].get(Sense.AND):
        i -= 1
    if not total.any:
        return None
    return _halved(scanned, total, first, i, last_scale, bare)


def _opens(token: Token) -> bool:
    senses = token.senses
    return (
        Sense.DIGIT in senses
        or Sense.PLACE in senses
        or Sense.HALF in senses
        or Sense.ARTICLE in senses
        or Sense.MEGA in senses
    )


def _take(total: _Sum, tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    if token.number is not None:
        return total.number(token)
    senses = token.senses
    if Sense.DIGIT in senses:
        return total.digit(senses[Sense.DIGIT])
    for scale in SCALES:
        if scale in senses:
            return total.multiply(scale, senses[scale])
    if Sense.AND in senses and total.spelled and total.any and i + 1 < len(tokens):
        following = tokens[i + 1].get(Sense.DIGIT)
        return following is not None and total._fits(following) and total.pending >= 100
    return False


def near(scanned: Scanned, left: Token, right: Token) -> bool:
    """Only blanks, or a hyphen between letters, stand between two tokens."""
    gap = scanned.plain[left.end : right.start]
    return gap == "" or gap.isspace()


def _halved(
    scanned: Scanned, total: _Sum, first: int, last: int, scale: Decimal, bare: bool
) -> Number:
    """Add the half of "two and a half million" or of a half said after a scale word."""
    tokens, value = scanned.tokens, total.value
    if last < len(tokens) and total.any and not bare:
        after = last
        while (
            after < len(tokens)
            and after < last + 2
            and (tokens[after].get(Sense.AND) or tokens[after].get(Sense.ARTICLE))
        ):
            after += 1
        if (
            after < len(tokens)
            and tokens[after].get(Sense.HALF)
            and near(scanned, tokens[last - 1], tokens[last])
        ):
            joined = after > last
            if joined or total.scaled:
                value += HALF * (scale if not joined else 1)
                number = Number(value, value, first, after + 1, HALF * scale, True, True)
                return _scaled(scanned, number) if joined else number
    spelled = total.spelled or not total.numeral
    return Number(value, value, first, last, total.step, total.scaled, spelled, False, bare)


def _scaled(scanned: Scanned, number: Number) -> Number:
    tokens, i = scanned.tokens, number.last
    while i < len(tokens) and near(scanned, tokens[i - 1], tokens[i]):
        scale = next((tokens[i].senses[s] for s in SCALES if s in tokens[i].senses), None)
        if scale is None:
            break
        number = number.times(Decimal(scale), i + 1)
        i += 1
    return number


def _half(scanned: Scanned, first: int) -> Number:
    """A half in front of a scale word ("half a billion") or by itself."""
    tokens = scanned.tokens
    number = Number(HALF, HALF, first, first + 1, HALF, False, True, True)
    i = first + 1
    if i < len(tokens) and tokens[i].get(Sense.ARTICLE) and near(scanned, tokens[first], tokens[i]):
        scaled = _scaled(scanned, Number(HALF, HALF, first, i + 1, HALF, False, True, True))
        return scaled if scaled.last > i + 1 else number
    return _scaled(scanned, number)


def fraction(numerator: Decimal, denominator: Decimal, first: int, last: int) -> Number:
    """A fraction: exact when it ends within twelve decimals, else bracketed at twelve."""
    low = _FLOOR.divide(numerator, denominator).quantize(_THIRDS, rounding=ROUND_FLOOR)
    exact = low * denominator == numerator
    high = low if exact else (low + _THIRDS).quantize(_THIRDS, rounding=ROUND_CEILING)
    if exact:
        low = high = plain_decimal(low)
    return Number(low, high, first, last, _THIRDS, False, True, True)


def plain_decimal(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent."""
    if not value.is_finite() or value == 0:
        return Decimal(0) if value == 0 else value
    return Decimal(format(value.normalize(), "f"))
