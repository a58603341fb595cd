"""How each language writes amounts, dates and notes: one table a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

_THAI_MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
_ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@dataclass(frozen=True)
class Phrases:
    """The wording of one language. `scales` run from large to small; `single` names one of a unit
    where that differs."""

    scales: tuple[tuple[Decimal, str], ...]
    units: Mapping[str, str]
    signs: Mapping[str, str]
    per: str
    notes: Mapping[str, str]
    day: Callable[[date], str]
    year: Callable[[int], str]
    glued: bool
    single: Mapping[str, str] = field(default_factory=dict)


def _thai_day(day: date) -> str:
    return f"{day.day} {_THAI_MONTHS[day.month - 1]} {day.year + 543}"


def _english_day(day: date) -> str:
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


THAI = Phrases(
    scales=(
        (Decimal(10**12), "ล้านล้าน"),
        (Decimal(10**11), "แสนล้าน"),
        (Decimal(10**10), "หมื่นล้าน"),
        (Decimal(10**9), "พันล้าน"),
        (Decimal(10**6), "ล้าน"),
    ),
    units={
        "THB": "บาท", "USD": "ดอลลาร์", "EUR": "ยูโร", "JPY": "เยน", "CNY": "หยวน", "GBP": "ปอนด์",
        "KRW": "วอน", "SGD": "ดอลลาร์สิงคโปร์", "AUD": "ดอลลาร์ออสเตรเลีย", "HKD": "ดอลลาร์ฮ่องกง",
        "INR": "รูปี", "MYR": "ริงกิต", "VND": "ด่อง", "IDR": "รูเปียห์", "CHF": "ฟรังก์สวิส",
        "W": "วัตต์", "kW": "กิโลวัตต์", "MW": "เมกะวัตต์", "GW": "กิกะวัตต์", "TW": "เทระวัตต์",
        "Wh": "วัตต์ชั่วโมง", "kWh": "กิโลวัตต์ชั่วโมง", "MWh": "เมกะวัตต์ชั่วโมง",
        "GWh": "กิกะวัตต์ชั่วโมง", "TWh": "เทระวัตต์ชั่วโมง", "m": "เมตร", "km": "กิโลเมตร",
        "m2": "ตารางเมตร", "m3": "ลูกบาศก์เมตร", "g": "กรัม", "kg": "กิโลกรัม",
        "degC": "องศาเซลเซียส", "percent": "%", "percentage_point": "จุดเปอร์เซ็นต์", "times": "เท่า",
        "point": "จุด", "ratio": "ส่วน", "second": "วินาที", "minute": "นาที", "hour": "ชั่วโมง",
        "day": "วัน", "week": "สัปดาห์", "fortnight": "ปักษ์",
        "month": "เดือน", "quarter": "ไตรมาส", "year": "ปี",
        "decade": "ทศวรรษ", "century": "ศตวรรษ", "person": "คน", "place": "แห่ง", "vehicle": "คัน",
        "house": "หลัง", "household": "ครัวเรือน", "machine": "เครื่อง", "project": "โครงการ",
        "job": "ตำแหน่ง", "vote": "เสียง", "share": "หุ้น", "rai": "ไร่", "ngan": "งาน",
        "wa2": "ตารางวา", "acre": "เอเคอร์", "ha": "เฮกตาร์", "t": "ตัน", "gold_baht": "บาททองคำ",
        "L": "ลิตร", "barrel": "บาร์เรล", "gallon": "แกลลอน",
    },
    signs={},
    per="ต่อ{}",
    notes={
        "scale_slip": "ผิดหลัก",
        "other_unit": "คนละหน่วย เทียบกันไม่ได้",
        "other_currency": "คนละสกุลเงิน เทียบกันไม่ได้",
        "less_precise": "หลักฐานหยาบกว่า ยังชี้ขาดไม่ได้",
        "other_period": "คนละช่วงเวลา",
        "other_party": "คนละราย",
        "other_measure": "วัดคนละอย่าง",
        "other_act": "คนละการกระทำ",
        "growth_not_level": "อัตราเปลี่ยนแปลงไม่ใช่ยอดรวม",
        "direction": "ทิศทางตรงข้าม",
        "complement": "ส่วนที่เหลือของทั้งหมด",
        "negated": "ฝ่ายหนึ่งปฏิเสธ",
    },
    day=_thai_day,
    year=lambda year: f"พ.ศ. {year + 543}",
    glued=True,
    single={"number": "หน่วย", "million": "ล้าน"},
)  # fmt: skip

ENGLISH = Phrases(
    scales=(
        (Decimal(10**12), "trillion"),
        (Decimal(10**9), "billion"),
        (Decimal(10**6), "million"),
    ),
    units={
        "THB": "baht", "JPY": "yen", "CNY": "yuan", "KRW": "won", "INR": "rupees", "MYR": "ringgit",
        "VND": "dong", "IDR": "rupiah", "CHF": "Swiss francs", "degC": "°C", "percent": "%",
        "percentage_point": "percentage points", "times": "times", "point": "points", "ratio": "",
        "m2": "m²", "m3": "m³", "second": "seconds", "minute": "minutes", "hour": "hours",
        "day": "days", "week": "weeks", "fortnight": "fortnights",
        "month": "months", "quarter": "quarters", "year": "years",
        "decade": "decades", "century": "centuries", "person": "people", "place": "places",
        "vehicle": "vehicles", "house": "houses", "household": "households",
        "machine": "machines", "project": "projects", "job": "jobs", "vote": "votes",
        "share": "shares", "rai": "rai", "ngan": "ngan", "wa2": "square wah", "acre": "acres",
        "ha": "hectares", "t": "tonnes", "kg": "kg", "gold_baht": "baht-weights", "L": "litres",
        "barrel": "barrels", "gallon": "gallons",
    },
    signs={"USD": "$", "EUR": "€", "GBP": "£", "SGD": "S$", "AUD": "A$", "HKD": "HK$"},
    per=" per {}",
    notes={
        "scale_slip": "a slip of scale",
        "other_unit": "different units",
        "other_currency": "different currencies",
        "less_precise": "the evidence is less precise",
        "other_period": "another period",
        "other_party": "another party",
        "other_measure": "another measure",
        "other_act": "another act",
        "growth_not_level": "growth, not level",
        "direction": "the opposite direction",
        "complement": "the rest of the whole",
        "negated": "one of the two says no",
    },
    day=_english_day,
    year=str,
    glued=False,
    single={
        "ha": "hectare", "t": "tonne", "gold_baht": "baht-weight", "L": "litre",
        "number": "unit",
    }
    | {
        unit: unit
        for unit in (
            "second minute hour day week fortnight month quarter year decade century person place "
            "vehicle house household machine project job vote share point acre barrel gallon"
        ).split()
    },
)  # fmt: skip
