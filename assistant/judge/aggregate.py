"""From sentences to a verdict: independent origins, tiers, clashes, and what must be matched."""

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

_OF_TOP = (
    "covered", "worst", "names", "words", "matched", "apart", "q_supports", "q_refutes",
    "q_elsewhere", "amounts", "periods", "period_matched", "period_apart", "negation", "opposed",
    "extreme", "unplanned", "reader_supports", "reader_refutes",
)  # fmt: skip
GISTS = (
    "topic", "support", "refute", "support_2", "refute_2", "clash", "matched_any", "slipped_any",
    "elsewhere_any", "reader_supports_any", "reader_refutes_any",
    *(f"top_{name}" for name in _OF_TOP),
)  # fmt: skip
"""Names of the numbers a verdict is made of; `top_` are those of the best linked sentence."""


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
    """The numbers of `GISTS`. `clash` is how strongly two voices speak against each other;
    `_any` are the strongest among linked sentences."""
    readings = [r for v in found for r in v.readings if not r.notes.set_aside]
    if not readings:
        return (0.0,) * len(GISTS)
    supports = [*sorted((v.support for v in found), reverse=True), 0.0]
    refutes = [*sorted((v.refute for v in found), reverse=True), 0.0]
    top = max(readings, key=lambda r: r.link)
    return (
        top.notes.topical,
        supports[0],
        refutes[0],
        supports[1],
        refutes[1],
        clash(found),
        _strongest(readings, "matched"),
        _strongest(readings, "slipped"),
        max(r.link * r.notes.value("q_elsewhere") * r.notes.value("matched") for r in readings),
        _strongest(readings, "reader_supports"),
        _strongest(readings, "reader_refutes"),
        *(top.notes.value(name) for name in _OF_TOP),
    )


def _strongest(readings: Sequence[Reading], feature: str) -> float:
    return max(r.link * r.notes.value(feature) for r in readings)


def clash(found: Sequence[Voice]) -> float:
    """How strongly two different voices speak against each other, 0..1."""
    return max((min(a.support, b.refute) for a in found for b in found if a is not b), default=0.0)


def may_support(readings: Sequence[Reading]) -> bool:
    """Whether some linked sentence bears out all that a supported claim must have borne out:
    each of its amounts, and its period, in the sentence or in what surrounds it."""
    return any(_bears_out(r) for r in readings if r.link > 0 and not r.notes.set_aside)


def _bears_out(reading: Reading) -> bool:
    value = reading.notes.value
    amounts = not value("amounts") or max(value("matched"), value("nearby")) >= 1
    periods = not value("periods") or max(value("period_matched"), value("period_nearby")) >= 1
    return amounts and (periods or not value("period_apart"))


def from_given(readings: Sequence[Reading]) -> tuple[Label, float]:
    """The verdict where the user vouches for the evidence: figures where they speak, else the
    pair reader. The confidence is the strength of the deciding reading."""
    strengths = [_given_strengths(r) for r in readings if not r.notes.set_aside]
    support = max((s for s, _ in strengths), default=0.0)
    refute = max((r for _, r in strengths), default=0.0)
    silence = 1 - max(support, refute)
    if silence > max(support, refute):
        return Label.NOT_ENOUGH_EVIDENCE, silence
    return (Label.SUPPORTED, support) if support >= refute else (Label.REFUTED, refute)


def _given_strengths(reading: Reading) -> tuple[float, float]:
    value = reading.notes.value
    supports, refutes = value("reader_supports"), value("reader_refutes")
    if value("amounts") and value("story_supports"):
        return 0.95, 0.0
    if value("amounts") and value("story_refutes"):
        return 0.0, 0.95
    return supports, refutes
