"""Messages of errors in Thai. The program's own are English; a table of them is kept here.

A key is a regular expression over the whole English message; `{0}`, `{1}` ... in the Thai are
its groups, themselves put into Thai where they are messages of their own.
"""

# ruff: noqa: E501 (a table reads best a row a line)

from __future__ import annotations

import re
from functools import cache

from assistant.errors import JingmaiError

_UPLOAD = re.compile(r"\S*/[0-9a-f]{64}/")
"""Where gradio keeps an uploaded file; nobody needs to see it."""

_HINT = re.compile(r" \([^()]*(?:\([^()]*\)[^()]*)*\)$", re.DOTALL)

THAI: dict[str, str] = {
    r"cannot use (.+?): (.+)": "ใช้ {0} ไม่ได้: {1}",
    # web addresses
    r"there is no such host: (.+)": "ไม่พบเว็บไซต์ {0} ตรวจที่อยู่อีกครั้ง",
    r"not a (?:plain )?web address: (.+)": "{0} ไม่ใช่ที่อยู่เว็บ ต้องขึ้นต้นด้วย http:// หรือ https://",
    r"a web address holds no blanks": "ที่อยู่เว็บต้องไม่มีช่องว่าง",
    r"port (.+) is not one of the web's: .+": "พอร์ต {0} ไม่ใช่พอร์ตของเว็บ",
    r"(.+) is not on the public internet": "{0} ไม่ใช่เว็บสาธารณะ บันทึกหน้านั้นเป็นไฟล์แล้วแนบแทน",
    r"(.+) redirects more than (\d+) times": "{0} ส่งต่อเกิน {1} ครั้ง",
    r"(.+) answered (\d+) .*": "{0} ตอบว่าเปิดไม่ได้ (รหัส {1})",
    r"(.+) did not answer in full within (\d+) seconds": "{0} ตอบไม่ครบภายใน {1} วินาที ลองใหม่ภายหลัง",
    r"(.+) has no valid certificate": "ใบรับรองความปลอดภัยของ {0} ใช้ไม่ได้",
    r"cannot fetch from ([^:]+): .+": "เปิด {0} ไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่",
    r"the page is (.+), which is not read from the web": "หน้านี้เป็น {0} ซึ่งอ่านจากเว็บไม่ได้",
    r"the page is larger than (.+)": "หน้านี้ใหญ่กว่า {0}",
    r"the page is damaged": "หน้านี้เสียหาย",
    r"there is no text on the page": "หน้านี้ไม่มีข้อความ",
    # files
    r"it is empty": "ไฟล์ว่างเปล่า",
    r"files of type (.+) are not read": "ไฟล์ชนิด {0} อ่านไม่ได้",
    r"No such file or directory": "ไม่มีไฟล์นี้",
    r"it is not a plain file": "ไม่ใช่ไฟล์ธรรมดา",
    r"it is larger than (.+)": "ไฟล์ใหญ่กว่า {0}",
    r"there is no text in it": "ไม่มีข้อความในไฟล์",
    r"there is no text in it; perhaps it is a scan": "ไม่มีข้อความในไฟล์ อาจเป็นภาพสแกน ต้องทำ OCR ก่อน",
    r"its text is too long": "ข้อความยาวเกินไป",
    r"its text is longer than (.+) characters": "ข้อความยาวกว่า {0} ตัวอักษร",
    r"it is no (PDF|Word file|JSON object)": "ไม่ใช่ {0}",
    r"it is no JSON: .+": "ไม่ใช่ JSON ที่ถูกต้อง",
    r"it is (?:damaged, or no .+|binary data, not text|.+, not text)": "ไฟล์เสียหายหรือไม่ใช่ชนิดที่บอกไว้",
    r"its (?:part .+|XML) is (?:missing|damaged.*)": "ไฟล์เสียหาย",
    r"it is locked with a password": "ไฟล์ใส่รหัสผ่านไว้",
    r"it has (.+) pages; the limit is (.+)": "มี {0} หน้า อ่านได้ไม่เกิน {1} หน้า",
    r"it has more than (.+) (?:rows|parts)": "มีเกิน {0} รายการ",
    r"it unpacks to .+": "ขยายแล้วใหญ่เกินไป",
    r"its encoding cannot be told: .+": "ไม่รู้รหัสอักขระ บันทึกเป็น UTF-8 แล้วลองใหม่",
    r"reading it takes longer than (\d+) seconds": "อ่านนานเกิน {0} วินาที",
    r"it breaks the reader, or takes too much memory": "ไฟล์นี้ทำให้ตัวอ่านหยุดทำงานหรือใช้หน่วยความจำมากเกินไป",
    # claims and files of claims
    r"the claim is empty": "ยังไม่ได้พิมพ์ข้ออ้าง",
    r"the article is empty": "บทความว่างเปล่า",
    r"that is (.+) characters, too long for one claim": "ยาว {0} ตัวอักษร เกินไปสำหรับข้ออ้างเดียว ใช้แท็บตรวจบทความ",
    r"there is nothing to judge: .+": "ไฟล์ไม่มีแถวข้อมูล ใส่ข้ออ้างบรรทัดละหนึ่งข้อใต้หัวคอลัมน์ เช่น id,claim",
    r"there is nothing to judge in (.+)": "ไม่มีอะไรให้ตรวจใน {0} ใส่ข้ออ้างบรรทัดละหนึ่งข้อใต้หัวคอลัมน์ เช่น id,claim",
    r".+; the columns are: (.+)": "ไม่รู้ว่าคอลัมน์ไหนเป็นข้ออ้าง ตั้งชื่อคอลัมน์ว่า claim (ตอนนี้มี: {0})",
    r"no row can be read: .+": "อ่านไม่ได้สักแถว ใช้ไฟล์ CSV, TSV, JSONL, JSON หรือ XLSX ให้ตรงกับนามสกุล",
    r"(.+) is not text.*": "{0} ไม่ใช่ข้อความ ใช้ไฟล์ CSV, TSV, JSONL, JSON หรือ XLSX",
    r"(.+) is in an unknown encoding: .+": "ไม่รู้รหัสอักขระของ {0} บันทึกเป็น UTF-8 แล้วลองใหม่",
    r"line (\d+): the table cannot be read from here on: .+": "อ่านตารางต่อจากบรรทัด {0} ไม่ได้ ตรวจเครื่องหมายอัญประกาศ",
    r"(.+) cannot be read as a workbook: .+": "เปิด {0} เป็นสมุดงานไม่ได้ บันทึกใหม่เป็น XLSX หรือ CSV UTF-8",
    r"(.+) is locked with a password": "{0} ใส่รหัสผ่านไว้",
    # review and evaluation
    r"a decision needs the name of the reviewer": "ใส่ชื่อผู้ตรวจทานก่อน",
    r"a decision needs a reason": "ใส่เหตุผลก่อน",
    r"a decision needs a claim": "ใส่ข้ออ้างก่อน",
    r"not a verdict: .+": "เลือกคำตัดสินก่อน",
    r"not a stance: .*": "เลือกว่าหลักฐานสนับสนุนหรือหักล้าง",
    r"no document was chosen": "เลือกเอกสารก่อน",
    r"(.+) cannot be imported: .+": "นำเข้า {0} ไม่ได้ ใช้ไฟล์ที่ส่งออกจากหน้านี้",
    r"no verdict was overridden at the review desk yet": "ยังไม่มีคำตัดสินที่ผู้ตรวจทานแก้",
    r"(.+) has no shape that is known": "ไม่รู้จักรูปแบบของ {0}",
    r"(.+) is no data set that can be read": "{0} ไม่ใช่ชุดข้อมูลที่อ่านได้",
    r"(.+) is not a zip file": "{0} ไม่ใช่ไฟล์ zip",
    # the store
    r"there are no documents to (?:check against|search in)": "คลังเอกสารว่างเปล่า เพิ่มเอกสารก่อน",
    r"the vector store .+": "เปิดฐานข้อมูลของคลังไม่ได้",
    r"no Chroma server answers at (.+)": "ไม่มีเซิร์ฟเวอร์ Chroma ตอบที่ {0}",
    r"cannot write to the store .+": "เขียนคลังเอกสารไม่ได้ ตรวจสิทธิ์และที่ว่างในดิสก์",
    r"the store in .+ has a damaged manifest": "ข้อมูลกำกับของคลังเสียหาย ทำดัชนีใหม่ในโฟลเดอร์อื่น",
    r"the store in .+ was made by the embedding model (.+), not by (.+)": "คลังนี้สร้างด้วยโมเดล {0} ไม่ใช่ {1} สร้างใหม่ด้วยคำสั่ง jingmai index rebuild",
    r"another process is .+": "โปรแกรมอื่นกำลังเขียนคลังเอกสาร ลองใหม่อีกสักครู่",
}  # fmt: skip


def in_words(error: JingmaiError, language: str) -> str:
    """What `error` says, in the reader's language: one line with what to do about it.

    A message that is not in the table stays English.
    """
    told = f"{error.message} ({error.hint})" if error.hint else error.message
    return problem_in_words(told, language)


def problem_in_words(told: str, language: str) -> str:
    """The same for an error that was kept as text, its hint in brackets at the end."""
    told = _UPLOAD.sub("", told)
    if language != "th":
        return told
    return _thai(_HINT.sub("", told)) or _thai(told) or told


def _thai(message: str) -> str:
    for pattern, thai in _compiled():
        if found := pattern.fullmatch(message):
            return thai.format(*(_thai(part) or part for part in found.groups()))
    return ""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(key, re.DOTALL), thai) for key, thai in THAI.items())
