"""`canonical` of `index.embedding.numerals`, without the patterns that a text cannot hold.

Most patterns there begin with a look behind, so each of them is tried at every letter. A quick
look at which signs stand in the text tells that nearly all of them find nothing. The rules are in
`numerals` alone, in the order given there, and the spelling is the same (a test holds it to that).
"""

from __future__ import annotations

import re

from index.embedding import numerals

# Each is simpler than the pattern it stands before, and found wherever that one is.
_DIGIT = re.compile(r"\d")
_THAI = re.compile("[\u0e00-\u0e7f]")
_YEAR = re.compile(r"2[45]\d\d")
_SHORT_YEAR = re.compile(r"[.มน์]\s*[4-7]\d")
_RANGE = re.compile(r"\d\s*[-–]")
_THAI_SCALE = re.compile(r"\d\s*(?:พัน|หมื่น|แสน|ร้อย|สิบ|ล้าน)")
_ENGLISH_SCALE = re.compile(r"\d[\s-]*[tmb]", re.I)
_MONEY = re.compile("[$€£¥฿]")
_LONG = re.compile(r"\d{7}")
_PERCENT = re.compile(r"\d\s*[%pPเ]")


def respelled(text: str) -> str:
    """What `canonical(text)` is."""
    if not _DIGIT.search(text):
        return text
    thai = not text.isascii() and _THAI.search(text) is not None
    text = _years(text.translate(numerals._THAI_DIGITS) if thai else text, thai)
    text = _amounts(text, thai)
    if "ร้อยละ" in text:
        text = numerals._PERCENT_BEFORE.sub(r"\1%", text)
    return numerals._PERCENT_AFTER.sub(r"\1%", text) if _PERCENT.search(text) else text


def _years(text: str, thai: bool) -> str:
    common = numerals._common
    if "ศ." in text or "พศ" in text or "BE" in text or "B.E" in text:
        text = numerals._ERA.sub(lambda m: common(m[1] or m[2]), text)
    if "ศ." in text or "CE" in text or "AD" in text or "A.D." in text:
        text = numerals._COMMON_ERA.sub("", text)
    if thai and _YEAR.search(text):
        text = numerals._THAI_YEAR.sub(
            lambda m: " " + common(m[1]) if m[1] else m[2] + common(m[3]), text
        )
    if thai and _SHORT_YEAR.search(text):
        text = numerals._SHORT_YEAR.sub(lambda m: m[1] + common("25" + m[2]), text)
    # A year alone is read as Thai only where Thai is left when the marks of an era are gone.
    if thai and "25" in text and _THAI.search(text):
        text = numerals._BARE_YEAR.sub(lambda m: common(m[1]), text)
    return text


def _amounts(text: str, thai: bool) -> str:
    scaled, units = numerals._scaled, numerals._UNITS
    if "," in text:
        text = numerals._GROUPED.sub(lambda m: m[0].replace(",", ""), text)
    if thai and _THAI_SCALE.search(text):
        scale = numerals._thai_scale
        if _RANGE.search(text):
            text = numerals._THAI_RANGE.sub(lambda m: scaled(m[1], scale(m[4])) + "-", text)
        text = numerals._THAI_SCALED.sub(lambda m: scaled(m[1], scale(m[2])) + " ", text)
    if _ENGLISH_SCALE.search(text):
        text = numerals._ENGLISH_SCALED.sub(numerals._english, text)
    if _MONEY.search(text):
        text = numerals._LETTER_SCALED.sub(lambda m: m[1] + scaled(m[2], units[m[3].lower()]), text)
    return numerals._PLAIN.sub(lambda m: scaled(m[0], 1), text) if _LONG.search(text) else text
