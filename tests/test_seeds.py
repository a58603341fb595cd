"""The seed files hold together, and the script that says so can tell when they do not."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from seeds.check import problems, rows

REFERENCES, CLAIMS = rows("references.jsonl"), rows("claims.jsonl")


def test_the_shipped_seeds_are_whole() -> None:
    assert (len(REFERENCES), len(CLAIMS)) == (118, 131)
    assert list(problems(REFERENCES, CLAIMS)) == []


BREAKS: list[tuple[str, Callable[[list[Any], list[Any]], object], str]] = [
    ("repeated id", lambda r, c: r.append(r[0]), "occurs 2 times"),
    ("tier", lambda r, c: r[0].update(tier="best"), "tier is 'best'"),
    ("date", lambda r, c: r[0].update(published="last year"), "published is 'last year'"),
    ("label", lambda r, c: c[0].update(label="true"), "label is 'true'"),
    ("evidence", lambda r, c: c[0].update(evidence_ids=["nobody"]), "unknown document nobody"),
    ("figure", lambda r, c: c[0].update(figures=["$187.9 billion"]), "in none of its evidence"),
    ("empty", lambda r, c: r[0].update(text=" "), "no text or no title"),
]


@pytest.mark.parametrize(("change", "told"), [b[1:] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_a_fault_is_told(change: Callable[[list[Any], list[Any]], object], told: str) -> None:
    references, claims = copy.deepcopy(REFERENCES), copy.deepcopy(CLAIMS)
    change(references, claims)
    assert any(told in line for line in problems(references, claims))
