"""One way in for every source."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from index.errors import InputError
from index.ingest.records import RowError, document_of_row
from index.problems import Problem
from index.text import language_of
from index.types import Document, Kind


@dataclass(frozen=True, slots=True)
class Ingested:
    """The documents read, and what could not be read."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


def read_documents(source: str | Path) -> Ingested:
    """Read the documents in `source`."""
    path = Path(source)
    if path.suffix != ".jsonl":
        return Ingested((replace(read_article(path), kind=Kind.REFERENCE),))
    documents, problems = [], []
    for n, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        try:
            documents.append(document_of_row(json.loads(line)))
        except (RowError, ValueError) as error:
            problems.append(Problem(f"row {n}", str(error)))
    return Ingested(tuple(documents), tuple(problems))


def read_article(
    source: str | Path, *, published: date | None = None, publisher: str | None = None
) -> Document:
    """Read one article."""
    path = Path(source)
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {source}: {error.strerror}") from error
    return Document(
        path.name,
        path.stem,
        text,
        language_of(text),
        "",
        publisher or "",
        published,
        kind=Kind.ARTICLE,
    )
