"""Annotated articles for `eval claims`: rows with a body and its units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import day_of, id_in, language_for, name_of, text_in
from assistant.evaluation.datasets.checks import require_distinct
from assistant.evaluation.datasets.faults import READ_IN_PART, Faults, Trouble
from assistant.evaluation.datasets.files import rows
from assistant.evaluation.types import AnnotatedArticle, ExtractionSet, Unit
from index.types import Document, Kind


def load_extraction(dataset: str) -> ExtractionSet:
    """Articles whose units carry start, end (code points of the body) and check_worthy (0-2).

    Articles with a unit that cannot be are left out, and those without a check-worthy one kept,
    both with notices. Raises `InputError` for a file that cannot be read, ids twice, and when no
    article is left or none has a check-worthy unit.
    """
    path = Path(dataset).expanduser()
    left, mend = Faults("articles"), Faults("articles", READ_IN_PART)
    found = [_article(row, number, left, mend) for number, row in enumerate(rows(path), 1)]
    articles = tuple(a for a in found if a is not None)
    if not articles:
        raise left.refuse(f"{path.name} has no articles", len(found))
    require_distinct((a.document.id for a in articles), f"{path.name}: article ids")
    told = [*left.told(len(found)), *mend.told(len(found)), *_without_units(path.name, articles)]
    return ExtractionSet(name_of(path), articles, tuple(told))


def _without_units(file: str, articles: tuple[AnnotatedArticle, ...]) -> list[str]:
    """What is to be said of articles in which nothing is marked as check-worthy."""
    bare = Faults("articles", "can only count against precision")
    for article in articles:
        if not any(unit.worth for unit in article.units):
            bare.note(Trouble.NO_WORTHY, f"article {article.document.id}")
    if bare.total == len(articles):
        raise InputError(
            f"{file}: none of the {len(articles):,} articles has a check-worthy unit",
            hint=bare.hint,
        )
    return bare.told(len(articles))


def _article(
    row: dict[str, Any], number: int, left: Faults, mend: Faults
) -> AnnotatedArticle | None:
    where = f"article {number}"
    key = str(number)
    if row.get("id") is not None and (key := id_in(row, ("id",), where, left) or "") == "":
        return None
    body = text_in(row, ("body", "text"), where, mend)
    if not body.strip():
        left.note(Trouble.NO_TEXT, where, "body")
        return None
    units = _units(row.get("units"), len(body), where, left)
    if units is None:
        return None
    document = Document(
        id=key,
        title=text_in(row, ("title",), where, mend),
        text=body,
        language=language_for(row.get("lang"), body),
        url=text_in(row, ("url",), where, mend),
        published=day_of(row.get("date")),
        kind=Kind.ARTICLE,
    )
    return AnnotatedArticle(document, units)


def _units(value: Any, length: int, where: str, left: Faults) -> tuple[Unit, ...] | None:
    """The units of an article, None when one of them cannot be."""
    if not isinstance(value, list):
        left.note(Trouble.NO_UNITS, where)
        return None
    found = []
    for unit in value:
        row: dict[str, Any] = unit if isinstance(unit, dict) else {}
        start: Any = row.get("start")
        end: Any = row.get("end")
        worth: Any = row.get("check_worthy", 2)
        if not (_is_whole(start) and _is_whole(end)):
            left.note(Trouble.UNIT, where)
            return None
        if not 0 <= start < end <= length:
            left.note(Trouble.OUTSIDE, where, f"{start}-{end}, outside its {length}")
            return None
        if not _is_whole(worth) or worth not in (0, 1, 2):
            left.note(Trouble.WORTH, where, str(worth))
            return None
        found.append(Unit(start, end, worth))
    return tuple(found)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
