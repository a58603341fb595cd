"""Thai wordings of who tells what a sentence says, and of what tells nothing of it."""

from __future__ import annotations

import re

_SAYING = "(?:แถลง|เปิดเผย|ระบุ|กล่าว|รายงาน|เผย|ชี้แจง)"
_ANYONE = "(?:โฆษก|เจ้าหน้าที่|ทางการ|แหล่งข่าว|ตำรวจ)"
_RECORD = "(?:ข้อมูล|รายงาน|ตัวเลข|สถิติ)"
_KIND = "(?:ล่าสุด|ทางการ|เบื้องต้น|ใหม่)"

OPENING = re.compile(
    "(?:นอกจากนี้|นอกจากนั้น|ขณะเดียวกัน|ทั้งนี้) ?"
    f"|(?:มี)?(?:รายงาน(?:ข่าว)?|ข่าว)(?:แจ้ง|ระบุ|เผย)?ว่า ?|ตาม{_RECORD}{_KIND}? "
    f"|{_RECORD}{_KIND}?(?:ระบุ|ชี้|เผย|พบ)ว่า ?"
)
"""What opens a sentence without saying anything of its matter: มีรายงานว่า."""

_OFFICE = (
    "(?:นาย|นาง|นางสาว|ดร\\.|พล\\.?[ตอ]\\.?[ทอต]?\\.?|รัฐมนตรี|รมว\\.|โฆษก|ผู้ว่าฯ|ผู้ว่าการ|อธิบดี|ปลัด|เลขาธิการ|นายก"
    "|เจ้าหน้าที่|ทางการ|ตำรวจ|นักวิเคราะห์|นักเศรษฐศาสตร์)"
)
SPEAKER = re.compile(rf"{_OFFICE}[^\d๐-๙]{{0,60}}?{_SAYING}(?:เมื่อ(?:วานนี้|วาน|วันนี้))?ว่า ?")
"""An office that says a whole sentence: รัฐมนตรีเปิดเผยว่า."""

DATELINE = re.compile("[\u0e01-\u0e4e]{3,20} ?(?:\\([^)]{2,20}\\) ?)?- ")
"""Where a report was written: กรุงเทพฯ - ."""

CLOSING = re.compile(
    f" ?ตามที่{_ANYONE}{_SAYING}(?:ไว้|แล้ว)?(?:เมื่อ(?:วานนี้|วาน|วันนี้))?$"
    f"| {_ANYONE}{_SAYING}(?:เมื่อ(?:วานนี้|วาน|วันนี้))?$"
)
"""What closes one in the same way: ตามที่โฆษกแถลงเมื่อวานนี้."""

ADDED = re.compile(r" (?=(?:(?:ทั้งนี้|ขณะนี้|เบื้องต้น|ล่าสุด)? ?ยังไม่|โดย|ซึ่ง|ท่ามกลาง)\S+$)")
"""Where a clause begins that may only be added: ยังไม่มีรายละเอียดเพิ่มเติม."""

EMPTY = frozenset("ไม่ ไม่มี ยัง ยังไม่ มี ได้ เป็น อยู่ เพิ่มเติม อื่น ใด ใดๆ แน่ชัด ของ ที่ ใน และ ให้ ว่า".split())
"""Words that tell no matter of their own."""

TRUTH = re.compile("จริง|เท็จ|ปลอม|ปฏิเสธ|ข่าวลือ|ผิด|ยืนยัน|บิดเบือน|แต่|เพียง|เท่านั้น|ทั้งหมด|ทุก|เดิม")
"""What makes a clause one about another clause."""
