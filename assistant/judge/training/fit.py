"""Fit the verdict model, calibrate it, and measure it by five folds.

python -m assistant.judge.training.fit --seeds seeds [--data DATA] [--out assistant/judge/weights]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.judge.aggregate import (
    GISTS,
    LABELS,
    SPEAK_AGAINST,
    SPEAK_FOR,
    Voice,
    gist,
    states_amounts,
    voices,
    weighed,
)
from assistant.judge.alignment import Aligner
from assistant.judge.calibration import Line, load_weights
from assistant.judge.features import Notes, Notetaker
from assistant.judge.softmax import Softmax
from assistant.judge.stance import read
from assistant.judge.training.cases import HELD, Case, gather, seed_rows
from assistant.judge.training.given import given_answers
from assistant.types import Label

Rows = NDArray[np.float64]
FOLDS, C, PLAIN_WEIGHT, MORE_WEIGHT, MUTANT_WEIGHT = 5, 0.15, 0.2, 0.05, 0.02
PLAIN_IN_CALIBRATION = 0.2
"""What a claim that is no seed counts where confidence is calibrated."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A case, its voices and their gist."""

    case: Case
    gist: tuple[float, ...]
    found: tuple[Voice, ...]


def noted(case: Case, notes: Sequence[Notes]) -> Noted:
    """The gist of a case."""
    heard = voices(read(notes))
    return Noted(case, gist(heard), heard)


def softmax_fit(features: Sequence[str], x: Rows, y: Rows, w: Rows, *, c: float) -> Softmax:
    """L2-regularised multinomial logistic regression on standardised values, scale folded in.

    What speaks for a claim never weighs more for refuted than for supported, and what speaks
    against it never the other way round (`SPEAK_FOR`, `SPEAK_AGAINST`): without that the fit takes
    a claim that a document has word for word for a trap, since traps are written that way.
    """
    from scipy.optimize import minimize

    mean, scale = x.mean(0), np.where(x.std(0) > 1e-9, x.std(0), 1.0)
    z, (n, d) = (x - mean) / scale, x.shape
    right = np.eye(len(LABELS))[y]
    free = (None, None)
    sides = [
        (0, None) if f in SPEAK_FOR else (None, 0) if f in SPEAK_AGAINST else free for f in features
    ]

    def unpacked(t: Rows) -> tuple[Rows, Rows]:
        """Weights and biases; `t` has supported less refuted, their mean, the others, biases."""
        apart, middle, conflicting, none = t[: 4 * d].reshape(4, d)
        return np.stack([middle + apart / 2, middle - apart / 2, conflicting, none]), t[4 * d :]

    def loss(t: Rows) -> tuple[float, Rows]:
        weights, biases = unpacked(t)
        scores = z @ weights.T + biases
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        told = np.log(np.maximum(chances[np.arange(n), y], 1e-12))
        off = w[:, None] * (chances - right)
        slope = off.T @ z + weights / c
        steps = [(slope[0] - slope[1]) / 2, slope[0] + slope[1], slope[2], slope[3], off.sum(0)]
        return float(-(w * told).sum() + (weights**2).sum() / (2 * c)), np.concatenate(steps)

    start = np.zeros(4 * d + len(LABELS))
    bounds = [*sides, *[free] * (len(start) - d)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds,
                     options={"maxiter": 600})  # fmt: skip
    weights, biases = unpacked(found.x)
    weights = weights / scale
    biases = biases - weights @ mean
    return Softmax(
        tuple(features),
        tuple(tuple(round(float(v), 5) for v in row) for row in weights),
        tuple(round(float(v), 5) for v in biases),
    )


def fit(cases: Sequence[Noted]) -> Softmax:
    """Fit the verdict model; claims that are no seeds count for less, harder ones for less still,
    mutants for little and only as "not supported"."""
    x = np.array([n.gist for n in cases])
    y = np.array([LABELS.index(n.case.label) for n in cases])
    w = np.array([_weight(n.case) for n in cases])
    return softmax_fit(GISTS, x, y, w, c=C)


def _weight(case: Case) -> float:
    if case.mutant:
        return MUTANT_WEIGHT
    if case.seed:
        return 1.0
    return PLAIN_WEIGHT if case.plain else MORE_WEIGHT


