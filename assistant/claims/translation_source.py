"""A translation beside its source: figure by figure, name by name, negation by negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from assistant.claims.negation import is_negated
from assistant.claims.source_pairs import (
    Side,
    alike,
    has_name,
    pairs,
    same_figure,
    sides,
    sounds_in,
)
from assistant.claims.translation_names import NAMES
from assistant.claims.translation_notice import notice
from assistant.claims.translation_words import OFFICES
from assistant.types import Notice, Quantity
from index.text import language_of

# A count up to this comes and goes with the wording.
_SMALL = 12
# Names made of words that a translation puts in its own.
_OFFICE = re.compile(rf"(?:(?:{OFFICES})s?(?:[\s-]+|$)|of |the |and |for )+")


def source_notices(
    text: str, language: str, source: str, *, as_of: date | None = None
) -> tuple[Notice, ...]:
    """What differs between a translation and the text it was made from, in reading order.

    Spans are of the translation; what is missing from it points at the sentence where it should
    stand. `as_of` dates both texts.
    """
    ours = sides(text, language, as_of)
    theirs = sides(source, language_of(source), as_of)
    found: list[Notice] = []
    for mine, original in pairs(ours, theirs):
        if mine and original:
            found.extend(_differences(mine, original, language))
    found.extend(_missing(ours, theirs, language))
    told = {(n.start, n.end) for n in found}
    found.extend(n for n in _added(ours, theirs, language) if (n.start, n.end) not in told)
    return tuple(sorted(set(found), key=lambda n: (n.start, n.end, n.code, n.message)))


def _differences(
    mine: tuple[Side, ...], original: tuple[Side, ...], language: str
) -> Iterator[Notice]:
    theirs = [q for s in original for q in s.quantities]
    ours = [(q, s.start) for s in mine for q in s.quantities]
    lacking = [q for q in theirs if not any(same_figure(q, other) for other, _ in ours)]
    for quantity, at in ours:
        if any(same_figure(quantity, q) for q in theirs):
            continue
        rival = _rival(quantity, lacking)
        if rival is not None:
            lacking.remove(rival)
            start, end = at + quantity.start, at + quantity.end
            yield notice("figure_differs", language, start, end, rival.text)
    yield from _names_as_words(mine, original, language)
    if _related(mine, original) and _denies(mine) != _denies(original):
        start, end = mine[0].start, mine[-1].end
        yield notice("negation_differs", language, start, end, " ".join(s.text for s in original))


def _related(mine: Sequence[Side], original: Sequence[Side]) -> bool:
    """Whether the two may translate each other: with figures or names, some are shared.

    Of several sentences paired with one, the one that denies must share some of its own.
    """
    if len(mine) != len(original):
        one, several = sorted((mine, original), key=len)
        denying = [s for s in several if _denies([s])]
        return not denying or any(alike([s], one) > 0 for s in denying)
    told = any(s.quantities or s.names for s in (*mine, *original))
    return not told or alike(mine, original) > 0 or alike(original, mine) > 0


def _denies(side: Sequence[Side]) -> bool:
    return any(is_negated(s.text, language_of(s.text)) for s in side)


def _names_as_words(
    mine: tuple[Side, ...], original: tuple[Side, ...], language: str
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


def _missing(ours: Sequence[Side], theirs: Sequence[Side], language: str) -> Iterator[Notice]:
    """Figures and names of the source that stand nowhere in the translation."""
    told: set[str] = set()
    everything = [q for s in ours for q in s.quantities]
    for mine, original in pairs(ours, theirs):
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        for side in original:
            for name in _sure_names(side, theirs):
                heard = any(sounds_in(name, s.text) for s in mine)
                if name not in told and not heard and not any(has_name(s, name) for s in ours):
                    told.add(name)
                    yield notice("name_lost", language, start, end, name)
            for quantity in side.quantities:
                known = any(same_figure(quantity, q) for q in everything)
                rival = _rival(quantity, [q for s in mine for q in s.quantities])
                if not known and rival is None and quantity.text not in told:
                    told.add(quantity.text)
                    yield notice("figure_lost", language, start, end, quantity.text)


def _added(ours: Sequence[Side], theirs: Sequence[Side], language: str) -> Iterator[Notice]:
    """Figures and names of the translation that stand nowhere in the source."""
    everything = [q for s in theirs for q in s.quantities]
    for side in ours:
        for quantity in side.quantities:
            if _weighty(quantity) and not any(same_figure(quantity, q) for q in everything):
                start, end = side.start + quantity.start, side.start + quantity.end
                yield notice("figure_added", language, start, end)
        for name in _sure_names(side, ours):
            if not any(has_name(s, name) or sounds_in(name, s.text) for s in theirs):
                start = side.start + side.text.index(name)
                yield notice("name_added", language, start, start + len(name))


def _weighty(quantity: Quantity) -> bool:
    """Not a small count such as "both" or "one of four", which wording adds and drops."""
    if quantity.kind in {"count", "duration"}:
        return _size(quantity) > _SMALL
    return quantity.kind not in {"period", "date"} or quantity.low is not None


def _sure_names(side: Side, theirs: Sequence[Side]) -> list[str]:
    """Latin names of a sentence that a translation keeps.

    Without single words that are capital only because they open a sentence, and without offices
    and bodies, which are translated.
    """
    inside = {n for s in theirs for n in s.names if not s.text.startswith(n)}
    kept = [n for n in side.names if not side.text.startswith(n) or " " in n or n in inside]
    return [n for n in kept if n.isascii() and not _OFFICE.fullmatch(n)]
