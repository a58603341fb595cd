# ruff: noqa: E501
"""Words that name a speaker and announce what is said: tables for `attribution`, no logic."""

from __future__ import annotations

TITLE_TH = r"(?:นาย(?!ก(?:รัฐ|เทศ|สมาคม|องค์|ฯ|อบ|เมือง|ฯ))|นางสาว|นาง|น\.ส\.\s?|ดร\.\s?|ศ\.\s?|รศ\.\s?|ผศ\.\s?|นพ\.\s?|พญ\.\s?|พล\s?\.?\s?[ก-ฮ]\.?(?:[ก-ฮ]\.)?\s?|พลเอก\s?|พลโท\s?|พลตรี\s?|พันเอก\s?|ศาสตราจารย์\s?|Mr\.?\s|Ms\.?\s|Dr\.?\s)"
ROLE_TH = r"(?:ซีอีโอ|ประธาน|ผู้|รอง|หัวหน้า|นัก|โฆษก|กรรมการ|รัฐมนตรี|เลขาธิการ|เลขานุการ|อธิบดี|ปลัด|อดีต|คณบดี|อธิการ|แพทย์|แหล่งข่าว|ที่ปรึกษา|นายก(?:รัฐ|เทศ|สมาคม|ฯ)|CEO)"
# How the name of a body begins.
BODY_TH = r"(?:กรม|กระทรวง|ธนาคาร|บริษัท|สำนัก|ศูนย์|สมาคม|สภา|คณะ|รัฐบาล|สถาบัน|มหาวิทยาลัย|ทำเนียบ|ตำรวจ|ศาล|ครม|กลุ่ม|ธปท|หน่วยงาน|โรงพยาบาล|องค์การ|องค์กร|พรรค|กองทัพ|ทางการ|กอง|สหภาพ|หอการค้า|ตลาดหลักทรัพย์)"
# Verbs that only announce, and verbs that make the statement depend on its speaker.
SAY_TH = r"(?:กล่าว|เปิดเผย|เผย|ระบุ|แถลง|แจ้ง|รายงาน|ชี้แจง|อธิบาย|ยืนยัน|ย้ำ|บอก|ให้สัมภาษณ์|โพสต์(?:ข้อความ)?|ทวีต(?:ข้อความ)?)"
TITLED_TH = rf"{TITLE_TH}[ก-๙]{{2,20}}(?:\s(?!{ROLE_TH}|{SAY_TH}|ซึ่ง|โดย|และ|พร้อม|ได้|จะ|ที่|เป็น|ใน|เมื่อ|ยัง|คาด|อ้าง|ไม่)[ก-๙]{{2,20}})?"
LATIN_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"

