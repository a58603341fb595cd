"""Over what a growth is measured: the year before, the quarter before, the month before."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import GROWN_OVER as ENGLISH
from assistant.quantities.words.thai_rules import GROWN_OVER as THAI


def grown_otherwise(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether both figures are growth, the one over a year and the other over a quarter or month,
    as far as both sentences say."""
    if fact.role != "change" or other.role != "change":
        return False
    one, two = _over(fact, mine), _over(other, theirs)
    return one is not None and two is not None and one != two


def _over(fact: Fact, one: Frame) -> str | None:
    """Over what the growth of a figure is measured: what its sentence tells once, else what is told
    behind the figure, before the next; None where nothing is."""
    told = _told(one.text)
    if len({span for span, _ in told}) == 1:
        return told[0][0]
    end = fact.quantity.end
    behind = [span for span, start in told if end <= start < end + len(fact.right)]
    return behind[0] if behind else None


def bases(text: str) -> list[tuple[int, int]]:
    """Where a text tells with what time a growth compares."""
    return [(start, end) for _, start, end in _found(text)]


def _told(text: str) -> list[tuple[str, int]]:
    return [(span, start) for span, start, _ in _found(text)]


@lru_cache(maxsize=4096)
def _found(text: str) -> list[tuple[str, int, int]]:
    found = [
        (span, match.start(), match.end())
        for table in (ENGLISH, THAI)
        for span, pattern in table.items()
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda told: told[1])
