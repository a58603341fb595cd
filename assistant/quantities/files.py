"""Files of texts and of pairs, and the table that people see."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import combining

from assistant.errors import InputError
from assistant.quantities.reading.parse import as_row, parse
from assistant.quantities.relating.relate import relate

Work = Callable[[dict[str, Any], date | None], dict[str, Any]]
_COLUMNS = ("text", "low", "high", "unit", "kind", "comparator")


def parsed(row: dict[str, Any], as_of: date | None = None) -> dict[str, Any]:
    """{"id", "text"} to {"id", "quantities"}."""
    return {"id": row["id"], "quantities": [as_row(q) for q in parse(row["text"], as_of=as_of)]}


def related(row: dict[str, Any], as_of: date | None = None) -> dict[str, Any]:
    """{"id", "claim", "evidence"} to {"id", "relation", "reason", "reason_th", "why"}."""
    found = relate(
        row["claim"], row["evidence"], claim_as_of=as_of, evidence_as_of=as_of, same_story=True
    )
    return {
        "id": row["id"],
        "relation": found.stance.value,
        "reason": found.reason_en,
        "reason_th": found.reason_th,
        "why": found.why.value,
    }


_NEEDED: dict[Work, tuple[str, ...]] = {
    parsed: ("id", "text"),
    related: ("id", "claim", "evidence"),
}


def rows(path: Path, work: Work) -> list[dict[str, Any]]:
    """The rows of a JSONL file that `work` can use. Raises `InputError` naming the line."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}", hint="check the name") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8", hint="save it as UTF-8") from None
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return [_row(path, n, line, _NEEDED[work]) for n, line in lines]


def _row(path: Path, number: int, line: str, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{path}, line {number} is not JSON", hint="one object a line") from None
    if not isinstance(row, dict):
        raise InputError(f"{path}, line {number} is no object", hint="one object a line")
    missing = [key for key in needed if key not in row]
    if missing or not all(isinstance(row[key], str) for key in needed[1:]):
        raise InputError(
            f"{path}, line {number} lacks {', '.join(missing) or 'text in ' + needed[1]}",
            hint="rows need " + ", ".join(needed),
        )
    return row


def day_of(text: str | None) -> date | None:
    """An ISO date. Raises `InputError` on anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no date", hint="write it as 2025-02-06") from None


def save(path: Path, text: str) -> None:
    """Write `text`, or raise `InputError`."""
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(
            f"cannot write {path}: {error.strerror}", hint="check the folder"
        ) from None


def table(text: str, as_of: date | None = None) -> str:
    """The quantities of `text` as a table of text, low, high, unit, kind and comparator."""
    found = [as_row(q) for q in parse(text, as_of=as_of)]
    if not found:
        return "no quantities"
    cells = [list(_COLUMNS)] + [
        ["" if row[name] is None else str(row[name]) for name in _COLUMNS] for row in found
    ]
    widths = [max(_width(line[i]) for line in cells) for i in range(len(_COLUMNS))]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in cells
    )


def _width(text: str) -> int:
    """Columns on a terminal: marks above and below take none."""
    return sum(1 for letter in text if not combining(letter) and letter not in _ABOVE)


_ABOVE = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
