"""Wrong versions of a true claim: scale, unit, year, company and negation changed.

Used as training pairs and as a measurement: a mutant of a supported claim must not come out as
supported.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,.]*\d|[A-Z])")
_YEAR = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_UNITS = (
    ("ดอลลาร์สหรัฐ", "บาท"), ("เหรียญสหรัฐ", "บาท"), ("ดอลลาร์", "บาท"), ("บาท", "ดอลลาร์"),
    ("baht", "dollars"), ("US$", "THB "), ("$", "฿"), ("GW", "MW"), ("gigawatt", "megawatt"),
    ("TWh", "GWh"), ("terawatt", "gigawatt"), ("percentage point", "percent"), ("%", " จุดเปอร์เซ็นต์"),
)  # fmt: skip
_SCALES = (
    ("ล้านล้าน", "พันล้าน"), ("แสนล้าน", "ร้อยล้าน"), ("หมื่นล้าน", "สิบล้าน"), ("พันล้าน", "ล้าน"),
    ("trillion", "billion"), ("billion", "million"), ("million", "billion"),
)  # fmt: skip
_NAMES = (
    "Amazon", "Meta", "Alphabet", "Microsoft", "Nvidia", "Google", "DeepSeek", "OpenAI", "AWS",
    "RAND", "Goldman Sachs", "CNBC", "Apple", "TikTok",
)  # fmt: skip
_NAMES_TH = ("อเมซอน", "เมตา", "อัลฟาเบท", "ไมโครซอฟท์", "กูเกิล", "อินวิเดีย", "แอปเปิล")
_VERB_EN = re.compile(r"\b(is|was|were|are|has|had|will|would|could|can|did)\b(?! not)")
_VERB_TH = re.compile(
    r"(มี(?!นาคม|นา)|เป็น|ได้|จะ|ใช้|อยู่ที่|เปิดตัว|ขยายตัว|คาด|สูญ|ลด|เพิ่ม|วางแผน|ประเมิน|ระบุ)"
)
_PAST_EN = re.compile(r"\b([a-z]{3,})ed\b")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed claim and what was changed: scale, unit, year, company or negation."""

    text: str
    kind: str


def mutants(text: str, rng: random.Random) -> Iterator[Mutant]:
    """The mutants that can be made of `text`, at most two of a kind."""
    for kind, made in (
        ("scale", _scaled(text, rng)),
        ("unit", _swapped(text, _UNITS)),
        ("year", _other_year(text, rng)),
        ("company", _other_name(text, rng)),
        ("negation", _negated(text)),
    ):
        for changed in list(dict.fromkeys(m for m in made if m != text))[:2]:
            yield Mutant(changed, kind)


def _figures(text: str) -> list[re.Match[str]]:
    return [
        m for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m.group()) and not _dated(text, m)
    ]


def _dated(text: str, match: re.Match[str]) -> bool:
    after, before = text[match.end() : match.end() + 12], text[: match.start()]
    months = r"\s*(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา"
    months += r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ราย|ต่อ)"
    return bool(
        re.match(months, after) or re.search(r"(?:ไตรมาส|เฟส|R|Q|o|GPT-|Llama|วันที่)\s*$", before)
    )


def _scaled(text: str, rng: random.Random) -> list[str]:
    out = _swapped(text, _SCALES)[:1]
    for match in _figures(text)[:1]:
        factor = rng.choice((10, 1000))
        out.append(text[: match.start()] + _times(match.group(), factor) + text[match.end() :])
    return out


def _times(figure: str, factor: int) -> str:
    value = float(figure.replace(",", "")) * factor
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def _swapped(text: str, table: tuple[tuple[str, str], ...]) -> list[str]:
    for old, new in table:
        at = text.find(old)
        if at >= 0:
            return [text[:at] + new + text[at + len(old) :]]
    return []


def _other_year(text: str, rng: random.Random) -> list[str]:
    found = list(_YEAR.finditer(text))
    if not found:
        return []
    match = found[-1]
    year = str(int(match.group()) + rng.choice((-3, -2, -1)))
    return [text[: match.start()] + year + text[match.end() :]]


def _other_name(text: str, rng: random.Random) -> list[str]:
    for names in (_NAMES, _NAMES_TH):
        for name in names:
            if name in text:
                others = [n for n in names if n not in text]
                return [text.replace(name, rng.choice(others))]
    return []


def _negated(text: str) -> list[str]:
    match = _VERB_EN.search(text)
    if match:
        return [f"{text[: match.end()]} not{text[match.end() :]}"]
    match = _PAST_EN.search(text)
    if match:
        return [f"{text[: match.start()]}did not {match.group(1)}{text[match.end() :]}"]
    match = _VERB_TH.search(text)
    return [f"{text[: match.start()]}ไม่{text[match.start() :]}"] if match else []
