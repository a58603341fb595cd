"""Filters as a person gives them, fitted to the documents that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.errors import InputError
from index.types import Document, Filters


def fitted(filters: Filters, documents: Sequence[Document]) -> Filters:
    """`filters` with its publishers spelt as `documents` spell them, whatever their case.

    Raises `InputError` for a publisher of none of them, and when no document is left.
    """
    spellings: dict[str, set[str]] = {}
    for document in documents:
        spellings.setdefault(_key(document.publisher), set()).add(document.publisher)
    publishers: set[str] = set()
    for name in filters.publishers:
        found = spellings.get(_key(name))
        if not found or not name.strip():
            raise InputError(
                f"no document is published by {name!r}", hint="see the names: jingmai index list"
            )
        publishers |= found
    fitting = replace(filters, publishers=tuple(sorted(publishers)))
    if not any(fitting.accepts(document) for document in documents):
        raise InputError(
            "no document is left to check against",
            hint="ask for less at once; what there is: jingmai index list",
        )
    return fitting


def _key(publisher: str) -> str:
    return " ".join(publisher.split()).casefold()
