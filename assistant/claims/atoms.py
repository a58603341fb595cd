# ruff: noqa: E501
"""One statement, one fact: coordinated facts of a unit, each written out.

A fact that is listed under a shared predicate has no wording of its own in the article, so all
facts of a unit keep the unit's span; each tells beside it which words are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.claims.company_words import COMPANIES
from assistant.claims.coordination import clauses_of
from assistant.claims.cue_words import CUES

_MOST = 8
_COMPANY = re.compile(COMPANIES)
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z]{2,}")
# Links that need the clause before them to make sense.
_KEEPS_HEAD = frozenset({"รวมถึง", "ด้วย", "ทำให้", "เพิ่มขึ้น", "ลดลง"})
_FIGURE = re.compile(r"[0-9๐-๙]")
_PREDICATE = {"th": re.compile(CUES["predicate"][0]), "en": re.compile(CUES["predicate"][1])}
# What makes a clause worth standing alone.
_OWN = {
    side: re.compile(
        "|".join(
            CUES[name][i] for name in ("superlative", "comparison", "change", "money", "percent")
        ),
        re.IGNORECASE,
    )
    for i, side in enumerate(("th", "en"))
}

# "... are: A (1,2), B (3) and C (4)"; "... ได้แก่ A จำนวน 1 คน B จำนวน 2 คน".
_LIST_TH = re.compile(r"^(?P<head>.{10,200}?(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้))\s*(?P<items>.+)$", re.DOTALL)
_ITEM_TH = re.compile(
    r"\s*(?:และ|หรือ|[0-9]{1,2}[.)]\s)?\s*(?P<item>[^\d,()]{2,45}?\s*(?:จำนวน|มูลค่า|ปริมาณ|ราคา)?\s*[(]?(?P<figure>[0-9๐-๙][0-9๐-๙,.]*\s*(?:พัน|หมื่น|แสน|ล้าน)*(?:บาท|คน|ราย|ตัน|ดอลลาร์(?:สหรัฐ)?|เที่ยว|แห่ง|ไร่|%|คัน|โดส|จุด|หน่วย))[)]?)"
)
_LIST_EN = re.compile(
    r"^(?P<head>.{8,200}?\b(?:were|are|include[sd]?|including|namely|was|is)):?\s+(?P<items>.+)$",
    re.DOTALL,
)
_ITEM_EN = re.compile(
    r"(?:^|,\s*|\band\s+)(?:and\s+)?(?P<item>[A-Za-z][\w’' -]{1,40}?\s*\([^()]*[0-9][^()]*\))"
)

# "both in A and B" at the end of a statement.
_BOTH_TH = re.compile(
    r"^(?P<head>.{12,}?)ทั้ง(?P<link>ใน|ด้าน|จาก|ที่)?(?P<one>[^\s]{2,30}?)และ(?P=link)?(?P<two>[^\s]{2,30}(?:\s[A-Z]{2,5})?)$"
)

# Cause and effect: the effect can be checked without its cause.
_CAUSED_TH = re.compile(r"^(?P<cause>.{6,}?)ทำให้(?:เกิด)?(?P<effect>.{22,})$")
_BECAUSE_TH = re.compile(
    r"^(?P<effect>.{25,}?)\s?(?:เนื่องจาก|เพราะ(?!ฉะนั้น)|อันเป็นผลจาก|เป็นผลจาก)(?P<cause>.{8,})$"
)
_BECAUSE_EN = re.compile(
    r"^(?P<effect>.{25,}?),?\s(?:because(?: of)?|due to|owing to|thanks to|as a result of)\s(?P<cause>.{8,})$"
)

_PRONOUN = re.compile(r"\s*(?:เขา|เธอ|มัน|พวกเขา|ทั้งสอง|It\b|They\b|He\b|She\b)")
# "... and that ...", after what somebody said.
_AND_THAT = re.compile(r",?\sand\sthat\s(?=\S+\s\S+\s\S+)")
# "which is a record": of all that was said before it.
_OF_ALL = re.compile(
    r"(?:ถือ)?(?:ว่า)?เป็น(?:สถิติ|ระดับ|ครั้ง|จำนวน|อัตรา|ตัวเลข|ผลจาก|มูลค่า|ยอด|สัญญาณ|เพราะ|การ(?=[^\s]{0,30}(?:ครั้ง|ที่สุด|สูงสุด|ต่ำสุด|อันดับ)))"
)
# A clause that goes on with its own verb.
_NEXT_TH = re.compile(
    r"\s*(?P<link>และ(?=(?:มี|ได้|จะ|เพิ่ม|ลด|สร้าง|ใช้|คิดเป็น|ยัง|สูง|ต่ำ))|ซึ่ง(?=(?:ทั้งหมด|จะ|เป็น|ได้|มี|คาด|เพิ่ม|ลด|คิดเป็น|สูง|ต่ำ|อาจ|ทำให้))|โดย(?=(?:มี|จะ|ได้|เพิ่ม|ลด|คิดเป็น|สร้าง))|รวมถึง|ด้วย(?=การคาดการณ์|วงเงิน|งบประมาณ|มูลค่า)|ทำให้(?=มี|เกิด)|(?<=\s)(?:เพิ่มขึ้น|ลดลง)(?=\s?(?:ร้อยละ|[0-9])))"
)
_NEXT_EN = re.compile(
    r",?\s+(?P<link>and(?= (?:also )?(?:comes|is|are|was|were|has|have|had|will|would|grew|rose|fell|made|won)\b)|and(?= (?:also )?(?!relat|associat|combin|unit|limit|advanc|improv|fix|so-call)\w+ed (?:by|to|from|in|at|the|a|an|its|their|that|more|about|[$0-9]))|which(?= (?:is|are|was|were|will|would|has|had|grew|rose|fell|may|could|led)\b))\s+"
)
# "took two months and spent 6 million on building it": what both were spent on.
_SPENT_TH = re.compile(r"ใช้เวลา|ใช้เงิน|ใช้งบ|งบประมาณ|ต้นทุน|ทุ่ม|ลงทุน|จ่าย")
_PURPOSE_TH = re.compile(r"ในการ(?=\S{4}).+$", re.DOTALL)
# Words before the subject: connectives, times, whose study it is.
_OPENERS_TH = (
    r"(?:(?:ยกตัวอย่างเช่น|เช่น|เป็นผลให้|ในขณะที่|ขณะที่|แต่|ยิ่งไปกว่านั้น|อย่างไรก็ตาม|เมื่อวานนี้|วันนี้|ปัจจุบัน|ทั้งนี้|นอกจากนี้|ส(?:ำ|ํา)หรับ|โดย|ซึ่ง"
    r"|จาก\s?การ\s?(?:ศึกษา|วิจัย|สำรวจ)\s?(?:ของ|โดย)?\s?[A-Z][\w.]*)\s?(?:\([^)]*\)\s?)?)*"
)
_SUBJECT_TH = re.compile(
    rf"^{_OPENERS_TH}(?P<subject>(?:[^0-9(“\"]|“[^”\n]{{1,30}}”){{3,70}}?)\s?"
    r"(?=(?<!เคย)ไม่(?=ได้|เคย|มี|เป็น|สามารถ|ต้อง|เพิ่ม|ลด|ใช้|อาจ|ยอม)|มิได้|เคย|(?<!ความ)จะ|(?<!ราย)ได้(?!แก่|รับ)|(?<!ทั้ง)มี(?!นา)|เป็น|(?<!ความ)ต้อง(?!การ)|สามารถ|อาจ|กำลัง|ยังคง|คาด|เพิ่ม|ลด|ใช้|ทำให้|ประกาศ|อ้าง|เสนอ|วาง|สร้าง|ส่งออก|เปิด)"
)
# What no subject is: a condition, a cause, what was said, or words that go on.
_NO_SUBJECT_TH = re.compile(
    r"^(?:เนื่องจาก|เพราะ|หาก|ถ้า|แม้|กรณี|พบ)|(?<!ก)ว่า(?!การ|ง|จ้าง)|(?:ยัง|ไม่|มิ|เคย|ก็|แต่|นับ|ที่|ซึ่ง|และ|จึง)$|^(?:แต่|นับ|ราย)$"
)
# What a relative clause hangs on: a list of examples, or a name with its noun.
_ANTECEDENT = re.compile(
    r"(?:เช่น|อาทิ|ได้แก่)(?P<list>[^0-9]{4,80})$"
    r"|(?P<name>(?:โมเดล|รุ่น|บริษัท|วัคซีน|โครงการ|แอป|ระบบ|ชิป)?\s?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)\s?$"
)
_SUBJECT_EN = re.compile(
    r"^(?:In \w+[^,]{0,30}, |According to [^,]+, |On [^,]+, )?(?P<subject>[A-Z][^,;]{2,60}?)\s(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|grew|rose|fell|comes|\w+ed|\w+s)\b)"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One fact written out; `unsure` says that its subject was taken from the clause before.

    `own` are the words of the statement that tell this fact and no other, "" for all of them.
    """

    text: str
    unsure: bool = False
    own: str = ""


