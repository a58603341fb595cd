"""What the default judge computed, and how that binds a model.

The figures that count are those behind the default verdict: the comparisons printed with its
evidence (`Evidence.reasons`) that settle the stance of their sentence, clearly, in a document that
speaks to no checker. The rule where a model and the figures part:

1. Where figures are behind the default verdict (one backs `supported`, one is against `refuted`,
   either is behind `conflicting`), it stands against any other label. Three labels may still
   differ: `conflicting` where figures speak on both sides, or back the claim while the model cites
   a sentence against it (a true figure may mislead); the opposite label where figures speak on
   both sides, which makes `conflicting`; and `conflicting` or `not_enough_evidence` where all
   figures are dates, which only tell against the opposite: whether they date the same event is the
   model's to read.
2. Where the default judge abstained or went by words, a label that figures speak against alone
   becomes `not_enough_evidence`; one that figures speak both for and against, `conflicting`.
3. `supported` stands for a claim that states figures only where a cited sentence bears them out,
   there or in its passage. No label stands on nothing but undated sources, or sources of low
   standing, where the default verdict is the opposite or `conflicting`, nor where the default
   judge abstained and clearly took each of those sentences the other way. Else it is
   `not_enough_evidence`.
4. Figures against a label that stands are put beside the model's evidence, cited or not.

Whatever is changed, or stands against figures, is told in the rationale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import context_of
from assistant.judge.aggregate import CLEARLY
from assistant.judge.figures import figures
from assistant.judge.stance import standing
from assistant.llm.leash import Shown
from assistant.llm.stances import called_false, overlap, says, turned
from assistant.quantities import parse
from assistant.types import Claim, Evidence, Label, Stance, Verdict

_NEEDS = {
    Label.SUPPORTED: {Stance.SUPPORTS},
    Label.REFUTED: {Stance.REFUTES},
    Label.CONFLICTING: {Stance.SUPPORTS, Stance.REFUTES},
}
_FULL = 2
"""The standing of sources that are dated, or given by the user, and not of the lowest tier."""

_AGAINST = {Label.SUPPORTED: Stance.REFUTES, Label.REFUTED: Stance.SUPPORTS}


@dataclass(frozen=True, slots=True)
class Computed:
    """The default verdict on a claim, and the evidence of it that computed figures decide."""

    base: Verdict
    decided: tuple[Evidence, ...]

    @property
    def stances(self) -> frozenset[Stance]:
        """The sides on which figures speak; where they speak on both, those of the sources of
        best standing count."""
        best = max((standing(e.document) for e in self.decided), default=0)
        return frozenset(e.stance for e in self.decided if standing(e.document) == best)

    def binds(self, label: Label, kept: Sequence[Evidence]) -> bool:
        """Whether the default verdict stands against a model's `label` (rule 1); `kept` is what
        the model cites."""
        ours, sides = self.base.label, self.stances
        if label is ours or not sides & _NEEDS.get(ours, set()):
            return False
        if label in _AGAINST:
            return len(sides) == 1 or ours is Label.CONFLICTING
        if label is Label.CONFLICTING and (len(sides) > 1 or self.backed_and_doubted(kept)):
            return False
        return not _only_dates(self.base.claim)

    def backed_and_doubted(self, kept: Sequence[Evidence]) -> bool:
        """Whether figures back the claim, and a cited sentence speaks against it."""
        return self.stances == {Stance.SUPPORTS} and any(e.stance is Stance.REFUTES for e in kept)

    def tempered(self, label: Label) -> Label:
        """`label`, or what it becomes where figures speak against it (rules 1 and 2)."""
        against = _AGAINST.get(label)
        if label is self.base.label or against not in self.stances:
            return label
        return Label.CONFLICTING if len(self.stances) > 1 else Label.NOT_ENOUGH_EVIDENCE

    def outweighed(self, label: Label, kept: Sequence[Evidence]) -> bool:
        """Whether only sources of lesser standing back `label`, and the default verdict, or where
        there is none the default judge's view of each sentence, speaks against it (rule 3)."""
        if label not in _AGAINST:
            return False
        backing = [e for e in kept if e.stance in _NEEDS[label]]
        if any(standing(e.document) >= _FULL for e in backing):
            return False
        if self.base.label is Label.NOT_ENOUGH_EVIDENCE:
            return bool(backing) and all(self._taken_against(label, e) for e in backing)
        return _AGAINST[label] in _NEEDS.get(self.base.label, set())

    def _taken_against(self, label: Label, cited: Evidence) -> bool:
        """Whether the default judge clearly took a cited sentence to speak against `label`."""
        return any(
            e.stance is _AGAINST[label] and e.score >= CLEARLY and overlap(e, cited)
            for e in self.base.evidence
        )

    def against(self, label: Label, kept: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Figures against `label`, or on either side of `conflicting`, that `kept` lacks
        (rule 4)."""
        sides = {_AGAINST[label]} if label in _AGAINST else _NEEDS.get(label, set())
        return tuple(
            e for e in self.decided if e.stance in sides and not any(overlap(e, k) for k in kept)
        )


def computed(base: Verdict, passages: Sequence[Shown]) -> Computed:
    """What the default verdict `base` computed about the passages that are shown to a model."""
    sound = {p.document.id for p in passages if not p.speaks}
    decided = (e for e in base.evidence if e.document.id in sound and _decides(base.claim, e))
    return Computed(base, tuple(decided))


def _decides(claim: Claim, evidence: Evidence) -> bool:
    """Whether figures alone give a sentence its stance, clearly. That years agree settles nothing,
    nor do figures that agree in a denial, or agree with a part of the claim's."""
    stance = says(evidence)
    if evidence.score < CLEARLY or called_false(claim, evidence):
        return False
    if stance is Stance.SUPPORTS:
        found = figures(claim.query, evidence.quote, context_of(evidence))
        whole = not found.amounts or found.matched >= 1
        return whole and not _only_years(claim) and not turned(claim, evidence)
    return stance is Stance.REFUTES


def _only_dates(claim: Claim) -> bool:
    """Whether a claim states no figure but dates."""
    return all(q.kind == "date" for q in parse(claim.query))


def _only_years(claim: Claim) -> bool:
    """Whether a claim states no figure but years: that those agree settles nothing."""
    return all(q.unit == "year_ce" for q in parse(claim.query))


def borne_out(claim: Claim, kept: Sequence[Evidence]) -> bool:
    """Whether the sentences of `kept` that support `claim` bear out each of its figures, and each
    of its periods where it states no other figure (rule 3); True for a claim without any."""
    backing = [e for e in kept if e.stance is Stance.SUPPORTS]
    if any(says(e) is Stance.SUPPORTS for e in backing):
        return True
    found = figures(claim.query, " ".join(e.quote for e in backing), _around(backing))
    if found.amounts:
        return found.nearby >= 1
    return not found.periods or found.period_nearby >= 1


def _around(backing: Sequence[Evidence]) -> str:
    days = (f"({e.document.published:%d %B %Y})" for e in backing if e.document.published)
    return " ".join([*(f"{e.document.title} {e.passage.text}" for e in backing), *days])
