# ruff: noqa: E501
"""Acts and properties that exclude each other, in both languages: a table, no logic.

What `assistant.quantities` lists as measures and moves, and `assistant.judge.cues` as cues, is
not repeated here.
"""

from __future__ import annotations

Pole = dict[str, str]

# What one pole says in Thai and English, and what the other says.
OPPOSITES: tuple[tuple[Pole, Pole], ...] = (
    (
        {
            "th": r"เปิดตัว|เปิดให้|เปิดบริการ|เปิดสาขา|เปิดโรงงาน|เปิดด่าน|เปิดพรมแดน|เริ่ม|ก่อตั้ง|วางจำหน่าย",
            "en": r"\b(?:launch(?:ed|es)?|open(?:ed|s)|start(?:ed|s)?|began|begins?|introduc(?:ed|es)|unveil(?:ed|s)?|releas(?:ed|es)|found(?:ed|s)|roll(?:ed|s) out)\b",
        },
        {
            "th": r"ปิดตัว|ปิดบริการ|ปิดกิจการ|ปิดสาขา|ปิดโรงงาน|ปิดด่าน|ปิดพรมแดน|ยุติ|ยกเลิก|หยุด|สิ้นสุด|เลิกกิจการ|เลิกผลิต|เลิกขาย|ล้มเลิก",
            "en": r"\b(?:shut(?:s|ting)?(?: \w+){0,3} down|shut(?:s|tered)?|clos(?:ed|es|ing)|end(?:ed|s)|stopp?(?:ed|s)|discontinu(?:ed|es)|ceas(?:ed|es)|cancell?(?:ed|s)|scrapp?(?:ed|s)|abandon(?:ed|s)|pull(?:ed|s) the plug)\b",
        },
    ),
    (
        {
            "th": r"(?<!เลิก)จ้าง(?:งาน|พนักงาน|คน|แรงงาน)|รับพนักงาน|รับคน|มีพนักงาน",
            "en": r"\b(?:employ(?:s|ed|ing)?|hir(?:es?|ed|ing)|recruit(?:s|ed|ing)?|add(?:s|ed) [\d,]+ (?:jobs|staff|workers))\b",
        },
        {
            "th": r"ปลด(?:พนักงาน|คน|แรงงาน|ออก)|เลิกจ้าง|ลดพนักงาน|ลดคน",
            "en": r"\b(?:la(?:id|y|ys|ying) off|layoffs?|fir(?:es?|ed|ing)|sack(?:s|ed)?|dismiss(?:es|ed)?|made redundant|(?:cut|cuts|cutting|shed|sheds|ax|axed|axes|eliminat\w+) [\d,]+(?: \w+)? (?:jobs|staff|workers|positions|employees))\b",
        },
    ),
    (
        {"th": r"ซื้อ(?!ขาย)", "en": r"\b(?:bought|buy|buys|buying|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing))\b"},
        {"th": r"(?<!ซื้อ)ขาย", "en": r"\b(?:sold|sell|sells|selling|divest(?:s|ed)?|offload(?:s|ed)?)\b"},
    ),
    (
        {"th": r"(?<!เอา)ชนะ|เอาชนะ|มีชัย", "en": r"\b(?:won|wins?|beat|beats|defeat(?:s|ed))\b"},
        {"th": r"แพ้(?!ยา|อาหาร)|พ่าย", "en": r"\b(?:lost to|loses to|beaten|was defeated|were defeated|lost the)\b"},
    ),
    (
        {
            "th": r"(?<!ไม่)อนุญาต|(?<!ไม่)อนุมัติ|(?<!ไม่)เห็นชอบ|ไฟเขียว|ปลดล็อก",
            "en": r"\b(?:allow(?:s|ed)?|permit(?:s|ted)?|legali[sz](?:es?|ed)|approv(?:es?|ed)|authori[sz](?:es?|ed))\b",
        },
        {
            "th": r"ห้าม|ไม่อนุญาต|ไม่อนุมัติ|ไม่เห็นชอบ|ตีตก|ปัดตก",
            "en": r"\b(?:bann?(?:s|ed)?|prohibit(?:s|ed)?|outlaw(?:s|ed)?|reject(?:s|ed)?|block(?:s|ed)|veto(?:es|ed)?|forbids?|forbade|forbidden)\b",
        },
    ),
    (
        {
            "th": r"ทำให้(?:เกิด|เป็น|ป่วย)|ก่อให้เกิด|เป็นสาเหตุ|ก่อ(?:มะเร็ง|โรค)",
            "en": r"\bcaus(?:e|es|ed|ing)\b|\b(?:leads?|led) to\b",
        },
        {
            "th": r"รักษา(?!การ|ความ|ฐาน|ระดับ)|ป้องกัน|บรรเทา|ต้าน",
            "en": r"\b(?:cur(?:e|es|ed|ing)|treat(?:s|ed)?|heal(?:s|ed)?|prevent(?:s|ed)?|protects? against|fights?)\b",
        },
    ),
    (
        {"th": r"เข้าร่วม|เข้ารับตำแหน่ง|เข้าเป็นสมาชิก", "en": r"\b(?:join(?:s|ed)?|took office|takes office|was appointed|sworn in)\b"},
        {"th": r"ลาออก|ถอนตัว|พ้นจากตำแหน่ง|ออกจากการเป็น", "en": r"\b(?:resign(?:s|ed)?|quits?|withdr(?:ew|aws?)|le(?:ft|aves?)|stepp?(?:ed|s) down|pulled out)\b"},
    ),
    (
        {"th": r"จับกุม|คุมขัง|จำคุก|ควบคุมตัว", "en": r"\b(?:arrest(?:s|ed)?|detain(?:s|ed)?|jail(?:s|ed)?|imprisoned|convicted|found guilty)\b"},
        {"th": r"ปล่อยตัว|ยกฟ้อง|พ้นโทษ|พ้นผิด", "en": r"\b(?:freed|acquitt(?:ed|al)|pardoned|cleared of|found not guilty|set free)\b"},
    ),
    (
        {"th": r"สนับสนุน|เห็นด้วย", "en": r"\b(?:support(?:s|ed)?|back(?:s|ed)|favou?r(?:s|ed)?|endors(?:es?|ed))\b"},
        {"th": r"คัดค้าน|ต่อต้าน|ไม่เห็นด้วย", "en": r"\b(?:oppos(?:e|es|ed)|voted against|object(?:s|ed) to)\b"},
    ),
    (
        {"th": r"(?<!ไม่)ปลอดภัย", "en": r"\bsafe\b|\bharmless\b"},
        {"th": r"อันตราย|ไม่ปลอดภัย|เป็นพิษ", "en": r"\b(?:dangerous|unsafe|harmful|toxic|poisonous|deadly)\b"},
    ),
    (
        {"th": r"เกิน(?:เป้า|คาด)|สูงกว่า(?:เป้า|คาด|ที่คาด)|ดีกว่าคาด", "en": r"\b(?:beat|beats|exceed(?:s|ed)|topp?(?:s|ed)|above) (?:\w+ ){0,2}(?:forecasts?|expectations?|estimates?|targets?)\b"},
        {"th": r"ต่ำกว่า(?:เป้า|คาด|ที่คาด)|พลาดเป้า|แย่กว่าคาด", "en": r"\b(?:miss(?:es|ed)|below|fell short of) (?:\w+ ){0,2}(?:forecasts?|expectations?|estimates?|targets?)\b"},
    ),
)  # fmt: skip

# What is meant or expected, where neither table of the layers below has the wording.
PLANNED: Pole = {
    "th": r"เตรียม|ตั้งเป้า|เล็ง|มุ่ง|คาด(?:ว่า|การณ์)",
    "en": r"\b(?:(?:prepar(?:es?|ed|ing)|poised|aims?|aiming|about) to|expect(?:s|ed)?|forecast(?:s|ed)?|projected to|predict(?:s|ed)?)\b",
}

# Measures that a statement has for itself: staff that was laid off is no staff.
OWN_MEASURES = frozenset(
    {"layoffs", "hired", "unemployment", "inflation", "exports", "imports", "deaths", "injured"}
    | {"infected", "recovered", "missing", "arrested", "dividend", "deposits", "subsidy", "fine"}
)
