"""What a text says without who tells it, and without sentences beside the point."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.quantities.linking.meaning import NEAR, nearest
from assistant.quantities.reading.parse import reading
from assistant.quantities.words import english_telling as english
from assistant.quantities.words import thai_telling as thai
from assistant.quantities.words.english_roles import FUNCTIONS
from assistant.quantities.words.units import kind_of
from index.text import words

_FIGURE = re.compile(r"[\d๐-๙]")
_QUOTES = ("“”", '""', "‘’")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\r\n"), " ")
_FIGURED = 0.1  # what a sentence bears at least that gives any figure
_FEW = 4  # of so many words one may be near to another by chance
_LONG = 2000  # characters of a text that is no few sentences
_LEAST = 8  # characters that must be left of a text


def evenly_spaced(text: str) -> str:
    """The text with common blanks for other ones, at the same offsets."""
    return text.translate(_SPACES)


@lru_cache(maxsize=8192)
def untold(text: str) -> tuple[int, int]:
    """Where the text stands that is left without marks of quotation around it and without words
    that only say that somebody said so; all of it where little would be left."""
    start, end = 0, len(text)
    for marks in _QUOTES:
        inner = text[1:-1]
        if text[:1] == marks[0] and text[-1:] == marks[1] and not {*inner} & {*marks}:
            start, end = 1, len(text) - 1
    for opening in _OPENINGS:
        if found := opening.match(text, start, end):
            start = found.end()
    for closing in (english.CLOSING, thai.CLOSING):
        if found := closing.search(text, start, end):
            end = found.start()
    return (start, end) if end - start >= _LEAST else (0, len(text))


_OPENINGS = tuple(
    opening
    for language in (english, thai)
    for opening in (language.DATELINE, language.OPENING, language.SPEAKER)
)


def to_the_point(text: str, other: str) -> tuple[int, int]:
    """Where the sentences stand that may be about what `other` says: one at either end that gives
    no figure of a kind that is told there, is not about another sentence and has hardly a word near
    to one of `other` falls away, if another has more."""
    borders = [0, *sorted({m.end() for m in _borders(text)}), len(text)]
    if len(borders) == 2 or len(text) > _LONG:
        return 0, len(text)
    parts = [(span, _bearing(text[slice(*span)], other)) for span in pairwise(borders)]
    least = min(1 / _FEW, max(bearing for _, bearing in parts) - 1e-9)
    kept = [span for span, bearing in parts if bearing > least]
    return kept[0][0], len(text[: kept[-1][1]].rstrip())


def _borders(text: str) -> list[re.Match[str]]:
    return [*english.SENTENCES.finditer(text), *thai.ADDED.finditer(text)]


def _bearing(sentence: str, other: str) -> float:
    """The share of the words of a sentence that are near to one of `other`, 1 where it gives a
    figure of the same kind or is about another sentence, -1 where it says nothing."""
    kinds = _kinds(sentence)
    if kinds & _kinds(other) or any(t.TRUTH.search(sentence) for t in (english, thai)):
        return 1.0
    found, told = _telling(sentence), _telling(other)
    near = sum(nearest(word, told) >= NEAR for word in found) / len(found) if found else -1.0
    return max(near, _FIGURED) if kinds else near


@lru_cache(maxsize=4096)
def _kinds(text: str) -> frozenset[str]:
    """The kinds of the figures of a text."""
    return frozenset(kind_of(f.unit) for f in reading(text).figures)


@lru_cache(maxsize=4096)
def _telling(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, in small letters."""
    found = (word.lower() for word in words(text))
    return tuple(w for w in found if len(w) > 1 and w not in _EMPTY and not _FIGURE.search(w))


_EMPTY = FUNCTIONS | english.EMPTY | thai.EMPTY
