"""The shape of a language table, and several tables compiled into one lexicon.

A table lists words by `Sense`; the engine sees senses and values only, so a language is added
by writing a table. Words of languages written without spaces go through one prefix-tree
pattern, words of the others through dictionaries after splitting at letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

ALL_YEARS, EARLY_YEARS, MIDDLE_YEARS, LATE_YEARS = (0, 9), (0, 4), (3, 7), (6, 9)
"""First and last year of a decade and of its parts; nobody draws their line sharply, so they
overlap."""


class Sense(StrEnum):
    """What a word can be to the engine; the comment says what its value is."""

    DIGIT = "digit"  # int below a hundred: a number word
    PLACE = "place"  # int: multiplies the number before it and adds up (myriad counting)
    MEGA = "mega"  # int: multiplies all that was counted before it
    HUNDRED = "hundred"  # int: multiplies the number before it and goes on
    PERIOD = "period"  # int: closes a group (thousand, million)
    SUFFIX = "suffix"  # int: a scale letter glued to digits or beside a currency (m, bn, k)
    HALF = "half"  # Decimal 0.5
    DOZEN = "dozen"  # int: a collective number
    SEVERAL = "several"  # (least times, whether roughly) of the size behind it: several hundred
    PAIR = "pair"  # a two: "few" where it may be three of what is vast, "named" of what has a table
    PLURAL = "plural"  # int: a size in the plural: hundreds of
    MOST = "most"  # ("gt" or "lt" half, whether by itself): most of, a minority stake
    DENOMINATOR = "denominator"  # int: thirds, quarters
    OUT_OF = "out_of"  # joins numerator and denominator; "every" where it says so
    UNIT = "unit"  # Unit code, see `units`
    MONEY = "money"  # (ISO code, Decimal factor), after the number
    CLOSING = "closing"  # money that is none where a letter follows at once
    HUNDREDTH = "hundredth"  # a hundredth of whatever money stands before it
    SIGN = "sign"  # ISO code, before the number
    NOUN = "noun"  # class of a counted thing ("number" when it has none)
    THROUGHOUT = "throughout"  # before a length of time behind a total: over four years
    BEFORE = "before"  # comparator in front of a number
    AFTER = "after"  # comparator behind a number
    PRECISE = "precise"  # beside a number: to the last digit
    INNER = "inner"  # comparator between number and unit
    OPEN = "open"  # opens a range
    JOIN = "join"  # joins the ends of a range
    JOIN_OPENED = "join_opened"  # joins them only after an opener
    FROM = "from"  # opens a change, so what follows is no range
    PLUS_MINUS = "plus_minus"  # joins a value and how far it may be off
    BELOW_ZERO = "below_zero"  # negative sign behind the unit
    MINUS = "minus"  # negative sign as a word
    PER = "per"  # between a quantity and what it is per
    EVERY = "every"  # behind a unit, in front of what one of it costs
    METERED = "metered"  # unit code that an unnamed unit stands for on a meter
    AGAINST = "against"  # between an amount of money and the money it buys
    EACH = "each"  # unit code: "a year" and the like, in front
    PERCENT = "percent"  # percent sign in front of the number
    SPAN = "span"  # what follows is how long: "lasted a week"
    AGO = "ago"  # what stands before it is how long ago, no length of anything
    STEP = "step"  # Decimal: so many percentage points, all by itself
    TIMES = "times"  # Decimal: a multiple all by itself
    FOLD = "fold"  # unit of multiples
    AGED = "aged"  # tells that the number behind it is an age in years
    OCCASION = "occasion"  # the same word where it counts how often: closed three times
    MONTH = "month"  # (1..12, era of a two-digit year after it)
    ERA = "era"  # "be" or "ce"
    YEAR = "year"  # marks a calendar year; era of two-digit years
    DECADE = "decade"  # marks a decade, or a part of one: its first and last year of it
    CENTURY = "century"  # marks a century by its number; its era
    DAY = "day"  # marks a day of the month
    PART_OF_MONTH = "part_of_month"  # the month in which such a part of a year begins, as in PART
    MONTH_MARK = "month_mark"  # stands in front of a month's name
    QUARTER = "quarter"  # marks a quarter
    HALF_YEAR = "half_year"  # marks a half-year
    MONTHS = "months"  # int: how many months one of what is counted in a span has
    FISCAL = "fiscal"  # marks a budget year
    PART = "part"  # (first month, last month) of a part of a year
    ORDINAL = "ordinal"  # int, -1 for last
    RELATIVE = "relative"  # (grain, offset) from the day of speaking
    UNTIL = "until"  # "to" in "six months to June"
    PARTS = "parts"  # what is counted in a recipe: three parts of this to one of that
    POINT = "point"  # the decimal point, spelled
    OF = "of"  # filler between the parts of a date
    PARTITIVE = "partitive"  # between a part and its whole: forty of the teachers
    WEIGHT = "weight"  # unit code of a weight that is written like a currency
    GOLD = "gold"  # tells that such a weight is meant
    DEGREES = "degrees"  # unit code of a letter that degrees are written with: 44C
    HEAT = "heat"  # tells that such degrees are meant
    SCALED = "scaled"  # counted by a number behind it whose letter is a scale: tokens: 15T
    PAYING = "paying"  # what follows is money: its currency may be left out
    TOLL = "toll"  # class of those whom a bare number counts behind a word for their harm
    WEIGHING = "weighing"  # what follows is a weight
    ARTICLE = "article"  # a, an
    AND = "and"
    PASSING = "passing"  # a comparator of money and rounded numbers alone: passed $4 trillion
    MARKS = "marks"  # what a result is told in: 34 points out of 100
    SPOON = "spoon"  # a noun that measures what stands behind "of": teaspoons
    STOREY = "storey"  # a part of the building that a name word in front of its number is
    BLOCK = "block"  # the number that follows is a name, not a quantity
    LINE = "line"  # a telephone line, or calling it, in front of its number
    NTH = "nth"  # the number that follows is a place in a series
    NTH_END = "nth_end"  # what is glued to such a number: 12th
    RANK = "rank"  # the number that follows is a place in an order
    CLOCK = "clock"  # the number before it is a time of day
    DESCRIBING = "describing"  # a unit that in front of a plural only tells its kind
    FILLER = "filler"  # a word that may stand between number and noun
    COPULA = "copula"  # a bare number may follow it as a value
    STANDING = "standing"  # before "over": what is or was so, for longer than that
    JOINED_NOUN = "joined_noun"  # class of what a hyphen joins to its count: a 45-bed hospital
    NO_NOUN = "no_noun"  # never a counted noun
    SHIELD = "shield"  # contains words of the table but is none


_GAP = re.compile("( |-)")

Senses = Mapping[Sense, Any]


@dataclass(frozen=True)
class Table:
    """The words of one language: for each sense, wording to value.

    `spaced` says whether words stand apart. Wordings of a spaced language are lower case; those
    in `cased` are matched with their case (symbols). A wording may have several words.
    """

    code: str
    spaced: bool
    words: Mapping[Sense, Mapping[str, Any]]
    cased: Mapping[Sense, Mapping[str, Any]] = field(default_factory=dict)


def each(value: Any, words: str) -> dict[str, Any]:
    """Give every wording in `words` (separated by `|`) the same value."""
    return dict.fromkeys(words.split("|"), value)


@dataclass(frozen=True)
class Lexicon:
    """Several tables, compiled for scanning."""

    tables: tuple[Table, ...]

    @cached_property
    def runs(self) -> dict[str, Senses]:
        """Wordings of the unspaced languages."""
        return _merge((t.words for t in self.tables if not t.spaced), split=False)

    @cached_property
    def words(self) -> dict[str, Senses]:
        """Single lower-case words of the spaced languages."""
        found = _merge((t.words for t in self.tables if t.spaced), split=False)
        return {word: senses for word, senses in found.items() if _GAP.search(word) is None}

    @cached_property
    def cased(self) -> dict[str, Senses]:
        """Words whose case matters."""
        return _merge((t.cased for t in self.tables), split=False)

    @cached_property
    def phrases(self) -> dict[str, list[tuple[tuple[str, ...], Senses]]]:
        """Wordings of several words by their first word, longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
        merged = _merge((t.words for t in self.tables if t.spaced), split=False)
        for wording, senses in merged.items():
            first, *rest = [part for part in _GAP.split(wording) if part not in ("", " ")]
            if rest:
                found.setdefault(first, []).append((tuple(rest), senses))
        for tails in found.values():
            tails.sort(key=lambda tail: -len(tail[0]))
        return found

    @cached_property
    def pattern(self) -> str:
        """A pattern that matches the longest unspaced wording at a place."""
        return trie_pattern(self.runs)


def _merge(parts: Iterable[Mapping[Sense, Mapping[str, Any]]], *, split: bool) -> dict[str, Senses]:
    found: dict[str, dict[Sense, Any]] = {}
    for part in parts:
        for sense, wordings in part.items():
            for wording, value in wordings.items():
                found.setdefault(wording, {})[sense] = value
    return dict(found)


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of `words`, without repetition."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    options = [re.escape(letter) + _branch(sub) for letter, sub in sorted(node.items()) if letter]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return body + ("?" if "" in node else "")
