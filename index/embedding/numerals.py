"""One spelling for a figure in both languages, so that equal figures embed alike.

Only what the embedding models read passes through here; quotes, offsets and comparisons never do.
"ปี 2568" and "2025" both become "2025", "1 แสนล้าน" and "$100bn" become "100 billion" and
"$100 billion", "ร้อยละ 5" and "5 per cent" become "5%".
"""

from __future__ import annotations

import re
from decimal import Decimal

BUDDHIST_OFFSET = 543
SIGNIFICANT_DIGITS = 4

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_UNITS = {
    "สิบ": 10,
    "ร้อย": 100,
    "พัน": 10**3,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "k": 10**3,
}
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_NUMBER = r"\d+(?:\.\d+)?"
_THAI_SCALED = re.compile(
    rf"(?<![\d.])({_NUMBER})\s*((?:(?:พัน|หมื่น|แสน|ร้อย|สิบ)?(?:ล้าน)+)|พัน|หมื่น|แสน)(?![่-๎])"
)
_THAI_RANGE = re.compile(rf"(?<![\d.])({_NUMBER})\s*[-–]\s*(?=({_THAI_SCALED.pattern}))")
_ENGLISH_SCALED = re.compile(
    rf"(?<![\d.])({_NUMBER})[\s-]*(thousand|million|billion|trillion|mln|bln|trn|mn|bn|tn)\b", re.I
)
# One letter is a scale only after a currency sign: "$6m" is money, "6 m" a length.
_LETTER_SCALED = re.compile(rf"([$€£¥฿])\s?({_NUMBER})\s?(k|m|b)\b", re.I)
_PLAIN = re.compile(r"(?<![\d.,])\d{7,15}(?:\.\d+)?(?![\d,])")
_PERCENT_BEFORE = re.compile(rf"ร้อยละ\s*({_NUMBER})")
_PERCENT_AFTER = re.compile(rf"({_NUMBER})\s*(?:เปอร์เซ็นต์|เปอร์เซนต์|per\s?cent\b|%)", re.I)

_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
_ERA = re.compile(r"(?:พ\.\s?ศ\.|พศ\.?)\s*(\d{4})(?!\d)|\bB\.?E\.?\s*(2[45]\d\d)(?!\d)")
_COMMON_ERA = re.compile(r"ค\.\s?ศ\.\s*(?=\d)|\b(?:A\.D\.|CE|AD)\s(?=\d{4}\b)")
_THAI_YEAR = re.compile(rf"(?<=ปี)\s*(2[45]\d\d)(?!\d)|((?:{_MONTHS})\s*)(2[45]\d\d)(?!\d)")
_SHORT_YEAR = re.compile(rf"((?:{_MONTHS})\s*)([4-7]\d)(?![\d.,%])")
_BARE_YEAR = re.compile(
    r"(?<![\d.,/$€£฿-])(25[0-9]\d)(?![\d.,%]|\s*(?:บาท|คน|ล้าน|ราย|แห่ง|กิโล|เมตร))"
)
# Most patterns begin with a look behind, so each is tried at every letter. These are simpler and
# found wherever the pattern is before which they stand, and mostly nowhere.
_DIGIT = re.compile(r"\d")
_THAI = re.compile("[\u0e00-\u0e7f]")
_ANY_YEAR = re.compile(r"2[45]\d\d")
_ANY_SHORT_YEAR = re.compile(r"[.มน์]\s*[4-7]\d")
_ANY_RANGE = re.compile(r"\d\s*[-–]")
_ANY_THAI_SCALE = re.compile(r"\d\s*(?:พัน|หมื่น|แสน|ร้อย|สิบ|ล้าน)")
_ANY_SCALE = re.compile(r"\d[\s-]*[tmb]", re.I)
_ANY_MONEY = re.compile("[$€£¥฿]")
_ANY_LONG = re.compile(r"\d{7}")
_ANY_PERCENT = re.compile(r"\d\s*[%pPเ]")


