"""What was done is not borne out by what is still to be done."""

import pytest

from assistant.quantities import parse, relate
from assistant.quantities.words.english_tenses import only_to_come, past_forms


@pytest.mark.parametrize(
    ("claim", "evidence", "stance"),
    [
        ("Brenholt built 300 homes.", "Brenholt will build 300 homes.", "silent"),
        ("Brenholt built 300 homes.", "Brenholt plans to build 300 homes.", "silent"),
        ("Brenholt has hired 40 nurses.", "Brenholt is going to hire 40 nurses.", "silent"),
        ("300 homes were built in Brenholt.", "300 homes will be built in Brenholt.", "silent"),
        ("Brenholt built 300 homes.", "Brenholt built 300 homes.", "supports"),
        (
            "Brenholt built 300 homes.",
            "Brenholt built 300 homes and will build a school.",
            "supports",
        ),
        ("Brenholt will build 300 homes.", "Brenholt plans to build 300 homes.", "supports"),
        ("Brenholt built 300 homes.", "Brenholt will build 30 homes.", "silent"),
        ("The roof cost 3 million baht.", "The roof will cost 3 million baht.", "supports"),
        ("บริษัทบัวระพันจ่ายเงินไปแล้ว 40 ล้านบาท", "บริษัทบัวระพันจะจ่ายเงิน 40 ล้านบาท", "silent"),
    ],
)
def test_done_and_to_come(claim: str, evidence: str, stance: str) -> None:
    assert relate(claim, evidence, same_story=True).stance.value == stance


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("hire", {"hired"}),
        ("carry", {"carried"}),
        ("stay", {"stayed", "stayyed"}),
        ("plan", {"planed", "planned"}),
        ("grow", {"grew", "grown"}),
    ],
)
def test_past_forms(verb: str, forms: set[str]) -> None:
    assert past_forms(verb) == forms


def test_another_verb_is_not_the_same_act() -> None:
    assert not only_to_come("It sold 40 ferries.", "It will build 40 ferries.")
    assert not only_to_come("It will sell 40 ferries.", "It will sell 40 ferries.")


@pytest.mark.parametrize(
    ("claim", "evidence", "stance"),
    [
        # a bound told of nothing
        ("No seat costs over 3,000 baht.", "Seats cost 800 to 3,000 baht.", "supports"),
        ("No seat costs over 3,000 baht.", "Seats cost 3,500 baht.", "refutes"),
        ("ไม่มีที่นั่งไหนราคาเกิน 3,000 บาท", "ที่นั่งราคา 800-3,000 บาท", "supports"),
        ("No worker earns less than 400 baht.", "Workers earn 420 to 600 baht.", "supports"),
        # what is told of all, and varies
        ("All shops cut prices by 70%.", "Shops cut prices by 20% to 70%, depending on the item.",
         "refutes"),
        # jobs that are cut are people laid off
        ("Acme cut 700 jobs.", "บริษัท Acme ปลดพนักงาน 700 คน", "supports"),
        ("บริษัท Acme เลิกจ้างพนักงาน 700 คน", "Acme shed 700 jobs.", "supports"),
        ("Acme cut 700 jobs.", "Acme hired 700 people.", "silent"),
        ("Acme cut 700 jobs.", "Acme laid off 70 people.", "refutes"),
        # without power is not a denial of the hours
        ("Brae was without power for 36 hours.", "เมืองเบรย์ไฟฟ้าดับนานวันครึ่ง", "supports"),
        ("ชาวบ้าน 900 คนไม่มีน้ำประปาใช้", "In the village 900 people are without running water.",
         "supports"),
        ("Brae was without water for 36 hours.", "เมืองเบรย์ไฟฟ้าดับนานวันครึ่ง", "silent"),
        ("Two in five voters stayed at home.", "ผู้มีสิทธิเลือกตั้ง 60% ไม่ได้ออกไปใช้สิทธิ", "refutes"),
        # the first of a list
        ("Brae is the largest town.", "Pinefold is the largest town with 90,000 people, ahead of "
         "Brae with 60,000.", "refutes"),
        ("Pinefold is the largest town.", "Pinefold is the largest town with 90,000 people, ahead "
         "of Brae with 60,000.", "supports"),
        ("Rubber is Talmeria's biggest export.", "Talmeria's biggest exports were tin at 3.2 "
         "billion baht, rubber at 2.9 billion and gems at 1.4 billion.", "refutes"),
        # a part of those there are
        ("ร้านค้าเกินครึ่งปิดตัวลง", "ในห้างมีร้านค้า 120 ร้าน ปิดตัวลงแล้ว 45 ร้าน", "refutes"),
        ("ร้านค้าเกินครึ่งปิดตัวลง", "ในห้างมีร้านค้า 120 ร้าน ปิดตัวลงแล้ว 75 ร้าน", "supports"),
        # a level that was moved to, not where it came from
        ("ผู้โดยสารขยับขึ้นเป็น 8 ล้านคน", "Passenger numbers climbed from 6.5 million to 8 million.",
         "supports"),
        ("ขยะบนหาดลดลงครึ่งหนึ่ง", "Waste on the beach is down from eight tonnes a day to four.",
         "supports"),
        # letters of a longer word are no denial
        ("ยอดดอยมีอุณหภูมิติดลบ 2 องศาเซลเซียส", "ยอดดอยวัดอุณหภูมิได้ -2 °C", "supports"),
    ],
)  # fmt: skip
def test_how_it_is_put(claim: str, evidence: str, stance: str) -> None:
    assert relate(claim, evidence, same_story=True).stance.value == stance


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("ผลผลิตทองลดจาก 500 เหลือ 400 กิโลกรัม", ["500000", "400000"]),
        ("Waste is down from eight tonnes a day to four.", ["8000000", "4000000"]),
        ("Output went from 3 to 4 million tonnes.", ["3000000000000", "4000000000000"]),
        ("ทองหนักกิโลกรัมครึ่ง", ["1500"]),
        ("ผ้ายาวเมตรครึ่ง", ["1.5"]),
        ("Prices rose from 20 baht to 25.", ["20", "25"]),
    ],
)
def test_units_lent_and_halved(text: str, lows: list[str]) -> None:
    assert [str(q.low) for q in parse(text)] == lows
