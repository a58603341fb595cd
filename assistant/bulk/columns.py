"""Which field of a record is which, in Thai and English, and records to rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import Any

from assistant.bulk.dates import DateUnreadable, read_date
from assistant.bulk.rows import (
    LONGEST_ID,
    Fault,
    Id,
    Problem,
    Record,
    Row,
    damaged,
    mended,
    visible,
)
from assistant.bulk.shapes import unwrapped
from assistant.checker import LONGEST_CLAIM
from assistant.errors import InputError

# Best first: a file that has a "claim" does not mean its "text".
HEADINGS: dict[str, tuple[str, ...]] = {
    "claim": (
        *("claim", "claims", "claimtext", "claimreviewed", "ข้ออ้าง", "คำกล่าวอ้าง", "ข้อกล่าวอ้าง"),
        *("statement", "คำกล่าว", "คำพูด", "ข้อความที่ตรวจสอบ", "ข้อความที่ต้องการตรวจสอบ", "ประเด็น"),
        *("ข้อความ", "assertion", "sentence", "ประโยค", "headline", "พาดหัว", "text", "เนื้อหา"),
    ),
    "id": (
        *("id", "claimid", "uid", "identifier", "รหัส", "รหัสข้ออ้าง", "เลขที่", "ลำดับ", "ลำดับที่"),
        *("ที่", "no", "number", "#"),
    ),
    "date": (
        *("claimdate", "asof", "วันที่กล่าว", "วันที่พูด", "ณวันที่", "date", "วันที่", "วันเดือนปี"),
        *("published", "publisheddate", "datepublished", "วันที่เผยแพร่", "วันเผยแพร่"),
    ),
    "speaker": ("speaker", "claimant", "ผู้พูด", "ผู้กล่าว", "ผู้กล่าวอ้าง", "author", "ผู้เขียน"),
    "url": (
        *("originalclaimurl", "claimurl", "url", "link", "ลิงก์", "ลิงค์", "ที่อยู่เว็บ"),
        "reportingsource",
    ),
    "language": ("language", "lang", "languagecode", "ภาษา"),
}

_RANKS = {name: (kind, rank) for kind, names in HEADINGS.items() for rank, name in enumerate(names)}
_SIGNS = re.compile(r"[\s_.:\-\u200b\ufeff]+")
_LONGEST_HEADING = 60


def _folded(name: str) -> str:
    return _SIGNS.sub("", name[: 2 * _LONGEST_HEADING].casefold())


def field_of(name: str) -> str | None:
    """What a heading names ("claim", "id", "date", ...), None when it is not known."""
    found = _RANKS.get(_folded(name)) if len(name) <= _LONGEST_HEADING else None
    return found[0] if found else None


@dataclass(slots=True)
class Columns:
    """The heading chosen for each field, collected over a whole file.

    `wanted` is the heading given by the user for the claim. `objects` and `strings` count
    records by shape, `faults` those that could not be read at all.
    """

    wanted: str | None = None
    objects: int = 0
    strings: int = 0
    faults: int = 0
    first_fault: Fault | None = None
    names: Counter[str] = field(default_factory=Counter)

    def see(self, record: Record) -> None:
        """Take note of one record."""
        if record.values is None:
            self.faults += 1
            self.first_fault = self.first_fault or record.fault
            return
        values = unwrapped(record.values)
        self.strings += "" in values
        self.objects += "" not in values
        if len(self.names) < 10_000:
            self.names.update(name for name in values if name)

    def chosen(self) -> dict[str, str]:
        """Field to heading, best known names first.

        Raises `InputError` when nothing could be read or nothing names the claim.
        """
        if not self.objects + self.strings:
            raise self._nothing()
        best: dict[str, tuple[int, str]] = {}
        for name in sorted(self.names):
            if found := _RANKS.get(_folded(name)):
                kind, rank = found
                best[kind] = min(best.get(kind, (rank, name)), (rank, name))
        chosen = {kind: name for kind, (_, name) in best.items()}
        if self.wanted is not None:
            chosen["claim"] = self._wanted(self.wanted)
        if "claim" not in chosen:
            if self.strings and not self.objects:
                return {"claim": ""}
            raise self._no_claim()
        return chosen

    def _wanted(self, wanted: str) -> str:
        for name in self.names:
            if name.casefold().strip() == wanted.casefold().strip():
                return name
        raise self._no_claim(f"there is no column called {wanted}")

    def _no_claim(self, message: str = "no column with the claims was recognised") -> InputError:
        names = ", ".join(name for name, _ in self.names.most_common(12)) or "none"
        return InputError(
            f"{message}; the columns are: {mended(names)[:300]}",
            hint="name the one with the claims: --claim-column NAME",
        )

    def _nothing(self) -> InputError:
        if self.first_fault:
            return InputError(
                f"no row can be read: {self.first_fault.told(None)}",
                hint="give claims as CSV, TSV, JSONL, JSON or XLSX, under the right extension",
            )
        return InputError(
            "there is nothing to judge: the file holds no rows",
            hint="write one claim a row, under a heading such as id,claim",
        )


def row_of(record: Record, number: int, columns: dict[str, str], *, strings: bool) -> Row:
    """The row of `record`, the `number`-th from 1.

    `strings`: every record of the file is a bare string, which then is the claim. A date that
    cannot be read leaves the row undated; `date_trouble` tells of it.
    """
    if record.values is None:
        return Row(number, number if record.id is None else record.id, fault=record.fault)
    values = unwrapped(record.values)
    if "" in values and not strings:
        return Row(number, number, fault=Fault(Problem.NOT_OBJECT, record.line))
    told, id_ = _id(values.get(columns.get("id", "\0")), record.line)
    text, fault = _claim(values, columns["claim"], record.line)
    speaker = values.get(columns.get("speaker", "\0"))
    url = values.get(columns.get("url", "\0"))
    return Row(
        number,
        number if id_ is None else id_,
        text,
        as_of=_date(values, columns),
        language=_language(values.get(columns.get("language", "\0"))),
        speaker=mended(speaker.strip()) if isinstance(speaker, str) and speaker.strip() else None,
        url=mended(url)
        if isinstance(url, str) and url.startswith(("http://", "https://"))
        else None,
        fault=told or fault,
    )


def date_trouble(record: Record, columns: dict[str, str]) -> str | None:
    """What stands in the date field, where it is no date that can be read."""
    if record.values is None or "date" not in columns:
        return None
    try:
        read_date(unwrapped(record.values).get(columns["date"]))
    except DateUnreadable as error:
        return str(error)
    return None


def _date(values: dict[str, Any], columns: dict[str, str]) -> date | None:
    try:
        return read_date(values.get(columns.get("date", "\0")))
    except DateUnreadable:
        return None


def _language(value: Any) -> str | None:
    code = value.strip().casefold()[:2] if isinstance(value, str) else ""
    return code if code in ("th", "en") else None


def _id(value: Any, line: int) -> tuple[Fault | None, Id | None]:
    if value is None or value == "":
        return None, None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return Fault(Problem.ID_TYPE, line), None
    if isinstance(value, float) and not isfinite(value):
        return Fault(Problem.ID_TYPE, line), None
    size = len(value) if isinstance(value, str) else len(repr(value))
    if size > LONGEST_ID:
        return Fault(Problem.ID_LONG, line, f"{size:,} > {LONGEST_ID:,}"), None
    if isinstance(value, str) and damaged(value):
        return Fault(Problem.ID_BROKEN, line), mended(value)
    return None, value


def _claim(values: dict[str, Any], name: str, line: int) -> tuple[str, Fault | None]:
    if name not in values:
        return "", Fault(Problem.NO_CLAIM, line)
    value = values[name]
    if not isinstance(value, str):
        kind = "null" if value is None else type(value).__name__
        return "", Fault(Problem.CLAIM_TYPE if value is not None else Problem.EMPTY, line, kind)
    if damaged(value):
        return mended(value)[:LONGEST_CLAIM], Fault(Problem.BROKEN_TEXT, line)
    if not visible(value):
        return value[:LONGEST_CLAIM], Fault(Problem.EMPTY, line)
    if len(value) > LONGEST_CLAIM:
        detail = f"{len(value):,} > {LONGEST_CLAIM:,}"
        return value[:LONGEST_CLAIM], Fault(Problem.CLAIM_LONG, line, detail)
    return value, None
