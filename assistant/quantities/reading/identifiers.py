"""Numerals that are no quantities: names, codes, phone numbers, versions, clock times."""

from __future__ import annotations

import re

from assistant.quantities.reading.amounts import AmountReader
from assistant.quantities.reading.calendar import Moment
from assistant.quantities.reading.moments import Calendar
from assistant.quantities.reading.numbers import near, read_number
from assistant.quantities.reading.scan import Token
from assistant.quantities.words.english_roles import NUMBERING
from assistant.quantities.words.english_rules import ADDRESS, NAMED_YEAR
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_rules import NAMED_YEAR as THAI_NAMED_YEAR

# Phone numbers, versions, addresses, clock times, round-the-clock 24/7.
_CHAIN = re.compile(
    r"\d+(?:-\d+){2,}|\d+(?:\.\d+){2,}|0\d+-\d+(?!\d)|\d{1,2}:\d{2}(?!\d)|\d+/\d+(?![\d.])"
)
_MILLION = 10**6
_MANY = 100  # no shirt, seat or gate bears a larger number
_CLAUSE = 120  # characters of a clause that tells how many its subject are
_YEAR, _NAME = 4, 24  # digits of a year; characters of a name, or of the word for a scheme
_STOPS = (".", ",", ";")
_UNITS = frozenset({Sense.UNIT, Sense.NOUN, Sense.JOINED_NOUN, Sense.MONEY, Sense.FOLD,
                    Sense.PERIOD, Sense.SUFFIX, Sense.MONTH, Sense.SIGN,
                    Sense.DENOMINATOR})  # fmt: skip


