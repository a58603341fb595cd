"""Files of claims as `jingmai bulk` reads them: tables, JSON, JSON lines, workbooks, LIAR."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.bulk.rows import Record
from assistant.bulk.sources import file_records
from assistant.errors import InputError
from assistant.evaluation.datasets.files import size_of, unpacked


def claim_records(path: Path) -> list[Record]:
    """The rows of `path` in order, each with named values or its fault; `.gz` is unpacked.

    They are numbered by line, as a spreadsheet numbers its rows, and those of a JSON document by
    their place. Raises `InputError` for a file that cannot be read or holds no rows.
    """
    size_of(path)
    found = list(_zipped(path) if path.suffix.lower() == ".gz" else file_records(path))
    if not found:
        raise InputError(f"{path.name} has no rows", hint="check the path of the data set")
    document = path.name.lower().removesuffix(".gz").endswith((".json", ".jsonld"))
    if document or len({record.line for record in found}) < len(found):
        return [replace(record, line=place) for place, record in enumerate(found, 1)]
    return found


def _zipped(path: Path) -> list[Record]:
    with TemporaryDirectory(prefix="jingmai-eval-") as folder:
        inner = Path(folder) / path.stem
        inner.write_bytes(unpacked(path))
        return list(file_records(inner))
