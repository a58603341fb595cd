"""How people talk to the chat, in tables: one `Phrases` a language, all regular expressions.

Every pattern is matched without regard to case. `{n}` stands for a number in either script or
as a word, and is captured.
"""

# ruff: noqa: E501, SIM905 (a pattern reads best unbroken)
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The turns of speech of one language.

    `heads` and `tails` wrap a claim into a question and are cut off. `instead` introduces a
    fresh claim. `evidence`, `why`, `summary`, `hello` and `thanks` are whole messages; `why` has
    doubts too ("are you sure?"). `advice` asks for an opinion. `follow` captures the new
    period or party of a follow-up. `open_question` marks questions that no verdict answers.
    `numbers` are number words, `bare` what is left of a
    question without a claim. `in_year` and `in_period` attach a period to a claim.
    """

    heads: tuple[str, ...]
    tails: tuple[str, ...]
    instead: tuple[str, ...]
    evidence: tuple[str, ...]
    why: tuple[str, ...]
    summary: tuple[str, ...]
    hello: tuple[str, ...]
    thanks: tuple[str, ...]
    advice: tuple[str, ...]
    follow: tuple[str, ...]
    open_question: tuple[str, ...]
    numbers: dict[str, int]
    bare: frozenset[str]
    in_year: str
    in_period: str


THAI = Phrases(
    heads=(
        r"(?:ช่วย|ขอ|รบกวน|อยาก)(?:ให้)?(?:เช็ก|เช็ค|ตรวจสอบ|ตรวจ|ดู)(?:ให้)?(?:หน่อย|ที|ด้วย)?(?:\s*ว่า|\s*[:：])?\s*",
        r"(?:เช็ก|เช็ค|ตรวจสอบ|ตรวจ)(?:หน่อย|ที)?\s*(?:ว่า|[:：])\s*",
        r"(?:จริงหรือ(?:ไม่|เปล่า)?|จริงไหม|จริงมั้ย|ใช่ไหม)(?:\s*ที่)?(?:ว่า|\s*[:：])?\s*",
        r"(?:เขา|มีคน|มีข่าว|ข่าว)(?:บอก|พูด|ลือ|กล่าว)(?:กัน)?ว่า\s*",
    ),
    tails=(
        r"(?:ครับ|ค่ะ|คะ|นะคะ|นะครับ|นะ|จ๊ะ|ฮะ)",
        r"(?:เป็น)?(?:เรื่อง)?จริง(?:ๆ\s*)?(?:ไหม|มั้ย|มั๊ย|หรือไม่|หรือเปล่า|รึเปล่า|ป่าว|ป่ะ|หรือ|เหรอ|หรอ)",
        r"(?:ใช่|ถูกต้อง|ถูก)(?:ไหม|มั้ย|มั๊ย|หรือไม่|หรือเปล่า|รึเปล่า|ป่ะ)",
        r"(?:หรือไม่|หรือเปล่า|รึเปล่า|มั้ย|มั๊ย|หรือยัง)",
    ),
    instead=(
        r"(?:ช่วย|ลอง|ขอ)*(?:ตรวจ(?:สอบ)?|เช็ก|เช็ค|ดู)?(?:อันนี้|ข้อนี้|เรื่องนี้|ประโยคนี้|ข้อความนี้)แทน(?:ที|หน่อย|ครับ|ค่ะ|นะ)*\s*[:：]?\s*",
        r"เปลี่ยน(?:เป็น|มา(?:ตรวจ|เช็ค|เช็ก))\s*[:：]\s*",
    ),
    evidence=(
        r"(?:ช่วย|ขอ|อยาก)?(?:ดู|เปิด|แสดง)?\s*(?:หลักฐาน|แหล่งที่มา|แหล่งข้อมูล|ที่มา)(?:ของ)?\s*(?:ข้อ|อัน|ชิ้น|หมายเลข|เลข|ลำดับ)?(?:ที่)?\s*{n}?\s*(?:หน่อย|ที)?",
        r"(?:ขอ|ช่วย)?(?:ดู|เปิด|แสดง)?\s*(?:ข้อ|อัน|ชิ้น)(?:ที่)?\s*{n}\s*(?:หน่อย|ที)?",
    ),
    why=(
        r"(?:เพราะอะไร|ทำไม(?:ล่ะ|ถึง.{0,30})?|เหตุผล(?:คืออะไร)?|ขอเหตุผล|(?:ช่วย)?อธิบาย(?:หน่อย|เพิ่ม|ให้)*)(?:ครับ|ค่ะ|คะ)?",
        r"(?:จริง|แน่ใจ|แน่|ชัวร์)(?:ๆ)?\s*(?:เหรอ|หรอ|หรือ|ไหม|มั้ย|นะ|หรือเปล่า|รึเปล่า|ป่ะ|ดิ)(?:ครับ|ค่ะ|คะ)?",
        r"(?:ไม่จริง|ไม่ใช่|ผิด|ไม่เชื่อ)(?:มั้ง|นะ|เลย|แล้ว|หรอก|ครับ|ค่ะ)*",
    ),
    summary=(r"(?:ช่วย|ขอ)?(?:สรุป)(?:ผล)?(?:ให้|หน่อย|ที|ด้วย|ทั้งหมด|อีกครั้ง|ครับ|ค่ะ)*",),
    hello=(
        r"(?:สวัสดี|หวัดดี|ดีครับ|ดีค่ะ|ช่วยด้วย|วิธีใช้|ใช้ยังไง|ใช้อย่างไร).{0,12}",
        r"(?:คุณ|เธอ|นี่|จริงไหม|โปรแกรมนี้|ระบบนี้)?\s*(?:คือใคร|คืออะไร|เป็นใคร|ชื่ออะไร)(?:ครับ|คะ|ค่ะ)?",
        r"(?:คุณ|เธอ|นี่|จริงไหม|โปรแกรมนี้|ระบบนี้)?\s*(?:ทำ|ช่วย|ตรวจ|เช็ค|เช็ก)(?:สอบ)?อะไรได้(?:บ้าง)?(?:ครับ|คะ|ค่ะ)?",
    ),
    thanks=(
        r"(?:ขอบ(?:คุณ|ใจ)|แต๊งกิ้ว|แต้งกิ้ว).{0,12}",
        r"(?:โอเค|ตกลง|ได้เลย|เข้าใจแล้ว|รับทราบ|เยี่ยม|ดีมาก|เก่งมาก|สุดยอด|ครับ|ค่ะ|อืม|555+)(?:เลย|มาก|แล้ว|ครับ|ค่ะ|จ้า)*",
    ),
    advice=(
        r"(?:ฉัน|ผม|เรา|หนู)?(?:ควร|น่า).+(?:ไหม|มั้ย|หรือเปล่า|หรือไม่|ดี)(?:ครับ|คะ|ค่ะ)?",
        r".*(?:คิด(?:ว่า|ยังไง|อย่างไร)|คิดว่าไง|แนะนำ(?:หน่อย|ที|ให้)).*",
    ),
    follow=(
        r"(?:แล้ว|และ|ส่วน|กับ)\s*(?:ถ้า(?:เป็น)?)?\s*(?:ใน|ของ|สำหรับ|เมื่อ)?\s*(.+?)\s*(?:ล่ะ|ละ|เป็น(?:ยัง|อย่าง)?ไร?|ว่าไง)",
        r"แล้ว(?:ใน|ของ|เมื่อ)?\s*((?:ปี|ไตรมาส|เดือน|พ\.ศ\.|ค\.ศ\.).+?)",
        r"((?:ใน)?(?:ปี|ไตรมาส|เดือน|พ\.ศ\.|ค\.ศ\.).{1,30}?)\s*(?:ล่ะ|ละ)",
    ),
    open_question=(
        r".*(?:เท่าไร|เท่าไหร่|เมื่อไร|เมื่อไหร่|ที่ไหน|อย่างไร|ยังไง|คืออะไร|อะไรบ้าง|ใครบ้าง)(?:บ้าง|กัน)?",
        r"(?:ใคร|อะไร|ทำไม|เมื่อไร|เมื่อไหร่|อย่างไร|กี่|ประเทศใด|บริษัทใด).+",
        r".*(?:กี่(?:คน|บาท|ล้าน|เปอร์เซ็นต์|ราย|แห่ง|ปี|ครั้ง|ดอลลาร์|%)?|ใคร|อะไร)",
    ),
    numbers=dict(
        zip("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ แรก".split(), [*range(1, 11), 1], strict=True)
    ),
    bare=frozenset({"จริง", "ใช่"}),
    in_year="{claim} ในปี {period}",
    in_period="{claim} ใน{period}",
)

ENGLISH = Phrases(
    heads=(
        r"(?:is|was) it (?:really |actually )?(?:true|correct|right|a fact) that\s+",
        r"(?:can|could|would) you (?:please )?(?:check|verify|fact[- ]check)(?: (?:if|whether|that|this))?\s*:?\s*",
        r"(?:please )?(?:fact[- ]?check|verify|check)(?: (?:if|whether|that|this))?\s*(?::|\b)\s*",
        r"(?:true or false|is this true|is that true|really)\s*[:?]\s*",
        r"(?:i (?:heard|read)|they say|people say|someone said)(?: that)?\s+",
    ),
    tails=(
        r"[,.;:]?\s*(?:is (?:it|this|that) (?:really |actually )?(?:true|correct|right|so)|true or false|(?:is|isn't) that right)",
        r",\s*(?:right|correct|true|no|really)",
    ),
    instead=(
        r"(?:please )?(?:check|try|verify|look at|do) (?:this|that|the following)(?: one)?(?: claim)? instead\s*[:,-]?\s*",
        r"instead\s*[,:]\s*(?:check\s*:?\s*)?",
    ),
    evidence=(
        r"(?:please )?(?:can i see |show|open|see|give|display|list)?(?: ?me)?\s*(?:the |all )?(?:evidence|sources?|proof|quotes?|passages?)(?:\s+(?:for|of|behind|on|no\.?|number|#))?\s*(?:the )?(?:claim|number|item|no\.?|#)?\s*{n}?(?: one| claim)?(?: please)?",
        r"(?:please )?(?:show|open|see)(?: me)?\s*(?:the )?(?:claim|number|item|no\.?|#)?\s*{n}(?: one| claim)?(?: please)?",
    ),
    why=(
        r"(?:but )?(?:why(?: is that| so| not)?|how come|explain(?: that| why)?|what is the reason)",
        r"(?:are you (?:really )?sure|is (?:that|it|this) (?:really )?(?:true|so|right|correct)|really|no way|seriously)(?: about (?:that|this|it))?",
        r"(?:that(?:'s| is)|you(?:'re| are)|it(?:'s| is)) (?:wrong|false|not true|not right|incorrect)|i (?:don't|do not) believe (?:it|that|you)",
    ),
    summary=(
        r"(?:please |can you )?(?:summari[sz]e|sum up|recap)(?: (?:it|that|this|everything|the results?))?(?: please)?",
    ),
    hello=(
        r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|help)\b.{0,12}",
        r"(?:so )?(?:what|who) (?:are you|is this|is jingmai)",
        r"(?:what|which \w+) (?:can|do|could) (?:you|i|it|this) (?:do|check|ask|answer|help(?: me)?(?: with)?)(?: here)?",
        r"how (?:do(?:es)?|can|should) (?:this|it|i|you) (?:work|use (?:this|it)|check.{0,20})",
    ),
    thanks=(
        r"(?:thanks?|thank you|thx|ty|cheers)\b.{0,20}",
        r"(?:ok(?:ay)?|great|cool|nice|good|perfect|got it|i see|understood|alright|fine|well done|lol|haha|yes|no|yep|nope)(?: (?:work|job|one|then|thanks|to know))?",
    ),
    advice=(
        r"(?:should|shall|would|could) (?:i|we|you)\b.+",
        r"(?:what|how) do you (?:think|feel|recommend|suggest)\b.*",
    ),
    follow=(
        r"(?:and |but )?(?:what|how) about\s+(?:in |for |during )?(.+?)",
        r"(?:and|but|then)\s+(?:in|for|during)\s+(.+?)",
        r"(?:and|but)\s+(\S+(?:\s+\S+){0,2}?)",
    ),
    open_question=(
        r"(?:how (?:much|many|far|long|big|fast|old|often|high|low)|what|who|whom|whose|why|how)\b.+",
        r"(?:when|where|which)\b[^,]+",
    ),
    numbers=dict(
        zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
    )
    | dict(
        zip("first second third fourth fifth sixth seventh eighth ninth tenth".split(), range(1, 11), strict=True)
    ),
    bare=frozenset({"true", "right"}),
    in_year="{claim} in {period}",
    in_period="{claim} in {period}",
)  # fmt: skip

PHRASES = {"th": THAI, "en": ENGLISH}
