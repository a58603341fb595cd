"""Thai wordings of rules and rows: how often in a row, over what, within what limit."""

from __future__ import annotations

import re

from assistant.quantities.words.thai import DIGITS, PLACES

_COUNTED_RUN = "ปี|ไตรมาส|เดือน|สัปดาห์|วัน|ฤดูกาล|เกม|นัด|สมัย"
_SPELLED = "|".join(sorted((*DIGITS, *PLACES), key=len, reverse=True))
_MANY = rf"(?P<n>(?<!\d)\d{{1,4}}|(?:{_SPELLED}){{1,8}})"
_IN_A_ROW = "ติดต่อกัน|ต่อเนื่อง|ซ้อน|ติดกัน|ติด(?![ตา])|รวด"
RUNS = tuple(
    re.compile(pattern.format(of=_COUNTED_RUN, row=_IN_A_ROW, many=_MANY))
    for pattern in (
        r"(?P<of>{of})ที่ ?{many} ?(?:{row})",
        r"{many} ?(?P<of>{of}) ?(?:{row})",
        r"(?:ติดต่อกัน|ต่อเนื่อง|ติดกัน)(?:กัน)?เป็น(?P<of>{of})ที่ ?{many}",
        r"(?:ติดต่อกัน|ต่อเนื่อง|ติดกัน)(?:เป็นเวลา|นาน|มา|มาแล้ว|กัน|ถึง| )*"
        r"{many} ?(?P<of>{of})",
    )
)
"""How often in a row something was so: ปีที่สามติดต่อกัน, 3 ปีซ้อน."""

RUN_OF = {
    "ปี": "yea", "ไตรมาส": "qua", "เดือน": "mon", "สัปดาห์": "wee", "วัน": "day", "ฤดูกาล": "sea",
    "เกม": "gam", "นัด": "mat", "สมัย": "ter", "annual": "yea", "daily": "day",
}  # fmt: skip
"""What runs are counted in, as the first letters of the English word."""


def _grown_over(span: str, letters: str) -> re.Pattern[str]:
    """A growth over the year (quarter, month, week) before."""
    before = f"{span}(?:ก่อนหน้านี้|ก่อนหน้า|ก่อน|ที่แล้ว|ที่ผ่านมา|กลาย)"
    same = "(?:ช่วงเดียวกัน|ระยะเดียวกัน|เดือนเดียวกัน|ไตรมาสเดียวกัน)?(?:ของ|กับ|ใน)? ?"
    base = f"(?:จาก|กว่า|เทียบกับ|เทียบ|ของ|กับ) ?{same}"
    return re.compile(
        f"{base}{before}|เดียวกัน(?:ของ|กับ|ใน)?{before}|{span}ต่อ{span}|(?i:{letters})(?![A-Za-z])"
    )


GROWN_OVER = {
    "year": _grown_over("ปี", "yoy|y-o-y"),
    "quarter": _grown_over("ไตรมาส", "qoq|q-o-q"),
    "month": _grown_over("เดือน", "mom|m-o-m"),
    "week": _grown_over("(?:สัปดาห์|อาทิตย์)", "wow|w-o-w"),
}
"""Over what growth is measured: จากไตรมาสก่อน, เทียบช่วงเดียวกันของปีก่อน."""

ENTITLED = re.compile("ฟรี|สิทธิ|ยกเว้น|ห้าม|ต้อง|สามารถ|อนุญาต|ได้รับ|ลดราคา|ครึ่งราคา|ไม่เสีย|เกษียณ")
EARNING = re.compile("รายได้|เงินเดือน|ค่าจ้าง")
"""What a rule gives to those within a limit, and limits of what they earn."""

PUNISHING = re.compile("(?<!ดอกเบี้ย)ปรับ(?!ปรุง|ตัว|ขึ้น|ลด|เพิ่ม)|จำคุก|โทษ|ประกันตัว|จำกัด|อนุญาต|เพดาน")
"""What sets a highest punishment or the most that is allowed."""

EACH_SPELL = re.compile("(?:แต่ละ|ทุก)(?:ไตรมาส|เดือน|ครึ่งปี|สัปดาห์|ปี)")
"""What makes a figure one of each of several times: 60 ล้านทุกไตรมาส."""

NAMED_YEAR = re.compile(r"(?:โครงการ|แผน|วิสัยทัศน์|ยุทธศาสตร์|นโยบาย) ?[A-Za-z]+ (?P<year>\d{4})(?!\d)")
"""A year that is a part of the name of a scheme: โครงการ Harbour 2040."""

GRADE = re.compile(r"(?<![\u0e00-\u0e7f.])((?:ป|ม|อ)\.|(?:รถ(?:เมล์)?)?สาย) ?(\d{1,3})(?![\d.,])")
"""School years by their abbreviations, and bus lines: ป.6, รถสาย 8."""

NUMBERED = re.compile(r"โรง[ก-๙]{6,} ([1-9]\d?)(?= [ก-๙])")
"""A small number behind the name of a house: โรงไฟฟ้าผาล้ม 1."""

NEXT_ITEM = "ส่วน|และ|กับ"
"""What joins the next entry of a list to the one before."""

SOMEBODY = "คน"
"""People, whatever else is told of them: มีคนบนเครื่อง 181 คน."""

_LONG = "(?P<long>(?:[0-9]{1,4}|[ก-๎]{1,24}?) ?(?:ปี|ทศวรรษ|เดือน|สัปดาห์|ไตรมาส|ศตวรรษ))"
RECORDS = tuple(
    (end, re.compile(rf"(?:{ends})(?:ที่)?สุดในรอบ ?{_LONG}"))
    for end, ends in (
        ("high", "สูง|มาก|ใหญ่|แรง|เร็ว|ร้อน|หนัก|แย่|ยาว"),
        ("low", "ต่ำ|น้อย|เล็ก|อ่อน|ช้า|หนาว|เบา|ดี|สั้น"),
    )
)
"""For how long nothing was higher, or lower: สูงสุดในรอบ 14 ปี."""

EVERY = re.compile("ทุก(?:ๆ| ๆ)? ?$")
"""What tells how often something happens, before a length of time."""

GONE = re.compile("(?:(?P<up>ขึ้น)|ลง)(?:ไป|มา) ?(?:อีก ?)?$")
"""What makes the amount that follows how far something has moved: ขึ้นไป 5 บาท."""

MAY = re.compile("อาจ(?!ารย์|หาญ)")
"""What makes what follows only possible."""

THOSE_WHO = re.compile("ของ(?:ผู้ที่|คนที่|ผู้ซึ่ง|คนซึ่ง)(?P<did>[ก-๎]{2,40}?)(?=เป็น|คือ)")
"""A share of those who did something."""

JOINING = frozenset("ใน ที่ ของ จาก กับ และ โดย เมื่อ แล้ว ไป มา อยู่ ด้วย ให้ ต่อ ซึ่ง ได้ ก็".split())
"""Words that only join others."""
