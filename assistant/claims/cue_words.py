# ruff: noqa: E501
"""Words that speak for or against checking a statement: one table, both languages, no logic.

`CUES` maps a cue's name to its Thai and its English pattern. Names are what the trained weights
(`weights/worthiness.json`) and the reasons shown to people refer to.
"""

from __future__ import annotations

MONTH_TH = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)"
)
MONTH_EN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
NUMBER = r"[0-9๐-๙](?:[0-9๐-๙,.]*[0-9๐-๙])?"

# Numbers that are no figure to check: dates, clock times, phones, rooms, sections, list numbers.
NOT_FIGURES = (
    rf"{NUMBER}\s*(?:[-–]\s*{NUMBER}\s*)?{MONTH_TH}(?:\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*{NUMBER})?"
    rf"|{MONTH_EN}\s+{NUMBER}(?:\s*[-–]\s*{NUMBER})?(?:,?\s+{NUMBER})?|{NUMBER}\s+{MONTH_EN}(?:,?\s+{NUMBER})?"
    rf"|(?:ปี|พ\.ศ\.?|ค\.ศ\.?|B\.E\.)\s*(?:งบประมาณ|การศึกษา)?\s*(?:พ\.ศ\.)?\s*{NUMBER}|\b(?:19|20|25)[0-9]{{2}}\b"
    r"|[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s*(?:[-–]\s*[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s*)?(?:น\.|hrs)|[0-9]{3,4}\s?hrs"
    r"|(?:โทร(?:ศัพท์)?\.?|Tel\.?|สายด่วน|หมายเลข|hotline)\s*[0-9 -]+(?:ต่อ\s*[0-9 ,/-]+(?:(?:และ|หรือ)\s*[0-9]+)*)?"
    r"|(?:ตลอด\s*)?24\s*(?:ชั่วโมง|ชม\.)|24[- ]hours?\b|24/7|https?:\S+|www\.\S+|\b0[0-9]-?[0-9]{3,4}-?[0-9]{3,4}"
    r"|^\s*[0-9๐-๙]{1,2}[.)]|โคโรนา\s*2019|(?:โควิด|COVID|[Cc]ovid)\s?-?\s?19|PM\s?2\.5"
    rf"|(?:ชั้น|ห้อง(?:ประชุม)?|อาคาร|มาตรา|ฉบับที่|ครั้งที่|ข้อ|เลขที่|Section|Room|No\.|phase|เฟส|ระยะที่)\s*{NUMBER}(?:/{NUMBER})?"
)

# Cues where capitals matter.
CASED = frozenset(
    {
        "date",
        "law",
        "boilerplate",
        "wish",
        "hope",
        "forecast",
        "first person",
        "caption",
        "byline",
        "heading",
    }
)

