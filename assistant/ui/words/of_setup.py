"""Messages in Thai about what is set up: settings, models, the store, the page, reviews, runs.

As in `of_errors`, which takes this table in: a regular expression over the English message, and
the Thai with its groups. The Thai says what to do about it, too.
"""

# ruff: noqa: E501 (a table reads best a row a line)

from __future__ import annotations

HINTED: dict[str, str] = {
    r"the store in .+ was made by the embedding model (.+), not by (.+) \(run: (.+)\)": "คลังนี้สร้างด้วยโมเดล {0} ไม่ใช่ {1} สร้างใหม่ด้วยคำสั่ง {2}",
    r"the store in .+ has format (.+), this version reads (.+) \(run: (.+)\)": "คลังนี้เป็นรูปแบบ {0} รุ่นนี้อ่านรูปแบบ {1} สร้างใหม่ด้วยคำสั่ง {2}",
    r"no key for (.+) \(set (\S+), or llm_key in the settings file\)": "ไม่มีกุญแจสำหรับ {0} ตั้ง {1} หรือ llm_key ในไฟล์ตั้งค่า",
    r"the package for (.+) is not installed \(.+\) \(run: (.+)\)": "ยังไม่ได้ติดตั้งแพ็กเกจสำหรับ {0} ติดตั้งด้วยคำสั่ง {1}",
    r"cannot use (.+?): files of type (.+) are not read \(these are: (.+)\)": "ใช้ {0} ไม่ได้: ไฟล์ชนิด {1} อ่านไม่ได้ ชนิดที่อ่านได้คือ {2}",
    r"files of type (.+) are not read \(these are: (.+)\)": "ไฟล์ชนิด {0} อ่านไม่ได้ ชนิดที่อ่านได้คือ {1}",
    r"port (.+) is not one of the web's: .+ \(pages are fetched from the ports (.+)\)": "พอร์ต {0} ไม่ใช่พอร์ตของเว็บ เปิดได้เฉพาะพอร์ต {1}",
    r"the setting (.+) cannot be (.+) \(give (\S+) or more.*\)": "ค่าที่ตั้งให้ {0} เป็น {1} ไม่ได้ ใส่ {2} ขึ้นไป",
    r"the setting (.+) cannot be (.+) \(give (\S+) or less.*\)": "ค่าที่ตั้งให้ {0} เป็น {1} ไม่ได้ ใส่ไม่เกิน {2}",
    r"unknown setting: (.+) \(the settings are: (.+)\)": "ไม่รู้จักค่าที่ตั้งชื่อ {0} ที่ตั้งได้คือ {1}",
    r"(.+) holds (.+) characters, too many for one article \(the limit is (.+); .+\)": "{0} ยาว {1} ตัวอักษร เกินไปสำหรับบทความเดียว อ่านได้ไม่เกิน {2} แบ่งเป็นส่วน",
}  # fmt: skip
"""Messages whose hint tells something of its own: over the message with its hint in brackets."""

