"""Units, currencies and counted things behind a number, with what they are per."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.quantities.reading.cursor import Cursor
from assistant.quantities.reading.numbers import read_number, scale_of
from assistant.quantities.reading.scan import Token
from assistant.quantities.words.english_rules import AFTER_OCCASIONS, MULTIPLYING
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.units import kind_of, seconds, unit

_FUNCTION = frozenset(
    "and the for with from into onto than that this which who was were are has have had but not "
    "its his her their our your will would can could may might after before since until while "
    "when where over under per via out off".split()
)

_DESCRIBED = 2  # words that may describe a counted thing
_SHORT = 3  # letters of a word too short to be a plural
_NO = 2  # letters of the word that denies what a hyphen joins it to
_NAMED = 3  # words of what is measured, between a unit and its time; words of a name
_HEAD = 2  # tokens that begin a text, the first of which is capitalised anyway
_NEAR = 12  # tokens within which heat is still spoken of
_YEARS = 1000  # numbers below are no years
_MANY = 100  # of something that a price is told for
_NUMERAL = 8  # tokens of a number at most
_COUNTING = frozenset({
    Sense.DIGIT, Sense.PLACE, Sense.MEGA, Sense.HUNDRED, Sense.PERIOD, Sense.BEFORE, Sense.HALF,
    Sense.DOZEN,
})  # fmt: skip
_OWN_COUNT = frozenset({Sense.UNIT, Sense.MONEY, Sense.NOUN})
_AND_A_HALF = frozenset({Sense.AND, Sense.ARTICLE})
_TELLING = frozenset(
    {Sense.FILLER, Sense.NOUN, Sense.DESCRIBING}
)  # words that may describe what is counted
_COUNTED = frozenset({Sense.NOUN})
_PEOPLES = ("ans", "ais")  # Germans, Thais


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit read up to token `last`: `value * factor + offset` is in `base`."""

    base: str
    factor: Decimal
    last: int
    offset: Decimal = Decimal(0)
    noun: str = ""
    sense: Sense | None = None


