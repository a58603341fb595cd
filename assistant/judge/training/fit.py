"""Fit the verdict model, calibrate it, and measure it by five folds.

python -m assistant.judge.training.fit --seeds seeds [--data DATA] [--out assistant/judge/weights]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.judge.aggregate import GISTS, LABELS, Voice, gist, voices, weighed
from assistant.judge.alignment import Aligner
from assistant.judge.calibration import calibrated, load_weights
from assistant.judge.features import Notes, Notetaker
from assistant.judge.softmax import Softmax
from assistant.judge.stance import read
from assistant.judge.training.cases import HELD, Case, gather, seed_rows
from assistant.judge.training.given import given_answers
from assistant.types import Label

Rows = NDArray[np.float64]
FOLDS, C, MORE_WEIGHT, MUTANT_WEIGHT = 5, 0.15, 0.1, 0.02


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
    """L2-regularised multinomial logistic regression on standardised values, scale folded in."""
    from sklearn.linear_model import LogisticRegression

    mean, scale = x.mean(0), np.where(x.std(0) > 1e-9, x.std(0), 1.0)
    model = LogisticRegression(C=c, max_iter=2000)
    model.fit((x - mean) / scale, y, sample_weight=w)
    weights = np.zeros((len(LABELS), x.shape[1]))
    biases = np.full(len(LABELS), -20.0)
    rows, intercepts = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        rows = np.stack([-rows[0], rows[0]]) / 2
        intercepts = np.array([-intercepts[0], intercepts[0]]) / 2
    for k, row, b in zip(model.classes_, rows / scale, intercepts, strict=True):
        weights[int(k)], biases[int(k)] = row, b - row @ mean
    return Softmax(
        tuple(features),
        tuple(tuple(round(float(v), 5) for v in row) for row in weights),
        tuple(round(float(v), 5) for v in biases),
    )


def fit(cases: Sequence[Noted]) -> Softmax:
    """Fit the verdict model; claims that are no seeds count for less, mutants for little and only
    as "not supported"."""
    x = np.array([n.gist for n in cases])
    y = np.array([LABELS.index(n.case.label) for n in cases])
    w = np.array([_weight(n.case) for n in cases])
    return softmax_fit(GISTS, x, y, w, c=C)


def _weight(case: Case) -> float:
    if case.mutant:
        return MUTANT_WEIGHT
    return 1.0 if case.seed else MORE_WEIGHT


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


def platt(confidences: Rows, right: Rows) -> tuple[float, float]:
    """Slope and offset on the log-odds of confidence (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    inside = np.clip(confidences, 1e-6, 1 - 1e-6)
    logits = np.log(inside / (1 - inside))[:, None]
    model = LogisticRegression(C=1.0).fit(logits, right)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def report(
    found: Sequence[tuple[Noted, Label, float]], slope: float, offset: float
) -> dict[str, Any]:
    """Accuracy, F1, calibration, slices and mutants."""
    own = [(n, label, calibrated(c, slope, offset)) for n, label, c in found if not n.case.mutant]
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
    found: Sequence[tuple[Noted, Label, float]], slope: float, offset: float
) -> list[dict[str, float]]:
    """Risk against coverage at five confidences."""
    own = [
        (n.case.label is label, calibrated(c, slope, offset))
        for n, label, c in found
        if not n.case.mutant
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
    model, slope, offset = finish(cases, args.out, answers)
    kept = [
        noted(c, taker.all_notes(c.claim, c.candidates))
        for c in gather(args.seeds, rows=seed_rows(HELD))
    ]
    told = [(n, *decide(model, n)) for n in kept]
    print("never fitted on", json.dumps(report(told, slope, offset), indent=1))


def finish(
    cases: Sequence[Noted], out: Path | None, answers: Sequence[tuple[float, bool]] = ()
) -> tuple[Softmax, float, float]:
    """Cross-validate, report and write; return the model fitted on everything and the calibration.
    Without `answers` given evidence keeps its calibration.

    Confidence is calibrated on the seed claims and on others as plain, which are like what
    newsrooms check; the curve is that of the seed claims.
    """
    found = cross_validated(cases)
    seeds = [one for one in found if one[0].case.seed]
    like = [one for one in found if one[0].case.seed or one[0].case.plain]
    own = [(c, n.case.label is label) for n, label, c in like if not n.case.mutant]
    slope, offset = platt(np.array([c for c, _ in own]), np.array([r for _, r in own]))
    print("seeds", json.dumps(report(seeds, slope, offset), indent=1))
    more = [one for one in found if not one[0].case.seed]
    print("more claims", json.dumps(report(more, slope, offset), indent=1))
    model = fit(cases)
    if out is not None:
        now = load_weights()
        given = (now.given_slope, now.given_offset)
        if answers:
            given = platt(np.array([c for c, _ in answers]), np.array([r for _, r in answers]))
        row = {
            "verdict": as_row(model),
            "slope": round(slope, 5),
            "offset": round(offset, 5),
            "given_slope": round(given[0], 5),
            "given_offset": round(given[1], 5),
            "threshold": 0.0,
            "curve": curve(seeds, slope, offset),
        }
        (out / "judge.json").write_text(json.dumps(row, indent=1) + "\n", "utf-8")
    return model, slope, offset


if __name__ == "__main__":
    main()
