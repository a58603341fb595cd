"""English sentences in a Thai text, which end as English sentences do."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.sentences import Piece, pieces

_RUN = re.compile(r"[“\"'‘(]?[A-Z][^\u0e00-\u0e7f\r\n]{24,}")
_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]*(?![\w’'-])")
# What joins English words to a sentence; lists of names have few of them.
_LINK = re.compile(
    r"\b(?:the|a|an|of|in|to|and|is|are|was|were|for|on|by|with|that|at|from|will|has|have|had|said)\b"
)
_FEWEST_WORDS, _FEWEST_LINKS = 4, 1


def english_in(text: str) -> tuple[Piece, ...]:
    """The English sentences of a Thai `text`, in order.

    Their odds are infinite where a sentence begins for certain, 0 where Thai stands before it on
    the line.
    """
    found: list[Piece] = []
    for run in _RUN.finditer(text):
        words = run.group()
        if len(_WORD.findall(words)) < _FEWEST_WORDS or len(_LINK.findall(words)) < _FEWEST_LINKS:
            continue
        opens_line = not text[text.rfind("\n", 0, run.start()) + 1 : run.start()].strip()
        for number, piece in enumerate(pieces(words, "en")):
            odds = math.inf if number or opens_line else 0.0
            found.append(Piece(run.start() + piece.start, run.start() + piece.end, odds))
    return tuple(found)


def reads_english(text: str) -> bool:
    """Whether a piece without Thai letters is English, as one sentence of a longer English run may
    be short; names and labels are not."""
    return len(_WORD.findall(text)) >= _SHORTEST and bool(_LINK.search(text))


_SHORTEST = 3
"""Words in lower case of a short English sentence."""


def with_english(cut: Iterable[Piece], text: str) -> Iterator[Piece]:
    """The pieces `cut` from a Thai text, with its English sentences whole in place of theirs."""
    english = english_in(text)
    if not english:
        yield from cut
        return
    ends = [sentence.end for sentence in english]
    thai = [part for piece in cut for part in _outside(piece, text, english, ends)]
    yield from sorted([*thai, *english], key=lambda piece: piece.start)


def _outside(
    piece: Piece, text: str, english: Sequence[Piece], ends: Sequence[int]
) -> Iterator[Piece]:
    """What of a Thai piece stands outside of the English sentences."""
    at = bisect_right(ends, piece.start)
    begin, odds = piece.start, piece.odds
    if at and not text[ends[at - 1] : begin].strip():
        odds = math.inf
    while at < len(english) and english[at].start < piece.end:
        yield from _trimmed(text, begin, english[at].start, odds)
        begin, odds = english[at].end, math.inf
        at += 1
    yield from _trimmed(text, begin, piece.end, odds)


def _trimmed(text: str, start: int, end: int, odds: float) -> Iterator[Piece]:
    """`[start, end)` without outer blanks, nothing when that is all there is."""
    part = text[start:end]
    if start < end and part.strip():
        left = len(part) - len(part.lstrip())
        yield Piece(start + left, start + len(part.rstrip()), odds)
