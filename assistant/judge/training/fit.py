"""Fit the stance and verdict models and measure them by five folds.

    python -m assistant.judge.training.fit --seeds seeds [--out assistant/judge/weights]

Sentences carry no labels of their own, only claims do, so the stance model is fitted by turns
(multiple-instance learning): of the sentences of a claim's gold documents the one that speaks
most for the claim's label is taken as its evidence, sentences of other documents are silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.judge.aggregate import LABELS, gist, voices
from assistant.judge.features import FEATURES, Notes
from assistant.judge.stance import Reading, Softmax, read
from assistant.judge.training.cases import Case
from assistant.types import Label

Rows = NDArray[np.float64]
TURNS = 4
REFUTES, SILENT, SUPPORTS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Noted:
    """A case and the notes on its candidates."""

    case: Case
    notes: tuple[Notes, ...]


def softmax_fit(
    features: Sequence[str],
    x: Rows,
    y: Rows,
    *,
    classes: int,
    c: float,
    weights: Rows | None = None,
) -> Softmax:
    """L2-regularised multinomial logistic regression (`c` is the inverse strength)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=c, max_iter=2000)
    model.fit(x, y, sample_weight=weights)
    coef = np.zeros((classes, x.shape[1]))
    bias = np.full(classes, -20.0)
    if len(model.classes_) == 2:
        half = model.coef_[0] / 2
        rows, biases = np.stack([-half, half]), np.array([-1, 1]) * model.intercept_[0] / 2
    else:
        rows, biases = model.coef_, model.intercept_
    for row, b, k in zip(rows, biases, model.classes_, strict=True):
        coef[int(k)], bias[int(k)] = row, b
    return Softmax(
        tuple(features),
        tuple(tuple(round(float(v), 4) for v in row) for row in coef),
        tuple(round(float(v), 4) for v in bias),
    )


def first_guess() -> Softmax:
    """The stance model before any training: figures that agree or not, coverage, relatedness."""
    named = {
        REFUTES: {"q_refutes": 3.0, "slipped": 2.0, "apart": 1.5, "related": 2.0, "negation": 0.5,
                  "reader_refutes": 2.0, "names": 1.0},
        SILENT: {"name_missing": 1.0, "hypothetical": 1.0},
        SUPPORTS: {"q_supports": 3.0, "matched": 2.0, "related": 2.0, "covered": 2.0,
                   "reader_supports": 2.0, "names": 1.0},
    }  # fmt: skip
    rows = tuple(tuple(named[k].get(f, 0.0) for f in FEATURES) for k in (0, 1, 2))
    return Softmax(FEATURES, rows, (-3.5, 0.0, -3.5))


def stance_rows(cases: Sequence[Noted], model: Softmax) -> tuple[Rows, Rows, Rows]:
    """Values, targets and weights of the sentences whose target can be told."""
    x: list[tuple[float, ...]] = []
    y: list[int] = []
    w: list[float] = []

    def add(notes: Notes, target: int, weight: float) -> None:
        if not notes.set_aside:
            x.append(notes.values)
            y.append(target)
            w.append(weight)

    for noted in cases:
        case = noted.case
        gold = [n for n in noted.notes if n.evidence.document.id in case.gold]
        weight = 0.5 if case.mutant else 1.0
        for n in noted.notes:
            if n.evidence.document.id not in case.gold and not case.mutant:
                add(n, SILENT, 0.5 * weight)
        if not gold:
            continue
        if case.label is Label.SUPPORTED:
            add(max(gold, key=lambda n: read(model, n).supports), SUPPORTS, weight)
        elif case.label is Label.REFUTED:
            add(max(gold, key=lambda n: read(model, n).refutes), REFUTES, weight)
        elif case.label is Label.CONFLICTING:
            add(max(gold, key=lambda n: read(model, n).supports), SUPPORTS, weight)
            add(max(gold, key=lambda n: read(model, n).refutes), REFUTES, weight)
    return np.array(x), np.array(y), np.array(w)


def fit_stance(
    cases: Sequence[Noted], *, c: float = 0.3, extra: tuple[Rows, Rows, Rows] | None = None
) -> Softmax:
    """Fit the stance model by turns; `extra` are labelled pairs from elsewhere."""
    model = first_guess()
    for _ in range(TURNS):
        x, y, w = stance_rows(cases, model)
        if extra is not None:
            x, y, w = (np.concatenate(p) for p in zip((x, y, w), extra, strict=True))
        model = softmax_fit(FEATURES, x, y, classes=3, c=c, weights=w)
    return model


def gist_of(model: Softmax, notes: Sequence[Notes]) -> tuple[float, ...]:
    """The verdict's numbers for one claim."""
    readings: list[Reading] = [read(model, n) for n in notes]
    return gist(voices(readings))


def folds(cases: Sequence[Noted], k: int = 5) -> list[tuple[list[Noted], list[Noted]]]:
    """`k` splits by parent claim, labels spread evenly."""
    origins = sorted({(n.case.label, n.case.origin) for n in cases if not n.case.mutant})
    fold_of = {origin: i % k for i, (_, origin) in enumerate(origins)}
    return [
        (
            [n for n in cases if fold_of[n.case.origin] != f],
            [n for n in cases if fold_of[n.case.origin] == f],
        )
        for f in range(k)
    ]


def fit_verdict(cases: Sequence[Noted], stance: Softmax, *, c: float = 1.0) -> Softmax:
    """Fit the verdict model on the gists of the claims themselves (no mutants)."""
    from assistant.judge.aggregate import GISTS

    own = [n for n in cases if not n.case.mutant]
    x = np.array([gist_of(stance, n.notes) for n in own])
    y = np.array([LABELS.index(n.case.label) for n in own])
    return softmax_fit(GISTS, x, y, classes=len(LABELS), c=c)
