"""Figures tied by marks before the pair reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.judge.marking import APART, MARKS, as_read, marked

FIRST, SECOND = MARKS[:2]


@pytest.mark.parametrize(
    ("evidence", "claim", "told", "claimed"),
    [
        # across languages, scales and eras
        ("ใช้ไป 5.576 ล้านดอลลาร์", "It cost $5,576,000.", "ดอลลาร์ §", "$5,576,000 §"),
        ("มูลค่า 1 แสนล้านบาท", "worth 100 billion baht", "บาท §", "baht §"),
        ("in 2024", "ในปี 2567", "2024 §", "2567 §"),
        # a bound that is borne out
        ("It cost $5.576 million.", "less than $6 million", "million §", "million §"),
        # another figure in the same unit, and a slip of scale
        ("Sales were $4.1 billion.", "ยอดขาย 5.2 พันล้านดอลลาร์", "billion.", "ดอลลาร์ ×"),
        ("Sales were $187.8 billion.", "Sales were $187.8 million.", "billion.", "million ×"),
        # another unit says nothing
        ("Sales were $4.1 billion.", "4.1 billion baht", "billion.", "baht"),
    ],
)
def test_the_figure_that_agrees_carries_the_claims_mark(
    evidence: str, claim: str, told: str, claimed: str
) -> None:
    there, here = marked(evidence, claim)
    assert told in there
    assert claimed in here
    assert ("×" in here, FIRST in here) == ("×" in claimed, FIRST in claimed)


def test_each_figure_of_the_claim_has_its_own_mark() -> None:
    there, here = marked("from $4 million in 2023 to $6 million in 2024", "$6 million in 2024")
    assert here == f"$6 million {FIRST}  in 2024 {SECOND} "
    assert there == f"from $4 million in 2023 to $6 million {FIRST}  in 2024 {SECOND} "


def test_more_figures_than_marks_stay_plain() -> None:
    text = ", ".join(f"{n} tonnes" for n in range(11, 31))
    there, here = marked(text, text)
    assert all(here.count(m) == there.count(m) == 1 for m in MARKS)
    assert APART not in here


def test_marks_of_the_text_itself_count_for_nothing() -> None:
    there, here = marked(f"worth $4 million {FIRST}", f"worth $9 million {FIRST}")
    assert FIRST not in there + here


def test_figures_are_spelled_alike() -> None:
    assert as_read("มูลค่า 1 แสนล้านบาท", "ปี 2568")[0].startswith("มูลค่า 100 billion บาท")


@given(st.text(alphabet="อกล้านพ12.,-$%§× million", max_size=60), st.text(max_size=40))
def test_nothing_but_marks_is_added(evidence: str, claim: str) -> None:
    there, here = marked(evidence, claim)
    plain = str.maketrans(dict.fromkeys(MARKS + APART + " ", ""))
    assert there.translate(plain) == evidence.translate(plain)
    assert here.translate(plain) == claim.translate(plain)
