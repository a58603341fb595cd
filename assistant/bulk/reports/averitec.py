"""The submission format of AVeriTeC (Schlichtkrull et al. 2023)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.types import Label

AVERITEC_LABELS: dict[str, str] = {
    Label.SUPPORTED: "Supported",
    Label.REFUTED: "Refuted",
    Label.CONFLICTING: "Conflicting Evidence/Cherrypicking",
    Label.NOT_ENOUGH_EVIDENCE: "Not Enough Evidence",
}


def averitec_json(verdicts: Iterator[dict[str, Any]], path: Path, language: str) -> None:
    """Write a list of objects with `claim_id`, `claim`, `pred_label` and `evidence`.

    `claim_id` is the row's id where that is a whole number, else its place counted from 0, as
    the data set, which has no ids, counts its claims.
    `pred_label` is null for a row without a verdict: a failure is no verdict.
    """
    write_list((_entry(place, told) for place, told in enumerate(verdicts)), path)


def write_list(entries: Iterator[dict[str, Any]], path: Path) -> None:
    """Write `entries` as a JSON list, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for place, entry in enumerate(entries):
            file.write(",\n" if place else "\n")
            file.write(json.dumps(entry, ensure_ascii=False))
        file.write("\n]\n")


def _entry(place: int, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "claim_id": told["id"] if isinstance(told["id"], int) else place,
        "claim": told["claim"] or "",
        "evidence": [
            {
                "question": told["claim"] or "",
                "answer": evidence["quote"],
                "url": evidence["url"],
                "scraped_text": evidence["quote"],
            }
            for evidence in told["evidence"]
        ],
        "pred_label": AVERITEC_LABELS.get(told["label"] or ""),
    }