CUES: dict[str, tuple[str, str]] = {
    "money": (
        rf"{NUMBER}\s*(?:ร้อย|พัน|หมื่น|แสน|ล้าน)*\s*(?:ล้าน)?(?:บาท|บ\.|ดอลลาร์|เหรียญ(?!ทอง|เงิน|รางวัล)|ยูโร|เยน|หยวน|ปอนด์|วอน|ลบ\.)|[$฿€£¥]\s?[0-9]",
        rf"[$฿€£¥]\s?[0-9]|{NUMBER}\s*(?:thousand|million|billion|trillion|bn|m)?\s*(?:baht|dollars?|euros?|yen|yuan|pounds?|USD|THB)\b",
    ),
    "percent": (r"%|ร้อยละ|เปอร์เซ็นต์", r"%|\bper ?cent\b|\bpercentage points?\b"),
    "scale": (
        r"[0-9๐-๙]\s*(?:พัน|หมื่น|แสน|ล้าน)|(?:นับ|หลาย|เกือบ|กว่า)(?:พัน|หมื่น|แสน|ล้าน)",
        r"[0-9]\s*(?:thousand|million|billion|trillion|bn)\b|\b(?:hundreds|thousands|millions|billions) of\b",
    ),
    "count": (
        rf"{NUMBER}\s*(?:คน|ราย|ตัน|ไร่|แห่ง|โครงการ|ครัวเรือน|ตัว|คัน|โดส|เมตร|กิโลเมตร|ตร\.ม|องศา|จุด|ทีม|ร้าน|รายการ|ครั้ง|สาย|แปลง|บริษัท|GW|MW|กิกะวัตต์|เมกะวัตต์|หลัง|คดี|เที่ยว|ประเทศ|จังหวัด|อำเภอ|อันดับ|หน่วย|เครื่อง|ชิ้น|ชนิด|เตียง)",
        rf"\b{NUMBER}\s+(?!(?:hrs|{MONTH_EN})\b)[a-z]{{3,}}|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|half|twice|double|triple)\b",
    ),
    "date": (
        rf"{NUMBER}\s*{MONTH_TH}|วันที่\s*{NUMBER}|เมื่อ(?:วาน|เช้า|คืน)",
        rf"{MONTH_EN}\s+[0-9]{{1,2}}\b|\b[0-9]{{1,2}}\s+{MONTH_EN}|\b[Yy]esterday\b",
    ),
    "year": (
        r"(?:ปี|พ\.ศ\.?|ค\.ศ\.?)\s*[0-9๐-๙]{2,4}|\b(?:25|20)[0-9]{2}\b",
        r"\b(?:19|20)[0-9]{2}\b",
    ),
    "period": (
        r"ไตรมาส|ครึ่งปี|ปีงบประมาณ|ช่วงเดียวกัน|ปีก่อน|ปีที่แล้ว|เดือนก่อน|ในรอบ|ต่อปี|ต่อเดือน|ต่อวัน|สัปดาห์|ภายในปี|ตั้งแต่",
        r"\bquarter\b|\bfiscal\b|\byear-on-year\b|\bYoY\b|\b(?:last|previous|same) (?:year|month|week|period)\b|\bper (?:year|month|day)\b|\bsince\b|\bby (?:the end of )?20[0-9]{2}\b",
    ),
    "comparison": (
        r"มากกว่า|น้อยกว่า|สูงกว่า|ต่ำกว่า|ดีกว่า|อ่อนแอกว่า|เมื่อเทียบ|เทียบกับ|เท่ากับ|เป็นสองเท่า|เท่าตัว|แซง|เหนือกว่า|ไม่เกิน|อย่างน้อย|ไม่ต่ำกว่า|เกือบ|ทะลุ|เกินเป้า",
        r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|better|faster|weaker|stronger) than\b|\bcompared (?:with|to)\b|\b(?:exceed|outpac|surpass|doubl|tripl|outnumber)\w*|\bup to\b|\bat least\b|\bas much as\b",
    ),
    "superlative": (
        r"(?<!ใน)(?<!ท้าย)(?<!ถึง)ที่สุด|(?<!อัยการ)สูงสุด|ต่ำสุด|มากสุด|อันดับ|แห่งแรก|ครั้งแรก|รายแรก|(?<!สำนักงาน)สถิติ|ผู้นำ(?!เข้า|ไป|มา)|แชมป์|เบอร์\s*[0-9]|เป็นประวัติการณ์|รายใหญ่",
        r"\b(?:most|least|best|worst|largest|biggest|highest|lowest|first|top|record|leading|fastest|only|second|third)\b|\branks?\b|\branked\b|\bworld(?:’s|'s)\b",
    ),
    "change": (
        r"เพิ่มขึ้น|ลดลง|เติบโต|ขยายตัว|หดตัว|ปรับขึ้น|ปรับลด|พุ่ง|ร่วง|ฟื้นตัว|ชะลอ|ยอด(?:ขาย|ใช้|จอง|ส่งออก)",
        r"\b(?:increas|decreas|r(?:o|i)se|risen|rising|f(?:e|a)ll|drop|grew|grow|declin|gain|surg|plung|jump|slump|shr[aiu]nk|climb)\w*",
    ),
    "cause": (
        r"ทำให้|ส่งผล(?!ไม้|งาน|ิต)|เนื่องจาก|เป็นเหตุ|สาเหตุ|เป็นผล(?!ิต|งาน|สำเร็จ)|(?<!เสียง)สะท้อน|เกิดจาก|เพราะ|นับตั้งแต่",
        r"\bbecause\b|\bdue to\b|\bcaus\w+|\bled to\b|\bresult(?:s|ed)? (?:in|of|from)\b|\bthanks to\b|\bas a result\b|\bthereby\b|\bowing to\b|\bdriven by\b",
    ),
    "decision": (
        r"เห็นชอบ|อนุมัติ|มีมติ|ไฟเขียว|ประกาศ(?!นียบัตร)|บังคับใช้|สั่งห้าม|ยกเลิก|แต่งตั้ง|ลงนาม|ออกคำสั่ง|ตัดสิน|วินิจฉัย|ปรับขึ้น",
        r"\bapprov\w+|\bbann?(?:s|ed|ing)?\b|\bissued\b|\bresol(?:ved|ution)\b|\bannounc\w+|\bruled\b|\bruling\b|\bappointed\b|\bsigned\b|\badopted\b|\benacted\b|\bsuspend\w*|\binaugurated\b|\bgranted\b",
    ),
    "law": (
        r"พ\.ร\.บ|พระราชบัญญัติ|กฎกระทรวง|มาตรา\s*[0-9]|(?<!ให้)(?<!ยก)โทษ|ปรับไม่เกิน|จำคุก|กฎหมาย|ใบอนุญาต|ห้าม|ภาษี",
        r"\bAct\b|\bSection [0-9]|\bpenalt\w+|\bfined?\b|\bimprison\w+|\bregulations?\b|\blaws?\b|\blegal\w*|\btax(?:es)?\b|\bviolat\w+",
    ),
    "denial": (
        r"ไม่ได้|ไม่เคย|ไม่มี|ไม่ใช่|ปฏิเสธ|ไม่เป็นความจริง|ไม่จริง|ข่าวปลอม|ไม่ส่งผล|ไม่เกี่ยว|ไม่พบ|ยังไม่",
        r"\bnot\b|\bnever\b|\bden(?:y|ies|ied)\b|\bno (?:plan|evidence|link)s?\b|\bfalse\b|\bgroundless\b|\bunrelated\b|\bwithout any\b|n't\b",
    ),
    "forecast": (
        r"(?<!รา)คาด(?:ว่า|การณ์|หมาย|จะ)?(?!ัง|ี|ิ)|ประมาณการ|พยากรณ์|แนวโน้ม|น่าจะ",
        r"\b(?:expect|forecast|predict|project|estimat|anticipat)(?:s|ed|ing)?\b|\boutlook\b|\blikely\b|\bis set to\b",
    ),
    "target": (
        r"ตั้งเป้า|เป้าหมาย|มีแผน|(?<!วาง)แผนการ|(?<!พระราช)กำหนด(?:การ|จัด|ให้|ไว้|เปิด|จ่าย)|เตรียม",
        r"\btarget\w*|\bplans? to\b|\bplanned\b|\bgoals?\b|\bscheduled\b|\bprepar\w+|\bintends?\b|\bto be (?:held|adopted|completed)\b",
    ),
    "attribution": (
        r"กล่าว(?:ว่า|ด้วยว่า|ต่อ|เพิ่ม)|เปิดเผย|เผย(?!แพร่)|(?<!ส)ระบุ|แถลง|ชี้แจง|ยืนยัน|(?<!แอบ)อ้าง(?!อิง)|รายงาน(?!ตัว)|ตามที่|จากการศึกษา|ผลสำรวจ|อธิบายว่า|แจ้งว่า",
        r"\bsaid\b|\bsays\b|\bdisclosed\b|\baccording to\b|\breport(?:s|ed)?\b|\bclaim(?:s|ed)\b|\brevealed\b|\bconfirmed\b|\baffirm\w+|\bclarified\b|\bstated\b|\bstud(?:y|ies)\b|\bsurvey\b|\btold\b",
    ),
    "result": (
        r"มีจำนวน|มีมูลค่า|รวมทั้งสิ้น|ทั้งสิ้น|แล้วเสร็จ|(?<!ความ)สำเร็จ(?!รูป)|สิ้นสุด|เสียชีวิต|บาดเจ็บ|ผลการดำเนินงาน|(?<!เป็น)อยู่ที่(?!ดี)|คิดเป็น|แบ่งเป็น|ได้รับรางวัล|วงเงิน|(?<!ปี)(?<!สำนัก)งบประมาณ",
        r"\btotal\w*|\baccount(?:s|ed|ing) for\b|\bcomplet\w+|\bamount\w*|\bworth\b|\bvalued?\b|\bkilled\b|\binjured\b|\bdied\b|\bbudget\b|\bconsist\w*|\bcompris\w+|\bearned\b|\bwon\b",
    ),
    "event": (
        r"เป็นประธาน|เข้าร่วม|ร่วม(?:งาน|ประชุม|พิธี|กับ)|ลงพื้นที่|(?<!ยอด)เยี่ยม|(?<!การ)เดินทาง|พบปะ|หารือ|จัดงาน|จัดกิจกรรม|จัดขึ้น|เปิดงาน|ต้อนรับ|มอบ(?!หมาย|รม|นโยบาย)|พิธี|(?<!ที่)(?<!ห้อง)(?<!หอ)ประชุม|บันทึก(?:เทป|วีดิ)",
        r"\bvisit\w*|\battend\w*|\bmeeting\b|\bmet\b|\bmeets\b|\bcourtesy call\b|\bpreside\w*|\bceremony\b|\bchair\w*|\bhost\w*|\blaunch\w*|\bheld\b|\bopening\b|\bco-preside\b|\bjoin\w*",
    ),
    "description": (
        r"ประกอบด้วย|ได้แก่|ครอบคลุม|เป็นโครงการ|มีวัตถุประสงค์|เพื่อให้|เปิดตัว|จัดตั้ง|พัฒนาระบบ|ให้บริการ|เป็นความร่วมมือ",
        r"\binclud\w+|\bcover(?:s|ing)\b|\baims? (?:to|at)\b|\bdesigned to\b|\bestablish\w*|\bimplement\w*|\bintroduc\w+|\bprovid\w+|\bconsists? of\b|\bworking for\b|\boffer\w*",
    ),
    "order": (
        r"สั่งการ|กำชับ|มอบหมาย|มอบนโยบาย|เน้นย้ำ",
        r"\binstruct\w*|\bordered\b|\bmade an order\b|\bassigned\b|\btasked\b",
    ),
    "opinion": (
        r"สำคัญ|มุ่งมั่น|ภูมิใจ(?!ไทย)|ภาคภูมิ|เชื่อมั่น|ตระหนัก|ห่วงใย|อย่างยิ่ง|คุ้มค่า|โดดเด่น|น่าจะดี|ชื่นชม|ยินดี|พอใจ|ประทับใจ|ให้ความสำคัญ|เลวร้าย|ร้ายแรง|กังวล|งุนงง|ไร้เหตุผล|ทุ่มเท|จริงใจ|ควรค่า|เป็นประโยชน์|น่า(?:ทึ่ง|สนใจ|เสียดาย|เชื่อ)",
        r"\bimportan\w+|\bpleased\b|\bproud\b|\bconfiden\w+|\bcommend\w*|\bprais\w+|\bimpress\w*|\bappreciat\w+|\bemphasi[sz]\w*|\bcommitted\b|\bsincere\w*|\bopportunit\w+|\bpotential\w*|\bproof\b|\bbelieves?\b|\bready to\b|\bconcern(?:s|ed)?\b|\bwonderful\b|\bunfortunately\b|\bwelcom\w+|\bI think\b|\bworr\w+|\bcompetitive\b|\bgood\b|\bhappy\b|\bpriority\b|\bpleasure\b|\bvaluable\b|\bprofound\b|\bdedicated\b|\bdefinitely\b|\bsatisf\w+|\bhono(?:u)?r(?:ed)? to\b|\bit is time\b",
    ),
    "puffery": (
        r"อย่างยั่งยืน|อย่างเป็นระบบ|บูรณาการ|ยกระดับ|ผลักดัน|ขับเคลื่อน|เดินหน้า|เข้มแข็ง|คุณภาพชีวิต|ทุกภาคส่วน|ศักยภาพ|อย่างต่อเนื่อง|เชิงรุก|ต่อยอด|แรงบันดาลใจ",
        r"\bsustainabl\w+|\bstriv\w+|\bstrength\w*|\bcapacity\b|\bpromot\w+|\benhanc\w+|\beffort\w*|\bmobili[sz]\w*|\bprosper\w*|\ball sectors\b|\bpositive image\b|\bcooperation\b|\bleverag\w+",
    ),
    "wish": (
        r"ขอบคุณ|ขอบพระคุณ|ขอแสดงความ|แสดงความเสียใจ|กำลังใจ|อวยพร|ขอให้(?:ทุก|พี่น้อง|ท่าน|โชค)|หวังว่า|หวังเป็น|แสดงความยินดี",
        r"\bthank\w*|\bgratitude\b|\bcongratulat\w+|\bwish\w*|\bhop(?:e|es|ed|ing)\b|\bwell wishes\b|\bblessing\w*|\bapologi[sz]\w+|\bcondolence\w*|\bgrateful\b|\bMay (?:they|you|we)\b",
    ),
    "hope": (
        r"\A(?![^\n]*แต่[^\n]*[0-9๐-๙])[^0-9๐-๙]{0,80}?(?<!คาด)(?<!ความ)(?:หวัง(?:เป็นอย่างยิ่ง)?ว่า|ภาวนา(?:ให้|ว่า)|อธิษฐาน)|\A[^0-9๐-๙]{0,30}?อยาก(?:ให้|เห็น)",
        r"\A(?![^\n]*\b(?:but|while|although)\b[^\n]*[0-9])[^0-9,;:]{0,80}?(?:\b(?:I|[Ww]e)(?:\s(?:do|also|really|sincerely|still|all|can only|would)|[’']d)?\s(?:hope|wish|pray)\b|\bI(?:[’']m| am)\shoping\b"
        r"|\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|pray(?:s|ed)?)\s(?!to\b|for\b)(?=[a-z]+\s)|\A\W*Hopefully\b)",
    ),
    "request": (
        r"ขอ(?:ให้|ความร่วมมือ|เชิญ|แจ้ง|ดูแล)|โปรด|(?<!มหา)กรุณา|(?<!สม)ควร|(?<!ระมัด)ระวัง|อย่า(?!ง)|หมั่น|ให้สังเกต|(?<![ก-ฮะ-์])งด(?![ิีุู่้๊า])|งด(?:เว้น|ใช้|รับประทาน|เดินทาง|จำหน่าย|การ|ออก|กิจกรรม|ดื่ม|จัด|เผา|เข้า)|หลีกเลี่ยง|เชิญ(?:ชวน|รับ|ชม)|ต้องมี|จะต้อง|สามารถ(?:ติดต่อ|สอบถาม|ติดตาม|แจ้ง|สมัคร|ดู)|หาก(?:พบ|ประชาชน|ท่าน|มีข้อ)|แนะนำให้|ดูข้อมูล|ดูรายละเอียด|ผู้(?:ที่)?สนใจ|แจ้งเตือน",
        r"\bplease\b|\bshould\b|\bmust\b|\bcall(?:s|ed)? on\b|\burg\w+|\brequest\w*|\bask(?:s|ed) (?:for|the|all|every)\b|\bmake sure\b|\bavoid\b|\brefrain\b|\b(?:strongly )?(?:advised|suggested|encouraged|reminded|recommended) (?:to|that)\b|\bremember to\b|^(?:Click|Select|Enter|Choose|Check|Try|Don['’]t|Do not|Use|Open|Visit|Download|Sign up|See)\b",
    ),
    "asks the public": (
        r"(?:ขอ(?:ให้|เชิญ|แนะนำ|ความร่วมมือ)?|เชิญชวน(?:ให้)?|แนะนำให้|เตือน(?:ให้)?|ฝาก(?:ให้|ถึง)?|เตือนภัย)\s?(?:พี่น้อง|ประชาชน|เกษตรกร|นักท่องเที่ยว|ผู้|ทุก|ท่าน|นักเรียน|แรงงาน|ชาว)|ควร(?:งด|หลีกเลี่ยง|ระวัง|ตรวจสอบ|รีบ)|ระวังอันตราย",
        r"\b(?:urg|advis|ask|remind|encourag|invit|warn|request|call)\w*(?: on| upon)? (?:the |all |that )*(?:public|people|everyone|those|citizens|residents|motorists|travell?ers|tourists|farmers|employers|private sector|anyone)\b",
    ),
    "promise": (
        r"จะ(?:เร่ง|ดำเนินการ|พยายาม|ผลักดัน|ดูแล|เดินหน้า|ช่วย|ทำให้|เป็นประโยชน์|ร่วม|สามารถ|มุ่ง)|เพื่อให้เกิด|นำไปสู่",
        r"\bwill (?:continue|make|help|strive|do|ensure|work|serve)\b|\bwould (?:make|like|be|help|provide|greatly|bring)\b|\bin a bid to\b|\bin order to\b|\bto ensure\b|\bstrives? to\b",
    ),
    "contact": (
        r"โทร\.?\s*[0-9]|สายด่วน|(?<!แบบ)สอบถาม|(?<!โรค)ติดต่อ(?!กัน|สื่อสาร)|call ?center|https?:|www\.|@|#|คลิก|เพจ|เว็บไซต์|อ่านเพิ่มเติม|ดาวน์โหลด|สมัคร(?:ได้|ออนไลน์|สมาชิก)|แอปพลิเคชัน",
        r"https?:|www\.|@|#|\bhotline\b|\bcontact\b|\bclick\b|\bsubscribe\b|\bdownload\b|\bfollow us\b|\bread more\b|\bsign up\b|\bnewsletter\b|\bcall center\b|\btel\b",
    ),
    "advert": (
        r"โปรโมชั่น|ลดราคา|(?<!เขตการค้า)ฟรี(?!เมียม)|พิเศษ!|ช้อป|!!|ห้ามพลาด|เรซูเม่|แผ่นโกง|โฆษณา|สนับสนุนโดย|Academy",
        r"\bdiscount\w*|\bfor free\b|\bfree (?:trial|download|newsletter|cheat|shipping|gift|course)\b|\b[0-9]+% off\b|\bpromo\w*|\bexclusive\b|\blimited time\b|\bbuy now\b|\badvertis\w+|\bsponsored\b|\bcheat sheet\b|\bdeal\b|!!|\bAcademy\b|\bgiveaway\b|\bdon['’]t miss\b",
    ),
    "boilerplate": (
        r"สงวนลิขสิทธิ์|ที่มา ?:|ภาพ ?:|เรียบเรียง|ต่อจากนี้ไป|ขอเชิญรับฟัง|สื่อสารภารกิจ|สำนักโฆษก|ขอบคุณ(?:ภาพ|ข้อมูล)|แชร์|ข่าวที่เกี่ยวข้อง|อ่านต่อ",
        r"\ball rights reserved\b|\bcopyright\b|©|\bphoto(?:graph)?s? (?:by|:)|\bsource ?:|^By [A-Z]|\beditor\b|\breporting by\b|\bread also\b|\brelated (?:news|articles?|stories)\b|\bcookies?\b|\bshare this\b|\bdisclaimer\b",
    ),
    "question": (
        r"หรือไม่|(?<!สาย)(?<!ผ้า)ไหม(?!้)|อย่างไร(?!ก็)|เพราะอะไร|ทำไม|\?",
        r"\?|^(?:Why|How|What|When|Who|Where)\b|\bquestion\w*",
    ),
    "first person": (r"(?:^|[“\"\s])(?:ผม|ดิฉัน|เรา|พวกเรา|ฉัน)|ของเรา", r"\b(?:I|we|our|us|my)\b"),
    "common": (
        r"สิ่งที่|ทุกคน|(?<!เสีย)(?<!ใช้)(?<!รอด)(?<!ตลอด)ชีวิต|(?<!ทรัพยากร)(?<!ภัย)(?<!ก๊าซ)ธรรมชาติ|ความสุข|ความรัก(?!ษ)|(?<!โรค)(?<!กล้ามเนื้อ)หัวใจ(?!วาย|ล้มเหลว|ขาด)",
        r"\blife\b|\bhappiness\b|\beveryone\b|\blove\b|\bheart\b|\bdream\w*",
    ),
    "uncertain": (r"อาจ|น่าจะ|คงจะ|แนวโน้ม", r"\bmay\b|\bmight\b|\bcould\b|\bperhaps\b|\bpossibly\b"),
    "list opener": (
        r"(?:ดังนี้|ได้แก่|ดังต่อไปนี้|อาทิ|ประกอบด้วย|แบ่งเป็น|เช่น|คือ)\s*:?\s*$|:\s*$",
        r"(?:as follows|the following|including|namely)\s*:?\s*$|:\s*$",
    ),
    "heading": (
        r"^\W*(?:ส่วนที่|หมวด(?:ที่)?|บทที่|ตอนที่|ภาคผนวก|ตารางที่|ภาพที่)\s*[0-9๐-๙]+(?!.*(?:จะ|ได้|กำหนด))",
        r"^\W*(?:Part|Chapter|Annex|Table|Figure|Appendix)\s+[0-9IVX]+\b",
    ),
    "caption": (
        r"\A\W*(?:ภาพ(?:ประกอบ|จาก|โดย|ถ่าย)|แฟ้มภาพ|เครดิตภาพ|ภาพ\s?[/:]|Cr\.)|\((?:แฟ้มภาพ|ภาพประกอบ)\)",
        r"\A\W*(?:File )?(?:Photo|Image|Picture|Credit|Caption)s?\b\s*(?::|/|by|courtesy)|\((?:AP|AFP|Reuters|Getty|File)[^)]{0,30}(?:[Pp]hoto|[Ii]mage)?[^)]{0,20}\)\W*$|\bcourtesy of\b",
    ),
    "byline": (
        r"\A\W*(?:(?:เรื่อง|เขียนโดย|รายงานโดย|ผู้เขียน|ผู้สื่อข่าว|บรรณาธิการ)\s?[:：]\s?|โดย\s?(?=[:：]|ทีมข่าว|กอง|ผู้สื่อข่าว|นาย|นาง|น\.ส\.|ดร\.))[:：]?\s?[ก-๙A-Za-z.]{2,24}(?:\s[ก-๙A-Za-z.]{2,20}){0,2}(?:\s?[|•][^\n]{0,40})?\W*\Z",
        r"\A\W*(?:By|Words by|Written by|Reported by|Edited by)\s[A-Z][\w.’'-]+(?:\s(?:and\s)?[A-Z][\w.’'-]+){0,5}(?:\s?[|•][^\n]{0,40})?\W*\Z",
    ),
    "link line": (
        r"\A\W*(?:อ่าน(?:เพิ่มเติม|ต่อ|ข่าว(?:อื่น|ที่))|ข่าวที่เกี่ยวข้อง|คลิก|ติดตาม(?:เรา|ข่าว)|โฆษณา\s?:|สปอนเซอร์|สมัครรับ(?:จดหมาย|ข่าว))",
        r"\A\W*(?:Read (?:more|also|next)\b|Also read\b|Related (?:news|stories|articles)\b|Subscribe\b|Sign up\b|Follow us\b|Advertisement\b|Sponsored\b|Click here\b)",
    ),
    "condition": (
        r"^(?:และ|แต่)?(?:หาก|ถ้า)(?!.*(?:จะ|ก็|ให้|ต้อง))",
        r"^(?:And |But )?[Ii]f (?!.*,.*\b(?:will|would|can|could|may|is|are)\b)",
    ),
    "predicate": (
        r"(?<!การ)(?<!การ )(?<!ความ)(?:จะ|(?<!ราย)ได้|มี(?!นา)|เป็น|ต้อง|สามารถ|อาจ(?!ารย์)|กำลัง(?!ใจ|กาย|พล|คน)|เคย|อยู่|(?<!รา)คาด|เพิ่ม|ลด|ทำให้|คือ|(?<!ดัง)กล่าว|(?<!ส)ระบุ|พบ|ประกาศ|เห็นชอบ|อนุมัติ|เปิด|จัด|ส่ง|ใช้|ร่วม|สร้าง|ให้)",
        r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|do|does|did)\b|\b\w{3,}(?:ed|es)\b",
    ),
}

