# ruff: noqa: E501
"""Companies as Thai newspapers write them, and their names where translation made them words.

Tables, no logic; nothing here is about one article.
"""

from __future__ import annotations

# Well-known names whose dictionary meaning is a Thai word: (Thai words) -> the name.
TRANSLATED_NAMES: dict[str, str] = {
    r"ตัวอักษร|ตัวหนังสือ|พยัญชนะ": "Alphabet",
    r"ช่องว่าง": "Gap",
    r"เปลือกหอย|เปลือก": "Shell",
    r"เป้าหมาย": "Target",
    r"เทพพยากรณ์|นักพยากรณ์|คำทำนาย|คำพยากรณ์": "Oracle",
    r"สี่เหลี่ยมจัตุรัส|สี่เหลี่ยม|จัตุรัส": "Square",
    r"ท่อนไม้": "Block",
    r"แถบลาย|ลายทาง|ริ้ว": "Stripe",
    r"หย่อนยาน|ความหย่อน|หย่อน": "Slack",
    r"ความขัดแย้งกัน|ความไม่ลงรอยกัน|ความบาดหมาง": "Discord",
    r"ความงุนงง|ความสับสน|ความฉงน": "Perplexity",
    r"มานุษยวิทยา|มนุษยชาติ|เกี่ยวกับมนุษย์": "Anthropic",
    r"ราศีเมถุน|เมถุน|คนคู่": "Gemini",
    r"นักบินผู้ช่วย|ผู้ช่วยนักบิน|นักบินร่วม": "Copilot",
    r"ตัวลามะ|ลามะ": "Llama",
    r"แขน": "Arm",
    r"หน้าต่าง": "Windows",
    r"เกล็ดหิมะ": "Snowflake",
    r"เมฆเปลวไฟ|เปลวเมฆ": "Cloudflare",
    r"กลุ่มดาวนายพราน|นายพราน": "Orion",
    r"ประตูดวงดาว|ประตูดาว": "Stargate",
    r"ดาวเชื่อม|การเชื่อมดาว": "Starlink",
    r"กำเนิดสีน้ำเงิน": "Blue Origin",
    r"หินดำ": "BlackRock",
    r"หินก้อนดำ|แบล็กหิน": "Blackstone",
    r"กองหน้า|แนวหน้า": "Vanguard",
    r"ป้อมปราการ": "Citadel",
    r"ความจงรักภักดี|ความซื่อสัตย์": "Fidelity",
    r"นกกระจิบ|ทวีต": "Twitter",
    r"ด้าย|เส้นด้าย|หัวข้อสนทนา": "Threads",
    r"(?:ลูก|ผล|ผลไม้)แอปเปิ้?ล|แอปเปิ้?ลผลไม้": "Apple",
    r"เมตาดาต้า|เมทาดาทา|เมตาเดต้า|ข้อมูลเมตา": "Meta",
    r"เสือพูมา": "Puma",
    r"นกอินทรีอเมริกัน": "American Eagle",
    r"ป่าฝนอเมซอน|แม่น้ำอเมซอน|ป่าอเมซอน": "Amazon",
    r"นักเศรษฐศาสตร์รายสัปดาห์": "The Economist",
    r"ผู้พิทักษ์|ผู้ปกป้อง": "The Guardian",
    r"โชคลาภ|โชคดวง": "Fortune",
    r"มีสาย|แบบมีสาย": "Wired",
    r"ขอบเขต|ชายขอบ": "The Verge",
    r"เนินเขา": "The Hill",
    r"กระจกเงา": "The Mirror",
    r"ประตู": "Gates",
    r"งาน": "Jobs",
    r"พุ่มไม้": "Bush",
    r"ชะมด|ชะมดเช็ด|มัสก์หอม": "Musk",
    r"ทรัมเป็ต|ไพ่ตาย": "Trump",
    r"คนทำอาหาร|พ่อครัว": "Cook",
}

