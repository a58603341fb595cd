"""Pairs for a teacher: from pages trained on alone, and claims changed in one place."""

import gzip
import json
import random
from pathlib import Path

from assistant.judge.training.pairs import UNKNOWN, changed, held_out, unlabelled

PAGES = [f"Lake {name}" for name in ("Orrin", "Tavel", "Senn", "Ullock", "Dray", "Pellam")]


def row(page: str, number: int) -> dict[str, object]:
    return {
        "page": page,
        "claim": f"{page} froze over in Winter {1900 + number} for the first time.",
        "label": "REFUTES",
        "evidence": [f"The ice of {page} held a cart in {1900 + number}."],
        "retrieved": [f"A ferry of the Harl company crossed {page} until {1950 + number}."],
    }


def data_of(tmp_path: Path) -> Path:
    (tmp_path / "train").mkdir()
    lines = [json.dumps(row(page, n)) for page in PAGES for n in range(3)]
    with gzip.open(tmp_path / "train/fool_me_twice_dev_en.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(lines))
    return tmp_path


def test_pairs_nobody_has_labelled_come_from_pages_trained_on(tmp_path: Path) -> None:
    assert {held_out(page) for page in PAGES} == {True, False}
    pairs = unlabelled(data_of(tmp_path), random.Random(1))
    kinds = {"fm2_retrieved", "fm2_beside", "fm2_page", "fm2_changed"}
    assert {p.source for p in pairs} == kinds
    assert {p.target for p in pairs} == {UNKNOWN}
    for page in PAGES:
        told = [p for p in pairs if page in p.evidence]
        assert bool(told) is not held_out(page), page
    for pair in pairs:
        assert (pair.source == "fm2_beside") is (
            "ferry" in pair.evidence and "ice" in pair.evidence
        )


def test_a_claim_is_changed_in_one_place() -> None:
    claim = "The bridge was built by Anna Holt in 1931, which pleased nobody."
    for seed in range(20):
        out = changed(claim, ["Bert Reyes", "1874"], random.Random(seed))
        assert sorted(out) == sorted(
            [
                "The bridge was built by Bert Reyes in 1931, which pleased nobody.",
                "The bridge was built by Anna Holt in 1874, which pleased nobody.",
                "The bridge was not built by Anna Holt in 1931, which pleased nobody.",
                "The bridge was built by Anna Holt in 1931.",
            ]
        )


def test_a_denial_is_taken_back_and_a_short_claim_is_not_cut() -> None:
    assert changed("It was not here in May.", [], random.Random(1)) == ["It was here in May."]