# How a reason is told to the reader: (Thai, English), for cues worth telling.
TOLD: dict[str, tuple[str, str]] = {
    "money": ("มีจำนวนเงิน", "states an amount of money"),
    "percent": ("มีร้อยละ", "states a percentage"),
    "scale": ("มีตัวเลขจำนวนมาก", "states a large figure"),
    "count": ("มีจำนวนนับ", "states a count"),
    "figures": ("มีตัวเลขหลายตัว", "states several figures"),
    "figure": ("มีตัวเลข", "states a figure"),
    "date": ("ระบุวันที่", "gives a date"),
    "year": ("ระบุปี", "gives a year"),
    "period": ("ระบุช่วงเวลา", "names a period"),
    "comparison": ("เปรียบเทียบ", "compares"),
    "superlative": ("จัดอันดับหรือบอกที่สุด", "ranks or claims a record"),
    "change": ("บอกการเพิ่มหรือลด", "reports a rise or fall"),
    "cause": ("บอกเหตุและผล", "claims a cause"),
    "decision": ("เป็นมติหรือประกาศ", "reports a decision"),
    "law": ("อ้างกฎหมาย", "refers to law"),
    "denial": ("ปฏิเสธ", "denies something"),
    "forecast": ("เป็นการคาดการณ์", "is a forecast"),
    "target": ("เป็นแผนหรือเป้าหมาย", "states a plan or target"),
    "attribution": ("อ้างคำพูดหรือแหล่งที่มา", "is attributed to a source"),
    "result": ("บอกผลหรือยอดรวม", "reports an outcome or total"),
    "event": ("รายงานเหตุการณ์", "reports an event"),
    "description": ("อธิบายขอบเขต", "describes a scope"),
    "order": ("เป็นข้อสั่งการ", "reports an instruction"),
    "opinion": ("เป็นความเห็น", "is opinion"),
    "puffery": ("เป็นถ้อยคำเชิดชู", "is promotional wording"),
    "wish": ("เป็นคำขอบคุณหรืออวยพร", "is thanks or a wish"),
    "request": ("เป็นคำขอหรือคำแนะนำ", "is a request or advice"),
    "asks the public": ("ขอหรือเตือนประชาชน", "asks or warns the public"),
    "promise": ("เป็นคำสัญญา", "is a promise"),
    "contact": ("เป็นข้อมูลติดต่อ", "is contact information"),
    "advert": ("คล้ายโฆษณา", "reads like an advertisement"),
    "boilerplate": ("เป็นข้อความประจำหน้า", "is boilerplate"),
    "question": ("เป็นคำถาม", "is a question"),
    "first person": ("ผู้พูดกล่าวถึงตนเอง", "speaks in the first person"),
    "list opener": ("เป็นหัวข้อรายการ", "opens a list"),
    "heading": ("เป็นหัวข้อ", "is a heading"),
    "link line": ("เป็นลิงก์หรือโฆษณา", "is a link or an advertisement"),
    "caption": ("เป็นคำบรรยายภาพ", "is a caption"),
    "byline": ("เป็นชื่อผู้เขียน", "is a byline"),
    "short": ("สั้นมาก", "is very short"),
}
