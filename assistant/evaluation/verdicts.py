"""`eval verdicts`: how often the verdicts are right, and whether confidence means anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from assistant.evaluation import calibration as cal
from assistant.evaluation import classification as cls
from assistant.evaluation.classification import Outcome
from assistant.evaluation.statistics import Interval, bootstrap_of, mcnemar, wilson
from assistant.evaluation.types import VerdictSet
from assistant.types import VERDICT_LABELS, Cost, Label


@dataclass(frozen=True, slots=True)
class VerdictReport:
    """Everything measured on one labelled set; `json` is a contract (see design).

    `slices` name the numbers of their claims. `seconds` is the time for judging all claims.
    `method` is who judged.
    """

    data: VerdictSet
    outcomes: tuple[Outcome, ...]
    slices: Mapping[str, Sequence[int]]
    method: str
    seconds: float
    cost: Cost = field(default_factory=Cost)
    mutants: dict[str, Any] | None = None
    index: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """The object that `eval verdicts --json` writes."""
        outcomes, classes = self.outcomes, self.data.classes
        said = tuple(k for k in VERDICT_LABELS if k in {*classes, *cls.present(outcomes)})
        right = [o.right for o in outcomes if o.judged]
        return {
            "kind": "verdicts",
            "dataset": self.data.name,
            "dataset_digest": self.data.digest,
            "claims": len(outcomes),
            "classes": [label.value for label in classes],
            "notices": list(self.data.notices),
            "method": self.method,
            "accuracy": cls.accuracy(outcomes),
            "macro_f1": cls.macro_f1(outcomes),
            "ci95": {
                "accuracy": wilson(sum(right), len(right)).json(),
                "macro_f1": macro_f1_interval(outcomes).json(),
            },
            "per_label": {k.value: s.json() for k, s in cls.per_label(outcomes, said).items()},
            "confusion": _plain(cls.confusion(outcomes), classes),
            "unjudged": len(outcomes) - len(right),
            "problems": dict(Counter(o.problem for o in outcomes if o.problem).most_common(10)),
            "ece": cal.ece(outcomes),
            "brier": cal.brier(outcomes),
            "reliability": [asdict(b) for b in cal.reliability(outcomes)],
            "risk_coverage": [asdict(p) for p in cal.risk_coverage(outcomes)],
            "aurc": cal.aurc(outcomes),
            "slices": self._slices(),
            "mutants": self.mutants,
            "seconds": self.seconds,
            "claims_per_second": len(outcomes) / self.seconds if self.seconds else None,
            "cost": _cost(self.cost),
            "index": self.index,
            "predictions": [
                {
                    "id": claim.told_id,
                    "label": o.predicted.value,
                    "confidence": o.confidence,
                    "gold": o.gold.value,
                    "problem": o.problem,
                }
                for claim, o in zip(self.data.claims, outcomes, strict=True)
            ],
        }

    def _slices(self) -> dict[str, Any]:
        return {
            name: cls.summary([self.outcomes[row] for row in rows])
            for name, rows in self.slices.items()
        }


def macro_f1_interval(outcomes: Sequence[Outcome]) -> Interval:
    """A 95% bootstrap interval of macro-F1 over the judged claims."""
    judged = [o for o in outcomes if o.judged]
    code: dict[Label, int] = {label: number for number, label in enumerate(VERDICT_LABELS)}
    gold = np.asarray([code[o.gold] for o in judged], dtype=np.int64)
    said = np.asarray([code[o.predicted] for o in judged], dtype=np.int64)
    return bootstrap_of(len(judged), lambda rows: cls.macro_f1_of_codes(gold[rows], said[rows]))


def compare_judges(a: Sequence[Outcome], b: Sequence[Outcome]) -> dict[str, Any]:
    """McNemar's test of two judges on the claims that both judged, matched by id."""
    others = {o.id: o for o in b if o.judged}
    pairs = [(o.right, others[o.id].right) for o in a if o.judged and o.id in others]
    test = mcnemar([x for x, _ in pairs], [y for _, y in pairs])
    return {
        "claims": test.n,
        "only_a_right": sum(x and not y for x, y in pairs),
        "only_b_right": sum(y and not x for x, y in pairs),
        "accuracy_difference": test.difference,
        "p": test.p,
    }


def _plain(table: Mapping[Label, Mapping[Label, int]], classes: Sequence[Label]) -> dict[str, Any]:
    """The confusion table in plain words: rows of the set's classes, columns of all labels."""
    return {
        gold.value: {said.value: table[gold][said] for said in (*VERDICT_LABELS, Label.UNJUDGED)}
        for gold in classes
    }


def _cost(cost: Cost) -> dict[str, Any]:
    return {
        "input_tokens": cost.input_tokens,
        "output_tokens": cost.output_tokens,
        "usd": str(cost.usd) if cost.usd is not None else None,
        "estimated": cost.estimated,
    }