def atoms_of(text: str, language: str) -> tuple[Atom, ...]:
    """The facts of a statement, in order; one atom with the statement itself when it is one."""
    parts = clauses_of(text, language)
    if len(parts) == 1:
        return _split(text, language)
    found = [
        replace(atom, own=atom.own or part.own, unsure=atom.unsure or part.unsure)
        for part in parts
        for atom in _split(part.text, language)
    ]
    return tuple(found[:_MOST])


def _split(text: str, language: str) -> tuple[Atom, ...]:
    """The facts of one clause."""
    for split in _SPLITS[language]:
        found = tuple(split(text))[:_MOST]
        if len(found) > 1:
            return found
    return (Atom(text),)


def subject_of(text: str, language: str) -> str:
    """The subject that `text` opens with, "" when none is found."""
    match = (_SUBJECT_TH if language == "th" else _SUBJECT_EN).match(text)
    subject = match["subject"].strip() if match else ""
    return "" if language == "th" and _NO_SUBJECT_TH.search(subject) else subject


def _listed_th(text: str) -> Iterator[Atom]:
    yield from _listed(text, _LIST_TH, _ITEM_TH, "{head} {item}")


def _listed_en(text: str) -> Iterator[Atom]:
    yield from _listed(text, _LIST_EN, _ITEM_EN, "{head} {item}")