# Thai and Latin spellings of well-known companies: neighbours that make a list a list of names.
COMPANIES = (
    r"อเมซอน|แอมะซอน|อะเมซอน|ไมโครซอฟท์|ไมโครซอฟต์|กูเกิล|กูเกิ้ล|แอปเปิล|แอปเปิ้ล|เมตา|เมต้า|เฟซบุ๊ก|เฟสบุ๊ค|อินวิเดีย|เอ็นวิเดีย"
    r"|เทสลา|เทสล่า|อินเทล|เน็ตฟลิกซ์|เน็ตฟลิ๊กซ์|ออราเคิล|ไอบีเอ็ม|ซัมซุง|โซนี่|โตโยต้า|ฮอนด้า|หัวเว่ย|อาลีบาบา|เทนเซ็นต์|ไบต์แดนซ์|ไป่ตู้"
    r"|ติ๊กต็อก|ทวิตเตอร์|สเปซเอ็กซ์|โอเพ่นเอไอ|โอเพนเอไอ|ควอลคอมม์|บรอดคอม|เอเอ็มดี|ซอฟต์แบงก์|ซิสโก้|เอสเอพี|อัลฟาเบต|อัลฟาเบท"
    r"|วอลมาร์ต|วอลมาร์ท|สตาร์บัคส์|แมคโดนัลด์|โบอิ้ง|แอร์บัส|ฟอร์ด|โฟล์คสวาเกน|โกลด์แมนแซคส์|เจพีมอร์แกน|มอร์แกนสแตนลีย์|บลูมเบิร์ก|รอยเตอร์|ซีเอ็นบีซี"
    r"|ไฟเซอร์|โมเดอร์นา|แอสตร้าเซนเนก้า|โคคา-?โคล่า|เป๊ปซี่|ไนกี้|อาดิดาส|อูเบอร์|อูเบอร์|แกร็บ|ลาซาด้า|ช้อปปี้|ดีปซีก|ดีพซีค|ทีเอสเอ็มซี"
    r"|Amazon|Microsoft|Google|Apple|Meta|Facebook|Nvidia|NVIDIA|Tesla|Intel|Netflix|Oracle|IBM|Samsung|Sony|OpenAI|OpenAi|Anthropic|DeepSeek|Deepseek"
    r"|Alphabet|Broadcom|AMD|TSMC|Qualcomm|Alibaba|Tencent|Baidu|ByteDance|Huawei|Walmart|Uber|SpaceX|Twitter|Cisco|SAP|Salesforce|Adobe|Spotify|Airbnb|Boeing"
)

# What cannot be the garbled end of a name.
_NO_TAIL = "หรือ และ ที่ ซึ่ง ได้ จะ มี เป็น ใน ของ ไทย กับ ไบค์ แล้ว ไป มา ยัง เพื่อ โดย"
NO_TAIL = frozenset(_NO_TAIL.split())

# Nouns that English puts after a name and Thai before it: "The Kobeissi Letter", "Wall Street Journal".
NOUNS_AFTER_NAME = r"จดหมาย|วารสาร|ทบทวน|รายสัปดาห์|นาฬิกา|ผู้สังเกตการณ์|พงศาวดาร"

# What stands before a company's name, and what only a company does.
COMPANY_OPENS = (
    r"(?:หุ้น|ซีอีโอ|ผู้บริหาร|ประธานบริหาร|รายได้|ผลประกอบการ|มูลค่าตลาด|คู่แข่ง|นักลงทุน)ของ"
    r"|(?:โมเดล|ชิป|แชทบอท|แชตบอต|สมาร์ทโฟน|แพลตฟอร์ม)[ก-๙]{0,10}ของ"
    r"|(?:ยักษ์ใหญ่|ผู้ค้าปลีก|ผู้ให้บริการ|เครือร้าน|บริษัทแม่|สตาร์ทอัพ)(?:ด้าน)?[ก-๙]{3,16}?\s?"
)
COMPANY_DOES = (
    r"\s?(?:ได้|จะ|ยัง|ก็)?(?:รายงาน|ประกาศ|กล่าว(?:ว่า|ใน)|เปิดเผย|ร่วง|พุ่ง|ลดลง|เพิ่มขึ้น|ปรับ(?:เพิ่ม|ลด|ขึ้น|ตัว)|เปิดตัว|ระบุ|คาด"
    r"|เตือน|ปลด|ลงทุน|เข้าซื้อ|ทำกำไร|ขาดทุน|ยื่น|ตกลง|เอาชนะ|ลงนาม|ทำงานร่วม|ร่วมมือ|แข่งขัน|ควบรวม)"
)
# With these a word that opens the clause is a company, whatever it means.
COMPANY_ALONE = (
    rf"\s?(?:(?:ได้)?รายงาน(?:รายได้|กำไร|ผลประกอบการ|ยอดขาย|ปริมาณธุรกรรม|การเติบโต)|(?:เจ้าของ|บริษัทแม่ของ)\s?(?:{COMPANIES})"
    r"|(?:กล่าวว่า|ประกาศ)?(?:จะ|แผน)?(?:ปลดพนักงาน|เลิกจ้าง)|(?:ได้|จะ)?เข้าซื้อกิจการ|ประกาศ(?:ผลประกอบการ|เงินปันผล|ซื้อหุ้นคืน))"
)
# People whose names are words: "the tweet of the civet".
PERSON_OPENS = r"(?:ทวีต|โพสต์|คำสั่ง|นโยบาย|ภาษี|ความมั่งคั่ง|บริษัท|รัฐบาล)ของ\s?|(?:ประธานาธิบดี|อีลอน|โดนัลด์|Elon|Donald)\s?"
PERSON_WORDS = {
    "Musk": r"ชะมด(?:เช็ด)?|มัสก์หอม",
    "Trump": r"ทรัมเป็ต|ไพ่ตาย",
    "Bush": r"พุ่มไม้",
    "Cook": r"คนทำอาหาร",
}
# Common words of business that follow such an opening without being a name.
NOT_ALONE = frozenset({"งาน", "ประตู", "เป้าหมาย", "แขน", "ขอบเขต", "หน้าต่าง", "แนวหน้า"})