ANNOUNCE_TH = rf"(?:ได้|ยัง|ยังได้)?{SAY_TH}(?:ด้วย|ต่อ|ต่อไป|เพิ่มเติม|เสริม|อีก|กับ\S{{1,20}})?\s?ว่า"
DEPEND_TH = r"(?:ได้|ยัง|ยังได้)?(?:อ้าง|คาด(?:การณ์)?|เชื่อ|ประเมิน|พยากรณ์|ประเมินการณ์|มองว่า|มอง|เตือน|สงสัย)(?:ไว้)?\s?ว่า"
# A verb of saying that closes a quotation, or stands before one.
QUOTE_VERB_TH = r"(?:(?:ได้|ยัง|ยังได้)?(?:กล่าว|ย้ำ|ระบุ|เปิดเผย|ทิ้งท้าย|บอก|ชี้แจง|อธิบาย|ยืนยัน|โพสต์(?:ข้อความ)?|ทวีต(?:ข้อความ)?)(?:กับ\S{1,20}|เสริม|ปิดท้าย|เพิ่มเติม|ในที่สุด|ต่อ|ด้วย)?)"
BY_TH = r"(?:^|\s)(?:ตาม|จาก)\s?(?:การ\s?(?:ศึกษา|วิจัย|สำรวจ|ประเมิน|คาดการณ์)|ข้อมูล|รายงาน|แผนภูมิ|ผลสำรวจ)\s?(?:ของ|โดย|จาก)?\s?(?P<who>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*|[ก-๙]{3,30})"
# Denied at the end of the words before a verb of saying, or by a subject of nobody.
DENIED_TH = (
    r"(?:ไม่|มิ(?=ได้|เคย|อาจ))(?:ได้|เคย|ยอม|อาจ|สามารถ|กล้า|ขอ|ต้องการ|จะ|ยัง|ใช่|ออกมา){0,3}(?:มี[^\s]{0,30}|ที่จะ|ออกมา)?\s?\Z"
    r"|(?:ปฏิเสธ|หลีกเลี่ยง|ห้าม)(?:ที่จะ|การ|ไม่ให้)?\s?\Z"
    r"|ไม่มี(?:ใคร|ผู้ใด|คนใด|[^\s]{0,20}(?:ใด|ไหน))|ข่าวปลอม|ไม่จริง|ไม่เป็นความจริง|ปฏิเสธข่าว|ข่าวลือ"
)
# Not said yet, or said only if.
UNSAID_TH = (
    r"^\s?(?:โดย|ซึ่ง|และ|แต่|ทั้งนี้)?\s?(?:หาก|ถ้า|ใคร|สมมติ|สมมุติ)|(?<!ซึ่ง)(?:จะ|อาจ|ควร|(?<!จะ)ต้อง)\s?\Z"
)
SKIP_TH = r"^(?:เมื่อวานนี้|วันนี้|เมื่อวันที่[^ก-ฮ]*|ทั้งนี้|นอกจากนี้|อย่างไรก็ตาม|ด้าน|ขณะที่|ยกตัวอย่างเช่น|โดย|ซึ่ง|ทาง|และ|แต่|\s|\([^)]*\))+"
NOBODY_TH = (
    r"ส(?:ำ|ํา)หรับ|ใน|จาก|เมื่อ|ตาม|ที่|มี|ได้|จะ|ปี|เดือน|สัปดาห์|ไตรมาส|ทั้ง|ยัง|เพื่อ|ซึ่ง|โดย|ไม่|ด้วย|[ก-ฮ]\.[ก-๙]"
)
VERB_TH = r"เป็น|ได้|จะ|มี(?!นา)|ทำให้|อยู่|ต้อง|สามารถ|ลดลง|เพิ่มขึ้น|ขยายตัว|ร่วง|พุ่ง"
# What opens a statement before the speaker that depends on it: left out when it is told alone.
SUBORDINATE_TH = (
    r"^(?:(?:ภาย)?หลัง(?:จาก)?(?:ที่)?|(?:ใน)?ขณะที่|เนื่องจาก|แม้(?:ว่า)?|โดย|และ|แต่|ทั้งนี้|ซึ่ง)\s?"
)
# What opens the words for the speaker after another statement.
TURNS_TH = r"\s(?:ด้าน|(?:ใน)?ขณะที่|โดย|และ|แต่|ส่วน|ทั้งนี้|นอกจากนี้|ซึ่ง|ล่าสุด)\s*\Z"
# A time or place only, no statement.
CIRCUMSTANCE_TH = r"^(?:ใน|เมื่อ|ระหว่าง|ตาม|จาก|ด้าน|ล่าสุด|วันนี้|เวลา|ณ|ที่|ก่อน|ทาง|ส่วน)"
# "the 78th session", "COP26": a place in a row or a name, no figure.
NUMBERED = r"\b[A-Za-z]+-?[0-9]+|[0-9]+(?:st|nd|rd|th)\b|(?<!อยู่)(?<!คง)(?<!ตัว)ที่\s?[0-9๐-๙]{1,4}(?![0-9๐-๙.,]*\s?(?:ล้าน|พัน|หมื่น|แสน|%|บาท))"
UNFINISHED_TH = r"(?:และ|หรือ|ของ|ใน|กับ|โดย|จาก|ที่|เพื่อ|ด้าน|แต่|ซึ่ง|ขณะที่|ส่วน|คือ|ได้แก่|นั้น|ว่า|ราย)\s?\Z"
# "the committee that was appointed": a noun with its clause, no statement.
RELATIVE_TH = r"^[ก-๙\s]{2,90}?\s?ที่(?:ได้|มี|จะ|เป็น)"

