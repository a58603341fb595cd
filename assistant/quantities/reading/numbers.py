"""Numbers from numerals, number words and scale words: composed, never listed.

Two ways of counting meet here. In the myriad way (Thai) every place up to a hundred thousand
adds to a section and the big word multiplies all that came before: หนึ่งแสนสองหมื่นล้าน is
120,000 times a million. In the short-scale way (English) "hundred" multiplies and goes on and
each larger word closes a group.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from assistant.quantities.reading.scan import Scanned, Token
from assistant.quantities.words.lexicon import Sense

HALF = Decimal("0.5")

# No number that people write takes more words; it bounds the work on hostile text.
LONGEST_NUMBER = 40
_FLOOR = Context(prec=40, rounding=ROUND_FLOOR)
_TEN = 10  # the only place that may follow another without a digit
_LARGE = 1000  # places below are not shortened: a hundred and five is that
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
    bare: bool = False  # only scale words, no number in front of them
    odd: bool = False  # "and some": runs to the next step

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
        if self.filled and not self.fits(value):
            return False
        self.pending += value
        self.filled = self.any = self.spelled = True
        return True

    def fits(self, value: int) -> bool:
        low = self.pending % 100
        if self.pending >= 100 and low == 0:
            return 0 < value < 100
        return low >= 20 and low % 10 == 0 and 0 < value < 10

    def multiply(self, sense: Sense, value: int) -> bool:
        """Take a scale word."""
        factor = Decimal(value)
        if sense is Sense.PLACE:
            if not self.filled and (self.section or self.closed) and value != _TEN:
                return False
            if factor >= self.place:
                return False
            self.section += (self.pending if self.filled else 1) * factor
            self.place, self.pending, self.filled = factor, Decimal(0), False
        elif sense in (Sense.HUNDRED, Sense.DOZEN):
            if self.filled and self.pending >= 100:
                return False
            if sense is Sense.HUNDRED and self.closed and not self.filled:
                return False  # $5 million gross of fees
            if sense is Sense.DOZEN and self.section:  # ten dozen, where ten is a place
                self.pending, self.filled = self.section + self.pending, True
                self.section = Decimal(0)
            self.pending = (self.pending if self.filled else 1) * factor
            self.filled = True
        else:
            self._close(factor, mega=sense is Sense.MEGA)
        self.scale = factor
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


SCALES = (Sense.PLACE, Sense.MEGA, Sense.HUNDRED, Sense.PERIOD, Sense.DOZEN)
_SINGLE = frozenset({Sense.HUNDRED, Sense.PERIOD, Sense.DOZEN, Sense.HALF})
_OPENERS = frozenset({Sense.DOZEN, Sense.DIGIT, Sense.PLACE, Sense.MEGA, Sense.HALF, Sense.ARTICLE})


def read_number(scanned: Scanned, first: int) -> Number | None:
    """The longest number that begins at token `first`, None when there is none."""
    tokens = scanned.tokens
    if first >= len(tokens):
        return None
    head = tokens[first]
    article = head.number is None and Sense.ARTICLE in head.senses
    if head.number is None and _OPENERS.isdisjoint(head.senses):
        return None
    if head.number is None and Sense.HALF in head.senses:
        return _half(scanned, first)
    if head.number is None and Sense.DOZEN in head.senses:
        return _dozen_and_half(scanned, first)
    if article and (first + 1 >= len(tokens) or _SINGLE.isdisjoint(tokens[first + 1].senses)):
        return None
    total = _Sum()
    total.spelled = article
    last, scale, odd = _sum_up(scanned, first, first + article, total)
    if not total.any:
        return None
    if (
        total.spelled
        and not total.scaled
        and (found := _spelled_decimals(scanned, first, last, total))
    ):
        return found
    if short := _shortened(tokens, first, last):
        return short
    ten = tokens[first].get(Sense.PLACE) == _TEN
    bare = not (total.numeral or total.spelled or article or ten)
    return _halved(scanned, total, first, last, scale, bare=bare, odd=odd)


def _shortened(tokens: list[Token], first: int, last: int) -> Number | None:
    """A large place and a digit, said for short: the digit counts the place below."""
    if last != first + 2 or not tokens[first + 1].solid:
        return None
    digit = tokens[first + 1].get(Sense.DIGIT)
    place = tokens[first].get(Sense.PLACE) or tokens[first].get(Sense.MEGA)
    if not place or place < _LARGE or not digit or digit >= _TEN:
        return None
    step = Decimal(place) / _TEN
    value = place + digit * step
    return Number(value, value, first, last, step, True, True)


def _spelled_decimals(scanned: Scanned, first: int, last: int, total: _Sum) -> Number | None:
    """Digits said one by one behind a point: four point two five."""
    tokens, digits, i = scanned.tokens, "", last + 1
    if last >= len(tokens) or Sense.POINT not in tokens[last].senses:
        return None
    while i < len(tokens) and near(scanned, tokens[i - 1], tokens[i]):
        value = tokens[i].get(Sense.DIGIT)
        if value is None or value >= _TEN:
            break
        digits, i = digits + str(value), i + 1
    if not digits:
        return None
    value = total.value + Decimal(f"0.{digits}")
    return Number(value, value, first, i, Decimal(1).scaleb(-len(digits)), True, True)


def _sum_up(scanned: Scanned, first: int, i: int, total: _Sum) -> tuple[int, Decimal, bool]:
    """Take tokens into `total`: the token after the last, the last scale, whether "-odd"."""
    tokens, scale, odd = scanned.tokens, Decimal(1), False
    end = min(len(tokens), first + LONGEST_NUMBER)
    while i < end and (i == first or near(scanned, tokens[i - 1], tokens[i])):
        if _hyphen(tokens, i) and (total.spelled or scale_of(tokens[i + 1])):
            i += 1
        before = total.value
        if not _take(total, tokens, i):
            break
        if value := scale_of(tokens[i]):
            scale = total.value / before if before else value
        if _odd(scanned, i):
            odd, i = True, i + 1
        i += 1
    while i > first and Sense.AND in tokens[i - 1].senses:
        i -= 1
    total.any = total.any and i < first + LONGEST_NUMBER
    return i, scale, odd


def scale_of(token: Token) -> Decimal | None:
    """The value of a scale word, None for other tokens."""
    for sense in SCALES:
        if sense in token.senses:
            return Decimal(token.senses[sense])
    return None


def _hyphen(tokens: list[Token], i: int) -> bool:
    """The hyphen of "forty-five"."""
    return (
        tokens[i].word == "-"
        and tokens[i].solid
        and i + 1 < len(tokens)
        and tokens[i + 1].solid
        and not (_OPENERS | {Sense.PERIOD, Sense.HUNDRED}).isdisjoint(tokens[i + 1].senses)
    )


def _odd(scanned: Scanned, i: int) -> bool:
    """Whether "-odd" and a scale word follow: 200-odd million."""
    tokens = scanned.tokens
    return (
        i + 2 < len(tokens)
        and Sense.INNER in tokens[i + 1].senses
        and scale_of(tokens[i + 2]) is not None
        and near(scanned, tokens[i], tokens[i + 1])
        and near(scanned, tokens[i + 1], tokens[i + 2])
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
    if Sense.AND in senses and total.spelled and i + 1 < len(tokens):
        following = tokens[i + 1].get(Sense.DIGIT)
        return following is not None and total.fits(following) and total.pending >= 100
    return False


def near(scanned: Scanned, left: Token, right: Token) -> bool:
    """Whether only blanks stand between two tokens."""
    gap = scanned.plain[left.end : right.start]
    return gap == "" or gap.isspace()


def _halved(
    scanned: Scanned, total: _Sum, first: int, last: int, scale: Decimal, *, bare: bool, odd: bool
) -> Number:
    """The finished number, with the half of "two and a half million" or of two million "half"."""
    tokens, value = scanned.tokens, total.value
    spelled = total.spelled or not total.numeral
    step = total.step if total.numeral else min(total.step, _last_place(value))
    number = Number(value, value, first, last, step, total.scaled, spelled, bare=bare, odd=odd)
    if not bare and (found := _and_a_part(scanned, number)):
        return found
    after = last
    while after < min(len(tokens), last + 2) and (
        Sense.AND in tokens[after].senses or Sense.ARTICLE in tokens[after].senses
    ):
        after += 1
    if after >= len(tokens) or Sense.HALF not in tokens[after].senses:
        return number
    if not near(scanned, tokens[last - 1], tokens[last]):
        return number
    if (
        after > last
        and not bare
        and tokens[last - 1].senses.keys() & {Sense.MEGA, Sense.PERIOD, Sense.DOZEN}
    ):
        value += HALF * scale  # a million and a half
        return replace(number, low=value, high=value, last=after + 1, step=HALF * scale)
    if after > last and not bare:
        half = replace(number, low=value + HALF, high=value + HALF, last=after + 1, step=HALF)
        return _scaled(scanned, replace(half, scaled=True))
    if after == last and total.scaled:
        value += HALF * scale
        return replace(number, low=value, high=value, last=after + 1, step=HALF * scale, bare=False)
    return number


def _last_place(value: Decimal) -> Decimal:
    """The value of the last place of a spelled number that is not nought: 1 of 319."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _and_a_part(scanned: Scanned, number: Number) -> Number | None:
    """The quarter of "three and a quarter million" and of "two and a quarter hours"."""
    tokens, i = scanned.tokens, number.last
    if i + 2 >= len(tokens) or not (
        Sense.AND in tokens[i].senses
        and Sense.ARTICLE in tokens[i + 1].senses
        and Sense.DENOMINATOR in tokens[i + 2].senses
    ):
        return None
    part = Decimal(1) / Decimal(tokens[i + 2].senses[Sense.DENOMINATOR])
    whole = replace(number, low=number.low + part, high=number.high + part, last=i + 3, step=part)
    scaled = _scaled(scanned, replace(whole, scaled=True))
    measured = whole.last < len(tokens) and Sense.UNIT in tokens[whole.last].senses
    return scaled if measured or scaled.last > whole.last else None


def _scaled(scanned: Scanned, number: Number) -> Number:
    tokens, i = scanned.tokens, number.last
    while i < min(len(tokens), number.first + LONGEST_NUMBER) and near(
        scanned, tokens[i - 1], tokens[i]
    ):
        scale = scale_of(tokens[i])
        if scale is None:
            break
        number = number.times(scale, i + 1)
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


def _dozen_and_half(scanned: Scanned, first: int) -> Number | None:
    """A dozen and a half, in the language where the half stands at once behind the dozen."""
    tokens = scanned.tokens
    half = tokens[first + 1] if first + 1 < len(tokens) else None
    if half is None or not half.solid or Sense.HALF not in half.senses:
        return None
    value = (1 + HALF) * Decimal(tokens[first].senses[Sense.DOZEN])
    return Number(value, value, first, first + 2, HALF, True, True)


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