def _listed(text: str, outer: re.Pattern[str], inner: re.Pattern[str], form: str) -> Iterator[Atom]:
    match = outer.match(text)
    if match is None:
        return
    items = [m["item"].strip(" ,") for m in inner.finditer(match["items"])]
    if len(items) > 1:
        for item in items:
            yield Atom(form.format(head=match["head"], item=item), own=item)


def _both_th(text: str) -> Iterator[Atom]:
    match = _BOTH_TH.match(text)
    if match is not None and _OWN["th"].search(match["head"]):
        for part in (match["one"], match["two"]):
            yield Atom(f"{match['head']}{match['link'] or ''}{part}", own=part)


def _caused_th(text: str) -> Iterator[Atom]:
    yield from _caused(text, (_CAUSED_TH, _BECAUSE_TH), "th")


def _caused_en(text: str) -> Iterator[Atom]:
    yield from _caused(text, (_BECAUSE_EN,), "en")


def _caused(text: str, forms: tuple[re.Pattern[str], ...], language: str) -> Iterator[Atom]:
    for form in forms:
        match = form.match(text)
        if match is not None and _PRONOUN.match(match["effect"]):
            return
        if match is not None and _FIGURE.search(match["effect"]):
            yield Atom(match["effect"].strip(), own=match["effect"].strip())
            yield Atom(text)
            return


