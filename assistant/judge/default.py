"""The default judge: no key, no network, the same answer for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.judge.aggregate import weigh
from assistant.judge.rationale import rationale
from assistant.judge.stance import Reading, read
from assistant.types import Claim, Evidence, Stance, Verdict
from index.embedding.base import Encoder

VERSION = "1"


class DefaultJudge:
    """Reads every candidate sentence, then weighs independent origins."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    @property
    def name(self) -> str:
        """What is written in `Verdict.method`."""
        return "default"

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same input could be judged otherwise."""
        return f"default-{VERSION}-{self.encoder.fingerprint}"

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        """Rate `claim`. Evidence later than `claim.as_of` is not used."""
        usable = [
            e
            for e in candidates
            if claim.as_of is None
            or e.document.published is None
            or e.document.published <= claim.as_of
        ]
        readings = [read(claim, e) for e in usable]
        weighed = weigh(claim, readings)
        shown = tuple(_told(r) for r in sorted(readings, key=_weight))
        return Verdict(
            claim=claim,
            label=weighed.label,
            confidence=round(weighed.confidence, 4),
            evidence=shown,
            rationale=rationale(claim, weighed.label, shown),
            method=self.name,
        )


def _weight(reading: Reading) -> tuple[float, float]:
    return (reading.silent, -reading.evidence.score)


def _told(reading: Reading) -> Evidence:
    strength = {
        Stance.SUPPORTS: reading.supports,
        Stance.REFUTES: reading.refutes,
        Stance.SILENT: reading.silent,
    }[reading.stance]
    return replace(
        reading.evidence,
        stance=reading.stance,
        score=round(strength, 4),
        reasons=reading.reasons,
    )
