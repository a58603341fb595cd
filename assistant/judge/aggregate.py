"""From the stances of sentences to what speaks for and against: origins, tiers, clashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.judge.origins import origins
from assistant.judge.stance import Reading
from assistant.types import Label
from index.types import Tier

TRUST = {Tier.PRIMARY: 1.0, Tier.PRESS: 1.0, Tier.SECONDARY: 0.9, Tier.LOW: 0.6}
"""What a stance counts by the standing of its publisher."""

LABELS = (
    Label.SUPPORTED,
    Label.REFUTED,
    Label.CONFLICTING,
    Label.NOT_ENOUGH_EVIDENCE,
)

GISTS = ("support", "refute", "support_2", "refute_2", "clash", "inner", "covered", "elsewhere")
"""Names of the numbers that a verdict is made of."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent origin: its strongest support and refutation after trust, 0..1."""

    support: float
    refute: float
    readings: tuple[Reading, ...]


def voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """Readings gathered by independent origin, in order of first appearance."""
    roots = origins([r.evidence.document for r in readings])
    tainted = {
        r.evidence.document.id for r in readings if r.notes.set_aside in ("addressed", "disguised")
    }
    grouped: dict[int, list[Reading]] = {}
    for root, reading in zip(roots, readings, strict=True):
        grouped.setdefault(root, []).append(reading)
    return tuple(
        Voice(
            max(_trust(r, tainted) * r.supports for r in group),
            max(_trust(r, tainted) * r.refutes for r in group),
            tuple(group),
        )
        for group in grouped.values()
    )


def _trust(reading: Reading, tainted: set[str]) -> float:
    """A document that speaks to the checker anywhere counts as low."""
    document = reading.evidence.document
    return TRUST[Tier.LOW if document.id in tainted else document.tier]


def gist(found: Sequence[Voice]) -> tuple[float, ...]:
    """The numbers of `GISTS`: strongest and second voice for and against; `clash`, how strongly
    two different voices speak against each other; `inner`, how strongly one voice does both."""
    supports = [*sorted((v.support for v in found), reverse=True), 0.0, 0.0]
    refutes = [*sorted((v.refute for v in found), reverse=True), 0.0, 0.0]
    clash = max((min(a.support, b.refute) for a in found for b in found if a is not b), default=0.0)
    inner = max((min(v.support, v.refute) for v in found), default=0.0)
    notes = [r.notes for v in found for r in v.readings]
    return (
        supports[0],
        refutes[0],
        supports[1],
        refutes[1],
        clash,
        inner,
        max((n.value("covered") for n in notes), default=0.0),
        max((n.value("q_elsewhere") * n.value("related") for n in notes), default=0.0),
    )
