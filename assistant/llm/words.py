"""What the leash tells the reader, in both languages."""

from __future__ import annotations

from assistant.answer import label_words
from assistant.types import Label

_WORDS = {
    "th": {
        "dropped": "ตัดการอ้างอิงของโมเดลออก ({why})",
        "no_passage": "ไม่มีข้อความหมายเลขนี้ในที่ให้ไป",
        "absent": "ไม่มีคำที่ยกมาอยู่ในข้อความนั้น",
        "short": "คำที่ยกมาสั้นเกินไป",
        "cut_word": "คำที่ยกมาตัดกลางคำ",
        "cut_figure": "คำที่ยกมาตัดกลางตัวเลข",
        "addressed": "ตัดข้อความที่เป็นคำสั่งถึงผู้ตรวจออก เพราะไม่ใช่หลักฐาน",
        "arithmetic": "โมเดลตัดสินว่า “{label}” ซึ่งสวนทางกับตัวเลขที่คำนวณได้ จึงใช้คำตัดสินจากตัวเลข",
        "against": "โมเดลตัดสินว่า “{label}” แต่ตัวเลขที่คำนวณได้ค้านคำตัดสินนั้น จึงไม่ใช้คำตัดสินของโมเดล",
        "not_borne_out": "โมเดลตัดสินว่า “{label}” แต่ข้อความที่อ้างไม่มีตัวเลขที่ยืนยันตัวเลขของข้ออ้าง "
        "จึงถือว่าหลักฐานไม่พอ",
        "outweighed": "โมเดลตัดสินว่า “{label}” โดยอ้างเพียงแหล่งที่ไม่ทราบวันที่หรือน่าเชื่อถือน้อย "
        "ซึ่งสวนทางกับหลักฐานอื่น จึงถือว่าหลักฐานไม่พอ",
        "beside": "แสดงตัวเลขที่ค้านคำตัดสินไว้ด้วย แม้โมเดลไม่ได้อ้าง",
        "unbacked": "ไม่มีคำยกที่รองรับคำตัดสินของโมเดล จึงถือว่าหลักฐานไม่พอ",
        "prose": "ตัดประโยคของโมเดลที่มีคำยก ตัวเลข หรือที่อยู่เว็บซึ่งไม่มีในหลักฐานออก",
        "votes": "ผลโหวตไม่ตรงกัน: {votes}",
        "answered": "ได้คำตอบ {answered} จาก {asked} โหวต ที่เหลือล้มเหลว",
        "unfound": "โมเดลยกข้อความที่ไม่มีอยู่ในบทความ จึงตัดออก",
        "quote_unfit": "โมเดลยกข้อความจากบทความมาไม่ครบ ({why}) จึงตัดออก",
        "reworded": "โมเดลเขียนข้ออ้างนี้ใหม่ไม่ตรงกับบทความ จึงใช้ข้อความเดิมแทน",
        "no_speaker": "โมเดลระบุผู้พูดที่ไม่มีในบทความ จึงตัดออก",
    },
    "en": {
        "dropped": "A citation of the model was dropped ({why}).",
        "no_passage": "no such passage was given",
        "absent": "the quoted words do not stand there",
        "short": "the quotation is too short to say anything",
        "cut_word": "the quotation cuts a word in two",
        "cut_figure": "the quotation cuts a figure in two",
        "addressed": "A sentence addressed to the checker was dropped: it is no evidence.",
        "arithmetic": "The model said “{label}” and contradicted the computed figures; the figures "
        "decide.",
        "against": "The model said “{label}”, but computed figures speak against that; its verdict "
        "does not stand.",
        "not_borne_out": "The model said “{label}”, but what it cites does not bear out the "
        "claim's figures, so it counts as not enough evidence.",
        "outweighed": "The model said “{label}” on nothing but undated sources or sources of low "
        "standing, against the other evidence, so it counts as not enough evidence.",
        "beside": "Figures against the verdict are shown too, though the model did not cite them.",
        "unbacked": "No quotation backs the model's verdict, so it counts as not enough evidence.",
        "prose": "Sentences of the model were dropped: their quotations, figures or addresses do "
        "not stand in the evidence.",
        "votes": "The votes differ: {votes}.",
        "answered": "{answered} of {asked} votes were answered; the others failed.",
        "unfound": "The model quoted words that do not stand in the article; they were dropped.",
        "quote_unfit": "The model quoted the article badly ({why}); the claim was dropped.",
        "reworded": "The model reworded this claim in a way that the article does not bear out; "
        "the article's own words are used.",
        "no_speaker": "The model named a speaker who does not stand in the article; it was left "
        "out.",
    },
}


def words(language: str) -> dict[str, str]:
    """The sentences for a reader of `language` ("th"; anything else gives English)."""
    return _WORDS["th" if language == "th" else "en"]


def label_word(label: Label, language: str) -> str:
    """A label within a sentence: `label_words` in Thai, its plain value in English."""
    return label_words(label, "th") if language == "th" else label.value
