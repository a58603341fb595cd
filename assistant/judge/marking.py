"""Evidence and claim as the pair reader sees them: figures tied by marks, in one spelling.

A network this small cannot tell that "5.576 ล้าน" is less than "$6 million", or that พ.ศ. 2567 is
2024; arithmetic can. What the reader has to judge is whether the figure that agrees belongs to the
thing that is claimed, so each figure of the claim that the evidence bears out carries the same
mark on both sides, and one that the evidence has otherwise carries `APART`.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.judge.figures import agrees, of_a_kind
from assistant.quantities import compare, parse
from assistant.types import Quantity, Stance
from index.embedding.numerals import canonical

MARKS = "§¶†‡¤¬"
"""One for each figure of the claim that is borne out, in order; further ones stay unmarked."""

APART = "×"
"""After a figure of the claim for which the evidence has only others in the same unit."""

_WITHOUT = str.maketrans(dict.fromkeys(MARKS + APART, " "))


def as_read(evidence: str, claim: str) -> tuple[str, str]:
    """Both texts with their figures marked and spelled alike; nothing else reads these."""
    return tuple(map(canonical, marked(evidence, claim)))  # type: ignore[return-value]


def marked(evidence: str, claim: str) -> tuple[str, str]:
    """Both texts with marks after their figures; marks that stood there before are blanks."""
    evidence, claim = evidence.translate(_WITHOUT), claim.translate(_WITHOUT)
    theirs = parse(evidence)
    here: list[tuple[int, str]] = []
    there: list[tuple[int, str]] = []
    free = iter(MARKS)
    for mine in parse(claim):
        alike = [q for q in theirs if of_a_kind(mine, q)]
        same = [q.end for q in alike if agrees(compare(mine, q))]
        if same and (mark := next(free, "")):
            here.append((mine.end, mark))
            there += [(end, mark) for end in same]
        elif not same and _otherwise(mine, alike):
            here.append((mine.end, APART))
    return _inserted(evidence, there), _inserted(claim, here)


def _otherwise(mine: Quantity, theirs: Sequence[Quantity]) -> bool:
    return any(compare(mine, q).stance is Stance.REFUTES for q in theirs)


def _inserted(text: str, marks: Sequence[tuple[int, str]]) -> str:
    parts, at = [], 0
    for end, mark in sorted(marks):
        parts += [text[at:end], f" {mark} "]
        at = end
    return "".join([*parts, text[at:]])
