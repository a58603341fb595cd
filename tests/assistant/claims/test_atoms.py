"""Coordinated facts come one by one."""

import pytest

from assistant.claims.atoms import atoms_of

SPLIT = [
    (
        "th",
        "นักท่องเที่ยวสูงสุด 3 อันดับ ได้แก่ อินเดีย จำนวน 91,207 คน "
        "เวียดนาม จำนวน 88,173 คน และลาว จำนวน 70,543 คน",
        ["อินเดีย จำนวน 91,207 คน", "เวียดนาม จำนวน 88,173 คน", "ลาว จำนวน 70,543 คน"],
    ),
    (
        "en",
        "Top exports were sugar (12,400 tonnes), coffee (8,100 tonnes), and tea (3,050 tonnes).",
        ["sugar (12,400 tonnes)", "coffee (8,100 tonnes)", "tea (3,050 tonnes)"],
    ),
    (
        "th",
        "โรงงานนี้อาจใช้ไฟฟ้าสูงสุด 3 GW ภายในปี 2571 และมากถึง 9 GW ภายในปี 2575",
        ["3 GW ภายในปี 2571", "9 GW ภายในปี 2575"],
    ),
    (
        "th",
        "เวียดนามเป็นผู้นำของภูมิภาคทั้งในการส่งออกและการลงทุน",
        ["ในการส่งออก", "ในการลงทุน"],
    ),
    (
        "en",
        "Vietnam is the largest exporter of pepper, and comes second after Brazil for coffee.",
        ["largest exporter of pepper", "comes second after Brazil"],
    ),
    (
        "th",
        "พายุลูกนี้ทำให้บ้านเรือนเสียหาย 1,200 หลังในสามจังหวัด",
        ["บ้านเรือนเสียหาย 1,200 หลัง", "พายุลูกนี้ทำให้"],
    ),
]


@pytest.mark.parametrize(("language", "text", "parts"), SPLIT)
def test_facts_are_split(language: str, text: str, parts: list[str]) -> None:
    found = [atom.text for atom in atoms_of(text, language)]
    assert len(found) == len(parts), found
    for atom, part in zip(found, parts, strict=True):
        assert part in atom


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "อเมซอนมียอดขาย 187.8 พันล้านดอลลาร์ในปี 2567"),
        ("en", "Amazon and Microsoft signed an agreement in 2021."),
        ("en", "The talks between Thailand and Laos resumed."),
        ("th", "กระทรวงการคลังและกระทรวงพาณิชย์ร่วมกันจัดงาน"),
    ],
)
def test_one_fact_stays_one(language: str, text: str) -> None:
    (only,) = atoms_of(text, language)
    assert only.text == text
    assert not only.unsure


def test_a_second_clause_gets_its_subject() -> None:
    text = "บริษัทดาวเหนือมีรายได้ 500 ล้านบาทในปี 2566 และมีกำไรสุทธิ 40 ล้านบาท"
    first, second = atoms_of(text, "th")
    assert first.text == "บริษัทดาวเหนือมีรายได้ 500 ล้านบาทในปี 2566"
    assert second.text.startswith("บริษัทดาวเหนือ")
    assert "40 ล้านบาท" in second.text


def test_a_relative_clause_hangs_on_the_name_before_it() -> None:
    text = "สตาร์ทอัพใช้เงิน 20 ล้านดอลลาร์พัฒนาโมเดล K9 ซึ่งเป็นโมเดลที่ใหญ่ที่สุดของ Lumen"
    assert [a.text for a in atoms_of(text, "th")][1].startswith("โมเดล K9")


def test_what_was_said_comes_one_by_one() -> None:
    text = "1.3 million doses were delivered and that another 500,000 would arrive by April."
    assert [a.text for a in atoms_of(text, "en")] == [
        "1.3 million doses were delivered",
        "Another 500,000 would arrive by April.",
    ]


def test_a_record_is_told_of_all_that_was_said() -> None:
    text = "ทีมเก็บได้ 78 คะแนนจาก 30 นัด มากกว่าอันดับสอง 9 คะแนน ซึ่งเป็นสถิติสูงสุดของสโมสร"
    assert [a.text for a in atoms_of(text, "th")][1] == text


def test_no_subject_ends_in_a_denial() -> None:
    text = (
        "Meta ไม่ได้ลดพนักงาน 10,000 คนในปี 2566 แต่ Amazon ลดพนักงาน 18,000 คนในปี 2566 "
        "ซึ่งเป็นการลดครั้งใหญ่ที่สุดในประวัติศาสตร์"
    )
    assert [a.text for a in atoms_of(text, "th")] == [
        "Meta ไม่ได้ลดพนักงาน 10,000 คนในปี 2566",
        "Amazon ลดพนักงาน 18,000 คนในปี 2566",
        "Amazon ลดพนักงาน 18,000 คนในปี 2566 ซึ่งเป็นการลดครั้งใหญ่ที่สุดในประวัติศาสตร์",
    ]


def test_an_effect_told_by_a_pronoun_stays_with_its_cause() -> None:
    text = "กองหน้ารายนี้ยิงไปแล้ว 24 ประตู ทำให้เขาเป็นดาวซัลโวไทยคนแรกตั้งแต่ปี 2555"
    assert [a.text for a in atoms_of(text, "th")] == [text]
