# ruff: noqa: E501
"""What word-by-word translation into Thai leaves behind: tables, no logic.

Every table is about a kind of fault that machine translation makes with any text; nothing here
is about one article.
"""

from __future__ import annotations

# Idioms and terms of business English, word by word: (code, pattern, what it stands for).
CALQUES: tuple[tuple[str, str, str], ...] = (
    (
        "idiom",
        r"ด้านบน(?:สุด)?(?:และ|หรือ|กับ)(?:ด้าน)?ล่าง|ด้านล่าง(?:สุด)?(?:และ|หรือ|กับ)(?:ด้าน)?บน|บรรทัดบน(?:สุด)?|บรรทัดล่าง(?:สุด)?|เส้นบน(?:และ|กับ)เส้นล่าง",
        "top line, bottom line = รายได้และกำไร",
    ),
    ("idiom", r"ในตอนท้ายของวัน|ในท้ายที่สุดของวัน", "at the end of the day = สุดท้ายแล้ว"),
    ("idiom", r"ช้าง(?:ที่)?(?:อยู่)?ใน(?:ห้อง|บ้าน)", "elephant in the room"),
    ("idiom", r"ปลายของภูเขาน้ำแข็ง|ส่วนปลายของภูเขาน้ำแข็ง", "tip of the iceberg = ยอดภูเขาน้ำแข็ง"),
    ("idiom", r"ชิ้นส่วนของเค้ก|ชิ้นเค้ก(?=ที่ง่าย|สำหรับ)", "piece of cake = เรื่องง่าย"),
    (
        "idiom",
        r"ลมปะทะ(?:หน้า|ศีรษะ|(?=\s?(?:ยัง|ทางเศรษฐกิจ|จาก(?:ภาษี|เศรษฐกิจ|ค่าเงิน|เงินเฟ้อ))))|ลมหาง(?!เสือ)",
        "headwinds, tailwinds = ปัจจัยลบ ปัจจัยหนุน",
    ),
    ("idiom", r"ผลไม้(?:ที่)?(?:แขวน|ห้อย)(?:อยู่)?ต่ำ", "low-hanging fruit"),
    ("idiom", r"ไข่ทั้งหมด(?:ของ\S{1,12})?(?:ไว้)?ในตะกร้า", "eggs in one basket"),
    ("idiom", r"ฝนตก(?:เป็น)?แมวและ(?:สุนัข|หมา)", "raining cats and dogs"),
    ("idiom", r"ยิง(?:ตัวเอง|ตนเอง)(?:ที่|ใน)(?:เท้า|ขา)", "shoot oneself in the foot"),
    ("idiom", r"เพิ่มเชื้อเพลิงให้กับไฟ|เติมเชื้อเพลิงลงในกองไฟ", "add fuel to the fire"),
    ("idiom", r"กัดกระสุน|กระสุนเงิน|กระสุนวิเศษ", "bite the bullet, silver bullet"),
    ("idiom", r"ตัดมุม(?!มอง)", "cut corners = ทำลวก ๆ"),
    ("idiom", r"เกมบอล(?:ใหม่)?|ลูกบอลเกมใหม่", "ball game"),
    (
        "idiom",
        r"โทร(?:หา)?รายได้|การเรียกรายได้|การเรียก(?:ประชุม)?ผลประกอบการ|สายรายได้",
        "earnings call = การแถลงผลประกอบการ",
    ),
    (
        "term",
        r"เปิด\s?ตัว\s?(?:ราย\s?ได้|ผลประกอบการ|ผลกำไร|รายงานราย\s?ได้)|ปล่อย(?:ตัว)?รายได้|การปล่อยผลประกอบการ",
        "earnings release = การประกาศผลประกอบการ",
    ),
    (
        "term",
        r"(?:ผู้|การ)เริ่มต้น(?=\s?(?:เทคโนโลยี|ด้าน\s?(?:AI|เทค)|AI|ปัญญาประดิษฐ์|ฟินเทค|ของ(?:จีน|สหรัฐ|อเมริกา|อังกฤษ|อินเดีย|ไทย)|ใน(?:ซิลิคอน|จีน|สหรัฐ)|\s[A-Z][a-z]+\s?(?:ได้|ซึ่ง|ที่|จะ)|เกี่ยวกับการฝึก))",
        "start-up = สตาร์ทอัพ",
    ),
    (
        "term",
        r"(?:ชิป|เทค|เทคโนโลยี|ธนาคาร|พลังงาน|เครื่องบิน)สต็อก|สต็อก(?:เทคโนโลยี|ชิป|เทค|ธนาคาร)(?!สินค้า)",
        "stocks = หุ้น",
    ),
    (
        "term",
        r"รุ่น(?:ภาษา(?:ขนาดใหญ่)?|บุคคลที่สาม|AI|ปัญญาประดิษฐ์|พื้นฐานขนาดใหญ่|การเรียนรู้|รากฐาน)|แบบจำลองภาษาใหญ่(?!ๆ)",
        "model = โมเดล",
    ),
    ("term", r"รุ่น(?=\s?[ก-๙A-Za-z]{2,10}(?:ของตัวเอง|ของตนเอง|ของพวกเขา)(?:\s|$))", "model = โมเดล"),
    ("term", r"เป็นการอ้างถึง(?:คู่แข่ง|ผู้ชนะ|ผู้นำ|ผู้แพ้)", "purported, alleged = ที่อ้างว่าเป็น"),
    (
        "term",
        r"โพสต์(?:ทื่อ|ตรงไปตรงมา)(?:เกี่ยวกับ|บน)?\s?X|โพสต์(?:ใน|เกี่ยวกับ)\s?X(?=\s)",
        "post on X = โพสต์บน X",
    ),
    ("term", r"ตลาด(?:หมี|วัว)(?:และ|กับ)(?:หมี|วัว)|วัวและหมี|หมีและวัว", "bulls and bears = ขาขึ้นและขาลง"),
    ("term", r"หมวก(?:ตลาด|การตลาด)|ตัวพิมพ์ใหญ่ของตลาด|ฝาตลาด", "market cap = มูลค่าตลาด"),
    ("term", r"ผลตอบแทนจากการลงทุนของพันธบัตร|พันธบัตรยอมจำนน", "bond yield"),
    ("term", r"ไตรมาสทางการคลัง|ปีทางการเงิน(?=\s?[0-9])", "fiscal quarter, fiscal year"),
    ("term", r"หัวหน้าเจ้าหน้าที่บริหาร|เจ้าหน้าที่บริหารหัวหน้า", "chief executive officer = ซีอีโอ"),
    ("term", r"เลขานุการของรัฐ(?!มนตรี)|เลขาธิการแห่งรัฐ", "Secretary of State = รัฐมนตรีต่างประเทศ"),
    ("term", r"บ้านขาว|บ้านสีขาว(?=\s?(?:กล่าว|ระบุ|แถลง|ประกาศ))", "White House = ทำเนียบขาว"),
    ("term", r"กำแพงถนน|ถนนวอลล์(?!เปเปอร์)|ถนนกำแพง(?!เพชร)", "Wall Street = วอลล์สตรีท"),
    (
        "term",
        r"ธนาคารสำรองของรัฐบาลกลาง|สำรองของรัฐบาลกลาง|เฟดสำรอง",
        "Federal Reserve = ธนาคารกลางสหรัฐ",
    ),
)

