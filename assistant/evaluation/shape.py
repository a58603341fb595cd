"""Whether an object from a file is the figures of an evaluation, before anything relies on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.types import VERDICT_LABELS, Label

KINDS = ("retrieval", "verdicts", "claims")
"""The kinds of evaluation that write figures."""

FIGURES = {
    "verdicts": ("accuracy", "macro_f1", "unjudged", "ece", "brier", "aurc"),
    "claims": ("precision", "recall", "unit_f1", "average_precision"),
}
"""The figures of a kind that are one number each, None where there is none."""


def missing_in(found: Any) -> str:
    """What keeps `found` from being figures that can be compared, "" when nothing does."""
    if not isinstance(found, dict):
        return "it is no JSON object"
    if found.get("kind") not in KINDS:
        return f"its kind is none of {', '.join(KINDS)}"
    for name in ("dataset", "dataset_digest"):
        if not isinstance(found.get(name), str):
            return f"{name} is missing"
    for name in FIGURES.get(found["kind"], ()):
        if not _is_figure(found.get(name)):
            return f"{name} is no number"
    if found["kind"] == "verdicts":
        return _predictions(found.get("predictions"))
    return _per_query(found) if found["kind"] == "retrieval" else ""


def _predictions(rows: Any) -> str:
    if not isinstance(rows, list):
        return "predictions is missing"
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str | int | float):
            return f"prediction {number} has no id"
        if row.get("gold") not in VERDICT_LABELS or row.get("label") not in tuple(Label):
            return f"prediction {number} has no gold and label that are known"
        if not _is_figure(row.get("confidence")):
            return f"prediction {number} has no confidence"
    return ""


def _per_query(found: Mapping[str, Any]) -> str:
    scores, means = found.get("per_query"), found.get("retrievers")
    if not isinstance(scores, dict) or not isinstance(means, dict):
        return "per_query or retrievers is missing"
    for name, measures in scores.items():
        told = means.get(name)
        if not isinstance(measures, dict) or not isinstance(told, dict):
            return f"the scores of {name} are missing"
        for measure, queries in measures.items():
            if not _is_figure(told.get(measure)) or told.get(measure) is None:
                return f"{measure} of {name} is missing"
            values = queries.values() if isinstance(queries, dict) else [None]
            if not all(_is_figure(v) and v is not None for v in values):
                return f"{measure} of {name} is not told by query"
    return ""


def _is_figure(value: Any) -> bool:
    """Whether `value` is a number, or None: no figure could be computed."""
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