def _said_en(text: str) -> Iterator[Atom]:
    parts = _AND_THAT.split(text)
    if len(parts) > 1 and all(_stands(part, "en") for part in parts):
        for part in parts:
            yield Atom(f"{part[0].upper()}{part[1:]}".strip(), own=part.strip())


def _clauses_th(text: str) -> Iterator[Atom]:
    yield from _clauses(text, "th", _NEXT_TH, _SUBJECT_TH)


def _clauses_en(text: str) -> Iterator[Atom]:
    yield from _clauses(text, "en", _NEXT_EN, _SUBJECT_EN)


def _clauses(
    text: str, language: str, link: re.Pattern[str], subject: re.Pattern[str]
) -> Iterator[Atom]:
    begin, parts = 0, []
    for match in link.finditer(text):
        if _stands(text[begin : match.start()], language) and _stands(
            text[match.end() :], language
        ):
            parts.append((text[begin : match.start()], begin))
            begin = match.start("link")
    parts.append((text[begin:], begin))
    if len(parts) < 2:
        return
    who = subject.match(text)
    for place, (part, at) in enumerate(parts):
        part = _for_the_same(part, parts[place + 1][0] if place + 1 < len(parts) else "")
        found = link.match(text, at) or link.search(text, max(0, at - 2))
        word = found["link"] if found and at else ""
        clause = part.removeprefix(word).strip()
        own = parts[place][0].removeprefix(word).strip()
        if not at:
            yield Atom(part.strip(), own=own)
        elif word in _KEEPS_HEAD or (word == "ซึ่ง" and _OF_ALL.match(text, at + len(word))):
            yield Atom((text[:at] + part).strip(), own=own)
        else:
            yield replace(_continued(text[:at], clause, word, who, language), own=own)


def _for_the_same(part: str, following: str) -> str:
    """A clause on what was spent, with the purpose that the clause after it names for both."""
    purpose = _PURPOSE_TH.search(following)
    if purpose is None or not following.startswith("และ"):
        return part
    if not _SPENT_TH.search(part) or _PURPOSE_TH.search(part):
        return part
    return f"{part.rstrip()}{purpose.group().rstrip()}"


def _continued(
    before: str, clause: str, word: str, who: re.Match[str] | None, language: str
) -> Atom:
    """A clause with the subject it takes from the text before it."""
    relative = word.startswith(("ซึ่ง", "which"))
    antecedent = _ANTECEDENT.search(before.rstrip()) if relative else None
    if antecedent is not None:
        subject = antecedent["list"] or antecedent["name"]
        return Atom(_joined(subject.strip(), clause, language))
    subject = who["subject"] if who else ""
    return Atom(_joined(subject, clause, language), unsure=relative or not subject or word == "โดย")


def _joined(subject: str, clause: str, language: str) -> str:
    if not subject:
        return clause
    tight = language == "th" and not subject.strip()[-1:].isascii()
    return f"{subject.strip()}{'' if tight else ' '}{clause}"


def _stands(part: str, language: str) -> bool:
    """Whether a clause has a verb and something to check of its own."""
    part = part.strip()
    if len(part) < 22 or not _PREDICATE[language].search(part):
        return False
    return (
        _FIGURE.search(part) is not None or _OWN[language].search(part) is not None or _names(part)
    )


def _appended(match: re.Match[str], right: str) -> bool:
    """Whether "including ..." adds names of its own."""
    return match["link"] == "รวมถึง" and len(right) > 15 and _names(right)


def _names(part: str) -> bool:
    return _LATIN_NAME.search(part, 1) is not None or _COMPANY.search(part) is not None


_Split = Callable[[str], Iterator[Atom]]
_SPLITS: dict[str, tuple[_Split, ...]] = {
    "th": (_listed_th, _both_th, _clauses_th, _caused_th),
    "en": (_listed_en, _said_en, _clauses_en, _caused_en),
}
