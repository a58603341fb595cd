"""Relative times count from the period that a statement names, not always from today."""

from datetime import date

import pytest

from assistant.claims.context import Context
from assistant.claims.resolve import resolve

DAY = date(2025, 3, 14)


def resolved(
    language: str, text: str, *, as_of: date | None = DAY, unit: str = ""
) -> tuple[str, int]:
    found = resolve(text, Context("", text, as_of, language, unit or text))
    return found.text, len(found.ambiguous)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Net profit in 2023 rose 20% from the previous year.", "the previous year (2022)"),
        ("en", "In March 2020 exports fell 20% from last month.", "last month (February 2020)"),
        ("en", "Exports rose 18% in May 2024 compared with the same month last year.",
         "last year (2023)"),
        ("en", "Net profit rose 20% from the previous quarter in Q1 2023.",
         "previous quarter (Q4 2022)"),
        ("en", "Net profit rose 20% from the previous year, the fastest since 2010.",
         "the previous year (2024)"),
        ("en", "Sales in 2024 rose 4%, and 5% growth is expected next year.", "next year (2026)"),
        ("en", "Profit rose 20% last year.", "last year (2024)"),
        ("en", "Net profit in 2023 rose 20% from the previous year (2022).", "year (2022)."),
        ("th", "กำไรสุทธิปี 2566 เพิ่มขึ้น 20.6% จากปีก่อน", "ปีก่อน (พ.ศ. 2565)"),
        ("th", "ในเดือนมีนาคม 2563 การส่งออกลดลง 20% จากเดือนก่อน", "เดือนก่อน (กุมภาพันธ์ 2563)"),
        ("th", "ในเดือนมีนาคม 2563 การส่งออกลดลง 20% จากเดือนก่อนหน้า", "เดือนก่อนหน้า (กุมภาพันธ์ 2563)"),
        ("th", "ในเดือนมีนาคม 2563 การส่งออกลดลง 20% จากช่วงเดียวกันของปีก่อน", "ปีก่อน (พ.ศ. 2562)"),
        ("th", "ไตรมาส 2 ปี 2566 กำไรสุทธิเพิ่มขึ้น 20% จากไตรมาสก่อน", "ไตรมาสก่อน (ไตรมาส 1 ปี 2566)"),
        ("th", "ปีงบประมาณ 2566 รายได้เพิ่มขึ้น 5% จากปีก่อน", "ปีก่อน (ปีงบประมาณ 2565)"),
        ("th", "กำไรเพิ่มขึ้น 20% จากปีก่อน", "ปีก่อน (พ.ศ. 2567)"),
    ],
)  # fmt: skip
def test_the_named_period_is_counted_from(language: str, text: str, expected: str) -> None:
    found, doubts = resolved(language, text)
    assert expected in found
    assert doubts == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March 2020 he bought the shop, which closed last month."),
        ("en", "In 2020 exports fell 20% from last month."),
        ("en", "In 2023 profit rose 5% in the second quarter."),
        ("th", "รายได้ปี 2566 เพิ่มขึ้น 20% และจะเพิ่มขึ้นอีก 10% ในปีหน้า"),
        ("th", "ในปี 2566 กำไรไตรมาส 2 เพิ่มขึ้น 5%"),
    ],
)
def test_where_two_readings_are_open_none_is_taken(language: str, text: str) -> None:
    assert resolved(language, text) == (text, 1)


def test_a_fact_counts_from_the_period_of_its_unit() -> None:
    text, unit = "รายได้จะเพิ่มขึ้นอีก 10% ในปีหน้า", "รายได้ปี 2566 เพิ่มขึ้น 20% และจะเพิ่มขึ้นอีก 10% ในปีหน้า"
    assert resolved("th", text, unit=unit) == (text, 1)


def test_a_named_period_needs_no_date_of_the_article() -> None:
    text = "Net profit in 2023 rose 20% from the previous year."
    assert resolved("en", text, as_of=None)[0].endswith("(2022).")
