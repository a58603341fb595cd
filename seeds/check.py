"""Checks the seed files: `python -m seeds.check` prints what is wrong, exit code 1 if anything."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import Any

LABELS = {"supported", "refuted", "conflicting", "not_enough_evidence"}
LANGUAGES = {"th", "en"}
TIERS = {"primary", "press", "copy", "press copy", "secondary", "low"}
BASES = {"page", "url", "event", "none"}

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The rows of a seed file (JSONL)."""
    text = (resources.files("seeds") / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def problems(references: list[Row], claims: list[Row]) -> Iterator[str]:
    """One line for everything that is wrong."""
    yield from _repeated("references", references)
    yield from _repeated("claims", claims)
    for row in references:
        yield from _reference_problems(row)
    texts = {r["id"]: f"{r['title']}\n{r['text']}" for r in references}
    for row in claims:
        yield from _claim_problems(row, texts)


def _repeated(name: str, given: list[Row]) -> Iterator[str]:
    for key, times in Counter(r["id"] for r in given).items():
        if times > 1:
            yield f"{name}: id {key} occurs {times} times"


def _reference_problems(row: Row) -> Iterator[str]:
    for key, allowed in (("lang", LANGUAGES), ("tier", TIERS), ("published_basis", BASES)):
        if row[key] not in allowed:
            yield f"reference {row['id']}: {key} is {row[key]!r}"
    if not row["text"].strip() or not row["title"].strip():
        yield f"reference {row['id']}: no text or no title"
    if row["published"]:
        day = row["published"]
        try:
            date.fromisoformat(f"{day}-01" if len(day) == len("2025-01") else day)
        except ValueError:
            yield f"reference {row['id']}: published is {day!r}"


def _claim_problems(row: Row, texts: dict[str, str]) -> Iterator[str]:
    if row["label"] not in LABELS:
        yield f"claim {row['id']}: label is {row['label']!r}"
    if row["lang"] not in LANGUAGES:
        yield f"claim {row['id']}: lang is {row['lang']!r}"
    for key in (*row["evidence_ids"], *row["near_ids"]):
        if key not in texts:
            yield f"claim {row['id']}: unknown document {key}"
    if row["label"] != "not_enough_evidence" and not row["evidence_ids"]:
        yield f"claim {row['id']}: no evidence for {row['label']}"
    told = "\n".join(texts.get(key, "") for key in row["evidence_ids"])
    for figure in row["figures"]:
        if figure not in told:
            yield f"claim {row['id']}: figure {figure!r} is in none of its evidence"


def main() -> int:
    """Check the shipped seeds."""
    references, claims = rows("references.jsonl"), rows("claims.jsonl")
    found = list(problems(references, claims))
    lines = [*found, f"{len(references)} references, {len(claims)} claims, {len(found)} problems"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
