"""Nearness of words in meaning, and what is told apart by it."""

import pytest

from assistant.quantities.linking.meaning import FAR, NEAR, likeness, nearest
from assistant.quantities.linking.slots import thai_noun
from assistant.quantities.linking.told import exchanged
from assistant.quantities.sentence.frame import frame


def test_translations_are_near_and_strangers_far() -> None:
    assert likeness("elephants", "ช้าง") >= NEAR
    assert likeness("elephants", "รถบัส") < FAR
    assert nearest("rooms", ("ขยะ", "ห้อง")) == likeness("rooms", "ห้อง")
    assert nearest("rooms", ()) == -1.0


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("เทศบาลมีรถดับเพลิง 6 คัน", "รถดับเพลิง"),
        ("วงดนตรีออกอัลบั้มมาแล้วสี่ชุด", "อัลบั้ม"),
        ("อาคารสูง 20 ชั้น", ""),
    ],
)
def test_the_noun_before_a_thai_figure(text: str, noun: str) -> None:
    read = frame(text)
    assert thai_noun(read.facts[-1], read) == noun


@pytest.mark.parametrize(
    ("claim", "evidence", "strange"),
    [
        ("It spent $4 million on advertising.", "It spent $4 million on lawyers.", True),
        ("The firm runs 20 trains.", "The firm operates 20 trains.", False),
        ("Rents in Norvik fell in 2024.", "Rents in Norvik rose in 2024.", False),
    ],
)
def test_one_word_exchanged_for_another(claim: str, evidence: str, strange: bool) -> None:
    assert exchanged(frame(claim), frame(evidence)) is strange
