"""Sentences of a translation beside those of its source.

Sentences are paired in order by the figures and names they share and by their length (dynamic
programming over steps of one or two sentences, after Gale and Church 1993).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.claims.amounts import same_value
from assistant.claims.sounding import heard
from assistant.names import names_in
from assistant.names.sound import skeleton
from assistant.quantities import parse
from assistant.types import Quantity
from index.sentences import sentences
from index.text import thai_tokens

_STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (1, 3), (3, 1))
_SHARED, _SAME_KIND, _SKIPPED, _UNEVEN = 3.0, 0.5, -1.5, -1.0
_SINGLE, _JOINED = 1.0, 0.2
_THAI = re.compile(r"[\u0e01-\u0e2e]")
_AMOUNTS_ONLY = frozenset({"date", "year_ce", "period"})
_LONGEST_NAME, _SILENCED = 14, 3


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of either text: its place, figures and names."""

    text: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    names: tuple[str, ...]


def sides(text: str, language: str, as_of: date | None) -> list[Side]:
    """The sentences of `text`, in order; `as_of` dates relative times."""
    return [
        Side(
            text[start:end],
            start,
            end,
            parse(text[start:end], language=language, as_of=as_of),
            tuple(n.text for n in names_in(text[start:end])),
        )
        for start, end in sentences(text, language)
    ]


def pairs(
    ours: Sequence[Side], theirs: Sequence[Side]
) -> list[tuple[tuple[Side, ...], tuple[Side, ...]]]:
    """Both texts in order, in pairs of no to three sentences a side."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if (i, j) not in best:
                continue
            for di, dj in _STEPS:
                if i + di > len(ours) or j + dj > len(theirs):
                    continue
                gain = _gain(ours[i : i + di], theirs[j : j + dj])
                score, key = best[i, j][0] + gain, (i + di, j + dj)
                if key not in best or score > best[key][0]:
                    best[key] = (score, (di, dj))
    i, j, pairs = len(ours), len(theirs), []
    while i or j:
        di, dj = best[i, j][1]
        pairs.append((tuple(ours[i - di : i]), tuple(theirs[j - dj : j])))
        i, j = i - di, j - dj
    return pairs[::-1]


def _gain(ours: Sequence[Side], theirs: Sequence[Side]) -> float:
    if not ours or not theirs:
        return _SKIPPED
    shared = _shared_figures(ours, theirs) + _shared_names(ours, theirs)
    mine, original = (sum(len(s.text) for s in side) for side in (ours, theirs))
    uneven = abs(mine - original) / max(mine, original)
    kinds = _shared_kinds(ours, theirs)
    single = _SINGLE if len(ours) == len(theirs) else _JOINED
    return _SHARED * shared + _SAME_KIND * kinds + _UNEVEN * uneven + single


def _shared_figures(ours: Sequence[Side], theirs: Sequence[Side]) -> int:
    mine = [q for s in ours for q in s.quantities]
    return sum(any(same_figure(q, m) for m in mine) for s in theirs for q in s.quantities)


def _shared_kinds(ours: Sequence[Side], theirs: Sequence[Side]) -> int:
    """How many kinds of figure (money, percent, ...) both sides hold."""
    mine = {q.kind for s in ours for q in s.quantities}
    return len(mine & {q.kind for s in theirs for q in s.quantities})


def _shared_names(ours: Sequence[Side], theirs: Sequence[Side]) -> float:
    names = {n for s in theirs for n in s.names}
    return 0.5 * sum(any(has_name(side, name) for side in ours) for name in sorted(names))


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are the same, as `same_value` has it; of times one may be the rougher."""
    if a.kind in _AMOUNTS_ONLY or b.kind in _AMOUNTS_ONLY:
        return _same_time(a, b)
    return same_value(a, b)


def _same_time(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit and (a.low, a.high) == (b.low, b.high):
        return True
    one, two = _days(a), _days(b)
    if one is None or two is None:
        return False
    inside = one[0] <= two[0] and two[1] <= one[1]
    around = two[0] <= one[0] and one[1] <= two[1]
    return inside or around


def _days(quantity: Quantity) -> tuple[date, date] | None:
    """The first and last day of a time; None where it is open or no time."""
    low, high = quantity.low, quantity.high
    if isinstance(low, date) and isinstance(high, date):
        return low, high
    if quantity.unit == "year_ce" and isinstance(low, Decimal) and isinstance(high, Decimal):
        return date(int(low), 1, 1), date(int(high), 12, 31)
    return None


def has_name(side: Side, name: str) -> bool:
    """Whether `name` stands in the sentence, in either script."""
    return heard(name, side.text)


def alike(mine: Sequence[Side], original: Sequence[Side]) -> float:
    """How many figures, kinds of figure and names of `original` are in `mine` too; 0: none."""
    shared = _shared_figures(mine, original) + _shared_kinds(mine, original)
    names = {n for s in original for n in s.names}
    heard = sum(has_name(side, n) or sounds_in(n, side.text, 3) for side in mine for n in names)
    return shared + heard


def sounds_in(name: str, text: str, least: int = 2) -> bool:
    """Whether a Thai word of `text` begins with the consonants of a word of the Latin `name`."""
    sounds = [skeleton(word) for word in re.split(r"[\s-]", name) if len(word) > 2]
    # Thai silences the last consonant of many foreign names.
    sounds = [s[:-1] if len(s) > _SILENCED else s for s in sounds if len(s) >= least]
    if not sounds or not _THAI.search(text):
        return False
    begin = 0
    for token in thai_tokens(text):
        heard = skeleton(text[begin : begin + _LONGEST_NAME])
        if any(heard.startswith(sound) for sound in sounds):
            return True
        begin += len(token)
    return False
