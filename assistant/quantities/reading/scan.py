"""From text to tokens: numerals, and the words and symbols that a lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from assistant.quantities.words.english_rules import HYPHENED
from assistant.quantities.words.lexicon import Lexicon, Sense, Senses
from assistant.quantities.words.plain import plain

# Same length in, same length out: offsets keep pointing into the original.
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}

_GROUPING = dict.fromkeys(map(ord, ", '"))
_CONTINENTAL = {ord("."): None, ord(","): "."}

_REMEMBERED = 20_000  # words whose senses are kept once looked up

# Numerals longer than this are identifiers or noise; it also bounds the work for each.
LONGEST = 30

# Thousands by commas (or lakhs and crores, as in India), by apostrophes, by blanks or dots (two
# groups at least), or none; dots and a decimal comma where the comma tells that the dots part
# thousands.
_NUMBER = (
    r"(?P<n>\d{1,4} (?:1/2|[13]/4|[1357]/8)(?![\d/]|[.,]\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?![\d,])"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d.,]\d|\d)"
    r"|\d{1,3}(?:'\d{3})+(?![\d'])(?:\.\d+)?"
    r"|\d{1,3}(?: \d{3}){2,}(?![\d,.]\d|\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{0,15}[½¼¾]"
    r"|\d+(?:\.\d+)?)"
)
_WORD = (
    r"(?P<w>(?:[MG]?t)?CO[2₂](?:eq?)?(?![A-Za-z0-9])"
    r"|[A-Za-zµμ]+(?:(?:\.[A-Za-z](?![A-Za-z]))+\.?)?[²³]?)"
)
_MARKS = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"  # Thai letters that cannot begin a syllable


_COMPOUND = re.compile("-[A-Za-z]")
_THAI = "\u0e01-\u0e4e"
_LEAST = 3  # characters of a unit with its dot that is known without it too


def _undotted(lexicon: Lexicon) -> list[str]:
    """Abbreviated units and hours as they stand behind a number without their last dot: 120 กม."""
    found = (
        word[:-1]
        for word, senses in lexicon.runs.items()
        if word.endswith(".")
        and (Sense.CLOCK in senses or (Sense.UNIT in senses and len(word) >= _LEAST))
    )
    return sorted(found, key=len, reverse=True)


@dataclass(slots=True)
class Token:
    """A numeral or a known word: `text == source[start:end]`, senses by `Sense`.

    `number` is None for words. `glued` tells that a letter or a hyphen with a letter stands
    directly before it, as in names like R1. `word` is the lower-case word, "" for numerals.
    """

    start: int
    end: int
    number: Decimal | None
    senses: Senses
    word: str = ""
    glued: bool = False
    grouped: bool = False
    decimals: int = 0
    solid: bool = False  # nothing between this token and the one before it

    def get(self, sense: Sense) -> Any:
        """The value for `sense`, None when it has none."""
        return self.senses.get(sense)


@dataclass(frozen=True)
class Scanned:
    """A text with its tokens; `plain` has ASCII digits and hyphens at the same offsets."""

    text: str
    plain: str
    tokens: list[Token]


NOTHING: Mapping[Sense, Any] = {}
_COUNTS = frozenset({Sense.DIGIT, Sense.PLACE, Sense.MEGA})
_SERIES = frozenset({Sense.NTH, Sense.BLOCK})


class Scanner:
    """Splits text by the words of a lexicon, in one pass and in linear time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._seen: dict[str, tuple[Senses, str]] = {}
        self._runs, self._words = lexicon.runs, lexicon.words
        self._cased, self._phrases = lexicon.cased, lexicon.phrases
        signs = sorted((s for s in lexicon.cased if not s.isalpha()), key=len, reverse=True)
        undotted = "|".join(map(re.escape, _undotted(lexicon)))
        alternatives = [
            _NUMBER,
            rf"(?P<s>{'|'.join(map(re.escape, signs))})",
            _WORD,
            rf"(?=[{_THAI}])(?:(?<=[\d/])|(?<=\d ))(?P<u>{undotted})(?![{_THAI}.])",
            rf"(?P<t>{lexicon.pattern})(?![{_MARKS}])",
            r"(?P<p>[.,;:()\[\]\"'“”&#@_/])",
        ]
        self._find = re.compile("|".join(alternatives)).finditer

    def scan(self, text: str) -> Scanned:
        """The tokens of `text` in order; runs of letters nobody knows are tokens without senses."""
        source = HYPHENED.sub(lambda m: m.group().replace("-", " "), plain(text))
        raw = [self._token(m, source) for m in self._find(source)]
        self._counted_back(raw, source)
        self._counted_who(raw, source)
        raw = _regrouped(raw, source)
        return Scanned(text, source, self._phrased(raw, source))

    def _counted_back(self, raw: list[Token], source: str) -> None:
        """Read "last year" behind a number as so many years: twenty years ago."""
        for before, token in pairwise(raw):
            if Sense.RELATIVE not in token.senses or token.word.isascii():
                continue
            counts = before.number is not None or not _COUNTS.isdisjoint(before.senses)
            blank = source[before.end : token.start]
            if not counts or len(blank) > 1 or blank.strip():
                continue
            word = next((token.word[:n] for n in range(len(token.word) - 1, 1, -1)
                         if Sense.UNIT in self._runs.get(token.word[:n], NOTHING)), "")  # fmt: skip
            if word:
                token.word, token.end, token.senses = (
                    word,
                    token.start + len(word),
                    self._runs[word],
                )

    def _counted_who(self, raw: list[Token], source: str) -> None:
        """Read a word for a place in a series as what is counted, where a number stands before it
        and none behind: 12 รายที่ติดเชื้อ are twelve, not the twelfth."""
        for i, token in enumerate(raw[1:], start=1):
            if not token.senses or _SERIES.isdisjoint(token.senses) or token.word.isascii():
                continue
            before, behind = raw[i - 1], raw[i + 1] if i + 1 < len(raw) else None
            counts = before.number is not None or not _COUNTS.isdisjoint(before.senses)
            if not counts or len(source[before.end : token.start]) > 1 or before.glued:
                continue
            if behind is not None and (behind.number is not None or Sense.DIGIT in behind.senses):
                continue
            noun = next((token.word[:n] for n in range(len(token.word) - 1, 1, -1)
                         if Sense.NOUN in self._runs.get(token.word[:n], NOTHING)), "")  # fmt: skip
            if noun:
                token.word, token.end = noun, token.start + len(noun)
                token.senses = self._runs[noun]

    def _token(self, m: re.Match[str], source: str) -> Token:
        start, end = m.span()
        piece = m.group()
        if m.lastgroup == "n":
            return _numeral(piece, start, end, source)
        if m.lastgroup == "t":
            return Token(start, end, None, self._runs[piece], piece)
        if m.lastgroup == "u":
            return Token(start, end, None, self._runs[f"{piece}."], piece)
        if m.lastgroup == "p":
            return Token(start, end, None, NOTHING, piece)
        known = self._seen.get(piece)
        if known is None:
            known = self._known(piece)
            if len(self._seen) < _REMEMBERED:
                self._seen[piece] = known
        if Sense.TIMES in known[0] and _COMPOUND.match(source, end):
            return Token(start, end, None, NOTHING, known[1])  # double-track railways
        return Token(start, end, None, *known)

    def _known(self, piece: str) -> tuple[Senses, str]:
        """The senses of a word in its case, and the word in lower case."""
        cased = self._cased.get(piece)
        lower = piece.translate(_LOWER)
        known = self._words.get(lower)
        if known is not None and Sense.MONTH in known and not piece[0].isupper():
            known = {s: v for s, v in known.items() if s is not Sense.MONTH}
        return ({**known, **cased} if cased and known else cased or known or NOTHING), lower

    def _phrased(self, raw: list[Token], source: str) -> list[Token]:
        tokens: list[Token] = []
        i, last = 0, -1
        while i < len(raw):
            token = raw[i]
            tails = self._phrases.get(token.word)
            step = 1
            if tails:
                token, step = self._phrase(raw, i, source)
            token.solid = token.start == last
            last = token.end
            tokens.append(token)
            i += step
        return tokens

    def _phrase(self, raw: list[Token], i: int, source: str) -> tuple[Token, int]:
        for tail, senses in self._phrases[raw[i].word]:
            j = i
            for word in tail:
                following = _behind_hyphen(raw, j)
                between = source[raw[j].end : raw[following].start] if following else "."
                if not following or raw[following].word != word or between.strip(" \t\r\n-"):
                    break
                j = following
            else:
                word = " ".join((raw[i].word, *tail))
                return Token(raw[i].start, raw[j].end, None, senses, word), j - i + 1
        return raw[i], 1


