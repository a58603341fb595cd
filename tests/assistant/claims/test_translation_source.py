"""A translation beside its source: figures, bounds, directions and names."""

from __future__ import annotations

import pytest

from assistant.claims.translation_source import spoilt_notices

# source, translation, code and place of what is told; None where nothing is spoilt.
CASES = [
    (
        "The company bought back more than 40 million shares last year.",
        "บริษัทซื้อหุ้นคืน 40 ล้านหุ้นเมื่อปีที่แล้ว",
        ("comparator_differs", "40 ล้านหุ้น"),
    ),
    (
        "The company bought back more than 40 million shares last year.",
        "บริษัทซื้อหุ้นคืนกว่า 40 ล้านหุ้นเมื่อปีที่แล้ว",
        None,
    ),
    (
        "Revenue was nearly $6 billion.",
        "รายได้มากกว่า 6 พันล้านดอลลาร์",
        ("comparator_differs", "มากกว่า 6 พันล้านดอลลาร์"),
    ),
    ("At least 20 people died.", "มีผู้เสียชีวิต 20 คน", ("comparator_differs", "20 คน")),
    ("At least 20 people died.", "มีผู้เสียชีวิตอย่างน้อย 20 คน", None),
    ("Less than half, or about 40%, agreed.", "น้อยกว่าครึ่งหรือราว 40% เห็นด้วย", None),
    (
        "Shares of Toyota fell 5% on Monday.",
        "หุ้นโตโยต้าเพิ่มขึ้น 5% เมื่อวันจันทร์",
        ("direction_differs", "เพิ่มขึ้น 5%"),
    ),
    ("Shares of Toyota fell 5% on Monday.", "หุ้นโตโยต้าลดลง 5% เมื่อวันจันทร์", None),
    (
        "Exports rose by 12% and imports fell by 3% in May.",
        "การส่งออกเพิ่มขึ้น 12% และการนำเข้าเพิ่มขึ้น 3% ในเดือนพฤษภาคม",
        ("direction_differs", "เพิ่มขึ้น 3%"),
    ),
    (
        "Tim Cook said Apple would invest $500 billion.",
        "ทิม ปรุงอาหาร กล่าวว่าแอปเปิลจะลงทุน 5 แสนล้านดอลลาร์",
        ("translated_name", "ทิม ปรุงอาหาร"),
    ),
    (
        "Tim Cook said Apple would invest $500 billion.",
        "ทิม คุก กล่าวว่าแอปเปิลจะลงทุน 5 แสนล้านดอลลาร์",
        None,
    ),
    (
        "The fire burned 2,000 acres in Orange County.",
        "ไฟไหม้พื้นที่ 2,000 เอเคอร์ในเขตส้ม",
        ("translated_name", "เขตส้ม"),
    ),
    (
        "The fire burned 2,000 acres in Orange County.",
        "ไฟไหม้พื้นที่ 2,000 เอเคอร์ในเทศมณฑลออเรนจ์",
        None,
    ),
    (
        "Alphabet and Meta reported profits.",
        "ตัวอักษรและเมตารายงานกำไร",
        ("translated_name", "ตัวอักษร"),
    ),
    ("Tesla will move to Texas, the company said.", "บริษัทระบุว่าเทสลาจะย้ายไปเท็กซัส", None),
    (
        "Prime Minister Shigeru Ishiba met reporters in Tokyo.",
        "นายกรัฐมนตรีชิเงรุ อิชิบะ พบผู้สื่อข่าวที่กรุงโตเกียว",
        None,
    ),
    ("Block reported a profit of $5 billion.", "บล็อกรายงานกำไร 5 พันล้านดอลลาร์", None),
]


@pytest.mark.parametrize(("source", "text", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_a_translation_changed_is_told_in_its_place(
    source: str, text: str, told: tuple[str, str] | None
) -> None:
    found = [(n.code, text[n.start : n.end]) for n in spoilt_notices(text, "th", source)]
    assert found == ([told] if told else [])
