"""What the leash tells the reader, in both languages."""

from __future__ import annotations

_WORDS = {
    "th": {
        "dropped": "ตัดการอ้างอิงของโมเดลออก ({why})",
        "addressed": "ตัดข้อความที่เป็นคำสั่งถึงผู้ตรวจออก เพราะไม่ใช่หลักฐาน",
        "arithmetic": "โมเดลตัดสินสวนทางกับตัวเลขที่คำนวณได้ จึงใช้คำตัดสินจากตัวเลข",
        "unbacked": "ไม่มีคำยกที่รองรับคำตัดสินของโมเดล จึงถือว่าหลักฐานไม่พอ",
        "votes": "ผลโหวตไม่ตรงกัน: {votes}",
        "unfound": "โมเดลยกข้อความที่ไม่มีอยู่ในบทความ จึงตัดออก",
    },
    "en": {
        "dropped": "A citation of the model was dropped ({why}).",
        "addressed": "A sentence addressed to the checker was dropped: it is no evidence.",
        "arithmetic": "The model contradicted the computed figures; the figures decide.",
        "unbacked": "No quotation backs the model's verdict, so it counts as not enough evidence.",
        "votes": "The votes differ: {votes}.",
        "unfound": "The model quoted words that do not stand in the article; they were dropped.",
    },
}


def words(language: str) -> dict[str, str]:
    """The sentences for a reader of `language` ("th"; anything else gives English)."""
    return _WORDS["th" if language == "th" else "en"]
