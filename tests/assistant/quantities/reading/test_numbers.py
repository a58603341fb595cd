"""Round trips: numbers and Thai words, units there and back, eras both ways."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.quantities import parse
from assistant.quantities.reading.calendar import be_to_ce, ce_to_be, fiscal_span, month_end
from assistant.quantities.words.units import METRIC, OWN, PINT, unit

NUMERALS = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
PLACES = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"]


def thai_words(number: int) -> str:
    """A number in Thai words, written from the rules of counting, apart from the parser."""
    if number == 0:
        return "ศูนย์"
    millions, rest = divmod(number, 10**6)
    head = thai_words(millions) + "ล้าน" if millions else ""
    text = ""
    for place in range(5, -1, -1):
        digit = rest // 10**place % 10
        if digit == 0:
            continue
        if place == 1 and digit == 1:
            text += "สิบ"
        elif place == 1 and digit == 2:
            text += "ยี่สิบ"
        elif place == 0 and digit == 1 and (rest > 10 or millions):
            text += "เอ็ด"
        else:
            text += NUMERALS[digit] + PLACES[place]
    return head + text


@given(st.integers(0, 10**15) | st.integers(0, 3000))
@settings(max_examples=400, deadline=None)
def test_thai_words_come_back(number: int) -> None:
    (found,) = parse(thai_words(number) + "บาท")
    assert (found.low, found.high) == (number, number)


@given(st.integers(1, 10**9))
@settings(max_examples=200, deadline=None)
def test_thai_words_are_as_precise_as_their_last_place(number: int) -> None:
    (found,) = parse(thai_words(number) + "คน")
    assert number % (2 * found.resolution or 1) == 0


@given(st.integers(0, 10**15))
@settings(max_examples=100, deadline=None)
def test_our_words_are_pythainlps(number: int) -> None:
    from pythainlp.util import thaiword_to_num

    assert thaiword_to_num(thai_words(number)) == number


@given(st.integers(1, 10**12), st.sampled_from([1, 10**3, 10**6, 10**9, 10**12]))
@settings(deadline=None)
def test_english_scales_multiply(number: int, scale: int) -> None:
    word = {1: "", 10**3: "thousand ", 10**6: "million ", 10**9: "billion ", 10**12: "trillion "}
    (found,) = parse(f"{number:,} {word[scale]}baht")
    assert found.low == number * scale


@pytest.mark.parametrize(
    "code", [*OWN, *PINT, *(p + s for s, (_, ps) in METRIC.items() for p in ps)]
)
@given(value=st.decimals("0.001", "1000000", places=3))
@settings(max_examples=10, deadline=None)
def test_units_go_there_and_back(code: str, value: Decimal) -> None:
    found = unit(code)
    there = value * found.factor + found.offset
    assert abs((there - found.offset) / found.factor - value) < Decimal("1e-12") * value


@pytest.mark.parametrize(
    ("code", "name", "base"),
    [("rai", None, "m2"), ("kWh", "kilowatt_hour", "watt_hour"), ("GW", "gigawatt", "watt"),
     ("ha", "hectare", "meter**2"), ("µg", "microgram", "gram"), ("t", "metric_ton", "gram")],
)  # fmt: skip
def test_factors_agree_with_pint(code: str, name: str | None, base: str) -> None:
    from pint import UnitRegistry

    if name is None:
        assert unit(code).factor == 1600
        return
    factor = UnitRegistry(non_int_type=Decimal).Quantity(Decimal(1), name).to(base).magnitude
    assert unit(code).factor == factor


@given(st.integers(1, 2600))
def test_eras_go_both_ways(year: int) -> None:
    assert be_to_ce(ce_to_be(year)) == year


@given(st.integers(2460, 2640))
@settings(deadline=None)
def test_buddhist_years_are_converted(year: int) -> None:
    (found,) = parse(f"ปี พ.ศ. {year}")
    (short,) = parse(f"ปี {year % 100:02d}")
    assert found.low == year - 543
    assert year < 2500 or year > 2599 or short.low == found.low


@given(st.integers(1950, 2100))
def test_a_budget_year_has_twelve_months(year: int) -> None:
    first, last = fiscal_span(year)
    assert (last - first).days in (364, 365)
    assert (first, last) == (date(year - 1, 10, 1), month_end(year, 9))