# "North of 65 billion": a direction before an amount.
DIRECTIONS = r"ทาง(?:ตอน|ทิศ)?(?:เหนือ|ใต้)(?:ของ)?|ตอนเหนือของ|เหนือของ"

# Comparatives that may not stand twice before one figure.
COMPARATIVES = r"มากกว่า|น้อยกว่า|สูงกว่า|ต่ำกว่า|ดีกว่า|แย่กว่า|เร็วกว่า|ช้ากว่า|แข็งแกร่งกว่า|อ่อนแอกว่า|เกินกว่า|ไม่ถึง|เกือบ|(?<!งบ)ประมาณ(?!การ)|อย่างน้อย"
DOUBLED = (
    r"(?:ดี|เลว|แย่|สูง|ต่ำ|เร็ว|ช้า|ใหญ่|เล็ก|แข็งแกร่ง|อ่อนแอ|ถูก|แพง)กว่ามากกว่า|มากกว่า(?:ดี|สูง|ต่ำ|เร็ว|ใหญ่|เล็ก|แข็งแกร่ง)กว่า"
    r"|(?:สูง|ดี|เร็ว|มาก|ต่ำ|น้อย)(?:ขึ้น|ลง)?กว่า(?:สูง|ดี|เร็ว|มาก|ต่ำ|น้อย)(?:ขึ้น|ลง)?กว่า|มากขึ้น(?:ดี|สูง|เร็ว|ใหญ่)(?:ขึ้น|กว่า)|ที่สุดที่สุด|มากที่สุดสูงสุด"
)