def decide(model: Softmax, one: Noted) -> tuple[Label, float]:
    """Label and raw confidence, as the judge decides."""
    found = weighed(model.probabilities(one.gist), one.found)
    top = max(range(len(LABELS)), key=lambda i: (found[i], -i))
    return LABELS[top], found[top]


def cross_validated(cases: Sequence[Noted]) -> list[tuple[Noted, Label, float]]:
    """Every case decided by a model that has seen neither it nor its mutants."""
    own = sorted({(n.case.seed, n.case.label, n.case.origin) for n in cases if not n.case.mutant})
    fold_of = {origin: i % FOLDS for i, (*_, origin) in enumerate(own)}
    out: list[tuple[Noted, Label, float]] = []
    for fold in range(FOLDS):
        model = fit([n for n in cases if fold_of[n.case.origin] != fold])
        held = [n for n in cases if fold_of[n.case.origin] == fold]
        out += [(n, *decide(model, n)) for n in held]
    return out


@dataclass(frozen=True, slots=True)
class Lines:
    """The calibration of claims that state amounts, and of others."""

    figures: Line
    words: Line

    def of(self, one: Noted, confidence: float) -> float:
        """The calibrated confidence of `one`."""
        line = self.figures if states_amounts(one.found) else self.words
        return line.calibrated(confidence)


def platt(answers: Sequence[tuple[float, bool, float]]) -> Line:
    """The line on the log-odds of confidence (Platt 1999) that fits raw confidences, whether each
    was right, and what each counts."""
    from sklearn.linear_model import LogisticRegression

    confidences, right, weights = (np.array(column) for column in zip(*answers, strict=True))
    inside = np.clip(confidences, 1e-6, 1 - 1e-6)
    logits = np.log(inside / (1 - inside))[:, None]
    model = LogisticRegression(C=1.0).fit(logits, right, sample_weight=weights)
    return Line(round(float(model.coef_[0, 0]), 5), round(float(model.intercept_[0]), 5))


def lines(found: Sequence[tuple[Noted, Label, float]]) -> Lines:
    """Calibrated on the seed claims and on others as plain, which are like what newsrooms check."""
    like = [
        (states_amounts(n.found), (c, n.case.label is label, _calibrating(n.case)))
        for n, label, c in found
        if not n.case.mutant and (n.case.seed or n.case.plain)
    ]
    figures, words = ([one for amounts, one in like if amounts is kind] for kind in (True, False))
    return Lines(platt(figures), platt(words))


def _calibrating(case: Case) -> float:
    return 1.0 if case.seed else PLAIN_IN_CALIBRATION


