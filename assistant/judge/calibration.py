"""The committed weights: the verdict model, calibration, and when to abstain."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from assistant.judge.softmax import Softmax

_FILE = "judge.json"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the risk-coverage curve: answering claims with at least this confidence
    covers the share `coverage` of them with the share `risk` of wrong answers."""

    confidence: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Line:
    """Calibrates a confidence by a line on its log-odds (Platt 1999)."""

    slope: float
    offset: float

    def calibrated(self, confidence: float) -> float:
        """What `confidence` has been worth, 0..1."""
        inside = min(max(confidence, 1e-6), 1 - 1e-6)
        return 1 / (1 + math.exp(-(self.slope * math.log(inside / (1 - inside)) + self.offset)))


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the judge has learned.

    `threshold`: below this confidence the judge answers "not enough evidence". `figures`, `words`
    and `given` turn the model's own confidence into a calibrated one by cross-validated
    predictions: for claims that state amounts, for others, and where evidence is given. `curve` is
    measured on the same predictions.
    """

    verdict: Softmax
    threshold: float
    figures: Line
    words: Line
    given: Line
    curve: tuple[Point, ...]
    fingerprint: str


@cache
def load_weights() -> Weights:
    """The weights shipped with the package."""
    text = resources.files("assistant.judge").joinpath("weights", _FILE).read_text("utf-8")
    row = json.loads(text)
    return Weights(
        verdict=_softmax(row["verdict"]),
        threshold=row["threshold"],
        figures=Line(**row["figures"]),
        words=Line(**row["words"]),
        given=Line(**row["given"]),
        curve=tuple(Point(**p) for p in row["curve"]),
        fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16],
    )


def _softmax(row: dict[str, Any]) -> Softmax:
    return Softmax(
        tuple(row["features"]),
        tuple(tuple(r) for r in row["weights"]),
        tuple(row["biases"]),
    )


def described() -> tuple[str, ...]:
    """What `jingmai doctor` shows: the threshold and its risk-coverage curve, a line each."""
    weights = load_weights()
    lines = [f"default, weights {weights.fingerprint}; {abstaining(weights.threshold)}"]
    lines += [
        f"{_from(p.confidence)}: {p.coverage:.0%} of claims, {p.risk:.0%} wrong"
        for p in weights.curve
    ]
    return tuple(lines)


def _from(confidence: float) -> str:
    if round(confidence, 2) <= 0:
        return "at any confidence"
    return f"confidence {confidence:.2f} and above"


def abstaining(threshold: float) -> str:
    """What the judge does when it is unsure, in words; `threshold` in 0..1."""
    if round(threshold, 2) <= 0:
        return "gives the likeliest answer, whatever its confidence"
    return f"answers “not enough evidence” below a confidence of {threshold:.2f}"
