"""The translation alarm: signs that an article was translated by machine, and badly.

A sign is only told where its table entry fits its place: "ตัวอักษร" (letters) is no fault by
itself, between two company names it is Alphabet. Signs that people also make when they write
(an unclosed quotation mark, mixed eras) are told only beside others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.claims import translation_words as tables
from assistant.claims.translation_english import english_signs
from assistant.claims.translation_names import name_signs
from assistant.claims.translation_notice import Sign, notice, whole_words
from assistant.claims.worthiness import cues_of
from assistant.names.ordinary import is_word
from assistant.types import Notice, Quantity

_CALQUES = tuple((code, re.compile(p), what) for code, p, what in tables.CALQUES)
_DIRECTION = re.compile(rf"(?:{tables.DIRECTIONS})")
_DOUBLED_FIGURE = re.compile(
    rf"(?P<word>{tables.COMPARATIVES})(?:(?!และ|แต่|หรือ|,)[^\n0-9๐-๙]){{0,32}}?(?P=word)\s*[$฿]?\s*[0-9๐-๙][\d.,]*\s*%?"
)
_DOUBLED = re.compile(tables.DOUBLED)
_TURNED = tuple((re.compile(p), what) for p, what in tables.TURNED)
_STRANDED = re.compile(tables.STRANDED)
_CLASH = re.compile(
    r"\$\s?[0-9][0-9.,]*\s?(?:พัน|หมื่น|แสน|ล้าน)*\s?บาท|฿\s?[0-9][0-9.,]*\s?(?:พัน|หมื่น|แสน|ล้าน)*\s?(?:ดอลลาร์|เหรียญ)"
)
# A year of one era under the name of the other; a year that was converted twice.
_WRONG_ERA = re.compile(
    r"พ\.ศ\.\s?(?P<ce>1[89][0-9]{2}|20[0-9]{2})(?![0-9])|ค\.ศ\.\s?(?P<be>2[45][0-9]{2})(?![0-9])"
    r"|(?:ปี|พ\.ศ\.|ค\.ศ\.)\s?(?P<twice>3[01][0-9]{2})(?![0-9,.])"
)
_SCALE = re.compile(r"(?<![0-9.,])(?P<n>[0-9]{2,3}(?:[.,][0-9]+)?)\s?พันล้าน")
_BE = re.compile(r"(?<![\d,.])2[45][0-9]{2}(?![\d,.]*\d)")
_CE = re.compile(
    r"(?:ปี|ค\.ศ\.|ใน|[ก-๙]\s)\s*(?P<year>(?:19|20)[0-9]{2})(?![\d,.%]*\d)(?!\s*(?:คน|บาท|ล้าน))"
)
_LINE = re.compile(r"[^\r\n]+")
_CONDITION = re.compile(r"(?:(?:และ|แต่)|^)\s?(?:หาก|ถ้า)(?P<rest>[^\n]{12,200})$", re.MULTILINE)
_CONCLUSION = re.compile(
    r"จะ|ก็|ให้|ต้อง|อาจ|สามารถ|ย่อม|คง|ขอ(?!ง)|โปรด|ควร|ได้ที่|ติดต่อ|แจ้ง|โทร|ดังนั้น|จึง|ทำให้|[.!?”]"
)
_ADVERT = re.compile(r"[:!]|\s-\s|^[A-Z]")
_NOTICE = re.compile(r"#|\W*(?:เตือน|ระวัง|ด่วน)")
_LATIN = re.compile(r"(?<![A-Za-z0-9./@#:_-])[a-z]{5,}(?![A-Za-z0-9.:/@_-])")
_ADJECTIVE = re.compile(tables.ADJECTIVE_PLACE, re.MULTILINE)
_STRAY_SPACE = re.compile(
    r"(?:ข้อ จำกัด|ตรวจ สอบ|เปิด ตัว|การ ศึกษา|จาก การ|ความ ต้อง|“ \S|(?<=[ก-๙]) บริษัท (?=[ก-๙]))"
)
# Codes that careful writers also produce: told only when this many other signs are there.
_AMOUNTS = frozenset({"money", "percent", "power", "energy", "rate", "price"})
_WEAK = {
    "unclosed_quote": 2,
    "mixed_eras": 2,
    "stray_latin": 2,
    "broken_sentence": 2,
    "left_untranslated": 1,
}
_SURE = 3
_LONGER = 8  # letters by which a longer word may go on


def translation_notices(text: str, language: str) -> tuple[Notice, ...]:
    """Faults of translation in an article, in reading order. `language` is "th" or "en"."""
    signs = _signs if language == "th" else english_signs
    read = {whole for sign in signs(text) if (whole := _whole(sign, text)) is not None}
    found = sorted(read, key=lambda s: (s[1], s[2], s[0]))
    strong = sum(code not in _WEAK and code != "advert" for code, *_ in found)
    strong += min(2, len(_STRAY_SPACE.findall(text)))
    told = [s for s in found if strong >= _WEAK.get(s[0], 0)]
    notices = [notice(code, language, start, end, what) for code, start, end, what in told]
    faults = sum(n.code != "advert" for n in notices)
    if faults >= _SURE:
        notices.insert(0, notice("machine_translated", language, 0, 0, str(faults)))
    return tuple(notices)


def _whole(sign: Sign, text: str) -> Sign | None:
    """`sign` on whole words; None for a name that only begins a longer word."""
    if sign[0] != "translated_name":
        return whole_words(sign, text)
    longer = range(sign[2] + 1, min(len(text), sign[2] + _LONGER) + 1)
    return None if any(is_word(text[sign[1] : end]) for end in longer) else sign


def _signs(text: str) -> Iterator[Sign]:
    yield from name_signs(text)
    yield from _phrases(text)
    yield from _directions(text)
    yield from _scales(text)
    yield from _eras(text)
    yield from _sentences(text)
    yield from _latin(text)


def _phrases(text: str) -> Iterator[Sign]:
    for code, pattern, what in _CALQUES:
        for match in pattern.finditer(text):
            yield code, match.start(), match.end(), what
    for pattern, what in _TURNED:
        for match in pattern.finditer(text):
            yield "turned_meaning", match.start(), match.end(), what
    for pattern in (_DOUBLED_FIGURE, _DOUBLED):
        for match in pattern.finditer(text):
            yield "doubled_comparative", match.start(), match.end(), ""
    for match in _STRANDED.finditer(text):
        yield "stranded_modifier", match.start(), match.end(), ""


def _directions(text: str) -> Iterator[Sign]:
    from assistant.quantities import parse

    for match in _DIRECTION.finditer(text):
        ahead = text[match.end() : match.end() + 45].split("\n")[0]
        amount = next((q for q in parse(ahead) if _is_amount(q)), None)
        if amount is not None:
            yield "direction_amount", match.start(), match.end() + amount.end, ""


def _is_amount(quantity: Quantity) -> bool:
    return quantity.kind in _AMOUNTS


def _scales(text: str) -> Iterator[Sign]:
    for match in _SCALE.finditer(text):
        value = Decimal(match["n"].replace(",", ""))
        yield "scale_words", match.start(), match.end(), _in_thai(value)


def _in_thai(billions: Decimal) -> str:
    unit, name = (Decimal(100), "แสนล้าน") if billions >= 100 else (Decimal(10), "หมื่นล้าน")
    return f"{(billions / unit).normalize():f} {name}"


def _eras(text: str) -> Iterator[Sign]:
    for match in _WRONG_ERA.finditer(text):
        yield "era_slip", match.start(), match.end(), _right_era(match)
    for match in _CLASH.finditer(text):
        yield "unit_clash", match.start(), match.end(), ""
    buddhist = len(_BE.findall(text))
    common = list(_CE.finditer(text))
    if buddhist and common and len(common) <= buddhist:
        for match in common:
            yield "mixed_eras", match.start("year"), match.end("year"), ""


def _right_era(match: re.Match[str]) -> str:
    if match["ce"]:
        return f"ค.ศ. {match['ce']} = พ.ศ. {int(match['ce']) + 543}"
    if match["be"]:
        return f"พ.ศ. {match['be']} = ค.ศ. {int(match['be']) - 543}"
    return f"พ.ศ. {int(match['twice']) - 543}"


def _sentences(text: str) -> Iterator[Sign]:
    for match in _CONDITION.finditer(text):
        if not _CONCLUSION.search(match["rest"]):
            yield "broken_sentence", match.start(), match.end(), ""
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    for match in lines[-2:] if len(lines) > 2 else []:
        line = match.group().strip()
        if _is_advert(line):
            start = match.start() + match.group().index(line)
            yield "advert", start, start + len(line), ""
    for match in lines:
        opened = _unclosed(match.group())
        if opened is not None:
            yield "unclosed_quote", match.start() + opened, match.end(), ""


def _is_advert(line: str) -> bool:
    cues = cues_of(line, "th")
    if "advert" not in cues or cues.keys() & {"figure", "attribution"} or len(line) > 160:
        return False
    return _ADVERT.search(line) is not None and not _NOTICE.match(line)


def _unclosed(line: str) -> int | None:
    """Where the quotation opens that `line` never closes, None when all are closed."""
    opened: list[int] = []
    for match in re.finditer("[“”]", line):
        if match.group() == "“":
            opened.append(match.start())
        elif opened:
            opened.pop()
    # Some writers close with the opening mark: an even number of them is balanced.
    return opened[-1] if len(opened) % 2 else None


def _latin(text: str) -> Iterator[Sign]:
    for match in _ADJECTIVE.finditer(text):
        yield "stray_latin", match.start("word"), match.end("word"), ""
    for match in _LATIN.finditer(text):
        if match.group() not in tables.LATIN_IN_THAI and not _among_latin(text, match):
            yield "stray_latin", match.start(), match.end(), ""


def _among_latin(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands in a run of Latin words: a title, an address, a quotation."""
    around = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
    return re.search(r"[A-Za-z]", around) is not None
