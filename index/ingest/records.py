"""Rows of reference files to documents: field names, dates, tiers."""

from __future__ import annotations

import calendar
import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from index.text import language_of
from index.types import Document, Kind, Tier

# What a field may be called, in English and Thai, first match first.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "doc_id", "document_id", "รหัส"),
    "title": ("title", "headline", "name", "หัวข้อ", "หัวเรื่อง", "ชื่อเรื่อง", "พาดหัว", "ชื่อ"),
    "text": ("text", "body", "content", "contents", "article", "ข้อความ", "เนื้อหา", "เนื้อความ", "ข่าว"),
    "language": ("lang", "language", "ภาษา"),
    "url": ("url", "link", "source_url", "ลิงก์", "ที่อยู่"),
    "publisher": ("publisher", "source", "site", "สำนักข่าว", "ผู้เผยแพร่", "แหล่งที่มา", "ที่มา"),
    "published": ("published", "date", "published_at", "pubdate", "วันที่เผยแพร่", "วันที่"),
    "tier": ("tier", "ระดับ"),
    "kind": ("kind", "type", "ประเภท"),
    "also": ("also", "copies"),
}  # fmt: skip
_TIERS = {"copy": Tier.PRESS, "press copy": Tier.PRESS}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])")
_MONTHS_AND_DAYS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_BUDDHIST = 543
_THAI_DIGITS = {ord("๐") + n: str(n) for n in range(10)}
_THAI_MONTHS = ["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"]
_FULL_MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
_ENGLISH_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
# "7 February 2025", "7 ก.พ. 2568", "February 7, 2025".
_NAMED = re.compile(
    r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s?(?P<month>[A-Za-z]{3,9}\.?|[ก-๙.]{3,10}),?\s?(?:พ\.ศ\.\s?|ค\.ศ\.\s?)?(?P<year>[0-9]{4})"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?P<year2>[0-9]{4})"
)


class RowError(ValueError):
    """A row that gives no document; the message says why."""


def document_of_row(row: Mapping[Any, Any], *, fallback_id: str = "") -> Document:
    """The document a row describes.

    A missing id is `fallback_id`, or else made from the text. Raises `RowError` when there is
    no text or a value has the wrong type.
    """
    fields = {str(k).strip().casefold(): v for k, v in row.items() if isinstance(k, str | int)}
    text = clean(_string(fields, "text"))
    if not text.strip():
        raise RowError("it has no text")
    title = " ".join(clean(_string(fields, "title")).split())
    digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    identifier = " ".join(clean(_string(fields, "id")).split()) or fallback_id or f"doc-{digest}"
    return Document(
        id=identifier[:500],
        title=title,
        text=text,
        language=_language(_string(fields, "language"), f"{title} {text}"),
        url=web_address(_string(fields, "url")),
        publisher=" ".join(clean(_string(fields, "publisher")).split()),
        published=_date_field(fields),
        tier=_tier(_find(fields, "tier")),
        kind=_kind(_find(fields, "kind")),
        also=tuple(filter(None, (web_address(a) for a in _strings(_find(fields, "also"))))),
    )


def clean(text: str) -> str:
    """`text` without what no store can keep: lone surrogates and NULs become U+FFFD."""
    if "\x00" not in text and text.isascii():
        return text
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


def web_address(text: str) -> str:
    """`text` when it is an http(s) address, else ""."""
    text = clean(text).strip()
    return text if re.match(r"https?://[^\s<>\"']+\Z", text, re.IGNORECASE) else ""


def date_of(text: str) -> date | None:
    """A day from "2025-02-07", "2025-02", "2025", "7/2/2568", ISO times, "7 Feb 2025"; else None.

    Months may be named in English or Thai, in full or short ("7 ก.พ. 2568", "February 7, 2025").

    A month or a year alone is its last day: evidence must not look older than it is. Years
    from 2400 on are of the Buddhist era.
    """
    text = text.strip().translate(_THAI_DIGITS)
    local = _MONTHS_AND_DAYS.match(text)
    named = _NAMED.search(text)
    if named:
        year, month, day = (
            int(named["year"] or named["year2"]),
            _month(named),
            int(named["day"] or named["day2"]),
        )
    elif local:
        day, month, year = (int(g) for g in local.groups())
    else:
        match = _ISO.match(text)
        if not match:
            return None
        year, month, day = int(match[1]), int(match[2] or 12), int(match[3] or 0)
    if year >= 2400:
        year -= _BUDDHIST
    if not (1000 <= year <= 2400 and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None


def _month(match: re.Match[str]) -> int:
    """The number of the month that is named, 0 when the word is no month."""
    word = (match["month"] or match["month2"]).lower()
    for names in (_FULL_MONTHS, _THAI_MONTHS, _ENGLISH_MONTHS):
        short = word.replace(".", "") if names is not _ENGLISH_MONTHS else word[:3]
        if short in names:
            return names.index(short) + 1
    return 0


def _date_field(fields: Mapping[str, Any]) -> date | None:
    value = _find(fields, "published")
    if isinstance(value, date):  # a spreadsheet's date, or date and time
        return date(value.year, value.month, value.day)
    return date_of(str(value)) if isinstance(value, str | int) else None


def _find(fields: Mapping[str, Any], name: str) -> Any:
    return next((fields[n] for n in _NAMES[name] if fields.get(n) not in (None, "")), None)


def _string(fields: Mapping[str, Any], name: str) -> str:
    value = _find(fields, name)
    if value is None or isinstance(value, str):
        return value or ""
    if name in ("text", "title") or isinstance(value, bool | float | list | dict):
        raise RowError(f"its {name} is no text")
    if isinstance(value, int) and value.bit_length() > 1000:
        raise RowError(f"its {name} is no sensible number")
    return str(value)


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return value.split()
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _language(told: str, text: str) -> str:
    told = told.strip().casefold()[:2]
    return told if told in ("th", "en") else language_of(text)


def _tier(value: Any) -> Tier:
    told = value.strip().casefold() if isinstance(value, str) else ""
    if told in _TIERS:
        return _TIERS[told]
    return Tier(told) if told in set(Tier) else Tier.SECONDARY


def _kind(value: Any) -> Kind:
    told = value.strip().casefold() if isinstance(value, str) else ""
    return Kind(told) if told in set(Kind) else Kind.REFERENCE
