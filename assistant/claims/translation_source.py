"""A translation beside its source: figure by figure, name by name, negation by negation.

Sentences are paired in order by the figures and names they share and by their length (dynamic
programming over steps of one or two sentences, after Gale and Church 1993).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.claims.identity import same_amount
from assistant.claims.negation import is_negated
from assistant.claims.translation import NAMES, notice
from assistant.names import named_in, names_in
from assistant.quantities import parse
from assistant.types import Notice, Quantity
from index.sentences import sentences
from index.text import language_of

_STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (1, 3), (3, 1))
_SHARED, _SAME_KIND, _SKIPPED, _UNEVEN = 3.0, 0.5, -1.5, -1.0
_SINGLE, _JOINED = 1.0, 0.2
_AMOUNTS_ONLY = frozenset({"date", "year_ce", "period"})


@dataclass(frozen=True, slots=True)
class _Side:
    """One sentence of either text: its place, figures and names."""

    text: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    names: tuple[str, ...]


def source_notices(
    text: str, language: str, source: str, *, as_of: date | None = None
) -> tuple[Notice, ...]:
    """What differs between a translation and the text it was made from, in reading order.

    Spans are of the translation; what is missing from it points at the sentence where it should
    stand. `as_of` dates both texts.
    """
    ours = _sides(text, language, as_of)
    theirs = _sides(source, language_of(source), as_of)
    found: list[Notice] = []
    for mine, original in _pairs(ours, theirs):
        if mine and original:
            found.extend(_differences(mine, original, language))
    found.extend(_missing(ours, theirs, language))
    return tuple(sorted(set(found), key=lambda n: (n.start, n.end, n.code, n.message)))


def _sides(text: str, language: str, as_of: date | None) -> list[_Side]:
    return [
        _Side(
            text[start:end],
            start,
            end,
            parse(text[start:end], language=language, as_of=as_of),
            tuple(n.text for n in names_in(text[start:end])),
        )
        for start, end in sentences(text, language)
    ]


def _pairs(
    ours: Sequence[_Side], theirs: Sequence[_Side]
) -> list[tuple[tuple[_Side, ...], tuple[_Side, ...]]]:
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


def _gain(ours: Sequence[_Side], theirs: Sequence[_Side]) -> float:
    if not ours or not theirs:
        return _SKIPPED
    shared = _shared_figures(ours, theirs) + _shared_names(ours, theirs)
    mine, original = (sum(len(s.text) for s in side) for side in (ours, theirs))
    uneven = abs(mine - original) / max(mine, original)
    kinds = _shared_kinds(ours, theirs)
    single = _SINGLE if len(ours) == len(theirs) else _JOINED
    return _SHARED * shared + _SAME_KIND * kinds + _UNEVEN * uneven + single


def _shared_figures(ours: Sequence[_Side], theirs: Sequence[_Side]) -> int:
    mine = [q for s in ours for q in s.quantities]
    return sum(any(_same(q, m) for m in mine) for s in theirs for q in s.quantities)


def _shared_kinds(ours: Sequence[_Side], theirs: Sequence[_Side]) -> int:
    """How many kinds of figure (money, percent, ...) both sides hold."""
    mine = {q.kind for s in ours for q in s.quantities}
    return len(mine & {q.kind for s in theirs for q in s.quantities})


def _shared_names(ours: Sequence[_Side], theirs: Sequence[_Side]) -> float:
    names = {n for s in theirs for n in s.names}
    return 0.5 * sum(any(_has_name(side, name) for side in ours) for name in sorted(names))


def _same(a: Quantity, b: Quantity) -> bool:
    if a.kind in _AMOUNTS_ONLY or b.kind in _AMOUNTS_ONLY:
        return a.unit == b.unit and a.low == b.low and a.high == b.high
    return same_amount(a, b)


def _has_name(side: _Side, name: str) -> bool:
    return name.casefold() in side.text.casefold() or named_in(name, side.text)


def _differences(
    mine: tuple[_Side, ...], original: tuple[_Side, ...], language: str
) -> Iterator[Notice]:
    theirs = [q for s in original for q in s.quantities]
    ours = [(q, s.start) for s in mine for q in s.quantities]
    lacking = [q for q in theirs if not any(_same(q, other) for other, _ in ours)]
    for quantity, at in ours:
        if any(_same(quantity, q) for q in theirs):
            continue
        rival = _rival(quantity, lacking)
        if rival is not None:
            lacking.remove(rival)
            start, end = at + quantity.start, at + quantity.end
            yield notice("figure_differs", language, start, end, rival.text)
    yield from _names_as_words(mine, original, language)
    if _denies(mine) != _denies(original):
        start, end = mine[0].start, mine[-1].end
        yield notice("negation_differs", language, start, end, " ".join(s.text for s in original))


def _denies(side: Sequence[_Side]) -> bool:
    return any(is_negated(s.text, language_of(s.text)) for s in side)


def _names_as_words(
    mine: tuple[_Side, ...], original: tuple[_Side, ...], language: str
) -> Iterator[Notice]:
    """Names of the source whose dictionary meaning stands in the translation."""
    for pattern, name in NAMES:
        if not any(re.search(rf"\b{re.escape(name)}\b", s.text) for s in original):
            continue
        for side in mine:
            for match in pattern.finditer(side.text):
                start, end = side.start + match.start(), side.start + match.end()
                yield notice("translated_name", language, start, end, name)


def _rival(quantity: Quantity, lacking: Sequence[Quantity]) -> Quantity | None:
    """The figure of the source that this one was probably made from."""
    alike = [q for q in lacking if q.kind == quantity.kind]
    if not alike:
        alike = [q for q in lacking if _digits(q) == _digits(quantity)]
    return min(alike, key=lambda q: abs(_size(q) - _size(quantity)), default=None)


def _digits(quantity: Quantity) -> str:
    return "".join(c for c in quantity.text if c.isdigit())


def _size(quantity: Quantity) -> Decimal:
    value = quantity.low if isinstance(quantity.low, Decimal) else quantity.high
    return value if isinstance(value, Decimal) else Decimal(0)


def _missing(ours: Sequence[_Side], theirs: Sequence[_Side], language: str) -> Iterator[Notice]:
    """Figures and names of the source that stand nowhere in the translation."""
    told: set[str] = set()
    everything = [q for s in ours for q in s.quantities]
    for mine, original in _pairs(ours, theirs):
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        for side in original:
            for name in _sure_names(side, theirs):
                if name not in told and not any(_has_name(s, name) for s in ours):
                    told.add(name)
                    yield notice("name_lost", language, start, end, name)
            for quantity in side.quantities:
                known = any(_same(quantity, q) for q in everything)
                rival = _rival(quantity, [q for s in mine for q in s.quantities])
                if not known and rival is None and quantity.text not in told:
                    told.add(quantity.text)
                    yield notice("figure_lost", language, start, end, quantity.text)


def _sure_names(side: _Side, theirs: Sequence[_Side]) -> list[str]:
    """Names of a sentence, without single words that are capital only because they open one."""
    inside = {n for s in theirs for n in s.names if not s.text.startswith(n)}
    return [n for n in side.names if not side.text.startswith(n) or " " in n or n in inside]
