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
class Weights:
    """Everything the judge has learned.

    `threshold`: below this confidence the judge answers "not enough evidence". `slope` and
    `offset` turn the model's own confidence into a calibrated one (Platt 1999) by cross-validated
    predictions, `given_slope` and `given_offset` likewise where evidence is given. `curve` is
    measured on the same predictions.
    """

    verdict: Softmax
    threshold: float
    slope: float
    offset: float
    given_slope: float
    given_offset: float
    curve: tuple[Point, ...]
    fingerprint: str


def calibrated(confidence: float, slope: float, offset: float) -> float:
    """Confidence by a line on its log-odds (Platt 1999), 0..1."""
    inside = min(max(confidence, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(slope * math.log(inside / (1 - inside)) + offset)))


@cache
def load_weights() -> Weights:
    """The weights shipped with the package."""
    text = resources.files("assistant.judge").joinpath("weights", _FILE).read_text("utf-8")
    row = json.loads(text)
    return Weights(
        verdict=_softmax(row["verdict"]),
        threshold=row["threshold"],
        slope=row["slope"],
        offset=row["offset"],
        given_slope=row["given_slope"],
        given_offset=row["given_offset"],
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
