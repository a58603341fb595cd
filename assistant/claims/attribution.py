# ruff: noqa: E501
"""Who says it, apart from what is said.

"X said that Y" gives the speaker X and the content Y. Verbs that only announce are dropped from
the content; verbs that make the statement depend on its speaker (claims, expects, forecasts)
stay in it, because "X expects P" and "P" are different claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = r"(?:นาย|นางสาว|นาง|น\.ส\.\s?|ดร\.\s?|ศ\.\s?|รศ\.\s?|ผศ\.\s?|นพ\.\s?|พญ\.\s?|พล\s?\.?\s?[ก-ฮ]\.?(?:[ก-ฮ]\.)?\s?|พลเอก\s?|พลโท\s?|พลตรี\s?|พันเอก\s?|ศาสตราจารย์\s?|Mr\.?\s|Ms\.?\s|Dr\.?\s)"
_ANNOUNCE_TH = r"(?:ได้|ยัง|ยังได้)?(?:กล่าว|เปิดเผย|เผย|ระบุ|แถลง|แจ้ง|รายงาน|ชี้แจง|อธิบาย|ยืนยัน|ย้ำ|บอก|ให้สัมภาษณ์)(?:ด้วย|ต่อ|ต่อไป|เพิ่มเติม|เสริม|อีก|กับ\S{1,20})?\s?ว่า"
_DEPEND_TH = r"(?:ได้|ยัง|ยังได้)?(?:อ้าง|คาด(?:การณ์)?|เชื่อ|ประเมิน|พยากรณ์|ประเมินการณ์|มองว่า|มอง|เตือน|สงสัย)(?:ไว้)?\s?ว่า"
_SAID_TH = re.compile(rf"(?P<announce>{_ANNOUNCE_TH})|(?P<depend>{_DEPEND_TH}|ได้?อ้างว่า|อ้างว่า)")
_END_TH = re.compile(
    r"(?:^|[”\"\s])(?P<who>[^\s”\"]{2,30}(?:\s[^\s”\"0-9]{2,25}){0,2}?)\s?(?:กล่าว|ย้ำ|ระบุ|เปิดเผย|ทิ้งท้าย)(?:กับ\S{1,20}|เสริม|ปิดท้าย|เพิ่มเติม|ในที่สุด)?\s*$"
)
_BY_TH = re.compile(
    r"(?:^|\s)(?:ตาม|จาก)\s?(?:การ\s?(?:ศึกษา|วิจัย|สำรวจ|ประเมิน|คาดการณ์)|ข้อมูล|รายงาน|แผนภูมิ|ผลสำรวจ)\s?(?:ของ|โดย|จาก)?\s?(?P<who>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*|[ก-๙]{3,30})"
)
_TITLED_TH = re.compile(rf"{_TITLE}[ก-๙]{{2,20}}(?:\s[ก-๙]{{2,20}})?")
_LATIN_TH = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}")
_ROLE_TH = re.compile(r"\s?(?:ซีอีโอ|ประธาน|ผู้|รอง|หัวหน้า|นัก|โฆษก|กรรมการ|รัฐมนตรี)")
_SKIP_TH = re.compile(
    r"^(?:เมื่อวานนี้|วันนี้|เมื่อวันที่[^ก-ฮ]*|ทั้งนี้|นอกจากนี้|อย่างไรก็ตาม|ด้าน|ขณะที่|ยกตัวอย่างเช่น|โดย|ซึ่ง|ทาง|และ|แต่|\s|\([^)]*\))+"
)

_NAME_EN = r"(?:[A-Z][\w.’'-]*|the [A-Z][\w’'-]*)(?:\s(?:of|the|and|for|to|[A-Z][\w.,’'-]*))*"
_ANNOUNCE_EN = r"(?:has |have |also |further |later )?(?:said|says|wrote|disclosed|announced|stated|told \w+(?: \w+)?|reported|revealed|added|explained|clarified|confirmed|affirmed|noted|warned|reiterated)"
# Verbs that also take an object ("reported 40 cases"): they announce only before "that".
_OBJECT_EN = re.compile(
    r"(?:reported|announced|disclosed|revealed|confirmed|noted)\s(?!that\b|about\b)"
)
_DEPEND_EN = r"(?:has |have |also )?(?:claim(?:s|ed)?|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|estimate[sd]?|believe[sd]?|argue[sd]?|alleg(?:es|ed)|suggest(?:s|ed)?|project(?:s|ed)?)"
_SAID_EN = re.compile(
    rf"(?P<who>{_NAME_EN})(?:,[^,]{{3,140}},)?\s(?:(?P<announce>{_ANNOUNCE_EN})|(?P<depend>{_DEPEND_EN}))(?:\s(?:on|late|early)\s\w+)?(?:\s(?:that|about)|,)?\s"
)
_ACCORDING = re.compile(r"(?:^|,\s)[Aa]ccording to (?:the |a )?(?P<who>[^,.;]{2,80})(?:,\s|;|\.?$)")
_END_EN = re.compile(
    rf"[,”\"]\s(?P<who>{_NAME_EN}|it|he|she|they)\s(?:{_ANNOUNCE_EN})(?:\s(?:in|on|at|during)\s[^,]{{3,50}}?)?\.?[”\"]?$"
)
# "...," said the minister, who ...
_QUOTED_EN = re.compile(
    rf"[,.!?][”\"]\s(?:said|added|wrote|told reporters|says)\s(?P<who>{_NAME_EN})(?:,[^”\"]*)?[.,]?\s*$"
)
_AFTER_QUOTE_TH = re.compile(
    r"”\s*(?P<who>[^\s”\"]{2,30}(?:\s[^\s”\"0-9]{2,25}){0,2}?)\s?(?:กล่าว|ย้ำ|ระบุ|เปิดเผย|ทิ้งท้าย)"
)
_AFTER_QUOTE_EN = re.compile(rf"”\s*(?:(?P<who>{_NAME_EN})\s{_ANNOUNCE_EN})")
_NOBODY_TH = re.compile(
    r"ส(?:ำ|ํา)หรับ|ใน|จาก|เมื่อ|ตาม|ที่|มี|ได้|จะ|ปี|เดือน|สัปดาห์|ไตรมาส|ทั้ง|ยัง|เพื่อ|ซึ่ง|โดย"
)
_VERB_TH = re.compile(r"เป็น|ได้|จะ|มี(?!นา)|ทำให้|อยู่|ต้อง|สามารถ")
_LONGEST_SPEAKER = 60


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (None: nobody is named) and the content without the announcing words."""

    speaker: str | None
    content: str


