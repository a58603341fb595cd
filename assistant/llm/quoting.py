"""Where a model's quotation stands in a text, and the sentences it stands in.

A quotation is held to what it was cut from: it begins and ends where words and figures do, and
what counts is the whole sentence, so that nothing is gained by leaving a denial or half a figure
outside the quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.quantities import parse
from index.sentences import sentences
from index.text import thai_tokens, words

FEWEST_WORDS = 3
"""Words that a quotation must hold, as `index.text.words` counts them: those of the tokenizer in
Thai, numbers being words. Fewer can be found in any text and say nothing."""

# One code point for one code point, so that offsets in what was sent are offsets in the original.
_NEUTRAL = str.maketrans({"<": "‹", ">": "›", "\x00": " "})
_NUMBER = re.compile(r"\d(?:[.,:/]?\d)*")


class Fault(StrEnum):
    """Why a quotation cannot be kept; the values are keys of `assistant.llm.words`."""

    ABSENT = "absent"
    SHORT = "short"
    CUT_WORD = "cut_word"
    CUT_FIGURE = "cut_figure"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands, `[start, end)`, and the whole sentences around it,
    `[first, last)`; code points of the text it was looked for in."""

    start: int
    end: int
    first: int
    last: int


def neutral(text: str) -> str:
    """`text` without the characters that delimit quoted material, code point for code point."""
    return text.translate(_NEUTRAL)


def place_of(quote: str, text: str, language: str) -> Place | Fault:
    """Where `quote` stands in `text` letter for letter, with whole words and figures.

    White space around it is no part of it, and neutralised delimiters are as good as their
    originals. Of several places the first that cuts nothing counts; when all do, the fault of the
    first is told. `language` is that of `text`: "th", anything else is cut as English.
    """
    wanted = neutral(quote.strip())
    if not wanted:
        return Fault.ABSENT
    if len(words(wanted)) < FEWEST_WORDS:
        return Fault.SHORT if wanted in neutral(text) else Fault.ABSENT
    first: Fault = Fault.ABSENT
    for start in _starts(wanted, neutral(text)):
        place = _widened(text, language, start, start + len(wanted))
        fault = _cut(text, place)
        if fault is None:
            return place
        first = fault if first is Fault.ABSENT else first
    return first


def _starts(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


@lru_cache(maxsize=512)
def _spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return sentences(text, "th" if language == "th" else "en")


def _widened(text: str, language: str, start: int, end: int) -> Place:
    around = [(a, b) for a, b in _spans(text, language) if a < end and start < b]
    first = min([start, *(a for a, _ in around)])
    last = max([end, *(b for _, b in around)])
    return Place(start, end, first, last)


def _cut(text: str, place: Place) -> Fault | None:
    """What a quotation cuts in two at either end, None when it cuts nothing."""
    sentence = text[place.first : place.last]
    borders = (place.start - place.first, place.end - place.first)
    figures = [(q.start, q.end) for q in parse(sentence)]
    figures += [m.span() for m in _NUMBER.finditer(sentence)]
    if any(a < at < b for a, b in figures for at in borders):
        return Fault.CUT_FIGURE
    return Fault.CUT_WORD if any(_in_word(sentence, at) for at in borders) else None


def _in_word(text: str, at: int) -> bool:
    """Whether a word goes on over `at`; between Thai letters the tokenizer says."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M"):
        return True
    if not _of_a_word(before) or not _of_a_word(after):
        return False
    thai = _thai(before), _thai(after)
    return at not in _thai_borders(text) if all(thai) else not any(thai)


def _of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _thai(char: str) -> bool:
    return "\u0e00" <= char <= "\u0e7f"


@lru_cache(maxsize=512)
def _thai_borders(text: str) -> frozenset[int]:
    borders, at = set(), 0
    for token in thai_tokens(text):
        borders.add(at)
        at += len(token)
    return frozenset(borders)
