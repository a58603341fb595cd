"""Hours of the day in both languages, and what lies between two of them."""

from decimal import Decimal

import pytest

from assistant.quantities.linking.clock import hours_between, hours_told


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("ตั้งแต่สี่ทุ่มถึงตีสอง", "4"),
        ("22.00 น. ถึง 02.30 น.", "4.5"),
        ("บ่ายสองถึงห้าโมงเย็น", "3"),
        ("แปดโมงเช้าถึงเที่ยงวัน", "4"),
        ("from 9 am to 5:30 pm", "8.5"),
        ("from 10 p.m. until midnight", "2"),
        ("6:30am-noon", "5.5"),
    ],
)
def test_the_hours_of_a_range(text: str, hours: str) -> None:
    assert hours_between(text) == Decimal(hours)


@pytest.mark.parametrize(
    "text", ["at 9 am", "it opened at 9 am; the last guest left the hall at 5 pm", "จาก 9 ถึง 5", ""]
)
def test_no_range_of_hours(text: str) -> None:
    assert hours_between(text) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("เรือออกเวลาสามทุ่ม", "21"),
        ("พิธีเริ่มบ่ายสองโมงครึ่ง", "14.5"),
        ("The vote was held at 8 p.m.", "20"),
        ("ประชุมเวลา 20.00 น.", "20"),
        ("It opened at noon.", "12"),
        ("from 9 a.m. to 5 p.m.", None),
        ("no hour at all", None),
    ],
)
def test_the_one_hour_that_is_told(text: str, hour: str | None) -> None:
    found = hours_told(text)
    assert (found[0] if len(found) == 1 else None) == (None if hour is None else Decimal(hour))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("ร้านเปิด 9.00-21.00 น.", (9, 21)),
        ("open 9 to 11 a.m.", (9, 11)),
        ("เริ่ม 9 โมงเช้าและเลิกตอนเที่ยง", (9, 12)),
        ("from 9 a.m. to 9 p.m.", (9, 21)),
        ("ราคา 9-21 บาท", ()),
    ],
)
def test_hours_that_share_what_marks_them(text: str, hours: tuple[int, ...]) -> None:
    assert hours_told(text) == hours
