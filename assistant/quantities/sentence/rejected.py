"""Figures and names that a sentence gives only to say that they are wrong: five, not six."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.words.topics import Mention, Topic

_NAME = 16  # characters between "rather than" and the name it turns down


def rejected(figures: Sequence[Figure], mentions: Sequence[Mention], text: str) -> frozenset[int]:
    """Where the words end that turn down the figure directly behind them, where another figure is
    told, for "not" one in front: five rather than six; instead of six, five; five, not six."""
    if len(figures) < _TWO:
        return frozenset()
    first, starts = figures[0].end, {f.start for f in figures}
    return frozenset(
        m.end
        for m in mentions
        if (m.end in starts or m.end + 1 in starts)
        and _turns_down(m, text)
        and (m.start >= first or m.has(Topic.INSTEAD))
    )


_TWO = 2


def _turns_down(mention: Mention, text: str) -> bool:
    """Whether a mention says that what follows is not so, beside what is: ", not"."""
    if mention.has(Topic.INSTEAD):
        return True
    if mention.has(Topic.NEGATION) != "no":
        return False
    return text[: mention.start].rstrip()[-1:] in _PAUSES if mention.start else False


_PAUSES = frozenset(",;\u2014\u2013")


def turned_down(start: int, mentions: Sequence[Mention], text: str) -> bool:
    """Whether a name that begins at `start` is one that the sentence turns down."""
    return any(0 <= start - m.end <= _NAME and _turns_down(m, text) for m in mentions)