class NameReader(AmountReader):
    """Tells names that look like numbers."""

    calendar: Calendar

    def _skipped(self, i: int) -> int:
        """The token after an identifier that begins at token `i`, 0 when there is none."""
        token = self.tokens[i]
        plain = self.scanned.plain
        if token.glued and not self._signed(i):
            return self._after(i, token.end)
        m = _CHAIN.match(plain, token.start)
        if m and m.end() > token.end and not self._date_or_ratio(i, m.group()):
            return self._after(i, m.end())
        if self._behind_comma(i) or self._named_year(token):
            return i + 1
        if m := ADDRESS.match(plain, token.start):
            return self._after(i, m.end())
        if self._blocked(i) and not self._strong(i):
            return i + 1
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if following and self._hyphenated(i):
            return i + 3
        if following and near(self.scanned, token, following) and self._named(i, following):
            return i + 2
        return self._hours(i)

    def _named_year(self, token: Token) -> bool:
        """Whether a year is a part of the name of a scheme: the Harbour 2040 plan."""
        if token.end - token.start != _YEAR:
            return False
        start, end = max(0, token.start - _NAME), token.end + _NAME
        named = (p.search(self.scanned.plain, start, end) for p in (NAMED_YEAR, THAI_NAMED_YEAR))
        return any(m is not None and m.start("year") == token.start for m in named)

    def _behind_comma(self, i: int) -> bool:
        """Whether a comma without a blank parts the numeral from the one other, as in a decimal
        written so: 3,2; not in a list of several."""
        return self._comma_before(i) and not self._comma_before(i - 2)

    def _comma_before(self, i: int) -> bool:
        """Whether a comma joins the token at place `i` to a numeral."""
        if i < 2 or not (self.tokens[i].solid and self.tokens[i - 1].solid):
            return False
        return self.tokens[i - 1].word == "," and self.tokens[i - 2].number is not None

    def _hours(self, i: int) -> int:
        """The token after two hours of the day that share their mark (9.00-21.00 น.), else 0."""
        row = self.tokens[i + 1 : i + 4]
        if len(row) < 3 or row[1].number is None or Sense.CLOCK not in row[2].senses:
            return 0
        joined = Sense.JOIN in row[0].senses or row[0].word == "-"
        return i + 4 if joined and near(self.scanned, row[1], row[2]) else 0

    def _years_between(self, i: int) -> Moment | None:
        """A run of years behind "between" that counts nothing, None where there is none."""
        if i >= len(self.tokens) or self.tokens[i].number is None or not self._touching(i):
            return None
        run = self.calendar.read(i)
        if run is None or run.grain != "range" or run.last_token < i + 3:
            return None
        return None if self._plain_unit(run.last_token) else run

    def _spelled_place(self, i: int) -> int:
        """The token after a number word that only tells a place in an order (อันดับสอง), else 0."""
        before = self.tokens[i - 1] if i else None
        if before is None or not {Sense.RANK, Sense.BLOCK} <= before.senses.keys():
            return 0
        number = read_number(self.scanned, i)
        if number is None or not self._touching(i) or self._strong(i):
            return 0
        return number.last

    def _blocked(self, i: int) -> bool:
        """Whether the word before makes the numeral a name, as in "chapter 3"; nobody groups the
        digits of a name in millions."""
        token = self.tokens[i]
        if token.grouped and token.number is not None and token.number >= _MILLION:
            return False
        blocked = bool(i and self.tokens[i - 1].get(Sense.BLOCK) and self._touching(i))
        if not blocked or self._numbering(i) or self._counts_before(i - 1):
            return False
        return not self._storeys(i)

    def _storeys(self, i: int) -> bool:
        """Whether the numeral counts the storeys of the building in front of it, and is no name of
        it in front of the number of a storey: ตึก 30 ชั้น; not อาคาร 3 ชั้น 5."""
        named = Sense.NOUN in self.tokens[i - 1].senses
        if not named or self._get(i + 1, Sense.STOREY) is None:
            return False
        behind = self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        if (
            behind is None
            or behind.number is None
            or not near(self.scanned, self.tokens[i + 1], behind)
        ):
            return True
        return self._get(i + 3, Sense.NOUN) is not None

    def _counts_before(self, i: int) -> bool:
        """Whether the word at token `i` is what the number before it counts, and so numbers nothing
        behind it: 32 ชั้น 450 ยูนิต."""
        number = self.tokens[i - 1].number if i else None
        if number is None or Sense.NOUN not in self.tokens[i].senses or not self._touching(i):
            return False
        return i < 2 or Sense.BLOCK not in self.tokens[i - 2].senses

    def _numbering(self, i: int) -> bool:
        """Whether the word before a numeral tells how many its subject are: the members number 430.
        The numeral then ends its clause, and is large or grouped."""
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        ends = following is None or following.word in _STOPS
        if not ends or token.number is None or not (token.grouped or token.number >= _MANY):
            return False
        start = max(0, token.start - _CLAUSE)
        return NUMBERING.search(self.scanned.plain, start, token.start) is not None

    def _named(self, i: int, following: Token) -> bool:
        """Whether the word behind makes the number a name: a clock time, the running century."""
        if Sense.CENTURY in following.senses:
            return self.calendar.read(i) is None
        return Sense.CLOCK in following.senses

    def _hyphenated(self, i: int) -> bool:
        """Whether a hyphen and a word that is no unit follow at once: a name like 7-Eleven."""
        if i + 2 >= len(self.tokens):
            return False
        hyphen, word = self.tokens[i + 1 : i + 3]
        if hyphen.word != "-" or not hyphen.solid or not word.solid or not word.word.isalpha():
            return False
        return _UNITS.isdisjoint(word.senses)

    def _signed(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        return (
            before is not None
            and before.end == self.tokens[i].start
            and (
                Sense.SIGN in before.senses
                or Sense.BEFORE in before.senses
                or (before.word == "-" and self.tokens[i].start < 2)
            )
        )

    def _after(self, i: int, end: int) -> int:
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def _date_or_ratio(self, i: int, piece: str) -> bool:
        if self.calendar._written(i) is not None:
            return True
        if "/" in piece:
            a, b = piece.split("/")
            return (
                (len(a) == 1 and 1 < int(b) <= 10 and int(a) < int(b))
                or len(a) == 4
                or (bool(i) and bool(self.tokens[i - 1].get(Sense.QUARTER)))
                or (len(b) in (2, 4) and len(a) == 4)
            )
        return piece.count(".") > 1 and self.tokens[i].end - self.tokens[i].start == len(piece)

    def _strong(self, i: int) -> bool:
        """Whether a unit or scale makes the numeral a quantity even behind a name word."""
        number = read_number(self.scanned, i)
        if number is None:
            return False
        found = self._unit(number.last)
        if found is not None and found.sense is Sense.NOUN and self.tokens[i].grouped:
            return True
        return bool(number.scaled and number.last > i + 1) or (
            found is not None and found.sense in (Sense.MONEY, Sense.UNIT) and found.base != "m"
        )