def attribution_of(text: str, language: str) -> Attribution:
    """Speaker and content of a statement."""
    return _thai(text) if language == "th" else _english(text)


def _thai(text: str) -> Attribution:
    said = _SAID_TH.search(text)
    if said is not None:
        speaker = _subject(text[: said.start()])
        content = text[said.end() :].strip()
        if speaker and said["announce"] and len(content) >= 20:
            return Attribution(speaker, content)
        if speaker:
            return Attribution(speaker, text)
    ends = _END_TH.search(text)
    if ends is not None and _is_name(ends["who"]):
        return Attribution(_subject(ends["who"]), text[: ends.start()].strip(' “”"'))
    by = _BY_TH.search(text)
    return Attribution(by["who"].strip() if by else None, text)


def _is_name(words: str) -> bool:
    return _TITLED_TH.search(words) is not None or _LATIN_TH.search(words) is not None


def _subject(before: str) -> str | None:
    """The speaker in the words before a verb of saying: a titled or Latin name, or a short noun."""
    titled = _TITLED_TH.search(before)
    if titled is not None:
        return titled.group().strip()
    names = list(_LATIN_TH.finditer(before))
    if names:
        first = names[0]
        return (first if _ROLE_TH.match(before, first.end()) else names[-1]).group().strip()
    short = _SKIP_TH.sub("", before).strip()
    if _VERB_TH.search(short):
        short = _SKIP_TH.sub("", short.rpartition(" ")[2])
    named = 2 < len(short) <= _LONGEST_SPEAKER and not _NOBODY_TH.match(short)
    return short if named else None


def _english(text: str) -> Attribution:
    according = _ACCORDING.search(text)
    if according is not None:
        return Attribution(according["who"].strip(), text)
    ends = _END_EN.search(text)
    if ends is not None:
        return Attribution(ends["who"].strip(), text[: ends.start()].strip(' ,“”"'))
    quoted = _QUOTED_EN.search(text)
    if quoted is not None:
        return Attribution(quoted["who"].strip(), text[: quoted.start()].strip(' ,“”"'))
    said = _SAID_EN.search(text)
    if said is None or _OBJECT_EN.search(said.group()):
        return Attribution(None, text)
    speaker = said["who"].strip(" ,")
    content = text[said.end() :].strip()
    if said["announce"] and len(content) >= 25 and content.count(" ") >= 4:
        return Attribution(speaker, content[0].upper() + content[1:])
    return Attribution(speaker, text)


def quoted_speaker(text: str, start: int, end: int, language: str) -> str | None:
    """Who speaks the quotation that `[start, end)` lies in, named right after it; None: nobody."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if text.count("“", line_start, end) <= text.count("”", line_start, start):
        return None
    close = text.find("”", start, line_end)
    if close < 0:
        return None
    tail = text[close : min(line_end, close + 80)]
    if language == "th":
        ends = _AFTER_QUOTE_TH.match(tail)
        return ends["who"].strip() if ends is not None and _is_name(ends["who"]) else None
    said = _AFTER_QUOTE_EN.match(tail)
    return said["who"].strip() if said is not None else None
