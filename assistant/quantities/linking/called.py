"""Which of several figures a claim in another script means, by what stands in front of each."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quantities.linking.meaning import nearest
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import FUNCTIONS
from assistant.quantities.words.topics import Topic
from index.text import words

_ALIKE = 0.35  # likeness from which a word may translate another
_AHEAD = 0.15  # by how much the best must be ahead of the next


def called_alike(mine: Frame, options: Sequence[Fact]) -> int | None:
    """The place of the figure whose own words, which stand before no other, are nearest to a word
    of the claim; None where the scripts are the same, the claim tells a sum or none is ahead."""
    sides = [_words(fact.left) for fact in options]
    one_script = mine.text.isascii() == all(fact.left.isascii() for fact in options)
    if one_script or len(sides) < _TWO or mine.has(Topic.SUM):
        return None
    told = tuple(sorted(_words(mine.text)))
    own = [
        side - frozenset().union(*(s for j, s in enumerate(sides) if j != i))
        for i, side in enumerate(sides)
    ]
    scores = [max((nearest(word, told) for word in side), default=-1.0) for side in own]
    first, second = sorted(scores, reverse=True)[:_TWO]
    return scores.index(first) if first >= _ALIKE and first - second >= _AHEAD else None


_TWO = 2


def _words(text: str) -> frozenset[str]:
    found = (word.lower() for word in words(text))
    return frozenset(w for w in found if len(w) > _TWO and w not in FUNCTIONS)
