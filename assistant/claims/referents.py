# ruff: noqa: E501
"""Whom "the company", "he" and "this" mean, as far as the article decides it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.claims.company_words import COMPANIES
from assistant.claims.context import WORDS, Context, Edit, Reading, doubt
from assistant.names import same_name

# Companies that are well known, and those that say of themselves what they are.
_COMPANY = re.compile(
    rf"(?:{COMPANIES})|บริษัท\s?[ก-๙A-Za-z.&-]{{2,30}}(?:\s[ก-๙A-Za-z.&-]{{2,20}}){{0,2}}\s?จำกัด(?:\s?\(มหาชน\))?"
    r"|[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2}\s(?:Inc|Corp|Ltd|LLC|PLC|Plc|Holdings|Airlines|Motors)\b"
)
_THE_COMPANY = {
    "th": re.compile(
        r"(?:(?<=ของ)|(?<![ก-ฮเ-ไ]))บริษัท(?!\s?[^\n]{2,45}?จำกัด)(?=\s*(?:$|ได้|จะ|มี|ยัง|กำลัง|คาด|ถูก|ระบุ|กล่าว|ประกาศ|นี้|ดังกล่าว|ลดลง|เพิ่มขึ้น|ร่วง|พุ่ง|ปรับตัว|ขยายตัว|หดตัว|เติบโต|ขาดทุน|อยู่ที่|อาจ|ไม่|เคย|ต้อง|สามารถ|ใน(?:ปี|ไตรมาส|เดือน|ช่วง)|Jassy|[,.]))(?!\s?(?:AI|เทค|ทำ|ใน(?!ปี|ไตรมาส|เดือน|ช่วง)|ที่))"
    ),
    "en": re.compile(
        r"\b(?:[Tt]he (?:company|firm)|[Ii]ts?(?= (?:said|plans|expects|reported|announced)))\b"
    ),
}
_PERSON = {
    "th": re.compile(r"(?:^|(?<=\s))(?:เขา|เธอ)(?=\s|ได้|กล่าว|จะ|ระบุ|ยัง|ยืน|เป็น|มี|เคย|คาด|เชื่อ|$)"),
    "en": re.compile(r"\b(?:He|She|he|she)\b"),
}
_POINTING = {
    "th": re.compile(
        r"(?:^|(?<=ว่า)|(?<=ว่า ))(?:นี่|สิ่งนี้|สิ่งเหล่านี้|[ก-๙]{2,12}เหล่านี้|ยอดดังกล่าว|เรื่องดังกล่าว|โครงการดังกล่าว|มาตรการดังกล่าว)"
    ),
    "en": re.compile(r"^(?:This|That|These|Those|It|They|Its|Their)\b(?: \w+)?"),
}
_FEW = 5
_BODIES = re.compile(
    r"\b(?:Organi[sz]ation|Agency|Ministry|Bank|Court|Department|Health|National|University|Group|Union|Council|Office|Party|Committee|Authority|Commission)\b"
)
_PRONOUN = re.compile(r"เขา|เธอ|ตน|He|She|It|We|They|I|he|she|it|we|they")
_FEMALE = frozenset({"เธอ", "she"})
_MAN = re.compile(r"นาย|นพ\.|พล|Mr\.")
_WOMAN = re.compile(r"นาง|น\.ส\.|พญ\.|แพทย์หญิง|Ms\.|Mrs\.")
_NAME = {
    "th": re.compile(
        r"(?:นายแพทย์|แพทย์หญิง|นางสาว|นาย(?!ก)|นาง|น\.ส\.\s?|ดร\.\s?|นพ\.\s?|พญ\.\s?|พล\.?\s?[ก-ฮ]\.?[ก-ฮ]?\.?\s?|พลเอก\s?)[ก-๙]{2,20}\s[ก-๙]{2,20}|[A-Z][a-z]+\s[A-Z][a-z]+(?=\s?(?:ซีอีโอ|ผู้|ประธาน|กล่าว|อธิบาย|พยายาม))"
    ),
    "en": re.compile(
        r"(?:Mr|Ms|Mrs|Dr|Gen)\.\s[A-Z][a-z]+(?:\s[A-Z][\w-]+)?|[A-Z][a-z]+\s[A-Z][a-z]+(?=,| said| told| added| wrote| is | was )|(?<=said )[A-Z][a-z]+\s[A-Z][a-z]+"
    ),
}


def companies(text: str, context: Context) -> Reading:
    """Which company "the company" is: the only one named near by, or the article's own."""
    edits: list[Edit] = []
    unclear: list[str] = []
    for match in _THE_COMPANY[context.language].finditer(text):
        speaking = _distinct(_COMPANY.findall(context.intro))
        if len(speaking) == 1:
            edits.append(Edit(match.start(), match.end(), f"{match.group()} ({speaking[0]})"))
            continue
        near = _distinct(_COMPANY.findall(context.before[-400:] + text[: match.start()]))
        main = _main(_COMPANY.findall(context.article))
        if not near and match.group().casefold() in ("it", "its"):
            unclear.append(doubt(context, "pointing", match.group()))
            continue
        if not near:
            near = _distinct(_COMPANY.findall(context.before))[:_FEW]
        chosen = near[0] if len(near) == 1 else None
        if main is not None and any(_same_company(main, name) for name in near):
            chosen = main
        if chosen is not None:
            edits.append(Edit(match.start(), match.end(), f"{match.group()} ({chosen})"))
        elif near:
            names = WORDS[context.language]["or"].join(near[:4])
            unclear.append(doubt(context, "company", match.group(), names))
        else:
            unclear.append(doubt(context, "company_none", match.group()))
    return Reading(tuple(edits), tuple(unclear))