def _behind_hyphen(raw: list[Token], i: int) -> int:
    """The place of the token behind `i`, past a hyphen that joins the two; 0 for none."""
    if i + 1 >= len(raw):
        return 0
    hyphen = raw[i + 1]
    if hyphen.word != "-" or i + 2 >= len(raw):
        return i + 1
    joined = raw[i].end == hyphen.start and hyphen.end == raw[i + 2].start
    return i + 2 if joined else i + 1


def _numeral(piece: str, start: int, end: int, source: str) -> Token:
    before = source[start - 1] if start else " "
    earlier = source[start - 2] if start > 1 else " "
    glued = (
        (before.isascii() and before.isalpha())
        or before in "_#@"
        or (before in "-." and earlier.isalnum() and not earlier.isdigit())
    )
    if len(piece) > LONGEST:
        return Token(start, end, None, NOTHING, "", True)
    if piece[-1] in _PARTS:
        whole = Decimal(piece[:-1] or 0) + _PARTS[piece[-1]]
        return Token(start, end, whole, NOTHING, "", glued, decimals=2)
    if "/" in piece:
        whole, above, below = map(Decimal, re.split("[ /]", piece))
        return Token(start, end, whole + above / below, NOTHING, "", glued, decimals=2)
    turned = 0 < piece.find(".") < piece.find(",")
    digits = piece.translate(_CONTINENTAL if turned else _GROUPING)
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    decimals = len(digits.partition(".")[2])
    return Token(start, end, Decimal(digits), NOTHING, "", glued, digits != piece, decimals)


