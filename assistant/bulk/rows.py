"""One row of a claim file, and what can be wrong with it, in both languages."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from assistant.types import Claim

Id = str | int | float
"""What a row may be called: its type is kept, so that it comes out as it went in."""

LONGEST_ID = 1_000
"""Code points of a row's id; a longer one is a broken row."""


class Problem(StrEnum):
    """Why a row cannot be judged; `PROBLEMS` holds the wording."""

    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    NOT_OBJECT = "not_object"
    CUT_OFF = "cut_off"
    NO_CLAIM = "no_claim"
    CLAIM_TYPE = "claim_type"
    EMPTY = "empty"
    BROKEN_TEXT = "broken_text"
    CLAIM_LONG = "claim_long"
    ROW_LONG = "row_long"
    ID_TYPE = "id_type"
    ID_BROKEN = "id_broken"
    ID_LONG = "id_long"
    FEW_CELLS = "few_cells"
    MANY_CELLS = "many_cells"
    ARTICLE = "article"


PROBLEMS: dict[str, dict[Problem, str]] = {
    "en": {
        Problem.NOT_JSON: "line {line}: not JSON: {detail}",
        Problem.TOO_DEEP: "line {line}: nested too deeply to be read",
        Problem.NOT_OBJECT: "line {line}: not a row with named fields",
        Problem.CUT_OFF: "line {line}: the file ends in the middle of this row",
        Problem.NO_CLAIM: "line {line}: there is no claim in this row",
        Problem.CLAIM_TYPE: "line {line}: the claim is not text but {detail}",
        Problem.EMPTY: "line {line}: the claim is empty",
        Problem.BROKEN_TEXT: "line {line}: the claim holds damaged characters",
        Problem.CLAIM_LONG: "line {line}: the claim is too long for one claim ({detail})",
        Problem.ROW_LONG: "line {line}: the row is too long ({detail})",
        Problem.ID_TYPE: "line {line}: the id is neither text nor a number",
        Problem.ID_BROKEN: "line {line}: the id holds damaged characters",
        Problem.ID_LONG: "line {line}: the id is too long ({detail})",
        Problem.FEW_CELLS: "line {line}: too few cells ({detail})",
        Problem.MANY_CELLS: "line {line}: too many cells ({detail}); is a comma left unquoted?",
        Problem.ARTICLE: "{detail}",
    },
    "th": {
        Problem.NOT_JSON: "บรรทัด {line}: ไม่ใช่ JSON: {detail}",
        Problem.TOO_DEEP: "บรรทัด {line}: ข้อมูลซ้อนกันลึกเกินกว่าจะอ่านได้",
        Problem.NOT_OBJECT: "บรรทัด {line}: ไม่ใช่แถวที่มีชื่อช่องข้อมูล",
        Problem.CUT_OFF: "บรรทัด {line}: ไฟล์จบกลางแถวนี้",
        Problem.NO_CLAIM: "บรรทัด {line}: แถวนี้ไม่มีข้อความให้ตรวจ",
        Problem.CLAIM_TYPE: "บรรทัด {line}: ช่องข้อความไม่ใช่ตัวอักษร แต่เป็น {detail}",
        Problem.EMPTY: "บรรทัด {line}: ข้อความว่างเปล่า",
        Problem.BROKEN_TEXT: "บรรทัด {line}: ข้อความมีตัวอักษรที่เสียหาย",
        Problem.CLAIM_LONG: "บรรทัด {line}: ข้อความยาวเกินกว่าจะเป็นข้ออ้างเดียว ({detail})",
        Problem.ROW_LONG: "บรรทัด {line}: แถวยาวเกินไป ({detail})",
        Problem.ID_TYPE: "บรรทัด {line}: รหัสไม่ใช่ข้อความหรือตัวเลข",
        Problem.ID_BROKEN: "บรรทัด {line}: รหัสมีตัวอักษรที่เสียหาย",
        Problem.ID_LONG: "บรรทัด {line}: รหัสยาวเกินไป ({detail})",
        Problem.FEW_CELLS: "บรรทัด {line}: จำนวนช่องน้อยเกินไป ({detail})",
        Problem.MANY_CELLS: "บรรทัด {line}: จำนวนช่องมากเกินไป ({detail}) ลืมใส่เครื่องหมายคำพูดหรือไม่",
        Problem.ARTICLE: "{detail}",
    },
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: the code, the line it stands on (from 1) and a detail."""

    problem: Problem
    line: int
    detail: str = ""

    def told(self, language: str | None) -> str:
        """The fault in one sentence; `language` is "th" or anything else for English."""
        words = PROBLEMS["th" if language == "th" else "en"][self.problem]
        return words.format(line=self.line, detail=self.detail)


@dataclass(frozen=True, slots=True)
class Record:
    """A row as the file holds it: named values, or a fault.

    `line` is where it starts (from 1; for a workbook the row of the sheet). `id` is what could
    still be read of a broken row's id.
    """

    line: int
    values: dict[str, Any] | None = None
    fault: Fault | None = None
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row to judge; what comes out has exactly one result for it.

    `number` counts rows from 1. `id` is the input's own, or the number where it has none.
    `text` is the claim verbatim ("" when there is none). `claim` is set for rows that were
    extracted from an article. A row with a `fault` is not judged.
    """

    number: int
    id: Id
    text: str = ""
    as_of: date | None = None
    language: str | None = None
    speaker: str | None = None
    url: str | None = None
    claim: Claim | None = None
    fault: Fault | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Rows with equal keys get the same verdict, so they are judged once."""
        day = self.as_of.isoformat() if self.as_of else ""
        context = self.claim.query if self.claim else ""
        return (self.text, day, self.speaker or "", context)


def visible(text: str) -> bool:
    """Whether `text` holds anything but blanks, zero-width signs and control characters."""
    return any(unicodedata.category(c)[0] not in "ZC" for c in text)


def damaged(text: str) -> bool:
    """Whether decoding lost something: half a surrogate pair, or U+FFFD."""
    return any("\ud800" <= c <= "\udfff" or c == "\ufffd" for c in text)


def mended(text: str) -> str:
    """`text` as it can be written in UTF-8: half surrogate pairs become U+FFFD."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
