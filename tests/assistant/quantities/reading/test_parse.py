"""Expressions and what they mean: (text, [(low, high, unit, comparator, wording)])."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.evaluation.bench_parts import HOSTILE
from assistant.quantities import parse, parse_period
from assistant.quantities.reading.parse import read

NUMBERS = [
    ("$ 26.3 พันล้าน", "26300000000", "USD"),
    ("1 แสนล้านดอลลาร์", "100000000000", "USD"),
    ("หนึ่งหมื่นสองพันล้านบาท", "12000000000", "THB"),
    ("ค่าเช่าตกเดือนละพันห้า", "1500", "THB/month"),
    ("หนึ่งปีสามเดือน", "1.25", "year"),
    ("2 ล้าน 5 แสนบาท", "2500000", "THB"),
    ("ล้านครึ่ง", "1500000", "number"),
    ("ครึ่งล้านบาท", "500000", "THB"),
    ("twelve thousand five hundred people", "12500", "person"),
    ("two hundred and fifty tonnes", "250000000", "g"),
    ("two and a half million baht", "2500000", "THB"),
    ("5.6 m people", "5600000", "person"),
    ("$5.6 m", "5600000", "USD"),
    ("5.6 m", "5.6", "m"),
    ("1 250 000 euros", "1250000", "EUR"),
    ("12 บาท 50 สตางค์", "12.5", "THB"),
    ("¥500 หยวน", "500", "CNY"),
    ("50 เบสิสพอยต์", "0.5", "percentage_point"),
    ("ติดลบ 2.5%", "-2.5", "percent"),
    ("four degrees below zero Celsius", "-4", "degC"),
    ("945 เทระวัตต์ชั่วโมง", "945000000000000", "Wh"),
    ("10 miles", "16093.44", "m"),
    ("1 ปี 6 เดือน", "1.5", "year"),
    ("เศษสองส่วนสี่", "0.5", "ratio"),
    ("เพิ่มขึ้นหนึ่งเท่าตัว", "2", "times"),
    ("วันละ 350 บาท", "350", "THB/day"),
    ("ใช้งบปีละ 9 พันล้านบาท", "9000000000", "THB/year"),
    ("2.2 บิลเลียนดอลลาร์", "2200000000", "USD"),
    ("กำไร 1.2 หมื่นลบ.", "12000000000", "THB"),
    ("ค่าตั๋ว 25 บ.", "25", "THB"),
    ("มีผู้ติดเชื้อ 12 รายที่โรงเรียน", "12", "person"),
    ("เรือ 3 ลำที่จม", "3", "number"),
    ("เงินเฟ้อติดลบ 12 เดือนติดต่อกัน", "12", "month"),
    ("หมูกิโลละ 150", "0.15", "number/g"),
    ("กระบะชนสิบล้อดับ 3", "3", "person"),
    ("The clip was viewed 8.5 million times.", "8500000", "number"),
    ("She won twice in May.", "2", "number"),
    ("Sales rose three times", "3", "times"),
    ("three times the size", "3", "times"),
    ("cut its key rate by a quarter point", "0.25", "percentage_point"),
    ("2½ years", "2.5", "year"),
    ("grew 2.5pc", "2.5", "percent"),
    ("15,000 outpatients a month", "15000", "person/month"),
    ("37.5 มคก./ลบ.ม.", "0.0000375", "g/m3"),
    ("ถนนยาว 120 กม", "120000", "m"),
    ("เร็ว 300 กม./ชม", "300000", "m/hour"),
    ("พื้นที่ 5 ตารางกม.", "5000000", "m2"),
    ("a woman aged 34 won", "34", "year"),
    ("performed three dozen times this season", "36", "number"),
    ("35 parts per thousand", "3.5", "percent"),
    ("600 million tugrik", "600000000", "MNT"),
    ("at least 250 people", "250", "person"),
    ("อย่างน้อยจำนวน 250 คน", "250", "person"),
    ("ร่วมหมื่นลำ", None, "number"),
    ("250 kilowatt-hours", "250000", "Wh"),
    ("4.18 บาทต่อหน่วย", "4.18", "THB/unit"),
    ("35 baht to the dollar", "35", "THB/USD"),
    ("35 บาทต่อ 1 ดอลลาร์", "35", "THB/USD"),
    ("4 baht 18 satang a unit", "4.18", "THB/unit"),
    ("ตารางวาละ 1 แสนบาท", "25000", "THB/m2"),
    ("15,000 a week", "15000", "number/week"),
    ("60 mph", "96560.64", "m/hour"),
    ("500 Mbps", "500000000", "bit/second"),
    ("a hundred and twenty houses", "120", "house"),
    ("lasted a week", "1", "week"),
    ("ในรอบทศวรรษ", "1", "decade"),
    ("a crew of twelve", "12", "number"),
    ("+3.2%", "3.2", "percent"),
    ("จังหวัดนี้มีวัด 312 วัด", "312", "number"),
    ("ขายได้ 21 หม้อ", "21", "number"),
    ("1 ยูโร 20 เซนต์", "1.2", "EUR"),
    ("two and a quarter hours", "2.25", "hour"),
    ("3'600'000 francs", "3600000", "CHF"),
    ("วันครึ่งกว่าจะถึง", "1.5", "day"),
    ("in the 19th century", "1801", "year_ce"),
    ("พุทธศตวรรษที่ 21", "1458", "year_ce"),
    ("in the 1720s", "1720", "year_ce"),
]


@pytest.mark.parametrize(("text", "value", "unit"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_one_number(text: str, value: str | None, unit: str) -> None:
    (found,) = parse(text)
    assert (found.low, found.unit) == (value and Decimal(value), unit)


BOUNDS = [
    ("ไม่ถึง 100 คน", None, "100", "lt"),
    ("ไม่น้อยกว่า 3,000 คน", "3000", None, "ge"),
    ("30 กว่าคน", "30", "40", "range"),
    ("3 พันกว่าล้านบาท", "3000000000", "4000000000", "range"),
    ("5 ล้านบาทขึ้นไป", "5000000", None, "ge"),
    ("500+ people", "500", None, "ge"),
    ("5% or less", None, "5", "le"),
    ("500 or more people", "500", None, "ge"),
    ("in over a decade", "1", None, "gt"),
    ("north of $65 billion", "65000000000", None, "gt"),
    ("ราว 200 คน", "200", "200", "approx"),
    ("เฉียด 6 แสนล้าน", None, "600000000000", "almost"),
    ("60-65 พันล้านดอลลาร์", "60000000000", "65000000000", "range"),
    ("150 ล้านบวกลบ 10 ล้านบาท", "140000000", "160000000", "range"),
    ("between 60 and 65 percent", "60", "65", "range"),
    ("ร้อยละ 5 ถึง 7", "5", "7", "range"),
    ("between four and five million tourists", "4000000", "5000000", "range"),
    ("a million and a half euros", "1500000", "1500000", "exact"),
]


@pytest.mark.parametrize(("text", "low", "high", "comparator"), BOUNDS, ids=[b[0] for b in BOUNDS])
def test_bounds(text: str, low: str | None, high: str | None, comparator: str) -> None:
    (found,) = parse(text)
    expected = (low and Decimal(low), high and Decimal(high), comparator)
    assert (found.low, found.high, found.comparator) == expected


DATES = [
    ("ปีงบประมาณ 2568", "2024-10-01", "2025-09-30"),
    ("its 2025 fiscal year", "2024-10-01", "2025-09-30"),
    ("ไตรมาส 4/67", "2024-10-01", "2024-12-31"),
    ("the last quarter of 2024", "2024-10-01", "2024-12-31"),
    ("4Q24", "2024-10-01", "2024-12-31"),
    ("ครึ่งปีแรกของปี 2568", "2025-01-01", "2025-06-30"),
    ("six months to June 2025", "2025-01-01", "2025-06-30"),
    ("nine months ended 30 September 2024", "2024-01-01", "2024-09-30"),
    ("ธ.ค. 67", "2024-12-01", "2024-12-31"),
    ("Feb. 6, 2025", "2025-02-06", "2025-02-06"),
    ("signed on 6 Feb. 2025", "2025-02-06", "2025-02-06"),
    ("on 30 Sept. 2025.", "2025-09-30", "2025-09-30"),
    ("15/01/2563", "2020-01-15", "2020-01-15"),
    ("6-8 กุมภาพันธ์ 2568", "2025-02-06", "2025-02-08"),
    ("ปลายปี 2567", "2024-10-01", "2024-12-31"),
    ("ทศวรรษ 2530", "1987-01-01", "1996-12-31"),
    ("early 1980s", "1980-01-01", "1984-12-31"),
    ("mid-2010s", "2013-01-01", "2017-12-31"),
    ("late 1990s", "1996-01-01", "1999-12-31"),
    ("ต้นทศวรรษ 1980", "1980-01-01", "1984-12-31"),
    ("ปลายทศวรรษที่ 2520", "1983-01-01", "1986-12-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("a bishop from 1738 to 1756", "1738-01-01", "1756-12-31"),
    ("founded in 1897", "1897-01-01", "1897-12-31"),
    ("October 2024 to September 2025", "2024-10-01", "2025-09-30"),
    ("1 January to 31 March 2025", "2025-01-01", "2025-03-31"),
    ("end-2024", "2024-12-31", "2024-12-31"),
    ("it ran between 2019 and 2023", "2019-01-01", "2023-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), DATES, ids=[d[0] for d in DATES])
def test_dates(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (str(period.first), str(period.last)) == (first, last)


def test_relative_days_need_the_day_of_speaking() -> None:
    assert parse("เมื่อวานนี้") == ()
    (found,) = parse("เมื่อวานนี้", as_of=date(2025, 2, 7))
    assert found.low == date(2025, 2, 6)
    (quarter,) = parse("last quarter", as_of=date(2025, 2, 7))
    assert (quarter.low, quarter.high) == (date(2024, 10, 1), date(2024, 12, 31))


NAMES = [
    "บ่ายสองโมงครึ่ง",
    "รถสามล้อไฟฟ้า",
    "GPT-3", "R1 และ H800", "โควิด-19", "มาตรา 112", "โทร. 081-234-5678", "สายด่วน 1669",
    "รหัสไปรษณีย์ 10110", "บ้านเลขที่ 99/9", "เวลา 10.30 น.", "at 14:30", "192.168.1.1",
    "อันดับที่สาม", "3rd place", "1. ข้อแรก", "Boeing 737", "Airbus A320", "Industry 4.0", "24/7",
    "S&P 500", "G20", "5G", "3M", "ศูนย์ข้อมูล", "สามย่าน", "พันธมิตร", "ร้อยตำรวจเอก", "หมื่นไวย",
    "เก้าอี้", "ห้างสรรพสินค้า", "พันท้ายนรสิงห์", "หน่วย: ล้านบาท", "ป.6", "WD-40", "one of the best",
    "สามร้อยยอด", "Six Senses", "the 21st century", "a week ago", "The hotline number is 1133.",
    "ได้อันดับสองเมืองน่าอยู่", "อันดับ 3 ทีมแกร่ง", "เปิด 9.00-21.00 น.", "lives at 88 Mill Lane",
    "double-digit growth", "เครื่องบินโบอิ้ง 737-800 ตก", "ประธานคนที่ 5", "ขายสองราคา",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_quantities(text: str) -> None:
    assert parse(text) == ()


SENTENCES = [
    "ไตรมาส 4 ปี 2567 รายได้ $ 26.3 พันล้าน เพิ่มขึ้นเกือบ 20%",
    "profit rose from 40 to 80 million baht in the first half of 2025",
    "โรงพยาบาลรับผู้ป่วย 1.5 หมื่นคนต่อเดือน มากกว่าปี 2566 ถึง 3 เท่า",
    "ราคาอยู่ระหว่าง 7 ถึง 55 บาทต่อวัน ในพื้นที่ 2 ไร่ 1 งาน",
]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def values(text: str) -> list[tuple]:
    return [(q.low, q.high, q.unit, q.comparator) for q in parse(text)]


@pytest.mark.parametrize("text", SENTENCES)
def test_spans_are_verbatim(text: str) -> None:
    found = parse(text)
    assert found
    assert all(text[q.start : q.end] == q.text for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


@pytest.mark.parametrize("text", SENTENCES)
def test_digit_script_and_blanks_change_nothing(text: str) -> None:
    assert values(text.translate(THAI_DIGITS)) == values(text)
    assert values(text.replace(" ", "  ")) == values(text)
    assert values(text.replace(" ", "\u00a0")) == values(text)
    assert values(f"  {text}\n") == values(text)


@given(st.text(alphabet="0123456789๐๑๒,.-/:% $฿ล้านพันแสนครึ่งปีบาทกว่าtoandhalfmonthQ", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_spans_hold(text: str) -> None:
    for q in parse(text):
        assert text[q.start : q.end] == q.text


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    """`make bench` shows that the time grows no faster than the text."""
    text = piece * (40_000 // len(piece)) + " 7 ล้านบาท"
    last = read(text).quantities[-1]
    assert text[last.start : last.end] == last.text
    assert last.end == len(text)


@pytest.mark.slow
def test_a_megabyte_of_digits_and_marks() -> None:
    text = ("12,345.67.่๊1,2,3%๕๕๕,, .. 9" * 40_000)[:1_000_000]
    found = parse(text)
    assert len(found) > 40_000
    assert all(text[q.start : q.end] == q.text for q in found)