def canonical(text: str) -> str:
    """`text` with figures, percentages and years respelled; the words stay as they are.

    Years of the Buddhist era become CE years where a mark, a month or the word for year tells
    them, and in Thai text any bare number from 2500 to 2599 without a unit. Figures of a million
    and more are rounded to 4 significant digits and written with million, billion or trillion.
    """
    if not _DIGIT.search(text):
        return text
    thai = not text.isascii() and _THAI.search(text) is not None
    text = _years(text.translate(_THAI_DIGITS) if thai else text, thai)
    text = _amounts(text, thai)
    if "ร้อยละ" in text:
        text = _PERCENT_BEFORE.sub(r"\1%", text)
    return _PERCENT_AFTER.sub(r"\1%", text) if _ANY_PERCENT.search(text) else text


def _amounts(text: str, thai: bool) -> str:
    """Figures without separators, those of a million and more with an English scale word."""
    if "," in text:
        text = _GROUPED.sub(lambda m: m[0].replace(",", ""), text)
    if thai and _ANY_THAI_SCALE.search(text):
        if _ANY_RANGE.search(text):
            text = _THAI_RANGE.sub(lambda m: _scaled(m[1], _thai_scale(m[4])) + "-", text)
        text = _THAI_SCALED.sub(lambda m: _scaled(m[1], _thai_scale(m[2])) + " ", text)
    if _ANY_SCALE.search(text):
        text = _ENGLISH_SCALED.sub(_english, text)
    if _ANY_MONEY.search(text):
        text = _LETTER_SCALED.sub(lambda m: m[1] + _scaled(m[2], _UNITS[m[3].lower()]), text)
    return _PLAIN.sub(lambda m: _scaled(m[0], 1), text) if _ANY_LONG.search(text) else text


def _english(match: re.Match[str]) -> str:
    """The figure written out; as it is where the case of a letter is none of English (MILLİON)."""
    unit = _UNITS.get(match[2].lower())
    return match[0] if unit is None else _scaled(match[1], unit)


def _years(text: str, thai: bool) -> str:
    """Buddhist-era years as CE years, era marks dropped."""
    if "ศ." in text or "พศ" in text or "BE" in text or "B.E" in text:
        text = _ERA.sub(lambda m: _common(m[1] or m[2]), text)
    if "ศ." in text or "CE" in text or "AD" in text or "A.D." in text:
        text = _COMMON_ERA.sub("", text)
    if thai and _ANY_YEAR.search(text):
        text = _THAI_YEAR.sub(lambda m: " " + _common(m[1]) if m[1] else m[2] + _common(m[3]), text)
    if thai and _ANY_SHORT_YEAR.search(text):
        text = _SHORT_YEAR.sub(lambda m: m[1] + _common("25" + m[2]), text)
    # A year alone is read as Thai only where Thai is left when the marks of an era are gone.
    if thai and "25" in text and _THAI.search(text):
        text = _BARE_YEAR.sub(lambda m: _common(m[1]), text)
    return text


def _common(year: str) -> str:
    value = int(year)
    return str(value - BUDDHIST_OFFSET if value >= 2400 else value)


def _thai_scale(words: str) -> int:
    scale = 1
    for word, value in _UNITS.items():
        count = words.count(word)
        if count and "\u0e00" <= word[0] <= "\u0e7f":
            scale *= int(value**count)
    return scale


def _scaled(number: str, scale: int) -> str:
    """`number` times `scale`, rounded, with the English scale word that fits."""
    value = Decimal(number) * scale
    if value < 10**6:
        return _short(value)
    for name, unit in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if value >= unit:
            return f"{_short(value / unit)} {name}"
    raise AssertionError("a figure of a million or more has a scale")


def _short(value: Decimal) -> str:
    """`value` to `SIGNIFICANT_DIGITS` without an exponent or trailing zeros."""
    if value and value.adjusted() < SIGNIFICANT_DIGITS:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - SIGNIFICANT_DIGITS + 1))
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
