"""Wordings of newsrooms, by class: every pair gets its relation, and slips never support."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.quantities import parse, relate
from assistant.quantities.relating.votes import tally
from assistant.quantities.sentence.frame import frame

DATA = Path(__file__).parents[2] / "data" / "quantity_wordings.jsonl"
ROWS = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in ROWS}))
def test_wordings_of_a_class(kind: str) -> None:
    wrong = [
        (row["claim"], row["evidence"], found)
        for row in ROWS
        if row["kind"] == kind
        and (found := relate(row["claim"], row["evidence"], same_story=True).stance.value)
        != row["relation"]
    ]
    assert not wrong


def test_no_refuted_wording_supports_by_itself() -> None:
    for row in ROWS:
        if row["relation"] == "refutes":
            found = relate(row["claim"], row["evidence"]).stance.value
            assert found != "supports", (row["claim"], row["evidence"])


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("ค่าซ่อมหมื่นสองบาท", "12000", "THB"),
        ("รถแสนแปดบาท", "180000", "THB"),
        ("ที่ดินล้านสองบาท", "1200000", "THB"),
        ("หมื่นสองพันบาท", "12000", "THB"),
        ("หนึ่งพันห้าบาท", "1005", "THB"),
        ("ร้อยห้าบาท", "105", "THB"),
        ("a quarter of a million people", "250000", "person"),
        ("three quarters of a billion baht", "750000000", "THB"),
        ("ทองคำหนัก 2 บาท", "30.488", "g"),
        ("ทองคำราคา 2 บาท", "2", "THB"),
        ("3 baht-weight of gold", "45.732", "g"),
        ("ได้เหรียญทอง 3 เหรียญ", "3", "number"),
        ("ได้เงิน 3 เหรียญ", "3", "USD"),
        ("it will be 24 km long", "24000", "m"),
        ("the end of BE 2567", "2024", "year_ce"),
        ("ส่งไข่วันละสิบโหล", "120", "number/day"),
        ("สองร้อยโหล", "2400", "number"),
        ("แบ่งออกเป็น ๑๔ เขต", "14", "number"),
        ("All 32 crew were saved.", "32", "person"),
        ("It has 12 police stations.", "12", "number"),
        ("It took an hour and a quarter.", "1.25", "hour"),
        ("It took an hour and three quarters.", "1.75", "hour"),
        ("It took two hours and three quarters.", "2.75", "hour"),
        ("It took two weeks and a half.", "2.5", "week"),
    ],
)
def test_numbers_that_are_easily_misread(text: str, low: str, unit: str) -> None:
    (found,) = parse(text)
    assert (str(found.low), found.unit) == (low, unit) or found.kind == "date"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("พันกว่าคน", "1000", "None"),
        ("ล้านกว่าบาท", "1000000", "None"),
        ("สามพันกว่าคน", "3000", "4000"),
        ("200-odd ships", "200", "300"),
        ("หลายสิบหมู่บ้าน", "20", "99"),
        ("หลายพันล้านบาท", "2000000000", "9999999999"),
        ("นับพันคน", "1000", "9999"),
        ("หลักแสนคน", "100000", "999999"),
        ("dozens of boats", "24", "119"),
        ("tens of millions of baht", "20000000", "99999999"),
        ("several hundred villagers", "200", "999"),
        ("เสาหลักสิบต้น", "10", "10"),
        ("นับสิบสองคน", "12", "12"),
        ("โหลครึ่ง", "18", "18"),
    ],
)
def test_a_size_is_read_as_what_lies_in_it(text: str, low: str, high: str) -> None:
    (found,) = parse(text)
    assert (str(found.low), str(found.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("One Velorian in nine owns a phone.", "0.111111111111", "ratio"),
        ("One worker in ten lost her job.", "0.1", "ratio"),
        ("Two islanders in three own a boat.", "0.666666666666", "ratio"),
        ("one in a hundred workers", "0.01", "ratio"),
        ("one in a hundred years", "100", "year"),
        ("seven packs in every hundred", "0.07", "ratio"),
        ("two out of every five shops", "0.4", "ratio"),
        ("เจ็ดชิ้นในทุกร้อยชิ้น", "0.07", "ratio"),
        ("เด็ก 3 คนใน 10 คน", "0.3", "ratio"),
        ("It runs a score of night trains.", "20", "number"),
        ("There are eleven Tharamanee Foods branches.", "11", "place"),
        ("It bought three Toyota cars.", "3", "vehicle"),
        ("We stayed for twenty nights.", "20", "day"),
    ],
)
def test_what_is_counted_stands_inside_or_behind_other_words(
    text: str, low: str, unit: str
) -> None:
    (found,) = parse(text)
    assert (str(found.low), found.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("The wall is exactly 10 km long.", "0"),
        ("ระยะทาง 10 กม.พอดี", "0"),
        ("เงินรางวัล 5,000 บาทถ้วน", "0"),
        ("The wall is just 10 km long.", "500"),
    ],
)
def test_an_exact_figure_is_exact_to_the_last_digit(text: str, resolution: str) -> None:
    (found,) = parse(text)
    assert found.resolution == Decimal(resolution)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("40% of the farms grow maize.", "level"),
        ("40% of the farms grew fragrant rice.", "level"),
        ("The farm raises 900 pigs.", "level"),
        ("The mill raised rice prices 6%.", "change"),
        ("The mill raised rice by 6%.", "change"),
        ("ขึ้นค่าเช่าที่ดิน 6%", "change"),
        ("Rice exports grew 9%.", "change"),
    ],
)
def test_growing_and_raising_crops_and_animals_is_no_rise(text: str, role: str) -> None:
    assert [fact.role for fact in frame(text).facts] == [role]


def test_a_vote_is_read_by_its_sides_and_by_its_numbers() -> None:
    sides = tally(frame("เห็นชอบ 14 เสียง ไม่เห็นชอบ 4 เสียง งดออกเสียง 2 เสียง"))
    pair = tally(frame("The bill was rejected by 60 votes to 40."))
    assert sides is not None and dict(sides.sides) == {"for": 14, "against": 4, "abstain": 2}
    assert sides.carried is True
    assert pair is not None and (pair.pair, pair.carried) == ((60, 40), False)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Only 31 of Tolvar's 900 schools closed.", ["part", "whole"]),
        ("Of the 5,000 workers, 312 were hurt.", ["whole", "part"]),
        ("มีผู้สมัคร 8,000 คน ในจำนวนนี้เข้าเส้นชัย 6,312 คน", ["whole", "part"]),
        ("เลิกจ้าง 1,200 คน จากทั้งหมด 4,000 คน", ["part", "whole"]),
        ("พนักงานลดลงเหลือ 300 คน จาก 500 คน", ["", ""]),
        ("It has 12 schools and 900 pupils.", ["", ""]),
    ],
)
def test_parts_and_wholes_are_told_apart(text: str, shares: list[str]) -> None:
    assert [fact.share for fact in frame(text).facts] == shares


@pytest.mark.parametrize(
    "text", ["เขต 14 มีผู้สมัครมาก", "พระราม 9 ซอย 3", "ห้อง 305 อาคาร 2", "สมัย 2 เริ่มแล้ว"]
)
def test_a_word_that_numbers_what_follows_counts_nothing(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("It got 360 million baht over four years.", ["exact", "exact"]),
        ("It sold 400 cars in over four years.", ["exact", "gt"]),
        ("The trial lasted over four years.", ["gt"]),
        ("It got 360 million baht and was over four years late.", ["exact", "gt"]),
        ("Over 24 hours, 182 mm of rain fell.", ["exact", "exact"]),
        ("182 mm of rain fell over 24 hours.", ["exact", "exact"]),
        ("Over 40 years old, the ferry still runs.", ["gt"]),
        ("Over 40 years is a long time.", ["gt"]),
    ],
)
def test_over_a_length_of_time_behind_a_total_is_no_bound(
    text: str, comparators: list[str]
) -> None:
    assert [q.comparator for q in parse(text)] == comparators


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It employs 12 nurses rather than 20.", ["12 nurses"]),
        ("Instead of 12 ferries, the line runs 9 ferries.", ["9 ferries"]),
        ("ค่าโดยสาร 20 บาท ไม่ใช่ 25 บาท", ["20 บาท"]),
        ("It did not hire 20 nurses.", ["20 nurses"]),
        ("The fare is not 25 baht.", ["25 baht"]),
    ],
)
def test_figures_that_are_turned_down_are_no_facts(text: str, figures: list[str]) -> None:
    assert [fact.quantity.text for fact in frame(text).facts] == figures


def test_long_texts_are_not_searched_for_loose_figures() -> None:
    text = "It sold 34 cars and Kestrel 28. " * 400
    assert len(frame(text).facts) == 400


def test_a_century_in_a_name_is_no_period() -> None:
    assert not parse("20th Century Studios made the film.")
    assert parse("In the 20th Century, trade grew.")[0].kind == "date"