NAME_EN = r"(?:[A-Z][\w.’'-]*|the [A-Z][\w’'-]*)(?:\s(?:of|the|and|for|to|[A-Z][\w.,’'-]*))*(?<!\sof)(?<!\sthe)(?<!\sand)(?<!\sfor)(?<!\sto)"
ROLE_EN = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s)\s(?:(?!(?:said|says)\b)[A-Za-z][\w’'-]*\s){0,3}?"
    r"(?:minister|ministry|president|premier|chancellor|governor|mayor|senator|secretary|spokes(?:man|woman|person)|officials?|analysts?"
    r"|economists?|researchers?|scientists?|experts?|company|firm|bank|agency|department|government|office|court|police|army|union|group"
    r"|regulator|commission|committee|council|authority|chief|CEO|director|chairman|chairwoman|chair|executive|founder|doctor|professor"
    r"|report|study|survey|statement|source|airline|carrier|bureau|fund|watchdog|institute|university)"
    r"(?:\s(?:of|at|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*)*)?)"
)
WHO_EN = rf"(?:{ROLE_EN}|{NAME_EN})"
ANNOUNCE_EN = r"(?:has |have |also |further |later )?(?:said|says|wrote|disclosed|announced|stated|told \w+(?: \w+)?|reported|revealed|added|explained|clarified|confirmed|affirmed|noted|warned|reiterated)"
DEPEND_EN = r"(?:has |have |also )?(?:claim(?:s|ed)?|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|estimate[sd]?|believe[sd]?|argue[sd]?|alleg(?:es|ed)|suggest(?:s|ed)?|project(?:s|ed))"
# Verbs that also take an object ("reported 40 cases"): they announce only before "that".
OBJECT_EN = r"(?:reported|announced|disclosed|revealed|confirmed|noted)\s(?!that\b|about\b)"
# Capitals that open a sentence before the speaker's name.
OPENING_EN = (
    r"(?:(?:On|In|At|But|And|Yet|So|Still|Also|Later|Earlier|Meanwhile|However|Yesterday|Today|Then|As|After|Since|While|When|If|Although|Though|Last|This"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December),?\s)+(?=\S)"
)
DENIED_EN = (
    r"\b(?:nobody|no[ -]one|none|neither|nor|no|never|not|nothing|hardly|cannot|den(?:y|ies|ied))\b|n['’]t\b"
    r"|\b(?:false|untrue|fake|hoax|myth|rumou?rs?|rumou?red)\b[^,]{0,20}\sthat\s"
)
# Said only if, or asked, or told in passing before what the sentence states.
UNSAID_EN = (
    r"^\W*(?:[Uu]nless|[Ww]hether|Had|Should|Did|Does|Has|Once)\b|\b[Ii]f\b|\b(?:unless|whether)\b"
    r"|^\W*(?:After|When|While|As|Since|Because|Although|Though|Before)\b[^,]*\Z"
)
# What joins a statement to the speaker's clause after it, and what opens it.
COORDINATOR_EN = r"(?:,?\s(?:and|but|while|as|yet|so)|;)\s*\Z"
# Before one of these the words go on, so that a name after them belongs to them.
UNFINISHED_EN = r"\b(?:in|at|of|from|to|for|by|with|than|on|against|between|[0-9][0-9.,]*)\s\Z"
SUBORDINATE_EN = r"^(?:After|As|Since|While|Although|Though|Because|Even though)\s"

# Codes and symbols of measures beside those that `quantities` knows.
MEASURES = frozenset(
    {"GB", "TB", "MB", "KB", "PB", "Hz", "MHz", "GHz", "GDP", "CPI", "PMI"}
    | {"CAPEX", "Capex", "EBITDA", "GPU", "CPU", "AI"}
)
