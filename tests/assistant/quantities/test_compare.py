"""Figures against figures."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.quantities import Why, compare, parse
from assistant.quantities.compare import Interval
from assistant.types import Quantity, Stance

CASES = [
    ("less than $6 million", "$5.576 million", "supports", Why.WITHIN),
    ("$31.6 billion", "31,573.1 million dollars", "supports", Why.ROUNDS),
    ("31,573.1 million dollars", "$31.6 billion", "silent", Why.LESS_PRECISE),
    ("$589 billion", "nearly $600 billion", "silent", Why.LESS_PRECISE),
    ("nearly $600 billion", "$589 billion", "supports", Why.WITHIN),
    ("5 หมื่นล้านบาท", "5,000 ล้านบาท", "refutes", Why.SCALE_SLIP),
    ("more than 300 billion baht", "more than 3 trillion baht", "refutes", Why.SCALE_SLIP),
    ("5 ล้านบาท", "5 ล้านดอลลาร์", "silent", Why.OTHER_CURRENCY),
    ("8 GW", "8 GWh", "silent", Why.OTHER_UNIT),
    ("1 แสนล้านบาท", "100 พันล้านบาท", "supports", Why.EQUAL),
    ("6 คน", "7 คน", "refutes", Why.APART),
    ("3%", "2.96%", "supports", Why.ROUNDS),
    ("2.0%", "2.5%", "refutes", Why.APART),
    ("หนึ่งในสาม", "33.3%", "supports", Why.WITHIN),
    ("48 hours", "two days", "supports", Why.EQUAL),
    ("18 months", "1.5 years", "supports", Why.EQUAL),
    ("ครึ่งปี", "18 months", "refutes", Why.APART),
    ("500 ไร่", "80 hectares", "supports", Why.EQUAL),
    ("มากกว่า 800 หลัง", "800 หลัง", "refutes", Why.APART),
    ("at least 62 billion baht", "60-65 พันล้านบาท", "silent", Why.LESS_PRECISE),
    ("8 to 15 clinics", "10 to 12 clinics", "supports", Why.WITHIN),
    ("กุมภาพันธ์ 2568", "6 February 2025", "supports", Why.WITHIN),
    ("ปี 68", "in 2028", "refutes", Why.APART),
    ("15 พ.ย. 67", "ปลายปี 2567", "silent", Why.LESS_PRECISE),
]


@pytest.mark.parametrize(
    ("claim", "evidence", "stance", "why"), CASES, ids=[f"{c[0]}|{c[1]}" for c in CASES]
)
def test_compare(claim: str, evidence: str, stance: str, why: Why) -> None:
    found = compare(parse(claim)[0], parse(evidence)[0])
    assert (found.stance.value, found.why) == (stance, why)


SAID = [
    ("น้อยกว่า 6 ล้านดอลลาร์", "$5.576 million", "5.576 ล้านดอลลาร์ < 6 ล้านดอลลาร์ ✓",
     "$5.576 million < $6 million ✓"),
    ("100 พันล้านบาท", "1 แสนล้านบาท", "1 แสนล้านบาท = 1 แสนล้านบาท ✓",
     "100 billion baht = 100 billion baht ✓"),
    ("68 เมกะวัตต์", "68 GW", "68 กิกะวัตต์ ≠ 68 เมกะวัตต์ ✗ (ผิดหลัก)",
     "68 GW ≠ 68 MW ✗ (a slip of scale)"),
    ("ปี 2568", "2026", "พ.ศ. 2569 ≠ พ.ศ. 2568 ✗", "2026 ≠ 2025 ✗"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "evidence", "thai", "english"), SAID, ids=[s[0] for s in SAID])
def test_the_arithmetic_is_printed(claim: str, evidence: str, thai: str, english: str) -> None:
    found = compare(parse(claim)[0], parse(evidence)[0])
    assert (found.reason_th, found.reason_en) == (thai, english)


def money(value: Decimal, comparator: str, resolution: Decimal) -> Quantity:
    low = None if comparator in ("lt", "le", "almost") else value
    high = None if comparator in ("gt", "ge") else value
    return Quantity(low, high, "THB", "money", comparator, "", 0, 0, None, resolution)


QUANTITIES = st.builds(
    money,
    st.decimals("1", "1000000", places=2),
    st.sampled_from(["exact", "approx", "gt", "ge", "lt", "le", "almost"]),
    st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(500)]),
)


@given(QUANTITIES, QUANTITIES)
@settings(max_examples=300, deadline=None)
def test_refuting_goes_both_ways(one: Quantity, two: Quantity) -> None:
    """Intervals that do not meet do not meet whichever is asked first."""
    if Stance.SUPPORTS in (compare(one, two).stance, compare(two, one).stance):
        return
    assert compare(one, two).stance == compare(two, one).stance


@given(QUANTITIES)
@settings(deadline=None)
def test_a_figure_supports_itself(one: Quantity) -> None:
    assert compare(one, one).stance is Stance.SUPPORTS


ENDS = st.none() | st.decimals("-100", "100", places=1)


@given(ENDS, ENDS, ENDS, ENDS, st.booleans(), st.booleans())
def test_intervals(a, b, c, d, left: bool, right: bool) -> None:
    one, two = Interval(a, b, left, right), Interval(c, d)
    assert one.meets(two) == two.meets(one)
    assert one.contains(one)
    if one.contains(two) and two.contains(one):
        assert (one.low, one.high) == (two.low, two.high)