def _distinct(names: Sequence[str]) -> list[str]:
    """`names` once each, in order; two spellings of one company count once."""
    found: list[str] = []
    for name in dict.fromkeys(names):
        if not any(_same_company(name, other) for other in found):
            found.append(name)
    return found


@lru_cache(maxsize=4096)
def _same_company(a: str, b: str) -> bool:
    return a.casefold() == b.casefold() or same_name(a, b)


def _main(names: Sequence[str]) -> str | None:
    """The company that an article is about: named at least twice as often as any other."""
    counted: Counter[str] = Counter()
    for name, times in Counter(names).items():
        known = next((n for n in counted if _same_company(n, name)), name)
        counted[known] += times
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    if len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]:
        return None
    return ranked[0][0]


def people(text: str, context: Context) -> Reading:
    """Whom the first pronoun means: the only person named shortly before."""
    edits: list[Edit] = []
    unclear: list[str] = []
    pronoun = _PERSON[context.language].search(text)
    if pronoun is None:
        return Reading(tuple(edits), tuple(unclear))
    names = _fitting(pronoun.group(), context.before[-500:], context.language)
    if names:
        nearer = _fitting(pronoun.group(), text[: pronoun.start()], context.language)
        names = _distinct([*names, *nearer])
    if len(names) == 1:
        edits.append(Edit(pronoun.start(), pronoun.end(), f"{pronoun.group()} ({names[0]})"))
    elif names:
        listed = WORDS[context.language]["or"].join(names[-3:])
        unclear.append(doubt(context, "person", pronoun.group().strip(), listed))
    return Reading(tuple(edits), tuple(unclear))


def speaker(said: str | None, context: Context) -> str | None:
    """`said`, and for a pronoun whom it means; None when the article does not decide it."""
    if said is None or not _PRONOUN.fullmatch(said):
        return said
    names = _fitting(said, context.before[-500:], context.language)
    return names[0] if len(names) == 1 else None


def _fitting(pronoun: str, before: str, language: str) -> list[str]:
    """The people named in `before` whom the pronoun may mean, by what their titles tell."""
    found = _NAME[language].findall(before)
    names = _distinct([name for name in found if not _BODIES.search(name)])
    unfit = _MAN if pronoun.strip().casefold() in _FEMALE else _WOMAN
    if pronoun.strip() == "เขา":
        named = [name for name in names if not _WOMAN.match(name)]
        return named or names
    return [name for name in names if not unfit.match(name)]


def pointing(text: str, context: Context) -> Reading:
    """A demonstrative that opens `text` is not resolved, only told."""
    found = _POINTING[context.language].search(text)
    if found is None:
        return Reading()
    return Reading(doubts=(doubt(context, "pointing", found.group().strip()),))
