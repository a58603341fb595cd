"""Calibrate the confidence of verdicts on given evidence, on pairs the reader never saw."""

from __future__ import annotations

from pathlib import Path

from assistant.claims.extract import claim_of
from assistant.evidence import given
from assistant.judge.aggregate import from_given
from assistant.judge.features import Notetaker
from assistant.judge.stance import read
from assistant.judge.training.pairs import held_out, rows
from assistant.types import Label


def given_answers(data: Path, taker: Notetaker) -> list[tuple[float, bool]]:
    """Raw confidence and whether the side was right, for FoolMeTwice pages kept aside."""
    out: list[tuple[float, bool]] = []
    for row in rows(data / "train/fool_me_twice_dev_en.jsonl.gz"):
        if not held_out(row["page"]):
            continue
        claim = claim_of(row["claim"])
        readings = read(taker.all_notes(claim, given(claim, row["evidence"])))
        label, confidence = from_given(readings)
        if label is not Label.NOT_ENOUGH_EVIDENCE:
            side = Label.SUPPORTED if row["label"] == "SUPPORTS" else Label.REFUTED
            out.append((confidence, label is side))
    return out
