"""Bounds that are told of nothing: no seat costs over 3,000, none earns less than 400."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.words.english_roles import NO_ONE as ENGLISH
from assistant.quantities.words.thai_roles import NO_ONE as THAI
from assistant.quantities.words.topics import Mention, Topic

_NO = ENGLISH | THAI
_TURNED = {"gt": "le", "ge": "lt", "lt": "ge", "le": "gt"}


def none_beyond(
    figures: tuple[Figure, ...], mentions: tuple[Mention, ...], text: str
) -> tuple[tuple[Figure, ...], tuple[Mention, ...]]:
    """Figures and mentions, with the only bound of a sentence that begins with "no" turned, and
    "all" for that "no": no seat over 3,000 is all seats up to 3,000."""
    amounts = [f for f in figures if f.moment is None]
    none = [m for m in mentions if m.has(Topic.NEGATION)]
    if len(amounts) != 1 or amounts[0].comparator not in _TURNED or len(none) != 1:
        return figures, mentions
    word = text[none[0].start : none[0].end].lower()
    if none[0].start or word not in _NO:
        return figures, mentions
    kept = tuple(_turned(f) if f is amounts[0] else f for f in figures)
    every = Mention(none[0].start, none[0].end, ((Topic.ALL, "all"),))
    return kept, tuple(every if m is none[0] else m for m in mentions)


def _turned(figure: Figure) -> Figure:
    """What a figure leaves out."""
    return replace(figure, low=figure.high, high=figure.low, comparator=_TURNED[figure.comparator])
