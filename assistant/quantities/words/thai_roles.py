"""The Thai table of words that are composed: superlatives, targets."""

from __future__ import annotations

import re

LARGE = "ใหญ่ ยาว หนัก ลึก กว้าง แพง แก่ ร้อน หนา รวย สูง แรง อายุมาก มาก".split()
SMALL = "เล็ก สั้น เบา ตื้น แคบ ถูก หนาว เย็น บาง จน ต่ำ อายุน้อย น้อย".split()


def superlatives(words: list[str]) -> str:
    """The highest degree of adjectives, in full and for short."""
    return "|".join(f"{word}{most}" for word in words for most in ("ที่สุด", "สุด"))


_AIMS = (
    "เป้า เป้าหมาย เป้าที่ตั้งไว้ เป้าหมายที่ตั้งไว้ คาด ที่คาด ที่คาดไว้ ที่คาดการณ์ ที่คาดการณ์ไว้ คาดการณ์ ประมาณการ แผน งบ"
    " ฉันทามติ"
).split()


def aimed(words: str) -> str:
    """What is told to be off a target or a forecast."""
    return "|".join(f"{word}{aim}" for word in words.split("|") for aim in _AIMS)


_SKIES = "ฝน หิมะ ลูกเห็บ น้ำค้าง".split()
_MODALS = "เคย ได้ ยัง ก็ จึง เพิ่ง".split()
RAINS = "|".join(f"{sky}{modal}ตก" for sky in _SKIES for modal in ("", *_MODALS))
RAIN_TO_COME = "|".join(
    f"{sky}{modal}ตก" for sky in _SKIES for modal in ("จะ", "อาจ", "อาจจะ", "น่าจะ")
)
"""Rain and snow that fall, which is no fall of a figure."""

_HEADS = (
    "นายก ผู้ว่า ประธาน ผู้อำนวยการ อธิบดี ผู้บัญชาการ หัวหน้า เลขา ผู้จัดการ อธิการ ศาสตราจารย์ โฆษก ปลัด "
    "แชมป์ เจ้าอาวาส กัปตัน คณบดี ครูใหญ่ ซีอีโอ รัฐมนตรี นายอำเภอ สารวัตร ผู้กำกับ แม่ทัพ กรรมการ"
).split()
DEPUTIES = "|".join(f"รอง{head}" for head in _HEADS)
"""Deputies by what they are deputies of; by itself the word for one is a part of many names."""

STOPS = "|".join(
    f"หยุด{verb}"
    for verb in (
        "ส่ง ขาย รับ ให้ จ่าย เก็บ ใช้ สร้าง เดิน วิ่ง บิน ฉาย ออก นำเข้า ผลิต พิมพ์ สอน แจก ซื้อ "
        "เปิด บริการ ล่า จับ ปลูก"
    ).split()
)
"""What is no longer done, in one word."""

HOUR_COUNTS = "หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด"
HOURS = (
    ("เที่ยงคืน",), ("(?:เที่ยงวัน|เที่ยงตรง|(?<=ตอน)เที่ยง(?!คืน))", 12), ("# ?น(?:[.]|(?![ก-๙.]))",),
    ("ตี ?*",), ("* ?ทุ่ม", 18),
    ("บ่าย ?*(?: ?โมง)?", 12), ("* ?โมงเย็น", 12), ("* ?(?:โมงเช้า|โมง|นาฬิกา)",),
)  # fmt: skip
"""Hours of the day: the wording, what is added, whether it counts to twelve; see `clock`."""
HOUR_JOINS = "ถึง"
HOUR_RANGE = re.compile(
    r"(\d{1,2}(?:[.:]\d\d)?)(?= ?(?:-|\u2013|ถึง) ?\d{1,2}(?:[.:]\d\d)? ?(น[.]?(?![ก-๙])))"
)
"""The first of two hours that share what marks them: 9.00-21.00 น."""
HALF_HOUR = "ครึ่ง"

WHICH = re.compile(r" ?(?:ที่|ซึ่ง)(?!แล้ว|ผ่าน)")
"""What opens the clause that says how a time just named was."""

NO_ONE = frozenset({"ไม่มี"})
"""What opens a sentence that tells something of nothing."""

POINTING = frozenset("นี้ นั้น ดังกล่าว เขา เธอ".split())
"""Words that stand for what was named before."""

CAPITAL, OWN = "เมืองหลวง", "ของ"
"""A capital city, and what stands before whose it is."""

OUTSIDE = re.compile("(?<!ภาย)(?<!ข้าง)(?<!ด้าน)นอกประเทศ")
"""What is not in a place: นอกประเทศ."""

OUT_OF_ALL = re.compile(r"\d ?(?:จาก|จากทั้งหมด|ในบรรดา|ของ|ในจำนวน) ?(?:ทั้งหมด ?)?$")
"""What stands between a place and how many there are: อันดับ 107 จาก 180 ประเทศ."""

TOP_OF = re.compile(
    r"(?:ท็อป|ท้อป|(?:อันดับ|ติด) ?(?:1|หนึ่ง) ?ใน) ?(\d{1,4})"
    r"(?![\d.,%]| ?(?:คน|ราย|ล้าน|พัน|หมื่น|แสน))"
)
"""How many first places one is among: ติดอันดับ 1 ใน 100."""

