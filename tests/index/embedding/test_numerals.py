import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.numerals import canonical

SAME = [
    ("1.15-1.35 แสนล้านดอลลาร์", "115 billion-135 billion ดอลลาร์"),
    ("1 แสนล้าน", "100 billion"),
    ("๑ แสนล้าน", "100bn"),
    ("100,000 ล้าน", "0.1 trillion"),
    ("100 พันล้าน", "100,000,000,000"),
    ("1.5 ล้านล้าน", "1.5tn"),
    ("5.576 ล้าน", "5.576 million"),
    ("3 หมื่น", "30 thousand"),
    ("ร้อยละ 5.25", "5.25 per cent"),
    ("5.25 เปอร์เซ็นต์", "5.25%"),
    ("พ.ศ. 2568", "2025"),
    ("พ.ศ. ๒๕๖๘", "ค.ศ. 2025"),
    ("B.E. 2568", "2025"),
    ("$6m", "$6 million"),
    ("31,573.1 million", "31,573,100,000"),
]

RESPELLED = [
    ("ปี 2568", "ปี 2025"),
    ("ปี2568", "ปี 2025"),
    ("16 กรกฎาคม 2567", "16 กรกฎาคม 2024"),
    ("2 ส.ค. 64", "2 ส.ค. 2021"),
    ("ระหว่าง 2561 ถึง 2563", "ระหว่าง 2018 ถึง 2020"),
]

UNTOUCHED = [
    "ไม่มีตัวเลข",
    "no figures here",
    "ประชากร 2550 คน",
    "in 2550 the sun",
    "a 6 m wall",
    "version 2.5.1",
    "10² is not 102",
]


@pytest.mark.parametrize(("thai", "english"), SAME)
def test_equal_figures_are_spelled_alike(thai: str, english: str) -> None:
    assert canonical(thai).strip() == canonical(english).strip()


@pytest.mark.parametrize(("text", "expected"), RESPELLED)
def test_buddhist_years_become_common_years(text: str, expected: str) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize("text", UNTOUCHED)
def test_other_text_stays(text: str) -> None:
    assert canonical(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [("5 ล้าน", "5 พันล้าน"), ("5 million", "5 billion"), ("พ.ศ. 2567", "2025"), ("3%", "3")],
)
def test_different_figures_stay_different(one: str, other: str) -> None:
    assert canonical(one).strip() != canonical(other).strip()


@given(st.text(alphabet="ปีพศ. ล้านแสน0123456789,.%$mbn๑๒๕๖๘๐ billion", max_size=40))
def test_any_text_is_respelled_without_error(text: str) -> None:
    assert isinstance(canonical(text), str)


@given(
    st.integers(min_value=1, max_value=9999), st.sampled_from(["million", "billion", "trillion"])
)
def test_scaled_figures_keep_their_value(value: int, unit: str) -> None:
    scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    number, *rest = canonical(f"{value} {unit}").split()
    result = float(number) * (scale[rest[0]] if rest else 1)
    assert result == pytest.approx(value * scale[unit], rel=5e-4)
