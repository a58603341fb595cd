"""A translation beside its source: figure by figure, name by name, negation by negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.claims.negation import is_negated
from assistant.claims.source_figures import figure_signs, rival_of, weighty, written_in
from assistant.claims.source_names import in_words, kept_of, lost
from assistant.claims.source_pairs import (
    Side,
    alike,
    has_name,
    pairs,
    same_figure,
    sides,
    sounds_in,
)
from assistant.claims.translation import translation_notices
from assistant.claims.translation_notice import Sign, listed, merged, notice, whole_words
from assistant.claims.translation_words import IMPLIED_NO
from assistant.types import Notice
from index.text import language_of

_IMPLIED = {side: re.compile(words, re.IGNORECASE) for side, words in IMPLIED_NO.items()}
Pairs = Sequence[tuple[tuple[Side, ...], tuple[Side, ...]]]


def source_notices(
    text: str,
    language: str,
    source: str,
    *,
    as_of: date | None = None,
) -> tuple[Notice, ...]:
    """What differs between a translation and the text it was made from, in reading order.

    Spans are of the translation; what is missing from it points at the sentence where it should
    stand. `as_of` dates both texts.
    """
    ours = sides(text, language, as_of)
    theirs = sides(source, language_of(source), as_of)
    paired = pairs(ours, theirs)
    found: list[Sign] = []
    for mine, original in paired:
        if mine and original:
            found.extend(figure_signs(mine, original))
            found.extend(_negations(mine, original))
    found.extend(_names(paired, ours, theirs))
    found.extend(_figures_lost(paired, ours))
    told = {sign[1:3] for sign in found}
    found.extend(sign for sign in _added(ours, theirs) if sign[1:3] not in told)
    whole = (whole_words(sign, text) for sign in listed(found))
    return merged([notice(code, language, start, end, what) for code, start, end, what in whole])


def spoilt_notices(
    text: str,
    language: str,
    source: str | None = None,
    *,
    as_of: date | None = None,
) -> tuple[Notice, ...]:
    """All that translation seems to have spoilt in `text`, in reading order.

    Read from the text alone and, where the `source` is known, beside it; one place is told once.
    """
    found = translation_notices(text, language)
    if source is not None:
        found += source_notices(text, language, source, as_of=as_of)
    return merged(found)


def _negations(mine: tuple[Side, ...], original: tuple[Side, ...]) -> Iterator[Sign]:
    if not _related(mine, original) or _denies(mine) == _denies(original):
        return
    silent = original if _denies(mine) else mine
    if not any(_IMPLIED[language_of(s.text)].search(s.text) for s in silent):
        what = " ".join(s.text for s in original)
        yield "negation_differs", mine[0].start, mine[-1].end, what


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


def _names(paired: Pairs, ours: Sequence[Side], theirs: Sequence[Side]) -> Iterator[Sign]:
    """Names of the source that became words in the translation, or stand nowhere in it."""
    told: set[str] = set()
    for mine, original in paired:
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        for name in dict.fromkeys(n for side in original for n in side.names if n.isascii()):
            if name in told:
                continue
            spoilt = in_words(name, mine)
            kept = kept_of(name)
            if spoilt is not None:
                yield spoilt
            elif kept and name in _sure_names(original, theirs) and lost(kept, mine, ours):
                yield "name_lost", start, end, name
            else:
                continue
            told.add(name)


def _figures_lost(paired: Pairs, ours: Sequence[Side]) -> Iterator[Sign]:
    """Figures of the source that stand nowhere in the translation."""
    told: set[str] = set()
    everything = [q for s in ours for q in s.quantities]
    for mine, original in paired:
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        near = [q for s in mine for q in s.quantities]
        for quantity in (q for side in original for q in side.quantities if weighty(q)):
            known = any(same_figure(quantity, q) for q in everything)
            written = any(written_in(quantity, s.text) for s in mine)
            rival = rival_of(quantity, near)
            if not known and not written and rival is None and quantity.text not in told:
                told.add(quantity.text)
                yield "figure_lost", start, end, quantity.text


def _added(ours: Sequence[Side], theirs: Sequence[Side]) -> Iterator[Sign]:
    """Figures and names of the translation that stand nowhere in the source."""
    everything = [q for s in theirs for q in s.quantities]
    for side in ours:
        for quantity in side.quantities:
            if weighty(quantity) and not any(same_figure(quantity, q) for q in everything):
                start, end = side.start + quantity.start, side.start + quantity.end
                yield "figure_added", start, end, ""
        for name in _sure_names([side], ours):
            if not any(has_name(s, name) or sounds_in(name, s.text) for s in theirs):
                start = side.start + side.text.index(name)
                yield "name_added", start, start + len(name), ""


def _sure_names(some: Sequence[Side], theirs: Sequence[Side]) -> list[str]:
    """Latin names of some sentences that a translation keeps.

    Without single words that are capital only because they open a sentence, and without offices
    and bodies, which are translated.
    """
    inside = {n for s in theirs for n in s.names if not s.text.startswith(n)}
    kept = [n for s in some for n in s.names if not s.text.startswith(n) or " " in n or n in inside]
    return [n for n in kept if n.isascii() and kept_of(n)]
