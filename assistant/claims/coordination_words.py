# ruff: noqa: E501
"""Words of clauses that tell a figure: tables for `coordination`, no logic.

Each table has a Thai and an English side. `verb` names what a subject did to a figure; words that
are nouns as often as verbs ("costs", การส่งออก) are left out, so that nothing is split on a guess.
"""

from __future__ import annotations

from assistant.claims.cue_words import MONTH_EN, MONTH_TH

_NUMBER = r"[0-9๐-๙](?:[0-9๐-๙,.]*[0-9๐-๙])?"

FIGURE = {
    "th": rf"(?:(?:ร้อยละ|[$€£¥฿])\s?)?{_NUMBER}",
    "en": rf"[$€£¥฿]?\s?{_NUMBER}",
}
# A figure with its scale and unit, as it may stand alone behind "and".
MEASURED = {
    "th": rf"(?:(?:สูงสุด|มากถึง|ราว|ประมาณ|กว่า|เกือบ|อีก|ร้อยละ|[$€£¥฿])\s?){{0,2}}{_NUMBER}\s?(?:(?:พัน|หมื่น|แสน|ล้าน)+\s?)?(?:%|เปอร์เซ็นต์|[ก-๙]{{2,14}}?(?=\s?(?:ใน|ภายใน|เมื่อ|ช่วง|ปี))|[A-Z]{{1,3}}[Wh]{{0,2}})?",
    "en": rf"(?:(?:about|around|nearly|almost|over|up to|at least|at most|another|a further|more than|less than|only|just)\s){{0,2}}[$€£¥฿]?{_NUMBER}\s?(?:(?:thousand|million|billion|trillion|bn)\b\s?)?(?:%|per ?cent\b|percentage points?\b|GW\b|MW\b|baht\b|dollars\b|euros\b|yen\b|[a-z]{{3,14}}s\b(?=\s(?:in|by|for|during)\s))?",
}

_YEAR = r"(?:19|20|25)[0-9]{2}"
PERIOD = {
    "th": (
        rf"(?:ช่วง)?(?:ไตรมาส\s?(?:ที่\s?|แรก|สุดท้าย)?\s?[1-4]?(?:\s?/\s?{_YEAR})?(?:\s?(?:ของ)?(?:ปี)?\s?{_YEAR})?|ครึ่ง(?:ปี)?(?:แรก|หลัง)(?:\s?(?:ของ)?(?:ปี)?\s?{_YEAR})?"
        rf"|(?:[0-9]{{1,2}}\s?)?(?:เดือน)?{MONTH_TH}(?:\s?(?:พ\.ศ\.|ค\.ศ\.)?\s?{_YEAR})?|(?:ปี(?:งบประมาณ)?|พ\.ศ\.|ค\.ศ\.)\s?(?:พ\.ศ\.\s?)?(?:{_YEAR}|[๐-๙]{{4}})"
        r"|(?:ปี|เดือน|ไตรมาส|สัปดาห์)(?:นี้|ที่แล้ว|ก่อนหน้า|ก่อน|หน้า|ถัดไป|ที่ผ่านมา))"
    ),
    "en": (
        rf"(?<![A-Za-z])(?:(?:the\s)?(?:first|second|third|fourth|last)\s(?:quarter|half)(?:\sof)?(?:\s{_YEAR})?|(?:Q[1-4]|H[12])(?:\s(?:of\s)?{_YEAR})?|(?:fiscal\s(?:year\s)?)?(?<![0-9,.])(?<![$€£¥฿]){_YEAR}(?![0-9,.]*[0-9])"
        rf"|{MONTH_EN}(?:\s[0-9]{{1,2}}(?![0-9,]*[0-9]),?)?(?:\s{_YEAR})?|(?:this|last|next|the (?:previous|following|same))\s(?:year|quarter|month|week))(?![A-Za-z])"
    ),
}
# What puts a clause into a period, and what only counts from one.
WITHIN = {
    "th": r"(?:ใน|ตลอด|สำหรับ|เมื่อ)?(?:ช่วง)?\s?",
    "en": r"(?:(?:in|during|for|over|throughout)\s(?:the\s)?)?",
}
NOT_WITHIN = {
    "th": r"(?:จาก|ตั้งแต่|นับแต่|ภายใน|กว่า|เทียบกับ|กับ|ถึง|ก่อน|หลัง|ของช่วงเดียวกันของ|ช่วงเดียวกันของ|เดียวกันของ|ของ)\s?\Z",
    "en": r"\b(?:from|since|by|until|than|to|with|before|after|of|versus|against)\s(?:the\s)?\Z",
}
# A period, or a place, that opens the sentence and belongs to all its clauses.
LEAD = {
    "th": rf"(?:ใน|ช่วง|ตลอด|สำหรับ)?\s?{PERIOD['th']}(?:\s?(?:{PERIOD['th']}))?\s?(?=[ก-๙A-Z])",
    "en": rf"(?:(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]ver|[Ii]n the)\s{PERIOD['en']}|(?:Last|This|Next)\s(?:year|quarter|month|week)|[Ii]n\s[A-Z][\w ]{{2,30}}),?\s",
}

