"""Figures on labels: accuracy, F1, confusion. Counts are added up first, ratios taken last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.statistics import wilson
from assistant.types import VERDICT_LABELS, Label


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled claim and what was said of it.

    `confidence` is in 0..1, None for `Label.UNJUDGED`, whose `problem` says what failed.
    """

    id: str
    gold: Label
    predicted: Label
    confidence: float | None
    language: str
    tags: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def judged(self) -> bool:
        """Whether there is a verdict at all."""
        return self.predicted is not Label.UNJUDGED

    @property
    def right(self) -> bool:
        """Whether the verdict is the right one."""
        return self.predicted is self.gold


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Precision, recall and F1 of one label in 0..1 (0 where undefined); `support` is how many
    claims have it, `predicted` how often it was said.
    """

    precision: float
    recall: float
    f1: float
    support: int
    predicted: int

    def json(self) -> dict[str, float]:
        """As an object."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "support": self.support,
            "predicted": self.predicted,
        }


def accuracy(outcomes: Sequence[Outcome]) -> float | None:
    """The share of judged claims whose label is right; None when none was judged."""
    judged = [o for o in outcomes if o.judged]
    return sum(o.right for o in judged) / len(judged) if judged else None


def confusion(outcomes: Sequence[Outcome]) -> dict[Label, dict[Label, int]]:
    """How often each right label (outer key) got each verdict, `UNJUDGED` included."""
    table: dict[Label, dict[Label, int]] = {g: dict.fromkeys(Label, 0) for g in VERDICT_LABELS}
    for outcome in outcomes:
        table[outcome.gold][outcome.predicted] += 1
    return table


def per_label(outcomes: Sequence[Outcome], classes: Sequence[Label]) -> dict[Label, LabelScore]:
    """Scores of each label in `classes` over the judged claims."""
    judged = [o for o in outcomes if o.judged]
    found = {}
    for label in classes:
        hits = sum(o.gold is label and o.right for o in judged)
        support = sum(o.gold is label for o in judged)
        said = sum(o.predicted is label for o in judged)
        found[label] = LabelScore(
            precision=hits / said if said else 0.0,
            recall=hits / support if support else 0.0,
            f1=2 * hits / (said + support) if said + support else 0.0,
            support=support,
            predicted=said,
        )
    return found


def present(outcomes: Sequence[Outcome]) -> tuple[Label, ...]:
    """The labels that occur among the judged claims, right or said, in the order of
    `VERDICT_LABELS`.
    """
    judged = [o for o in outcomes if o.judged]
    seen = {o.gold for o in judged} | {o.predicted for o in judged}
    return tuple(label for label in VERDICT_LABELS if label in seen)


def macro_f1(outcomes: Sequence[Outcome]) -> float | None:
    """The plain mean of the F1 of the labels `present`; None when no claim was judged.

    As scikit-learn averages (Pedregosa et al. 2011): a label that was said but is never right
    counts with 0, one that does not occur among the judged claims does not count.
    """
    labels = present(outcomes)
    if not labels:
        return None
    return sum(s.f1 for s in per_label(outcomes, labels).values()) / len(labels)


def macro_f1_of_codes(gold: NDArray[np.int64], predicted: NDArray[np.int64]) -> float:
    """`macro_f1` of integer codes from 0, fast enough to be bootstrapped; 0 without any."""
    top = 1 + max(int(gold.max(initial=0)), int(predicted.max(initial=0)))
    hits = np.bincount(gold[gold == predicted], minlength=top)
    both = np.bincount(gold, minlength=top) + np.bincount(predicted, minlength=top)
    found = both > 0
    return float(np.mean(2 * hits[found] / both[found])) if found.any() else 0.0


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Claims, judged, accuracy with its 95% interval and macro-F1 of a slice, as an object."""
    right = [o.right for o in outcomes if o.judged]
    return {
        "claims": len(outcomes),
        "unjudged": len(outcomes) - len(right),
        "accuracy": accuracy(outcomes),
        "macro_f1": macro_f1(outcomes),
        "ci95": {"accuracy": wilson(sum(right), len(right)).json()},
    }
