"""Clauses with a figure each come one by one, with all that belongs to each of them."""

import pytest

from assistant.claims.coordination import clauses_of, tells_figure

SPLIT = [
    ("en", "Revenue fell 2% to $4 billion, profit rose 3% to $1 billion and costs dropped 1%.",
     ["Revenue fell 2% to $4 billion", "Profit rose 3% to $1 billion", "Costs dropped 1%."]),
    ("en", "Toyota sold 10.8 million vehicles, while Volkswagen sold 9.0 million "
     "and Hyundai 7.2 million.",
     ["Toyota sold 10.8 million vehicles", "Volkswagen sold 9.0 million vehicles",
      "Hyundai sold 7.2 million vehicles"]),
    ("en", "The economy grew 4% in 2023 but 5% in 2024.",
     ["The economy grew 4% in 2023.", "The economy grew 5% in 2024."]),
    ("en", "The economy will grow 3% in 2025 and 4% in 2026.",
     ["The economy will grow 3% in 2025.", "The economy will grow 4% in 2026."]),
    ("en", "Revenue rose to $4 billion in 2023 and to $5 billion in 2024.",
     ["Revenue rose to $4 billion in 2023.", "Revenue rose to $5 billion in 2024."]),
    ("en", "In 2023, revenue rose 5% to $4 billion and profit fell 3% to $1 billion.",
     ["In 2023, revenue rose 5% to $4 billion", "In 2023, profit fell 3% to $1 billion."]),
    ("en", "Revenue rose 5% to $4 billion and profit fell 3% to $1 billion in 2023.",
     ["Revenue rose 5% to $4 billion in 2023", "Profit fell 3% to $1 billion in 2023."]),
    ("en", "Sales rose 5% and profit will fall 3% in 2026.",
     ["Sales rose 5%", "Profit will fall 3% in 2026."]),
    ("en", "Prices will rise 5% and fall 3% in 2026.",
     ["Prices will rise 5% in 2026", "Prices will fall 3% in 2026."]),
    ("en", "GDP grew 2.5% in 2024 and is expected to grow 3% in 2025.",
     ["GDP grew 2.5% in 2024", "GDP is expected to grow 3% in 2025."]),
    ("en", "The factory employs 5,000 people and produced 300,000 cars in 2024.",
     ["The factory employs 5,000 people", "The factory produced 300,000 cars in 2024."]),
    ("en", "The IMF forecasts that exports will rise 5% and imports will fall 3% in 2025.",
     ["The IMF forecasts that exports will rise 5% in 2025",
      "The IMF forecasts that imports will fall 3% in 2025."]),
    ("en", "Revenue rose 5%, research and development costs rose 3%.",
     ["Revenue rose 5%", "Research and development costs rose 3%."]),
    ("en", "China's exports rose 5% and imports fell 3% in January.",
     ["China's exports rose 5% in January", "China's imports fell 3% in January."]),
    ("en", "Market share rose 5% and profit fell 3%.", ["Market share rose 5%", "Profit fell 3%."]),
    ("th", "ปตท. มีรายได้ 3 ล้านล้านบาทในปี 2566 และมีกำไร 1 แสนล้านบาท",
     ["ปตท. มีรายได้ 3 ล้านล้านบาทในปี 2566", "ปตท. มีกำไร 1 แสนล้านบาทในปี 2566"]),
    ("th", "เศรษฐกิจไทยจะโต 3% ในปี 2568 และ 4% ในปี 2569",
     ["เศรษฐกิจไทยจะโต 3% ในปี 2568", "เศรษฐกิจไทยจะโต 4% ในปี 2569"]),
    ("th", "เศรษฐกิจขยายตัว 4% ในปี 2566 แต่ขยายตัว 5% ในปี 2567",
     ["เศรษฐกิจขยายตัว 4% ในปี 2566", "เศรษฐกิจขยายตัว 5% ในปี 2567"]),
    ("th", "ในปี 2566 รายได้เพิ่มขึ้น 5% เป็น 400 ล้านบาท และกำไรลดลง 3% เป็น 100 ล้านบาท",
     ["ในปี 2566 รายได้เพิ่มขึ้น 5% เป็น 400 ล้านบาท", "ในปี 2566 กำไรลดลง 3% เป็น 100 ล้านบาท"]),
    ("th", "รายได้ลดลง 2% เหลือ 4 พันล้านดอลลาร์ กำไรเพิ่มขึ้น 3% เป็น 1 พันล้านดอลลาร์ และต้นทุนลดลง 1%",
     ["รายได้ลดลง 2% เหลือ 4 พันล้านดอลลาร์", "กำไรเพิ่มขึ้น 3% เป็น 1 พันล้านดอลลาร์", "ต้นทุนลดลง 1%"]),
    ("th", "โตโยต้าขายรถได้ 10.8 ล้านคัน ขณะที่โฟล์คสวาเกนขายได้ 9.0 ล้านคัน และฮุนไดขายได้ 7.2 ล้านคัน",
     ["โตโยต้าขายรถได้ 10.8 ล้านคัน", "โฟล์คสวาเกนขายได้ 9.0 ล้านคัน", "ฮุนไดขายได้ 7.2 ล้านคัน"]),
    ("th", "จีนมีประชากร 1,400 ล้านคนและอินเดียมีประชากร 1,430 ล้านคน",
     ["จีนมีประชากร 1,400 ล้านคน", "อินเดียมีประชากร 1,430 ล้านคน"]),
    ("th", "รายได้ปี 2566 เพิ่มขึ้น 20% และจะเพิ่มขึ้นอีก 10% ในปีหน้า",
     ["รายได้ปี 2566 เพิ่มขึ้น 20%", "รายได้จะเพิ่มขึ้นอีก 10% ในปีหน้า"]),
    ("th", "การส่งออกของไทยเพิ่มขึ้น 5% และการนำเข้าลดลง 3% ในเดือนมกราคม 2568",
     ["การส่งออกของไทยเพิ่มขึ้น 5% ในเดือนมกราคม 2568", "การนำเข้าของไทยลดลง 3% ในเดือนมกราคม 2568"]),
    ("th", "ธปท. คาดว่าการส่งออกจะเพิ่มขึ้น 5% และการนำเข้าจะลดลง 3% ในปี 2568",
     ["ธปท. คาดว่าการส่งออกจะเพิ่มขึ้น 5% ในปี 2568", "ธปท. คาดว่าการนำเข้าจะลดลง 3% ในปี 2568"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "parts"), SPLIT)
def test_clauses_are_written_out(language: str, text: str, parts: list[str]) -> None:
    assert [part.text for part in clauses_of(text, language)] == parts


@pytest.mark.parametrize(("language", "text", "parts"), SPLIT)
def test_their_own_words_stand_in_the_sentence(language: str, text: str, parts: list[str]) -> None:
    assert all(part.own in text for part in clauses_of(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The company was founded in 1998 and sold 5 million cars."),
        ("en", "The company was founded in 1998 and employs 5,000 people."),
        ("en", "Ford sold 5 million cars and rose 3%."),
        ("en", "If prices rise 5%, sales will fall 3% and profits will drop 2%."),
        ("en", "Revenue rose 5% because prices rose 3% and fell 2%."),
        ("en", "Shares of Ford, which fell 5% in May, and GM rose 3%."),
        ("en", "The two firms spent $5 billion and $3 billion, respectively."),
        ("en", "Exports of rice rose 5% and rubber 3%."),
        ("en", "Growth was between 2% in May and 5% in June."),
        ("en", "The economy did not grow 4% in 2023 but 5% in 2024."),
        ("en", "Cars produced in Thailand rose 5% and fell 3%."),
        ("en", "The bank has 5,000 staff and 200 branches."),
        ("en", "Unemployment fell to 3.4 percent in May, the lowest since 2001."),
        ("th", "บริษัทมีกำไร 5 ล้านบาท เพิ่มขึ้น 3% และลดลง 2% จากไตรมาสก่อน"),
        ("th", "บริษัทไม่คาดว่ารายได้จะเพิ่มขึ้น 5% และกำไรจะเพิ่มขึ้น 3%"),
        ("th", "หากรายได้เพิ่มขึ้น 5% กำไรจะเพิ่มขึ้น 3% และต้นทุนจะลดลง 1%"),
        ("th", "มีของขวัญปีใหม่ 2567 โดยรัฐมนตรี และผู้นำเหล่าทัพ จะร่วมเปิดงานเวลา 17.30 น."),
        ("th", "บริษัทมีพนักงาน 5,000 คนและสาขา 200 แห่ง"),
        ("th", "ไม่ได้ขยายตัว 3% ในปี 2566 และ 4% ในปี 2567"),
    ],
)
def test_a_sentence_that_is_not_plain_stays_whole(language: str, text: str) -> None:
    assert [part.text for part in clauses_of(text, language)] == [text]


def test_whose_figure_it_is_may_be_unsure() -> None:
    first, second = clauses_of("China's exports rose 5% and imports fell 3%.", "en")
    assert (first.unsure, second.unsure) == (False, True)


@pytest.mark.parametrize(
    ("language", "text", "tells"),
    [
        ("en", "sales fell 5%", True),
        ("en", "5% growth behind it", False),
        ("th", "ยอดขายลดลง 13%", True),
        ("th", "ยอดขาย 13 ล้านบาท", False),
    ],
)
def test_a_clause_with_a_figure(language: str, text: str, tells: bool) -> None:
    assert tells_figure(text, language) is tells


@pytest.mark.parametrize("piece", ["a rose 5% and ", "ก เพิ่มขึ้น 5% และ", "A 5%, ", "in 2023 and 5% "])
def test_hostile_sentences_come_to_an_end(piece: str) -> None:
    for language in ("th", "en"):
        assert clauses_of(piece * 60, language)
