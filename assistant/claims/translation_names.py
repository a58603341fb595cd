"""Names in a Thai article that translation made words, garbled or turned round.

A word is only told where it stands like a name: "ตัวอักษร" (letters) is no fault by itself,
between two company names it is Alphabet; "เปลือกหอย" (a shell) that reports a profit is Shell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims import company_words as words
from assistant.claims.translation_notice import Sign

# Thai words and the name they may stand for.
NAMES = tuple((re.compile(words), name) for words, name in words.TRANSLATED_NAMES.items() if name)
_COMPANY = re.compile(words.COMPANIES)
_AND = r"\s*(?:และ|หรือ|กับ|,|รวมถึง|ตลอดจน)\s*"
_NEXT = re.compile(rf"(?:{_AND}|\s*)(?:{words.COMPANIES})")
_NEXT_JOINED = re.compile(rf"{_AND}(?:{words.COMPANIES})")
_PREVIOUS = re.compile(rf"(?:{words.COMPANIES})[ก-๙]{{0,4}}(?:{_AND}|\s*)\Z")
_LIST_OPENS = re.compile(r"(?:เช่น|ได้แก่|อาทิ|อย่าง|ประกอบด้วย)\s*\Z")
_DISTORTED = re.compile(
    rf"(?P<name>{words.COMPANIES})(?P<tail>[ก-๙]{{2,5}}?)"
    rf"(?=\s?(?:และ|,|หรือ|{words.COMPANIES}|{'|'.join(words.TRANSLATED_NAMES)}))"
)
_NAME_ORDER = re.compile(rf"(?<![A-Za-z])[A-Z][A-Za-z]{{2,}} (?:{words.NOUNS_AFTER_NAME})")
_OPENS = re.compile(rf"(?:{words.COMPANY_OPENS})\s?\Z")
_DOES = re.compile(words.COMPANY_DOES)
_ALONE = re.compile(words.COMPANY_ALONE)
_PARTNER = re.compile(rf"{_AND}[ก-๙]{{2,14}}?(?={words.COMPANY_ALONE})")
_JOINED_BEFORE = re.compile(rf"(?:{words.COMPANIES})[ก-๙]{{0,4}}{_AND}\Z")
_CLAUSE_BEGINS = re.compile(r"(?:^|\s|ว่า|เมื่อวัน[ก-๙]{2,8}|“)\Z", re.MULTILINE)
_PEOPLE = tuple(
    (re.compile(rf"(?:{words.PERSON_OPENS})(?P<word>{thai})"), name)
    for name, thai in words.PERSON_WORDS.items()
)


def name_signs(text: str) -> Iterator[Sign]:
    """Names that became words, were garbled, or stand in English word order, in Thai `text`."""
    for pattern, name in NAMES:
        for match in pattern.finditer(text):
            if _stands_for_name(text, match) or _acts_like_company(text, match):
                yield "translated_name", match.start(), match.end(), name
    for pattern, name in _PEOPLE:
        for match in pattern.finditer(text):
            yield "translated_name", match.start("word"), match.end("word"), name
    for match in _DISTORTED.finditer(text):
        if match["tail"] not in words.NO_TAIL and _is_listed(text, match.start(), match.end()):
            yield "distorted_name", match.start(), match.end(), match["name"]
    for match in _NAME_ORDER.finditer(text):
        yield "name_order", match.start(), match.end(), ""


def _stands_for_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands where a company would: between two, or opening a list of them."""
    before, after = _around(text, match)
    if _PREVIOUS.search(before):
        return _NEXT.match(after) is not None
    return bool(_LIST_OPENS.search(before) and _NEXT_JOINED.match(after))


def _is_listed(text: str, start: int, end: int) -> bool:
    return len(set(_COMPANY.findall(text[max(0, start - 40) : end + 40]))) >= 2


def _acts_like_company(text: str, match: re.Match[str]) -> bool:
    """Whether the word does what a company does, where a company would stand."""
    before, after = _around(text, match)
    acts = _DOES.match(after) is not None
    if acts and (_OPENS.search(before) or _JOINED_BEFORE.search(before)):
        return True
    if not _CLAUSE_BEGINS.search(before) or match.group() in words.NOT_ALONE:
        return False
    pair = _NEXT_JOINED.match(after)
    partner = _PARTNER.match(after)
    if partner and _ALONE.match(after, partner.end()):
        return True
    return bool(_ALONE.match(after) or (pair and _DOES.match(after, pair.end())))


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    return text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 60]
