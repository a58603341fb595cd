"""From sentences to a verdict: independent origins, tiers, clashes, and what must be matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.judge.features import Notes
from assistant.judge.origins import origins
from assistant.judge.stance import SPEAKS, TIED, Reading, bears_out, elsewhere, standing, tied
from assistant.quantities.compare import Why
from assistant.types import Label
from index.types import Tier

TRUST = {Tier.PRIMARY: 1.0, Tier.PRESS: 1.0, Tier.SECONDARY: 0.9, Tier.LOW: 0.6}
"""What a stance counts by the standing of its publisher."""

CLEARLY = 0.5
"""A strength from which a voice speaks clearly."""

DROWNED = 0.5
"""Support weaker than this share of the strongest refutation backs no supported claim."""

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
    "borne_out", "borne_names", "borne_covered", "borne_worst", "borne_reader",
    *(f"top_{name}" for name in _OF_TOP),
)  # fmt: skip
"""Names of the numbers a verdict is made of; `top_` are those of the best linked sentence."""

SPEAK_FOR = frozenset({
    "support", "support_2", "matched_any", "reader_supports_any", "borne_out", "borne_names",
    "borne_covered", "borne_worst", "borne_reader", "top_covered", "top_worst", "top_names",
    "top_words", "top_matched", "top_q_supports", "top_period_matched", "top_reader_supports",
})  # fmt: skip
"""More of these never makes a claim more refuted than supported."""

SPEAK_AGAINST = frozenset({
    "refute", "refute_2", "slipped_any", "elsewhere_any", "reader_refutes_any", "top_apart",
    "top_q_refutes", "top_q_elsewhere", "top_period_apart", "top_negation", "top_opposed",
    "top_reader_refutes",
})  # fmt: skip
"""More of these never makes a claim more supported than refuted."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent origin: its strongest support and refutation after trust, 0..1.

    `contradict` is the strongest refutation by another figure or statement for the same thing;
    a figure that belongs elsewhere refutes without contradicting. `standing` is that of its best
    document (`assistant.judge.stance.standing`), 0 where it speaks to the checker.
    """

    support: float
    refute: float
    contradict: float
    readings: tuple[Reading, ...]
    standing: int = 2


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
            max(_trust(r, tainted) * r.refutes * (1 - r.notes.value("q_elsewhere")) for r in group),
            tuple(group),
            max(
                0 if r.evidence.document.id in tainted else standing(r.evidence.document)
                for r in group
            ),
        )
        for group in grouped.values()
    )


def _trust(reading: Reading, tainted: set[str]) -> float:
    """A document that speaks to the checker anywhere counts as low."""
    document = reading.evidence.document
    return TRUST[Tier.LOW if document.id in tainted else document.tier]


def gist(found: Sequence[Voice]) -> tuple[float, ...]:
    """The numbers of `GISTS`. `clash` is how strongly two voices speak against each other;
    `_any` are the strongest among linked sentences, `borne_` those of sentences that bear out
    every figure and period of the claim."""
    readings = [r for v in found for r in v.readings if not r.notes.set_aside]
    if not readings:
        return (0.0,) * len(GISTS)
    supports = [*sorted((v.support for v in found), reverse=True), 0.0]
    refutes = [*sorted((v.refute for v in found), reverse=True), 0.0]
    top = max(readings, key=lambda r: r.link)
    borne = _strongest(readings, "q_supports")
    bearing = [r for r in readings if r.link > 0 and bears_out(r.notes)]
    return (
        top.notes.topical,
        supports[0],
        refutes[0],
        supports[1],
        refutes[1],
        clash(found),
        _strongest(readings, "matched"),
        _strongest(readings, "slipped"),
        max(r.link * elsewhere(r.notes, borne) for r in readings),
        _strongest(readings, "reader_supports"),
        _strongest(readings, "reader_refutes"),
        float(bool(bearing)),
        *(
            max((r.notes.value(name) for r in bearing), default=0.0)
            for name in ("names", "covered", "worst", "reader_supports")
        ),
        *(top.notes.value(name) for name in _OF_TOP),
    )


def _strongest(readings: Sequence[Reading], feature: str) -> float:
    return max(r.link * r.notes.value(feature) for r in readings)


def states_amounts(found: Sequence[Voice]) -> bool:
    """Whether the claim that `found` speaks of states amounts."""
    return any(r.notes.value("amounts") > 0 for v in found for r in v.readings)


def clash(found: Sequence[Voice]) -> float:
    """How strongly two different voices speak against each other, 0..1."""
    return max(
        (min(a.support, b.contradict) for a in found for b in found if a is not b), default=0.0
    )


def possible(found: Sequence[Voice]) -> tuple[bool, ...]:
    """Which of `LABELS` the evidence can back: a verdict for or against needs a voice for or
    against, and one for it none that is much louder against. Where a voice speaks clearly, none
    of lower standing is heard beside it, and where voices speak clearly for and against, there is
    evidence."""
    clear = (v.standing for v in found if max(v.support, v.refute) >= CLEARLY)
    least = max(clear, default=0)
    heard = [v for v in found if v.standing >= least]
    support = max((v.support for v in heard), default=0.0)
    refute = max((v.refute for v in heard), default=0.0)
    readings = [r for v in heard for r in v.readings]
    return (
        support >= max(SPEAKS, DROWNED * refute) and may_support(readings),
        refute >= SPEAKS,
        refute >= SPEAKS,
        min(support, refute) < CLEARLY,
    )


def weighed(chances: Sequence[float], found: Sequence[Voice]) -> tuple[float, ...]:
    """The chance of each of `LABELS` after what the evidence can back, not summing to 1.

    Where some sentence ties the claim's figures to something else (`tied`), a supported claim is
    a conflicting one.
    """
    support, refute, conflict, none = (
        p if may else 0.0 for p, may in zip(chances, possible(found), strict=True)
    )
    if any(tied(r.notes) >= TIED for v in found for r in v.readings if not r.notes.set_aside):
        return (0.0, refute, conflict + support, none)
    return (support, refute, conflict, none)


def may_support(readings: Sequence[Reading]) -> bool:
    """Whether some linked sentence bears out all that a supported claim must have borne out. Where
    another has the claim's figure with a slip of its scale or currency, the figures must be found
    to be told of the same thing, not only to stand there."""
    linked = [r.notes for r in readings if r.link > 0 and not r.notes.set_aside]
    slipped = any(_slips(n) and n.value("names") >= 1 for n in linked)
    found = [n for n in linked if bears_out(n)]
    return any(n.value("q_supports") or not slipped for n in found)


def _slips(notes: Notes) -> bool:
    """Whether a sentence has a figure of the claim ten or a thousand times off, or in another
    currency."""
    return bool(notes.value("slipped")) or any(
        c.why is Why.OTHER_CURRENCY
        and (c.claim.low, c.claim.high) == (c.evidence.low, c.evidence.high)
        for c in notes.relation.comparisons
    )


SURE_SILENCE = 0.998
"""Given evidence is silent only when the pair reader is this sure of it: the user chose it."""

ABOUT = {"alike": 1.39, "covered": 1.0, "names": 0.06}
"""What given evidence is about: likeness of meaning, covered words, shared names. The weights are
those of a logistic regression of own texts against texts of other claims, on FoolMeTwice pages."""

UNRELATED = 0.37
"""Given evidence with less of `ABOUT` is about something else. On FoolMeTwice pages kept aside
this sets aside 78 of 100 texts of other claims, and one of the claim's own."""

