"""What one evidence sentence says of a claim: refutes, is silent, or supports."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evidence import context_of
from assistant.judge.addressed import no_evidence
from assistant.quantities import relate
from assistant.types import Claim, Evidence, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """One pair read: probabilities that sum to 1, and sentences for the reader."""

    evidence: Evidence
    refutes: float
    silent: float
    supports: float
    why: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def stance(self) -> Stance:
        """The likeliest stance."""
        top = max(self.refutes, self.silent, self.supports)
        if top == self.silent:
            return Stance.SILENT
        return Stance.SUPPORTS if top == self.supports else Stance.REFUTES


def read(claim: Claim, evidence: Evidence) -> Reading:
    """Read `evidence` against `claim`."""
    if no_evidence(evidence.quote):
        return Reading(evidence, 0.0, 1.0, 0.0, why="no_evidence")
    relation = relate(
        claim.query,
        evidence.quote,
        claim_as_of=claim.as_of,
        evidence_as_of=evidence.document.published,
        context=context_of(evidence),
    )
    told = relation.reason_th if claim.language == "th" else relation.reason_en
    near = evidence.score
    if relation.stance is Stance.SUPPORTS:
        return Reading(evidence, 0.05, 0.95 - near * 0.9, near * 0.9, str(relation.why), (told,))
    if relation.stance is Stance.REFUTES:
        return Reading(evidence, near * 0.8, 0.95 - near * 0.8, 0.05, str(relation.why), (told,))
    if str(relation.why) == "no_quantity":
        return Reading(evidence, 0.05, 0.95 - near, near, str(relation.why))
    return Reading(evidence, 0.1, 0.8, 0.1, str(relation.why), (told,) if told else ())
