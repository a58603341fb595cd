"""What one evidence sentence says of a claim: a small softmax regression over named features."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.judge.features import FEATURES, Notes
from assistant.types import Evidence, Stance

STANCES = (Stance.REFUTES, Stance.SILENT, Stance.SUPPORTS)
"""The order of probabilities and of the rows of weights."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One pair read: three probabilities that sum to 1, and the notes they come from."""

    notes: Notes
    refutes: float
    silent: float
    supports: float

    @property
    def evidence(self) -> Evidence:
        """The sentence that was read."""
        return self.notes.evidence

    @property
    def stance(self) -> Stance:
        """The likeliest stance, silent when it is a tie."""
        top = max(self.refutes, self.silent, self.supports)
        if top == self.silent:
            return Stance.SILENT
        return Stance.SUPPORTS if top == self.supports else Stance.REFUTES

    @property
    def strength(self) -> float:
        """The probability of `stance`."""
        return max(self.refutes, self.silent, self.supports)


@dataclass(frozen=True, slots=True)
class Softmax:
    """Multinomial logistic regression: one row of weights and one bias for each class."""

    features: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]
    biases: tuple[float, ...]

    def probabilities(self, values: Sequence[float]) -> tuple[float, ...]:
        """Class probabilities of one row of values, in the order of `features`."""
        scores = [
            bias + sum(w * v for w, v in zip(row, values, strict=True))
            for row, bias in zip(self.weights, self.biases, strict=True)
        ]
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        return tuple(p / total for p in powers)


def read(model: Softmax, notes: Notes) -> Reading:
    """Read one pair. A sentence that is no evidence is silent for certain."""
    if notes.set_aside:
        return Reading(notes, 0.0, 1.0, 0.0)
    refutes, silent, supports = model.probabilities(notes.values)
    return Reading(notes, refutes, silent, supports)


__all__ = ["FEATURES", "STANCES", "Reading", "Softmax", "read"]
