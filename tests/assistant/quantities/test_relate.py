"""Sentences against sentences."""

from datetime import date

import pytest

from assistant.quantities import Why, relate

STORIES = [
    # same story: claim, evidence, stance
    ("รายได้เพิ่มขึ้นเป็น 30 ล้านบาท", "Revenue rose to 30 million baht from 24 million.", "supports"),
    ("รายได้เพิ่มขึ้น 30 ล้านบาท", "Revenue rose to 30 million baht from 24 million.", "refutes"),
    ("กำไรเพิ่มขึ้น 25%", "Profit rose from 24 million to 30 million baht.", "supports"),
    ("กำไรเพิ่มเป็นสองเท่า", "Profit rose by 100%.", "supports"),
    ("ยอดขายลดลงเหลือ 80% ของปีก่อน", "Sales fell by 20%.", "supports"),
    ("ยอดขายลดลงเหลือ 80% ของปีก่อน", "Sales fell by 80%.", "refutes"),
    ("Ridership rose to 12 million.", "Ridership rose by 12%.", "silent"),
    ("กำไร 2 พันล้านบาท", "The firm made a loss of 2 billion baht.", "refutes"),
    ("เงินอ่อนค่าลงมาที่ 31 บาท", "เงินแข็งค่าขึ้นมาที่ 31 บาท", "refutes"),
    ("ไตรมาส 4 ปี 2567 รายได้ 28 ล้านบาท",
     "Revenue in the whole of 2024 was 28 million baht.", "silent"),
    ("ปี 2569 ใช้เงิน 5 ล้านบาท", "It spent 5 million baht in 2025.", "silent"),
    ("Prices averaged 4 million baht.", "The median price was 4 million baht.", "silent"),
    ("มีผู้ลงทะเบียน 45 ล้านคน", "รัฐบาลคาดว่าจะมีผู้ลงทะเบียน 45 ล้านคน", "silent"),
    ("The mayor earns 90,000 baht.", "The deputy mayor earns 90,000 baht.", "silent"),
    ("โรงงานเปิดแล้ว", "The plant has not yet opened.", "refutes"),
    ("Halden sold 42,000 cars and Kestrel 57,000.",
     "เคสเทรลขายได้ 57,000 คัน ส่วนฮัลเดนขายได้ 42,000 คัน", "supports"),
    ("Sales of Halden and Kestrel were 42,000 and 57,000 cars respectively.",
     "เคสเทรลขายได้ 42,000 คัน ส่วนฮัลเดนขายได้ 57,000 คัน", "refutes"),
    ("มติ 6 ต่อ 1", "The board voted six to one.", "supports"),
    ("มติเป็นเอกฉันท์", "The board voted six to one.", "refutes"),
    ("สองแห่งสูญเงินรวมกัน 800 ล้านบาท",
     "One lost 600 million baht and the other 200 million.", "supports"),
    ("จะสร้างงานปีละ 14,000 ตำแหน่ง", "It will create 70,000 jobs over five years.", "supports"),
    ("กฎหมายใช้บังคับหลังปี 2560", "The law came into force in 2019.", "supports"),
    ("กฎหมายใช้บังคับก่อนปี 2560", "The law came into force in 2019.", "refutes"),
    ("ราคาเพิ่มขึ้น 3%", "Prices rose threefold.", "refutes"),
    ("อัตราดอกเบี้ยลดลง 0.25 จุดเปอร์เซ็นต์", "The rate was cut from 2.25% to 2.00%.", "supports"),
    ("ขายพันธบัตร 2.1 พันล้านยูโร", "It sold bonds worth 2.1 billion yen.", "refutes"),
    ("โมเดลฝึกด้วยชิป K800", "The model was trained on H800 chips.", "refutes"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "evidence", "stance"), STORIES, ids=[f"{s[0]}|{s[1]}" for s in STORIES]
)
def test_one_story(claim: str, evidence: str, stance: str) -> None:
    assert relate(claim, evidence, same_story=True).stance.value == stance


def test_context_names_the_party_and_the_year() -> None:
    claim = "Amazon's revenue in 2024 was $638 billion."
    evidence = "Net sales came to $638.0 billion."
    assert relate(claim, evidence).why is Why.OTHER_PARTY
    assert relate(claim, evidence, context="Amazon: full year 2024").stance.value == "supports"
    assert relate(claim, evidence, context="Amazon: full year 2023").why is Why.OTHER_PERIOD


def test_another_product_is_another_party() -> None:
    claim = "DeepSeek spent $5.6 million on training R1."
    evidence = "DeepSeek put the cost of training V3 at $5.6 million."
    assert relate(claim, evidence).why is Why.OTHER_PARTY


def test_a_slip_is_told_even_among_other_figures() -> None:
    claim = "Nvidia lost 5.9 trillion dollars of market value in a day."
    evidence = "Nvidia fell 17%, closing at $118, and lost $590 billion of market value."
    found = relate(claim, evidence)
    assert (found.stance.value, found.why) == ("refutes", Why.SCALE_SLIP)


def test_a_figure_of_something_else_stays_silent() -> None:
    claim = "Amazon had net income of $20 billion."
    evidence = "Amazon spent $26.3 billion on capital expenditure, and Meta $14.8 billion."
    assert relate(claim, evidence).stance.value == "silent"


def test_relative_years_count_from_the_day_of_speaking() -> None:
    claim, evidence = "ปีที่แล้วบริษัทมีรายได้ 5 ล้านบาท", "ในปี 2567 บริษัทมีรายได้ 5 ล้านบาท"
    assert relate(claim, evidence, claim_as_of=date(2025, 3, 1)).stance.value == "supports"
    assert relate(claim, evidence, claim_as_of=date(2027, 3, 1)).why is Why.OTHER_PERIOD


def test_reasons_are_in_both_languages() -> None:
    found = relate("งบ 1 แสนล้านบาท", "The budget is 10 billion baht.", same_story=True)
    assert "หมื่นล้านบาท" in found.reason_th
    assert "10 billion baht" in found.reason_en
