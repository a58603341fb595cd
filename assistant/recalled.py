"""Earlier verdicts on the same claim: as JSON and as words."""

from __future__ import annotations

from collections.abc import Mapping
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


def new_to(verdict: Verdict, reached: Reached | None = None) -> tuple[Earlier, ...]:
    """The earlier verdicts that tell something new, newest first.

    `reached` is what the whole report says, None: what this verdict does. What the machine says
    again now, in the same words and with the same label, is left out.
    """
    own = {(verdict.claim.query, verdict.label)} if reached is None else reached
    told = (e for e in verdict.earlier or () if e.by or (e.text, e.label) not in own)
    return tuple(told)[:SHOWN]


def earlier_json(verdict: Verdict, reached: Reached | None = None) -> list[dict[str, Any]] | None:
    """`new_to` as JSON, None where nobody looked.

    So a check that is repeated prints the same bytes, whether it was remembered or not.
    """
    if verdict.earlier is None:
        return None
    return [_json(earlier) for earlier in new_to(verdict, reached)]


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


def earlier_line(earlier: Earlier, labels: Mapping[Label, str], language: str) -> str:
    """One earlier verdict in a line; `labels` are the names of labels in `language`."""
    told = f"{earlier.day.isoformat()}: {labels[earlier.label]}"
    if earlier.by:
        told += f" ({who_overrode(earlier, labels, language)})"
    elif earlier.confidence is not None:
        told += f" {earlier.confidence:.0%}"
    told += f" · {earlier.text}"
    if earlier.reason:
        told += f" · {_words(language)['reason'].format(reason=earlier.reason)}"
    return one_line(told)


def who_overrode(earlier: Earlier, labels: Mapping[Label, str], language: str) -> str:
    """Who gave an earlier verdict and what the machine had said; "" for the machine's own."""
    if not earlier.by:
        return ""
    changed = earlier.machine_label not in (earlier.label, Label.UNJUDGED)
    words = _words(language)["by" if changed else "alone"]
    return words.format(by=earlier.by, label=labels[earlier.machine_label])


def _words(language: str) -> dict[str, str]:
    return _WORDS["th" if language == "th" else "en"]