def report(found: Sequence[tuple[Noted, Label, float]], calibration: Lines) -> dict[str, Any]:
    """Accuracy, F1, calibration, slices and mutants."""
    own = [(n, label, calibration.of(n, c)) for n, label, c in found if not n.case.mutant]
    right = np.array([n.case.label is label for n, label, _ in own])
    sure = np.array([c for *_, c in own])
    f1 = {}
    for label in LABELS:
        hits = sum(n.case.label is label and got is label for n, got, _ in own)
        total = sum(n.case.label is label for n, *_ in own) + sum(g is label for _, g, _ in own)
        f1[label.value] = round(2 * hits / max(1, total), 3)
    bins = np.minimum((sure * 10).astype(int), 9)
    ece = sum(
        (bins == b).mean() * abs(right[bins == b].mean() - sure[bins == b].mean())
        for b in set(bins.tolist())
    )
    half = np.argsort(-sure, kind="stable")[: len(own) // 2]
    cross = np.array([n.case.cross_lingual for n, *_ in own])
    thai = np.array([n.case.claim.language == "th" for n, *_ in own])
    kept: dict[str, list[bool]] = defaultdict(list)
    for n, label, _ in found:
        if n.case.mutant:
            kept[n.case.kind].append(label is Label.SUPPORTED)
    return {
        "accuracy": round(float(right.mean()), 3),
        "macro_f1": round(float(np.mean(list(f1.values()))), 3),
        "f1": f1,
        "most_confident_half": round(float(right[half].mean()), 3),
        "ece": round(float(ece), 3),
        "cross_lingual": round(float(right[cross].mean()), 3),
        "same_language": round(float(right[~cross].mean()), 3),
        "thai": round(float(right[thai].mean()), 3),
        "english": round(float(right[~thai].mean()), 3),
        "mutants_still_supported": {k: f"{sum(v)}/{len(v)}" for k, v in sorted(kept.items())},
        "errors": errors(found),
    }


def errors(found: Sequence[tuple[Noted, Label, float]]) -> dict[str, int]:
    """Where wrong verdicts come from: no gold document among the candidates, no linked gold
    sentence, a stance against the label, or the weighing of right stances."""
    out: Counter[str] = Counter()
    for n, label, _ in found:
        case = n.case
        if case.mutant or label is case.label:
            continue
        ids = {e.document.id for e in case.candidates}
        support, refute = n.gist[GISTS.index("support")], n.gist[GISTS.index("refute")]
        wanted = {
            Label.SUPPORTED: support >= refute and support > 0,
            Label.REFUTED: refute > 0,
            Label.CONFLICTING: support > 0 and refute > 0,
            Label.NOT_ENOUGH_EVIDENCE: max(support, refute) < 0.3,
        }[case.label]
        if case.gold and not ids & case.gold:
            out["retrieval missed"] += 1
        elif not case.gold and not wanted:
            out["wrong link (nothing should have been linked)"] += 1
        elif not wanted:
            out["wrong stance"] += 1
        else:
            out["wrong aggregation"] += 1
    return dict(sorted(out.items()))


def curve(
    found: Sequence[tuple[Noted, Label, float]], calibration: Lines
) -> list[dict[str, float]]:
    """Risk against coverage at five confidences."""
    own = [
        (n.case.label is label, calibration.of(n, c)) for n, label, c in found if not n.case.mutant
    ]
    out = []
    for at in (0.0, 0.4, 0.5, 0.6, 0.7):
        kept = [right for right, c in own if c >= at]
        if kept:
            risk = 1 - sum(kept) / len(kept)
            out.append(
                {
                    "confidence": at,
                    "coverage": round(len(kept) / len(own), 3),
                    "risk": round(risk, 3),
                }
            )
    return out


def as_row(model: Softmax) -> dict[str, Any]:
    """A model as it is written down."""
    return {
        "features": list(model.features),
        "weights": [list(row) for row in model.weights],
        "biases": list(model.biases),
    }


def main() -> None:
    """Gather, cross-validate, report; with --out also fit on everything and write the weights."""
    from assistant.judge.reader import load_reader
    from index.embedding.models import load_encoder

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="to calibrate verdicts on given evidence anew")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    taker = Notetaker(Aligner(load_encoder("fast")), load_reader())
    cases = [noted(c, taker.all_notes(c.claim, c.candidates)) for c in gather(args.seeds)]
    answers = given_answers(args.data, taker) if args.data else []
    model, calibration = finish(cases, args.out, answers)
    kept = [
        noted(c, taker.all_notes(c.claim, c.candidates))
        for c in gather(args.seeds, rows=seed_rows(HELD))
    ]
    told = [(n, *decide(model, n)) for n in kept]
    print("never fitted on", json.dumps(report(told, calibration), indent=1))


def finish(
    cases: Sequence[Noted], out: Path | None, answers: Sequence[tuple[float, bool]] = ()
) -> tuple[Softmax, Lines]:
    """Cross-validate, report and write; return the model fitted on everything and the calibration.
    Without `answers` given evidence keeps its calibration. The curve is that of the seed claims.
    """
    found = cross_validated(cases)
    calibration = lines(found)
    seeds = [one for one in found if one[0].case.seed]
    plain = [one for one in found if one[0].case.plain]
    harder = [one for one in found if not one[0].case.seed and not one[0].case.plain]
    for name, part in (("seeds", seeds), ("others as plain", plain), ("harder", harder)):
        print(name, json.dumps(report(part, calibration), indent=1))
    model = fit(cases)
    if out is not None:
        given = platt([(c, r, 1.0) for c, r in answers]) if answers else load_weights().given
        row = {
            "verdict": as_row(model),
            "figures": asdict(calibration.figures),
            "words": asdict(calibration.words),
            "given": asdict(given),
            "threshold": 0.0,
            "curve": curve(seeds, calibration),
        }
        (out / "judge.json").write_text(json.dumps(row, indent=1) + "\n", "utf-8")
    return model, calibration


if __name__ == "__main__":
    main()
