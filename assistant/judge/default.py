"""The default judge: no key, no network, the same answer for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence import is_given
from assistant.judge.aggregate import LABELS, from_given, gist, states_amounts, voices, weighed
from assistant.judge.alignment import Aligner
from assistant.judge.calibration import load_weights
from assistant.judge.features import Notetaker
from assistant.judge.rationale import Grounds, rationale
from assistant.judge.reader import Reader, load_reader
from assistant.judge.stance import Reading, read
from assistant.types import Claim, Evidence, Label, Stance, Verdict
from index.embedding.base import Encoder

VERSION = "2"


class DefaultJudge:
    """Reads every candidate sentence, then weighs independent origins.

    `reader` takes the place of the shipped pair reader, with which the weights were fitted.
    """

    def __init__(self, encoder: Encoder, reader: Reader | None = None) -> None:
        self.encoder = encoder
        self.weights = load_weights()
        self._reader = reader or load_reader()
        self._notetaker = Notetaker(Aligner(encoder), self._reader)

    @property
    def name(self) -> str:
        """What is written in `Verdict.method`."""
        return "default"

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same input could be judged otherwise."""
        parts = (VERSION, self.weights.fingerprint, self._reader.fingerprint)
        return "-".join(("default", *parts, self.encoder.fingerprint))

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        """Rate `claim`. Evidence published after `claim.as_of` is not used."""
        usable = [e for e in candidates if _known(e, claim)]
        readings = sorted(read(self._notetaker.all_notes(claim, usable)), key=_order)
        counted = [r for r in readings if _counts(r, claim)]
        label, confidence = self._decide(counted)
        grounds = Grounds(
            tuple(r for r in counted if not r.notes.set_aside),
            undated=len(readings) - len(counted),
            no_evidence=sum(bool(r.notes.set_aside) for r in readings),
        )
        return Verdict(
            claim=claim,
            label=label,
            confidence=round(confidence, 4),
            evidence=tuple(_told(r, claim.language) for r in readings),
            rationale=rationale(claim, label, grounds),
            method=self.name,
        )

    def _decide(self, readings: Sequence[Reading]) -> tuple[Label, float]:
        if readings and all(is_given(r.evidence.document) for r in readings):
            label, share = from_given(readings)
            if label is Label.NOT_ENOUGH_EVIDENCE:
                return label, share
            return label, self.weights.given.calibrated(share)
        heard = voices(readings)
        open_ = weighed(self.weights.verdict.probabilities(gist(heard)), heard)
        top = max(range(len(LABELS)), key=lambda i: (open_[i], -i))
        line = self.weights.figures if states_amounts(heard) else self.weights.words
        confidence = line.calibrated(open_[top])
        if confidence < self.weights.threshold:
            return Label.NOT_ENOUGH_EVIDENCE, confidence
        return LABELS[top], confidence


def _known(evidence: Evidence, claim: Claim) -> bool:
    published = evidence.document.published
    return claim.as_of is None or published is None or published <= claim.as_of


def _counts(reading: Reading, claim: Claim) -> bool:
    """Undated evidence is set apart where a date limit is set; what the user gives counts."""
    document = reading.evidence.document
    return claim.as_of is None or document.published is not None or is_given(document)


def _order(reading: Reading) -> tuple[float, float]:
    return (-max(reading.supports, reading.refutes), -reading.link)


def _told(reading: Reading, language: str) -> Evidence:
    relation = reading.notes.relation
    reason = relation.reason_th if language == "th" else relation.reason_en
    told = reading.stance is not Stance.SILENT or _nearly(reading)
    return replace(
        reading.evidence,
        stance=reading.stance,
        score=round(reading.strength, 4),
        reasons=(reason,) if reason and told else (),
    )


def _nearly(reading: Reading) -> bool:
    """Whether a silent sentence holds the claim's figures, so that its arithmetic is of use."""
    return reading.link > 0 and reading.notes.value("matched") >= 1
