"""Messages of errors in Thai. The program's own are English; a table of them is kept here.

A key is a regular expression over the whole English message; `{0}`, `{1}` ... in the Thai are
its groups, themselves put into Thai where they are messages of their own.
"""

# ruff: noqa: E501 (a table reads best a row a line)

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.errors import JingmaiError
from assistant.types import Report
from assistant.ui.words import of_setup

_UPLOAD = re.compile(r"\S*/[0-9a-f]{64}/")
"""Where gradio keeps an uploaded file; nobody needs to see it."""

_HINT = re.compile(r" \([^()]*(?:\([^()]*\)[^()]*)*\)$", re.DOTALL)

THAI: dict[str, str] = {
    **of_setup.THAI,
    # language models
    r"(\S+): the key was refused": "ผู้ให้บริการไม่รับกุญแจของ {0} ตรวจกุญแจและสิทธิ์",
    r"(\S+): no such model or address": "ไม่มีโมเดล {0} หรือที่อยู่นี้ ตรวจชื่อโมเดลและ llm_base_url",
    r"(\S+): no answer in time": "{0} ไม่ตอบภายในเวลาที่กำหนด เพิ่ม llm_timeout หรือลองใหม่ภายหลัง",
    r"(\S+): the server cannot be reached": "ติดต่อเซิร์ฟเวอร์ของ {0} ไม่ได้ ตรวจ llm_base_url และเครือข่าย",
    r"(\S+): the address of its server cannot be used": "ที่อยู่เซิร์ฟเวอร์ของ {0} ใช้ไม่ได้ ตรวจ llm_base_url",
    r"(\S+): the connection broke off again and again": "การเชื่อมต่อกับ {0} ขาดซ้ำหลายครั้ง ลองใหม่ภายหลัง",
    r"(\S+): the service answered (\d+) again and again": "บริการของ {0} ตอบรหัส {1} ซ้ำหลายครั้ง ลองใหม่ภายหลัง",
    r"(\S+): the service refused the request \((\d+)\)": "บริการของ {0} ไม่รับคำขอ (รหัส {1}) ตรวจชื่อโมเดล",
    r"(\S+): the request is longer than the model can read": "คำขอยาวเกินกว่าที่ {0} อ่านได้ ลด top_k หรือ sentences",
    r"(\S+): the call failed \((.+)\)": "เรียก {0} ไม่สำเร็จ ({1}) ตรวจชื่อโมเดลและ llm_base_url",
    r"(\S+): the reply cannot be used: (.+)": "คำตอบของ {0} ใช้ไม่ได้: {1} ลองใหม่หรือใช้โมเดลอื่น",
    r"it is not JSON: .+": "ไม่ใช่ JSON ที่ถูกต้อง",
    r"it is nested too deeply": "ข้อมูลซ้อนกันลึกเกินไป",
    r"it holds a number that cannot be read": "มีตัวเลขที่อ่านไม่ได้",
    r"it was cut off at the length limit": "คำตอบถูกตัดเพราะยาวเกินกำหนด",
    r"the service's content filter withheld it": "ตัวกรองเนื้อหาของบริการไม่ให้ตอบ",
    r"what the server sent is no chat completion": "สิ่งที่เซิร์ฟเวอร์ส่งมาไม่ใช่คำตอบของโมเดล ตรวจ llm_base_url",
    r"the budget of (.+) tokens is spent": "ใช้โทเคนครบงบ {0} แล้ว ผลที่เสร็จยังอยู่",
    r"the budget of (.+) is spent": "ใช้เงินครบงบ {0} แล้ว ผลที่เสร็จยังอยู่",
    r"a budget in USD needs the price of (.+)": "งบเป็นดอลลาร์ต้องรู้ราคาของ {0} ตั้ง llm_price_in และ llm_price_out",
    r"unknown language model: (.+)": "ไม่รู้จักโมเดลภาษา {0} เขียนเป็น provider:model",
    r"no key for (.+)": "ไม่มีกุญแจสำหรับ {0} ตั้ง llm_key ในไฟล์ตั้งค่า หรือตัวแปรสภาพแวดล้อมของผู้ให้บริการ",
    r"the key for (.+) cannot be sent: .+": "กุญแจสำหรับ {0} ส่งไม่ได้ คัดลอกใหม่ให้เป็นชิ้นเดียว",
    r"the package for (.+) is not installed \((.+)\)": "ยังไม่ได้ติดตั้งแพ็กเกจสำหรับ {0} ({1}) ติดตั้งด้วย pip install",
    r"(\S+) cannot be opened: (.+)": "เปิดโมเดล {0} ไม่ได้: {1}",
    r"the reply cache (.+) cannot be used: .+": "แคชคำตอบ {0} ใช้ไม่ได้ ลบไฟล์นั้น หรือตั้ง llm_cache = false",
    r"cannot use (.+?): (.+)": "ใช้ {0} ไม่ได้: {1}",
    # web addresses
    r"there is no such host: (.+)": "ไม่พบเว็บไซต์ {0} ตรวจที่อยู่อีกครั้ง",
    r"not a (?:plain )?web address: (.+)": "{0} ไม่ใช่ที่อยู่เว็บ ต้องขึ้นต้นด้วย http:// หรือ https://",
    r"a web address holds no blanks": "ที่อยู่เว็บต้องไม่มีช่องว่าง ใช้ %20 แทน",
    r"port (.+) is not one of the web's: .+": "พอร์ต {0} ไม่ใช่พอร์ตของเว็บ ตรวจที่อยู่อีกครั้ง",
    r"(.+) is not on the public internet": "{0} ไม่ใช่เว็บสาธารณะ บันทึกหน้านั้นเป็นไฟล์แล้วแนบแทน",
    r"(.+) redirects more than (\d+) times": "{0} ส่งต่อเกิน {1} ครั้ง บันทึกหน้านั้นเป็นไฟล์แล้วแนบแทน",
    r"(.+) answered (\d+) .*": "{0} ตอบว่าเปิดไม่ได้ (รหัส {1}) ตรวจที่อยู่ หรือบันทึกหน้านั้นเป็นไฟล์แล้วแนบแทน",
    r"(.+) did not answer in full within (\d+) seconds": "{0} ตอบไม่ครบภายใน {1} วินาที ลองใหม่ภายหลัง",
    r"(.+) has no valid certificate": "ใบรับรองความปลอดภัยของ {0} ใช้ไม่ได้ บันทึกหน้านั้นเป็นไฟล์แล้วแนบแทน",
    r"cannot fetch from ([^:]+): .+": "เปิด {0} ไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่",
    r"the page is (.+), which is not read from the web": "หน้านี้เป็น {0} ซึ่งอ่านจากเว็บไม่ได้ บันทึกเป็นไฟล์แล้วแนบแทน",
    r"the page is larger than (.+)": "หน้านี้ใหญ่กว่า {0} บันทึกเป็นไฟล์แล้วแนบแทน",
    r"the page is damaged": "หน้านี้เสียหาย บันทึกเป็นไฟล์แล้วแนบแทน",
    r"there is no text on the page": "หน้านี้ไม่มีข้อความ คัดลอกข้อความมาวางแทน",
    r"the page comes in a coding that is not read: (.+)": "หน้านี้ใช้การเข้ารหัส {0} ซึ่งอ่านไม่ได้ บันทึกเป็นไฟล์แล้วแนบแทน",
    # files
    r"it declares (?:XML )?entities.*": "ไฟล์ประกาศ entity ของ XML เปิดแล้วบันทึกใหม่",
    r"it is marked as (.+) but is not": "บอกว่าเป็น {0} แต่ไม่ใช่ บันทึกเป็น UTF-8 แล้วลองใหม่",
    r"a line is longer than (.+)": "มีบรรทัดยาวกว่า {0} แบ่งเป็นหลายรายการ",
    r"it holds no list of objects": "ไม่มีรายการ JSON object เขียน JSON บรรทัดละหนึ่งรายการ",
    r"there is no document in it.*": "ไม่มีเอกสารในไฟล์ แต่ละแถวต้องมีช่อง text (หรือ ข้อความ, เนื้อหา)",
    r"there is no document in the folder (.+)": "ไม่มีเอกสารในโฟลเดอร์ {0}",
    r"the folder (.+) holds more than (.+) files": "โฟลเดอร์ {0} มีเกิน {1} ไฟล์ เพิ่มทีละโฟลเดอร์ย่อย",
    r"(.+) holds (.+) documents, not one article": "{0} มี {1} เอกสาร ไม่ใช่บทความเดียว ตรวจทีละบทความ หรือใช้แท็บตรวจเป็นชุด",
    r"(.+) holds (.+) characters, too many for one article": "{0} ยาว {1} ตัวอักษร เกินไปสำหรับบทความเดียว แบ่งเป็นส่วน",
    r"it is empty": "ไฟล์ว่างเปล่า เลือกไฟล์ที่มีข้อความ",
    r"files of type (.+) are not read": "ไฟล์ชนิด {0} อ่านไม่ได้ บันทึกเป็น PDF, DOCX, HTML หรือข้อความ แล้วลองใหม่",
    r"it is not a plain file": "ไม่ใช่ไฟล์ธรรมดา",
    r"it is larger than (.+)": "ไฟล์ใหญ่กว่า {0} แบ่งเป็นหลายไฟล์",
    r"there is no text in it": "ไม่มีข้อความในไฟล์ เลือกไฟล์ที่มีข้อความ",
    r"there is no text in it; perhaps it is a scan": "ไม่มีข้อความในไฟล์ อาจเป็นภาพสแกน ต้องทำ OCR ก่อน",
    r"its text is too long": "ข้อความยาวเกินไป แบ่งเป็นส่วน",
    r"its text is longer than (.+) characters": "ข้อความยาวกว่า {0} ตัวอักษร แบ่งเป็นส่วน",
    r"it is no (PDF|JSON object)": "ไม่ใช่ {0} เปิดแล้วบันทึกใหม่ให้ตรงชนิด",
    r"it is no Word file": "ไม่ใช่ไฟล์ Word เปิดแล้วบันทึกใหม่เป็น DOCX",
    r"it is no JSON: .+": "ไม่ใช่ JSON ที่ถูกต้อง",
    r"it is (?:damaged, or no .+|binary data, not text|.+, not text)": "ไฟล์เสียหายหรือไม่ใช่ชนิดที่บอกไว้ เปิดแล้วบันทึกใหม่",
    r"its (?:part .+|XML) is (?:missing|damaged.*)": "ไฟล์เสียหาย เปิดแล้วบันทึกใหม่",
    r"it is locked with a password": "ไฟล์ใส่รหัสผ่านไว้ บันทึกสำเนาที่ไม่มีรหัสผ่าน",
    r"it has (.+) pages; the limit is (.+)": "มี {0} หน้า อ่านได้ไม่เกิน {1} หน้า แบ่งเป็นหลายไฟล์",
    r"it has more than (.+) (?:rows|parts)": "มีเกิน {0} รายการ แบ่งเป็นหลายไฟล์",
    r"it unpacks to .+": "ขยายแล้วใหญ่เกินไป แบ่งเป็นหลายไฟล์",
    r"its encoding cannot be told: .+": "ไม่รู้รหัสอักขระ บันทึกเป็น UTF-8 แล้วลองใหม่",
    r"reading it takes longer than (\d+) seconds": "อ่านนานเกิน {0} วินาที บันทึกเฉพาะข้อความแล้วลองใหม่",
    r"it breaks the reader, or takes too much memory": "ไฟล์นี้ทำให้ตัวอ่านหยุดทำงานหรือใช้หน่วยความจำมากเกินไป บันทึกเฉพาะข้อความแล้วลองใหม่",
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
    r"(.+) unpacks to (.+), too much for a workbook of claims": "{0} ขยายแล้วใหญ่ {1} เกินไป บันทึกแผ่นงานเป็น CSV UTF-8 แทน",
    r"(.+) cannot be unpacked in (.+): .+": "ขยาย {0} ใน {1} ไม่ได้ ตรวจที่ว่างในดิสก์ หรือบันทึกเป็น CSV UTF-8",
    r"the first line has more than (.+) characters and is no heading": "บรรทัดแรกยาวกว่า {0} ตัวอักษร ไม่ใช่หัวตาราง บรรทัดแรกต้องบอกชื่อคอลัมน์ เช่น claim",
    r"line (.+) has more than (.+) characters": "บรรทัดที่ {0} ยาวกว่า {1} ตัวอักษร เขียนข้ออ้างบรรทัดละหนึ่งข้อ",
    r"(.+) is an article, not a file of claims": "{0} เป็นบทความ ไม่ใช่ไฟล์ข้ออ้าง ใช้แท็บตรวจบทความ",
    r"there is no file (.+)": "ไม่มีไฟล์ {0}",
    r"(.+) is not a file": "{0} ไม่ใช่ไฟล์",
    r"(.+) is locked with a password": "{0} ใส่รหัสผ่านไว้ บันทึกสำเนาที่ไม่มีรหัสผ่าน",
    # review and evaluation
    r"a decision needs the name of the reviewer": "ใส่ชื่อผู้ตรวจทานก่อน",
    r"a decision needs a reason": "ใส่เหตุผลก่อน",
    r"a decision needs a claim": "ใส่ข้ออ้างก่อน",
    r"a decision needs .+": "ใส่ชื่อผู้ตรวจทาน เหตุผล และข้ออ้างให้ครบ",
    r"not a verdict: .+": "เลือกคำตัดสินก่อน",
    r"not a stance: .*": "เลือกว่าหลักฐานสนับสนุนหรือหักล้าง",
    r"no document was chosen": "เลือกเอกสารก่อน",
    r"(.+) cannot be imported: (.+)": "นำเข้า {0} ไม่ได้ ใช้ไฟล์ที่ส่งออกจากหน้านี้: {1}",
    r"entry (\d+) is not complete: (.+)": "รายการที่ {0} ไม่ครบ: {1}",
    r"no verdict was overridden at the review desk yet": "ยังไม่มีคำตัดสินที่ผู้ตรวจทานแก้ แก้ที่แท็บทบทวนก่อน",
    r"(.+) has no shape that is known": "ไม่รู้จักรูปแบบของ {0} ดูรูปแบบที่รองรับใน README",
    r"(.+) is no data set that can be read": "{0} ไม่ใช่ชุดข้อมูลที่อ่านได้ ดูรูปแบบที่รองรับใน README",
    r"(.+) is not a zip file": "{0} ไม่ใช่ไฟล์ zip บีบโฟลเดอร์ BEIR เป็น zip ก่อน",
    # data sets: what is wrong with them, and the notices that stand above the figures
    r"(.+?) has no labelled claim; (.+)": "{0} ไม่มีข้ออ้างที่ใช้ได้ {1}",
    r"(.+?) has no articles; (.+)": "{0} ไม่มีบทความที่ใช้ได้ {1}",
    r"(.+) has no rows": "{0} ไม่มีแถวข้อมูล",
    r"(.+) has no (\S+\.(?:jsonl|tsv))": "ใน {0} ไม่มี {1} โฟลเดอร์ BEIR ต้องมี corpus.jsonl, queries.jsonl และ qrels/*.tsv",
    r"(.+): the corpus has no documents": "{0}: ไม่มีเอกสารในชุดข้อมูล",
    r"(.+): there are no queries": "{0}: ไม่มีคำค้น",
    r"(.+): none of the ([\d,]+) queries has a relevant document": "{0}: ไม่มีคำค้นใดใน {1} ข้อที่มีเอกสารเกี่ยวข้อง",
    r"(.+): the judgements \(qrels\) name (.+)": "{0}: การตัดสินความเกี่ยวข้อง (qrels) อ้างถึง {1} ใช้ corpus, queries และ qrels จากชุดเดียวกัน",
    r"([\d,]+) documents that are not in the corpus(?: \(.+?\))? and ([\d,]+) queries that are not in the query file(?: \(.+\))?": "เอกสาร {0} ฉบับที่ไม่มีในชุดข้อมูล และคำค้น {1} ข้อที่ไม่มีในไฟล์คำค้น",
    r"([\d,]+) documents that are not in the corpus(?: \(.+\))?": "เอกสาร {0} ฉบับที่ไม่มีในชุดข้อมูล",
    r"([\d,]+) queries that are not in the query file(?: \(.+\))?": "คำค้น {0} ข้อที่ไม่มีในไฟล์คำค้น",
    r"(.+): (?:document|query|claim|article) ids: ([\d,]+) occur more than once": "{0}: มีรหัสซ้ำ {1} รหัส แต่ละรหัสต้องใช้ครั้งเดียว",
    r"line ([\d,]+) of (.+) is not JSON": "บรรทัดที่ {0} ของ {1} ไม่ใช่ JSON เขียน JSON บรรทัดละหนึ่งรายการ",
    r"(.+?) is not JSON: .+": "{0} ไม่ใช่ JSON ที่ถูกต้อง ตรวจว่าไฟล์ครบ",
    r"(.+) is not UTF-8": "{0} ไม่ใช่ UTF-8 บันทึกใหม่เป็น UTF-8",
    r"only the first ([\d,]+) of ([\d,]+) claims": "เฉพาะ {0} ข้อแรกจาก {1} ข้อ",
    r"([\d,]+) judgements name documents no longer in the store": "มีการตัดสิน {0} รายการที่อ้างถึงเอกสารซึ่งไม่อยู่ในคลังแล้ว",
    r"([\d,]+) of ([\d,]+) documents have no text and are never found": "เอกสาร {0} จาก {1} ฉบับไม่มีข้อความ จึงค้นไม่พบ",
    r"([\d,]+) of ([\d,]+) queries are empty and count as unanswered": "คำค้น {0} จาก {1} ข้อว่างเปล่า นับว่าตอบไม่ได้",
    r"([\d,]+) of ([\d,]+) queries have no relevant document in the judgements and are left out": "เว้นคำค้น {0} จาก {1} ข้อที่ไม่มีเอกสารเกี่ยวข้อง",
    r"([\d,]+) of ([\d,]+) (\w+) left out: (.+)": "เว้นไว้ {0} จาก {1} {2}: {3}",
    r"([\d,]+) of ([\d,]+) (\w+) read in part: (.+)": "อ่านได้บางส่วน {0} จาก {1} {2}: {3}",
    r"([\d,]+) of ([\d,]+) (\w+) can only count against precision: (.+)": "{2} {0} จาก {1} มีผลเฉพาะทางลบต่อความแม่นยำ: {3}",
    r"(.+?); (.+)": "{0} และ {1}",
    r"rows": "แถว",
    r"queries": "คำค้น",
    r"questions": "คำถาม",
    r"judgements": "การตัดสินความเกี่ยวข้อง",
    r"documents": "เอกสาร",
    r"claims": "ข้ออ้าง",
    r"articles": "บทความ",
    r"row ([\d,]+)": "แถวที่ {0}",
    r"question ([\d,]+)": "คำถามที่ {0}",
    r"claim (\S+)": "ข้ออ้าง {0}",
    r"article (\S+)": "บทความ {0}",
    r"line ([\d,]+) of (.+)": "บรรทัดที่ {0} ของ {1}",
    r"the evidence of (.+)": "หลักฐานของ{0}",
    r"(.+) has no label": "{0} ไม่มีป้ายกำกับ",
    r"(.+) has an unknown label: (.+)": "{0} มีป้ายกำกับที่ไม่รู้จัก: {1}",
    r"(.+) brings no evidence": "{0} ไม่มีหลักฐานมาด้วย",
    r"(.+) has no (?:_id|docid|id)": "{0} ไม่มีรหัส",
    r"(.+) has no (?:text|question|context|body)": "{0} ไม่มีข้อความ",
    r"(.+) has something else than text: (.+)": "{0} มีสิ่งที่ไม่ใช่ข้อความ: {1}",
    r"(.+) has damaged characters": "{0} มีตัวอักษรที่เสียหาย",
    r"(.+) has (\d+) fields?, not an id and a text": "{0} มี {1} ช่อง ควรมีรหัสกับข้อความ",
    r"(.+) is no judgement": "{0} ไม่ใช่การตัดสินความเกี่ยวข้อง",
    r"(.+) has a score that is no whole number from -1000 to 1000: (.+)": "{0} มีคะแนนที่ไม่ใช่จำนวนเต็มระหว่าง -1000 ถึง 1000: {1}",
    r"(.+) and (.+) are judged with different scores: (.+) and (.+)": "{0} กับ {1} ได้คะแนนต่างกัน: {2} กับ {3}",
    r"(.+) is marked as without an answer": "{0} ระบุว่าไม่มีคำตอบ",
    r"(.+) has no list of units": "{0} ไม่มีรายการหน่วย",
    r"(.+) has no check-worthy unit": "{0} ไม่มีหน่วยที่ควรตรวจ",
    r"(.+) has a unit without whole numbers for start and end": "{0} มีหน่วยที่ไม่บอก start และ end เป็นจำนวนเต็ม",
    r"(.+) has a unit at (\S+), outside its (\d+) characters": "{0} มีหน่วยที่ {1} เกิน {2} ตัวอักษรของเนื้อหา",
    r"(.+) has a unit whose check_worthy is not 0, 1 or 2: (.+)": "{0} มีหน่วยที่ check_worthy ไม่ใช่ 0, 1 หรือ 2: {1}",
    r"(.+) is not JSON": "{0} ไม่ใช่ JSON",
    r"(.+) is nested too deeply": "{0} ซ้อนกันลึกเกินไป",
    r"(.+) has no named fields": "{0} ไม่มีชื่อช่องข้อมูล",
    r"(.+) is cut off by the end of the file": "{0} ขาดหายเพราะไฟล์จบก่อน",
    r"(.+) has no claim": "{0} ไม่มีข้ออ้าง",
    r"(.+) has something else than text for a claim: (.+)": "{0} มีข้ออ้างที่ไม่ใช่ข้อความ: {1}",
    r"(.+) has an empty claim": "{0} มีข้ออ้างว่างเปล่า",
    r"(.+) has a claim with damaged characters, not UTF-8": "{0} มีข้ออ้างที่ตัวอักษรเสียหาย ไม่ใช่ UTF-8",
    r"(.+) has too long a claim: (.+)": "{0} มีข้ออ้างยาวเกินไป: {1}",
    r"(.+) is too long: (.+)": "{0} ยาวเกินไป: {1}",
    r"(.+) has an id that is neither text nor a number": "{0} มีรหัสที่ไม่ใช่ข้อความหรือตัวเลข",
    r"(.+) has an id with damaged characters": "{0} มีรหัสที่ตัวอักษรเสียหาย",
    r"(.+) has too long an id: (.+)": "{0} มีรหัสยาวเกินไป: {1}",
    r"(.+) has too (?:few|many) cells: (.+)": "{0} มีจำนวนช่องไม่ตรงกับหัวตาราง: {1}",
    # the store
    r"there are no documents to (?:check against|search in)": "คลังเอกสารว่างเปล่า เพิ่มเอกสารก่อน",
    r"the vector store .+": "เปิดฐานข้อมูลของคลังไม่ได้ ลองใหม่ ถ้ายังไม่ได้ ใช้คำสั่ง jingmai doctor",
    r"no Chroma server answers at (.+)": "ไม่มีเซิร์ฟเวอร์ Chroma ตอบที่ {0} เริ่มด้วยคำสั่ง chroma run --path DIR --port 8000",
    r"cannot write to the store .+": "เขียนคลังเอกสารไม่ได้ ตรวจสิทธิ์และที่ว่างในดิสก์",
    r"the store in .+ has a damaged manifest": "ข้อมูลกำกับของคลังเสียหาย ทำดัชนีใหม่ในโฟลเดอร์อื่น",
    r"the store in .+ was made by the embedding model (.+), not by (.+)": "คลังนี้สร้างด้วยโมเดล {0} ไม่ใช่ {1} สร้างใหม่ด้วยคำสั่ง jingmai index rebuild",
    r"(\S+) has no (\S+)": "ใน {0} ไม่มี {1}",
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
    bare = _HINT.sub("", told)
    return _thai(told, _hinted()) or _thai(bare, _compiled()) or _thai(told, _compiled()) or told


def told_in(report: Report, language: str) -> Report:
    """`report` with the problems of its verdicts in the reader's language."""
    verdicts = (
        replace(v, problem=problem_in_words(v.problem, language)) if v.problem else v
        for v in report.verdicts
    )
    return replace(report, verdicts=tuple(verdicts))


_Table = tuple[tuple[re.Pattern[str], str], ...]


def _thai(message: str, table: _Table) -> str:
    for pattern, thai in table:
        if found := pattern.fullmatch(message):
            return thai.format(*(_thai(part, _compiled()) or part for part in found.groups()))
    return ""


@cache
def _compiled() -> _Table:
    return _patterns(THAI)


@cache
def _hinted() -> _Table:
    return _patterns(of_setup.HINTED)


def _patterns(table: dict[str, str]) -> _Table:
    return tuple((re.compile(key, re.DOTALL), thai) for key, thai in table.items())