THAI: dict[str, str] = {
    # settings
    r"the setting (\S+) cannot be (.+)": "ค่าที่ตั้งให้ {0} เป็น {1} ไม่ได้ แก้ในไฟล์ตั้งค่า",
    r"the setting (\S+) \((.+)\) cannot be (.+)": "ค่าที่ตั้งให้ {0} ({1}) เป็น {2} ไม่ได้ แก้ในไฟล์ตั้งค่า",
    r"the setting (\S+) is out of all bounds": "ค่าที่ตั้งให้ {0} เกินขอบเขต ใส่ตัวเลขที่น้อยกว่านี้",
    r"the setting (\S+) has the wrong type: (.+)": "ค่าที่ตั้งให้ {0} ผิดชนิด: {1}",
    r"the setting (\S+) holds a user name or a password": "ที่อยู่ใน {0} มีชื่อผู้ใช้หรือรหัสผ่าน เอาออก แล้วใส่กุญแจที่ llm_key",
    r"the setting (\S+) is no web address(?:: .+)?": "{0} ไม่ใช่ที่อยู่เว็บ เขียนเป็น http://127.0.0.1:8000/v1",
    r"unknown setting: (.+)": "ไม่รู้จักค่าที่ตั้งชื่อ {0} ตรวจตัวสะกดในไฟล์ตั้งค่า",
    r"one of (\S+) and (\S+) is missing": "ต้องตั้งทั้ง {0} และ {1} เป็น USD ต่อล้านโทเคน (0 ถ้าไม่มีค่าใช้จ่าย)",
    r"llm names no model: (.+)": "llm ไม่ใช่ชื่อโมเดล: {0} เขียนเป็น provider:model",
    r"llm_models holds something that is no table": "llm_models ต้องเป็นตาราง ตารางละหนึ่งผู้ให้บริการ เช่น [llm_models.openai]",
    r"cannot read the settings file (.+): (.+)": "อ่านไฟล์ตั้งค่า {0} ไม่ได้: {1} ตรวจที่อยู่ไฟล์หลัง --config",
    r"the settings file (.+) is not TOML: .+": "ไฟล์ตั้งค่า {0} ไม่ใช่ TOML เขียนบรรทัดละหนึ่งค่า เช่น top_k = 10",
    # models
    r"(.+) is one for (.+)": "{0} มีค่าเดียวสำหรับ {1} ตั้งแยกของแต่ละโมเดลใน [llm_models]",
    r"llm_price_in and llm_price_out are one price for (.+) models": "llm_price_in และ llm_price_out เป็นราคาเดียวสำหรับ {0} โมเดล ตั้งแยกของแต่ละโมเดลใน [llm_models]",
    r"the prompt (.+) cannot be used: .+": "พรอมต์ {0} ใช้ไม่ได้ ดูตัวอย่างใน prompts/",
    r"(.+) is no NLI model: its classes are .+": "{0} ไม่ใช่โมเดล NLI ต้องมีคลาส contradiction, neutral และ entailment",
    r"not the address of a Chroma server: (.+)": "{0} ไม่ใช่ที่อยู่ของเซิร์ฟเวอร์ Chroma เขียนเป็น 127.0.0.1:8000",
    r"there is no cross-encoder called (.+)": "ไม่มี cross-encoder ชื่อ {0} ใช้ path:FOLDER หรือ hub:NAME",
    r"no cross-encoder in (.+)": "ไม่มี cross-encoder ใน {0} โฟลเดอร์หลัง path: ต้องมี config.json",
    r"the cross-encoder (.+) cannot be loaded": "เปิด cross-encoder {0} ไม่ได้ ตรวจชื่อและเครือข่าย",
    r"(.+) is no reranker: it has (.+) classes": "{0} ไม่ใช่ตัวจัดอันดับ มี {1} คลาส ต้องให้คะแนนเดียวต่อคู่",
    r"there is no embedding model called (.+)": "ไม่มีโมเดลเวกเตอร์ชื่อ {0} ใช้ default, accurate, fast, path:FOLDER หรือ hub:NAME",
    r"cannot load the model (\S+): .+": "เปิดโมเดล {0} ไม่ได้ ตรวจชื่อ โฟลเดอร์ และเครือข่าย",
    r"no sentence-transformers model in (.+)": "ไม่มีโมเดล sentence-transformers ใน {0} โฟลเดอร์หลัง path: ต้องมี modules.json หรือ config.json",
    r"(.+) is no name of a model on the hub": "{0} ไม่ใช่ชื่อโมเดลบน hub เขียนเช่น hub:BAAI/bge-m3",
    # the store
    r"the store in .+ has format (.+), this version reads (.+)": "คลังนี้เป็นรูปแบบ {0} รุ่นนี้อ่านรูปแบบ {1} สร้างใหม่ด้วยคำสั่ง jingmai index rebuild",
    r"cannot read the store in .+": "อ่านคลังเอกสารไม่ได้ ตรวจสิทธิ์ของโฟลเดอร์ หรือเลือกโฟลเดอร์อื่นด้วย --store",
    r"the search cache cannot be read: .+": "อ่านดัชนีค้นหาไม่ได้ ตรวจดิสก์ แล้วสร้างใหม่ด้วยคำสั่ง jingmai index rebuild",
    r"there is no store on the Chroma server (.+)": "ไม่มีคลังบนเซิร์ฟเวอร์ Chroma {0} ทำดัชนีที่นั่นก่อน",
    r"another machine is writing to the store on the Chroma server": "เครื่องอื่นกำลังเขียนคลังบนเซิร์ฟเวอร์ Chroma ลองใหม่อีกสักครู่",
    r"no document is published by (.+)": "ไม่มีเอกสารที่เผยแพร่โดย {0} ดูชื่อผู้เผยแพร่ในแท็บคลังเอกสาร",
    r"no document is left to check against": "ไม่เหลือเอกสารให้เทียบ ลดเงื่อนไขลง",
    r"articles are no evidence": "บทความใช้เป็นหลักฐานไม่ได้ เลือกประเภทเอกสารอื่น",
    r"the program failed(?: to start)? \((.+)\)": "ระบบทำงานผิดพลาด ({0}) บันทึกรายละเอียดไว้ที่หน้าต่างคำสั่งแล้ว",
    # rows of a bulk run that were not judged
    r"the process that judged this row died": "โปรเซสที่ตรวจแถวนี้หยุดทำงาน ลองตรวจแถวนี้ใหม่",
    r"the worker process died (\d+) times while judging these rows": "โปรเซสที่ตรวจแถวเหล่านี้หยุดทำงาน {0} ครั้ง",
    r"internal error: .+": "ระบบทำงานผิดพลาดกับแถวนี้",
    r"([\d,]+) dates in the column (.+) cannot be read \((.+)\); those claims are judged undated": "อ่านวันที่ในคอลัมน์ {1} ไม่ได้ {0} แห่ง ({2}) ข้ออ้างเหล่านั้นตรวจโดยไม่ระบุวันที่",
    # review
    r"the audit log (.+) was changed: (.+)": "บันทึกการตรวจทาน {0} ถูกแก้ไข: {1} นำไฟล์จากที่ส่งออกหรือสำรองไว้กลับมา",
    r"entry (\d+) does not follow the one before it": "รายการที่ {0} ไม่ต่อจากรายการก่อนหน้า",
    r"entry (\d+) is not as it was written": "รายการที่ {0} ไม่ตรงกับที่เขียนไว้",
    r"a line is not a log entry \((.+)\)": "มีบรรทัดที่ไม่ใช่รายการบันทึก ({0})",
    r"no such file: (.+)": "ไม่มีไฟล์ {0} เลือกบันทึกที่ส่งออกไว้",
    r"the audit log cannot be written: .+": "เขียนบันทึกการตรวจทานไม่ได้ ตรวจสิทธิ์และที่ว่างในดิสก์",
    r"not a label: (.+)": "{0} ไม่ใช่คำตัดสิน เว้นว่างไว้",
    # evaluation
    r"the archive is too large": "ไฟล์ zip ใหญ่เกินไป ขยายแล้วต้องไม่เกิน 256 MB",
    r"(.+) cannot be unpacked(?:: .+)?": "ขยาย {0} ไม่ได้ ตรวจว่าไฟล์ครบและไม่ใส่รหัสผ่าน",
    r"the history of evaluations (.+) cannot be used: .+": "ใช้ประวัติการวัดผล {0} ไม่ได้ ตรวจสิทธิ์ของโฟลเดอร์และที่ว่างในดิสก์",
    r"the runs measured different data: (.+) and (.+)": "สองครั้งนี้วัดคนละข้อมูล: {0} กับ {1} เลือกครั้งที่วัดชุดเดียวกัน",
    r"(.+) changed between the runs": "{0} เปลี่ยนไประหว่างสองครั้ง เลือกครั้งที่วัดชุดเดียวกัน",
    r"a (.+) run and a (.+) run cannot be compared": "การวัด {0} กับ {1} เทียบกันไม่ได้",
    r"(.+) are in one of the runs only \(.+\)": "{0} มีในการวัดเพียงครั้งเดียว เลือกครั้งที่วัดชุดเดียวกัน",
    r"(.+) has no split (.+)": "{0} ไม่มีส่วนชื่อ {1}",
    r"(.+) has no corpus": "{0} ไม่มีเอกสาร (docs*.jsonl)",
    r"(.+): cannot choose (.+) \(found: (.+)\)": "{0}: เลือก {1} ไม่ได้ (พบ {2})",
    r"(.+) is not SQuAD-shaped: .+": "{0} ไม่ใช่รูปแบบ SQuAD ต้องมี data[].paragraphs[].context และ .qas[].id, .question",
    r"(.+) holds no documents": "{0} ไม่มีเอกสาร ดูรูปแบบที่รองรับใน README",
    r"(.+): none of the (.+) articles has a check-worthy unit": "{0}: ไม่มีบทความใดใน {1} ชิ้นที่มีหน่วยที่ควรตรวจ",
    r"(.+): (.+) occur more than once \((.+)\)": "{0}: มีรหัสซ้ำ ({2}) แต่ละรหัสต้องใช้ครั้งเดียว",
    r"(.+): no document has any text": "{0}: ไม่มีเอกสารที่มีข้อความ",
    r"the reviews of which store\?": "ไม่รู้ว่าเป็นการตรวจทานของคลังไหน เลือกด้วย --store",
    r"there is no run (.+)": "ไม่มีการวัดครั้งที่ {0}",
    r"(.+) holds no evaluation: .+": "{0} ไม่มีผลการวัด",
    r"there is no standard input here": "ไม่มีข้อมูลเข้า เลือกไฟล์แทน",
    r"standard input (?:holds more than|cannot be kept in) .+": "ข้อมูลเข้าใหญ่เกินไปหรือเก็บไม่ได้ บันทึกเป็นไฟล์แล้วใช้ไฟล์นั้น",
    r"--limit must be 1 or more": "จำนวนข้อต้องเป็น 1 ขึ้นไป",
    r"(.+) holds more than (.+) GB": "{0} ใหญ่กว่า {1} GB แบ่งเป็นส่วน",
    r"entry (.+) of (.+) is no JSON object": "รายการที่ {0} ของ {1} ไม่ใช่ JSON object",
    r"(.+) is nested too deeply to read": "{0} ซ้อนกันลึกเกินจะอ่าน ตรวจว่าเป็นไฟล์ที่ถูกต้อง",
    r"(.+) is not UTF-8 \(byte (.+)\)": "{0} ไม่ใช่ UTF-8 (ไบต์ที่ {1}) บันทึกใหม่เป็น UTF-8",
    r"cannot read (.+?): (.+)": "อ่าน {0} ไม่ได้: {1}",
    r"No such file or directory": "ไม่มีไฟล์นี้",
    r"Permission denied": "ไม่มีสิทธิ์",
    r"Is a directory": "เป็นโฟลเดอร์",
    r"No space left on device": "ดิสก์เต็ม",
}  # fmt: skip