class UnitReader(Cursor):
    """Reads units."""

    def _unit(self, i: int) -> FoundUnit | None:
        """The unit, currency or counted thing at token `i`, with what it is per."""
        if i < len(self.tokens) and self.tokens[i].word == "-" and self.tokens[i].solid:
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            known = {Sense.UNIT, Sense.MONEY, Sense.FOLD} & (
                following.senses.keys() if following else set()
            )
            if following and following.solid and known:
                return self._per(self._plain_unit(i + 1))
            base = following.get(Sense.JOINED_NOUN) if following and following.solid else None
            if following is None or base is None or self._is_one(i - 1):
                return None
            return FoundUnit(base, Decimal(1), i + 2, noun=following.word, sense=Sense.NOUN)
        if self._aged(i):
            return None
        if 0 < i < len(self.tokens) and not self._touching(i):
            return None
        return self._per(self._plain_unit(i))

    def _aged(self, i: int) -> bool:
        """Whether the number that ends before token `i` is an age that is given no unit."""
        before = self._before_number(i)
        aged = before is not None and Sense.AGED in before.senses
        return aged and self._get(i, Sense.UNIT) is None

    def _plain_unit(self, i: int) -> FoundUnit | None:
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        senses = token.senses
        if Sense.WEIGHT in senses and self._weighed(i):
            found = unit(senses[Sense.WEIGHT])
            return FoundUnit(found.base, found.factor, i + 1, sense=Sense.UNIT)
        if Sense.MONEY in senses:
            return self._money_unit(i)
        if Sense.DEGREES in senses and self._heated(i):
            found = unit(senses[Sense.DEGREES])
            return FoundUnit(found.base, found.factor, i + 1, found.offset, sense=Sense.UNIT)
        if Sense.UNIT in senses and not (Sense.DESCRIBING in senses and self._kind(i)):
            found = unit(senses[Sense.UNIT])
            return FoundUnit(found.base, found.factor, i + 1, found.offset, sense=Sense.UNIT)
        if Sense.FOLD in senses:
            return self._fold(i)
        if Sense.FILLER in senses and (kind := self._get(i + 1, Sense.UNIT)):
            later = unit(kind.senses[Sense.UNIT])
            if seconds(later.base) is not None:
                return FoundUnit(later.base, later.factor, i + 2, sense=Sense.UNIT)
        if Sense.BLOCK in senses and self._numbers(i):
            return None
        if (behind := self._behind_model(i)) is not None:
            return behind
        if Sense.NOUN in senses and not self._describes(i):
            return FoundUnit(
                senses[Sense.NOUN], Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN
            )
        return self._noun(i)

    def _behind_model(self, i: int) -> FoundUnit | None:
        """A unit of time behind the model of what was at work so long: H800 GPU hours."""
        model = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if model is None or model.number is None or not (model.glued and model.solid):
            return None
        kind = self._get(i + 2, Sense.UNIT)
        if kind is None or " " not in kind.word:
            return None
        found = unit(kind.senses[Sense.UNIT])
        timed = seconds(found.base) is not None
        return FoundUnit(found.base, found.factor, i + 3, sense=Sense.UNIT) if timed else None

    def _money_unit(self, i: int) -> FoundUnit | None:
        """A currency, or what only looks like one: medals, a word that is abbreviated alike."""
        token = self.tokens[i]
        if Sense.CLOSING in token.senses and self.scanned.plain[token.end :][:1].isalpha():
            return None
        if self._named_before(i):
            return FoundUnit("number", Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN)
        code, factor = token.senses[Sense.MONEY]
        return FoundUnit(code, factor, i + 1, sense=Sense.MONEY)

    def _fold(self, i: int) -> FoundUnit:
        """A multiple, or how often something happens."""
        token = self.tokens[i]
        if Sense.OCCASION in token.senses:
            before = self._before_number(i, also=_AND_A_HALF)
            if self._how_often(i, before):
                return FoundUnit("number", Decimal(1), i + 1, noun=token.word, sense=Sense.NOUN)
        return FoundUnit("times", Decimal(1), i + 1, sense=Sense.FOLD)

    def _how_often(self, i: int, before: Token | None) -> bool:
        """Whether "times" or "twice" at token `i` counts occasions: nothing grows by them `before`
        it, and behind them the sentence ends or goes on to when, where or why."""
        if before is None or before.word in MULTIPLYING:
            return False
        behind = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return behind is None or not behind.word.isalpha() or behind.word in AFTER_OCCASIONS

    def _numbers(self, i: int) -> bool:
        """Whether the word at token `i` numbers what follows it: building 4, soi 7."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if following is None or following.number is None or not self._touching(i + 1):
            return False
        behind = self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        own = behind is not None and not _OWN_COUNT.isdisjoint(behind.senses)
        return not (own and Sense.NOUN in self.tokens[i].senses)  # 32 floors, 450 units

    def _describes(self, i: int) -> bool:
        """Whether a noun without an ending only describes the plural behind it: fish farms."""
        if i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return False
        word, behind = self.tokens[i].word, self.tokens[i + 1]
        plural = behind.word.endswith("s") and not behind.word.endswith("ss")
        named = not behind.senses or Sense.NOUN in behind.senses
        bare = word.isascii() and not word.endswith("s")
        return bare and plural and named and len(behind.word) > _DESCRIBED + 1

    def _kind(self, i: int) -> bool:
        """Whether a unit only tells the kind of the plural behind it: a score of night trains; not
        two-night stays."""
        behind = self.tokens[i + 1] if i + 1 < len(self.tokens) and self._touching(i + 1) else None
        plural = behind is not None and behind.word.endswith("s") and behind.word.isalpha()
        joined = i > 0 and self.tokens[i - 1].word == "-"
        return plural and not joined and behind is not None and not behind.senses.keys() - _COUNTED

    def _before_number(self, i: int, also: frozenset[Sense] = frozenset()) -> Token | None:
        """The token before the number that ends before token `i`; `also` may be part of it."""
        counting, j = _COUNTING | also, i - 1
        while (
            j >= 0
            and i - j <= _NUMERAL
            and (
                self.tokens[j].number is not None or not counting.isdisjoint(self.tokens[j].senses)
            )
        ):
            j -= 1
        return self.tokens[j] if 0 <= j < i - 1 else None

    def _weighed(self, i: int) -> bool:
        """Whether a word of weighing stands before the number: gold that weighs 10 baht."""
        before = self._before_number(i)
        return before is not None and Sense.WEIGHING in before.senses

    def _heated(self, i: int) -> bool:
        """Whether the letter at token `i`, glued to a number, is that of degrees, as heat or cold
        is spoken of near by: temperatures hit 44C, 1.5C of warming."""
        glued = i > 0 and self.tokens[i].solid and self.tokens[i - 1].number is not None
        near_by = self.tokens[max(0, i - _NEAR) : i + _NEAR] if glued else ()
        return any(Sense.HEAT in token.senses for token in near_by)

    def _named_before(self, i: int) -> bool:
        """Whether a word like a currency repeats the noun before the number: medals, not coins."""
        before, word = self._before_number(i), self.tokens[i].word
        named = before is not None and Sense.NOUN in before.senses
        return bool(before and named and before.word != word and before.word.startswith(word))

    def _noun(self, i: int) -> FoundUnit | None:
        """A counted thing behind describing words: behind one (a hyphen makes one of two) any
        plural, behind two only what a table lists."""
        described, j = 0, i
        while described <= _DESCRIBED and j < len(self.tokens) and self._touching(j):
            token = self.tokens[j]
            word = token.word
            if Sense.NOUN in token.senses and not self._describes(j):
                return FoundUnit(
                    token.senses[Sense.NOUN], Decimal(1), j + 1, noun=word, sense=Sense.NOUN
                )
            if self._titled(i, j):
                return None
            compound = j > i and self.tokens[j - 1].word == "-"  # start-ups
            plural = len(word) > _SHORT - compound and word.endswith("s")
            plural = plural and not word.endswith("ss")
            plain = plural and word.isascii() and word.isalpha() and not token.senses
            if plain and described and self._is_one(i - 1):
                return None  # one nurse looks
            if plain and described < _DESCRIBED:
                return FoundUnit("number", Decimal(1), j + 1, noun=word, sense=Sense.NOUN)
            describing = not token.senses or not _TELLING.isdisjoint(token.senses)
            describing = describing or (
                self._hyphen(j + 1) and len(word) == _NO
            )  # no-fishing zones
            long = len(word) > 2 or self._hyphen(j + 1)
            if not (word.isascii() and word.isalpha() and describing and long):
                return None
            if self.scanned.plain[token.start].isupper():
                return self._behind_name(i) if j == i else None
            if word in _FUNCTION:
                return None
            hyphen = self._hyphen(j + 1)
            described += not hyphen and Sense.FILLER not in token.senses
            j += 2 if hyphen else 1
        return None

    def _behind_name(self, i: int) -> FoundUnit | None:
        """A counted thing behind the name of whose it is: eleven Kelton Mills branches; behind a
        number that is no year, nor a part of a name itself."""
        number, before = self.tokens[i - 1], self.tokens[i - 2] if i > 1 else None
        value = number.number if number.number is not None else number.get(Sense.DIGIT)
        named = before is not None and self.scanned.plain[before.start].isupper() and i > _HEAD
        if value is None or not 1 < value < _YEARS or number.glued or named:
            return None
        for j in range(i, min(len(self.tokens), i + _NAMED + 1)):
            token = self.tokens[j]
            if not self._touching(j) or not token.word.isascii() or not token.word.isalpha():
                return None
            if self.scanned.plain[token.start].isupper():
                if token.senses.keys() - _COUNTED:
                    return None
                continue
            plural = token.word.endswith("s") and not token.word.endswith("ss")
            base = token.get(Sense.NOUN) or ("number" if plural and not token.senses else None)
            if base is None or token.word in _FUNCTION or len(token.word) <= _SHORT:
                return None
            return FoundUnit(base, Decimal(1), j + 1, noun=token.word, sense=Sense.NOUN)
        return None

    def _is_one(self, i: int) -> bool:
        """Whether the token at place `i` is a one by itself, and no end of a longer number."""
        token, before = self.tokens[i], self.tokens[i - 1] if i else None
        joined = before is not None and (before.word == "-" or Sense.AND in before.senses)
        return (token.number == 1 or token.get(Sense.DIGIT) == 1) and not joined

    def _hyphen(self, i: int) -> bool:
        """Whether a hyphen joins the word before token `i` to the one behind it."""
        return (
            i + 1 < len(self.tokens)
            and self.tokens[i].word == "-"
            and (
                self.tokens[i].solid
                and self.tokens[i + 1].solid
                and self.tokens[i + 1].word.isalpha()
            )
        )

    def _one(self, i: int) -> bool:
        """Whether a one stands before the unit below: 35 baht per 1 dollar."""
        if i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return False
        return self.tokens[i].number == 1 or self.tokens[i].get(Sense.DIGIT) == 1

    def _numeral_at(self, i: int) -> bool:
        """Whether a number is the token at place `i`: per patients 12, as Thai counts them."""
        token = self.tokens[i] if i < len(self.tokens) and self._touching(i) else None
        return token is not None and (token.number is not None or Sense.DIGIT in token.senses)

    def _foreign(self, i: int) -> bool:
        """Whether a country's name stands before its money: per Velorian dollar."""
        money = self._get(i + 1, Sense.MONEY)
        token = self.tokens[i]
        return money is not None and not token.senses and self.scanned.plain[token.start].isupper()

    def _titled(self, i: int, j: int) -> bool:
        """Whether number word and noun are both capitalised, as in the name of a firm."""
        if not 0 < i <= j or self.tokens[i - 1].number is not None:
            return False
        plain = self.scanned.plain
        capital = (
            plain[self.tokens[i - 1].start].isupper() and plain[self.tokens[j].start].isupper()
        )
        return capital and not self.tokens[j].word.endswith(_PEOPLES)

    def _measured_by_time(self, found: FoundUnit) -> int:
        """The tokens of what is measured between a unit and its time, 0 where there are none:
        320 kWh of power a month, 12 tonnes of raw milk a day."""
        i = found.last
        spoons = found.sense is Sense.NOUN and Sense.SPOON in self.tokens[i - 1].senses
        money = kind_of(found.base) == "money"
        joined = self._get(i, Sense.OF) or (money and self._get(i, Sense.OUT_OF))
        if (found.sense is not Sense.UNIT and not spoons and not money) or not joined:
            return 0
        for words in range(1, _NAMED + 1):
            per = i + 1 + words
            last = self.tokens[per - 1] if per - 1 < len(self.tokens) else None
            if last is not None and Sense.SPAN in last.senses:
                return 0
            if last is None or not last.word.isalnum() or not self._touching(per - 1):
                return 0
            behind = self._get(per + 1, Sense.UNIT) if self._get(per, Sense.PER) else None
            if behind and self._touching(per) and self._touching(per + 1):
                timed = seconds(unit(behind.senses[Sense.UNIT]).base) is not None
                return words + 1 if timed else 0
        return 0

    def _per(self, found: FoundUnit | None) -> FoundUnit | None:
        if found is None:
            return None
        i = found.last
        i += self._measured_by_time(found)
        per = self._get(i, Sense.PER) or self._get(i, Sense.AGAINST)
        if per is None or i + 1 >= len(self.tokens) or not self._touching(i + 1):
            return found
        if (many := self._per_many(found, i + 1)) is not None:
            return many
        i += self._one(i + 1) or self._foreign(i + 1)
        below = self._plain_unit(i + 1)
        token = self.tokens[min(i + 1, len(self.tokens) - 1)]
        if Sense.AGAINST in per.senses and (below is None or below.sense is not Sense.MONEY):
            return found
        known = {Sense.UNIT, Sense.NOUN, Sense.MONEY, Sense.SIGN} & token.senses.keys()
        if below is None or not known:
            return found
        if below.sense is Sense.NOUN and self._numeral_at(below.last):
            return found
        if Sense.ARTICLE in per.senses and self._get(below.last, Sense.AGO):
            return found  # a decade ago
        article = Sense.ARTICLE in per.senses and token.get(Sense.NOUN) != "share"
        metered = Sense.METERED in token.senses and found.sense is Sense.MONEY
        if article and Sense.UNIT not in token.senses and not metered:
            return found
        below = replace(below, base="unit") if Sense.METERED in token.senses else below
        base = f"{found.base}/{below.base}"
        factor = found.factor / below.factor
        return FoundUnit(base, factor, below.last, Decimal(0), found.noun, found.sense)

    def _per_many(self, found: FoundUnit, i: int) -> FoundUnit | None:
        """Money per so many of something: 14 cents per million tokens, 20 baht per 1,000 sheets."""
        if kind_of(found.base) != "money" or i >= len(self.tokens):
            return None
        scale = scale_of(self.tokens[i])
        number = read_number(self.scanned, i)
        many, last = (number.low, number.last) if number else (scale or Decimal(0), i + 1)
        below = self._plain_unit(last) if last < len(self.tokens) and self._touching(last) else None
        if many < _MANY or below is None or below.sense is not Sense.NOUN:
            return None
        factor = found.factor / many
        base = f"{found.base}/{below.base}"
        return FoundUnit(base, factor, below.last, Decimal(0), found.noun, found.sense)


def size_of(found: FoundUnit) -> Decimal:
    """The unit's size among its family: seconds for durations, else the factor to the base."""
    return seconds(found.base) or found.factor


def family_of(base: str) -> str:
    """What units of one kind have in common: "time" for durations, else the base unit."""
    return "time" if seconds(base) is not None else base