# Verbs that tell how something changed by itself: their figure is not their object.
CHANGE = {
    "th": r"(?:เพิ่มขึ้น|ลดลง|ขยายตัว|หดตัว|เติบโต|(?<!เติบ)โต(?!โย|๊ะ|เกียว|ขึ้น)|ปรับตัว(?:เพิ่ม|สูง|ลด)?(?:ขึ้น|ลง)|ปรับ(?:เพิ่ม|ลด|ขึ้น|ลง)|พุ่ง(?:ขึ้น)?|ร่วง(?:ลง)?|ชะลอ(?:ตัว)?|ติดลบ|อยู่ที่|สูงขึ้น|ต่ำลง|แข็งค่า|อ่อนค่า)",
    "en": r"(?:rose|fell|grew|increased|decreased|dropped|declined|gained|climbed|sank|slid|slipped|surged|plunged|jumped|shrank|expanded|contracted|advanced|doubled|tripled|halved|eased|edged (?:up|down)|reached|hit|totall?ed|amounted to|stood at|averaged|came to|widened|narrowed|soared|tumbled|retreated|rebounded|weakened|strengthened|accelerated|slowed)",
}
_OBJECT = {
    "th": r"(?<!การ)(?<!ยอด)(?<!กำลัง)(?<!ราย)(?<!ค่า)(?<!ผู้)(?<!อัตรา)(?<!มูลค่า)(?<!ความ)(?<!ปริมาณ)(?<!เงิน)(?:(?<!รัฐมนต)(?<!ทั้ง)มี(?!นา)|ขาย|ผลิต|ส่งออก|นำเข้า|ใช้|จ้าง|ลงทุน|ทำ(?:รายได้|กำไร)|ขาดทุน|ลดพนักงาน|ปลด|เปิด|จ่าย|ครอง|เพิ่ม(?!ขึ้น|เติม)|ลด(?!ลง)|ได้รับ|ต้อนรับ|สร้าง|ซื้อ|กู้|รับ(?:พนักงาน|ซื้อ))",
    "en": r"(?:sold|bought|produced|exported|imported|earned|made|posted|recorded|lost|won|spent|invested|employed|employs|hired|built|shipped|delivered|cut|added|raised|lowered|generated|received|paid|owed|owned|operated|opened|closed|accounted for|drew|attracted|borrowed|consumed|used|sells|produces|generates|earns|owns|holds|held|had|has|shed|axed|trimmed|boosted|reduced|saw)",
}
VERB = {side: rf"(?:{CHANGE[side]}|{_OBJECT[side]})" for side in ("th", "en")}
# Words before the verb that set its time or deny it.
AUXILIARY = {
    "th": r"(?:(?:คาดว่า|ไม่|ยัง|เคย|(?<!อยู่)กำลัง(?!ผลิต|คน)|จะ|(?<!ราย)ได้|อาจ|สามารถ|ต้อง|น่า(?:จะ)?|ก็|จึง|กลับ)\s?){0,4}",
    "en": r"(?:(?:also|then|even|still|only|later|further)\s)?(?:(?:is|are|was|were)\s(?:expected|forecast|projected|set|likely)\sto\s|(?:has|have|had|did|do|does|was|were|is|are|will|would|could|may|might|should|can)(?:\s?n[o’']t)?\s(?:be\s|been\s)?(?:also\s|only\s)?)?",
}
FUTURE = {
    "th": r"(?:จะ|คาด|อาจ|น่า)",
    "en": r"\b(?:will|would|could|may|might|should|can|expected|forecast|projected|set|likely)\b",
}
STANDING = {
    "th": r"(?:ปัจจุบัน|กำลัง|ยัง)",
    "en": r"\b(?:has|have|is|are|employs|sells|produces|generates|earns|owns|holds)\b",
}
# After "will": the plain form of a verb, which shares it.
PLAIN = {
    "th": r"(?!)",
    "en": r"(?:rise|fall|grow|increase|decrease|drop|decline|gain|climb|shrink|expand|contract|double|reach|hit|total|sell|buy|produce|export|import|earn|make|post|lose|spend|invest|employ|hire|build|ship|deliver|cut|add|raise|lower|generate|receive|pay|open|close|reduce|stay|remain|be)",
}
# A Thai space before a scale or a unit divides nothing.
_UNIT_TH = r"(?:ร้อย|พัน|หมื่น|แสน|ล้าน|บาท|ดอลลาร์|เหรียญ|ยูโร|เยน|หยวน|คน|ราย|ตัน|คัน|แห่ง|ครั้ง|หลัง|ไร่|หน่วย|ลำ|เที่ยว|เมกะวัตต์|กิกะวัตต์|[A-Z]{1,3}[Wh]?\b|[%$(])"
_AFTER_UNIT_TH = (
    r"(?:(?<=[0-9๐-๙%])|(?<=บาท)|(?<=คน)|(?<=ราย)|(?<=ตัน)|(?<=คัน)|(?<=ดอลลาร์)|(?<=สหรัฐ)|(?<=แห่ง))"
)
SEPARATOR = {
    "th": rf"\s(?P<word>และ|แต่|(?:ใน)?ขณะที่|ส่วน)\s?|{_AFTER_UNIT_TH}(?P<fused>และ|แต่|(?:ใน)?ขณะที่)|\s+(?!{_UNIT_TH})",
    "en": r"(?:,?\s(?P<word>and|but|while|whereas)\s|;\s(?:and\s)?|,\s)",
}
# How a Thai clause ends where no conjunction follows.
ENDS_TH = r"(?:ร้อยละ\s?[0-9๐-๙.,]+|[%)]|บาท|ดอลลาร์(?:สหรัฐ)?|เหรียญ(?:สหรัฐ)?|คน|ราย|ตัน|คัน|แห่ง|ครั้ง|เปอร์เซ็นต์|หน่วย|[0-9]\s?ล้าน|[A-Z]W|\u241f|ปีก่อน(?:หน้า)?|ปีที่แล้ว)\s*\Z"
# Words of a forecast or a claim that hold for all that follows.
FRAME = {
    "th": r"[^0-9๐-๙“”\"]{0,80}?(?:คาด(?:การณ์)?|ประเมิน|อ้าง|เชื่อ|มอง|เตือน|พยากรณ์)(?:ไว้)?\s?ว่า\s?",
    "en": r"[^0-9,“”\"]{2,80}?\b(?:expect|forecast|predict|estimate|project|believe|claim|argue)(?:s|ed|d)?\sthat\s",
}
# A condition, or figures dealt out in order: nothing of it stands alone.
CONDITION = {
    "th": r"หาก|ถ้า|ตามลำดับ|ไม่ว่า|หรือไม่",
    "en": r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|respectively|assuming|provided)\b|\?",
}
# A clause that depends on another, is told by somebody or asks: such a sentence stays whole.
GOVERNED = {
    "th": r"(?<!ก)(?<!คาด)ว่า(?!การ|ง|จ้าง)|หาก|ถ้า|ตามลำดับ|รวมกัน|หรือไม่|ระหว่าง|เนื่องจาก|เพราะ|ทำให้|ส่งผลให้|ได้แก่|ดังนี้|ประกอบด้วย|แบ่งเป็น",
    "en": r"\b(?:if|unless|until|whether|when|once|whenever|assuming|provided|respectively|combined|together|that|which|who|whose|where|said|says|say|because|after|before|although|though|either|both|between|told|expects?|expected(?! to)|forecasts|believes?|claims?|claimed|estimates?|whichever|than if)\b|\?",
}
# Words no subject is made of, or has in it.
NO_SUBJECT = {
    "th": r"\A(?:ซึ่ง|โดย|ที่|ทำให้|เพื่อ|และ|แต่|หรือ|จาก|ตาม|รวม|คิดเป็น|มาก|น้อย|สูง|ต่ำ|หลัง|ก่อน|เทียบ|เมื่อ|ใน|ของ|ต่อ|กับ|ด้วย|จน|ถึง|อีก|ราว|ประมาณ|ได้แก่|เช่น|อาทิ|แบ่ง)",
    "en": r"\A(?:up|down|from|to|by|with|in|on|at|of|for|as|or|nor|not|more|less|than|compared|making|bringing|including|excluding|helped|driven|thanks|due|followed|also|then|beating|missing|leaving|who|which|that|it|they|he|she|we|this|these|those|there|both|each|a year|the (?:most|highest|lowest|biggest|largest))\b",
}
# What may stand between a verb of change and its figure without being its object.
DIRECTLY = {
    "th": r"\A\s?(?:อีก|เป็น|เหลือ|ที่|ถึง|มาก|กว่า|ราว|ประมาณ|เกือบ|เพียง|สูงสุด|ร้อยละ|ประจำปี|เฉลี่ย|มา|ไป|แค่|เล็กน้อย|อย่างมาก|\s)*\Z",
    "en": r"\A\s?(?:(?:about|around|nearly|almost|over|up to|at least|at most|another|a further|more than|less than|only|just|an annual|roughly|some|as much as|sharply|slightly|a record)\s)*\Z",
}
FROM = {"th": r"(?:จาก|ระหว่าง)\s?\Z", "en": r"\b(?:from|between)\s\Z"}
NAME_WITH_FIGURE = {
    "th": r"(?!)",
    "en": rf"(?P<name>[A-Z][\w.&’-]*(?:\s[A-Z][\w.&’-]*){{0,3}})\s(?P<measured>{MEASURED['en']})\s?\.?",
}
# A number that its clause does not say what of: "sold 9.0 million".
BARE = {"th": r"(?!)", "en": rf"{_NUMBER}(?:\s(?:thousand|million|billion|trillion))?\.?\s*\Z"}
COUNTED = {
    "th": r"(?!)",
    "en": rf"{_NUMBER}(?:\s(?:thousand|million|billion|trillion))?\s(?P<noun>(?:[a-z]+\s){{0,2}}[a-z]{{2,}}s)\b",
}
# A figure for another time follows; how a figure is tied to its time.
ANOTHER = r"(?:,?\s?(?:and|but|followed by)\s|,\s|\s?(?:และ|แต่)\s?)(?:(?:by|to)\s)?"
AT_TIME = r"(?:ภายใน|ใน|by|in|for|during)"
# A Thai period that needs no "in" before it.
OPENS_PERIOD_TH = r"ใน|ช่วง|ตลอด|เมื่อ|สำหรับ"
# The verb of a clause with what stands before it; a plain verb only behind "will" and its like.
PREDICATE = {
    "th": rf"(?P<auxiliary>{AUXILIARY['th']})(?P<verb>{VERB['th']})",
    "en": (
        rf"\b(?P<auxiliary>{AUXILIARY['en']})\b(?P<verb>{VERB['en']}\b"
        rf"|(?:(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might )|(?<=expected to )|(?<=forecast to )|(?<=projected to )|(?<=set to )|(?<=likely to )){PLAIN['en']}\b)"
    ),
}
MODAL = r"\b(?:will|would|could|may|might)\b(?=\s(?:also\s|only\s)?\w+\Z)"
# Whose figures they are: "China's exports rose 5% and imports fell 3%".
OWNER = {
    "th": r"ของ\s?(?P<owner>[ก-๙A-Za-z][ก-๙A-Za-z. ]{1,30})\Z",
    "en": r"\A(?P<owner>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*[’']s)\s",
}
# Later subjects that the owner of the first may own too.
OWNED = {
    "th": r"(?:การ|ยอด|รายได้|กำไร|ต้นทุน|หนี้|จำนวน|มูลค่า|ราคา|ปริมาณ|ค่าใช้จ่าย|อัตรา|ส่วนแบ่ง|ดัชนี|หุ้น|สินทรัพย์)(?:(?!ของ)[ก-๙]){0,16}\Z",
    "en": r"(?!(?:the|a|an|its|their|his|her|our|my|all|some|other|this|that)\b)[a-z][a-z-]*(?:\s[a-z-]+){0,2}\Z",
}
# A verb of change in any form, the plain one too.
CHANGING = {
    "th": CHANGE["th"],
    "en": rf"(?:{CHANGE['en']}|rise|fall|grow|increase|decrease|drop|decline|gain|climb|shrink|expand|contract|double|reach|hit|total|stay|remain)",
}