# "Can barely meet demand" turned into "hardly received demand", and its like.
TURNED = (
    (
        r"แทบ(?:จะ)?ไม่(?:ได้|สามารถ)?\s?(?:ได้)?(?:รับ|พบ|เจอ|ประชุม|พบกับ)\s?(?:กับ)?(?:ความต้องการ|อุปสงค์)",
        "can barely meet demand = แทบตอบสนองความต้องการไม่ทัน",
    ),
    (r"ไม่สามารถช่วย(?:ได้)?(?:แต่|นอกจาก)", "cannot help but = อดไม่ได้ที่จะ"),
    (r"ไม่มีอะไรนอกจาก(?:สั้น|น้อย)|ไม่มีอะไรสั้น", "nothing short of = ไม่น้อยไปกว่า"),
    (r"ไกลจาก(?:ความ)?(?:แน่นอน|สมบูรณ์|ชัดเจน|จบ)", "far from certain = ยังไม่แน่นอน"),
    (r"ล้มเหลวที่จะไม่|ไม่ล้มเหลวที่จะ", "fail not to"),
    (r"ไม่เพียงพอที่จะไม่|แทบจะไม่ไม่|ไม่แทบจะไม่", "doubled negation"),
    (r"สุดท้ายที่จะ(?:ยอมรับ|เห็นด้วย)|คนสุดท้ายที่จะ(?:กล่าว|ทำ)", "the last to = ไม่มีทางที่จะ"),
)

# A modifier that lost its head: "double for data centres" after "world power demand".
STRANDED = r"(?:เพิ่ม|ลด|ขยาย)[^\s]{0,40}เป็น(?:สอง|สาม|สี่|ครึ่ง|[0-9]+)\s?เท่าสำหรับ\S{0,20}"

# Offices, bodies and times with a capital in English that other languages put in their own words.
OFFICES = (
    r"President|Prime|Minister|Judiciary|Congressional|Secretary|Senator|Governor|Mayor|King|Queen|Prince|Princess|Pope|Bishop|Judge|Justice|Chief|Officer|Director|Chairman|Professor"
    r"|Doctor|Captain|General|Colonel|Sergeant|Sheriff|Detective|Attorney|Ambassador|Parliament|Congress|Senate|House|Assembly|Cabinet|Government|Ministry|Department"
    r"|Office|Agency|Authority|Commission|Committee|Council|Court|Supreme|Federal|National|International|Royal|State|Central|Church|Churches|Cathedral|University|College"
    r"|School|Hospital|Museum|Bank|Police|Army|Navy|Air|Force|Labour|Labor|Party|Conservative|Democrat|Republican|Democratic|Liberal|Union|Member|World|Cup|League"
    r"|Championship|Premiership|Olympic|Games|War|Day|Christmas|Easter|North|South|East|West|Northern|Southern|Eastern|Western|Central|Internet|Street|River|Lake|Island"
    r"|Health|Education|Finance|Commerce|Defen[cs]e|Interior|Foreign|Affairs|Trade|Treasury|Justice|God|Earth|Moon|Sun|Bible|English|French|German|Chinese|Japanese|Thai"
    r"|British|American|European|Russian|Asian|African|Muslim|Christian|Catholic|Jewish|Buddhist"
)

