"""Wordings of Thai are found where they are words, and not inside longer ones."""

import pytest

from assistant.quantities.sentence.borders import made_of_words
from assistant.quantities.sentence.frame import frame


def found(text: str) -> set[str]:
    return {text[m.start : m.end] for m in frame(text).mentions}


@pytest.mark.parametrize(
    ("text", "wording", "there"),
    [
        ("เช้านี้มีหมอกหนา", "หมอ", False),
        ("โรงพยาบาลมีหมอ 12 คน", "หมอ", True),
        ("วัดอุณหภูมิได้ 3 องศา", "มิได้", False),
        ("เขามิได้จ่ายเงิน 300 บาท", "มิได้", True),
        ("ตึกสีเหลือง 3 หลัง", "เหลือ", False),
        ("เหลือเงิน 300 บาท", "เหลือ", True),
        ("คาสโตเวียตรึงดอกเบี้ย 3%", "โต", False),  # syllables of a name that no dictionary has
        ("เศรษฐกิจคาสโตเวียโต 3%", "โต", True),
        ("ทัลมีเรียปลูกป่า 300 ไร่", "มี", False),
        ("เตาของดรัมลินร้อน 300 องศา", "งด", False),
        ("ดันมอร์กับเคิร์กลีย์ปลดคน 300 คน", "กับ", True),
        ("ป่าลิงซ์มี 300 ตัว", "ลิง", False),  # a silenced letter goes on
        ("บริกซ์แฮมไวร์เลสลดลง 4%", "ลดลง", True),  # behind a foreign name that ends in its letters
    ],
)
def test_found_as_words(text: str, wording: str, there: bool) -> None:
    assert any(wording in one for one in found(text)) is there


@pytest.mark.parametrize(
    ("run", "words"), [("", True), ("น้ำท่วม", True), ("ก", False), ("ขายดีมาก", True), ("ดลง", False)]
)
def test_made_of_words(run: str, words: bool) -> None:
    assert made_of_words(run) is words
