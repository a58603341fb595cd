from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.bulk.dates import DateUnreadable, read_date


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-02-07", date(2025, 2, 7)),
        ("2568-02-07", date(2025, 2, 7)),
        ("2025-02-07T10:00:00Z", date(2025, 2, 7)),
        ("2025/2/7", date(2025, 2, 7)),
        ("25-8-2020", date(2020, 8, 25)),
        ("7/2/2568", date(2025, 2, 7)),
        ("๗/๒/๒๕๖๘", date(2025, 2, 7)),
        ("2/25/2025", date(2025, 2, 25)),
        ("20250207", date(2025, 2, 7)),
        (20250207, date(2025, 2, 7)),
        ("29.2.2567", date(2024, 2, 29)),
        (datetime(2025, 2, 7, 9, 30), date(2025, 2, 7)),
        (date(2568, 2, 7), date(2025, 2, 7)),
        ("7 กุมภาพันธ์ 2568", date(2025, 2, 7)),
        ("7 ก.พ. 2568", date(2025, 2, 7)),
        ("7 February 2025", date(2025, 2, 7)),
        ("กุมภาพันธ์ 2568", date(2025, 2, 28)),
        ("", None),
        (None, None),
        (" - ", None),
        ("N/A", None),
        ("ไม่ทราบ", None),
    ],
)
def test_cells(cell: object, day: date | None) -> None:
    assert read_date(cell) == day


@pytest.mark.parametrize("cell", ["soon", "31/2/2025", "13/13/2025", "9" * 5000, True, 1.5, ["x"]])
def test_what_is_no_date_is_refused(cell: object) -> None:
    with pytest.raises(DateUnreadable):
        read_date(cell)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_both_eras_name_the_same_day(day: date) -> None:
    era = f"{day.day}/{day.month}/{day.year + 543}"
    assert read_date(era) == read_date(day.isoformat()) == day