# Kinds of places and bodies that end an English name and begin a Thai one. The name before them is
# kept, where it is a word too: Orange County is no county of oranges.
HEADS = {
    "County": r"เทศมณฑล|มณฑล|เขต|เคาน์ตี้?",
    "City": r"เมือง|นคร",
    "Town": r"เมือง",
    "Village": r"หมู่บ้าน",
    "District": r"เขต|อำเภอ|ย่าน",
    "Street": r"ถนน",
    "Avenue": r"ถนน",
    "Road": r"ถนน",
    "Square": r"จัตุรัส",
    "Park": r"สวนสาธารณะ|อุทยาน|สวน",
    "Valley": r"หุบเขา",
    "Beach": r"ชายหาด|หาด",
    "Hills": r"เนินเขา",
    "Springs": r"น้ำพุ",
    "Rock": r"หิน",
    "Island": r"เกาะ",
    "Bridge": r"สะพาน",
    "Tower": r"หอคอย|ตึก|อาคาร",
    "Airport": r"ท่าอากาศยาน|สนามบิน",
    "Stadium": r"สนามกีฬา|สนาม",
    "University": r"มหาวิทยาลัย",
    "College": r"วิทยาลัย",
    "School": r"โรงเรียน",
    "Hospital": r"โรงพยาบาล",
    "Hotel": r"โรงแรม",
    "Bank": r"ธนาคาร",
    "Airlines": r"สายการบิน",
    "Group": r"กลุ่ม",
    "Party": r"พรรค",
}

# What says no without a word of negation: another language may put it with one.
IMPLIED_NO = {
    "th": r"ไม่|ไร้|ขาด(?!ทุน)|หยุด|เลิก|ห้าม|ล้มเหลว|ต่อต้าน|คัดค้าน|พลาด|งด|เลี่ยง|แทนที่|ยาก|น้อย|เพิกเฉย|ปิด(?!เผย)",
    "en": r"\b(?:un(?!ite|ion|iver|der|it|ique|til|iform|icorn)\w{3,}|non-?\w+|(?:in|im|ir)\w{3,}[ai]ble|in(?:sufficient|adequate|accurate|complete|capable|correct|visible|active|formal)\w*"
    r"|\w{3,}less|lack\w*|fail\w*|refus\w*|reject\w*|whether|unless|rather than|instead|oppos\w*|opponents?|against|boycott\w*|resist\w*|dis(?:agree|approv|regard|miss|continu|like|trust|put)\w*|barely|hardly|scarcely|few|little|rare\w*|only"
    r"|stop\w*|prevent\w*|avoid\w*|end(?:s|ed)?|clos\w+|underprepared|too \w+ (?:to|for)|but|except|miss(?:es|ed|ing)?|neglect\w*|ignor\w+|yet to|far from|wrong\w*|false\w*|refrain\w*)\b",
}

# Latin words that Thai newspapers do write in the middle of a sentence.
_LATIN_WORDS = """
app apps application applications online offline email e-mail website web site internet wifi wi-fi
link line blog vlog chat bot chatbot cloud data digital startup startups start-up software
hardware server smart smartphone tablet notebook laptop model models post posts share live stream
streaming platform platforms generative mobile video clip file files update upgrade version demo
code coding feature fund funds index token tokens blockchain bitcoin crypto ethereum wallet web3
metaverse world meeting team town hall gigawatt gigawatts megawatt megawatts kilowatt watts km kg
mm cm ml sqm per vs via by the of and in for to on high low new normal soft power fair lockdown
test kit swab long covid capex opex ebitda
"""
LATIN_IN_THAI = frozenset(_LATIN_WORDS.split())

# A Latin word where only an adjective can stand.
ADJECTIVE_PLACE = r"(?:คือ|ค่อนข้าง|ดูเหมือน(?:จะ)?|อย่างมาก|รู้สึก|ยังคง)\s+(?P<word>[A-Za-z][a-z]{4,})\s*(?:เล็กน้อย|มาก|ขึ้น|กว่า|เกินไป|อย่าง|$)"