UNRELATED_SURE, SUREST = 0.9, 0.97

_SAYS_NOTHING = frozenset({"no_quantity", "unsure"})


def from_given(readings: Sequence[Reading]) -> tuple[Label, float]:
    """The verdict where the user vouches for the evidence: figures where they speak, else the
    pair reader. The confidence is the share of the chosen side."""
    strengths = [_given_strengths(r) for r in readings if not r.notes.set_aside]
    support = max((s for s, _ in strengths), default=0.0)
    refute = max((r for _, r in strengths), default=0.0)
    if support + refute <= 1 - SURE_SILENCE:
        return Label.NOT_ENOUGH_EVIDENCE, min(UNRELATED_SURE, 1 - support - refute)
    side = Label.SUPPORTED if support >= refute else Label.REFUTED
    return side, min(SUREST, max(support, refute) / (support + refute))


def _given_strengths(reading: Reading) -> tuple[float, float]:
    """For and against, 0..1 each; both 0 of unrelated evidence."""
    value, why = reading.notes.value, str(reading.notes.relation.why)
    if sum(weight * value(name) for name, weight in ABOUT.items()) < UNRELATED:
        return 0.0, 0.0
    if value("amounts") and why not in _SAYS_NOTHING:
        return 0.95 * value("story_supports"), 0.95 * value("story_refutes")
    return value("reader_supports"), value("reader_refutes")
