"""One row a claim, for spreadsheets: CSV and XLSX. No cell is ever a formula."""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.answer import STANCE_WORDS
from assistant.bulk.journal import OutputError
from assistant.types import Stance

HEADINGS = (
    *("id", "claim", "language", "label", "confidence", "rationale", "problem", "method"),
    *("evidence", "sources", "links"),
)
"""The columns. They are names for programs, so they stay English in every language."""

_WIDTHS = (12, 60, 9, 22, 11, 60, 30, 14, 70, 40, 40)
_FORMULA = re.compile(r"^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_CELL = 32_000
_MOST_ROWS = 1_048_575


def csv_table(verdicts: Iterator[dict[str, Any]], path: Path, language: str) -> None:
    """Write CSV as Excel reads it: UTF-8 with a byte order mark, CRLF.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
    Injection").
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for told in verdicts:
            writer.writerow([_guarded(cell) for cell in cells(told, language)])


def xlsx_workbook(verdicts: Iterator[dict[str, Any]], path: Path, language: str) -> None:
    """Write a workbook, row by row, every text as text. Equal verdicts give equal bytes.

    Raises `OutputError` for more rows than a sheet can hold.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("jingmai")
    _laid_out(sheet)
    sheet.append([_bold(sheet, name) for name in HEADINGS])
    for number, told in enumerate(verdicts, 1):
        if number > _MOST_ROWS:
            raise OutputError(
                f"a sheet cannot hold more than {_MOST_ROWS:,} rows", hint="write .csv or .jsonl"
            )
        sheet.append([_cell(sheet, value) for value in cells(told, language)])
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".xlsx") as raw:
        book.save(raw.name)
        _timeless(Path(raw.name), path)


def cells(told: dict[str, Any], language: str) -> list[Any]:
    """The cells of one row in the order of `HEADINGS`; None is an empty cell."""
    reader = "th" if (told["language"] or language) == "th" else "en"
    shown = [e for e in told["evidence"] if e["stance"] != Stance.SILENT] or told["evidence"]
    stances = STANCE_WORDS[reader]
    return [
        told["id"],
        told["claim"],
        told["language"],
        told["label"],
        told["confidence"],
        told["rationale"],
        told["problem"],
        told["method"],
        "\n".join(f"[{stances[Stance(e['stance'])]}] {e['quote']}" for e in shown),
        "\n".join(_source(e) for e in shown),
        "\n".join(e["url"] for e in shown if e["url"]),
    ]


def _source(evidence: dict[str, Any]) -> str:
    parts = (evidence["title"], evidence["publisher"], evidence["published"])
    return ", ".join(part for part in parts if part)


def _guarded(value: Any) -> Any:
    """`value`, with an apostrophe in front where a spreadsheet would start calculating."""
    if isinstance(value, str):
        value = value.replace("\x00", "")
        if _FORMULA.search(value) and not _PLAIN_NUMBER.fullmatch(value):
            return "'" + value
    return value


def _laid_out(sheet: Any) -> None:
    sheet.freeze_panes = "C2"
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width


def _bold(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, str):
        whole = isinstance(value, int) and abs(value) < 10**15
        return (
            value
            if value is None or whole or isinstance(value, float)
            else _cell(sheet, str(value))
        )
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.value = _UNWRITABLE.sub("", value)[:_LONGEST_CELL]
    cell.data_type = "s"
    if _FORMULA.search(value):
        cell.quotePrefix = True
    return cell


def _timeless(raw: Path, path: Path) -> None:
    """Copy a workbook without the times at which it was written."""
    with (
        zipfile.ZipFile(raw) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if member.filename == "docProps/core.xml":
                text = old.read(member).decode("utf-8")
                new.writestr(info, re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "1980-01-01T00:00:00Z", text))
                continue
            with old.open(member) as source, new.open(info, "w", force_zip64=True) as target:
                while chunk := source.read(1 << 20):
                    target.write(chunk)