# What is told of each kind of finding: Thai, English.
MESSAGES: dict[str, tuple[str, str]] = {
    "translated_name": (
        "ชื่อเฉพาะอาจถูกแปลเป็นคำทั่วไป: น่าจะหมายถึง {what}",
        "a name may have been translated as a word: probably {what}",
    ),
    "distorted_name": (
        "ชื่อเฉพาะอาจสะกดผิดจากการแปล: น่าจะหมายถึง {what}",
        "a name may have been misspelt: probably {what}",
    ),
    "name_order": (
        "ชื่อเฉพาะอาจถูกแปลเป็นคำ ลำดับคำเป็นแบบภาษาอังกฤษ",
        "part of a name may have been translated; the word order is English",
    ),
    "idiom": ("สำนวนแปลตรงตัว: {what}", "an idiom translated word by word: {what}"),
    "term": ("ศัพท์แปลตรงตัว: {what}", "a term translated word by word: {what}"),
    "direction_amount": (
        "“ทางตอนเหนือของ” หน้าจำนวน น่าจะแปลจาก north of = มากกว่า",
        "a direction before an amount: probably “north of”, more than",
    ),
    "doubled_comparative": (
        "คำเปรียบเทียบซ้ำกันหน้าตัวเลขเดียว",
        "a comparative is doubled before one figure",
    ),
    "turned_meaning": (
        "ความหมายอาจกลับด้านจากการแปล: {what}",
        "the meaning may have been turned round: {what}",
    ),
    "stranded_modifier": (
        "ส่วนขยายหลุดจากคำที่ขยาย ความหมายอาจเปลี่ยน",
        "a modifier lost the word it belongs to; the meaning may have changed",
    ),
    "scale_words": (
        "หน่วยตัวเลขเรียงแบบภาษาอังกฤษ: ภาษาไทยเขียนว่า {what}",
        "scale words in Thai order: English writes {what}",
    ),
    "era_slip": (
        "ปีกับศักราชไม่ตรงกัน: {what}",
        "a year does not fit its era: {what}",
    ),
    "unit_clash": (
        "หน่วยเงินสองสกุลซ้อนกันที่ตัวเลขเดียว",
        "one amount carries two currencies",
    ),
    "word_order": (
        "ลำดับคำเป็นแบบภาษาต้นฉบับ: น่าจะหมายถึง {what}",
        "the word order is that of the source: probably {what}",
    ),
    "left_untranslated": ("ข้อความที่ไม่ได้แปล", "words left untranslated"),
    "mixed_eras": ("ปี ค.ศ. ปนกับ พ.ศ. ในบทความเดียวกัน", "years of two eras are mixed in one article"),
    "broken_sentence": (
        "ประโยคขาดตอน มีเงื่อนไขแต่ไม่มีข้อสรุป",
        "the sentence breaks off: a condition without a conclusion",
    ),
    "unclosed_quote": (
        "เครื่องหมายคำพูดเปิดไว้แต่ไม่ปิด ไม่ทราบว่าคำพูดจบที่ใด",
        "a quotation is opened and never closed",
    ),
    "stray_latin": ("คำภาษาอังกฤษที่ไม่ได้แปลหรือสะกดผิด", "a foreign word left untranslated or misspelt"),
    "advert": (
        "ข้อความโฆษณาติดมากับบทความ ไม่ใช่ข้อกล่าวอ้าง",
        "an advertisement left in the text, no claim",
    ),
    "machine_translated": (
        "บทความนี้น่าจะแปลด้วยเครื่อง ({what} จุดที่น่าสงสัย)",
        "this article looks machine-translated ({what} suspicious places)",
    ),
    "figure_differs": (
        "ตัวเลขไม่ตรงกับต้นฉบับ: ต้นฉบับเขียนว่า {what}",
        "the figure differs from the source, which says {what}",
    ),
    "comparator_differs": (
        "คำขยายตัวเลข เช่น “มากกว่า” ไม่ตรงกับต้นฉบับ: ต้นฉบับเขียนว่า {what}",
        "“more than” or the like differs from the source, which says {what}",
    ),
    "direction_differs": (
        "ขึ้นหรือลงไม่ตรงกับต้นฉบับ: ต้นฉบับเขียนว่า {what}",
        "rise and fall are reversed: the source says {what}",
    ),
    "figure_added": ("ตัวเลขนี้ไม่มีในต้นฉบับ", "this figure is not in the source"),
    "figure_lost": ("ตัวเลขในต้นฉบับหายไป: {what}", "a figure of the source is missing: {what}"),
    "name_lost": ("ชื่อในต้นฉบับหายไป: {what}", "a name of the source is missing: {what}"),
    "name_added": ("ชื่อนี้ไม่มีในต้นฉบับ", "this name is not in the source"),
    "negation_differs": (
        "ต้นฉบับกับคำแปลไม่ตรงกันเรื่องการปฏิเสธ: {what}",
        "source and translation disagree on a negation: {what}",
    ),
}