FIRST_PLACES = re.compile(r" ?(?:อันดับแรก|ลำดับแรก|อันดับต้น|อันดับสูงสุด)")
"""What follows the number of first places."""

EARNED = re.compile(
    r"(?:ไม่มี|มี|ทำ|กลับมา|พลิก|ไม่ได้|ประสบ|ประสบภาวะ|ไม่)?(กำไร|ขาดทุน)(?:สุทธิ)?(?:ใน| |$)"
)
"""What tells that something earned or lost money."""
AGAIN = re.compile(r"กลับมา|พลิก|ยัง|ครั้งแรก")
"""What tells that it was otherwise before, or the same."""

SCORES = frozenset({"คะแนน", "แต้ม"})
"""Nouns that count what English calls points."""
HOME_MONEY = "THB"
"""The currency that is left out of an amount: raised three and a half million."""
SPOT = "จุด"
INDEX = re.compile(r"ดัชนี|หุ้น|ตลาด|ปิดที่|ปิดบวก|ปิดลบ|บวก|ลบ|คะแนน|โพล|นิยม|ดอกเบี้ย|ความเชื่อมั่น")
"""What tells that "จุด" are points of an index and no spots."""

STEADY = re.compile(r"ทรงตัว|คงที่|ไม่เปลี่ยนแปลง|เท่าเดิม")
"""What tells that something has not moved."""

LAPSES = {"year": "ปี", "month": "เดือน", "week": "สัปดาห์", "quarter": "ไตรมาส", "season": "ฤดู"}
"""How far back an earlier time is, by its word."""

FROM_END = re.compile(
    r" ?(?:นับ)?(?:ขึ้นมา)?จาก(?:ท้าย|ข้างท้าย|ด้านท้าย|ล่างสุด|ข้างล่าง|ด้านล่าง|อันดับสุดท้าย|บ๊วย)"
)
"""What follows the number of a place that is counted from the end."""
BUT_ONE = re.compile(r"รองสุดท้าย|รองบ๊วย|รองโหล่")
"""The place before the last."""

NUMBERED = re.compile(r"จำนวน([ก-๎]{3,40})")
"""What is told to be more or fewer."""
UNNUMBERED = re.compile(r"เงิน|มาก|หนึ่ง|ทั้ง|ดังกล่าว|น้อย|รวม|เต็ม|นี้|นั้น|ที่|เพิ่ม|ลด|เท่า|สูง|จำกัด")
"""What stands behind the word for a number and is no thing."""

NOT_YET = "ยังไม่"
"""What denies something only up to now."""

ONCE = re.compile(r"เคย(?!ชิน|ตัว)")
NO_LONGER = re.compile(r"อีกต่อไป|ไม่มี[^ ]{0,24}(?:แล้ว|อีก)|เลิก(?!กัน)")
"""What was so and is so no more."""

KINDS = {
    "electric": "ไฟฟ้า", "hybrid": "ไฮบริด", "diesel": "ดีเซล", "used": "มือสอง",
    "second-hand": "มือสอง", "luxury": "หรู", "organic": "อินทรีย์", "imported": "นำเข้า",
    "solar": "แสงอาทิตย์", "foreign": "ต่างชาติ",
    "rural": "ชนบท", "private": "เอกชน", "online": "ออนไลน์",
    "domestic": "ในประเทศ", "international": "ระหว่างประเทศ", "elderly": "สูงอายุ",
}  # fmt: skip
"""What makes a part of a thing, by its English word."""

PERSONS = frozenset("คน ราย ท่าน".split())
"""What counts people whatever they are."""

NAME_WORDS = {
    spelling: frozenset(thai.split("|"))
    for spellings, thai in {
        "thong": "ทอง|ธง|ท่อง", "ngoen ngern ngoern": "เงิน", "kaeo kaew": "แก้ว|แก้",
        "phet petch phetch": "เพชร|เพ็ชร|เผ็ด", "yai": "ใหญ่|ใย",
        "nuea": "เหนือ|เนื้อ", "luang": "หลวง|เหลือง", "rung roong": "รุ่ง|รุ้ง",
        "charoen jaroen": "เจริญ", "phatthana pattana": "พัฒนา", "witthaya wittaya": "วิทยา",
        "daeng": "แดง", "khiao": "เขียว", "lueang": "เหลือง", "saeng": "แสง|แซง",
        "phai": "ไผ่|ไพ|ภัย|พาย",
        "duean": "เดือน|เตือน", "suea": "เสือ|เสื้อ",
        "hin": "หิน", "huai huay": "ห้วย", "bueng": "บึง|ผึ้ง",
        "khlong klong": "คลอง|กลอง|โคลง|โขลง|คล่อง",
        "mueang": "เมือง|ม่วง", "nakhon": "นคร", "sawan": "สวรรค์",
    }.items()
    for spelling in spellings.split()
}  # fmt: skip
"""Thai words that names are made of, as they are written in Latin letters, and what they may
stand for."""

AT = re.compile(r" ?(?:ที่|ใน)")
"""How the place of a figure begins that stands behind it."""

JOINED = re.compile(r",? ?(?:และ|กับ) ?")
"""What joins the names of a row."""
