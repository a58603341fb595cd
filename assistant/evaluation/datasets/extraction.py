"""Annotated articles for `eval claims`: rows with a body and its units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import day_of, field, language_for, name_of
from assistant.evaluation.datasets.checks import require_distinct, require_some
from assistant.evaluation.datasets.files import rows
from assistant.evaluation.types import AnnotatedArticle, ExtractionSet, Unit
from index.types import Document, Kind


def load_extraction(dataset: str) -> ExtractionSet:
    """Articles whose units carry start, end (code points of the body) and check_worthy (0-2).

    Raises `InputError` for a file that cannot be read, offsets outside the body or ids twice.
    """
    path = Path(dataset).expanduser()
    articles = tuple(_article(row, number) for number, row in enumerate(rows(path), 1))
    require_some(articles, f"{path.name} has no articles")
    require_distinct((a.document.id for a in articles), f"{path.name}: article ids")
    return ExtractionSet(name_of(path), articles)


def _article(row: dict[str, Any], number: int) -> AnnotatedArticle:
    where = f"article {number}"
    body = field(row, ("body", "text"), where)
    document = Document(
        id=str(row.get("id", number)),
        title=str(row.get("title") or ""),
        text=body,
        language=language_for(row.get("lang"), body),
        url=str(row.get("url") or ""),
        published=day_of(row.get("date")),
        kind=Kind.ARTICLE,
    )
    units = row.get("units")
    if not isinstance(units, list):
        raise InputError(f"{where} has no list of units", hint='{"start", "end", "check_worthy"}')
    return AnnotatedArticle(document, tuple(_unit(u, len(body), where) for u in units))


def _unit(unit: Any, length: int, where: str) -> Unit:
    try:
        start, end = int(unit["start"]), int(unit["end"])
        worth = int(unit.get("check_worthy", 2))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{where} has a unit without start and end") from error
    if not 0 <= start < end <= length:
        raise InputError(f"{where} has a unit at {start}-{end}, outside its {length} characters")
    return Unit(start, end, worth)
