"""Documents and queries from the fields that data sets have."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.types import Query
from index.types import Document, Tier

_LANGUAGES = ("th", "en")


def document_of(
    key: str, title: str, text: str, *, language: str = "", extra: dict[str, Any] | None = None
) -> Document:
    """A reference document; its language is read from the script when it is not given.

    `extra` may hold publisher, url, published and tier. A document without text is its title.
    """
    more = extra or {}
    body = text if text.strip() else title
    tier = str(more.get("tier") or Tier.SECONDARY).split(" ")[0]
    return Document(
        id=key,
        title=title,
        text=body,
        language=language_for(language, f"{title} {body}"),
        url=str(more.get("url") or ""),
        publisher=str(more.get("publisher") or ""),
        published=day_of(more.get("published")),
        tier=Tier(tier) if tier in set(Tier) else Tier.SECONDARY,
    )


def query_of(key: str, text: str, *, language: str = "", tags: tuple[str, ...] = ()) -> Query:
    """A query; its language is read from the script when it is not given."""
    return Query(key, text, language_for(language, text), tags)


def language_for(given: object, text: str) -> str:
    """`given` when it is "th" or "en", else by script."""
    if given in _LANGUAGES:
        return str(given)
    from index.text import language_of

    return language_of(text)


def day_of(value: Any) -> date | None:
    """A date written as 2025-02-07 or 7-2-2025; None for anything else."""
    text = str(value or "").strip()[:10]
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def field(row: dict[str, Any], names: tuple[str, ...], where: str) -> str:
    """The first of the fields `names` that `row` has, as text. Raises `InputError`."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
    raise InputError(
        f"{where} has no {names[0]}",
        hint=f"it has: {', '.join(map(str, list(row)[:8])) or 'nothing'}",
    )


def name_of(path: Path) -> str:
    """What a data set is called in reports: its file or folder name without endings."""
    name = path.resolve().name
    for ending in (".gz", ".jsonl", ".json", ".csv", ".tsv"):
        name = name.removesuffix(ending)
    return name