_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_GROUP = 3  # digits of a group
_NEAR = 24  # characters before a number that tell in what language it stands
_NAMING = frozenset({
    Sense.BLOCK, Sense.MONTH, Sense.YEAR, Sense.ORDINAL, Sense.RANK, Sense.QUARTER, Sense.NTH,
    Sense.FISCAL, Sense.CLOCK, Sense.DAY, Sense.MONTH_MARK,
})  # fmt: skip


def _one_word(between: str) -> bool:
    """Whether no more than one word stands in a stretch before a number."""
    return len(between) <= _NEAR and " " not in between.rstrip(" ")


_LEADING = frozenset({Sense.BEFORE, Sense.COPULA})
_MEASURED = frozenset({Sense.UNIT, Sense.MONEY, Sense.NOUN})


def _regrouped(raw: list[Token], source: str) -> list[Token]:
    """Read a thousand whose groups are parted by one blank as one number: 98 450 ballots."""
    joined: set[int] = set()
    for i in range(len(raw) - 1):
        if raw[i].number is None or i in joined or not _one_number(raw, i, source):
            continue
        head, tail = raw[i], raw[i + 1]
        assert head.number is not None and tail.number is not None
        head.number = head.number * 1000 + tail.number
        head.end, head.grouped = tail.end, True
        joined.add(i + 1)
    return [token for i, token in enumerate(raw) if i not in joined] if joined else raw


def _one_number(raw: list[Token], i: int, source: str) -> bool:
    """Whether the numeral at `i` and the next are two groups of one: no name, date or list. A
    language without blanks between its words has one before a count, so that what makes one number
    there must be told by zeros that no number begins with, or by a word that a count follows."""
    head, tail = raw[i], raw[i + 1]
    if tail.number is None or tail.start - head.end != 1 or source[head.end] != " ":
        return False
    plain = not (head.glued or head.decimals or tail.decimals or head.grouped or tail.grouped)
    sized = head.end - head.start <= _GROUP == tail.end - tail.start and source[head.start] != "0"
    if not plain or not sized:
        return False
    before = raw[i - 1] if i else None
    if before is not None and (before.number is not None or not _NAMING.isdisjoint(before.senses)):
        return False
    after = raw[i + 2] if i + 2 < len(raw) else None
    if not source[max(0, head.start - _NEAR) : head.start].isascii():
        lead = raw[i - 2] if i > 1 and raw[i - 1].senses.keys() == {Sense.SHIELD} else before
        opened = lead is not None and not _LEADING.isdisjoint(lead.senses)
        led = opened and lead is not None and _one_word(source[lead.end : head.start])
        zeros = source[tail.start] == "0"
        measured = after is not None and not _MEASURED.isdisjoint(after.senses)
        return (zeros or led) and measured and after is not None and after.start - tail.end <= 1
    follows = after is not None and after.number is None and after.word.isalpha()
    signed = before is not None and Sense.SIGN in before.senses
    return signed or (follows and after is not None and after.word.isascii())


@lru_cache(maxsize=1)
def scanner() -> Scanner:
    """The scanner over every language table."""
    from assistant.quantities.words.english import TABLE as ENGLISH
    from assistant.quantities.words.symbols import TABLE as SYMBOLS
    from assistant.quantities.words.thai import TABLE as THAI

    return Scanner(Lexicon((SYMBOLS, THAI, ENGLISH)))


def means(word: str, sense: Sense) -> bool:
    """Whether any language's table gives `word` that sense."""
    lexicon = scanner().lexicon
    return any(sense in words.get(word, NOTHING) for words in (lexicon.runs, lexicon.words))
