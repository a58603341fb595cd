"""Documents and queries from the fields that data sets have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from assistant.bulk.rows import LONGEST_ID, Problem, mended
from assistant.evaluation.datasets.faults import Faults, Trouble
from assistant.evaluation.types import Query
from index.types import Document, Tier

_LANGUAGES = ("th", "en")
_SIGNS = re.compile(r"[\s_.:\-\u200b\ufeff]+")
_ENDINGS = (
    ".gz", ".jsonl", ".ndjson", ".json", ".jsonld", ".csv", ".tsv", ".tab", ".xlsx", ".xlsm",
)  # fmt: skip


def document_of(
    key: str, title: str, text: str, *, language: str = "", extra: Mapping[str, Any] | None = None
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
        url=whole_characters(str(more.get("url") or "")),
        publisher=whole_characters(str(more.get("publisher") or "")),
        published=day_of(more.get("published")),
        tier=Tier(tier) if tier in set(Tier) else Tier.SECONDARY,
    )


def query_of(key: str, text: str, *, language: str = "", tags: tuple[str, ...] = ()) -> Query:
    """A query; its language is read from the script when it is not given."""
    return Query(key, text, language_for(language, text), tuple(map(whole_characters, tags)))


def corpus(
    numbered: Iterable[tuple[int, dict[str, Any]]],
    file: str,
    ids: tuple[str, ...],
    *,
    left: Faults,
    mend: Faults,
) -> Iterator[Document]:
    """The documents of a corpus, whose rows are numbered by line.

    `ids` are the names an id may have. Rows without a usable id go into `left`; what is no text
    is treated as missing and noted in `mend`.
    """
    for line, row in numbered:
        where = f"line {line} of {file}"
        key = id_in(row, ids, where, left)
        if key is None:
            continue
        more = row.get("metadata")
        extra = {**row, **more} if isinstance(more, dict) else row
        yield document_of(
            key,
            text_in(row, ("title",), where, mend),
            text_in(row, ("text",), where, mend),
            language=str(extra.get("lang") or ""),
            extra=extra,
        )


def id_in(row: Mapping[str, Any], names: tuple[str, ...], where: str, left: Faults) -> str | None:
    """The id under the first of `names` that `row` has, as text.

    None when there is none that can be used, which is noted in `left`.
    """
    value = _first(row, names)
    if value is None or value == "":
        left.note(Trouble.NO_ID, where, names[0])
    elif isinstance(value, bool | list | dict) or (
        isinstance(value, float) and not isfinite(value)
    ):
        left.note(Problem.ID_TYPE, where)
    elif len(text := str(value)) > LONGEST_ID:
        left.note(Problem.ID_LONG, where, f"{len(text):,} > {LONGEST_ID:,}")
    elif whole_characters(text) != text:
        left.note(Problem.ID_BROKEN, where)
    else:
        return text
    return None


def text_in(row: Mapping[str, Any], names: tuple[str, ...], where: str, mend: Faults) -> str:
    """The text under the first of `names` that `row` has, "" when there is none.

    A number is its digits. Anything else than text counts as none, and half characters become
    U+FFFD: both are noted in `mend`.
    """
    value = _first(row, names)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        mend.note(Trouble.OTHER_TEXT, where, type(value).__name__)
        return ""
    text = str(value)
    whole = whole_characters(text)
    if whole != text:
        mend.note(Trouble.DAMAGED, where)
    return whole


def whole_characters(text: str) -> str:
    """`text` as it can be written in UTF-8: half characters become U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return mended(text)
    return text


def folded(name: str) -> str:
    """A heading without capitals, blanks and signs, to be looked up."""
    return _SIGNS.sub("", name.casefold())


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


def name_of(path: Path) -> str:
    """What a data set is called in reports: its file or folder name without endings."""
    name = whole_characters(path.resolve().name)
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
