"""The quantity sets, the seeds' and ours: measured floors, and slips that never pass."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.quantities import as_row, parse, relate
from assistant.types import Stance

DATA = Path(__file__).parents[2] / "data"


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


PAIRS = rows("quantity_pairs.jsonl")
MORE = rows("quantity_pairs_more.jsonl")


@pytest.mark.parametrize(
    ("name", "floor"), [("quantity_parse.jsonl", 0.99), ("quantity_parse_more.jsonl", 0.95)]
)
def test_expressions_are_parsed_exactly(name: str, floor: float) -> None:
    expected = rows(name)
    fields = ("low", "high", "unit", "text", "qual")
    exact = 0
    for row in expected:
        got = [{f: q[f] for f in fields} for q in map(as_row, parse(row["text"]))]
        exact += got == [{f: q[f] for f in fields} for q in row["quantities"]]
    assert exact / len(expected) >= floor


@pytest.mark.parametrize(("pairs", "floor"), [(PAIRS, 0.98), (MORE, 0.95)], ids=["seeds", "more"])
def test_pairs_get_the_right_relation(pairs: list[dict], floor: float) -> None:
    right = sum(
        relate(r["claim"], r["evidence"], same_story=True).stance.value == r["relation"]
        for r in pairs
    )
    assert right / len(pairs) >= floor


SLIPS = [
    r
    for r in (*PAIRS, *MORE)
    if r["relation"] != "supports"
    and r["kind"] in {"slip", "scale_th", "scale_en", "currency", "period", "era", "fiscal",
                      "power_energy", "percent", "thai_digits", "separator"}
]  # fmt: skip


@pytest.mark.parametrize("same_story", [True, False])
def test_a_slip_never_supports(same_story: bool) -> None:
    supported = [
        row["id"]
        for row in SLIPS
        if relate(row["claim"], row["evidence"], same_story=same_story).stance is Stance.SUPPORTS
    ]
    assert not supported


@pytest.mark.parametrize("factor", [10, 100, 1000, 10**6])
def test_a_supported_amount_written_with_a_slip_never_supports(factor: int) -> None:
    tried = 0
    for row in PAIRS:
        amounts = [q for q in parse(row["claim"]) if q.kind == "money" and q.low == q.high]
        if row["relation"] != "supports" or len(amounts) != 1 or amounts[0].comparator != "exact":
            continue
        (first,) = amounts
        assert isinstance(first.low, Decimal)
        wrong = row["claim"].replace(first.text, f"{first.unit} {first.low * factor:f}")
        tried += 1
        found = relate(wrong, row["evidence"], same_story=True)
        assert found.stance is not Stance.SUPPORTS, (row["id"], wrong)
    assert tried > 20
