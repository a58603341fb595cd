"""Formats out: one function each, from a journal of verdict objects to a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.bulk.journal import OutputError, disk_error
from assistant.bulk.reports.averitec import averitec_json
from assistant.bulk.reports.claimreview import claimreview_json
from assistant.bulk.reports.page import html_page
from assistant.bulk.reports.sheet import csv_table, xlsx_workbook

__all__ = ["EXTENSIONS", "Format", "format_of", "render"]


class Format(StrEnum):
    """What a run can write."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    CLAIMREVIEW = "claimreview"
    AVERITEC = "averitec"


EXTENSIONS: tuple[tuple[str, Format], ...] = (
    (".averitec.json", Format.AVERITEC),
    (".jsonl", Format.JSONL),
    (".ndjson", Format.JSONL),
    (".csv", Format.CSV),
    (".xlsx", Format.XLSX),
    (".html", Format.HTML),
    (".htm", Format.HTML),
    (".jsonld", Format.CLAIMREVIEW),
    (".json", Format.CLAIMREVIEW),
)
"""File name endings, the longest first."""

_WRITERS: dict[Format, Callable[[Iterator[dict[str, Any]], Path, str], None]] = {
    Format.CSV: csv_table,
    Format.XLSX: xlsx_workbook,
    Format.HTML: html_page,
    Format.CLAIMREVIEW: claimreview_json,
    Format.AVERITEC: averitec_json,
}


def format_of(path: Path) -> Format:
    """The format that the name of an output asks for. Raises `OutputError`."""
    name = path.name.lower()
    for ending, form in EXTENSIONS:
        if name.endswith(ending):
            return form
    endings = ", ".join(ending for ending, _ in EXTENSIONS)
    raise OutputError(
        f"{path.name}: the extension does not say which format to write",
        hint=f"give the output one of these: {endings}",
    )


def render(
    journal: Path, output: Path, form: Format, *, language: str = "th", numbered: bool = False
) -> None:
    """Write `output` from the verdict objects in `journal`, all of it or nothing.

    `language` ("th" or "en") is that of headings. `numbered`: the ids were not in the input but
    count its rows from 1, which matters where a format counts from 0. Raises `OutputError` when
    it cannot be written; the journal stays.
    """
    temporary = output.with_name(f".{output.name}.tmp")
    try:
        if form is Format.JSONL:
            temporary.write_bytes(journal.read_bytes())
        else:
            told = verdicts(journal)
            if numbered and form is Format.AVERITEC:
                told = ({**verdict, "id": None} for verdict in told)
            _WRITERS[form](told, temporary, language)
        temporary.replace(output)
    except OSError as error:
        raise disk_error(error, journal) from error
    finally:
        temporary.unlink(missing_ok=True)


def verdicts(journal: Path) -> Iterator[dict[str, Any]]:
    """The verdict objects in a journal, one at a time."""
    with journal.open("rb") as lines:
        for line in lines:
            yield json.loads(line)
