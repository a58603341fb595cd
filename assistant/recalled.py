"""Earlier verdicts on the same claim: as JSON and as words."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from assistant.plain import one_line
from assistant.types import Earlier, Label, Report, Verdict

SHOWN = 5

Reached = AbstractSet[tuple[str, Label]]
"""Wordings of claims, each with the label it has now."""

_WORDS = {
    "th": {"by": "{by} แก้จาก “{label}”", "alone": "{by}", "reason": "เหตุผล: {reason}"},
    "en": {"by": "{by}, instead of {label}", "alone": "{by}", "reason": "reason: {reason}"},
}


def reached_in(report: Report) -> Reached:
    """What `report` says itself."""
    return {(v.claim.query, v.label) for v in report.verdicts}


def earlier_json(verdict: Verdict, reached: Reached | None = None) -> list[dict[str, Any]] | None:
    """The earlier verdicts that tell something new, newest first; None where nobody looked.

    `reached` is what the whole report says, None: what this verdict does. What the machine says
    again now, in the same words and with the same label, is left out: so a check that is repeated
    prints the same bytes, whether it was remembered or not.
    """
    if verdict.earlier is None:
        return None
    own = {(verdict.claim.query, verdict.label)} if reached is None else reached
    told = [e for e in verdict.earlier if e.by or (e.text, e.label) not in own]
    return [_json(earlier) for earlier in told[:SHOWN]]


def _json(earlier: Earlier) -> dict[str, Any]:
    return {
        "claim": earlier.text,
        "language": earlier.language,
        "label": earlier.label.value,
        "confidence": earlier.confidence,
        "date": earlier.day.isoformat(),
        "overridden_by": earlier.by,
        "machine_label": earlier.machine_label.value,
        "reason": earlier.reason,
    }


def earlier_line(earlier: Earlier, labels: dict[Label, str], language: str) -> str:
    """One earlier verdict in a line; `labels` are the names of labels in `language`."""
    words = _WORDS["th" if language == "th" else "en"]
    told = f"{earlier.day.isoformat()}: {labels[earlier.label]}"
    if earlier.by:
        changed = earlier.machine_label not in (earlier.label, Label.UNJUDGED)
        who = words["by" if changed else "alone"]
        told += f" ({who.format(by=earlier.by, label=labels[earlier.machine_label])})"
    elif earlier.confidence is not None:
        told += f" {earlier.confidence:.0%}"
    told += f" · {earlier.text}"
    if earlier.reason:
        told += f" · {words['reason'].format(reason=earlier.reason)}"
    return one_line(told)
