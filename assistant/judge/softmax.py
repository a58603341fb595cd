"""Multinomial logistic regression over named values: small enough to read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Softmax:
    """One row of weights and one bias for each class, over `features` in order."""

    features: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]
    biases: tuple[float, ...]

    def probabilities(self, values: Sequence[float]) -> tuple[float, ...]:
        """Class probabilities of one row of values; they sum to 1."""
        scores = [
            bias + sum(w * v for w, v in zip(row, values, strict=True))
            for row, bias in zip(self.weights, self.biases, strict=True)
        ]
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        return tuple(p / total for p in powers)
