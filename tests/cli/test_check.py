"""`jingmai check` with part of the documents as evidence."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands import jingmai, one_plain_line

CLAIM = "Amazon's capital expenditure for 2025 was $131 billion."


@pytest.mark.parametrize(
    ("options", "right"),
    [
        (
            ["--only-tier", "primary", "--only-tier", "press"],
            lambda e: e["tier"] in ("primary", "press"),
        ),
        (["--only-publisher", "BANGKOK POST"], lambda e: e["publisher"] == "Bangkok Post"),
        (["--only-until", "2025-02-28"], lambda e: e["published"] <= "2025-02-28"),
        (["--only-kind", "reference", "--only-language", "th"], lambda e: e["document_id"]),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_evidence_is_of_the_kind_asked_for(
    seed_store: Path, options: list[str], right: Callable[[dict[str, Any]], bool]
) -> None:
    result = jingmai("check", CLAIM, "--json", "--forget", *options, "--store", seed_store)
    assert result.returncode == 0, result.stderr
    evidence = json.loads(result.stdout)["verdicts"][0]["evidence"]
    assert evidence
    assert all(right(e) for e in evidence)


def test_a_verdict_on_part_of_the_documents_is_not_kept(seed_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(seed_store, store)
    first = jingmai("check", CLAIM, "--only-tier", "primary", "--store", store)
    again = jingmai("check", CLAIM, "--store", store)
    once_more = jingmai("check", CLAIM, "--store", store)
    assert [r.returncode for r in (first, again, once_more)] == [0, 0, 0]
    assert "↺" not in first.stdout + again.stdout
    assert "↺" in once_more.stdout


@pytest.mark.parametrize(
    "options",
    [
        ["--only-publisher", "Nobody"],
        ["--only-until", "someday"],
        ["--only-until", "1900"],
    ],
)
def test_what_leaves_no_evidence_is_told(seed_store: Path, options: list[str]) -> None:
    result = jingmai("check", CLAIM, *options, "--store", seed_store)
    assert result.returncode == 1
    assert one_plain_line(result), result.stderr


def test_an_unknown_tier_is_usage(seed_store: Path) -> None:
    assert jingmai("check", CLAIM, "--only-tier", "best", "--store", seed_store).returncode == 2
