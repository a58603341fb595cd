"""Runs and records: how many in a row, and in how long nothing was higher or lower."""

from decimal import Decimal

import pytest

from assistant.quantities.relating.in_a_row import run
from assistant.quantities.relating.records import record

YEAR = Decimal(31_557_600)


@pytest.mark.parametrize(
    ("text", "many", "of"),
    [
        ("a loss for the third year running", 3, "yea"),
        ("its fourth consecutive quarterly loss", 4, "qua"),
        ("fell for an 11th straight month", 11, "mon"),
        ("lost five matches in a row", 5, "mat"),
        ("ขาดทุนเป็นปีที่สามติดต่อกัน", 3, "yea"),
        ("ติดลบ ๑๒ เดือนติดต่อกัน".replace("๑๒", "12"), 12, "mon"),
        ("หดตัวติดต่อกันเป็นเดือนที่หก", 6, "mon"),
        ("แพ้ 5 นัดรวด", 5, "mat"),
    ],
)
def test_a_run_is_counted(text: str, many: int, of: str) -> None:
    found = run(text)
    assert found is not None
    assert found[:2] == (many, of)
    assert 0 <= found[2] < found[3] <= len(text)


@pytest.mark.parametrize(
    "text", ["the third year", "ปีที่สาม", "three straight lines", "ระดับ 3 ปี", "the last year running"]
)
def test_what_is_no_run(text: str) -> None:
    assert run(text) is None


@pytest.mark.parametrize(
    ("text", "end", "years"),
    [
        ("fell to a three-year low", "low", 3),
        ("the highest level in 14 years", "high", 14),
        ("the heaviest rain in three decades", "high", 30),
        ("ต่ำสุดในรอบ 3 ปี", "low", 3),
        ("ฝนตกหนักที่สุดในรอบ 50 ปี", "high", 50),
        ("สูงสุดในรอบสองทศวรรษ", "high", 20),
    ],
)
def test_a_record_has_its_end_and_its_length(text: str, end: str, years: int) -> None:
    found = record(text)
    assert found is not None
    assert found.end == end
    assert round(found.length / YEAR) == years


@pytest.mark.parametrize("text", ["a low of 3 years", "the highest of all", "ต่ำสุดเป็นประวัติการณ์"])
def test_what_is_no_record(text: str) -> None:
    assert record(text) is None
